package quiz

import (
	"slices"
	"time"

	"whose/model"
)

// Answer is one graded response, as the history keeps it.
type Answer struct {
	ID       string // random, from the caller
	Session  string
	At       time.Time // with the learner's zone
	Mode     Mode
	Spec     Spec
	Task     model.TaskID // of its first objective; empty when it has none
	Order    []string     // option ids as shown
	Chosen   []string     // option ids, in the order shown
	Thinking time.Duration
	Words    int     // that had to be read: stem and options
	Unsure   bool    // the learner said so, or had flagged it
	Right    bool    // all the right options and no other, as in the exam
	Grades   []Grade // at least one

	Confusions []Confusion // what was taken for what, each once; empty when right
}

// The time that reading and choosing take, by assumption: adults read such texts
// at about 240 words a minute, and need some seconds to press the key.
const (
	readingPace = time.Minute / 240 // for one word
	choosing    = 3 * time.Second
)

// Tempo is the thinking time of an answer as a multiple of the time that reading
// it and choosing take, so that answers to long and short questions can be
// compared. It is 0 where the time or the words are not known.
func Tempo(a Answer) float64 {
	if a.Thinking <= 0 || a.Words <= 0 {
		return 0
	}
	return float64(a.Thinking) / float64(time.Duration(a.Words)*readingPace+choosing)
}

// Grade is what one answer says of one item.
type Grade struct {
	Item  model.Item
	Right bool
}

// Grade judges a choice of options. The whole is right when all the right
// options are chosen and no other. A question grades itself, a who drill its
// cell; a where or move drill grades the cell of every option, right when the
// option was chosen and had to be, or was left and had to be.
func (p Prompt) Grade(c *model.Course, chosen []string) (right bool, grades []Grade) {
	right = true
	for _, o := range p.Options {
		fits := slices.Contains(chosen, o.ID) == o.Correct
		right = right && fits
		if cell, ok := c.Matrix().Cell(o.Cell); ok {
			grades = append(grades, Grade{model.CellItem(cell), fits})
		}
	}
	if len(grades) > 0 {
		return right, grades
	}
	return right, []Grade{{p.item(c), right}}
}

// item is what a prompt grades as a whole.
func (p Prompt) item(c *model.Course) model.Item {
	if p.Spec.Drill == nil {
		return model.QuestionItem(p.Spec.Question, p.Spec.Revision)
	}
	cell, _ := c.Matrix().Cell(p.Spec.Drill.ref())
	return model.CellItem(cell)
}

// taskOf is the task of the first of some objectives, empty when there is none.
func taskOf(c *model.Course, ids []model.ObjectiveID) model.TaskID {
	if len(ids) == 0 {
		return ""
	}
	o, _ := c.Objective(ids[0])
	return o.Task
}
