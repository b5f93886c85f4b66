package recall

import "time"

// outlook is how the days ahead go when the plan is kept.
type outlook struct {
	days    []Load
	backlog int           // what is due today beyond today's load
	left    int           // questions that will not have been asked before the sweep
	daily   time.Duration // of a whole day's work
}

// outlook finds the least work a day that leaves nothing unasked.
func (b *belief) outlook(p Plan) outlook {
	least, most := b.learner.Items(Sitting), b.learner.Items(mostADay)
	switch {
	case p.DaysLeft == 0:
		most = least
	case p.Sweep:
		least = min(max(least, len(p.Unmet)), most)
		most = least
	}
	items := b.waiting()
	for least < most {
		middle := (least + most) / 2
		if b.play(p, items, middle).left == 0 {
			most = middle
		} else {
			least = middle + 1
		}
	}
	return b.play(p, items, least)
}

// play goes through the days ahead with so many items on each.
func (b *belief) play(p Plan, items []waiting, each int) outlook {
	q := newQueue(items, DayOf(b.now), p.ahead())
	unseen := p.Unseen
	o := outlook{daily: time.Duration(each) * b.learner.perItem()}
	for d := range p.ahead() {
		q.begin(d)
		again := len(q.due)
		if sweeps(p.DaysLeft - d) {
			again = len(q.items)
		}
		load := share(p.DaysLeft-d, each, again, unseen)
		if d == 0 {
			load = b.restOf(p, each, again, unseen)
			o.backlog = max(0, len(q.due)-load.Due)
		}
		q.review(d, load.Due)
		q.meet(d, load.New)
		unseen -= load.New
		if !sweeps(p.DaysLeft - d) {
			o.left = unseen
		}
		o.days = append(o.days, b.learner.load(load.Due, load.New))
	}
	if p.Sweep {
		o.left = p.Unseen
	}
	return o
}

// ahead is how many days are planned.
func (p Plan) ahead() int {
	if p.DaysLeft > 0 {
		return p.DaysLeft
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
