package home_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"whose/content"
	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/study"
	"whose/ui/uitest"
)

func TestFirstRunSaysWhatItIsAboutAndWhereToStart(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"first-80x24", 80, 24}, {"first-120x36", 120, 36}, {"first-44x16", 44, 16}} {
		uitest.Open(t, size.w, size.h).Golden(size.name)
	}
}

func TestEnterStartsTheFirstLesson(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	d.Keys("enter")
	d.Want("Lesson 1 of 3", "Two halves of one job")
	d.Keys("esc")
	d.Want("Continue", "Two halves of one job · lesson 1 of 3")
}

func TestAClickOpensARow(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	d.ClickOn("Matrix")
	d.Want("Guest OS patching", "Lambda")
}

func TestOneQuestionToSeeHowItFeels(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	d.Keys("down", "down", "enter")
	d.Want("1 of 1")
}

// comingBack is a history with lessons read, answers given and a quiz left.
func comingBack(t *testing.T) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(d.History.MarkRead(ctx, "two-halves"))
	must(d.History.SetPosition(ctx, "ec2-rds-s3", 3, 0))
	topic, err := quiz.ParseTopic(d.Course, "rds")
	must(err)
	prompts, err := quiz.Draw(d.Course, topic, 10, d.Rand)
	must(err)
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study, Topic: "rds", Title: "RDS"}, prompts, d.Now())
	must(err)
	s.Show(d.Now())
	for range 4 {
		p := s.Prompt(s.At())
		for _, o := range p.Options[:p.Pick] {
			must(s.Choose(o.ID, d.Now()))
		}
		a, err := s.Answer(d.Now(), d.NewID)
		must(err)
		must(s.Next(d.Now()))
		saved := s.Save(d.Now())
		must(d.History.Append(ctx, []quiz.Answer{a}, &saved))
	}
	_, err = d.History.Toggle(ctx, history.KindLesson, "controls")
	must(err)
	return d
}

func TestComingBackShowsHowFarAndTheNextStep(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"back-80x24", 80, 24}, {"back-120x36", 120, 36}, {"back-44x16", 44, 16}} {
		d := uitest.OpenWith(t, comingBack(t), size.w, size.h)
		d.Golden(size.name)
	}
	d := uitest.OpenWith(t, comingBack(t), 80, 24)
	d.Want("Resume", "RDS · question 5 of 10", "Continue", "lesson 2 of 3", "3 in order, 1 read", "Bookmarks")
	d.Keys("enter")
	d.Want("5 of 10")
}

// studied is a history in which every question was answered, the given number of
// days ago, every third one wrongly.
func studied(t *testing.T, daysAgo int) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	at := d.Now().AddDate(0, 0, -daysAgo)
	var prompts []quiz.Prompt
	for _, q := range d.Course.Questions() {
		p, err := quiz.Ask(d.Course, q.ID(), d.Rand)
		if err != nil {
			t.Fatal(err)
		}
		prompts = append(prompts, p)
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "All topics"}, prompts, at)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range prompts {
		at = at.Add(20 * time.Second)
		s.Show(at.Add(-15 * time.Second))
		right := slices.DeleteFunc(slices.Clone(p.Options), func(o quiz.Option) bool { return !o.Correct })
		wrong := slices.DeleteFunc(slices.Clone(p.Options), func(o quiz.Option) bool { return o.Correct })
		for n := range p.Pick {
			choice := right[n]
			if i%3 == 0 && n == 0 {
				choice = wrong[0]
			}
			if err := s.Choose(choice.ID, at); err != nil {
				t.Fatal(err)
			}
		}
		a, err := s.Answer(at, d.NewID)
		if err != nil {
			t.Fatal(err)
		}
		saved := s.Save(at)
		if err := d.History.Append(context.Background(), []quiz.Answer{a}, &saved); err != nil {
			t.Fatal(err)
		}
		_ = s.Next(at)
	}
	return d
}

func TestWhoHasStudiedSeesReadinessAndWhatIsDue(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"studied-80x24", 80, 24}, {"studied-120x36", 120, 36}, {"studied-44x16", 44, 16}} {
		deps := studied(t, 12)
		if err := deps.History.SetExam(context.Background(), recall.DayOf(uitest.Start)+12); err != nil {
			t.Fatal(err)
		}
		uitest.OpenWith(t, deps, size.w, size.h).Golden(size.name)
	}
}

