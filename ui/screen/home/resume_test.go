package home_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/content"
	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/home"
	"whose/ui/uitest"
)

// leave keeps an unfinished session of a kind in the history.
func leave(t *testing.T, d *screen.Deps, kind quiz.Kind, title string, limit time.Duration, started time.Time) {
	t.Helper()
	prompts, err := quiz.Draw(d.Course, quiz.Topic{}, 5, d.Rand)
	if err != nil {
		t.Fatal(err)
	}
	mode := quiz.Study
	if kind == quiz.KindExam {
		mode = quiz.Test
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: kind, Mode: mode, Title: title, Limit: limit}, prompts, started)
	if err != nil {
		t.Fatal(err)
	}
	s.Show(started)
	ctx, saved := context.Background(), s.Save(started)
	if err := d.History.SaveSession(ctx, saved); err != nil {
		t.Fatal(err)
	}
	if err := d.History.Release(ctx, saved.ID); err != nil {
		t.Fatal(err)
	}
}

func TestAnExamCanBeGoneOnWithHoweverManySessionsWereLeftLater(t *testing.T) {
	deps := uitest.Deps(t)
	leave(t, deps, quiz.KindExam, "Mock exam", 28*time.Minute, deps.Now())
	for range 25 {
		leave(t, deps, quiz.KindQuiz, "RDS", 0, deps.Now())
	}
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want("› Resume      Mock exam · question 1 of 5 · clock running", "  Resume      RDS · question 1 of 5")
	if n := strings.Count(d.Text(), "Resume"); n != 2 {
		t.Errorf("%d rows resume something:\n%s", n, d.Text())
	}
	d.Keys("down", "enter")
	d.Want("RDS")
	d.Keys("esc")
	d.Want("› Resume      RDS")
	d.Keys("up", "enter")
	d.Want("Mock exam", "5 blank")
}

func TestAnExamWhoseTimeRanOutOpensAtItsReport(t *testing.T) {
	deps := uitest.Deps(t)
	leave(t, deps, quiz.KindExam, "Mock exam", 28*time.Minute, deps.Now().Add(-time.Hour))
	leave(t, deps, quiz.KindQuiz, "RDS", 0, deps.Now())
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want("› Resume      Mock exam · time is up: see the report")
	d.Keys("enter")
	d.Want("0 of 5")
	d.Keys("esc")
	d.WantNot("time is up")
}

func TestInASmallWindowResumeSaysWhatItResumes(t *testing.T) {
	deps := uitest.Deps(t)
	leave(t, deps, quiz.KindExam, "Mock exam", 28*time.Minute, deps.Now())
	leave(t, deps, quiz.KindQuiz, "Shared responsibility, to the end", 0, deps.Now())
	uitest.OpenWith(t, deps, 44, 16).Want("exam, 27 min left", "quiz, question 1 of 5")
}

