package content

import (
	"slices"
	"strings"

	"whose/model"
)

// checkReferences reports every name that leads nowhere or to the wrong thing.
func (l *loader) checkReferences() {
	for _, o := range l.objectives {
		l.taskIDs.check(mark{string(o.Task), o.at}, &l.faults)
	}
	for _, p := range l.pairs {
		l.checkPair(p)
	}
	for _, c := range l.cells {
		l.lessonIDs.check(c.lesson, &l.faults)
	}
	for _, s := range l.services {
		for _, layer := range s.variants {
			l.layerIDs.check(layer, &l.faults)
		}
		for _, service := range s.from {
			l.serviceIDs.check(service, &l.faults)
		}
	}
	for i, d := range l.lessons {
		l.checkLesson(i, d)
	}
	for _, d := range l.questions {
		l.checkQuestion(d)
	}
	for _, d := range l.incidents {
		l.checkIncident(d)
	}
}

func (l *loader) checkPair(p pairDraft) {
	l.conceptIDs.check(p.first, &l.faults)
	l.conceptIDs.check(p.second, &l.faults)
	if want := p.first.text + "/" + p.second.text; p.id.text != "" && p.id.text != want {
		l.faults.Add(p.id.at, "pair", "the id of this pair is %q, its two concepts", want)
	}
}

func (l *loader) checkLesson(number int, d lessonDraft) {
	for _, id := range d.requires {
		l.lessonIDs.check(id, &l.faults)
		if i := slices.IndexFunc(l.lessons, func(o lessonDraft) bool { return string(o.ID) == id.text }); i >= number {
			l.faults.Add(id.at, "requires-order", "the lesson %q does not come before this one", id.text)
		}
	}
	for _, id := range d.objectives {
		l.objectiveIDs.check(id, &l.faults)
	}
	for _, link := range d.links {
		l.checkLink(link)
	}
	l.checkChecks(d)
}

func (l *loader) checkChecks(d lessonDraft) {
	if n := len(d.checks); d.checkList.isList() && (n < 2 || n > 4) {
		d.checkList.fault("check-count", "a lesson ends in 2 to 4 checks, not %d", n)
	}
	for _, id := range d.checks {
		l.questionIDs.check(id, &l.faults)
		i := slices.IndexFunc(l.questions, func(q questionDraft) bool { return string(q.ID) == id.text })
		if i >= 0 && l.questions[i].Lesson != "" && l.questions[i].Lesson != d.ID {
			l.faults.Add(id.at, "check-count", "the question %q belongs to the lesson %q", id.text, l.questions[i].Lesson)
		}
	}
}

// checkLink reports a link of a lesson that leads nowhere.
func (l *loader) checkLink(link mark) {
	if id, ok := strings.CutPrefix(link.text, "lesson:"); ok {
		if !l.lessonIDs.known[id] {
			l.faults.Add(link.at, "dead-link", "there is no lesson %q", id)
		}
		return
	}
	if id, ok := strings.CutPrefix(link.text, "term:"); ok {
		if !l.termIDs.known[id] && !l.termIDs.partial {
			l.faults.Add(link.at, "dead-link", "there is no term %q", id)
		}
		return
	}
	if name, ok := strings.CutPrefix(link.text, "cell:"); ok {
		if !l.cellExists(name) {
			l.faults.Add(link.at, "dead-link", "there is no cell %q", name)
		}
		return
	}
	if hint := badLink(link.text, l.hosts); hint != "" {
		l.faults.Add(link.at, "link", "%q: %s", link.text, hint)
	}
}

// cellExists reports whether there is such a cell, or could be, had all files
// been readable.
func (l *loader) cellExists(name string) bool {
	ref, err := model.ParseCellRef(name)
	if err != nil {
		return false
	}
	return (l.serviceIDs.partial || l.serviceIDs.known[string(ref.Service)]) &&
		(l.layerIDs.partial || l.layerIDs.known[string(ref.Layer)])
}

func (l *loader) checkQuestion(d questionDraft) {
	l.lessonIDs.check(d.lesson, &l.faults)
	for _, id := range d.objectives {
		l.objectiveIDs.check(id, &l.faults)
	}
	for _, id := range d.concepts {
		l.conceptIDs.check(id, &l.faults)
	}
	for _, o := range d.options {
		l.conceptIDs.check(o.concept, &l.faults)
	}
	for _, id := range d.cells {
		l.checkAsked(id)
	}
	l.pairIDs.check(d.pair, &l.faults)
	l.checkTellsApart(d)
}

// checkAsked reports a cell that is not there or may not be asked.
func (l *loader) checkAsked(id mark) {
	ref, err := model.ParseCellRef(id.text)
	if err != nil {
		return
	}
	if !l.cellExists(id.text) {
		l.faults.Add(id.at, "unknown-reference", "there is no cell %q", id.text)
	}
	for _, c := range l.cells {
		if c.Ref() == ref && c.known && !c.Askable() {
			l.faults.Add(id.at, "ungraded-cell", "the cell %q is not graded, so no question may be about it", id.text)
		}
	}
}

// checkTellsApart reports a question that does not tell the two of its pair
// apart: one must be a right option, the other a wrong one.
func (l *loader) checkTellsApart(d questionDraft) {
	i := slices.IndexFunc(l.pairs, func(p pairDraft) bool { return p.ID == d.Pair })
	if d.Pair == "" || i < 0 {
		return
	}
	has := func(id model.ConceptID, right bool) bool {
		return slices.ContainsFunc(d.Options, func(o model.Option) bool { return o.Concept == id && o.Correct == right })
	}
	p := l.pairs[i]
	if has(p.First, true) && has(p.Second, false) || has(p.Second, true) && has(p.First, false) {
		return
	}
	l.faults.Add(d.pair.at, "pair",
		"a right option has the concept of one of the pair and a wrong option the other: here they do not")
}
