package quiz

import (
	"fmt"
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/keys"
)

// action is a binding and what it does. One list of them is what the footer
// shows and what presses are looked up in.
type action struct {
	key key.Binding
	do  func(tea.KeyPressMsg) tea.Cmd
}

// keymap are the bindings that are the same wherever the screen has them.
type keymap struct {
	up, scroll, down, left, right, top, bottom, halfDown, halfUp key.Binding
	space, blank, blankBack                                      key.Binding
	read, cell, words, bookmark, source, copy, report            key.Binding
	flag, over, unsure, takeBack, practise                       key.Binding
}

func newKeymap() keymap {
	scroll, read := keys.Up(), keys.Read()
	scroll.SetHelp(scroll.Help().Key, "scroll")
	read.SetHelp(read.Help().Key, "lesson")
	return keymap{
		up: keys.Up(), scroll: scroll, down: keys.Down(), left: keys.Left("question"), right: keys.Right(), top: keys.Top(), bottom: keys.Bottom(),
		halfDown: keys.HalfDown(), halfUp: keys.HalfUp(), space: keys.Space("choose"), blank: keys.Next("next blank"), blankBack: keys.Prev(),
		read: read, cell: keys.Cell(), words: keys.Words(), bookmark: keys.Bookmark(), source: keys.Source(), copy: keys.Copy(), report: keys.Report(),
		flag: keys.Flag(), over: keys.Overview(), unsure: keys.Unsure(), takeBack: keys.TakeBack(), practise: keys.Practise(),
	}
}

// on is an action that is listed and works only where it does something.
func on(when bool, b key.Binding, do func() tea.Cmd) action {
	return action{keys.When(when, b), func(tea.KeyPressMsg) tea.Cmd { return do() }}
}

// quietly makes an action of what needs no command.
func quietly(f func()) func() tea.Cmd {
	return func() tea.Cmd { f(); return nil }
}

func (q *Quiz) press(k tea.KeyPressMsg) tea.Cmd {
	q.say = ""
	for _, a := range q.actions() {
		if key.Matches(k, a.key) {
			cmd := a.do(k)
			q.settle()
			return cmd
		}
	}
	return nil
}

// actions are what the learner can do now, the most useful first.
func (q *Quiz) actions() []action {
	switch q.state() {
	case troubled:
		return []action{on(q.run.Taken(), keys.Enter("take it over here"), q.run.TakeOver)}
	case asking:
		return q.askingActions()
	case graded:
		return q.gradedActions()
	case lookingOver:
		return q.overviewActions()
	case leaving:
		return q.leaveActions()
	case timeOver:
		return q.timeOverActions()
	case finished:
		return q.resultActions()
	}
	return nil
}

func (q *Quiz) askingActions() []action {
	s := q.run.Session()
	p, e := q.prompt()
	digits := make([]string, len(p.Options))
	for i := range digits {
		digits[i] = strconv.Itoa(i + 1)
	}
	test := s.Mode() == quiz.Test
	pick := "choose"
	if test {
		pick = "pick" // which leaves room for what only a test has
	}
	choose := action{keys.Bind(fmt.Sprintf("1–%d", len(digits)), pick, digits...), q.pressDigit}
	enter := on(true, keys.Enter(q.enterHelp()), q.enter)
	first, second := choose, enter
	if test || len(e.Chosen) == p.Pick {
		first, second = enter, choose
	}
	return slices.Concat([]action{
		first, second,
		on(!test, q.bindings.unsure, q.answerUnsure),
		on(test, q.bindings.flag, q.flag), on(test, q.bindings.over, q.lookOver),
		on(q.run.Running(), keys.Bind("esc", "leave", "esc"), quietly(func() { q.askToLeave(false) })),
	}, q.walkActions(), []action{
		on(test, q.bindings.blank, func() tea.Cmd { return q.nextBlank(1) }),
		on(test, q.bindings.blankBack, func() tea.Cmd { return q.nextBlank(-1) }),
		on(true, q.bindings.up, func() tea.Cmd { return q.moveFocus(-1) }),
		on(true, q.bindings.down, func() tea.Cmd { return q.moveFocus(1) }),
		on(p.Pick > 1, q.bindings.space, func() tea.Cmd { return q.choose(q.focus) }),
		on(true, q.bindings.bookmark, q.bookmark),
		on(true, q.bindings.report, q.report),
	}, q.scrollActions())
}

func (q *Quiz) enterHelp() string {
	s := q.run.Session()
	switch {
	case s.Mode() == quiz.Study:
		return "answer"
	case s.At() == s.Len()-1:
		return "overview"
	}
	return "next"
}

func (q *Quiz) gradedActions() []action {
	s := q.run.Session()
	p, e := q.prompt()
	next := "next"
	if s.At() == s.Len()-1 {
		next = "result"
	}
	scrolls, slip := q.scrolls(), q.mayTakeBack()
	return slices.Concat([]action{
		on(true, keys.Enter(next), q.next),
		on(slip && !e.Right, q.bindings.takeBack, q.takeBack), // here it is noticed
		on(q.seen, keys.Bind("esc", "result", "esc"), quietly(func() { q.page = resultPage })),
		on(p.Lesson != "", q.bindings.read, q.readLesson),
		on(!e.Right, q.bindings.practise, func() tea.Cmd { return q.practise(s.At()) }),
		on(slip && e.Right, q.bindings.takeBack, q.takeBack),
		on(scrolls, q.bindings.scroll, quietly(func() { q.scroll(-1) })),
		on(scrolls, q.bindings.down, quietly(func() { q.scroll(1) })),
		on(len(p.Cells) > 0, q.bindings.cell, q.openCell),
		on(len(q.deps.Course.Glossary()) > 0, q.bindings.words, q.words),
		on(true, q.bindings.bookmark, q.bookmark),
		on(len(p.Sources) > 0, q.bindings.source, func() tea.Cmd { return q.openSource(0) }),
		on(true, q.bindings.report, q.report),
		on(true, q.bindings.copy, q.copy),
	}, q.walkActions(), q.scrollActions())
}

// walkActions go over the questions that may be seen now.
func (q *Quiz) walkActions() []action {
	s := q.run.Session()
	back, forth := s.At() > 0, q.mayGoOn()
	left, right := q.bindings.left, q.bindings.right
	if !back { // then the other speaks for both
		right.SetHelp(left.Help().Key, left.Help().Desc)
	}
	return []action{
		on(back, left, func() tea.Cmd { return q.walk(-1) }),
		on(forth, right, func() tea.Cmd { return q.walk(1) }),
	}
}

func (q *Quiz) scrollActions() []action {
	scrolls := q.scrolls()
	return []action{
		on(scrolls, q.bindings.halfDown, quietly(func() { q.scroll(q.room() / 2) })),
		on(scrolls, q.bindings.halfUp, quietly(func() { q.scroll(-q.room() / 2) })),
		on(scrolls, q.bindings.top, quietly(func() { q.scroll(-q.top) })),
		on(scrolls, q.bindings.bottom, quietly(func() { q.scroll(len(q.document().lines)) })),
	}
}
