package quiz_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.FixedZone("CET", 3600))

func after(seconds int) time.Time { return noon.Add(time.Duration(seconds) * time.Second) }

// ids numbers answers.
func ids() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("id%d", n) }
}

func begin(t failer, c *model.Course, mode quiz.Mode, prompts []quiz.Prompt) *quiz.Session {
	t.Helper()
	setup := quiz.Setup{ID: "run", Kind: quiz.KindQuiz, Mode: mode, Topic: "2.1", Title: "Shared responsibility"}
	s, err := quiz.NewSession(c, setup, prompts, noon)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

// checks are the questions two (A and B are right) and os (GUEST is).
func checks(c *model.Course) []quiz.Prompt { return quiz.Checks(c, "halves", seeded(1)) }

func choose(t failer, s *quiz.Session, options ...string) {
	t.Helper()
	for _, o := range options {
		if err := s.Choose(o, noon); err != nil {
			t.Fatalf("choosing %s: %v", o, err)
		}
	}
}

func answer(t failer, s *quiz.Session, options ...string) quiz.Answer {
	t.Helper()
	choose(t, s, options...)
	a, err := s.Answer(noon, ids())
	if err != nil {
		t.Fatalf("answering %v: %v", options, err)
	}
	return a
}

func wants(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func TestStudyModeGradesEachAnswerAtOnce(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c))
	wants(t, "next before answering", s.Next(noon), quiz.ErrUngraded)
	if e := s.Entry(0); e.Graded {
		t.Errorf("graded before the answer: %+v", e)
	}
	if a := answer(t, s, "A", "B"); !a.Right {
		t.Errorf("both right options are graded wrong: %+v", a)
	}
	if e := s.Entry(0); !e.Graded || !e.Right {
		t.Errorf("after the answer: %+v", e)
	}
	wants(t, "choosing after grading", s.Choose("c", noon), quiz.ErrGraded)
	_, err := s.Answer(noon, ids())
	wants(t, "answering twice", err, quiz.ErrGraded)
	if err := s.Next(noon); err != nil || s.At() != 1 {
		t.Fatalf("next: at %d, %v", s.At(), err)
	}
	if s.Done() {
		t.Error("done with one of two answered")
	}
	if a := answer(t, s, "host"); a.Right {
		t.Errorf("a wrong option is graded right: %+v", a)
	}
	if !s.Done() {
		t.Error("not done with both answered")
	}
	wants(t, "next at the end", s.Next(noon), quiz.ErrNoPrompt)
	if err := s.Prev(noon); err != nil || s.At() != 0 {
		t.Errorf("back to the first: at %d, %v", s.At(), err)
	}
	wants(t, "before the beginning", s.Prev(noon), quiz.ErrNoPrompt)
	_, err = s.HandIn(noon, ids())
	wants(t, "handing in", err, quiz.ErrWrongMode)
}

func TestAnAnswerIsTakenOnlyWithAsManyOptionsAsAsked(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c))
	for _, options := range [][]string{{}, {"A"}, {"B", "c"}} { // none, one, three chosen
		choose(t, s, options...)
		_, err := s.Answer(noon, ids())
		var pick *quiz.PickError
		if !errors.As(err, &pick) || err.Error() != "choose TWO" {
			t.Errorf("%v: %v, want choose TWO", s.Entry(0).Chosen, err)
		}
	}
	choose(t, s, "c") // takes it back
	if _, err := s.Answer(noon, ids()); err != nil {
		t.Errorf("two chosen: %v", err)
	}
}

func TestChoosing(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, checks(c))
	choose(t, s, "d", "A", "d", "B")
	order := s.Prompt(0).Spec.Order
	want := slices.DeleteFunc(slices.Clone(order), func(id string) bool { return id != "A" && id != "B" })
	if got := s.Entry(0).Chosen; !slices.Equal(got, want) {
		t.Errorf("several: chose %v, want %v", got, want)
	}
	if err := s.Go(1, noon); err != nil {
		t.Fatal(err)
	}
	choose(t, s, "p", "host", "host")
	if got := s.Entry(1).Chosen; !slices.Equal(got, []string{"host"}) {
		t.Errorf("one: chose %v, want host alone", got)
	}
	wants(t, "an option of another question", s.Choose("A", noon), quiz.ErrNoOption)
}

func TestTestModeGradesAtHandIn(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, append(checks(c), quiz.TestMe(c, "rds")[0]))
	_, err := s.Answer(noon, ids())
	wants(t, "grading one", err, quiz.ErrWrongMode)
	if err := s.Go(2, noon); err != nil {
		t.Fatalf("going ahead: %v", err)
	}
	choose(t, s, "aws")
	if err := s.Go(0, noon); err != nil {
		t.Fatal(err)
	}
	choose(t, s, "A") // one of two: blank
	s.Show(after(50))
	if s.Blanks() != 2 {
		t.Errorf("%d blanks, want 2", s.Blanks())
	}
	if score := s.Score(); score.Graded != 0 || score.Right != 0 || len(score.Wrong) != 0 {
		t.Errorf("a score before hand-in: %+v", score)
	}
	answers, err := s.HandIn(after(60), ids())
	if err != nil || len(answers) != 1 || !answers[0].Right || answers[0].Mode != quiz.Test {
		t.Fatalf("handed in %+v, %v; want the one answer, right", answers, err)
	}
	if got := s.Entry(0).Thinking; got != 10*time.Second {
		t.Errorf("thought %v on the one on screen, want 10 s", got)
	}
	score := s.Score()
	if !s.Done() || score.Right != 1 || score.Graded != 3 || !slices.Equal(score.Wrong, []int{0, 1}) {
		t.Errorf("score %+v, want 1 of 3 and the blanks wrong", score)
	}
	wants(t, "choosing after hand-in", s.Choose("B", noon), quiz.ErrGraded)
	_, err = s.HandIn(noon, ids())
	wants(t, "handing in twice", err, quiz.ErrGraded)
}

