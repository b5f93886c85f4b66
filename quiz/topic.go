package quiz

import (
	"fmt"
	"slices"
	"strings"

	"whose/model"
)

// Topic is what a quiz is about: a task, an objective, a lesson, a service, a
// cell of the matrix, or a pair of things that are mixed up. The zero Topic is
// the whole course.
type Topic struct {
	kind topicKind
	id   string
}

type topicKind uint8

const (
	wholeCourse topicKind = iota
	taskTopic
	objectiveTopic
	lessonTopic
	serviceTopic
	pairTopic
	cellTopic
)

// ParseTopic reads the id of a task ("2.1"), an objective ("2.1.s5"), a service
// ("rds"), a lesson, a pair ("guardduty/inspector") or a cell
// ("rds/guest-os-patching"), in any case; "" is the whole course. The error
// names the ids that come near.
func ParseTopic(c *model.Course, s string) (Topic, error) {
	if s == "" {
		return Topic{}, nil
	}
	all := topics(c)
	for _, t := range all {
		if strings.EqualFold(t.id, s) {
			return t, nil
		}
	}
	message := fmt.Sprintf("there is no topic %q", s)
	if near := nearest(all, s); len(near) > 0 {
		message += ": did you mean " + strings.Join(near, " or ") + "?"
	}
	return Topic{}, fmt.Errorf("%s: use the id of a task (2.1), an objective (2.1.s5), a lesson, a service, a pair or a cell", message)
}

// topics are all topics of a course but the whole of it.
func topics(c *model.Course) (all []Topic) {
	for _, t := range c.Tasks() {
		all = append(all, Topic{taskTopic, string(t.ID)})
	}
	for _, o := range c.Objectives() {
		all = append(all, Topic{objectiveTopic, string(o.ID)})
	}
	for _, s := range c.Matrix().Services() {
		all = append(all, Topic{serviceTopic, string(s.ID)})
	}
	for _, l := range c.Lessons() {
		all = append(all, Topic{lessonTopic, string(l.ID)})
	}
	for _, p := range c.Pairs() {
		all = append(all, Topic{pairTopic, string(p.ID)})
	}
	for _, cell := range c.Matrix().Cells() {
		all = append(all, Topic{cellTopic, cell.Ref().String()})
	}
	return all
}

// nearest are the ids, at most three, that a slip of the keys separates from s,
// or that s begins; the nearest first.
func nearest(all []Topic, s string) []string {
	s = strings.ToLower(s)
	type hit struct {
		id   string
		away int
	}
	var hits []hit
	for _, t := range all {
		id := strings.ToLower(t.id)
		away := distance(s, id)
		if strings.HasPrefix(id, s) || away <= 1+len(s)/4 && away < len(s) {
			hits = append(hits, hit{t.id, away})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.away - b.away })
	var ids []string
	for _, h := range hits[:min(3, len(hits))] {
		ids = append(ids, h.id)
	}
	return ids
}

// distance counts the bytes to insert, delete, replace or swap with their
// neighbour to make b out of a.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// String is the id that ParseTopic reads.
func (t Topic) String() string { return t.id }

// Title is the topic's name on screen.
func (t Topic) Title(c *model.Course) string {
	switch t.kind {
	case taskTopic:
		task, _ := c.Task(model.TaskID(t.id))
		return t.id + " " + task.Name
	case objectiveTopic:
		o, _ := c.Objective(model.ObjectiveID(t.id))
		return t.id + " " + o.Text
	case lessonTopic:
		l, _ := c.Lesson(model.LessonID(t.id))
		return l.Title
	case serviceTopic:
		s, _ := c.Matrix().Service(model.ServiceID(t.id))
		return s.Short
	case pairTopic:
		p, _ := c.Pair(model.PairID(t.id))
		first, _ := c.Concept(p.First)
		second, _ := c.Concept(p.Second)
		return first.Name + " or " + second.Name
	case cellTopic:
		s, _ := c.Matrix().Service(t.cell().Service)
		l, _ := c.Matrix().Layer(t.cell().Layer)
		return s.Short + " · " + l.Short
	}
	return "All topics"
}
