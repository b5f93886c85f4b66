package quiz

import (
	"math/rand/v2"

	"whose/model"
)

// Paper makes a prompt for each item, in their order: the question, its options
// shuffled, or a drill that is above all about the cell. Items that the course
// no longer holds, or may not ask, are left out.
func Paper(c *model.Course, items []model.Item, rng *rand.Rand) []Prompt {
	prompts := make([]Prompt, 0, len(items))
	for _, item := range items {
		subject, err := model.ParseItem(item)
		if err != nil || !c.Holds(subject) {
			continue
		}
		if q, ok := c.Question(subject.Question); ok {
			prompts = append(prompts, shuffled(c, q, rng))
			continue
		}
		if p, ok := drillOn(c, subject.Cell, rng); ok {
			prompts = append(prompts, p)
		}
	}
	return prompts
}

// drillOn draws a drill whose first cell is this one: mostly who, at times
// another kind.
func drillOn(c *model.Course, ref model.CellRef, rng *rand.Rand) (Prompt, bool) {
	pool := newDrillPool(c, Topic{cellTopic, ref.String()}, rng)
	for {
		p, ok := pool.take(nil)
		if !ok || p.Cells[0] == ref {
			return p, ok
		}
	}
}
