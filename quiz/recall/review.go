package recall

import (
	"time"

	"whose/model"
)

// Review picks what a review of at most n items asks, in order: what the plan
// asks again and what it asks for the first time, in that proportion, each in
// the order of Chooser. Beyond today's load come more due items, with one new in
// four, and in the end what gains most.
//
// With an exam date, new items are first of objectives never met, as many a day
// as it takes to meet them all before the last three days.
func Review(c *model.Course, l Learner, now time.Time, n int) []Pick {
	b := newBelief(c, l, now)
	p := b.plan()
	r := newReviewer(b.chooser(), p)
	want := b.sitting(p.Today, n)
	if more := n - want.Items(); more > 0 {
		want.New += more / dose
		want.Due += more - more/dose
	}
	var picks []Pick
	for i := range n {
		// New ones stand evenly among the others.
		fresh := (i+1)*want.New/max(1, n) > i*want.New/max(1, n)
		pick, ok := r.next(fresh)
		if !ok {
			break
		}
		picks = append(picks, pick)
	}
	return picks
}

// reviewer picks for a review.
type reviewer struct {
	chooser *Chooser
	sweep   bool
	unmet   map[model.ObjectiveID]bool // objectives never met
	owed    int                        // how many of them are to be met today
}

func newReviewer(ch *Chooser, p Plan) *reviewer {
	r := &reviewer{chooser: ch, sweep: p.Sweep, unmet: make(map[model.ObjectiveID]bool)}
	for _, id := range p.Unmet {
		r.unmet[id] = true
	}
	if p.DaysLeft > 0 {
		before := max(1, p.DaysLeft-sweepDays)
		r.owed = (len(p.Unmet) + before - 1) / before
	}
	return r
}

// next picks something new or something to ask again and, when there is no more
// of that or only what is too much like the pick before, the other or whatever is
// left.
func (r *reviewer) next(fresh bool) (Pick, bool) {
	orders := []func(valued) bool{r.again, r.isNew, anything}
	if fresh {
		orders = []func(valued) bool{r.isOwed, r.isNew, r.again, anything}
	}
	for _, allowed := range []func(valued) bool{r.apart, anything} {
		for _, wanted := range orders {
			pick, ok := r.chooser.next(func(v valued) bool { return wanted(v) && allowed(v) })
			if ok {
				r.met(r.chooser.last[len(r.chooser.last)-1].objective)
				return pick, true
			}
		}
	}
	return Pick{}, false
}

func anything(valued) bool { return true }

func (r *reviewer) apart(v valued) bool { return !r.chooser.alike(v) }

func (r *reviewer) met(id model.ObjectiveID) {
	if r.unmet[id] {
		delete(r.unmet, id)
		r.owed--
	}
}

// isNew reports whether a question was never asked. New cells are for the matrix
// and for quizzes: a review asks them again.
func (r *reviewer) isNew(v valued) bool { return v.reason == New && v.question }

// isOwed reports whether a new question is of an objective that is to be met
// today.
func (r *reviewer) isOwed(v valued) bool { return r.isNew(v) && r.owed > 0 && r.unmet[v.objective] }

// again reports whether something is to be asked again: what is due and, in the
// last days, anything that was asked.
func (r *reviewer) again(v valued) bool { return v.reason == Due || r.sweep && v.reason == Ahead }
