package quiz_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

// never is what is known of when a question was seen by somebody new.
func never(model.QuestionID) time.Time { return time.Time{} }

func drawExam(t failer, c *model.Course, n int, last func(model.QuestionID) time.Time, seed uint64) []quiz.Prompt {
	t.Helper()
	paper, err := quiz.DrawExam(c, n, last, seeded(seed))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return paper
}

// tally counts the prompts of each task, and those with several right options.
func tally(c *model.Course, paper []quiz.Prompt) (all, several [4]int) {
	for _, p := range paper {
		o, _ := c.Objective(p.Objectives[0])
		i := slices.IndexFunc(c.Tasks(), func(t model.Task) bool { return t.ID == o.Task })
		all[i]++
		if p.Pick > 1 {
			several[i]++
		}
	}
	return all, several
}

func TestAnExamHasTheTasksAndFormsInProportion(t *testing.T) {
	c := banked(t, full(), nil)
	tests := []struct {
		n            int
		all, several [4]int
	}{
		{20, [4]int{4, 6, 6, 4}, [4]int{1, 1, 1, 1}},
		{65, [4]int{13, 20, 19, 13}, [4]int{3, 4, 4, 2}},
		{40, [4]int{8, 12, 12, 8}, [4]int{2, 2, 2, 2}},
		{1, [4]int{0, 1, 0, 0}, [4]int{}},
		{3, [4]int{1, 1, 1, 0}, [4]int{1, 0, 0, 0}},
	}
	for _, test := range tests {
		paper := drawExam(t, c, test.n, never, 1)
		all, several := tally(c, paper)
		if all != test.all || several != test.several {
			t.Errorf("%d: %v, of which %v; want %v, of which %v", test.n, all, several, test.all, test.several)
		}
	}
}

func TestATaskGivesNoMoreThanItsPartWhereTheOthersHaveOneFormOnly(t *testing.T) {
	c := banked(t, []bank{{60, 0, 4}, {60, 0, 4}, {60, 0, 4}, {60, 30, 4}}, nil)
	all, several := tally(c, drawExam(t, c, 13, never, 1))
	if all != [4]int{3, 4, 4, 2} || several != [4]int{0, 0, 0, 2} {
		t.Errorf("%v, of which %v", all, several)
	}
}

func TestAnExamOfWhatThereIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		banks := anyBank(t)
		c := banked(t, banks, nil)
		n := rapid.IntRange(1, 80).Draw(t, "n")
		paper, err := quiz.DrawExam(c, n, never, anySeed(t))
		total := len(c.Questions())
		if total == 0 {
			if err == nil {
				t.Fatal("an exam of nothing")
			}
			return
		}
		if err != nil || len(paper) != min(n, total) {
			t.Fatalf("%d prompts of %d, want %d: %v", len(paper), total, n, err)
		}
		seen := map[model.QuestionID]bool{}
		for _, p := range paper {
			if seen[p.Spec.Question] || p.Spec.Drill != nil {
				t.Fatalf("%+v stands twice or is none of the questions", p.Spec)
			}
			seen[p.Spec.Question] = true
		}
		all, several := tally(c, paper)
		got, possible, enough := 0, 0, true
		for i, b := range banks {
			got, possible, enough = got+several[i], possible+min(all[i], b.several), enough && all[i] <= b.single
			fair := float64(n) * float64(weights[i]) / 20
			if float64(all[i]) < min(fair-1, float64(b.single+b.several)) {
				t.Fatalf("task %d has %d of %d, fair were %v of %+v", i, all[i], n, fair, b)
			}
		}
		if want := min((len(paper)+2)/5, possible); got < want || enough && got != want {
			t.Fatalf("%d of %d have several right options, want %d", got, len(paper), want)
		}
	})
}

