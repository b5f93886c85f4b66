package exam_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/screen/exam"
	"whose/ui/uitest"
)

func TestGolden(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"44x16", 44, 16}, {"120x36", 120, 36}} {
		uitest.Open(t, size.w, size.h, screen.OpenExam{}).Golden(size.name)
	}
}

func TestEnterStartsTheClock(t *testing.T) {
	p := uitest.Open(t, 80, 24, screen.OpenExam{})
	p.Want("20 questions · 28 minutes", "[20]", "[as is]")
	p.Keys("enter")
	p.Want("Mock exam", "1 of 20 · 20 blank   27:5")
	p.Keys("esc")
	p.Want("The exam is running")
	p.Keys("down", "enter")
	p.Want("Resume") // home: the exam took the place of its start
}

func TestLengthAndTimeAreChosen(t *testing.T) {
	p := uitest.Open(t, 80, 24, screen.OpenExam{})
	p.Keys("right")
	p.Want("24 questions · 34 minutes", "[24]") // the small course has no more
	p.Keys("right", "tab")
	p.Want("24 questions · 50 minutes", "[+50 %]", "half as much time again")
	p.Keys("tab")
	p.Want("24 questions · no clock", "[none]")
	p.Keys("shift+tab", "shift+tab", "left", "left")
	p.Want("20 questions · 28 minutes")
	p.ClickOn("24")
	p.ClickOn("none")
	p.Want("24 questions · no clock", "everything is kept")
	p.Keys("enter")
	p.Want("1 of 24 · 24 blank")
	p.WantNot(":00", "59")
}

func TestTheUsualTimeIsThatOfTheSettings(t *testing.T) {
	d := uitest.Deps(t)
	if err := d.History.SetAllowance(t.Context(), quiz.HalfMore); err != nil {
		t.Fatal(err)
	}
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenExam{})
	p.Want("20 questions · 42 minutes", "[+50 %]")
	p.WantNot("only for this exam")
	p.Keys("tab", "tab")
	p.Want("20 questions · 28 minutes")
	p.Resize(120, 24)
	p.Want("only for this exam: your usual time is in the settings")
	settings, err := d.History.Settings(t.Context())
	if err != nil || settings.Allowance != quiz.HalfMore {
		t.Errorf("the usual time is %v, %v: want it as it was", settings.Allowance, err)
	}
}

func TestACourseWithoutQuestionsSaysSo(t *testing.T) {
	c := uitest.Course(t)
	lessons := slices.Clone(c.Lessons())
	for i := range lessons {
		lessons[i].Checks = nil
	}
	deps := uitest.Deps(t)
	var err error
	deps.Course, err = model.NewCourse(model.CourseSpec{
		ID: c.ID(), Title: c.Title(), Version: c.Version(), Tasks: c.Tasks(), Objectives: c.Objectives(), Matrix: c.Matrix(), Lessons: lessons,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 30} {
		p := uitest.OpenWith(t, deps, 80, 24, screen.OpenExam{Questions: n})
		p.Keys("enter")
		p.Want("the course has no questions to ask")
	}
}

func TestWhatWasAskedForIsOffered(t *testing.T) {
	p := uitest.Open(t, 80, 24, screen.OpenExam{Questions: 7, Time: quiz.NoLimit})
	p.Want("7 questions · no clock", "[7]  20   24")
	p = uitest.Open(t, 80, 24, screen.OpenExam{Questions: 500})
	p.Want("[24]")
}

func TestQuestionsSeenLongestAgoComeFirst(t *testing.T) {
	d := uitest.Deps(t)
	now := uitest.Start
	d.Now = func() time.Time { return now }
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenExam{Questions: 7, Time: quiz.NoLimit})
	first := sit(t, p)
	now = now.Add(time.Hour)
	p = uitest.OpenWith(t, d, 80, 24, screen.OpenExam{Questions: 7, Time: quiz.NoLimit})
	for question := range sit(t, p) {
		if first[question] {
			t.Errorf("%q is asked again before the others were", question)
		}
	}
}

// sit answers all questions of the exam that is offered, and gives what they
// were, by the first line of each.
func sit(t *testing.T, p *uitest.Driver) map[string]bool {
	t.Helper()
	asked := make(map[string]bool)
	p.Keys("enter")
	for range 7 {
		asked[stem(p)] = true
		switch text := p.Text(); {
		case strings.Contains(text, "THREE"):
			p.Keys("1", "2", "3")
		case strings.Contains(text, "TWO"):
			p.Keys("1", "2")
		default:
			p.Keys("1")
		}
		p.Keys("right")
	}
	p.Keys("g", "enter")
	p.Want("result")
	if len(asked) != 7 {
		t.Fatalf("%d questions, want 7", len(asked))
	}
	return asked
}

func TestAnExamCanBeSatWithoutAHistory(t *testing.T) {
	d := uitest.Deps(t)
	d.History = &uitest.Broken{History: unreadable{d.History}, Fails: true}
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenExam{})
	p.Want("20 questions · 28 minutes")
	p.Keys("enter")
	p.Want("1 of 20", "✗ not saved")
}

// unreadable is a history that nothing can be read from.
type unreadable struct{ screen.History }

func (unreadable) Summary(context.Context) (history.Summary, error) {
	return history.Summary{}, uitest.ErrDisk
}

func (unreadable) Sessions(context.Context) ([]history.Past, error) { return nil, uitest.ErrDisk }

// stem is the first line of the question on screen.
func stem(p *uitest.Driver) string {
	for _, line := range strings.Split(p.Text(), "\n")[2:] {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

func TestEnterWaitsForWhatWasAskedWhen(t *testing.T) {
	d := uitest.Deps(t)
	e := exam.New(d, 0, "")
	read := e.Init()
	if cmd := e.Update(uitest.Key("enter")); cmd != nil {
		t.Fatal("the paper is drawn before it is known what was asked when")
	}
	cmd := e.Update(read())
	if cmd == nil {
		t.Fatal("the key is lost")
	}
	if _, ok := cmd().(screen.OpenQuiz); !ok {
		t.Errorf("it opens %T", cmd())
	}
}
