package quiz_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

func TestAPaperAsksItsItemsInTheirOrder(t *testing.T) {
	c := course(t)
	var all []model.Item
	for _, q := range c.Questions() {
		all = append(all, model.QuestionItem(q.ID(), q.Revision()))
	}
	for _, cell := range c.Matrix().Cells() {
		if cell.Askable() {
			all = append(all, model.CellItem(cell))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.SliceOfN(rapid.SampledFrom(all), 0, 12).Draw(t, "items")
		paper := quiz.Paper(c, items, anySeed(t))
		if len(paper) != len(items) {
			t.Fatalf("%d prompts of %d items", len(paper), len(items))
		}
		for i, p := range paper {
			_, grades := p.Grade(c, nil)
			if !slices.ContainsFunc(grades, func(g quiz.Grade) bool { return g.Item == items[i] }) {
				t.Fatalf("%d asks %v, want %s", i, grades, items[i])
			}
			if p.Spec.Drill != nil && "c:"+p.Cells[0].String() != string(items[i])[:2+len(p.Cells[0].String())] {
				t.Fatalf("%d is first about %s, want %s", i, p.Cells[0], items[i])
			}
		}
	})
}

func TestAPaperLeavesOutWhatTheCourseDoesNotHold(t *testing.T) {
	c := course(t)
	items := []model.Item{
		"q:os@1",
		"q:os@2", "q:gone@1", "c:rds/guest-os@customer", "c:rds/gone@aws", "nonsense",
		"c:lambda/firewall@shared", // not graded
		"c:ebs/guest-os@none",      // no such layer there
		"c:rds/guest-os@aws",
	}
	paper := quiz.Paper(c, items, seeded(1))
	if len(paper) != 2 || paper[0].Spec.Question != "os" || paper[1].Cells[0].String() != "rds/guest-os" {
		t.Errorf("%d prompts: %+v", len(paper), paper)
	}
}

func TestAPaperShufflesOptionsAndVariesDrills(t *testing.T) {
	c := course(t)
	kinds, orders := map[quiz.DrillKind]int{}, map[string]bool{}
	for seed := range uint64(60) {
		paper := quiz.Paper(c, []model.Item{"q:os@1", "c:rds/guest-os@aws", "c:ec2/guest-os@customer"}, seeded(seed))
		orders[paper[0].Spec.Order[0]] = true
		kinds[paper[1].Spec.Drill.Kind]++
		kinds[paper[2].Spec.Drill.Kind]++
	}
	if len(orders) != 4 {
		t.Errorf("the first option is always one of %v", orders)
	}
	if kinds[quiz.Who] < 60 || kinds[quiz.Where] == 0 || kinds[quiz.Move] == 0 {
		t.Errorf("the drills on a cell are %v", kinds)
	}
}