func TestWhatAnAnswerHolds(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c))
	s.Show(noon)
	choose(t, s, "A", "c")
	got, err := s.Answer(after(9), ids())
	if err != nil {
		t.Fatal(err)
	}
	want := quiz.Answer{
		ID: "id1", Session: "run", At: after(9), Mode: quiz.Study, Spec: s.Prompt(0).Spec, Task: "2.1",
		Order: s.Prompt(0).Spec.Order, Chosen: s.Entry(0).Chosen, Thinking: 9 * time.Second, Words: 18,
		Grades: []quiz.Grade{{Item: "q:two@1"}}, Confusions: []quiz.Confusion{{Took: "host", For: "keys", Times: 1}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestGrades(t *testing.T) {
	c := course(t)
	guest := find(t, c, is(quiz.DrillSpec{Kind: quiz.Who, Service: "rds", Layer: "guest-os"}))
	shared := find(t, c, is(quiz.DrillSpec{Kind: quiz.Who, Service: "s3", Layer: "encryption", Cue: "choosing the settings of encryption"}))
	where := quiz.Spec{
		Drill: &quiz.DrillSpec{Kind: quiz.Where, Layer: "guest-os", Side: model.Customer},
		Order: []string{"rds", "ec2", "s3", "lambda"}, Right: []string{"ec2"},
	}
	move := quiz.Spec{
		Drill: &quiz.DrillSpec{Kind: quiz.Move, Service: "ec2", To: "rds", Side: model.AWS},
		Order: []string{"guest-os", "data", "hardening", "identity", "firewall"}, Right: []string{"guest-os", "hardening"},
	}
	made := func(s quiz.Spec) quiz.Prompt {
		p, err := quiz.Make(c, s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	tests := map[string]struct {
		prompt quiz.Prompt
		chosen []string
		right  bool
		grades string
	}{
		"a question":            {checks(c)[1], []string{"GUEST"}, true, "[{q:os@1 true}]"},
		"one of two":            {checks(c)[0], []string{"A", "c"}, false, "[{q:two@1 false}]"},
		"who":                   {guest, []string{"aws"}, true, "[{c:rds/guest-os@aws true}]"},
		"who, wrong":            {guest, []string{"shared"}, false, "[{c:rds/guest-os@aws false}]"},
		"who, by the cue":       {shared, []string{"customer"}, true, "[{c:s3/encryption@shared true}]"},
		"where":                 {made(where), []string{"ec2"}, true, "[{c:rds/guest-os@aws true} {c:ec2/guest-os@customer true} {c:s3/guest-os@aws true} {c:lambda/guest-os@aws true}]"},
		"where, one for other":  {made(where), []string{"s3"}, false, "[{c:rds/guest-os@aws true} {c:ec2/guest-os@customer false} {c:s3/guest-os@aws false} {c:lambda/guest-os@aws true}]"},
		"move, one of two":      {made(move), []string{"guest-os", "data"}, false, "[{c:rds/guest-os@aws true} {c:rds/data@customer false} {c:rds/hardening@aws false} {c:rds/identity@customer true} {c:rds/firewall@customer true}]"},
		"more than asked for":   {checks(c)[0], []string{"A", "B", "c"}, false, "[{q:two@1 false}]"},
		"nothing chosen at all": {guest, nil, false, "[{c:rds/guest-os@aws false}]"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			right, grades := test.prompt.Grade(c, test.chosen)
			if right != test.right || fmt.Sprint(grades) != test.grades {
				t.Errorf("%v %v\nwant %v %s", right, grades, test.right, test.grades)
			}
		})
	}
}

func TestThinkingTimeRunsOnlyOnScreenAndBeforeTheVerdict(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c))
	s.Show(after(10))
	s.Hide(after(15)) // 5 on the first
	s.Show(after(100))
	choose(t, s, "A", "B")
	if _, err := s.Answer(after(103), ids()); err != nil { // 3 more
		t.Fatal(err)
	}
	if err := s.Next(after(500)); err != nil { // reading the verdict is not thinking
		t.Fatal(err)
	}
	s.Hide(after(480)) // the clock was set back: nothing
	s.Show(after(490))
	s.Save(after(492)) // 2 on the second
	s.Hide(after(494)) // and 2 more
	want := []time.Duration{8 * time.Second, 4 * time.Second}
	got := []time.Duration{s.Entry(0).Thinking, s.Entry(1).Thinking}
	if !slices.Equal(got, want) {
		t.Errorf("thought %v, want %v", got, want)
	}
	if s.Score().Time != 12*time.Second {
		t.Errorf("in all %v, want 12 s", s.Score().Time)
	}
}

func TestASessionThatCannotBe(t *testing.T) {
	c := course(t)
	setup := quiz.Setup{ID: "run", Kind: quiz.KindQuiz, Mode: quiz.Study}
	if _, err := quiz.NewSession(c, setup, nil, noon); !errors.Is(err, quiz.ErrEmpty) {
		t.Errorf("without prompts: %v", err)
	}
	setup.Mode = "exam"
	if _, err := quiz.NewSession(c, setup, checks(c), noon); err == nil {
		t.Error("a mode that is none was taken")
	}
	setup.Kind, setup.Mode = "what", quiz.Test
	if _, err := quiz.NewSession(c, setup, checks(c), noon); err == nil {
		t.Error("a kind that is none was taken")
	}
}