// TestTheNumbersAreTheOnesOfRecall reads the screen against recall's own words.
func TestTheNumbersAreTheOnesOfRecall(t *testing.T) {
	deps := studied(t, 12)
	ctx, now := context.Background(), deps.Now()
	if err := deps.History.SetExam(ctx, recall.DayOf(now)+12); err != nil {
		t.Fatal(err)
	}
	l, err := deps.History.Learner(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ready, plan := recall.Ready(deps.Course, l, now), recall.MakePlan(deps.Course, l, now)
	if ready.Missing > 0 || plan.Today.Items() == 0 {
		t.Fatalf("this learner shows nothing: %+v %+v", ready, plan.Today)
	}
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want(study.Readiness(ready), "exam in 12 days", strings.Fields(plan.Says)[0])
	for _, task := range ready.Tasks {
		d.Want(string(task.ID), study.Percent(task.Share), fmt.Sprintf("%d due", task.Due))
	}
	d.Keys("enter")
	d.Want("Review", fmt.Sprintf("1 of %d", plan.Sitting.Items()))
	p, err := deps.History.Progress(ctx)
	if err != nil || len(p.Readiness) != 1 || math.Abs(p.Readiness[0].Share-ready.Share) > 1e-4 { // some seconds went by
		t.Errorf("kept for the curve is %+v, %v, want %v", p.Readiness, err, ready.Share)
	}
}

func TestReadinessSaysWhatItTakesToBeKnown(t *testing.T) {
	deps := comingBack(t)
	d := uitest.OpenWith(t, deps, 80, 24)
	l, err := deps.History.Learner(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	d.Want(fmt.Sprintf("answer %d more to know", recall.Ready(deps.Course, l, deps.Now()).Missing), "of 24 asked")
	d.WantNot("±")
	if p, err := deps.History.Progress(context.Background()); err != nil || len(p.Readiness) > 0 {
		t.Errorf("what is not known is kept: %+v, %v", p.Readiness, err)
	}
}

func TestTheExamAndItsTimeAreAsTheLearnerSet(t *testing.T) {
	deps := studied(t, 12)
	ctx, today := context.Background(), recall.DayOf(uitest.Start)
	for allowance, want := range map[quiz.Allowance]string{quiz.AsIs: "20 questions in 28 minutes", quiz.HalfMore: "20 questions in 42 minutes", quiz.NoLimit: "20 questions, no clock"} {
		if err := deps.History.SetAllowance(ctx, allowance); err != nil {
			t.Fatal(err)
		}
		uitest.OpenWith(t, deps, 80, 24).Want(want)
	}
	for day, want := range map[recall.Day]string{today: "exam today", today + 1: "exam tomorrow", today + 40: "exam in 40 days"} {
		if err := deps.History.SetExam(ctx, day); err != nil {
			t.Fatal(err)
		}
		uitest.OpenWith(t, deps, 80, 24).Want(want)
	}
	if err := deps.History.SetExam(ctx, today-1); err != nil {
		t.Fatal(err)
	}
	uitest.OpenWith(t, deps, 80, 24).WantNot("exam has passed")
}

// TestADayOfSeveralSittingsSaysSo has an exam so near that today asks for more
// than one review takes.
func TestADayOfSeveralSittingsSaysSo(t *testing.T) {
	deps, ctx := uitest.Deps(t), context.Background()
	var err error
	if deps.Course, err = content.Embedded(); err != nil { // the small course fits any day
		t.Fatal(err)
	}
	if err := uitest.Study(deps); err != nil {
		t.Fatal(err)
	}
	if err := deps.History.SetExam(ctx, recall.DayOf(uitest.Start)+12); err != nil {
		t.Fatal(err)
	}
	l, err := deps.History.Learner(ctx)
	if err != nil {
		t.Fatal(err)
	}
	plan := recall.MakePlan(deps.Course, l, deps.Now())
	n := plan.Sitting.Items()
	if n >= plan.Today.Items() {
		t.Fatalf("one review of %d takes all of %+v", n, plan.Today)
	}
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want(fmt.Sprintf("%d of %d for today", n, plan.Today.Items()))
	d.WantNot("can wait")
}

func TestTheFocusFollowsItsRow(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Keys("down", "down", "down", "down")
	d.Want("› Matrix")
	d.Keys("enter", "b", "esc") // now there is more above it
	d.Want("› Matrix", "Review")
	d = uitest.Open(t, 80, 24)
	d.Keys("down", "down")
	d.Want("› Try a question")
	d.Keys("enter", "1", "esc") // which is gone now
	d.Want("› Resume")
}

func TestThePlacementIsOfferedUntilItWasTaken(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want("Placement", "12 questions show where to start, about 6 minutes")
	d.Keys("down", "enter")
	d.Want("Placement", "1 of 12")
	d.Keys("1", "enter", "esc")
	d.Want("Resume", "Placement · question")
	d.WantNot("12 questions show")
	if err := deps.History.SetPlaced(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := deps.History.DropSession(context.Background(), fmt.Sprintf("%032d", 1)); err != nil {
		t.Fatal(err)
	}
	uitest.OpenWith(t, deps, 80, 24).WantNot("Placement")
}

func TestThePlacementIsNotOfferedToWhoHasAnswered(t *testing.T) {
	uitest.OpenWith(t, comingBack(t), 80, 24).Want("Placement") // four answers say too little
	uitest.OpenWith(t, studied(t, 1), 80, 24).WantNot("Placement")
}

func TestAnExamThatWasLeftSaysHowItsClockStands(t *testing.T) {
	for _, want := range []struct {
		limit  time.Duration
		pause  bool
		ago    time.Duration
		detail string
	}{
		{28 * time.Minute, false, 16*time.Minute + 30*time.Second, "Mock exam · question 1 of 5 · clock running, 11 min left"},
		{28 * time.Minute, true, 16*time.Minute + 30*time.Second, "Mock exam · question 1 of 5 · paused, 28 min left"},
		{28 * time.Minute, false, 27*time.Minute + 2*time.Second, "Mock exam · question 1 of 5 · less than a minute left"},
		{28 * time.Minute, false, time.Hour, "Mock exam · time is up: see the report"},
		{0, false, time.Hour, "Mock exam · question 1 of 5 · no clock"},
	} {
		deps := uitest.Deps(t)
		started := deps.Now().Add(-want.ago)
		prompts, err := quiz.Draw(deps.Course, quiz.Topic{}, 5, deps.Rand)
		if err != nil {
			t.Fatal(err)
		}
		s, err := quiz.NewSession(deps.Course, quiz.Setup{ID: deps.NewID(), Kind: quiz.KindExam, Mode: quiz.Test, Title: "Mock exam", Limit: want.limit}, prompts, started)
		if err != nil {
			t.Fatal(err)
		}
		s.Show(started)
		if want.pause {
			if err := s.Pause(started); err != nil {
				t.Fatal(err)
			}
		}
		if err := deps.History.SaveSession(context.Background(), s.Save(started)); err != nil {
			t.Fatal(err)
		}
		uitest.OpenWith(t, deps, 80, 24).Want("Resume", want.detail)
	}
}

func TestEverythingOfTodayDoneSaysSo(t *testing.T) {
	deps := studied(t, 0)
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want("Review", "done for today")
	if text := d.Text(); strings.Index(text, "Review") < strings.Index(text, "Continue") {
		t.Errorf("what is done comes before what is to be done:\n%s", text)
	}
}

func TestTheFocusIsInSightAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{44, 16}, {44, 17}, {60, 18}, {80, 20}, {110, 16}, {300, 100}} {
		d := uitest.OpenWith(t, comingBack(t), size[0], size[1])
		d.Want("›", "Resume")
		d.Keys("G")
		d.Want("› Settings")
	}
}

func TestTheRowsStayWhenTheHistoryCannotBeRead(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = unreadable{deps.History}
	d := uitest.OpenWith(t, deps, 80, 24)
	d.Want("Your answers are not saved", "No such disk.")
	d.Keys("enter")
	d.Want("Start", "Matrix", "not saved")
	d.Keys("enter")
	d.Want("Lesson 1 of 3", "not saved")
}

type unreadable struct{ screen.History }

func (unreadable) Summary(context.Context) (history.Summary, error) {
	return history.Summary{}, errors.New("no such disk")
}
func (unreadable) Check(context.Context) error { return errors.New("no such disk") }
func (unreadable) SetPosition(context.Context, model.LessonID, int, int) error {
	return errors.New("no such disk")
}
