package home_test

import (
	"context"
	"errors"
	"testing"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
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
	d.Keys("down", "enter")
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
			must(s.Choose(o.ID))
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
	d.Want("Resume", "RDS · question 5 of 10", "Continue", "lesson 2 of 3", "1 of 3 read", "Bookmarks")
	d.Keys("enter")
	d.Want("5 of 10")
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
