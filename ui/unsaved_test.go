package ui_test

import (
	"context"
	"testing"

	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// noAnswers is a history that keeps everything but answers as long as Fails is
// set.
type noAnswers struct {
	screen.History
	fails bool
}

func (n *noAnswers) Append(ctx context.Context, a []quiz.Answer, s *quiz.Saved) error {
	if n.fails {
		return uitest.ErrDisk
	}
	return n.History.Append(ctx, a, s)
}

// unsavedAnswer is a quiz of ten with one answer that is not on disk.
func unsavedAnswer(t *testing.T) (*uitest.Driver, *noAnswers) {
	t.Helper()
	deps := uitest.Deps(t)
	hist := &noAnswers{History: deps.History}
	deps.History = hist
	d := uitest.OpenWith(t, deps, 80, 24, screen.Practise{})
	d.Want("1 of 10")
	hist.fails = true
	d.Keys("1", "enter")
	d.Want("not saved")
	return d, hist
}

func TestNotSavedStaysUntilTheAnswerItIsAboutIsSaved(t *testing.T) {
	d, hist := unsavedAnswer(t)
	d.Keys("b") // which is saved
	d.Want("bookmark")
	d.Keys("down")
	d.Want("not saved")
	hist.fails = false
	d.Keys("enter", "1", "enter")
	d.WantNot("not saved")
}

func TestClosingASessionTellsWhichAnswersAreLost(t *testing.T) {
	d, _ := unsavedAnswer(t)
	d.Keys("enter", "1", "enter", "esc")
	d.Want("Answers are lost", "2 answers could not be saved, and are lost: database or disk is full")
	d.Keys("enter")
	d.WantNot("not saved", "are lost")
}

func TestClosingASessionThatIsSavedInTheEndTellsNothing(t *testing.T) {
	d, hist := unsavedAnswer(t)
	hist.fails = false
	d.Keys("esc")
	d.Want("Resume")
	d.WantNot("not saved", "lost")
}
