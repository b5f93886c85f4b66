package recall_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

var accept = flag.Bool("accept", false, "write testdata/pinned.json anew")

// pinned is everything that the program tells a learner.
type pinned struct {
	Learner   string
	Readiness recall.Readiness
	Plan      recall.Plan
	Worth     float64 // what asking each thing is worth, in one sum
	Next      []recall.Pick
	Review    []recall.Pick
}

// What learners are told must not change by accident: a constant here moves
// everybody's numbers. After a change that is meant, `go test ./quiz/recall -run
// Pinned -accept` takes the new numbers, and the simulator says whether they are
// better.
func TestPinnedNumbers(t *testing.T) {
	w := newWorld(t, 0.5, rng(1))
	var all []pinned
	for _, c := range []struct {
		name          string
		answers, each int
		lessons       float64
		exam          recall.Day
		asks          func(*mind, int) []int
	}{
		{"new", 0, 10, 0, 0, shuffled},
		{"after three evenings, no exam", 30, 10, 1, 0, review},
		{"after ten evenings, exam in twenty days", 200, 20, 0.5, 20, whatNext},
		{"after ten evenings, exam in five days", 200, 20, 0.5, 5, review},
		{"after a month, exam in two days", 900, 30, 1, 2, shuffled},
		{"after a month, exam passed", 600, 20, 0, -2, plainFSRS},
	} {
		m := newMind(w, usualTruth(), rng(uint64(len(all))))
		for m.answers < c.answers {
			m.nextSitting(habit{everyDay: 1})
			if m.rng.Float64() < c.lessons {
				m.readLesson()
			}
			for _, i := range c.asks(m, c.each) {
				m.answer(i)
			}
		}
		m.now = m.now.Add(3 * time.Hour)
		m.learner.Today = c.each
		if c.exam != 0 {
			m.learner.Exam = recall.DayOf(m.now) + c.exam
		}
		all = append(all, pin(c.name, w.course, m.learner, m.now))
	}
	compare(t, append(all, withCells(t)...))
}

// pin is what a learner is told at a moment.
func pin(name string, c *model.Course, l recall.Learner, now time.Time) pinned {
	p := pinned{Learner: name, Review: recall.Review(c, l, now, 13)}
	p.Readiness, p.Plan = recall.Assess(c, l, now)
	ch := recall.NewChooser(c, l, now)
	for i, v := range ch.Values() {
		p.Worth += v * float64(i+1)
	}
	p.Worth = nine(p.Worth)
	for range 12 {
		pick, _ := ch.Next()
		p.Next = append(p.Next, pick)
	}
	return p
}

// withCells are learners of the small course, which has cells.
func withCells(t *testing.T) (all []pinned) {
	t.Helper()
	c := smallCourse(t)
	l := asked(noon.Add(-days(3)), recall.Good, allQuestions(c)[:25]...)
	for i, cell := range c.Matrix().Cells() {
		if i > 0 {
			l.Traces[model.CellItem(cell)] = recall.Trace{}.After(noon.Add(-days(float64(i))), recall.Rating(i))
		}
	}
	l.Read["l1.b"] = noon.Add(-days(2))
	all = append(all, pin("of a course with cells", c, l, noon))
	l.Exam = recall.DayOf(noon)
	return append(all, pin("the same on the day of the exam", c, l, noon))
}

// compare compares with the file to nine digits: the last ones differ between
// processors.
func compare(t *testing.T, all []pinned) {
	t.Helper()
	for i := range all {
		round(&all[i].Readiness)
	}
	got, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	const file = "testdata/pinned.json"
	if *accept {
		if err := os.WriteFile(file, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if gotLines, wantLines := bytes.Split(got, []byte("\n")), bytes.Split(bytes.TrimSpace(want), []byte("\n")); !bytes.Equal(got, bytes.TrimSpace(want)) {
		for i := range min(len(gotLines), len(wantLines)) {
			if !bytes.Equal(gotLines[i], wantLines[i]) {
				t.Fatalf("%s:%d: %s, now %s", file, i+1, wantLines[i], gotLines[i])
			}
		}
		t.Fatalf("%s has %d lines, now %d", file, len(wantLines), len(gotLines))
	}
}

func round(r *recall.Readiness) {
	r.Share, r.Margin = nine(r.Share), nine(r.Margin)
	for i := range r.Tasks {
		r.Tasks[i].Share = nine(r.Tasks[i].Share)
	}
	for i := range r.Objectives {
		r.Objectives[i].Share = nine(r.Objectives[i].Share)
	}
}

func nine(x float64) float64 { return float64(int64(x*1e9+0.5)) / 1e9 }
