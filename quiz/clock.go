package quiz

import (
	"fmt"
	"time"
)

// Clock is the time that an exam allows. Its deadline is a moment of the wall
// clock: it comes nearer while the program is away, and only a pause puts it
// off. Time that was seen once is gone: where the computer's clock runs
// backwards this one stands still. After the deadline it stands still too.
//
// A Clock is a value: what happens to it makes another one. The zero Clock is
// none; it never runs.
type Clock struct {
	started time.Time
	limit   time.Duration
	seen    time.Time // the latest moment it was looked at, at most the deadline
	state   clockState
	away    time.Duration
	paused  time.Duration
}

type clockState uint8

const (
	clockAway clockState = iota // it runs, and the exam is not on screen
	clockShown
	clockPaused
	clockStopped // handed in
)

// NewClock starts a clock of an exam that is not yet on screen. Without a limit
// it is the zero Clock.
func NewClock(started time.Time, limit time.Duration) Clock {
	if limit <= 0 {
		return Clock{}
	}
	started = wall(started)
	return Clock{started: started, limit: limit, seen: started}
}

// wall is a moment by the wall clock alone: the other one of the operating
// system may stand still while the computer sleeps.
func wall(t time.Time) time.Time { return t.Round(0) }

// Exists reports whether there is a limit at all.
func (c Clock) Exists() bool { return c.limit > 0 }

// Limit is how much time there was at the start, pauses left out.
func (c Clock) Limit() time.Duration { return c.limit }

// Deadline is when the time is over, if there is no further pause.
func (c Clock) Deadline() time.Time { return c.started.Add(c.limit + c.paused) }

// Used is the time gone at the last look, pauses left out: from 0 to the limit.
func (c Clock) Used() time.Duration { return c.seen.Sub(c.started) - c.paused }

// Left is the time left at the last look: from the limit to 0.
func (c Clock) Left() time.Duration { return c.limit - c.Used() }

// Over reports that the time ran out by the last look.
func (c Clock) Over() bool { return c.Exists() && c.Left() == 0 }

// Away is how long the clock ran while the exam was not on screen.
func (c Clock) Away() time.Duration { return c.away }

// Paused is how long it stood still because the learner wanted it to.
func (c Clock) Paused() time.Duration { return c.paused }

// Pausing reports that it stands still because the learner wants it to.
func (c Clock) Pausing() bool { return c.state == clockPaused }

// Look is the clock at a later moment.
func (c Clock) Look(now time.Time) Clock {
	if !c.Exists() || c.state == clockStopped {
		return c
	}
	now = wall(now)
	if c.state != clockPaused && now.After(c.Deadline()) {
		now = c.Deadline()
	}
	gone := now.Sub(c.seen)
	if gone <= 0 {
		return c
	}
	c.seen = now
	switch c.state {
	case clockAway:
		c.away += gone
	case clockPaused:
		c.paused += gone
	}
	return c
}

// Show says that the exam comes on screen, and ends a pause.
func (c Clock) Show(now time.Time) Clock { return c.become(clockShown, now) }

// Hide says that the exam leaves the screen. A pause goes on.
func (c Clock) Hide(now time.Time) Clock {
	if c.Pausing() {
		return c.Look(now)
	}
	return c.become(clockAway, now)
}

// Pause stops the clock until the exam is shown again. One that has run out
// stays so.
func (c Clock) Pause(now time.Time) Clock {
	if c = c.Look(now); c.Over() {
		return c
	}
	return c.become(clockPaused, now)
}

// Stop says that the exam is handed in: what the clock says now is final.
func (c Clock) Stop(now time.Time) Clock { return c.become(clockStopped, now) }

func (c Clock) become(state clockState, now time.Time) Clock {
	c = c.Look(now)
	if c.Exists() && c.state != clockStopped {
		c.state = state
	}
	return c
}

// cut is a moment, or the deadline if that comes first, in the moment's zone.
func (c Clock) cut(now time.Time) time.Time {
	if c.Exists() && now.After(c.Deadline()) {
		return c.Deadline().In(now.Location())
	}
	return now
}

// SavedClock is a clock as it is stored. Times are in nanoseconds.
type SavedClock struct {
	Limit  time.Duration `json:"limit"`
	Seen   time.Time     `json:"seen"` // when it was saved, at most the deadline
	Away   time.Duration `json:"away,omitempty"`
	Paused time.Duration `json:"paused,omitempty"`
	State  string        `json:"state"` // running, paused or stopped
}

// The states that a clock is saved in.
const (
	savedRunning = "running"
	savedPaused  = "paused"
	savedStopped = "stopped"
)

// Save is what RestoreClock needs; nil for the zero Clock.
func (c Clock) Save() *SavedClock {
	if !c.Exists() {
		return nil
	}
	state := savedRunning
	switch c.state {
	case clockPaused:
		state = savedPaused
	case clockStopped:
		state = savedStopped
	}
	return &SavedClock{Limit: c.limit, Seen: c.seen, Away: c.away, Paused: c.paused, State: state}
}

// RestoreClock brings back a clock that was started at a moment. From when it
// was saved to when it is shown the exam was away, whether it was left or the
// program broke off. The error says that it is no clock.
func RestoreClock(started time.Time, saved *SavedClock) (Clock, error) {
	if saved == nil {
		return Clock{}, nil
	}
	c := NewClock(started, saved.Limit)
	if !c.Exists() {
		return Clock{}, fmt.Errorf("the saved clock has a limit of %v", saved.Limit)
	}
	switch saved.State {
	case savedRunning:
	case savedPaused:
		c.state = clockPaused
	case savedStopped:
		c.state = clockStopped
	default:
		return Clock{}, fmt.Errorf("the saved clock has the unknown state %q", saved.State)
	}
	gone := max(0, saved.Seen.Sub(c.started))
	c.paused = min(max(0, saved.Paused), gone)
	used := min(gone-c.paused, c.limit)
	c.seen = c.started.Add(c.paused + used)
	c.away = min(max(0, saved.Away), used)
	return c, nil
}
