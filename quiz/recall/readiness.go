package recall

import (
	"math"
	"time"

	"whose/model"
)

// Readiness is the share of the course's questions, its tasks weighed as in the
// exam, that the learner would get right now.
type Readiness struct {
	Share      float64 // from 0 to 1
	Margin     float64 // half the width of its 90 % interval
	Missing    int     // questions to answer until it can be said; while it is not 0, Share and Margin mean nothing
	Tasks      []Standing[model.TaskID]
	Objectives []Standing[model.ObjectiveID]
}

// Standing is how a learner stands with a task or an objective.
type Standing[ID ~string] struct {
	ID    ID
	Share float64 // of its questions that would be right now
	Seen  int     // questions asked at least once
	Total int     // questions that there are
	Due   int     // items, cells included, that are due
}

const (
	// enough is how many questions must have been asked before readiness is said.
	enough = 20
	// wide is how many standard deviations the interval reaches to either side. Of a
	// normal distribution 90 % would be 1.645; the simulator says that less will do,
	// since misfit and differing are generous.
	wide = 1.46
	// misfit is the standard deviation that is left however many the answers are:
	// no model is quite right.
	misfit = 0.012
	// differing is the variance of the probability of a right answer among
	// questions that look alike.
	differing = 0.045
)

// Ready estimates a learner's readiness at a moment.
//
// A question that was asked before counts with the probability that the memory
// model gives, corrected by how its predictions came out for this learner. One
// that was not counts with what first answers went like, overall and on its
// objective, with how hard its author finds it, and with how long ago its
// lesson was read. Both allow for a lucky guess and for a slip. The margin comes
// from what the answers leave open of all that.
func Ready(c *model.Course, l Learner, now time.Time) Readiness {
	return newBelief(c, l, now).readiness()
}

// Assess is Ready and MakePlan at once, in little more than the time of one.
func Assess(c *model.Course, l Learner, now time.Time) (Readiness, Plan) {
	b := newBelief(c, l, now)
	return b.readiness(), b.plan()
}

func (b *belief) readiness() Readiness {
	r := Readiness{Missing: enough}
	tasks := make(map[model.TaskID]Standing[model.TaskID])
	objectives := make(map[model.ObjectiveID]Standing[model.ObjectiveID])
	variance := misfit * misfit
	for i := range b.questions {
		q := &b.questions[i]
		p := right(b.known(q), q.kind.guess)
		r.Share += q.weight * p
		variance += q.weight * q.weight * differing
		if q.trace.Seen > 0 {
			r.Missing--
		}
		tasks[q.task] = tasks[q.task].with(q, p, b.now)
		objectives[q.objective] = objectives[q.objective].with(q, p, b.now)
	}
	for i := range b.cells {
		c := &b.cells[i]
		tasks[c.task] = tasks[c.task].withCell(c, b.now)
		objectives[c.objective] = objectives[c.objective].withCell(c, b.now)
	}
	for _, t := range b.course.Tasks() {
		r.Tasks = append(r.Tasks, tasks[t.ID].done(t.ID))
	}
	for _, o := range b.course.Objectives() {
		r.Objectives = append(r.Objectives, objectives[o.ID].done(o.ID))
	}
	r.Missing = max(0, r.Missing)
	r.Margin = wide * math.Sqrt(variance+b.memoryVariance()+b.freshVariance())
	return r
}

// with counts a question in, right with probability p. Until done, Share is a
// sum.
func (s Standing[ID]) with(q *candidate, p float64, now time.Time) Standing[ID] {
	s.Total++
	s.Share += p
	if q.trace.Seen > 0 {
		s.Seen++
	}
	return s.withCell(q, now)
}

func (s Standing[ID]) withCell(c *candidate, now time.Time) Standing[ID] {
	if c.due(now) {
		s.Due++
	}
	return s
}

func (s Standing[ID]) done(id ID) Standing[ID] {
	s.ID = id
	s.Share /= float64(max(1, s.Total))
	return s
}

// due reports whether a candidate was asked before and is to be asked again.
func (c *candidate) due(now time.Time) bool {
	return c.trace.Seen > 0 && c.trace.Due() <= DayOf(now)
}

// memoryVariance is how unsure the part of readiness is that comes from what
// was asked before. Items are put together by their odds: it is a sum over the
// grid.
func (b *belief) memoryVariance() float64 {
	var weight curve
	for i := range b.questions {
		if q := &b.questions[i]; q.trace.Seen > 0 {
			step, _ := place(q.odds)
			weight[step] += q.weight * (1 - slip - q.kind.guess)
		}
	}
	_, variance := b.memory.moments(func(t trust) float64 {
		sum := 0.0
		for i, w := range weight {
			if w > 0 {
				sum += w * t.known(curveOdds(i))
			}
		}
		return sum
	})
	return variance
}

// freshVariance is how unsure the part is that comes from what was never asked:
// overall, and by objective.
func (b *belief) freshVariance() float64 {
	var weight byKind[float64]
	byObjective := make(map[model.ObjectiveID]float64)
	for i := range b.questions {
		if q := &b.questions[i]; q.trace.Seen == 0 {
			*weight.of(q.kind) += q.weight
			byObjective[q.objective] += q.weight
		}
	}
	_, variance := b.fresh.moments(func(s start) float64 {
		sum := 0.0
		for i, k := range weight.kinds {
			sum += *weight.values[i] * right(s.known(k), k.guess)
		}
		return sum
	})
	for _, o := range b.course.Objectives() {
		w := byObjective[o.ID]
		// A step in log odds moves a probability by a quarter of it at most, by
		// about a sixth on average.
		variance += b.leaning[o.ID].variance * w * w / 36
	}
	return variance
}
