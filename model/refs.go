package model

import "fmt"

// checkReferences names every reference that leads nowhere.
func (c *Course) checkReferences() (errs []error) {
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	for _, o := range c.spec.Objectives {
		if _, ok := c.Task(o.Task); !ok {
			bad("objective %s: there is no task %s", o.ID, o.Task)
		}
	}
	for _, l := range c.spec.Lessons {
		c.checkLesson(l, bad)
	}
	for _, cell := range c.spec.Matrix.Cells() {
		if !has(c.lessons, cell.Lesson) {
			bad("cell %s: there is no lesson %q", cell.Ref(), cell.Lesson)
		}
	}
	for _, p := range c.spec.Pairs {
		for _, id := range []ConceptID{p.First, p.Second} {
			if !has(c.concepts, id) {
				bad("pair %s: there is no concept %q", p.ID, id)
			}
		}
	}
	for _, q := range c.spec.Questions {
		c.checkQuestion(q, bad)
	}
	for _, in := range c.spec.Incidents {
		for _, s := range in.Steps() {
			if _, ok := c.spec.Matrix.Cell(s.Cell); !ok {
				bad("incident %s, step %s: there is no cell %s", in.ID(), s.ID, s.Cell)
			}
			if !has(c.lessons, s.Lesson) {
				bad("incident %s, step %s: there is no lesson %q", in.ID(), s.ID, s.Lesson)
			}
		}
	}
	return errs
}

func (c *Course) checkLesson(l Lesson, bad func(format string, args ...any)) {
	for _, id := range l.Requires {
		if !has(c.lessons, id) {
			bad("lesson %s: there is no lesson %s", l.ID, id)
		}
	}
	for _, id := range l.Objectives {
		if !has(c.objectives, id) {
			bad("lesson %s: there is no objective %s", l.ID, id)
		}
	}
	for _, id := range l.Checks {
		if !has(c.questions, id) {
			bad("lesson %s: there is no question %s", l.ID, id)
		}
	}
}

func (c *Course) checkQuestion(q Question, bad func(format string, args ...any)) {
	if !has(c.lessons, q.Lesson()) {
		bad("question %s: there is no lesson %q", q.ID(), q.Lesson())
	}
	for _, id := range q.Objectives() {
		if !has(c.objectives, id) {
			bad("question %s: there is no objective %s", q.ID(), id)
		}
	}
	for _, ref := range q.Cells() {
		if _, ok := c.spec.Matrix.Cell(ref); !ok {
			bad("question %s: there is no cell %s", q.ID(), ref)
		}
	}
	for _, id := range q.Concepts() {
		if !has(c.concepts, id) {
			bad("question %s: there is no concept %q", q.ID(), id)
		}
	}
	for _, o := range q.Options() {
		if o.Concept != "" && !has(c.concepts, o.Concept) {
			bad("question %s: there is no concept %q", q.ID(), o.Concept)
		}
	}
	if q.Pair() != "" && !has(c.pairs, q.Pair()) {
		bad("question %s: there is no pair %q", q.ID(), q.Pair())
	}
}

func has[K comparable](m map[K]int, k K) bool {
	_, ok := m[k]
	return ok
}
