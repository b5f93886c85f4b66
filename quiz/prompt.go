// Package quiz draws, asks, grades and scores. It is pure: it does no I/O, and
// the clock and the randomness are passed in.
package quiz

import (
	"fmt"
	"slices"
	"strings"

	"whose/model"
)

// Prompt is one thing asked, ready to show: a hand-written question or a drill.
type Prompt struct {
	Spec       Spec
	Stem       string   // ends in "(Select TWO.)" or "(Select THREE.)" when Pick is more than 1
	Options    []Option // in the order shown
	Pick       int      // how many options are right
	Objectives []model.ObjectiveID
	Lesson     model.LessonID  // where it is taught
	Cells      []model.CellRef // what it is about, the one to open first; a question may have none
	Sources    []string
}

// Option is one answer to a prompt and the reason why it is right or wrong.
type Option struct {
	ID      string
	Text    string
	Correct bool
	Reason  string
	Concept model.ConceptID // empty when the option is no confusable thing
	Cell    model.CellRef   // the cell that a drill's option grades; zero in a question, and in a who drill, where all options are about one cell
}

// Option finds an option by id.
func (p Prompt) Option(id string) (Option, bool) {
	i := slices.IndexFunc(p.Options, func(o Option) bool { return o.ID == id })
	if i < 0 {
		return Option{}, false
	}
	return p.Options[i], true
}

// Words counts the words that have to be read: those of the stem and of the
// options.
func (p Prompt) Words() int {
	n := len(strings.Fields(p.Stem))
	for _, o := range p.Options {
		n += len(strings.Fields(o.Text))
	}
	return n
}

// Make makes the prompt that a spec describes. The error is ErrGone when the
// course no longer holds it as it was.
func Make(c *model.Course, s Spec) (Prompt, error) {
	p, err := assemble(c, s)
	if err != nil {
		return Prompt{}, err
	}
	if !slices.Equal(p.Spec.Right, s.Right) {
		return Prompt{}, gone("another answer is right now")
	}
	return p, nil
}

// assemble makes the prompt from what a spec asks and in which order; which
// options are right it reads off the course.
func assemble(c *model.Course, s Spec) (p Prompt, err error) {
	if s.Drill != nil {
		p, err = drillPrompt(c, *s.Drill, s.Order)
	} else {
		p, err = questionPrompt(c, s)
	}
	if err != nil {
		return Prompt{}, err
	}
	s.Right = nil
	for _, o := range p.Options {
		if o.Correct {
			s.Right = append(s.Right, o.ID)
		}
	}
	if len(s.Right) == 0 {
		return Prompt{}, gone("none of the options is right now")
	}
	p.Spec, p.Pick = s, len(s.Right)
	if s.Drill != nil {
		p.Stem += instruction(p.Pick)
	}
	return p, nil
}

func questionPrompt(c *model.Course, s Spec) (Prompt, error) {
	q, ok := c.Question(s.Question)
	if !ok {
		return Prompt{}, gone("question %q", s.Question)
	}
	if q.Revision() != s.Revision {
		return Prompt{}, gone("question %s at revision %d", s.Question, s.Revision)
	}
	options := make([]Option, 0, len(q.Options()))
	for _, o := range q.Options() {
		options = append(options, Option{ID: o.ID, Text: o.Text, Correct: o.Correct, Reason: o.Reason, Concept: o.Concept})
	}
	options, err := arrange(options, s.Order)
	if err != nil {
		return Prompt{}, fmt.Errorf("question %s: %w", s.Question, err)
	}
	return Prompt{
		Stem:       q.Stem(),
		Options:    options,
		Objectives: q.Objectives(),
		Lesson:     q.Lesson(),
		Cells:      q.Cells(),
		Sources:    q.Sources(),
	}, nil
}

// arrange puts the options in the order of their ids in order, which must name
// each of them once.
func arrange(options []Option, order []string) ([]Option, error) {
	if len(order) != len(options) {
		return nil, gone("%d options in place of %d", len(options), len(order))
	}
	arranged := make([]Option, 0, len(order))
	for i, id := range order {
		at := slices.IndexFunc(options, func(o Option) bool { return o.ID == id })
		if at < 0 || slices.Contains(order[:i], id) {
			return nil, gone("option %q", id)
		}
		arranged = append(arranged, options[at])
	}
	return arranged, nil
}

// instruction is what the exam adds to a stem with several right options.
func instruction(pick int) string {
	if pick < 2 {
		return ""
	}
	return fmt.Sprintf(" (Select %s.)", numeral(pick))
}

// numeral spells how many options to choose as the exam does.
func numeral(n int) string {
	switch n {
	case 1:
		return "ONE"
	case 2:
		return "TWO"
	case 3:
		return "THREE"
	}
	return fmt.Sprint(n)
}
