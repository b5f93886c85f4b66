package quiz

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"whose/model"
)

// drillShare of a paper, in tenths, are drills where drills fit the topic.
const drillShare = 3

// Draw draws a paper of n prompts on a topic, hand-written questions and drills
// in about seven to three, in random order. Where questions run out drills fill
// in, and the other way round; nothing is asked again before everything was
// asked once. The same course, topic, n and state of rng give the same paper.
func Draw(c *model.Course, t Topic, n int, rng *rand.Rand) ([]Prompt, error) {
	if n < 1 {
		return nil, fmt.Errorf("a quiz of %d questions cannot be: ask for at least one", n)
	}
	paper := make([]Prompt, 0, n)
	for len(paper) < n {
		round := drawRound(c, t, n-len(paper), rng)
		if len(round) == 0 {
			return nil, fmt.Errorf("there is nothing to ask on %q", t.Title(c))
		}
		paper = append(paper, round...)
	}
	return paper, nil
}

// drawRound draws at most n prompts that all differ.
func drawRound(c *model.Course, t Topic, n int, rng *rand.Rand) []Prompt {
	questions := t.Questions(c)
	shuffle(questions, rng)
	drills := newDrillPool(c, t, rng)
	asDrills := min((n*drillShare+5)/10, drills.left())
	asQuestions := min(n-asDrills, len(questions))
	asDrills = min(n-asQuestions, drills.left())

	round := make([]Prompt, 0, asQuestions+asDrills)
	seen := make(map[model.CellRef]bool)
	for _, q := range questions[:asQuestions] {
		p := shuffled(c, q, rng)
		for _, ref := range p.Cells {
			seen[ref] = true
		}
		round = append(round, p)
	}
	for range asDrills {
		p, _ := drills.take(seen) // asDrills are left
		seen[p.Cells[0]] = true
		round = append(round, p)
	}
	shuffle(round, rng)
	return round
}

// Ask is one question with its options in random order. The error is ErrGone
// when the course has no such question.
func Ask(c *model.Course, id model.QuestionID, rng *rand.Rand) (Prompt, error) {
	q, ok := c.Question(id)
	if !ok {
		return Prompt{}, gone("question %q", id)
	}
	return shuffled(c, q, rng), nil
}

// shuffled is a question with its options in random order.
func shuffled(c *model.Course, q model.Question, rng *rand.Rand) Prompt {
	s := Spec{Question: q.ID(), Revision: q.Revision()}
	for _, o := range q.Options() {
		s.Order = append(s.Order, o.ID)
	}
	shuffle(s.Order, rng)
	return sure(assemble(c, s))
}

// sure unwraps a prompt that was made from what the course itself holds, which
// cannot fail.
func sure(p Prompt, err error) Prompt {
	if err != nil {
		panic(fmt.Sprintf("quiz: a prompt of the course cannot be made: %v", err))
	}
	return p
}

// Checks are a lesson's own questions, in the lesson's order, with their
// options shuffled. There are none when the course has no such lesson.
func Checks(c *model.Course, id model.LessonID, rng *rand.Rand) []Prompt {
	lesson, _ := c.Lesson(id)
	checks := make([]Prompt, 0, len(lesson.Checks))
	for _, id := range lesson.Checks {
		q, _ := c.Question(id)
		checks = append(checks, shuffled(c, q, rng))
	}
	return checks
}

// TestMe asks who for each cell of a service that can be asked, top to bottom.
// There are none when the course has no such service.
func TestMe(c *model.Course, id model.ServiceID) []Prompt {
	var prompts []Prompt
	for _, layer := range c.Matrix().Layers() {
		d := DrillSpec{Kind: Who, Service: id, Layer: layer.ID}
		if _, err := askable(c, d.ref()); err == nil {
			prompts = append(prompts, sure(assemble(c, Spec{Drill: &d, Order: sides()})))
		}
	}
	return prompts
}

// drillPool hands out the drills of a topic in random order, each once.
type drillPool struct {
	course *model.Course
	topic  Topic
	rng    *rand.Rand
	byKind map[DrillKind][]DrillSpec
}

func newDrillPool(c *model.Course, t Topic, rng *rand.Rand) *drillPool {
	p := &drillPool{course: c, topic: t, rng: rng, byKind: make(map[DrillKind][]DrillSpec)}
	for _, d := range candidates(c, t) {
		p.byKind[d.Kind] = append(p.byKind[d.Kind], d)
	}
	for _, kind := range []DrillKind{Who, Where, Move} {
		shuffle(p.byKind[kind], rng)
	}
	return p
}

func (p *drillPool) left() int {
	n := 0
	for _, drills := range p.byKind {
		n += len(drills)
	}
	return n
}

// take draws the next drill. It puts off those whose first cell was seen while
// it has others of the kind.
func (p *drillPool) take(seen map[model.CellRef]bool) (Prompt, bool) {
	kind, ok := p.pick()
	if !ok {
		return Prompt{}, false
	}
	drills := p.byKind[kind]
	at := max(0, slices.IndexFunc(drills, func(d DrillSpec) bool { return !seen[d.ref()] }))
	d := drills[at]
	p.byKind[kind] = slices.Delete(drills, at, at+1)
	order := sides()
	if kind != Who {
		order = choicesOf(p.course, p.topic, d).draw(p.rng)
	}
	return sure(assemble(p.course, Spec{Drill: &d, Order: order})), true
}

// pick chooses a kind that is left. Almost all drills ask who, so the kinds are
// weighted: half who, the rest where and move.
func (p *drillPool) pick() (DrillKind, bool) {
	weights := []struct {
		kind   DrillKind
		weight int
	}{{Who, 5}, {Where, 2}, {Move, 3}}
	sum := 0
	for _, w := range weights {
		if len(p.byKind[w.kind]) > 0 {
			sum += w.weight
		}
	}
	if sum == 0 {
		return "", false
	}
	dart := p.rng.IntN(sum)
	for _, w := range weights {
		if len(p.byKind[w.kind]) == 0 {
			continue
		}
		if dart < w.weight {
			return w.kind, true
		}
		dart -= w.weight
	}
	return "", false
}
