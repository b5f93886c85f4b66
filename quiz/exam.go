package quiz

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"whose/model"
)

// DrawExam draws the paper of a mock exam: n hand-written questions, the tasks
// in proportion to their weights, one in five with several right options, evenly
// over the tasks. Within a task come first the questions that were seen longest
// ago by last, whose zero time means never, and of those the ones with
// objectives that are not on the paper yet; beyond that chance decides, as it
// does on the order. Two questions on one pair or with one first cell do not
// stand side by side where that can be helped.
//
// Where a task or a form runs out the others fill in, and a course that has
// fewer than n questions gives them all. The error says that n is less than one
// or that there are none.
func DrawExam(c *model.Course, n int, last func(model.QuestionID) time.Time, rng *rand.Rand) ([]Prompt, error) {
	if n < 1 {
		return nil, fmt.Errorf("an exam of %d questions cannot be: ask for at least one", n)
	}
	d := newDrawer(c, rng)
	before := func(a, b model.Question) int {
		if order := last(a.ID()).Compare(last(b.ID())); order != 0 {
			return order
		}
		return d.overlap(a) - d.overlap(b)
	}
	for i, form := range d.forms(n) {
		d.pick(d.several[i], form.several, before)
		d.pick(d.single[i], form.single, before)
	}
	return d.paper()
}

// placementLength is how many questions find out what a newcomer knows.
const placementLength = 12

// DrawPlacement draws the questions that find out what a newcomer knows: twelve,
// the tasks in proportion to their weights, no objective twice where that can be
// helped, and rather of middle difficulty. A course that has fewer gives them
// all; the error says that it has none.
func DrawPlacement(c *model.Course, rng *rand.Rand) ([]Prompt, error) {
	d := newDrawer(c, rng)
	before := func(a, b model.Question) int {
		if order := d.overlap(a) - d.overlap(b); order != 0 {
			return order
		}
		return offMiddle(a) - offMiddle(b)
	}
	for i, n := range d.quotas(placementLength) {
		all := slices.Concat(d.several[i], d.single[i])
		shuffle(all, rng)
		d.pick(all, n, before)
	}
	return d.paper()
}

// offMiddle is 0 for a question of difficulty 2, else 1.
func offMiddle(q model.Question) int {
	if q.Difficulty() == 2 {
		return 0
	}
	return 1
}

// drawer draws questions task by task and keeps in mind what it has drawn.
type drawer struct {
	course          *model.Course
	rng             *rand.Rand
	several, single [][]model.Question // by task: those with several right options and those with one, in random order
	drawn           []model.Question
	met             map[model.ObjectiveID]int // how often an objective is on the paper
}

func newDrawer(c *model.Course, rng *rand.Rand) *drawer {
	tasks := len(c.Tasks())
	d := &drawer{
		course: c, rng: rng, met: make(map[model.ObjectiveID]int),
		several: make([][]model.Question, tasks), single: make([][]model.Question, tasks),
	}
	place := make(map[model.TaskID]int, tasks)
	for i, t := range c.Tasks() {
		place[t.ID] = i
	}
	for _, q := range c.Questions() {
		i, ok := place[taskOf(c, q.Objectives())]
		switch {
		case !ok:
		case q.Right() > 1:
			d.several[i] = append(d.several[i], q)
		default:
			d.single[i] = append(d.single[i], q)
		}
	}
	for i := range tasks {
		shuffle(d.several[i], rng)
		shuffle(d.single[i], rng)
	}
	return d
}

// quotas shares n questions out among the tasks.
func (d *drawer) quotas(n int) []int {
	weights := make([]int, len(d.single))
	caps := make([]int, len(d.single))
	for i, t := range d.course.Tasks() {
		weights[i], caps[i] = t.Weight, len(d.several[i])+len(d.single[i])
	}
	return apportion(n, weights, caps)
}

// forms shares n questions out among the tasks and the exam's two forms.
func (d *drawer) forms(n int) []paperForm {
	quotas := d.quotas(n)
	whole, caps := 0, make([]int, len(quotas))
	for i, quota := range quotas {
		whole += quota
		caps[i] = min(quota, len(d.several[i]))
	}
	const oneIn = 5
	several := apportion((whole+oneIn/2)/oneIn, quotas, caps)
	forms := make([]paperForm, len(quotas))
	for i, quota := range quotas {
		k := max(several[i], quota-len(d.single[i]))
		forms[i] = paperForm{several: k, single: quota - k}
	}
	return forms
}

// paperForm is how many questions of each form a task gets.
type paperForm struct{ several, single int }

// pick puts n of the questions on the paper, one after the other: each time the
// first by before, which may look at what is drawn already.
func (d *drawer) pick(from []model.Question, n int, before func(a, b model.Question) int) {
	for range n {
		best := 0
		for i := range from {
			if before(from[i], from[best]) < 0 {
				best = i
			}
		}
		q := from[best]
		from = append(from[:best:best], from[best+1:]...)
		d.drawn = append(d.drawn, q)
		for _, id := range q.Objectives() {
			d.met[id]++
		}
	}
}

// overlap is how often the paper has one of the question's objectives already.
func (d *drawer) overlap(q model.Question) int {
	n := 0
	for _, id := range q.Objectives() {
		n = max(n, d.met[id])
	}
	return n
}

// paper makes prompts of what is drawn.
func (d *drawer) paper() ([]Prompt, error) {
	if len(d.drawn) == 0 {
		return nil, errors.New("the course has no questions to ask")
	}
	spread(d.drawn, d.rng)
	prompts := make([]Prompt, 0, len(d.drawn))
	for _, q := range d.drawn {
		prompts = append(prompts, shuffled(d.course, q, d.rng))
	}
	return prompts, nil
}
