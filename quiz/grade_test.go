package quiz_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"whose/quiz"
)

func TestAnAnswerCanBeMarkedUnsure(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c))
	choose(t, s, "A", "B")
	if a, err := s.AnswerUnsure(noon, ids()); err != nil || !a.Unsure || !a.Right || !s.Entry(0).Unsure {
		t.Errorf("%+v, %+v, %v", a, s.Entry(0), err)
	}
	if err := s.Next(noon); err != nil {
		t.Fatal(err)
	}
	if a := answer(t, s, "GUEST"); a.Unsure || s.Entry(1).Unsure {
		t.Errorf("a sure answer is marked unsure: %+v", a)
	}
	_, err := s.AnswerUnsure(noon, ids())
	wants(t, "answering twice", err, quiz.ErrGraded)
}

func TestWhatIsFlaggedAtHandInIsUnsure(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, append(checks(c), checks(c)...))
	for i, flags := range []int{1, 0, 2} { // the third flag is taken away again; the fourth is blank
		if err := s.Go(i, noon); err != nil {
			t.Fatal(err)
		}
		choose(t, s, s.Prompt(i).Spec.Right...)
		for range flags {
			if err := s.Flag(noon); err != nil {
				t.Fatal(err)
			}
		}
		if e := s.Entry(i); e.Flagged != (i == 0) || e.Unsure {
			t.Errorf("before hand-in: %+v", e)
		}
	}
	if err := s.Go(3, noon); err != nil {
		t.Fatal(err)
	}
	if err := s.Flag(noon); err != nil {
		t.Fatal(err)
	}
	answers, err := s.HandIn(noon, ids())
	if err != nil || len(answers) != 3 {
		t.Fatalf("%+v, %v", answers, err)
	}
	for i, a := range answers {
		if a.Unsure != (i == 0) || s.Entry(i).Unsure != (i == 0) {
			t.Errorf("%d: %+v", i, a)
		}
	}
	if e := s.Entry(3); e.Unsure || !e.Flagged {
		t.Errorf("a blank says nothing of how sure one was: %+v", e)
	}
	wants(t, "flagging after hand-in", s.Flag(noon), quiz.ErrGraded)
}

func TestTakeBackOpensThePromptAgainWithItsDraft(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c))
	_, err := s.TakeBack(noon)
	wants(t, "nothing to take back", err, quiz.ErrUngraded)
	s.Show(noon)
	choose(t, s, "A", "c")
	newID := ids()
	if _, err := s.AnswerUnsure(after(5), newID); err != nil {
		t.Fatal(err)
	}
	s, _ = stored(t, c, s, after(6)) // the id survives the disk
	s.Show(after(20))
	id, err := s.TakeBack(after(25)) // reading the verdict is not thinking
	if err != nil || id != "id1" {
		t.Fatalf("took back %q, %v", id, err)
	}
	e := s.Entry(0)
	if e.Graded || e.Right || e.Unsure || len(e.Chosen) != 2 || e.Thinking != 5*time.Second {
		t.Errorf("afterwards %+v", e)
	}
	if score := s.Score(); score.Graded != 0 || len(score.Wrong) != 0 {
		t.Errorf("it still counts: %+v", score)
	}
	_, err = s.TakeBack(after(26))
	wants(t, "taking back twice", err, quiz.ErrUngraded)
	if err := s.Choose("c", after(26)); err != nil {
		t.Fatal(err)
	}
	if err := s.Choose("B", after(26)); err != nil {
		t.Fatal(err)
	}
	a, err := s.Answer(after(28), newID)
	if err != nil || a.ID != "id2" || !a.Right || a.Unsure || a.Thinking != 8*time.Second {
		t.Errorf("answered again: %+v, %v", a, err)
	}
	test := begin(t, c, quiz.Test, checks(c))
	_, err = test.TakeBack(noon)
	wants(t, "in test mode", err, quiz.ErrWrongMode)
}

func TestTempoComparesWithReadingAndChoosing(t *testing.T) {
	tests := map[string]struct {
		answer quiz.Answer
		want   float64
	}{
		"as long as reading and choosing take": {quiz.Answer{Words: 80, Thinking: 23 * time.Second}, 1}, // 20 s and 3 s
		"twice as long":                        {quiz.Answer{Words: 80, Thinking: 46 * time.Second}, 2},
		"few words":                            {quiz.Answer{Words: 4, Thinking: 4 * time.Second}, 1},
		"no time known":                        {quiz.Answer{Words: 80}, 0},
		"no words known":                       {quiz.Answer{Thinking: time.Second}, 0},
	}
	for name, test := range tests {
		if got := quiz.Tempo(test.answer); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestWordsAreThoseOfTheStemAndTheOptions(t *testing.T) {
	p := checks(course(t))[0]
	all := p.Stem
	for _, o := range p.Options {
		all += " " + o.Text
	}
	if got := p.Words(); got != len(strings.Fields(all)) || got != 18 {
		t.Errorf("%d words in %q", got, all)
	}
}