// Of two questions of one task and form the one that was seen later is not on
// the paper without the other.
func TestAnExamAsksWhatWasSeenLongestAgo(t *testing.T) {
	c := banked(t, full(), nil)
	rapid.Check(t, func(t *rapid.T) {
		rng := anySeed(t)
		seen := map[model.QuestionID]time.Time{}
		for _, q := range c.Questions() {
			if day := rng.IntN(9); day > 0 {
				seen[q.ID()] = noon.AddDate(0, 0, -day)
			}
		}
		paper, err := quiz.DrawExam(c, rapid.IntRange(1, 65).Draw(t, "n"), func(id model.QuestionID) time.Time { return seen[id] }, rng)
		if err != nil {
			t.Fatalf("%v", err)
		}
		latest := map[string]time.Time{}
		group := func(q model.Question) string { return fmt.Sprint(q.Objectives()[0][:3], q.Right()) }
		asked := map[model.QuestionID]bool{}
		for _, p := range paper {
			q, _ := c.Question(p.Spec.Question)
			asked[q.ID()] = true
			if at := seen[q.ID()]; at.After(latest[group(q)]) {
				latest[group(q)] = at
			}
		}
		for _, q := range c.Questions() {
			if !asked[q.ID()] && seen[q.ID()].Before(latest[group(q)]) {
				t.Fatalf("%s, seen %v, is left out for one seen %v", q.ID(), seen[q.ID()], latest[group(q)])
			}
		}
	})
}

func TestAnExamSpreadsOverTheObjectives(t *testing.T) {
	c := banked(t, full(), nil)
	rapid.Check(t, func(t *rapid.T) {
		paper, err := quiz.DrawExam(c, 20, never, anySeed(t))
		if err != nil {
			t.Fatalf("%v", err)
		}
		times := map[model.ObjectiveID]int{}
		for _, p := range paper {
			times[p.Objectives[0]]++
		}
		for id, n := range times { // no task asks more than it has objectives
			if n > 1 {
				t.Fatalf("%s is asked %d times", id, n)
			}
		}
	})
}

func TestAnExamsOrderIsRandomAndItsOptionsToo(t *testing.T) {
	c := banked(t, full(), nil)
	one, same, other := drawExam(t, c, 20, never, 1), drawExam(t, c, 20, never, 1), drawExam(t, c, 20, never, 2)
	if !reflect.DeepEqual(one, same) {
		t.Error("two papers of one seed differ")
	}
	if reflect.DeepEqual(one, other) {
		t.Error("two seeds draw the same paper")
	}
	firsts, orders := map[model.TaskID]bool{}, map[string]bool{}
	for seed := range uint64(40) {
		p := drawExam(t, c, 20, never, seed)[0]
		o, _ := c.Objective(p.Objectives[0])
		firsts[o.Task], orders[fmt.Sprint(p.Spec.Order)] = true, true
	}
	if len(firsts) != 4 || len(orders) < 10 {
		t.Errorf("40 papers begin with the tasks %v, and their first prompts have %d orders", firsts, len(orders))
	}
}

func TestAnExamDrawsAtRandomAmongWhatWasNeverSeen(t *testing.T) {
	c := banked(t, full(), nil)
	drawn := map[bool]map[model.QuestionID]bool{false: {}, true: {}}
	for seed := range uint64(40) {
		for _, p := range drawExam(t, c, 20, never, seed) {
			drawn[p.Pick > 1][p.Spec.Question] = true
		}
	}
	if one, several := len(drawn[false]), len(drawn[true]); one < 150 || several < 60 {
		t.Errorf("40 papers drew %d of 240 questions with one right option and %d of 120 with several", one, several)
	}
}

func neighboursAlike(c *model.Course, paper []quiz.Prompt) (n int) {
	for i := 1; i < len(paper); i++ {
		a, _ := c.Question(paper[i-1].Spec.Question)
		b, _ := c.Question(paper[i].Spec.Question)
		pair := a.Pair() != "" && a.Pair() == b.Pair()
		if pair || len(a.Cells()) > 0 && len(b.Cells()) > 0 && a.Cells()[0] == b.Cells()[0] {
			n++
		}
	}
	return n
}

