package quiz

import (
	"fmt"
	"slices"
	"time"

	"whose/model"
)

// Session is one run of prompts. It is not safe for use by several goroutines.
type Session struct {
	setup   Setup
	course  *model.Course
	started time.Time
	clock   Clock
	entries []entry
	at      int
	shown   time.Time // since when the current prompt is on screen; zero while it is not
}

type entry struct {
	prompt   Prompt
	chosen   []string // in the order shown
	flagged  bool
	graded   bool
	right    bool
	unsure   bool   // false while not graded
	answer   string // id of the answer that the grading made; empty when it made none
	thinking time.Duration
}

// Entry is how far the learner is with one prompt.
type Entry struct {
	Chosen   []string // option ids in the order shown: the draft, and from grading on the answer
	Flagged  bool     // to be looked at again before hand-in
	Graded   bool     // the verdict may be shown and Chosen is fixed
	Right    bool     // false while not graded
	Unsure   bool     // the learner said so, or had flagged it at hand-in; false while not graded
	Thinking time.Duration
}

// NewSession begins a session at its first prompt, which is not yet on screen.
// If it has a limit, its clock runs from now on.
func NewSession(c *model.Course, setup Setup, prompts []Prompt, now time.Time) (*Session, error) {
	if err := setup.check(); err != nil {
		return nil, err
	}
	if len(prompts) == 0 {
		return nil, ErrEmpty
	}
	return begin(c, setup, prompts, now), nil
}

func begin(c *model.Course, setup Setup, prompts []Prompt, now time.Time) *Session {
	s := &Session{setup: setup, course: c, started: now, clock: NewClock(now, setup.Limit)}
	for _, p := range prompts {
		s.entries = append(s.entries, entry{prompt: p})
	}
	return s
}

// ID names the session.
func (s *Session) ID() string { return s.setup.ID }

// Kind is what the session is for.
func (s *Session) Kind() Kind { return s.setup.Kind }

// Mode is when the session grades.
func (s *Session) Mode() Mode { return s.setup.Mode }

// Topic is the id of what the session is about.
func (s *Session) Topic() string { return s.setup.Topic }

// Title is the session's name on screen.
func (s *Session) Title() string { return s.setup.Title }

// Started is when the session was begun.
func (s *Session) Started() time.Time { return s.started }

// Len counts the prompts.
func (s *Session) Len() int { return len(s.entries) }

// At is the current prompt, counted from 0.
func (s *Session) At() int { return s.at }

// Prompt is the i-th prompt, counted from 0. It panics outside the session.
func (s *Session) Prompt(i int) Prompt { return s.entries[i].prompt }

// Entry is how far the learner is with the i-th prompt. It panics outside the
// session.
func (s *Session) Entry(i int) Entry {
	e := s.entries[i]
	return Entry{
		Chosen: slices.Clone(e.chosen), Flagged: e.flagged,
		Graded: e.graded, Right: e.right, Unsure: e.unsure, Thinking: e.thinking,
	}
}

// Blanks counts the prompts that have not as many options chosen as they ask
// for.
func (s *Session) Blanks() int {
	n := 0
	for i := range s.entries {
		if !s.entries[i].complete() {
			n++
		}
	}
	return n
}

// complete reports whether as many options are chosen as the prompt asks for.
func (e *entry) complete() bool { return len(e.chosen) == e.prompt.Pick }

// Done reports whether everything is graded.
func (s *Session) Done() bool {
	return !slices.ContainsFunc(s.entries, func(e entry) bool { return !e.graded })
}

// Choose chooses an option of the current prompt. Where one is right it takes
// the place of the one chosen before; where several are, choosing it again takes
// it back. The error is ErrGraded, ErrTimeOver, ErrPaused or ErrNoOption.
func (s *Session) Choose(option string, now time.Time) error {
	e := &s.entries[s.at]
	if e.graded {
		return ErrGraded
	}
	if err := s.open(now); err != nil {
		return err
	}
	if _, ok := e.prompt.Option(option); !ok {
		return fmt.Errorf("%w: %q", ErrNoOption, option)
	}
	if e.prompt.Pick == 1 {
		e.chosen = []string{option}
		return nil
	}
	var chosen []string
	for _, o := range e.prompt.Options {
		if slices.Contains(e.chosen, o.ID) != (o.ID == option) {
			chosen = append(chosen, o.ID)
		}
	}
	e.chosen = chosen
	return nil
}

// Flag marks the current prompt to be looked at again, or takes the mark away,
// in test mode. Whoever flags a prompt is not sure of it: what is flagged at
// hand-in counts as unsure. The error is ErrNoFlag, ErrGraded, ErrTimeOver or
// ErrPaused.
func (s *Session) Flag(now time.Time) error {
	e := &s.entries[s.at]
	switch {
	case s.setup.Mode != Test:
		return ErrNoFlag
	case e.graded:
		return ErrGraded
	}
	if err := s.open(now); err != nil {
		return err
	}
	e.flagged = !e.flagged
	return nil
}

// Next goes to the following prompt; in study mode only once this one is
// graded.
func (s *Session) Next(now time.Time) error { return s.Go(s.at+1, now) }

// Prev goes to the prompt before.
func (s *Session) Prev(now time.Time) error { return s.Go(s.at-1, now) }

// Go goes to the i-th prompt, counted from 0. In study mode everything before it
// must be graded. While the clock of an exam is paused and from its deadline to
// hand-in the error is ErrPaused or ErrTimeOver.
func (s *Session) Go(i int, now time.Time) error {
	if i < 0 || i >= len(s.entries) {
		return ErrNoPrompt
	}
	if s.setup.Mode == Study && slices.ContainsFunc(s.entries[:i], func(e entry) bool { return !e.graded }) {
		return ErrUngraded
	}
	if err := s.open(now); err != nil {
		return err
	}
	s.count(now)
	s.at = i
	return nil
}
