package quiz_test

import (
	"testing"
	"time"

	"whose/quiz"
)

// exam is a mock exam of the questions two and os with 30 minutes, on screen.
func exam(t failer) *quiz.Session {
	t.Helper()
	c := course(t)
	setup := quiz.Setup{ID: "exam", Kind: quiz.KindExam, Mode: quiz.Test, Title: "Mock exam", Limit: 30 * time.Minute}
	s, err := quiz.NewSession(c, setup, checks(c), noon)
	if err != nil {
		t.Fatalf("%v", err)
	}
	s.Show(noon)
	return s
}

func left(t *testing.T, s *quiz.Session, now time.Time, want time.Duration) {
	t.Helper()
	if got, ok := s.Left(now); !ok || got != want {
		t.Errorf("%v left, %v; want %v", got, ok, want)
	}
}

func TestAfterTheDeadlineOnlyHandingInIsLeft(t *testing.T) {
	s := exam(t)
	if err := s.Choose("A", minutes(1)); err != nil {
		t.Fatal(err)
	}
	if s.Expired(minutes(29)) {
		t.Error("over a minute early")
	}
	if err := s.Choose("B", minutes(30).Add(-time.Nanosecond)); err != nil {
		t.Errorf("just in time: %v", err)
	}
	wants(t, "choosing", s.Choose("c", minutes(30)), quiz.ErrTimeOver)
	wants(t, "flagging", s.Flag(minutes(31)), quiz.ErrTimeOver)
	wants(t, "going on", s.Next(minutes(31)), quiz.ErrTimeOver)
	wants(t, "pausing", s.Pause(minutes(31)), quiz.ErrTimeOver)
	wants(t, "choosing by a clock set back", s.Choose("c", minutes(2)), quiz.ErrTimeOver)
	if !s.Expired(minutes(2)) {
		t.Error("a clock that was set back has brought the time back")
	}
	left(t, s, minutes(40), 0)

	utc := minutes(45).UTC()
	answers, err := s.HandIn(utc, ids())
	if err != nil || len(answers) != 1 || !answers[0].Right {
		t.Fatalf("handed in %+v, %v", answers, err)
	}
	if at := answers[0].At; !at.Equal(minutes(30)) || at.Location() != time.UTC {
		t.Errorf("answered at %v, want the deadline in the learner's zone", at)
	}
	if got := s.Entry(0).Thinking; got != 30*time.Minute || answers[0].Thinking != got {
		t.Errorf("thought %v, want until the deadline", got)
	}
	if s.Expired(minutes(46)) {
		t.Error("still to be handed in")
	}
	if err := s.Go(1, minutes(50)); err != nil {
		t.Errorf("looking through what is graded: %v", err)
	}
}

func TestHandingInStopsTheClock(t *testing.T) {
	s := exam(t)
	choose(t, s, "A", "B")
	answers, err := s.HandIn(minutes(10), ids())
	if err != nil || !answers[0].At.Equal(minutes(10)) {
		t.Fatalf("%+v, %v", answers, err)
	}
	s.Hide(minutes(11))
	s.Show(minutes(60))
	left(t, s, minutes(61), 20*time.Minute)
	if s.Away() != 0 || s.Expired(minutes(61)) {
		t.Errorf("away %v after hand-in", s.Away())
	}
	wants(t, "pausing", s.Pause(minutes(12)), quiz.ErrGraded)
}