func TestASessionOfAnotherWindowSaysSoInEveryWindow(t *testing.T) {
	deps := uitest.Deps(t)
	store := deps.History.(*history.Store)
	leave(t, deps, quiz.KindExam, "Mock exam", 28*time.Minute, deps.Now())
	other, err := history.Open(context.Background(), history.Options{
		Dir: filepath.Dir(store.Path()), Course: deps.Course.ID(), Owner: "other", Now: deps.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.Claim(context.Background(), fmt.Sprintf("%032d", 1), false); err != nil {
		t.Fatal(err)
	}
	uitest.OpenWith(t, deps, 80, 24).Want("Mock exam · clock running, 27 min left · open in another window")
	uitest.OpenWith(t, deps, 44, 16).Want("exam, in another window")
}

func TestTheClockOfHomeGoesWithTheTime(t *testing.T) {
	deps := uitest.Deps(t)
	clock := uitest.NewClock(deps)
	leave(t, deps, quiz.KindExam, "Mock exam", 3*time.Minute, deps.Now())
	d := uitest.OpenAt(t, deps, clock, 80, 24)
	d.Keys("down")
	for _, want := range []string{"clock running, 1 min left", "less than a minute left", "time is up: see the report"} {
		d.Pass(time.Minute + time.Second)
		d.Want(want)
	}
	d.WantNot("› Resume") // the focus stays
}

func TestTheClockOfHomeStandsStillWhileNobodySeesIt(t *testing.T) {
	deps := uitest.Deps(t)
	clock := uitest.NewClock(deps)
	ticks, after := 0, deps.After
	deps.After = func(d time.Duration, msg tea.Msg) tea.Cmd { ticks++; return after(d, msg) }
	leave(t, deps, quiz.KindExam, "Mock exam", 28*time.Minute, deps.Now())
	d := uitest.OpenAt(t, deps, clock, 80, 24)
	d.ClickOn("Matrix")
	before := ticks
	d.Pass(5 * time.Minute)
	if ticks != before {
		t.Errorf("%d more ticks under the matrix", ticks-before)
	}
	d.Keys("esc")
	d.Want("23 min left")
}

func TestWhatIsDamagedIsNotShownOnceItsReplaced(t *testing.T) {
	deps := comingBack(t)
	deps.History = &replaced{History: deps.History, fresh: uitest.Deps(t).History}
	d := uitest.OpenAt(t, deps, uitest.NewClock(deps), 80, 24)
	d.Want("Resume")
	d.Pass(2 * time.Second)
	d.Want("It is kept as history-damaged")
	d.Keys("enter")
	d.Want("On AWS, whose job is it?")
	d.WantNot("Resume", "asked")
}

// replaced is a history whose check finds damage and begins a fresh one.
type replaced struct {
	screen.History
	fresh  screen.History
	notice string
}

func (r *replaced) Check(context.Context) error {
	r.History, r.notice = r.fresh, "The history was damaged. It is kept as history-damaged.db."
	return nil
}
func (r *replaced) Notice() string { return r.notice }

func TestALessonOfAnotherCourseIsNotGoneOnWith(t *testing.T) {
	deps := comingBack(t)
	if err := deps.History.SetPosition(context.Background(), model.LessonID("retired"), 1, 0); err != nil {
		t.Fatal(err)
	}
	uitest.OpenWith(t, deps, 80, 24).Want("Continue", "lesson 2 of 3")
}

func TestKeysBeforeTheNumbersAreTakenWithThem(t *testing.T) {
	h := home.New(comingBack(t))
	read := h.Init()
	for _, k := range []string{"down", "up", "enter"} {
		if cmd := h.Update(uitest.Key(k)); cmd != nil {
			t.Fatalf("%s does something before there are rows: %v", k, cmd())
		}
	}
	var got []tea.Msg
	var run func(tea.Cmd)
	run = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				run(c)
			}
		default:
			got = append(got, msg)
		}
	}
	run(h.Update(read()))
	if len(got) != 1 || got[0] != (screen.Resume{ID: fmt.Sprintf("%032d", 1), Kind: quiz.KindQuiz}) {
		t.Errorf("the keys come to %+v", got)
	}
}

// full gives a learner the course that the program carries, with seven weeks of
// answers.
func full(t *testing.T) *screen.Deps {
	t.Helper()
	deps := uitest.Deps(t)
	var err error
	if deps.Course, err = content.Embedded(); err != nil {
		t.Fatal(err)
	}
	if err := uitest.Study(deps); err != nil {
		t.Fatal(err)
	}
	return deps
}

func TestThatTheExamIsTooNearIsSaidAtEverySize(t *testing.T) {
	deps := full(t)
	leave(t, deps, quiz.KindExam, "Mock exam", 0, deps.Now())
	leave(t, deps, quiz.KindQuiz, "RDS", 0, deps.Now())
	if _, err := deps.History.Toggle(context.Background(), history.KindLesson, "controls"); err != nil {
		t.Fatal(err)
	}
	set := func(in recall.Day) {
		t.Helper()
		if err := deps.History.SetExam(context.Background(), recall.DayOf(uitest.Start)+in); err != nil {
			t.Fatal(err)
		}
	}
	set(2)
	for _, size := range [][2]int{{44, 16}, {60, 20}, {80, 24}, {120, 36}} {
		uitest.OpenWith(t, deps, size[0], size[1]).Want("too near")
	}
	set(-1)
	uitest.OpenWith(t, deps, 44, 16).Want("date passed")
	uitest.OpenWith(t, deps, 80, 24).Want("The exam date has passed")
}

func TestTheReviewOfToday(t *testing.T) {
	deps := full(t)
	d := uitest.OpenWith(t, deps, 44, 16)
	for _, line := range strings.Split(d.Text(), "\n") {
		if strings.Contains(line, "Review ") && (strings.Contains(line, "…") || !strings.HasSuffix(line, "min")) {
			t.Errorf("the review is clipped: %q", line)
		}
	}
}
