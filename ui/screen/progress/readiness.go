package progress

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz/recall"
	"whose/ui/chart"
	"whose/ui/page"
	"whose/ui/study"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	narrow     = 60     // below this width there is no room for bars
	chartWidth = 76     // the widest that a chart is drawn
	shownDays  = 12 * 7 // of readiness
	week       = 7      // days
	fourWeeks  = 4 * week
)

// setReadiness is the page of how ready the learner is: in all, over time, by
// task and by objective.
func (p *Progress) setReadiness(s *page.Setter) {
	s.Blank()
	p.setReady(s)
	if !p.low() {
		p.setLine(s)
	}
	c := p.deps.Course
	// Enter on a task goes to its first objective.
	first := map[model.TaskID]int{}
	for i, st := range p.facts.ready.Objectives {
		objective, _ := c.Objective(st.ID)
		if _, ok := first[objective.Task]; !ok {
			first[objective.Task] = len(p.facts.ready.Tasks) + i
		}
	}
	p.setStandings(s, "By task")
	for _, st := range p.facts.ready.Tasks {
		task, _ := c.Task(st.ID)
		name := string(task.ID) + " " + task.Name
		if s.Width() < narrow {
			name = string(task.ID) + " " + task.Short
		}
		to := first[st.ID]
		row := page.Thing{Verb: "its objectives", Text: name, Open: func() tea.Cmd {
			p.page().Aim(to)
			return nil
		}}
		setStanding(p, s, row, st, p.lessonOf(st.ID, ""))
	}
	s.Put(theme.Dim, "", "due counts matrix cells too", page.Mark, s.Prose(page.Mark))
	if p.low() {
		p.setLine(s)
	}
	p.setStandings(s, "By objective")
	for _, st := range p.facts.ready.Objectives {
		objective, _ := c.Objective(st.ID)
		row := page.Thing{Verb: "practise", Text: string(objective.ID) + " " + objective.Text, Open: func() tea.Cmd {
			return p.practise(string(st.ID))
		}}
		setStanding(p, s, row, st, p.lessonOf(objective.Task, st.ID))
	}
}

// setReady says how ready the learner is, now and a week ago.
func (p *Progress) setReady(s *page.Setter) {
	t, ready := p.deps.Theme, p.facts.ready
	if ready.Missing > 0 {
		text := fmt.Sprintf("Answer %d more different questions to learn how ready you are.", ready.Missing)
		if ready.Missing == 1 {
			text = "Answer 1 more new question to learn how ready you are."
		}
		s.Put(theme.Plain, "", text, page.Mark, s.Prose(page.Mark))
		s.Put(theme.Dim, "", "Only questions that you were never asked count: p on a line below asks some, r reads about them first.", page.Mark, s.Prose(page.Mark))
		return
	}
	const means = "of the exam's questions on these tasks you would get right today."
	now := t.Paint(theme.Strong, study.Readiness(ready))
	in := page.Mark + widget.Width(now) + 3
	if s.Width() < narrow {
		s.Line("   " + now)
		now, in = "", page.Mark
	}
	s.Put(theme.Plain, "   "+now, means, in, s.Prose(in))
	if was, ok := before(p.points()); ok {
		s.Put(theme.Dim, "", fmt.Sprintf("It was %s on %s.", study.Percent(was.Share), date(recall.Day(was.Day))), in, s.Prose(in))
	}
}

// setLine draws readiness over time, from the second day on that something was
// said of it.
func (p *Progress) setLine(s *page.Setter) {
	points := p.points()
	if p.facts.ready.Missing > 0 || len(points) < 2 {
		return
	}
	s.Blank()
	line := chart.Line{Points: points, Left: date(recall.Day(points[0].Day)), Right: "today"}
	for _, l := range line.Lines(p.deps.Theme, min(chartWidth, s.Width()-2*widget.Margin-2), p.chartHeight()) {
		s.Line("   " + l)
	}
}

