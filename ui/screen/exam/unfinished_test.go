package exam_test

import (
	"testing"
	"time"

	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/uitest"
)

func TestAnExamThatIsNotHandedInComesFirst(t *testing.T) {
	for _, c := range []struct {
		name, clock string
		time        quiz.Allowance
		leave       []string
		away        time.Duration
	}{
		{"running", "Its clock runs.", quiz.AsIs, []string{"esc", "down", "enter"}, time.Minute},
		{"paused", "Its clock is paused.", quiz.AsIs, []string{"esc", "down", "down", "enter"}, time.Hour},
		{"over", "Its time is over", quiz.AsIs, []string{"esc", "down", "enter"}, time.Hour},
		{"without a clock", "It has no clock.", quiz.NoLimit, []string{"1", "esc"}, time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := uitest.Deps(t)
			clock := uitest.NewClock(d)
			p := uitest.OpenAt(t, d, clock, 80, 24, screen.OpenExam{Questions: 7, Time: c.time})
			p.WantNot("not handed in", "start another")
			p.Keys("enter", "right")
			p.Keys(c.leave...)
			p.Pass(c.away)
			p = uitest.OpenAt(t, d, clock, 80, 24, screen.OpenExam{})
			p.Want("not handed in yet: question 2 of 7.", c.clock, "enter go on with it", "a start another")
			p.Keys("enter")
			p.WantNot("of 20")
			p = uitest.OpenAt(t, d, clock, 80, 24, screen.OpenExam{})
			p.Keys("a", "enter") // where it was handed in just now, enter starts
			p.Want("of 20 · 20 blank")
		})
	}
}

func TestWhatWasSeenAndLeftBlankIsNotNewInTheNextExam(t *testing.T) {
	d := uitest.Deps(t)
	clock := uitest.NewClock(d)
	seen := make(map[string]bool)
	for range 3 { // 21 of 24 questions: none twice
		p := uitest.OpenAt(t, d, clock, 80, 24, screen.OpenExam{Questions: 7, Time: quiz.NoLimit})
		p.Keys("enter")
		for range 7 {
			p.Pass(10 * time.Second)
			if text := stem(p); seen[text] {
				t.Errorf("%q is asked again before others were", text)
			} else {
				seen[text] = true
			}
			p.Keys("right")
		}
		p.Keys("g", "enter")
		p.Want("0 of 7 right")
	}
}

func TestAnExamOfOneQuestionSaysSo(t *testing.T) {
	p := uitest.Open(t, 80, 24, screen.OpenExam{Questions: 1, Time: quiz.NoLimit})
	p.Want("1 question · no clock", "1 question on Domain 2")
	p.WantNot("1 questions")
}
