package ui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/uitest"
)

func studiedDeps(t *testing.T) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	if err := uitest.Study(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func learner(t *testing.T, d *screen.Deps) recall.Learner {
	t.Helper()
	l, err := d.History.Learner(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAReviewAsksWhatRecallPicks(t *testing.T) {
	d := studiedDeps(t)
	l, now := learner(t, d), d.Now()
	for _, open := range []screen.OpenReview{{Items: 4}, {Minutes: 3}, {Minutes: 30}} {
		n := open.Items
		if n == 0 {
			n = l.Items(time.Duration(open.Minutes) * time.Minute)
		}
		want := len(recall.Review(d.Course, l, now, n))
		if want == 0 {
			t.Fatal("nothing to review")
		}
		uitest.OpenWith(t, d, 80, 24, open).Want("Review", fmt.Sprintf("1 of %d", want))
	}
}

// TestHomeSaysWhenTheDayIsDone reviews again and again on one day. Whoever wants
// more than the day asks gets more.
func TestHomeSaysWhenTheDayIsDone(t *testing.T) {
	d := studiedDeps(t)
	for range 20 {
		driver := uitest.OpenWith(t, d, 80, 24, screen.OpenReview{})
		driver.Want("Review", "1 of ")
		answerAll(driver)
		driver.Keys("esc")
		plan := recall.MakePlan(d.Course, learner(t, d), d.Now())
		if plan.Today.Items() > 0 {
			driver.WantNot("done for today")
			continue
		}
		if plan.Backlog == 0 {
			t.Error("this learner has nothing that can wait")
		}
		driver.Want(fmt.Sprintf("done for today: %d more are due and can wait", plan.Backlog))
		uitest.OpenWith(t, d, 80, 24, screen.OpenReview{}).Want("Review", "1 of ")
		return
	}
	t.Error("the day is never done")
}

func TestAReviewOfACourseWithoutQuestionsSaysSo(t *testing.T) {
	d := uitest.Deps(t)
	none, err := model.NewMatrix(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	empty, err := model.NewCourse(model.CourseSpec{ID: d.Course.ID(), Title: "Empty", Version: "1", Matrix: none})
	if err != nil {
		t.Fatal(err)
	}
	d.Course = empty
	uitest.OpenWith(t, d, 80, 24, screen.OpenReview{}).Want("nothing is due")
}

// TestPractisingAsksOnlyTheTopic reads what `p` asks from the session it saves.
func TestPractisingAsksOnlyTheTopic(t *testing.T) {
	d := studiedDeps(t)
	for _, id := range []string{"2.1.s5", "rds", "two-halves", "rds/guest-os-patching", ""} {
		topic, err := quiz.ParseTopic(d.Course, id)
		if err != nil {
			t.Fatal(err)
		}
		driver := uitest.OpenWith(t, d, 80, 24, screen.Practise{Topic: topic})
		driver.Keys("1", "esc")
		sum, err := d.History.Summary(context.Background())
		if err != nil || len(sum.Unfinished) == 0 {
			t.Fatal(sum.Unfinished, err)
		}
		u := sum.Unfinished[0]
		saved, err := d.History.Session(context.Background(), u.ID)
		if err != nil {
			t.Fatal(err)
		}
		if u.Title != topic.Title(d.Course) || len(saved.Entries) == 0 || len(saved.Entries) > 10 {
			t.Errorf("%q: %q with %d questions", id, u.Title, len(saved.Entries))
		}
		for _, e := range saved.Entries {
			if item := itemOf(t, d.Course, e.Spec); !topic.Has(d.Course, item) {
				t.Errorf("%q asks %s", id, item)
			}
		}
	}
}

// itemOf is the item of a question, or of the cell that a drill is about.
func itemOf(t *testing.T, c *model.Course, s quiz.Spec) model.Item {
	t.Helper()
	if q, ok := c.Question(s.Question); ok {
		return model.QuestionItem(q.ID(), q.Revision())
	}
	p, err := quiz.Make(c, s)
	if err != nil {
		t.Fatal(err)
	}
	cell, _ := c.Matrix().Cell(p.Cells[0])
	return model.CellItem(cell)
}

func TestPractisingWorksWithoutAHistory(t *testing.T) {
	d := uitest.Deps(t)
	d.History = noLearner{d.History}
	topic, err := quiz.ParseTopic(d.Course, "rds")
	if err != nil {
		t.Fatal(err)
	}
	uitest.OpenWith(t, d, 80, 24, screen.Practise{Topic: topic}).Want("RDS", "1 of ")
	uitest.OpenWith(t, d, 80, 24, screen.OpenReview{Items: 5}).Want("Review", "1 of 5")
}

type noLearner struct{ screen.History }

func (noLearner) Learner(context.Context) (recall.Learner, error) {
	return recall.Learner{}, uitest.ErrDisk
}

// TestPickingDoesNotFollowTheLearner opens the lessons while a review is looked up.
func TestPickingDoesNotFollowTheLearner(t *testing.T) {
	d := studiedDeps(t)
	driver := uitest.OpenWith(t, d, 80, 24, screen.OpenReview{Items: 5}, screen.OpenLessons{})
	driver.Want("Lessons")
	driver.WantNot("1 of 5")
}

func TestThePlacementIsTwelveQuestionsAndOfferedOnce(t *testing.T) {
	d := uitest.Deps(t)
	driver := uitest.OpenWith(t, d, 80, 24, screen.OpenPlacement{})
	driver.Want("Placement", "1 of 12")
	answerAll(driver)
	driver.Keys("esc")
	driver.WantNot("12 questions show where to start")
	set, err := d.History.Settings(context.Background())
	if err != nil || !set.Placed {
		t.Errorf("the placement was taken: %+v, %v", set, err)
	}
	if text := driver.Text(); !strings.Contains(text, "Review") {
		t.Errorf("home does not go on:\n%s", text)
	}
}

func TestANoticeLiesOverEverythingUntilItIsRead(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenLessons{}, screen.Notice{Title: "Your settings could not be read", Text: "config.yaml:2:8: theme is auto, dark or light"})
	d.Want("Your settings could not be read", "config.yaml:2:8")
	d.Keys("enter")
	d.Want("Lessons")
	d.WantNot("config.yaml")
}