// points are what was said of the learner's readiness, day by day, and now.
func (p *Progress) points() (points []chart.Point) {
	today := p.facts.today
	for _, r := range p.facts.progress.Readiness {
		if r.Day < today && r.Day > today-shownDays {
			points = append(points, chart.Point{Day: int(r.Day), Share: r.Share, Margin: r.Margin})
		}
	}
	return append(points, chart.Point{Day: int(today), Share: p.facts.ready.Share, Margin: p.facts.ready.Margin})
}

// before is the last point that is at least a week older than the last of all.
func before(points []chart.Point) (was chart.Point, ok bool) {
	for _, pt := range points {
		if pt.Day <= points[len(points)-1].Day-week {
			was, ok = pt, true
		}
	}
	return was, ok
}

// low reports whether a chart would fill the window.
func (p *Progress) low() bool { return p.h < 20 }

// chartHeight leaves room for what stands below a chart.
func (p *Progress) chartHeight() int {
	switch {
	case p.low():
		return 6
	case p.h < 30:
		return 8
	}
	return 12
}

// columns are the widths at the right of a standing.
type columns struct{ bar, share, seen, due int }

func (c columns) sum() int { return c.bar + c.share + c.seen + c.due }

func columnsIn(w int) columns {
	if w < narrow {
		return columns{share: 6, due: 5}
	}
	return columns{bar: min(20, w/8), share: 7, seen: 9, due: 5}
}

// lineWidth is the widest that a standing is set.
const lineWidth = 116

// setStandings is the head of the standings below.
func (p *Progress) setStandings(s *page.Setter, name string) {
	t, c := p.deps.Theme, columnsIn(s.Width())
	w := min(lineWidth, s.Width()-widget.Margin)
	head := widget.PadLeft("right", c.bar+c.share) + seenHead(c) + widget.PadLeft("due", c.due)
	s.Blank()
	s.Line(widget.PadRight(" "+t.Paint(theme.Accent, name), w-c.sum()) + t.Paint(theme.Dim, head))
}

func seenHead(c columns) string {
	if c.seen == 0 {
		return ""
	}
	return widget.PadLeft("asked", c.seen)
}

// setStanding adds a task or an objective: what share would be right, how many
// of its questions were asked, how many items are due.
func setStanding[ID ~string](p *Progress, s *page.Setter, row page.Thing, st recall.Standing[ID], lesson model.LessonID) {
	t, c := p.deps.Theme, columnsIn(s.Width())
	part, percent := 0.0, t.Paint(theme.Dim, "?")
	switch {
	case st.Total == 0:
		percent = t.Paint(theme.Dim, "·")
	case p.facts.ready.Missing == 0:
		part, percent = st.Share, study.Percent(st.Share)
	}
	after := widget.Bar(t, c.bar, part) + widget.PadLeft(percent, c.share)
	if c.seen > 0 {
		after += t.Paint(theme.Dim, widget.PadLeft(fmt.Sprintf("%d/%d", st.Seen, st.Total), c.seen))
	}
	due := t.Paint(theme.Dim, "·")
	if st.Due > 0 {
		due = fmt.Sprint(st.Due)
	}
	row.Most, row.After = 1, " "+after+widget.PadLeft(due, c.due)
	row.To = min(lineWidth, s.Width()-widget.Margin) - c.sum() - 1
	p.add(s, readiness, place{topic: string(st.ID), lesson: lesson}, row)
}

// lessonOf is the first lesson on an objective, or where that is empty on a
// task, that was not read; or the first of all when all were.
func (p *Progress) lessonOf(task model.TaskID, id model.ObjectiveID) (lesson model.LessonID) {
	c := p.deps.Course
	for _, l := range c.Lessons() {
		for _, o := range l.Objectives {
			objective, _ := c.Objective(o)
			if objective.Task != task || id != "" && o != id {
				continue
			}
			if _, read := p.facts.learner.Read[l.ID]; !read {
				return l.ID
			}
			if lesson == "" {
				lesson = l.ID
			}
		}
	}
	return lesson
}
