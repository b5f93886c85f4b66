package recall

import (
	"time"

	"whose/model"
)

// Plan is what is left to do, spread over the days until the exam or, without a
// date, over the next thirty.
type Plan struct {
	Exam     Day // the exam's day, 0 without one
	DaysLeft int // study days before the exam's, today included; 0 without a date, on the day itself and after it
	Today    Load
	Sitting  Load   // what the next review asks: all of today's load or, if that takes longer, ten minutes of it
	Backlog  int    // due items beyond what today's load takes
	Days     []Load // from today on, of today what is left: thirty days, or as many as are left before the exam
	Unseen   int    // questions never asked
	Unmet    []model.ObjectiveID
	Sweep    bool // the last three days before the exam: the weakest are asked, due or not
	Left     int  // questions that will not have been asked by the exam; 0 without a date
	Fits     bool // none will be left; true without a date
	Says     string
}

// Load is the work of a study day or of one sitting.
type Load struct {
	Due  int // items asked again
	New  int // items asked for the first time
	Time time.Duration
}

// Items counts what is asked.
func (l Load) Items() int { return l.Due + l.New }

const (
	// Sitting is the usual length of a review.
	Sitting = 10 * time.Minute
	// mostADay is more than anyone should plan to answer questions on a day.
	mostADay = time.Hour
	// dose is what may be new while enough is due: one in three.
	dose = 3
	// sweepDays before the exam ask what is weakest.
	sweepDays = 3
	// lookAhead is how many days are planned without an exam.
	lookAhead = 30
	// usualPace is the thinking time of an answer as long as it is not known.
	usualPace = 30 * time.Second
	// reading is what the reasons take to read after an answer.
	reading = 15 * time.Second
)

// Items counts what fits in a time at the learner's pace, at least one.
func (l Learner) Items(d time.Duration) int { return max(1, int(d/l.perItem())) }

// perItem is the time that one item takes.
func (l Learner) perItem() time.Duration {
	if l.Pace == 0 {
		return usualPace + reading
	}
	return l.Pace + reading
}

func (l Learner) load(due, fresh int) Load {
	return Load{due, fresh, time.Duration(due+fresh) * l.perItem()}
}

// MakePlan plans from a moment on.
//
// Every day takes the same time: the least that meets everything before the
// exam's last three days and leaves no more due than these can take, ten minutes
// at least, an hour at most. In the last three days it is what is due, shared
// among them. Without a date a day takes ten minutes. Due items come first, but
// leave a third to new ones, and up to half where the days left need it.
// What was answered today is taken off today's load, and what then is less than
// a tenth of a day's work is not asked for. What will fall due is foreseen by the
// memory model, one review in five taken for a wrong answer.
func MakePlan(c *model.Course, l Learner, now time.Time) Plan {
	return newBelief(c, l, now).plan()
}

func (b *belief) plan() Plan {
	p := Plan{Exam: b.learner.Exam, Unmet: b.unmetObjectives()}
	if p.Exam > 0 {
		p.DaysLeft = max(0, int(p.Exam-DayOf(b.now)))
	}
	p.Sweep = sweeps(p.DaysLeft)
	for i := range b.questions {
		if b.questions[i].trace.Seen == 0 {
			p.Unseen++
		}
	}
	o := b.outlook(p)
	p.Days, p.Today, p.Backlog = o.days, o.days[0], o.backlog
	if p.Exam >= DayOf(b.now) {
		p.Left = o.left
	}
	p.Fits = p.Left == 0
	p.Sitting = b.sitting(p.Today, b.learner.Items(Sitting))
	p.Says = p.says(DayOf(b.now), o.daily, len(b.course.Objectives()))
	return p
}

// sweeps reports whether so many days before the exam only the weakest are
// asked.
func sweeps(daysLeft int) bool { return daysLeft > 0 && daysLeft <= sweepDays }

// sitting is a day's load as far as n items go.
func (b *belief) sitting(day Load, n int) Load {
	if day.Items() <= n {
		return day
	}
	fresh := (day.New*n + day.Items()/2) / day.Items()
	return b.learner.load(n-fresh, fresh)
}

// unmetObjectives are those that have questions of which none was ever asked.
func (b *belief) unmetObjectives() []model.ObjectiveID {
	asked := make(map[model.ObjectiveID]bool)
	for i := range b.questions {
		q := &b.questions[i]
		asked[q.objective] = asked[q.objective] || q.trace.Seen > 0
	}
	var unmet []model.ObjectiveID
	for _, o := range b.course.Objectives() {
		if met, has := asked[o.ID]; has && !met {
			unmet = append(unmet, o.ID)
		}
	}
	return unmet
}
