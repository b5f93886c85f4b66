package recall

import (
	"sort"
	"time"
)

// outlook is how the days ahead go when the plan is kept.
type outlook struct {
	days    []Load
	backlog int           // what is due today beyond today's load
	met     bool          // all was asked before the sweep
	waiting int           // what is due when the sweep begins
	left    int           // questions that will not have been asked at the end
	daily   time.Duration // of a whole day's work
}

// outlook finds the least work a day that will do.
func (b *belief) outlook(p Plan) outlook {
	least, most := b.learner.Items(Sitting), b.learner.Items(mostADay)
	items := b.waiting()
	try := func(each int) outlook { return b.play(p, items, each) }
	switch {
	case p.DaysLeft == 0:
		return try(least)
	case p.Sweep:
		due := 0
		for _, w := range items {
			if w.due <= DayOf(b.now) {
				due++
			}
		}
		return try(min(max(least, len(p.Unmet), (due+p.DaysLeft-1)/p.DaysLeft), most))
	}
	enough := func(o outlook) bool { return o.met && o.waiting <= sweepDays*o.days[0].Items() }
	if !enough(try(most)) {
		enough = func(o outlook) bool { return o.met }
	}
	each := least + sort.Search(most-least, func(n int) bool { return enough(try(least + n)) })
	return try(each)
}

// play goes through the days ahead with so many items on each.
func (b *belief) play(p Plan, items []waiting, each int) outlook {
	q := newQueue(items, DayOf(b.now), p.ahead(DayOf(b.now)))
	o := outlook{daily: time.Duration(each) * b.learner.perItem(), left: p.Unseen}
	for d := range q.on {
		q.begin(d)
		if p.DaysLeft-d == sweepDays {
			o.met, o.waiting = o.left == 0, len(q.due)
		}
		again := len(q.due)
		if sweeps(p.DaysLeft - d) {
			again = len(q.items)
		}
		load := share(p.DaysLeft-d, each, again, o.left)
		if d == 0 {
			load = b.restOf(p, each, again, o.left)
			o.backlog = max(0, len(q.due)-load.Due)
		}
		q.review(d, load.Due)
		q.meet(d, load.New)
		o.left -= load.New
		o.days = append(o.days, b.learner.load(load.Due, load.New))
	}
	return o
}

// ahead is how many days are planned today: none after that of an exam.
func (p Plan) ahead(today Day) int {
	switch {
	case p.DaysLeft > 0:
		return p.DaysLeft
	case p.Exam == today:
		return 1
	}
	return lookAhead
}

// share divides a day's room among what is to be asked again and what is new,
// with so many days left before the exam. A part is kept for new ones: their dose
// or, when the days until the last three need more, up to half. They also take
// what room is left, except in the last three days.
func share(daysLeft, room, again, unseen int) Load {
	reserved := room / dose
	if before := daysLeft - sweepDays; before > 0 {
		reserved = max(reserved, min((unseen+before-1)/before, room/2))
	}
	reserved = min(reserved, unseen)
	due := min(again, room-reserved)
	if sweeps(daysLeft) {
		return Load{Due: due, New: reserved}
	}
	return Load{Due: due, New: min(unseen, room-due)}
}

// restOf is what is left of today.
func (b *belief) restOf(p Plan, each, again, unseen int) Load {
	met := b.metToday()
	begun := share(p.DaysLeft, each, again+max(0, b.learner.Today-met), unseen+met)
	room := each - b.learner.Today
	if 10*room < each {
		return Load{}
	}
	fresh := min(max(0, begun.New-met), room, unseen)
	if p.Sweep {
		fresh = max(fresh, min(len(p.Unmet), room))
	}
	return Load{Due: min(again, room-fresh), New: fresh}
}

// metToday counts the questions that were asked for the first time today.
func (b *belief) metToday() int {
	n, today := 0, DayOf(b.now)
	for i := range b.questions {
		if t := b.questions[i].trace; t.Seen > 0 && DayOf(t.First) == today {
			n++
		}
	}
	return n
}
