package history_test

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
)

const items = 930 // that the course asks

// How long home waits for its numbers must not depend on how much was answered.
// With 1000 answers all items but a few have been asked.
func BenchmarkOpenAndSummary(b *testing.B) {
	for _, n := range []int{0, 1000, 200_000} {
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
	for _, n := range []int{1000, 200_000} {
		b.Run(fmt.Sprint(n, " answers"), func(b *testing.B) {
			o := options(b.TempDir(), "w1")
			fill(b, o, n)
			s := open(b, o)
			session := saved("new", 1, false)
			for i := n; b.Loop(); i++ {
				must(b, s.Append(b.Context(), []quiz.Answer{given(i)}, &session))
			}
		})
	}
}

func BenchmarkUndo(b *testing.B) {
	for _, n := range []int{1000, 200_000} {
		b.Run(fmt.Sprint(n, " answers"), func(b *testing.B) {
			o := options(b.TempDir(), "w1")
			fill(b, o, n)
			s := open(b, o)
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				must(b, s.Append(b.Context(), []quiz.Answer{given(n + i)}, nil))
				b.StartTimer()
				must(b, s.Undo(b.Context(), given(n+i).ID, nil))
			}
		})
	}
}

// The slow ones, which a learner asks for.
func BenchmarkWholeHistory(b *testing.B) {
	const n = 200_000
	o := options(b.TempDir(), "w1")
	fill(b, o, n)
	s := open(b, o)
	b.Run("mistakes of a task", func(b *testing.B) {
		var asked []model.Item
		for i := range items / 4 {
			asked = append(asked, itemNumber(i))
		}
		for b.Loop() {
			if list, err := s.Mistakes(b.Context(), asked, 20); err != nil || len(list) != 20 {
				b.Fatal(len(list), err)
			}
		}
	})
	b.Run("sessions", func(b *testing.B) {
		for b.Loop() {
			if list, err := s.Sessions(b.Context()); err != nil || len(list) < 200 {
				b.Fatal(len(list), err)
			}
		}
	})
	b.Run("progress", func(b *testing.B) {
		for b.Loop() {
			_, err := s.Progress(b.Context())
			must(b, err)
		}
	})
	b.Run("export", func(b *testing.B) {
		for b.Loop() {
			must(b, s.Export(b.Context(), io.Discard))
		}
	})
	file := long(b, n)
	b.Run("import", func(b *testing.B) {
		for b.Loop() {
			_, err := open(b, options(b.TempDir(), "w1")).Import(b.Context(), strings.NewReader(file))
			must(b, err)
		}
	})
}

// given is the i-th answer of a long history: thirty seconds after the one
// before, to a question or, every third, a drill of two cells.
func given(i int) quiz.Answer {
	a := answer(fmt.Sprintf("%032x", i), i%3 > 0)
	a.At = noon.Add(time.Duration(i) * 30 * time.Second)
	a.Task = model.TaskID(fmt.Sprint("2.", 1+i%4))
	a.Words, a.Thinking = 60, time.Duration(10+i*7%40)*time.Second
	a.Grades = []quiz.Grade{{Item: itemNumber(i * 7), Right: a.Right}}
	if i%3 == 0 {
		a.Grades = append(a.Grades, quiz.Grade{Item: itemNumber(i*7 + 1), Right: true})
		a.Confusions = []quiz.Confusion{{Took: model.ConceptID(fmt.Sprint("c", i%20)), For: "d", Times: 1}}
	}
	return a
}

func itemNumber(i int) model.Item {
	if i %= items; i%10 < 2 {
		return model.Item(fmt.Sprintf("c:service-%d/some-layer@aws", i))
	}
	return model.QuestionItem(model.QuestionID(fmt.Sprint("some-question-", i)), 1)
}

// fill makes a history of n answers by an import, which is faster than to give
// them one by one.
func fill(b *testing.B, o history.Options, n int) {
	s, err := history.Open(b.Context(), o)
	must(b, err)
	if n > 0 {
		_, err = s.Import(b.Context(), strings.NewReader(long(b, n)))
		must(b, err)
	}
	must(b, s.Close())
}

// long is an export of n answers and as many sessions of ten as that makes.
func long(b *testing.B, n int) string {
	var file strings.Builder
	file.WriteString(`{"format":"whose-history","version":1,"course":"clf-c02","sessions":[`)
	comma := ""
	for i := range n / 10 {
		session := saved(fmt.Sprint("s", i), 1, true)
		text, err := json.Marshal(session)
		must(b, err)
		fmt.Fprintf(&file, `%s{"id":%q,"state":"done","at":%q,"saved":%s}`, comma, session.ID, given(i*10).At.Format(time.RFC3339), text)
		comma = ",\n"
	}
	file.WriteString(`],"answers":[`)
	comma = ""
	for i := range n {
		a := given(i)
		var grades []string
		for _, g := range a.Grades {
			rating := 1
			if g.Right {
				rating = 3
			}
			grades = append(grades, fmt.Sprintf(`{"item":%q,"right":%t,"rating":%d}`, g.Item, g.Right, rating))
		}
		spec, err := json.Marshal(a.Spec)
		must(b, err)
		fmt.Fprintf(&file, `%s{"id":%q,"session":"s1","at":%q,"mode":"study","spec":%s,"task":%q,"shown":["rds","ec2"],"chosen":["ec2"],`,
			comma, a.ID, a.At.Format(time.RFC3339), spec, a.Task)
		fmt.Fprintf(&file, `"thinking_ms":%d,"right":%t,"sure":"sure","words":60,"tempo":%v,"grades":[%s]`,
			a.Thinking.Milliseconds(), a.Right, quiz.Tempo(a), strings.Join(grades, ","))
		if len(a.Confusions) > 0 {
			fmt.Fprintf(&file, `,"confused":[{"took":%q,"for":"d","times":1}]`, a.Confusions[0].Took)
		}
		file.WriteString("}")
		comma = ",\n"
	}
	file.WriteString("]}")
	return file.String()
}
