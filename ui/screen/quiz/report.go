package quiz

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/ui/theme"
	"whose/ui/widget"
)

// unconverted is what has to be said beside a score in per cent.
const unconverted = "AWS scales 100 to 1000 and passes at 700; that is not 70 %, and nobody outside AWS can convert it."

// examTime sets how an exam's time was used: by its clock, and thinking, which is
// what the questions' own times add up to.
func (q *Quiz) examTime(d *document, r quiz.Report) {
	switch {
	case r.Limit == 0:
		d.put(theme.Dim, "", "No limit.", textIn, q.w-1)
	case r.Used >= r.Limit:
		d.put(theme.Dim, "", "By the clock all "+took(r.Limit)+": the time ran out.", textIn, q.w-1)
	default:
		d.put(theme.Dim, "", "By the clock "+took(r.Used)+" of "+took(r.Limit)+".", textIn, q.w-1)
	}
	pace := took(quiz.ExamTime(quiz.RealExam, quiz.AsIs) / quiz.RealExam)
	each := took(r.Time / time.Duration(r.Total))
	d.put(theme.Dim, "", "Thinking "+took(r.Time)+", "+each+" a question; the exam gives "+pace+".", textIn, q.w-1)
	if r.Away >= worthTelling {
		d.put(theme.Dim, "", "The clock went on for "+took(r.Away)+" while the exam was not on screen.", textIn, q.w-1)
	}
	if r.Paused >= worthTelling {
		d.put(theme.Dim, "", "You paused the clock for "+took(r.Paused)+": the real exam has no pause.", textIn, q.w-1)
	}
	d.put(theme.Plain, "", unconverted, textIn, q.w-1)
}

// worthTelling is how long the learner must have been away for it to be said.
const worthTelling = 5 * time.Second

// examDetails sets what only an exam's report has.
func (q *Quiz) examDetails(d *document, r quiz.Report, w int) {
	q.tasks(d, r, w)
	if slow := slowest(r.Prompts); len(slow) > 0 {
		q.heading(d, "Slowest")
		parts := make([]string, 0, len(slow))
		for _, i := range slow {
			parts = append(parts, fmt.Sprintf("question %d: %s", i+1, took(r.Prompts[i].Time)))
		}
		d.put(theme.Plain, "", strings.Join(parts, " · "), textIn, w-1)
	}
}

// tasks sets the score by task.
func (q *Quiz) tasks(d *document, r quiz.Report, w int) {
	q.heading(d, "By task")
	for _, by := range r.ByTask {
		q.task(d, by, w)
	}
}

func (q *Quiz) task(d *document, by quiz.TaskScore, w int) {
	t, name, barWidth := q.deps.Theme, by.Task.Name, 10
	if w < narrow {
		name, barWidth = by.Task.Short, 5
	}
	line := "   " + widget.PadRight(string(by.Task.ID), 8) + widget.Bar(t, barWidth, float64(by.Right)/float64(by.Total)) +
		widget.PadLeft(fmt.Sprintf("%d of %d", by.Right, by.Total), 9) + "  "
	d.line(line + t.Paint(theme.Dim, widget.Clip(name, w-1-widget.Width(line))))
}

// mostSlow is how many of the slowest questions are named.
const mostSlow = 3

// slowest are the questions that took longest, the longest first.
func slowest(all []quiz.Outcome) (places []int) {
	for i, o := range all {
		if o.Time >= time.Second {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int { return int(all[b].Time - all[a].Time) })
	return places[:min(mostSlow, len(places))]
}

// outlook says what a review or a placement means for what comes next.
func (q *Quiz) outlook(r quiz.Report) string {
	switch q.run.Session().Kind() {
	case quiz.KindReview:
		return q.after
	case quiz.KindPlacement:
		if task, ok := weakest(r.ByTask); ok {
			return fmt.Sprintf("Weakest: %s %s. Home starts from there now.", task.ID, task.Name)
		}
		return "Nothing was wrong. Home shows what is left."
	}
	return ""
}

// weakest is the task with the smallest share right; there is none if all are
// right.
func weakest(all []quiz.TaskScore) (task model.Task, ok bool) {
	least := 1.0
	for _, by := range all {
		if share := float64(by.Right) / float64(by.Total); share < least {
			least, task, ok = share, by.Task, true
		}
	}
	return task, ok
}

// took is a time that has passed as people say it: "8 s", "4 min 32 s",
// "1 h 5 min". What is begun and not over does not count, so that parts never
// come to more than the whole.
func took(d time.Duration) string {
	s := int(d / time.Second)
	switch {
	case s < 60:
		return fmt.Sprintf("%d s", s)
	case s < 3600:
		return strings.TrimSuffix(fmt.Sprintf("%d min %d s", s/60, s%60), " 0 s")
	}
	return strings.TrimSuffix(fmt.Sprintf("%d h %d min", s/3600, s/60%60), " 0 min")
}
