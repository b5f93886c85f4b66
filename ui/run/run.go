// Package run is a session while a screen shows it: it grades, brings answers
// and drafts to disk one write at a time, and holds back keys meanwhile.
//
// A screen that runs a session gives Init's command back from its own Init,
// calls Show on screen.Shown and Leave from its own Leave, and in Update first
// offers each message to Update and each key press to Keep. After Update took a
// message, the screen draws what changed and handles the keys of NextKey. Where
// a session can have a clock, it asks Expire before it does what a key says. It
// tells Attend when it shows something else of the session than its prompt.
package run

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/screen"
)

// Run is a session on screen. Like a screen it is used in Update only.
type Run struct {
	deps    *screen.Deps
	id      string
	session *quiz.Session // nil until one that was left is back
	past    bool          // it is finished, and only looked at

	shown    bool  // the screen is on top
	claiming bool  // the session is being fetched
	left     bool  // it was given up in good order when the screen was left: claim it before going on
	back     bool  // shown again while a write is under way
	stored   bool  // it is in the history
	stale    bool  // the last write of it failed
	taken    error // another window has it
	lost     error // it cannot be had

	unsaved []quiz.Answer // graded, and not known to be on disk
	undone  []string      // answers taken back, which the history is not known to have noted
	resting bool          // no prompt is on screen
	saving  bool          // the last grading is not to be shown before its write ends
	pending bool          // something changed since the write under way began
	writing int           // writes under way: one, or two when the last is a farewell that waits for the first
	last    <-chan struct{}
	kept    []tea.KeyPressMsg

	round int       // which ticks of the clock count: those since the screen was shown last
	safe  time.Time // when the session was last saved because of its clock
	over  TimeOver
}

// New runs a session that begins here.
func New(d *screen.Deps, s *quiz.Session) *Run {
	return &Run{deps: d, id: s.ID(), session: s}
}

// Resume runs a session that was left; Init fetches it.
func Resume(d *screen.Deps, id string) *Run { return &Run{deps: d, id: id} }

// Past looks at a session that is finished; Init fetches it. Nothing is graded or
// written.
func Past(d *screen.Deps, id string) *Run { return &Run{deps: d, id: id, past: true} }

// Init says that the screen is opened. A session with a clock is kept from its
// beginning, whatever happens then.
func (r *Run) Init() tea.Cmd {
	r.shown = true
	if r.session == nil {
		return r.claim(false)
	}
	cmd := r.appear()
	if r.timed() {
		cmd = tea.Batch(cmd, r.Save())
	}
	return cmd
}

// appear has the session on screen: the thinking time runs, and its clock.
func (r *Run) appear() tea.Cmd {
	r.session.Show(r.deps.Now())
	if r.resting {
		r.session.Rest(r.deps.Now())
	}
	if cmd, over := r.expire(OverAway); over {
		return cmd
	}
	return r.startClock()
}

// Session is what is run. It is nil while it is being fetched and when that
// failed, and may be another one after Update took a message: never keep it.
func (r *Run) Session() *quiz.Session { return r.session }

// test reports whether the session is a test: it counts when it is handed in, as
// a whole, by the window that has it.
func (r *Run) test() bool { return r.session != nil && r.session.Mode() == quiz.Test }

// Saving reports that what was just graded is not on disk yet: it is not to be
// shown before it is, or before that has failed.
func (r *Run) Saving() bool { return r.saving }

// Busy reports that the screen has to wait: for its session, or for the answer
// just graded to be on disk.
func (r *Run) Busy() bool { return r.saving || r.claiming || r.back }

// Keep takes a key that comes while the run is busy and reports whether it did.
// Once the time is over it drops it: it was meant for a question.
func (r *Run) Keep(k tea.KeyPressMsg) bool {
	if !r.Busy() {
		return false
	}
	if r.over == InTime {
		r.kept = append(r.kept, k)
	}
	return true
}

// NextKey is the oldest key that was kept. There is none while the run is busy,
// so that a kept key which grades holds back the ones behind it.
func (r *Run) NextKey() (k tea.KeyPressMsg, ok bool) {
	if r.Busy() || len(r.kept) == 0 {
		return k, false
	}
	k, r.kept = r.kept[0], r.kept[1:]
	return k, true
}

// Answer grades the draft of the current prompt, in study mode. The errors are
// those of quiz.Session.Answer.
func (r *Run) Answer() (tea.Cmd, error) {
	a, err := r.session.Answer(r.deps.Now(), r.deps.NewID)
	if err != nil {
		return nil, err
	}
	return r.graded(a), nil
}

// AnswerUnsure does what Answer does and notes that the learner is not sure.
func (r *Run) AnswerUnsure() (tea.Cmd, error) {
	a, err := r.session.AnswerUnsure(r.deps.Now(), r.deps.NewID)
	if err != nil {
		return nil, err
	}
	return r.graded(a), nil
}

// TakeBack opens the current prompt again, in study mode, and has the history
// forget its answer. The errors are those of quiz.Session.TakeBack.
func (r *Run) TakeBack() (tea.Cmd, error) {
	id, err := r.session.TakeBack(r.deps.Now())
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(r.unsaved, func(a quiz.Answer) bool { return a.ID == id }); i >= 0 {
		r.unsaved = slices.Delete(r.unsaved, i, i+1) // it never got to the disk
	} else {
		r.undone = append(r.undone, id)
	}
	return r.Save(), nil
}

// HandIn grades everything, in test mode. The errors are those of
// quiz.Session.HandIn.
func (r *Run) HandIn() (tea.Cmd, error) {
	answers, err := r.session.HandIn(r.deps.Now(), r.deps.NewID)
	if err != nil {
		return nil, err
	}
	return r.graded(answers...), nil
}

func (r *Run) graded(answers ...quiz.Answer) tea.Cmd {
	r.unsaved = append(r.unsaved, answers...)
	r.saving = true
	return r.Save()
}

// Show says that the screen is on top again.
func (r *Run) Show() tea.Cmd {
	r.shown = true
	switch {
	case r.session == nil || r.claiming || r.Trouble() != nil:
		return nil
	case r.writing > 0:
		r.back = true
		return nil
	case r.left:
		return r.claim(false)
	}
	return r.appear()
}

// Attend says whether the screen shows the current prompt or something else of the
// session, such as all of the paper: only of a prompt the learner is thinking.
func (r *Run) Attend(toPrompt bool) {
	if r.resting == !toPrompt {
		return
	}
	r.resting = !toPrompt
	switch {
	case !r.shown || r.claiming || r.back || r.session == nil || r.session.Pausing():
	case toPrompt:
		r.session.Show(r.deps.Now())
	default:
		r.session.Rest(r.deps.Now())
	}
}

// Leave says that the screen is covered or closed, or that the program ends. Its
// command keeps everything on its own: no Update need follow.
func (r *Run) Leave() tea.Cmd {
	if !r.shown {
		return nil
	}
	r.shown, r.back = false, false
	r.round++
	if r.past {
		return nil
	}
	if r.session != nil {
		r.session.Hide(r.deps.Now())
	}
	return r.farewell()
}