func TestNeighboursOnAnExamAreNotAlikeWhereThatCanBeHelped(t *testing.T) {
	cell := model.CellRef{Service: "rds", Layer: "guest-os"}
	data := model.CellRef{Service: "s3", Layer: "data"}
	tests := map[string]struct {
		banks []bank
		alike func(n int, q *model.QuestionSpec)
		want  int
	}{
		"every second on one cell": {[]bank{{20, 0, 4}}, func(n int, q *model.QuestionSpec) {
			if n%2 == 0 {
				q.Cells = []model.CellRef{cell, data}
			}
		}, 0},
		"pairs and cells": {full()[:1], func(n int, q *model.QuestionSpec) {
			q.Pair = []model.PairID{"", "guest/host", "guest/keys"}[n%3]
			q.Cells = [][]model.CellRef{nil, nil, nil, {cell}, {data}, {data, cell}}[n%6]
		}, 0},
		"another cell beside the first": {[]bank{{6, 0, 4}}, func(n int, q *model.QuestionSpec) {
			q.Cells = [][]model.CellRef{{cell, data}, {data, cell}}[n%2]
		}, 0},
		"all on one pair": {[]bank{{6, 0, 4}}, func(_ int, q *model.QuestionSpec) { q.Pair = "guest/host" }, 5},
		"two too many": {[]bank{{6, 0, 4}}, func(n int, q *model.QuestionSpec) {
			if n < 5 {
				q.Pair = "guest/host"
			}
		}, 3},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := banked(t, test.banks, test.alike)
			for seed := range uint64(30) {
				if got := neighboursAlike(c, drawExam(t, c, 20, never, seed)); got != test.want {
					t.Fatalf("seed %d: %d neighbours are alike, want %d", seed, got, test.want)
				}
			}
		})
	}
}

func TestAnExamThatCannotBe(t *testing.T) {
	if _, err := quiz.DrawExam(banked(t, full(), nil), 0, never, seeded(1)); err == nil {
		t.Error("an exam of 0 questions")
	}
	empty := banked(t, []bank{{0, 0, 1}}, nil)
	if _, err := quiz.DrawExam(empty, 20, never, seeded(1)); err == nil {
		t.Error("an exam of a course without questions")
	}
	if _, err := quiz.DrawPlacement(empty, seeded(1)); err == nil {
		t.Error("a placement of a course without questions")
	}
}

func TestAPlacementAsksTwelveObjectivesOfMiddleDifficulty(t *testing.T) {
	c := banked(t, full(), nil)
	rapid.Check(t, func(t *rapid.T) {
		paper, err := quiz.DrawPlacement(c, anySeed(t))
		if err != nil {
			t.Fatalf("%v", err)
		}
		if all, _ := tally(c, paper); all != [4]int{2, 4, 4, 2} {
			t.Fatalf("the tasks get %v", all)
		}
		objectives := map[model.ObjectiveID]bool{}
		for _, p := range paper {
			q, _ := c.Question(p.Spec.Question)
			if objectives[p.Objectives[0]] {
				t.Fatalf("%s is asked twice", p.Objectives[0])
			}
			objectives[p.Objectives[0]] = true
			if q.Difficulty() != 2 && q.Objectives()[0][:3] == "2.3" { // 10 objectives and 3 difficulties: all meet
				t.Fatalf("%s has difficulty %d", q.ID(), q.Difficulty())
			}
		}
	})
}

func TestAPlacementDrawsBothForms(t *testing.T) {
	c := banked(t, full(), nil)
	forms := map[bool]int{}
	for seed := range uint64(20) {
		paper, err := quiz.DrawPlacement(c, seeded(seed))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paper {
			forms[p.Pick > 1]++
		}
	}
	if forms[true] < 20 || forms[false] < 2*20 {
		t.Errorf("of 240 prompts %d have several right options", forms[true])
	}
}
