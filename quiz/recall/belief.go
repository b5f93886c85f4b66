package recall

import (
	"time"

	"whose/model"
)

// belief is what the answers say of a learner at one moment: how far the memory
// model can be trusted for this learner, and how they do on questions that they
// have not met.
type belief struct {
	course    *model.Course
	learner   Learner
	now       time.Time
	questions []candidate // which is what the exam asks
	cells     []candidate // which carry its questions
	memory    grid[trust]
	curve     curve // what is known on average, by what the memory model predicts
	fresh     grid[start]
	expected  map[kind]float64 // what is known, on average, of something not asked yet
	leaning   map[model.ObjectiveID]leaning
}

// trust says how to correct the memory model for a learner: the log odds of
// what is known are a line over those of the recall that it predicts.
type trust struct{ shift, slope float64 }

func (t trust) known(odds float64) float64 { return logistic(t.shift + t.slope*odds) }

// start says what a learner knows of questions never asked: the log odds of one
// of middling difficulty, what a step of difficulty takes from them, and the
// part of what is missing that a lesson just read supplies.
type start struct{ odds, step, lift float64 }

func (s start) known(k kind) float64 {
	missing := 1 - logistic(s.odds-s.step*float64(k.level))
	return 1 - missing*(1-s.lift*float64(k.band)/bands)
}

// leaning is by how much the log odds of an objective's questions differ from
// the rest, and the variance of that.
type leaning struct{ shift, variance float64 }

const (
	// slip is how often a question is answered wrongly that the learner knows.
	slip = 0.03
	// typicalGuess is the chance of a lucky guess where it is not kept apart.
	typicalGuess = 0.23
	// objectiveSpread is how much the log odds of objectives differ: their
	// standard deviation before any answer.
	objectiveSpread = 0.4
)

// right is the probability of a right answer to what is known with probability
// known.
func right(known, guess float64) float64 { return known*(1-slip) + (1-known)*guess }

func newBelief(c *model.Course, l Learner, now time.Time) *belief {
	b := &belief{course: c, learner: l, now: now, expected: make(map[kind]float64)}
	b.gather()
	b.learnMemory()
	b.learnFresh()
	b.learnObjectives()
	return b
}

// learnMemory compares what the model predicted with what came.
func (b *belief) learnMemory() {
	for _, shift := range steps(-2, 2, 13) {
		for _, slope := range steps(0, 1.6, 9) {
			b.memory.add(trust{shift, slope}, bell(shift, 0.8, 0.8)+bell(slope, 0.65, 0.35))
		}
	}
	for i, n := range b.learner.Fit {
		if n.Answered > 0 {
			odds := oddsOf(BandMiddle(i))
			b.memory.learn(n, func(t trust) float64 { return right(t.known(odds), typicalGuess) })
		}
	}
	b.memory.settle()
	b.curve = newCurve(b.memory)
}

// learnFresh looks at first answers: they tell of the questions still to come.
func (b *belief) learnFresh() {
	for _, odds := range steps(-3.2, 3.2, 25) {
		for _, step := range steps(0, 1, 5) {
			for _, lift := range steps(0, 0.9, 5) {
				b.fresh.add(start{odds, step, lift}, bell(odds, 0, 1.2)+bell(step, 0.5, 0.3)+bell(lift, 0.5, 0.3))
			}
		}
	}
	var first byKind[Tally]
	for i := range b.questions {
		if q := &b.questions[i]; q.trace.Seen > 0 {
			first.of(q.kind).add(q.trace.FirstRight)
		}
	}
	for i, k := range first.kinds {
		b.fresh.learn(*first.values[i], func(s start) float64 { return right(s.known(k), k.guess) })
	}
	b.fresh.settle()
}

// learnObjectives finds out where first answers were better or worse than
// overall: one step of Newton's method towards the most likely shift.
func (b *belief) learnObjectives() {
	type sums struct{ excess, information float64 }
	all := make(map[model.ObjectiveID]sums)
	for i := range b.questions {
		q := &b.questions[i]
		s := all[q.objective]
		if q.trace.Seen > 0 {
			p := right(b.expect(q.kind), q.kind.guess)
			s.information += p * (1 - p)
			s.excess -= p
			if q.trace.FirstRight {
				s.excess++
			}
		}
		all[q.objective] = s
	}
	b.leaning = make(map[model.ObjectiveID]leaning, len(all))
	for id, s := range all {
		precision := s.information + 1/(objectiveSpread*objectiveSpread)
		b.leaning[id] = leaning{s.excess / precision, 1 / precision}
	}
}

// expect is what is known, on average, of a kind of question when it is asked
// first.
func (b *belief) expect(k kind) float64 {
	known, ok := b.expected[k]
	if !ok {
		known, _ = b.fresh.moments(func(s start) float64 { return s.known(k) })
		b.expected[k] = known
	}
	return known
}

// known is the probability that a candidate is known now.
func (b *belief) known(c *candidate) float64 {
	if c.trace.Seen == 0 {
		return b.unmet(c, c.kind)
	}
	return b.curve.at(c.odds)
}

// unmet is the probability that something not asked yet is known when the
// reading of its lesson is as fresh as the kind says.
func (b *belief) unmet(c *candidate, k kind) float64 {
	return logistic(oddsOf(b.expect(k)) + b.leaning[c.objective].shift)
}
