// Package quiz is the screen that runs a session: it asks, shows why each option
// is right or wrong, and says what the session came to.
package quiz

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/run"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Quiz is a session on screen.
type Quiz struct {
	deps     *screen.Deps
	run      *run.Run
	page     page
	seen     bool // the result was shown: esc leads from a question back to it
	focus    int  // the option with the focus, -1 while there is none
	handAt   int  // the row with the focus on the hand-in page
	rowAt    int  // the same on the result page
	say      string
	at       place
	top      int // the first line in sight
	query    string
	match    int // the match that find stands at
	marks    map[mark]bool
	w, h     int
	zones    widget.Zones[target]
	bindings keymap
	drawn    *document // what View draws until something changes
}

// page is what the screen shows of the session.
type page uint8

const (
	questionPage page = iota
	handInPage
	resultPage
)

// state is what the learner can do now.
type state uint8

const (
	waiting  state = iota // for the session to be fetched
	troubled              // it is not to be had here
	asking
	graded
	handingIn
	finished
)

// place is what is on screen: when it changes, the screen begins at its top.
type place struct {
	state  state
	prompt int
}

// New shows a session that begins here.
func New(d *screen.Deps, s *quiz.Session) *Quiz { return open(d, run.New(d, s)) }

// Resume goes on with a session that was left.
func Resume(d *screen.Deps, id string) *Quiz { return open(d, run.Resume(d, id)) }

func open(d *screen.Deps, r *run.Run) *Quiz {
	q := &Quiz{deps: d, run: r, focus: -1, w: screen.MinWidth, h: screen.MinHeight - 1, bindings: newKeymap()}
	q.settle()
	return q
}

// mark is what a bookmark stands on.
type mark struct {
	kind history.Kind
	id   string
}

// marked are bookmarks that were found, set or taken away.
type marked map[mark]bool

// Init begins the session, or fetches it.
func (q *Quiz) Init() tea.Cmd {
	hist := q.deps.History
	return tea.Batch(q.run.Init(), func() tea.Msg {
		all, err := hist.Bookmarks(context.Background())
		if err != nil {
			return nil // then none is shown
		}
		found := make(marked, len(all))
		for _, b := range all {
			found[mark{b.Kind, b.ID}] = true
		}
		return found
	})
}

// Leave keeps the session for later.
func (q *Quiz) Leave() tea.Cmd { return q.run.Leave() }

// Update handles keys, clicks and what the history answers.
func (q *Quiz) Update(msg tea.Msg) tea.Cmd {
	q.drawn = nil
	if cmd, ok := q.run.Update(msg); ok {
		return tea.Batch(cmd, q.goOn())
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if q.run.Keep(msg) {
			return nil
		}
		return q.press(msg)
	case screen.Shown:
		return q.run.Show()
	case screen.Resized:
		q.resize(msg.W, msg.H)
	case screen.Wheel:
		q.scroll(msg.Step)
	case screen.Click:
		if what, ok := q.zones.At(msg.X, msg.Y); ok && !q.run.Busy() {
			return q.click(what)
		}
	case marked:
		if q.marks == nil {
			q.marks = make(map[mark]bool)
		}
		for m, set := range msg {
			q.marks[m] = set
		}
	}
	return nil
}

// goOn draws what a write or a fetch has changed and handles the keys that were
// pressed meanwhile.
func (q *Quiz) goOn() tea.Cmd {
	if s := q.run.Session(); s != nil && q.page == handInPage {
		q.handAt = min(q.handAt, len(blanks(s))) // another window may have filled some
		if s.Done() && !q.run.Saving() {
			q.page = resultPage
		}
	}
	q.settle()
	var cmds []tea.Cmd
	for k, ok := q.run.NextKey(); ok; k, ok = q.run.NextKey() {
		cmds = append(cmds, q.press(k))
	}
	return tea.Batch(cmds...)
}

// state tells what the learner can do now.
func (q *Quiz) state() state {
	s := q.run.Session()
	switch {
	case q.run.Trouble() != nil:
		return troubled
	case s == nil:
		return waiting
	case q.page == handInPage:
		return handingIn
	case q.page == resultPage:
		return finished
	case s.Entry(s.At()).Graded && !q.run.Saving():
		return graded
	}
	return asking
}

// prompt is what is asked now, and how far the learner is with it.
func (q *Quiz) prompt() (quiz.Prompt, quiz.Entry) {
	s := q.run.Session()
	return s.Prompt(s.At()), s.Entry(s.At())
}

// settle begins at the top, the verdict or the focus when something else has
// come on screen.
func (q *Quiz) settle() {
	now := place{state: q.state()}
	if now.state == asking || now.state == graded {
		now.prompt = q.run.Session().At()
	}
	if now == q.at {
		return
	}
	q.at, q.top = now, 0
	switch now.state {
	case asking:
		q.focus = q.firstFocus()
		q.follow()
	case graded:
		q.toVerdict()
	case handingIn:
		q.handAt = 0
	case finished:
		q.seen = true
		q.follow()
	}
	q.clamp()
}

// Keys are the screen's bindings.
func (q *Quiz) Keys() []key.Binding {
	actions := q.actions()
	all := make([]key.Binding, 0, len(actions))
	for _, a := range actions {
		all = append(all, a.key)
	}
	return all
}

// Title names the screen.
func (q *Quiz) Title() string {
	s := q.run.Session()
	if s == nil {
		return "Quiz"
	}
	if s.Kind() == quiz.KindChecks {
		return "Check yourself · " + s.Title()
	}
	return "Quiz · " + s.Title()
}
