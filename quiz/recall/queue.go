package recall

import (
	"cmp"
	"slices"
)

// queue is the items that were asked before, by when they are due on the days
// that are played through.
type queue struct {
	today   Day
	items   []waiting
	on      [][]int // for each day ahead, the places of the items that fall due on it
	due     []int   // what is due and not asked yet, the longest due first
	reviews int
}

// waiting is an item that was asked before, as it will be.
type waiting struct {
	memory Memory
	last   Day
	due    Day
}

// newQueue begins with items in the order that they are due.
func newQueue(items []waiting, today Day, ahead int) *queue {
	q := &queue{today: today, items: slices.Clone(items), on: make([][]int, ahead)}
	for i := range q.items {
		q.put(i)
	}
	return q
}

// waiting are the items that were asked before, the first due first.
func (b *belief) waiting() []waiting {
	all := make([]waiting, 0, len(b.questions)+len(b.cells))
	for _, candidates := range [][]candidate{b.questions, b.cells} {
		for i := range candidates {
			if t := &candidates[i].trace; t.Seen > 0 {
				all = append(all, waiting{t.Memory, DayOf(t.Last), t.Due()})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y waiting) int { return cmp.Compare(x.due, y.due) })
	return all
}

// put notes on which day an item falls due; what is overdue is due on the first.
func (q *queue) put(i int) {
	if d := max(0, int(q.items[i].due-q.today)); d < len(q.on) {
		q.on[d] = append(q.on[d], i)
	}
}

// begin adds what falls due d days from now.
func (q *queue) begin(d int) { q.due = append(q.due, q.on[d]...) }

// review asks the first n that are due, or as many as are. One in five goes
// wrong.
func (q *queue) review(d, n int) {
	n = min(n, len(q.due))
	for _, i := range q.due[:n] {
		q.reviews++
		rating := Good
		if q.reviews%5 == 0 {
			rating = Again
		}
		q.answer(i, d, rating)
	}
	q.due = q.due[n:]
}

// meet asks n new items, d days from now.
func (q *queue) meet(d, n int) {
	for range n {
		q.items = append(q.items, waiting{last: q.today + Day(d)})
		q.answer(len(q.items)-1, d, Good)
	}
}

func (q *queue) answer(i, d int, r Rating) {
	w, day := &q.items[i], q.today+Day(d)
	w.memory = w.memory.After(int(day-w.last), r)
	w.last, w.due = day, day+Day(w.memory.Interval())
	q.put(i)
}
