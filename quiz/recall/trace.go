package recall

import (
	"time"
)

// Trace is what an item's answers have left: how they went and what the memory
// model makes of them. The zero Trace is that of an item that was never asked.
type Trace struct {
	Memory     Memory
	First      time.Time // when it was asked first
	Last       time.Time // and last
	Seen       int       // how often it was graded
	Right      int       // how often it was right
	FirstRight bool
	LastRight  bool
}

// After is the trace after one more answer. A clock that runs backwards counts
// as standing still.
func (t Trace) After(at time.Time, r Rating) Trace {
	if t.Seen == 0 {
		t.First, t.Last, t.FirstRight = at, at, r != Again
	}
	if at.Before(t.Last) {
		at = t.Last
	}
	t.Memory = t.Memory.After(int(DayOf(at)-DayOf(t.Last)), r)
	t.Last, t.LastRight = at, r != Again
	t.Seen++
	if t.LastRight {
		t.Right++
	}
	return t
}

// Recall is the probability that the item is known at a moment, by the exact
// hours since its last answer. Of an item that was never asked it is 0.
func (t Trace) Recall(now time.Time) float64 {
	return t.Memory.Recall(now.Sub(t.Last).Hours() / 24)
}

// Due is the study day that the item is to be asked again on, the zero Day for
// one that was never asked.
func (t Trace) Due() Day {
	if t.Seen == 0 {
		return 0
	}
	return DayOf(t.Last) + Day(t.Memory.Interval())
}
