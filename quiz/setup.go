package quiz

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Kind is what a session is for.
type Kind string

// The kinds of session: a quiz on a topic, the checks that end a lesson, the
// matrix with its parties hidden, a review of what is due, a mock exam, and the
// questions that find out what a newcomer knows.
const (
	KindQuiz      Kind = "quiz"
	KindChecks    Kind = "checks"
	KindTestMe    Kind = "test-me"
	KindReview    Kind = "review"
	KindExam      Kind = "exam"
	KindPlacement Kind = "placement"
)

// ParseKind reads a kind as sessions are saved with it.
func ParseKind(s string) (Kind, error) {
	kinds := []Kind{KindQuiz, KindChecks, KindTestMe, KindReview, KindExam, KindPlacement}
	if k := Kind(s); slices.Contains(kinds, k) {
		return k, nil
	}
	names := make([]string, 0, len(kinds))
	for _, k := range kinds {
		names = append(names, string(k))
	}
	return "", fmt.Errorf("%q is no kind of session: use one of %s", s, strings.Join(names, ", "))
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
	ErrNoFlag    = errors.New("only test mode has flags: study mode grades at once")
	ErrNoClock   = errors.New("there is no clock to pause")
	ErrPaused    = errors.New("the exam is paused: go on with it first")
	ErrTimeOver  = errors.New("the time is over: hand in")
	ErrNoAnswer  = errors.New("this answer was kept by an older version and cannot be taken back")
)

// PickError says that another number of options must be chosen.
type PickError struct{ Want int }

// Error is what to do: "choose TWO".
func (e *PickError) Error() string { return "choose " + numeral(e.Want) }

// Setup is what a session is begun with.
type Setup struct {
	ID    string // random, from the caller
	Kind  Kind
	Mode  Mode          // an exam is in test mode
	Topic string        // id of the topic, lesson or service
	Title string        // the session's name on screen
	Limit time.Duration // in test mode, how much time there is; 0: no limit
}

// check finds what a session may not begin with.
func (s Setup) check() error {
	if _, err := ParseKind(string(s.Kind)); err != nil {
		return err
	}
	if _, err := ParseMode(string(s.Mode)); err != nil {
		return err
	}
	switch {
	case s.Kind == KindExam && s.Mode != Test:
		return errors.New("an exam is in test mode")
	case s.Limit < 0:
		return fmt.Errorf("a time limit of %v cannot be", s.Limit)
	case s.Limit > 0 && s.Mode != Test:
		return errors.New("only test mode has a time limit")
	}
	return nil
}
