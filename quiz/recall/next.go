package recall

import (
	"slices"
	"time"

	"whose/model"
)

// Reason says why an item was picked.
type Reason uint8

// The reasons to ask an item: its recall has fallen to Retention, it was never
// asked, or it is not due but gains more than what is left.
const (
	Due Reason = 1 + iota
	New
	Ahead
)

// Pick is an item to ask next.
type Pick struct {
	Item   model.Item
	Reason Reason
}

// Chooser decides what is asked next. Everything that could be asked has a
// value: by how much asking it now raises readiness on the day that counts,
// which is the exam's, or in ten days. So it weighs
//
//   - what the exam asks: a question counts for its part of its task,
//   - what is being forgotten: the lower the recall, the more there is to gain,
//   - what was never seen: it gains what is likely not known,
//   - what its lesson requires first: something new counts for less while a
//     lesson required before its own is neither read nor known.
//
// The item of highest value is next, with two exceptions for variety: never the
// same cell or pair twice in a row while there is something else, and the
// objective of one of the last two picks counts for a little less.
type Chooser struct {
	left []valued
	last []*candidate // picked, the last two at most
}

// valued is a candidate and what asking it now is worth.
type valued struct {
	*candidate
	value  float64
	reason Reason
}

const (
	// usualHorizon and longestHorizon are in days: on which day from now what is
	// asked shall still be known. Beyond two weeks the forecast says little.
	usualHorizon, longestHorizon = 10, 14
	// foundation is what is left of the value of something new for each lesson
	// that should come first.
	foundation = 0.6
	// knownFrom makes a lesson known that was not read: one in so many of its
	// questions was right last time.
	knownFrom = 4
	// variety is what is left of the value of an objective that was just asked, and
	// otherLayer of that of a cell whose layer was: the answer is often the same.
	variety, otherLayer = 0.9, 0.3
	// news is what something new counts more for, since its answer also tells how
	// what is like it will go. The simulator says how much.
	news = 1.5
)

// NewChooser looks at everything that a learner could be asked at a moment.
func NewChooser(c *model.Course, l Learner, now time.Time) *Chooser {
	return newBelief(c, l, now).chooser()
}

func (b *belief) chooser() *Chooser {
	f := b.forecast()
	ready := b.foundations()
	ch := &Chooser{left: make([]valued, 0, len(b.questions)+len(b.cells))}
	for _, all := range [][]candidate{b.questions, b.cells} {
		for i := range all {
			c := &all[i]
			v := valued{c, c.weight * f.gain(c), Ahead}
			switch {
			case c.trace.Seen == 0:
				v.value, v.reason = v.value*news*ready[c.lesson], New
			case c.due(b.now):
				v.reason = Due
			}
			ch.left = append(ch.left, v)
		}
	}
	return ch
}

// Only narrows the choice to some items.
func (ch *Chooser) Only(in func(model.Item) bool) {
	ch.left = slices.DeleteFunc(ch.left, func(v valued) bool { return !in(v.item) })
}

// Next is what to ask next; it is not picked again. It reports false when
// nothing is left.
func (ch *Chooser) Next() (Pick, bool) {
	return ch.next(func(valued) bool { return true })
}

// next is what to ask next of those that may be.
func (ch *Chooser) next(may func(valued) bool) (Pick, bool) {
	best, bestValue, bestApart := -1, 0.0, false
	for i, v := range ch.left {
		if !may(v) {
			continue
		}
		value, apart := ch.varied(v), !ch.alike(v)
		if best < 0 || apart && !bestApart || apart == bestApart && value > bestValue {
			best, bestValue, bestApart = i, value, apart
		}
	}
	if best < 0 {
		return Pick{}, false
	}
	v := ch.left[best]
	ch.left = slices.Delete(ch.left, best, best+1)
	ch.last = append(ch.last[max(0, len(ch.last)-1):], v.candidate)
	return Pick{v.item, v.reason}, true
}

