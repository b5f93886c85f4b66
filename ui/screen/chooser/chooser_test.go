package chooser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/screen/chooser"
	"whose/ui/uitest"
)

// start presses keys on the chooser and gives the session that enter opens.
func start(t *testing.T, d *screen.Deps, keys ...string) *quiz.Session {
	t.Helper()
	ch := chooser.New(d)
	for _, k := range keys {
		if cmd := ch.Update(uitest.Key(k)); cmd != nil {
			t.Fatalf("key %s starts something", k)
		}
	}
	switch msg := ch.Update(uitest.Key("enter"))().(type) {
	case screen.OpenQuiz:
		if !msg.Replace {
			t.Error("the chooser stays below its quiz")
		}
		return msg.Session
	default:
		t.Fatalf("enter sends %v", msg)
		return nil
	}
}

func TestEnterStartsTenQuestionsToStudy(t *testing.T) {
	s := start(t, uitest.Deps(t))
	if s.Len() != 10 || s.Mode() != quiz.Study || s.Kind() != quiz.KindQuiz || s.Topic() != "" || s.Title() != "All topics" {
		t.Errorf("%d questions, mode %s, kind %s, topic %q %q", s.Len(), s.Mode(), s.Kind(), s.Topic(), s.Title())
	}
}

func TestEachChoiceHasItsKey(t *testing.T) {
	d := uitest.Deps(t)
	lesson := d.Course.Lessons()[0]
	for _, c := range []struct {
		keys  []string
		len   int
		mode  quiz.Mode
		topic string
	}{
		{[]string{"left"}, 5, quiz.Study, ""},
		{[]string{"left", "left"}, 5, quiz.Study, ""},
		{[]string{"right", "tab"}, 20, quiz.Test, ""},
		{[]string{"tab", "tab", "down"}, 10, quiz.Study, "2.1"},
		{[]string{"down", "j", "l"}, 20, quiz.Study, string(lesson.ID)},
		{[]string{"G", "h"}, 5, quiz.Study, "2.1.s5"},
		{[]string{"G", "g", "up"}, 10, quiz.Study, ""},
	} {
		s := start(t, d, c.keys...)
		if s.Len() != c.len || s.Mode() != c.mode || s.Topic() != c.topic {
			t.Errorf("%v: %d questions, mode %s, topic %q, want %d, %s, %q", c.keys, s.Len(), s.Mode(), s.Topic(), c.len, c.mode, c.topic)
		}
	}
}

func TestAllAsksEachQuestionOnce(t *testing.T) {
	d := uitest.Deps(t)
	s := start(t, d, "down", "down", "right", "right") // the first lesson
	var asked, want []model.QuestionID
	for i := range s.Len() {
		asked = append(asked, s.Prompt(i).Spec.Question)
	}
	for _, q := range d.Course.Questions() {
		if q.Lesson() == d.Course.Lessons()[0].ID {
			want = append(want, q.ID())
		}
	}
	slices.Sort(asked)
	slices.Sort(want)
	if !slices.Equal(asked, want) {
		t.Errorf("asked %v, want %v", asked, want)
	}
}

func TestTopicOfDrillsOnlyHasNoAll(t *testing.T) {
	d := uitest.Deps(t)
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenChooser{})
	p.Keys("right", "right")
	p.Want("[all ")
	for range 8 { // to AWS Lambda
		p.Keys("down")
	}
	p.Want("› AWS Lambda", "drills", "[20]")
	p.WantNot("all ")
	p.Keys("enter")
	p.Want("1 of 20")
}

func TestRecordIsShown(t *testing.T) {
	d := uitest.Deps(t)
	q := d.Course.Questions()[0]
	prompt, err := quiz.Ask(d.Course, q.ID(), d.Rand)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study}, []quiz.Prompt{prompt}, d.Now())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Choose(prompt.Spec.Right[0], d.Now()); err != nil {
			t.Fatal(err)
		}
		a, err := s.Answer(d.Now(), d.NewID)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.History.Append(t.Context(), []quiz.Answer{a}, nil); err != nil {
			t.Fatal(err)
		}
	}
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenChooser{})
	for line := range strings.Lines(p.Text()) {
		for _, l := range d.Course.Lessons() {
			if strings.Contains(line, l.Title) && strings.Contains(line, "2 of 2 right") != (l.ID == q.Lesson()) {
				t.Errorf("the record stands at the wrong lesson, or is missing: %s", line)
			}
		}
	}
	p.Want("Everything")
	p.Resize(120, 36)
	p.Want("2 of 2 answers were right so far")
}

func TestHeadingComesWithTheFirstOfItsGroup(t *testing.T) {
	p := uitest.Open(t, 44, 16, screen.OpenChooser{})
	p.Keys("G")
	p.WantNot("Services")
	for !strings.Contains(p.Text(), "› Amazon EC2") {
		p.Keys("up")
	}
	p.Want("   Services")
}

func TestMouseChoosesAndStarts(t *testing.T) {
	p := uitest.Open(t, 80, 24, screen.OpenChooser{})
	p.ClickOn("20")
	p.ClickOn("test")
	p.Want("20 questions · test")
	p.ClickOn("Amazon RDS")
	p.Want("› Amazon RDS")
	p.ClickOn("Amazon RDS")
	p.Want("Quiz · RDS", "1 of 20 · 20 blank")
}

func TestCourseWithNothingToAsk(t *testing.T) {
	d := uitest.Deps(t)
	matrix, err := model.NewMatrix(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d.Course, err = model.NewCourse(model.CourseSpec{ID: "empty", Matrix: matrix}); err != nil {
		t.Fatal(err)
	}
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenChooser{})
	p.Keys("enter", "down")
	p.Want("› Everything")
}

func TestGolden(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {44, 16}, {120, 36}} {
		p := uitest.Open(t, size[0], size[1], screen.OpenChooser{})
		p.Keys("down", "down", "down", "tab")
		p.Golden(fmt.Sprintf("chooser-%dx%d", size[0], size[1]))
	}
}

func TestFramesFitTheWindow(t *testing.T) {
	d := uitest.Deps(t)
	rapid.Check(t, func(rt *rapid.T) {
		ch := chooser.New(d)
		w, h := rapid.IntRange(screen.MinWidth, 300).Draw(rt, "w"), rapid.IntRange(screen.MinHeight-1, 100).Draw(rt, "h")
		for range rapid.IntRange(0, 8).Draw(rt, "steps") {
			ch.Update(uitest.Key(rapid.SampledFrom([]string{"down", "G", "ctrl+d", "ctrl+u", "right", "tab"}).Draw(rt, "key")))
			lines := strings.Split(ch.View(w, h), "\n")
			focus := slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "›") })
			if len(lines) > h || !focus {
				rt.Fatalf("%d lines in %d, focus in sight: %v", len(lines), h, focus)
			}
			for _, l := range lines {
				if n := ansi.StringWidth(l); n > w {
					rt.Fatalf("a line of %d in %d: %q", n, w, l)
				}
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	ch := chooser.New(uitest.Deps(b))
	for b.Loop() {
		ch.View(200, 59)
		ch.Keys()
	}
}
