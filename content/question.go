package content

import (
	"path"
	"strings"

	"whose/model"
)

const questionFolder = "questions"

// questionDraft is a question with the places of its parts.
type questionDraft struct {
	model.QuestionSpec
	at                          Place
	lesson, pair                mark
	objectives, concepts, cells []mark
	options                     []optionDraft
}

// optionDraft is where an option and its concept stand.
type optionDraft struct {
	at      Place
	concept mark
}

func (l *loader) readQuestions() {
	isYAML := func(file string) bool { return strings.HasSuffix(file, ".yaml") }
	files := l.list(questionFolder, isYAML, "questions stand in files named <topic>.yaml")
	l.questionIDs.partial = len(files) == 0
	for _, file := range files {
		n, ok := l.open(path.Join(questionFolder, file))
		if !ok {
			l.questionIDs.partial = true
			continue
		}
		for _, v := range l.questionIDs.items(n) {
			l.readQuestion(v)
		}
	}
}

func (l *loader) readQuestion(n node) {
	r := n.record("question",
		[]string{"id", "revision", "lesson", "objectives", "concepts", "cells", "difficulty", "stem", "options"},
		[]string{"pair", "sources"})
	id, stem := r.get("id").id(), r.get("stem").text()
	l.questionIDs.add(id, &l.faults)
	d := questionDraft{
		at: n.at(), lesson: r.get("lesson").text(), pair: r.get("pair").text(),
		objectives: r.get("objectives").refs(), concepts: r.get("concepts").refs(), cells: r.get("cells").refs(),
	}
	if objectives := r.get("objectives"); objectives.isList() && len(objectives.list()) == 0 {
		objectives.fault("empty", "the question tests no objective")
	}
	d.QuestionSpec = model.QuestionSpec{
		ID: model.QuestionID(id.text), Revision: r.get("revision").number(1, 1000), Lesson: model.LessonID(d.lesson.text),
		Objectives: texts[model.ObjectiveID](d.objectives), Concepts: texts[model.ConceptID](d.concepts),
		Pair: model.PairID(d.pair.text), Difficulty: r.get("difficulty").number(1, 3), Stem: stem.text,
		Sources: l.sources(r),
	}
	d.Cells = l.cellRefs(d.cells)
	if options := r.get("options"); l.readOptions(&d, options) {
		checkForm(d.QuestionSpec, options)
		checkSelect(d.QuestionSpec, r.get("stem"))
	}
	l.questions = append(l.questions, d)
}

// cellRefs reads the names of cells; checkReferences looks whether they exist.
func (l *loader) cellRefs(marks []mark) []model.CellRef {
	refs := []model.CellRef{}
	for _, m := range marks {
		ref, err := model.ParseCellRef(m.text)
		if err != nil {
			l.faults.Add(m.at, "unknown-reference", "%v", err)
			continue
		}
		refs = append(refs, ref)
	}
	return refs
}

// readOptions reports whether it could tell how many options are right.
func (l *loader) readOptions(d *questionDraft, options node) bool {
	whole := options.isList()
	ids, said := newNames("option"), make(map[string]bool)
	for _, v := range options.list() {
		r := v.record("option", []string{"id", "text", "correct"}, []string{"reason", "concept"})
		whole = whole && r.get("correct").isFlag()
		id, text, reason := r.get("id").id(), r.get("text").line(0), r.get("reason").str()
		ids.add(id, &l.faults)
		if text != "" && said[text] {
			r.get("text").fault("options", "another option says the same")
		}
		said[text] = true
		if r.ok && reason.text == "" {
			r.get("reason").fault("missing-reason", "the option %q has no reason: say why it is right or wrong", id.text)
		}
		o := optionDraft{at: v.at(), concept: r.get("concept").text()}
		d.options = append(d.options, o)
		d.Options = append(d.Options, model.Option{
			ID: id.text, Text: text, Correct: r.get("correct").flag(), Reason: reason.text,
			Concept: model.ConceptID(o.concept.text),
		})
	}
	return whole
}

// checkForm reports a question that has neither form of the exam.
func checkForm(q model.QuestionSpec, options node) {
	switch n, right := len(q.Options), rightOnes(q); {
	case right == 0:
		options.fault("options", "no option is right")
	case right == 1 && n != 4:
		options.fault("options", "one right answer stands among 4 options, not %d", n)
	case right > 3:
		options.fault("options", "at most 3 options are right, not %d", right)
	case right > 1 && (n < 5 || n > 6):
		options.fault("options", "%d right answers stand among 5 or 6 options, not %d", right, n)
	}
}

func rightOnes(q model.QuestionSpec) int {
	right := 0
	for _, o := range q.Options {
		if o.Correct {
			right++
		}
	}
	return right
}

// checkSelect reports a stem that does not say how many answers are right.
func checkSelect(q model.QuestionSpec, stem node) {
	endings := map[int]string{2: "(Select TWO.)", 3: "(Select THREE.)"}
	right := rightOnes(q)
	for n, ending := range endings {
		switch has := strings.HasSuffix(q.Stem, ending); {
		case n == right && !has:
			stem.fault("select", "%d options are right, so the stem ends with %q", n, ending)
		case n != right && has:
			stem.fault("select", "the stem says %q and %d options are right", ending, right)
		}
	}
}
