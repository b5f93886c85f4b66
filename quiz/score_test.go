package quiz_test

import (
	"fmt"
	"slices"
	"testing"

	"whose/quiz"
)

func TestScoreByObjectiveStandsInTheCoursesOrder(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Study, checks(c)) // on 2.1.s2 and 2.1.s3
	answer(t, s, "A", "B")
	if err := s.Next(noon); err != nil {
		t.Fatal(err)
	}
	if got := len(s.Score().ByObjective); got != 1 {
		t.Errorf("%d objectives after one answer, want 1", got)
	}
	answer(t, s, "p")
	var got []string
	for _, by := range s.Score().ByObjective {
		got = append(got, fmt.Sprintf("%s %d/%d", by.Objective.ID, by.Right, by.Total))
	}
	if !slices.Equal(got, []string{"2.1.s2 1/1", "2.1.s3 0/1"}) {
		t.Errorf("by objective %v", got)
	}
}

func TestScoreNamesWhatWasTakenForWhat(t *testing.T) {
	c := course(t)
	two, os := checks(c)[0], checks(c)[1]
	s := begin(t, c, quiz.Study, []quiz.Prompt{two, os, os, os})
	for i, options := range [][]string{{"A", "c"}, {"host"}, {"p"}, {"host"}} {
		if err := s.Go(i, noon); err != nil {
			t.Fatal(err)
		}
		answer(t, s, options...) // two: A is the guest's and chosen, B the keys' and missed
	}
	want := []quiz.Confusion{{Took: "host", For: "guest", Times: 2}, {Took: "host", For: "keys", Times: 1}, {Took: "keys", For: "guest", Times: 1}}
	if got := s.Score().Confusions; !slices.Equal(got, want) {
		t.Errorf("confusions %v, want %v", got, want)
	}
}

func TestOneAnswerMixesTwoThingsUpOnce(t *testing.T) {
	p := checks(course(t))[0]
	for i := range p.Options {
		p.Options[i].Concept = "host"
		if p.Options[i].Correct {
			p.Options[i].Concept = "guest"
		}
	}
	s := begin(t, course(t), quiz.Study, []quiz.Prompt{p})
	var wrong []string
	for _, o := range p.Options {
		if !o.Correct && len(wrong) < p.Pick {
			wrong = append(wrong, o.ID)
		}
	}
	answer(t, s, wrong...) // two options about the one thing, where two about the other were right
	want := []quiz.Confusion{{Took: "host", For: "guest", Times: 1}}
	if got := s.Score().Confusions; len(wrong) != 2 || !slices.Equal(got, want) {
		t.Errorf("confusions %v after choosing %v, want %v", got, wrong, want)
	}
}
