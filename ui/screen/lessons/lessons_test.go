package lessons_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/uitest"
)

func open(tb testing.TB, d *screen.Deps, w, h int) *uitest.Driver {
	tb.Helper()
	return uitest.OpenWith(tb, d, w, h, screen.OpenLessons{})
}

// begun is a learner who has read the first lesson and is amid the second.
func begun(tb testing.TB) *screen.Deps {
	tb.Helper()
	d, ctx := uitest.Deps(tb), context.Background()
	_, err := d.History.Toggle(ctx, history.KindLesson, "two-halves")
	for _, err := range []error{
		err, d.History.MarkRead(ctx, "two-halves"), d.History.SetPosition(ctx, "ec2-rds-s3", 14, 0),
	} {
		if err != nil {
			tb.Fatal(err)
		}
	}
	d.History = answered{d.History}
	return d
}

// answered is a history with two answers to every question of the second
// lesson, every other one right.
type answered struct{ screen.History }

func (answered) Items(_ context.Context, items []model.Item) (map[model.Item]recall.Trace, error) {
	all := make(map[model.Item]recall.Trace)
	for _, id := range items {
		if strings.HasPrefix(string(id), "q:line-") {
			all[id] = recall.Trace{Seen: 2, Right: 1}
		}
	}
	return all, nil
}

func TestScreens(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "44x16": {44, 16}} {
		t.Run(name, func(t *testing.T) { open(t, begun(t), size[0], size[1]).Golden(name) })
	}
}

func TestTheFocusBeginsOnTheLessonToGoOnWith(t *testing.T) {
	ctx := context.Background()
	tests := map[string]struct {
		before func(screen.History) error
		want   string
	}{
		"the first":               {func(screen.History) error { return nil }, "1  Two halves"},
		"the next":                {func(h screen.History) error { return h.MarkRead(ctx, "two-halves") }, "2  EC2"},
		"the one left half-way":   {func(h screen.History) error { return h.SetPosition(ctx, "controls", 3, 0) }, "3  Inherited"},
		"not one that is read":    {func(h screen.History) error { return h.MarkRead(ctx, "controls") }, "1  Two halves"},
		"the first when all read": {readAll(ctx), "1  Two halves"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := uitest.Deps(t)
			if err := tt.before(d.History); err != nil {
				t.Fatal(err)
			}
			open(t, d, 80, 24).Want("›  " + tt.want)
		})
	}
}

func readAll(ctx context.Context) func(screen.History) error {
	return func(h screen.History) error {
		return errors.Join(h.MarkRead(ctx, "two-halves"), h.MarkRead(ctx, "ec2-rds-s3"), h.MarkRead(ctx, "controls"))
	}
}

func TestOpensLessonsAndComesBack(t *testing.T) {
	for _, key := range []string{"enter", "r"} {
		d := open(t, uitest.Deps(t), 80, 24)
		d.Keys("down", key)
		d.Want("Lesson 2 of 3", "A web shop")
		d.Keys("G", "esc")
		d.Want("›  2  EC2", "✓ read", "1 of 3 read")
	}
}

func TestShowsHowFarALessonIsRead(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Want("0 of 3 read · about 17 minutes to go")
	d.Keys("enter", "space", "space", "space", "esc")
	d.Want("▸")
	d.Keys("enter", "G", "esc")
	d.WantNot("▸")
	d.Want("✓ read", "1 of 3 read · about 12 minutes to go")
}

func TestALessonIsNeverLocked(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Want("A good place to begin")
	d.Keys("G")
	d.Want("Better after lesson 1")
	d.Keys("enter")
	d.Want("Lesson 3 of 3")
	d = open(t, begun(t), 80, 24)
	d.Keys("G")
	d.Want("Builds on lesson 1, which you have read")
}

func TestMoves(t *testing.T) {
	for keys, want := range map[string]string{
		"down": "2  EC2", "j j": "3  Inherited", "G": "3  Inherited", "G k": "2  EC2", "down down down down": "3  Inherited",
		"G g": "1  Two", "ctrl+d": "3  Inherited", "G ctrl+u": "1  Two", "up": "1  Two",
	} {
		d := open(t, uitest.Deps(t), 80, 24)
		d.Keys(strings.Fields(keys)...)
		d.Want("›  " + want)
	}
}

func TestMouse(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.ClickOn("Inherited")
	d.Want("›  3  Inherited")
	d.ClickOn("Inherited")
	d.Want("Lesson 3 of 3")
	d.Keys("esc")
	d.Send(tea.MouseWheelMsg{X: 9, Y: 9, Button: tea.MouseWheelUp})
	d.Want("›  2  EC2")
	d.Click(40, 20)
	d.Want("›  2  EC2")
}

func TestFindGoesToALesson(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Keys("/")
	d.Type("shared")
	d.Want("of 3")
	d.Keys("esc", "/")
	d.Type("inherited")
	d.Want("›  3  Inherited", "1 of 1")
	d.Keys("enter", "esc", "/")
	d.Type("2.1.s1")
	d.Want("›  3  Inherited", "2 of 2")
	d.Keys("enter", "n")
	d.Want("›  1  Two halves", "1 of 2")
	d.Keys("N")
	d.Want("›  3  Inherited")
	d.Keys("esc", "/")
	d.Type("zzz")
	d.Want("no match", "›  3  Inherited")
}

func TestBookmarksAndPractises(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Keys("b")
	d.Want("★")
	d.Keys("b")
	d.WantNot("★")
	d.Keys("down", "p")
	d.Want("EC2, RDS, S3: the line moves")
	d.WantNot("Two halves")
}

func TestWhatCannotBeSavedIsSaid(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = &uitest.Broken{History: deps.History, Fails: true}
	d := open(t, deps, 80, 24)
	d.Keys("b")
	d.Want("not saved")
	d.WantNot("★")
}

// unreadable is a history that cannot be read.
type unreadable struct{ screen.History }

var errGone = errors.New("the history is out of reach")

func (unreadable) Summary(context.Context) (history.Summary, error) {
	return history.Summary{}, errGone
}

func (unreadable) Items(context.Context, []model.Item) (map[model.Item]recall.Trace, error) {
	return nil, errGone
}

func TestTheListStandsWithoutAHistory(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = unreadable{deps.History}
	d := open(t, deps, 80, 24)
	d.Want("›  1  Two halves", "0 of 3 read")
}

func TestACourseWithoutLessons(t *testing.T) {
	deps := uitest.Deps(t)
	m, err := model.NewMatrix(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if deps.Course, err = model.NewCourse(model.CourseSpec{ID: "empty", Matrix: m}); err != nil {
		t.Fatal(err)
	}
	d := open(t, deps, 80, 24)
	d.Want("This course has no lessons")
	d.Keys("down", "enter", "p", "b", "G")
	d.Click(5, 5)
	d.Want("This course has no lessons")
}
