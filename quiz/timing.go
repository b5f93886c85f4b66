package quiz

import "time"

// Show says that the current prompt comes on screen: its thinking time runs,
// unless it is graded, until Hide. It ends a pause.
func (s *Session) Show(now time.Time) {
	s.count(now)
	s.clock = s.clock.Show(now)
	s.shown = now
}

// Hide says that the session leaves the screen or the program stops. The clock
// of an exam goes on, unless it is paused.
func (s *Session) Hide(now time.Time) {
	s.count(now)
	s.clock = s.clock.Hide(now)
	s.shown = time.Time{}
}

// Rest says that the screen shows something of the session that is not its
// current prompt: until Show no thinking time runs. The clock of an exam goes on.
func (s *Session) Rest(now time.Time) {
	s.count(now)
	s.shown = time.Time{}
}

// Pause stops the clock of an exam, and with it the exam, until Resume or Show.
// The error is ErrNoClock, ErrGraded or ErrTimeOver.
func (s *Session) Pause(now time.Time) error {
	switch {
	case !s.clock.Exists():
		return ErrNoClock
	case s.Done():
		return ErrGraded
	case s.Expired(now):
		return ErrTimeOver
	}
	s.count(now)
	s.clock = s.clock.Pause(now)
	s.shown = time.Time{}
	return nil
}

// Resume ends a pause, with the current prompt on screen. It does nothing when
// there is none.
func (s *Session) Resume(now time.Time) {
	if s.Pausing() {
		s.Show(now)
	}
}

// Pausing reports whether the session is paused.
func (s *Session) Pausing() bool { return s.clock.Pausing() }

// Limit is how much time there is in all, pauses left out; 0 for no limit.
func (s *Session) Limit() time.Duration { return s.clock.Limit() }

// Left is how much time is left, never more than at the last look at the clock;
// after hand-in what was left then. It reports false when there is no limit.
func (s *Session) Left(now time.Time) (time.Duration, bool) {
	s.clock = s.clock.Look(now)
	return s.clock.Left(), s.clock.Exists()
}

// Expired reports whether the time is over and the session is still to be
// handed in.
func (s *Session) Expired(now time.Time) bool {
	s.clock = s.clock.Look(now)
	return s.clock.Over() && !s.Done()
}

// Away is how long the clock of an exam ran while it was not on screen: from
// Hide, or from the last Save if the program broke off, to Show.
func (s *Session) Away() time.Duration { return s.clock.Away() }

// Paused is how long the clock of an exam was stopped by the learner.
func (s *Session) Paused() time.Duration { return s.clock.Paused() }

// open reports why nothing can be changed: the time is over or stands still.
func (s *Session) open(now time.Time) error {
	switch {
	case s.Expired(now):
		return ErrTimeOver
	case s.Pausing():
		return ErrPaused
	}
	return nil
}

// count adds the time since the last look at the clock to the current prompt.
// Where the clock ran backwards it stood still; from an exam's deadline on no
// thinking counts.
func (s *Session) count(now time.Time) {
	s.clock = s.clock.Look(now)
	if s.shown.IsZero() {
		return
	}
	now = s.clock.cut(now)
	if e := &s.entries[s.at]; !e.graded {
		e.thinking += max(0, now.Sub(s.shown))
	}
	s.shown = now
}
