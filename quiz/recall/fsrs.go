// Package recall is what the program knows of a learner's memory: how likely an
// item is still known, what to ask next, how ready the learner is, and what is
// left to do before the exam. It is pure: time comes in with every call.
package recall

import "math"

// Rating is how an answer went, as the memory model counts it.
type Rating int

// The ratings, from forgotten to effortless.
const (
	Again Rating = 1 + iota
	Hard
	Good
	Easy
)

// Memory is the state that the model keeps of one item. The zero Memory is that
// of an item that was never asked.
type Memory struct {
	Stability  float64 // days after which the item is still known with Retention
	Difficulty float64 // from 1, easy, to 10
}

// Retention is the recall that an item is asked again at: when it has fallen to
// nine in ten the item is due.
const Retention = 0.9

// The model is FSRS-6 with its published default weights, fitted by its authors
// to some hundred million reviews. Formulas and weights:
// github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm.
var weights = [21]float64{
	0.212, 1.2931, 2.3065, 8.2956, // stability after the first answer, by rating
	6.4133, 0.8334, 3.0194, 0.001, // difficulty
	1.8722, 0.1666, 0.796, // growth of stability
	1.4835, 0.0614, 0.2629, 1.6483, // stability after forgetting
	0.6014, 1.8729, // hard penalty, easy bonus
	0.5425, 0.0912, 0.0658, // answers on one day
	0.1542, // decay of the forgetting curve
}

// scale makes recall after stability days Retention.
var scale = math.Pow(Retention, -1/weights[20]) - 1

const (
	leastStability, mostStability   = 0.001, 36500
	leastDifficulty, mostDifficulty = 1, 10
)

// First is the memory after an item's first answer.
func First(r Rating) Memory {
	return Memory{
		Stability:  weights[r-1],
		Difficulty: clamp(firstDifficulty(r), leastDifficulty, mostDifficulty),
	}
}

func firstDifficulty(r Rating) float64 {
	return weights[4] - math.Exp(weights[5]*float64(r-1)) + 1
}

// Recall is the probability, from 0 to 1, that the item is known days after its
// last answer. Of an item that was never asked it is 0.
func (m Memory) Recall(days float64) float64 {
	if m.Stability == 0 {
		return 0
	}
	return math.Pow(1+scale*max(0, days)/m.Stability, -weights[20])
}

// Interval is after how many whole days, at least one, recall falls to
// Retention.
func (m Memory) Interval() int {
	return int(clamp(math.Round(m.Stability), 1, mostStability))
}

// After is the memory after another answer, whole study days after the one
// before; on the day of that one days is 0.
func (m Memory) After(days int, r Rating) Memory {
	if m.Stability == 0 {
		return First(r)
	}
	next := Memory{Difficulty: m.difficulty(r)}
	recall := m.Recall(float64(days))
	switch {
	case days <= 0:
		next.Stability = m.sameDay(r)
	case r == Again:
		next.Stability = m.forgotten(recall)
	default:
		next.Stability = m.remembered(recall, r)
	}
	next.Stability = clamp(next.Stability, leastStability, mostStability)
	return next
}

// difficulty moves by the rating, the less the nearer it is to the end of the
// scale, and drifts back towards that of an easy item.
func (m Memory) difficulty(r Rating) float64 {
	change := -weights[6] * float64(r-Good)
	moved := m.Difficulty + change*(mostDifficulty-m.Difficulty)/(mostDifficulty-leastDifficulty)
	return clamp(weights[7]*firstDifficulty(Easy)+(1-weights[7])*moved, leastDifficulty, mostDifficulty)
}

// remembered grows: more for an easy item, for a weak memory, and for one that
// was nearly lost.
func (m Memory) remembered(recall float64, r Rating) float64 {
	growth := math.Exp(weights[8]) * (mostDifficulty + 1 - m.Difficulty) *
		math.Pow(m.Stability, -weights[9]) * math.Expm1(weights[10]*(1-recall))
	switch r {
	case Hard:
		growth *= weights[15]
	case Easy:
		growth *= weights[16]
	}
	return m.Stability * (1 + growth)
}

// forgotten falls, to no more than an answer on the same day would leave.
func (m Memory) forgotten(recall float64) float64 {
	fallen := weights[11] * math.Pow(m.Difficulty, -weights[12]) *
		(math.Pow(m.Stability+1, weights[13]) - 1) * math.Exp(weights[14]*(1-recall))
	return min(fallen, m.Stability/math.Exp(weights[17]*weights[18]))
}

// sameDay is the effect of an answer on the day of the one before. Only a wrong
// one lowers stability.
func (m Memory) sameDay(r Rating) float64 {
	growth := math.Exp(weights[17]*(float64(r-Good)+weights[18])) * math.Pow(m.Stability, -weights[19])
	if r != Again {
		growth = max(1, growth)
	}
	return m.Stability * growth
}

func clamp(x, least, most float64) float64 { return min(max(x, least), most) }
