package run_test

import (
	"context"
	"errors"
	"testing"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// noUndo is a history that cannot take answers back, for a while.
type noUndo struct {
	screen.History
	err   error
	calls int
}

func (n *noUndo) Undo(ctx context.Context, id string, s *quiz.Saved) error {
	n.calls++
	if n.err != nil {
		return n.err
	}
	return n.History.Undo(ctx, id, s)
}

// takeBack takes the last answer back.
func (w *window) takeBack() {
	w.t.Helper()
	cmd, err := w.run.TakeBack()
	if err != nil {
		w.t.Fatal(err)
	}
	w.do(cmd)
}

func TestTakingBackIsOneWrite(t *testing.T) {
	w := open(t, quiz.Study)
	w.do(w.answer())
	c := &counted{History: w.deps.History}
	w.deps.History = c
	w.takeBack()
	if c.appends != 0 || w.answered() != 0 {
		t.Errorf("%d more writes, %d answers: want none", c.appends, w.answered())
	}
	if saved, err := w.deps.History.Session(t.Context(), "s1"); err != nil || saved.Entries[0].Graded {
		t.Errorf("%v: the session on disk has the answer still", err)
	}
}

func TestTakingBackThatFailsGoesWithTheNextWrite(t *testing.T) {
	w := open(t, quiz.Study)
	w.do(w.answer())
	broken := &noUndo{History: w.deps.History, err: uitest.ErrDisk}
	w.deps.History = broken
	w.takeBack()
	if !w.unsaved() || w.answered() != 1 {
		t.Errorf("unsaved %v, %d answers on disk", w.unsaved(), w.answered())
	}
	broken.err = nil
	w.do(w.run.Leave())
	if w.answered() != 0 || w.unsaved() {
		t.Errorf("%d answers on disk, unsaved %v: want it taken back", w.answered(), w.unsaved())
	}
	w.do(w.run.Show())
	w.do(w.answer())
	if broken.calls != 2 || w.answered() != 1 {
		t.Errorf("%d times taken back, %d answers: want no more of it", broken.calls, w.answered())
	}
}

func TestAnAnswerThatTheHistoryLostNeedsNoTakingBack(t *testing.T) {
	w := open(t, quiz.Study)
	w.do(w.answer())
	w.deps.History = &noUndo{History: w.deps.History, err: history.ErrUnknown}
	w.takeBack()
	if w.unsaved() {
		t.Error("the learner is told that something is not saved")
	}
	if saved, err := w.deps.History.Session(t.Context(), "s1"); err != nil || saved.Entries[0].Graded {
		t.Errorf("%v: the session is not written", err)
	}
}

// What was graded is kept although another window has the session, and although
// the same write has to take another answer back first.
func TestAnAnswerIsKeptThatGoesWithTakingBackAfterATakeOver(t *testing.T) {
	a, b := twoWindows(t)
	a.do(a.answer())
	broken := &noUndo{History: a.deps.History, err: uitest.ErrDisk}
	a.deps.History = broken
	a.takeBack()
	b.do(b.run.Init())
	b.do(b.run.TakeOver())
	broken.err = nil
	a.do(a.answer())
	if !errors.Is(a.run.Trouble(), history.ErrTakenOver) || a.unsaved() {
		t.Errorf("trouble %v, unsaved %v", a.run.Trouble(), a.unsaved())
	}
	if a.answered() != 2 {
		t.Errorf("%d answers on disk, want the first and the one that took the second's place", a.answered())
	}
}
