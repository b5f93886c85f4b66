package run

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// TimeOver is whether the time of an exam ran out here, and how.
type TimeOver uint8

// The time did not run out, it did so before the learner's eyes, or while the
// exam was not on screen.
const (
	InTime TimeOver = iota
	OverHere
	OverAway
)

// keepEvery is the most thinking time that a crash can cost while a clock runs.
const keepEvery = 10 * time.Second

// tick says that the clock shows another second.
type tick struct{ round int }

// timed reports whether the session has a clock.
func (r *Run) timed() bool { return r.session != nil && r.session.Limit() > 0 }

// Left is how much time is left; it reports false where there is no limit or no
// session.
func (r *Run) Left() (time.Duration, bool) {
	if !r.timed() {
		return 0, false
	}
	return r.session.Left(r.deps.Now())
}

// Limit is how much time there is in all, 0 for no limit or no session.
func (r *Run) Limit() time.Duration {
	if r.session == nil {
		return 0
	}
	return r.session.Limit()
}

// Running reports whether the clock of an exam runs, on screen or not.
func (r *Run) Running() bool {
	return r.timed() && r.Trouble() == nil && !r.session.Done() && !r.session.Pausing()
}

// Pause stops the clock until the session is shown again. The errors are those of
// quiz.Session.Pause.
func (r *Run) Pause() error { return r.session.Pause(r.deps.Now()) }

// TimeOver is whether the session was handed in because its time was over.
func (r *Run) TimeOver() TimeOver { return r.over }

// Expire hands in, as of the deadline, if the time is over and the session on
// screen, and reports whether it was.
func (r *Run) Expire() (tea.Cmd, bool) {
	if !r.shown {
		return nil, false
	}
	return r.expire(OverHere)
}

func (r *Run) expire(how TimeOver) (tea.Cmd, bool) {
	if !r.timed() || r.Busy() || r.Trouble() != nil || !r.session.Expired(r.deps.Now()) {
		return nil, false
	}
	cmd, err := r.HandIn()
	if err != nil {
		r.lost = err
		return nil, true
	}
	r.over, r.kept = how, nil
	return cmd, true
}

// startClock begins a round of ticks. Those of earlier rounds are let go.
func (r *Run) startClock() tea.Cmd {
	r.round++
	if !r.timed() {
		return nil
	}
	r.safe = r.deps.Now()
	return r.nextTick()
}

// nextTick comes when the clock shows another second, so that none is left out.
func (r *Run) nextTick() tea.Cmd {
	if !r.shown || !r.Running() {
		return nil
	}
	left, _ := r.Left()
	wait := left % time.Second
	if wait == 0 {
		wait = time.Second
	}
	return r.deps.After(wait, tick{r.round})
}

func (r *Run) onTick(m tick) tea.Cmd {
	if m.round != r.round || !r.shown {
		return nil
	}
	if cmd, over := r.Expire(); over {
		return cmd
	}
	var save tea.Cmd
	if now := r.deps.Now(); r.Running() && now.Sub(r.safe) >= keepEvery {
		r.safe = now
		save = r.Save()
	}
	return tea.Batch(save, r.nextTick())
}
