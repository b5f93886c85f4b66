package quiz

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
)

// firstFocus is the option that has the focus when a prompt comes on screen: the
// one chosen. Where one option is right the focus is the choice, so without a
// choice there is none, and enter cannot answer by accident.
func (q *Quiz) firstFocus() int {
	p, e := q.prompt()
	for i, o := range p.Options {
		if slices.Contains(e.Chosen, o.ID) {
			return i
		}
	}
	if p.Pick > 1 {
		return 0
	}
	return -1
}

func (q *Quiz) pressDigit(k tea.KeyPressMsg) tea.Cmd { return q.choose(int(k.Code - '1')) }

// choose chooses an option, or takes the choice back where several are right.
func (q *Quiz) choose(i int) tea.Cmd {
	s := q.run.Session()
	p, _ := q.prompt()
	if i < 0 || i >= len(p.Options) {
		return nil
	}
	q.focus = i
	q.follow()
	if err := s.Choose(p.Options[i].ID, q.deps.Now()); err != nil {
		q.say = err.Error()
		return nil
	}
	return q.keepDraft()
}

// moveFocus goes to the option above or below; where one is right it chooses it.
func (q *Quiz) moveFocus(step int) tea.Cmd {
	p, _ := q.prompt()
	to := min(q.focus+step, len(p.Options)-1)
	if q.focus < 0 && step < 0 {
		to = len(p.Options) - 1
	}
	to = max(0, to)
	if to == q.focus {
		return nil
	}
	if p.Pick == 1 {
		return q.choose(to)
	}
	q.focus = to
	q.follow()
	return nil
}

// keepDraft keeps a test as it stands. In study mode there is only the draft of
// one question, which is kept when the screen is left.
func (q *Quiz) keepDraft() tea.Cmd {
	if s := q.run.Session(); s.Mode() == quiz.Study || s.Done() {
		return nil
	}
	return q.run.Save()
}

// enter answers in study mode and goes on in test mode.
func (q *Quiz) enter() tea.Cmd {
	if q.run.Session().Mode() == quiz.Test {
		return q.next()
	}
	return q.answer(q.run.Answer)
}

// next goes to the next question, and after the last one to the hand-in or the
// result.
func (q *Quiz) next() tea.Cmd {
	s := q.run.Session()
	switch {
	case s.At() < s.Len()-1:
		return q.goTo(s.At() + 1)
	case s.Done():
		q.page = resultPage
	case s.Mode() == quiz.Test:
		return q.toTheEnd()
	}
	return nil
}

// mayGoOn reports whether the right arrow leads on.
func (q *Quiz) mayGoOn() bool {
	s := q.run.Session()
	if s.Mode() == quiz.Test && !s.Done() {
		return true
	}
	return s.At() < s.Len()-1 && s.Entry(s.At()).Graded
}

func (q *Quiz) walk(step int) tea.Cmd {
	if step > 0 {
		return q.next()
	}
	return q.goTo(q.run.Session().At() - 1)
}

func (q *Quiz) goTo(i int) tea.Cmd {
	if err := q.run.Session().Go(i, q.deps.Now()); err != nil {
		q.say = err.Error()
		return nil
	}
	q.page = questionPage
	return q.keepDraft()
}

// nextBlank goes to the next question without an answer, or to the hand-in when
// there is none.
func (q *Quiz) nextBlank(step int) tea.Cmd {
	s := q.run.Session()
	for i := s.At() + step; i >= 0 && i < s.Len(); i += step {
		if blank(s, i) {
			return q.goTo(i)
		}
	}
	if step > 0 {
		return q.toTheEnd()
	}
	return nil
}

// flag marks the question to be looked at again, or takes the mark away.
func (q *Quiz) flag() tea.Cmd {
	if err := q.run.Session().Flag(q.deps.Now()); err != nil {
		q.say = err.Error()
		return nil
	}
	return q.keepDraft()
}

func blank(s *quiz.Session, i int) bool { return len(s.Entry(i).Chosen) != s.Prompt(i).Pick }

// click focuses what is clicked on, and does it if it has the focus already.
func (q *Quiz) click(what target) tea.Cmd {
	q.say = ""
	cmd := q.clickOn(what)
	q.settle()
	return cmd
}

func (q *Quiz) clickOn(what target) tea.Cmd {
	switch st := q.state(); {
	case what.kind == optionTarget && st == asking:
		if p, _ := q.prompt(); p.Pick == 1 && q.focus == what.i {
			return q.enter()
		}
		return q.choose(what.i)
	case what.kind == verdictTarget && st == graded:
		return q.next()
	case what.kind == sourceTarget && st == graded:
		return q.openSource(what.i)
	case what.kind == cellTarget && st == asking:
		return q.goTo(what.i)
	case what.kind == cellTarget && st == lookingOver:
		if q.paperAt == what.i {
			return q.openPlace()
		}
		q.paperAt = what.i
	case what.kind == rowTarget && st == lookingOver:
		if q.paperAt == toHandIn {
			return q.openPlace()
		}
		q.paperAt = toHandIn
	case what.kind == rowTarget && st == leaving:
		if q.leaveAt == what.i {
			return q.openLeaveRow()
		}
		q.leaveAt = what.i
	case what.kind == rowTarget && st == finished:
		if q.rowAt == what.i {
			return q.openRow()
		}
		q.rowAt, q.sure = what.i, false
	}
	return nil
}
