// Package quiz is the screen that runs a session: it asks, shows why each option
// is right or wrong, and says what the session came to. A test can be looked over
// as a whole, an exam has a clock.
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
	deps      *screen.Deps
	run       *run.Run
	page      page
	seen      bool   // the result was shown: esc leads from a question back to it
	focus     int    // the option with the focus, -1 while there is none
	paperAt   int    // the question with the focus on the overview, toHandIn for the row above them
	rowAt     int    // the row with the focus on the result page
	leaveAt   int    // the row with the focus on the page that asks before an exam is left
	quitting  bool   // leaving it ends the program
	told      bool   // the learner has seen that the time is over
	past      bool   // the session is only looked at
	concluded bool   // what the end of the session calls for is done
	after     string // what follows from the session for the days to come
	say       string
	at        place
	shown     *quiz.Session // the one that was on screen last
	from      page          // the one that the page which asks before an exam is left came from
	sure      bool          // the learner is asked whether the clock is to start
	top       int           // the first line in sight
	query     string
	match     int // the match that find stands at
	marks     map[mark]bool
	w, h      int
	zones     widget.Zones[target]
	bindings  keymap
	drawn     *document // what View draws until something changes
}

// page is what the screen shows of the session.
type page uint8

const (
	questionPage page = iota
	paperPage
	leavePage
	resultPage
)

// state is what the learner can do now.
type state uint8

const (
	waiting  state = iota // for the session to be fetched
	troubled              // it is not to be had here
	asking
	graded
	lookingOver // all of the paper, before the hand-in
	leaving
	timeOver
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

// NewPast shows a session that is finished: what it came to, its questions with
// their reasons, and ways to ask them again.
func NewPast(d *screen.Deps, id string) *Quiz {
	q := open(d, run.Past(d, id))
	q.past, q.page, q.seen = true, resultPage, true
	return q
}

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
		if cmd, over := q.expire(); over {
			return cmd
		}
		return q.press(msg)
	case screen.Shown:
		return q.run.Show()
	case screen.Resized:
		q.resize(msg.W, msg.H)
	case screen.Wheel:
		q.scroll(msg.Step)
	case screen.Click:
		if cmd, over := q.expire(); over {
			return cmd
		}
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
	case afterwards:
		q.after = string(msg)
	}
	return nil
}

// expire hands in if the time is over: what was pressed comes too late.
func (q *Quiz) expire() (tea.Cmd, bool) {
	cmd, over := q.run.Expire()
	if over {
		q.say = ""
		q.settle()
	}
	return cmd, over
}

// goOn draws what a write or a fetch has changed and handles the keys that were
// pressed meanwhile.
func (q *Quiz) goOn() tea.Cmd {
	s := q.run.Session()
	if s != nil && q.page == paperPage {
		q.paperAt = min(q.paperAt, s.Len()-1) // questions may have been taken out
		if s.Done() && !q.run.Saving() {
			q.page = resultPage
		}
	}
	var cmds []tea.Cmd
	if s != nil && s.Done() && !q.past && !q.run.Saving() {
		cmds = append(cmds, q.conclude())
	}
	q.settle()
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
	case q.run.TimeOver() != run.InTime && !q.told:
		return timeOver
	case q.page == paperPage:
		return lookingOver
	case q.page == leavePage:
		return leaving
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
	q.run.Attend(now.state != lookingOver && now.state != leaving)
	fetched := q.run.Session() != q.shown
	q.shown = q.run.Session()
	if now == q.at {
		if fetched && now.state == asking { // another window may have chosen meanwhile
			q.focus = q.firstFocus()
			q.follow()
		}
		return
	}
	q.at, q.top, q.sure = now, 0, false
	switch now.state {
	case asking:
		q.focus = q.firstFocus()
		q.follow()
	case graded:
		q.toVerdict()
	case lookingOver:
		q.follow()
	case leaving:
		q.leaveAt = 0
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
	switch s.Kind() {
	case quiz.KindChecks:
		return "Check yourself · " + s.Title()
	case quiz.KindExam:
		return "Mock exam"
	case quiz.KindReview:
		return "Review"
	case quiz.KindPlacement:
		return "Placement"
	case quiz.KindTestMe: // one of the past, whose title says so itself
		return s.Title()
	}
	return "Quiz · " + s.Title()
}
