package quiz_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/screen"
	quizscreen "whose/ui/screen/quiz"
	"whose/ui/uitest"
)

// another is the program in another window, which goes on with p's session.
func (p *paper) another(dir string) *uitest.Driver {
	p.t.Helper()
	d := uitest.Deps(p.t)
	d.History = store(p.t.(*testing.T), dir, "there", d.Course, d)
	return uitest.OpenWith(p.t, d, 80, 24, screen.Resume{ID: p.session.ID(), Kind: quiz.KindQuiz})
}

// here is a session of a window that others share the history with.
func here(t *testing.T, mode quiz.Mode) (p *paper, dir string) {
	t.Helper()
	dir = t.TempDir()
	d := uitest.Deps(t)
	d.History = store(t, dir, "here", d.Course, d)
	return ask(t, d, 80, 24, mode, questions(t, d, 2, false)...), dir
}

func TestWhatIsShownAfterATakeoverIsWhatIsStored(t *testing.T) {
	p, dir := here(t, quiz.Test)
	p.Keys("2")
	there := p.another(dir)
	there.Keys("enter")
	there.Want("› 2")
	p.Keys("1")
	p.Want("Another window has taken this test over.", "is not kept")
	p.Keys("enter")
	p.Want("1 of 2", "› 2")
	p.WantNot("› 1")
}

func TestWhatAnotherWindowChoseMeanwhileIsShown(t *testing.T) {
	p, dir := here(t, quiz.Test)
	p.Keys("2", ":")
	p.Type("lessons")
	p.Keys("enter", "enter")
	p.WantNot("1 of 2")
	there := p.another(dir)
	there.Keys("3", "esc")
	p.Keys("esc")
	for range 3 { // from whatever was opened
		if p.line("1 of 2") == "" {
			p.Keys("esc")
		}
	}
	p.Want("1 of 2", "› 3")
}

func TestTwoEntersOnTheHandInShowTheResult(t *testing.T) {
	d := uitest.Deps(t)
	s := session(t, d, quiz.Test, questions(t, d, 2, false))
	q := quizscreen.New(d, s)
	q.Update(screen.Resized{W: 80, H: 23})
	q.Update(uitest.Key("v"))
	q.Update(uitest.Key("g"))
	write := q.Update(uitest.Key("enter"))
	q.Update(uitest.Key("enter")) // before it is on disk
	for _, msg := range results(q.Update(write())) {
		if _, ok := msg.(screen.OpenQuiz); ok {
			t.Error("the retry begins at once")
		}
	}
	if view := q.View(80, 23); !strings.Contains(view, "0 of 2 right") {
		t.Errorf("the result is not shown:\n%s", view)
	}
}

// results are what a command gives, and all that it is made of.
func results(cmd tea.Cmd) (all []tea.Msg) {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	for _, c := range batch {
		all = append(all, results(c)...)
	}
	return all
}
