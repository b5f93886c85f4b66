package quiz

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"whose/model"
)

// Kind is what a session is for.
type Kind string

// The kinds of session: a quiz on a topic, the checks that end a lesson, and
// the matrix with its parties hidden.
const (
	KindQuiz   Kind = "quiz"
	KindChecks Kind = "checks"
	KindTestMe Kind = "test-me"
)

// ParseKind reads a kind as sessions are saved with it.
func ParseKind(s string) (Kind, error) {
	if k := Kind(s); slices.Contains([]Kind{KindQuiz, KindChecks, KindTestMe}, k) {
		return k, nil
	}
	return "", fmt.Errorf("%q is no kind of session: use quiz, checks or test-me", s)
}

// Mode is when a session grades: study after each answer, test at hand-in.
type Mode string

// The modes.
const (
	Study Mode = "study"
	Test  Mode = "test"
)

// ParseMode reads study or test.
func ParseMode(s string) (Mode, error) {
	if m := Mode(s); m == Study || m == Test {
		return m, nil
	}
	return "", fmt.Errorf("%q is no mode: use study or test", s)
}

// What a session refuses to do.
var (
	ErrEmpty     = errors.New("there is nothing to ask")
	ErrGraded    = errors.New("this one is graded already")
	ErrUngraded  = errors.New("answer this one first")
	ErrNoPrompt  = errors.New("there is no such question here")
	ErrNoOption  = errors.New("there is no such option here")
	ErrWrongMode = errors.New("study mode grades each answer, test mode all of them at hand-in")
)

// PickError says that another number of options must be chosen.
type PickError struct{ Want int }

// Error is what to do: "choose TWO".
func (e *PickError) Error() string { return "choose " + numeral(e.Want) }

// Setup is what a session is begun with.
type Setup struct {
	ID    string // random, from the caller
	Kind  Kind
	Mode  Mode
	Topic string // id of the topic, lesson or service
	Title string // the session's name on screen
}

// Session is one run of prompts. It is not safe for use by several goroutines.
type Session struct {
	setup   Setup
	course  *model.Course
	started time.Time
	entries []entry
	at      int
	shown   time.Time // since when the current prompt is on screen; zero while it is not
}

type entry struct {
	prompt   Prompt
	chosen   []string // in the order shown
	graded   bool
	right    bool
	thinking time.Duration
}

// Entry is how far the learner is with one prompt.
type Entry struct {
	Chosen   []string // option ids in the order shown: the draft, and from grading on the answer
	Graded   bool     // the verdict may be shown and Chosen is fixed
	Right    bool     // false while not graded
	Thinking time.Duration
}

// NewSession begins a session at its first prompt, which is not yet on screen.
func NewSession(c *model.Course, setup Setup, prompts []Prompt, now time.Time) (*Session, error) {
	if _, err := ParseKind(string(setup.Kind)); err != nil {
		return nil, err
	}
	if _, err := ParseMode(string(setup.Mode)); err != nil {
		return nil, err
	}
	if len(prompts) == 0 {
		return nil, ErrEmpty
	}
	s := &Session{setup: setup, course: c, started: now}
	for _, p := range prompts {
		s.entries = append(s.entries, entry{prompt: p})
	}
	return s, nil
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
	return Entry{slices.Clone(e.chosen), e.graded, e.right, e.thinking}
}

// Choose chooses an option of the current prompt. Where one is right it takes
// the place of the one chosen before; where several are, choosing it again takes
// it back.
func (s *Session) Choose(option string) error {
	e := &s.entries[s.at]
	if e.graded {
		return ErrGraded
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

// complete reports whether as many options are chosen as the prompt asks for.
func (e *entry) complete() bool { return len(e.chosen) == e.prompt.Pick }

// Answer grades the draft of the current prompt, in study mode. The error is a
// *PickError when another number of options must be chosen. newID names the
// answer.
func (s *Session) Answer(now time.Time, newID func() string) (Answer, error) {
	e := &s.entries[s.at]
	switch {
	case s.setup.Mode != Study:
		return Answer{}, ErrWrongMode
	case e.graded:
		return Answer{}, ErrGraded
	case !e.complete():
		return Answer{}, &PickError{Want: e.prompt.Pick}
	}
	s.count(now)
	return s.grade(e, now, newID), nil
}

// HandIn grades everything at once, in test mode. A blank prompt is graded wrong
// but makes no answer: it says nothing of what the learner knows.
func (s *Session) HandIn(now time.Time, newID func() string) ([]Answer, error) {
	switch {
	case s.setup.Mode != Test:
		return nil, ErrWrongMode
	case s.Done():
		return nil, ErrGraded
	}
	s.count(now)
	var answers []Answer
	for i := range s.entries {
		e := &s.entries[i]
		if e.complete() {
			answers = append(answers, s.grade(e, now, newID))
		} else {
			e.graded = true
		}
	}
	return answers, nil
}

func (s *Session) grade(e *entry, now time.Time, newID func() string) Answer {
	right, grades := e.prompt.Grade(s.course, e.chosen)
	e.graded, e.right = true, right
	return Answer{
		ID: newID(), Session: s.setup.ID, At: now, Mode: s.setup.Mode,
		Spec: e.prompt.Spec, Task: taskOf(s.course, e.prompt),
		Order: slices.Clone(e.prompt.Spec.Order), Chosen: slices.Clone(e.chosen),
		Thinking: e.thinking, Right: right, Grades: grades,
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

// Done reports whether everything is graded.
func (s *Session) Done() bool {
	return !slices.ContainsFunc(s.entries, func(e entry) bool { return !e.graded })
}

// Next goes to the following prompt; in study mode only once this one is
// graded.
func (s *Session) Next(now time.Time) error { return s.Go(s.at+1, now) }

// Prev goes to the prompt before.
func (s *Session) Prev(now time.Time) error { return s.Go(s.at-1, now) }

// Go goes to the i-th prompt, counted from 0. In study mode everything before it
// must be graded.
func (s *Session) Go(i int, now time.Time) error {
	if i < 0 || i >= len(s.entries) {
		return ErrNoPrompt
	}
	if s.setup.Mode == Study && slices.ContainsFunc(s.entries[:i], func(e entry) bool { return !e.graded }) {
		return ErrUngraded
	}
	s.count(now)
	s.at = i
	return nil
}

// Show says that the current prompt comes on screen: its thinking time runs,
// unless it is graded, until Hide.
func (s *Session) Show(now time.Time) {
	s.count(now)
	s.shown = now
}

// Hide says that the session leaves the screen or the program stops.
func (s *Session) Hide(now time.Time) {
	s.count(now)
	s.shown = time.Time{}
}

// count adds the time since the last look at the clock to the current prompt.
// Where the clock ran backwards it stood still.
func (s *Session) count(now time.Time) {
	if s.shown.IsZero() {
		return
	}
	if e := &s.entries[s.at]; !e.graded {
		e.thinking += max(0, now.Sub(s.shown))
	}
	s.shown = now
}
