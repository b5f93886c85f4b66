package recall

import (
	"math"
	"time"

	"whose/model"
)

// candidate is something that can be asked, a question or a cell, and what is
// known of it at one moment.
type candidate struct {
	item      model.Item
	question  bool // a question, no cell
	task      model.TaskID
	objective model.ObjectiveID
	lesson    model.LessonID
	cells     []model.CellRef // that it is about
	pair      model.PairID    // that it tells apart
	weight    float64         // what it counts for; those of all questions add up to 1
	trace     Trace           // zero when it was never asked
	odds      float64         // log odds of the recall that the memory model gives it now, when it was asked
	kind      kind
}

// kind is what things that were never asked can differ in.
type kind struct {
	level int     // how hard its author finds it: -1, 0 or 1
	guess float64 // the chance of a lucky guess
	band  int     // how fresh the reading of its lesson is, from 0, not read, to bands, just now
}

// byKind holds a value for each kind, in the order that they came in: a sum over
// them is the same every time.
type byKind[V any] struct {
	kinds  []kind
	values []*V
	at     map[kind]*V
}

// of is the value of a kind; at first it is zero.
func (m *byKind[V]) of(k kind) *V {
	v, ok := m.at[k]
	if !ok {
		if m.at == nil {
			m.at = make(map[kind]*V)
		}
		v = new(V)
		m.at[k], m.kinds, m.values = v, append(m.kinds, k), append(m.values, v)
	}
	return v
}

// bands is into how many steps the freshness of a reading is cut.
const bands = 10

// cellWeight is what all cells of a task count for together, beside its
// questions: the exam does not ask for them, but they carry its questions.
const cellWeight = 0.5

// gather looks at everything that the course can ask.
func (b *belief) gather() {
	for _, q := range b.course.Questions() {
		c := candidate{
			item: model.QuestionItem(q.ID(), q.Revision()), question: true, lesson: q.Lesson(), cells: q.Cells(), pair: q.Pair(),
			kind: kind{level: q.Difficulty() - 2, guess: 1 / float64(len(q.Options()))},
		}
		if all := q.Objectives(); len(all) > 0 {
			c.objective = all[0]
		}
		b.questions = append(b.questions, b.complete(c))
	}
	for _, cell := range b.course.Matrix().Cells() {
		if !cell.Askable() {
			continue
		}
		c := candidate{
			item: model.CellItem(cell), lesson: cell.Lesson, cells: []model.CellRef{cell.Ref()},
			kind: kind{guess: 1.0 / sides},
		}
		if lesson, _ := b.course.Lesson(cell.Lesson); len(lesson.Objectives) > 0 {
			c.objective = lesson.Objectives[0]
		}
		b.cells = append(b.cells, b.complete(c))
	}
	b.weigh(b.questions, 1)
	b.weigh(b.cells, cellWeight)
}

// sides is how many answers a drill offers: AWS, you, both.
const sides = 3

// complete fills in what follows from the learner's answers and readings.
func (b *belief) complete(c candidate) candidate {
	o, _ := b.course.Objective(c.objective)
	c.task = o.Task
	at := b.now
	if c.trace = b.learner.Traces[c.item]; c.trace.Seen > 0 {
		c.odds, at = oddsOf(c.trace.Recall(b.now)), c.trace.First
	}
	c.kind.band = b.band(c.lesson, at)
	return c
}

// weigh shares what each task counts for in the exam among its candidates. A
// task without questions counts for nothing.
func (b *belief) weigh(all []candidate, total float64) {
	count := make(map[model.TaskID]float64)
	for i := range all {
		count[all[i].task]++
	}
	parts := b.parts()
	for i := range all {
		task := all[i].task
		all[i].weight = total * parts[task] / count[task]
	}
}

// parts are the tasks' parts of the exam; those of all add up to 1.
func (b *belief) parts() map[model.TaskID]float64 {
	asked := make(map[model.TaskID]bool)
	for i := range b.questions {
		asked[b.questions[i].task] = true
	}
	parts, sum := make(map[model.TaskID]float64), 0.0
	for _, t := range b.course.Tasks() {
		if asked[t.ID] {
			parts[t.ID] = float64(t.Weight)
			sum += parts[t.ID]
		}
	}
	for id := range parts {
		parts[id] /= sum
	}
	return parts
}

// band says how fresh the reading of a lesson is at a moment.
func (b *belief) band(id model.LessonID, at time.Time) int {
	read, ok := b.learner.Read[id]
	if !ok || read.After(at) {
		return 0
	}
	return int(math.Round(bands * readingLeft(at.Sub(read).Hours()/24)))
}

// readingLeft is the part of what a reading gave that is left after days. It
// fades fast: reading is no practice.
func readingLeft(days float64) float64 { return math.Pow(1+max(0, days)/3, -0.4) }

// oddsOf are the log odds of a probability, kept off the ends.
func oddsOf(p float64) float64 { return logit(clamp(p, 1-certain, certain)) }

// certain is as sure as anything gets.
const certain = 0.999