// alike reports whether a candidate is about a cell or a pair of the last pick.
func (ch *Chooser) alike(v valued) bool {
	if len(ch.last) == 0 {
		return false
	}
	last := ch.last[len(ch.last)-1]
	return v.pair != "" && v.pair == last.pair ||
		slices.ContainsFunc(v.cells, func(ref model.CellRef) bool { return slices.Contains(last.cells, ref) })
}

// varied is a candidate's value after what was just picked. A value below zero,
// of what is better left alone, stays as it is.
func (ch *Chooser) varied(v valued) float64 {
	value := v.value
	for _, last := range ch.last {
		if value <= 0 {
			break
		}
		if last.objective == v.objective {
			value *= variety
		}
		if !last.question && !v.question && last.cells[0].Layer == v.cells[0].Layer {
			value *= otherLayer
		}
	}
	return value
}

// foundations is, for each lesson, what is left of the value of its new items.
func (b *belief) foundations() map[model.LessonID]float64 {
	answers := make(map[model.LessonID]Tally)
	for i := range b.questions {
		q := &b.questions[i]
		t := answers[q.lesson]
		t.add(q.trace.LastRight)
		answers[q.lesson] = t
	}
	met := func(id model.LessonID) bool {
		_, read := b.learner.Read[id]
		return read || knownFrom*answers[id].Right >= answers[id].Answered
	}
	left := make(map[model.LessonID]float64)
	for _, l := range b.course.Lessons() {
		left[l.ID] = 1
		for _, id := range l.Requires {
			if !met(id) {
				left[l.ID] *= foundation
			}
		}
	}
	return left
}

// Lesson is the lesson to go on with: of those not read, the first, in learning
// order, whose required lessons are read. It reports false when all are read.
func Lesson(c *model.Course, l Learner) (model.LessonID, bool) {
	for _, lesson := range c.Lessons() {
		if _, read := l.Read[lesson.ID]; read {
			continue
		}
		ready := !slices.ContainsFunc(lesson.Requires, func(id model.LessonID) bool {
			_, read := l.Read[id]
			return !read
		})
		if ready {
			return lesson.ID, true
		}
	}
	return "", false
}

// horizon is after how many days what is asked now shall still be known.
func (b *belief) horizon() float64 {
	today := DayOf(b.now)
	if b.learner.Exam < today {
		return usualHorizon
	}
	return clamp(float64(b.learner.Exam-today), 1, longestHorizon)
}

// forecast says what asking something now is worth later.
type forecast struct {
	b     *belief
	trust trust   // the mean of what is believed
	days  float64 // until the day that counts
}

func (b *belief) forecast() forecast {
	f := forecast{b: b, days: b.horizon()}
	f.trust.shift, _ = b.memory.moments(func(t trust) float64 { return t.shift })
	f.trust.slope, _ = b.memory.moments(func(t trust) float64 { return t.slope })
	return f
}

// known is what will be known of a memory after days.
func (f forecast) known(m Memory, days float64) float64 { return f.trust.known(oddsOf(m.Recall(days))) }

// gain is by how much asking a candidate now raises the probability of a right
// answer on the day that counts.
func (f forecast) gain(c *candidate) float64 {
	m := c.trace.Memory
	since := f.b.now.Sub(c.trace.Last).Hours() / 24
	days := int(DayOf(f.b.now) - DayOf(c.trace.Last))
	knownNow, knownLater := 0.0, 0.0
	if c.trace.Seen == 0 {
		later := c.kind
		later.band = f.b.band(c.lesson, f.b.now.Add(time.Duration(f.days*24)*time.Hour))
		knownNow, knownLater = f.b.unmet(c, c.kind), f.b.unmet(c, later)
	} else {
		knownNow, knownLater = f.known(m, since), f.known(m, since+f.days)
	}
	p := right(knownNow, c.kind.guess)
	after := p*f.known(m.After(days, Good), f.days) + (1-p)*f.known(m.After(days, Again), f.days)
	return (after - knownLater) * (1 - slip - c.kind.guess)
}