func TestAPauseStopsTheClockAndTheExam(t *testing.T) {
	s := exam(t)
	if err := s.Pause(minutes(5)); err != nil || !s.Pausing() {
		t.Fatalf("pausing: %v", err)
	}
	wants(t, "choosing", s.Choose("A", minutes(6)), quiz.ErrPaused)
	wants(t, "flagging", s.Flag(minutes(6)), quiz.ErrPaused)
	wants(t, "going on", s.Next(minutes(6)), quiz.ErrPaused)
	left(t, s, minutes(45), 25*time.Minute)
	s.Resume(minutes(50))
	choose(t, s, "A")
	left(t, s, minutes(51), 24*time.Minute)
	s.Hide(minutes(51))
	s.Resume(minutes(52)) // nothing to resume: still away
	s.Show(minutes(53))
	if s.Pausing() || s.Paused() != 45*time.Minute || s.Away() != 2*time.Minute {
		t.Errorf("paused %v, away %v", s.Paused(), s.Away())
	}
	if got := s.Entry(0).Thinking; got != 6*time.Minute {
		t.Errorf("thought %v, want 5 minutes before and 1 after the pause", got)
	}
	if err := s.Pause(minutes(60)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.HandIn(minutes(90), ids()); err != nil || s.Pausing() || s.Paused() != 75*time.Minute {
		t.Errorf("handing in from a pause: %v, paused %v", err, s.Paused())
	}
}

func TestACrashLosesNothingThatWasSavedAndTheClockRanOn(t *testing.T) {
	s := exam(t)
	choose(t, s, "A", "B")
	if err := s.Flag(minutes(1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Next(minutes(2)); err != nil {
		t.Fatal(err)
	}
	choose(t, s, "host")
	got, _ := stored(t, course(t), s, minutes(3))
	got.Show(minutes(10))
	left(t, got, minutes(11), 19*time.Minute)
	if got.Away() != 7*time.Minute || got.At() != 1 || !got.Entry(0).Flagged || got.Blanks() != 0 {
		t.Errorf("away %v, at %d, %+v", got.Away(), got.At(), got.Entry(0))
	}
	late, _ := stored(t, course(t), s, minutes(3))
	late.Show(minutes(100))
	if !late.Expired(minutes(100)) || late.Away() != 27*time.Minute {
		t.Errorf("away over the deadline: expired %v, away %v", late.Expired(minutes(100)), late.Away())
	}
	answers, err := late.HandIn(minutes(100), ids())
	if err != nil || len(answers) != 2 || !answers[0].At.Equal(minutes(30)) {
		t.Errorf("%+v, %v", answers, err)
	}
}

func TestWithoutALimitThereIsNoClock(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, checks(c))
	s.Show(noon)
	if _, ok := s.Left(minutes(99)); ok || s.Expired(minutes(99)) {
		t.Error("it has a clock")
	}
	wants(t, "pausing", s.Pause(noon), quiz.ErrNoClock)
	s.Hide(minutes(1))
	if s.Away() != 0 || s.Paused() != 0 || s.Save(noon).Clock != nil {
		t.Errorf("away %v, paused %v", s.Away(), s.Paused())
	}
}

func TestOnlyTestModeHasALimitAndFlagsAndExams(t *testing.T) {
	c := course(t)
	setup := quiz.Setup{ID: "run", Kind: quiz.KindQuiz, Mode: quiz.Study, Limit: time.Minute}
	if _, err := quiz.NewSession(c, setup, checks(c), noon); err == nil {
		t.Error("study mode took a limit")
	}
	setup.Mode, setup.Limit = quiz.Test, -time.Minute
	if _, err := quiz.NewSession(c, setup, checks(c), noon); err == nil {
		t.Error("a negative limit was taken")
	}
	setup.Kind, setup.Mode, setup.Limit = quiz.KindExam, quiz.Study, 0
	if _, err := quiz.NewSession(c, setup, checks(c), noon); err == nil {
		t.Error("an exam in study mode was taken")
	}
	wants(t, "a flag in study mode", begin(t, c, quiz.Study, checks(c)).Flag(noon), quiz.ErrNoFlag)
}

func TestWhileNoPromptIsOnScreenOnlyTheClockGoesOn(t *testing.T) {
	s := exam(t)
	s.Rest(minutes(2))
	s.Save(minutes(4)) // a look at the clock
	if err := s.Go(1, minutes(5)); err != nil {
		t.Fatal(err)
	}
	s.Show(minutes(5))
	s.Rest(minutes(6))
	if _, err := s.HandIn(minutes(9), ids()); err != nil {
		t.Fatal(err)
	}
	if a, b := s.Entry(0).Thinking, s.Entry(1).Thinking; a != 2*time.Minute || b != time.Minute {
		t.Errorf("thought %v and %v, want 2 min and 1 min", a, b)
	}
	if r := s.Report(); r.Used != 9*time.Minute || r.Away != 0 {
		t.Errorf("used %v, away %v: want 9 min on screen", r.Used, r.Away)
	}
}
