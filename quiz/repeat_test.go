package quiz_test

import (
	"reflect"
	"testing"
	"time"

	"whose/quiz"
)

func TestRetryAsksTheWrongOnesAgainInStudyMode(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, checks(c))
	choose(t, s, "A", "B")
	if _, err := s.HandIn(noon, ids()); err != nil {
		t.Fatal(err)
	}
	again, ok := s.Retry("again", after(60))
	if !ok || again.ID() != "again" || again.Mode() != quiz.Study || again.Len() != 1 || again.Prompt(0).Spec.Question != "os" {
		t.Fatalf("retry: %+v, %v", again, ok)
	}
	if again.Title() != s.Title() || again.Topic() != "2.1" || again.Kind() != quiz.KindQuiz || !again.Started().Equal(after(60)) {
		t.Errorf("retry lost what it is about: %+v", again)
	}
	answer(t, again, "GUEST")
	if _, ok := again.Retry("third", noon); ok {
		t.Error("a retry of nothing wrong")
	}
}

func TestRetryOfAnExamIsAQuizWithoutAClock(t *testing.T) {
	s := exam(t)
	choose(t, s, "A", "B")
	if _, err := s.HandIn(minutes(1), ids()); err != nil {
		t.Fatal(err)
	}
	s, _ = stored(t, course(t), s, minutes(2)) // opened from the history
	again, ok := s.Retry("again", minutes(60))
	if !ok || again.Kind() != quiz.KindQuiz || again.Mode() != quiz.Study || again.Len() != 1 || again.Title() != "Mock exam" {
		t.Fatalf("retry: %+v, %v", again, ok)
	}
	if _, limited := again.Left(minutes(60)); limited {
		t.Error("it has the exam's clock")
	}
}

func TestAgainIsTheSamePaperWithNothingChosen(t *testing.T) {
	s := exam(t)
	choose(t, s, "A", "B")
	if err := s.Flag(minutes(1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Next(minutes(1)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.HandIn(minutes(10), ids()); err != nil {
		t.Fatal(err)
	}
	s, _ = stored(t, course(t), s, minutes(11))
	again := s.Again("again", minutes(60))
	if again.ID() != "again" || again.Kind() != quiz.KindExam || again.Mode() != quiz.Test || again.Title() != "Mock exam" ||
		!again.Started().Equal(minutes(60)) || again.At() != 0 || again.Done() || again.Len() != 2 {
		t.Errorf("again: %+v", again)
	}
	left(t, again, minutes(60), 30*time.Minute)
	for i := range again.Len() {
		if !reflect.DeepEqual(again.Prompt(i), s.Prompt(i)) {
			t.Errorf("prompt %d is another: %+v", i, again.Prompt(i).Spec)
		}
		if e := again.Entry(i); !reflect.DeepEqual(e, quiz.Entry{}) {
			t.Errorf("prompt %d is not blank: %+v", i, e)
		}
	}
}
