package history_test

import (
	"fmt"
	"testing"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
)

// How long home waits for its numbers must not depend on how much was answered.
func BenchmarkOpenAndSummary(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprint(n, " answers"), func(b *testing.B) {
			o := options(b.TempDir(), "w1")
			fill(b, o, n)
			for b.Loop() {
				s, err := history.Open(b.Context(), o)
				must(b, err)
				if sum := summary(b, s); sum.Answered != n {
					b.Fatalf("%d answers, want %d", sum.Answered, n)
				}
				must(b, s.Close())
			}
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	o := options(b.TempDir(), "w1")
	fill(b, o, 1000)
	s := open(b, o)
	session := saved("s1", 1, false)
	for i := 0; b.Loop(); i++ {
		must(b, s.Append(b.Context(), []quiz.Answer{answer(fmt.Sprint("new", i), true)}, &session))
	}
}

// fill appends n answers to 400 items, ten to a session.
func fill(b *testing.B, o history.Options, n int) {
	s, err := history.Open(b.Context(), o)
	must(b, err)
	var batch []quiz.Answer
	for i := range n {
		a := answer(fmt.Sprintf("%032x", i), i%3 > 0)
		a.Task = model.TaskID(fmt.Sprint("2.", 1+i%4))
		a.Grades = []quiz.Grade{{Item: model.QuestionItem(model.QuestionID(fmt.Sprint("q", i%400)), 1), Right: a.Right}}
		if batch = append(batch, a); len(batch) == 10 {
			session := saved(fmt.Sprint("s", i), 1, true)
			must(b, s.Append(b.Context(), batch, &session))
			batch = nil
		}
	}
	must(b, s.Append(b.Context(), batch, nil))
	must(b, s.Close())
}
