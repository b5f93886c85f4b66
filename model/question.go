package model

import (
	"errors"
	"fmt"
)

// QuestionID names a question for ever: an id is never reused.
type QuestionID string

// ConceptID names a thing that can be taken for another.
type ConceptID string

// PairID names two concepts that learners mix up, "first/second".
type PairID string

// Concept is a thing that can be confused with another, such as the guest OS.
type Concept struct {
	ID    ConceptID `json:"id"`
	Name  string    `json:"name"`
	Words []string  `json:"words"` // what else a table or a text calls it
}

// Pair is two concepts that learners mix up.
type Pair struct {
	ID     PairID    `json:"id"`
	First  ConceptID `json:"first"`
	Second ConceptID `json:"second"`
}

// Option is one of a question's answers, with the reason why it is right or
// wrong. Its id never changes; where it stands does.
type Option struct {
	ID      string    `json:"id"`
	Text    string    `json:"text"`
	Correct bool      `json:"correct"`
	Reason  string    `json:"reason"`
	Concept ConceptID `json:"concept,omitempty"`
}

// QuestionSpec is everything a question is made of, before NewQuestion has
// looked at it.
type QuestionSpec struct {
	ID         QuestionID    `json:"id"`
	Revision   int           `json:"revision"` // from 1; rises only when the right answer or the thing asked changes
	Lesson     LessonID      `json:"lesson"`
	Objectives []ObjectiveID `json:"objectives"`
	Concepts   []ConceptID   `json:"concepts"`
	Cells      []CellRef     `json:"cells"`
	Pair       PairID        `json:"pair,omitempty"`
	Difficulty int           `json:"difficulty"` // 1 recall, 2 tell apart, 3 apply
	Stem       string        `json:"stem"`
	Options    []Option      `json:"options"`
	Sources    []string      `json:"sources"`
}

// Question is a spec that has one of the exam's two forms: one right answer of
// four, or two or three right ones of five or six.
type Question struct{ spec QuestionSpec }

// NewQuestion refuses a spec that no exam question can be, and says all that is
// wrong with it.
func NewQuestion(spec QuestionSpec) (Question, error) {
	var errs []error
	bad := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("question %s: %s", spec.ID, fmt.Sprintf(format, args...)))
	}
	right := 0
	seen := make(map[string]bool, len(spec.Options))
	for _, o := range spec.Options {
		if o.Correct {
			right++
		}
		if o.ID == "" {
			bad("an option has no id")
		} else if seen[o.ID] {
			bad("option %s stands twice", o.ID)
		}
		seen[o.ID] = true
	}
	switch n := len(spec.Options); {
	case right == 0:
		bad("it has no right option")
	case right == 1 && n != 4:
		bad("one right answer stands among 4 options, not %d", n)
	case right > 3:
		bad("at most 3 options are right, not %d", right)
	case right > 1 && (n < 5 || n > 6):
		bad("%d right answers stand among 5 or 6 options, not %d", right, n)
	}
	if spec.ID == "" {
		bad("it has no id")
	}
	if spec.Stem == "" {
		bad("it has no stem")
	}
	if spec.Revision < 1 {
		bad("revisions count from 1")
	}
	if spec.Difficulty < 1 || spec.Difficulty > 3 {
		bad("difficulty is 1, 2 or 3")
	}
	if len(errs) > 0 {
		return Question{}, errors.Join(errs...)
	}
	return Question{spec}, nil
}

// ID names the question.
func (q Question) ID() QuestionID { return q.spec.ID }

// Revision counts, from 1, how often the thing asked or its answer changed.
func (q Question) Revision() int { return q.spec.Revision }

// Lesson teaches what the question asks.
func (q Question) Lesson() LessonID { return q.spec.Lesson }

// Objectives are the bullets of the exam guide that the question tests.
func (q Question) Objectives() []ObjectiveID { return q.spec.Objectives }

// Concepts are the confusable things that the question is about.
func (q Question) Concepts() []ConceptID { return q.spec.Concepts }

// Cells are the cells of the matrix that the question is about.
func (q Question) Cells() []CellRef { return q.spec.Cells }

// Pair names the two things that the question tells apart, if it does.
func (q Question) Pair() PairID { return q.spec.Pair }

// Difficulty is 1 for recall, 2 for telling things apart, 3 for applying.
func (q Question) Difficulty() int { return q.spec.Difficulty }

// Stem is the situation and the question.
func (q Question) Stem() string { return q.spec.Stem }

// Options are the answers as the author ordered them. The caller must not
// change them.
func (q Question) Options() []Option { return q.spec.Options }

// Sources are AWS's pages that settle the question.
func (q Question) Sources() []string { return q.spec.Sources }

// Spec is a copy of what the question is made of.
func (q Question) Spec() QuestionSpec { return q.spec }

// Right counts the right options.
func (q Question) Right() int {
	n := 0
	for _, o := range q.spec.Options {
		if o.Correct {
			n++
		}
	}
	return n
}
