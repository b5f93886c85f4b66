package progress

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/quiz/recall"
	"whose/ui/chart"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/study"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	planLabel    = page.Mark + 9 // "Not met" and two blanks
	forecastDays = 30
)

// setPlan is the page of what is left to do: today, before the exam, and in the
// next days.
func (p *Progress) setPlan(s *page.Setter) {
	f := &p.facts
	s.Blank()
	if f.plan.Says != "" {
		s.Put(theme.Plain, "", f.plan.Says, page.Mark, s.Prose(page.Mark))
		s.Blank()
	}
	p.setToday(s)
	p.setExam(s)
	c := p.deps.Course
	p.say(s, "Asked", fmt.Sprintf("%d of %s", len(c.Questions())-f.plan.Unseen, count(len(c.Questions()), "question", "questions")))
	p.say(s, "Not met", fmt.Sprintf("%d of %s", len(f.plan.Unmet), count(len(c.Objectives()), "objective", "objectives")))
	p.setForecast(s)
	if len(f.plan.Unmet) == 0 {
		return
	}
	s.Heading("Not met yet", "objectives that no question was asked on")
	for _, id := range f.plan.Unmet {
		objective, _ := c.Objective(id)
		p.add(s, plan, place{string(id), p.lessonOf(objective.Task, id)}, page.Thing{
			Verb: "practise", Text: string(id) + " " + objective.Text, Most: 1,
			Open: func() tea.Cmd { return p.practise(string(id)) },
		})
	}
}

// say is a fact behind its name.
func (p *Progress) say(s *page.Setter, name, text string) {
	s.Put(theme.Plain, "   "+p.deps.Theme.Paint(theme.Dim, name), text, planLabel, s.Prose(planLabel))
}

// offer is a fact that something can be done about.
func (p *Progress) offer(s *page.Setter, name, text, verb string, msg tea.Msg) {
	p.add(s, plan, place{}, page.Thing{
		Verb: verb, Label: p.deps.Theme.Paint(theme.Dim, name), Text: text, In: planLabel,
		Open: func() tea.Cmd { return screen.Send(msg) },
	})
}

func (p *Progress) setToday(s *page.Setter) {
	today, backlog := p.facts.plan.Today, p.facts.plan.Backlog
	if today.Items() == 0 {
		p.say(s, "Today", "nothing is left to do")
		return
	}
	text := load(today) + ", " + study.Minutes(today.Time)
	if backlog > 0 {
		text += fmt.Sprintf("; %d more can wait", backlog)
	}
	p.offer(s, "Today", text, "review", screen.OpenReview{})
}

// load is what a day asks: "12 due, 5 new".
func load(l recall.Load) string {
	var parts []string
	if l.Due > 0 {
		parts = append(parts, fmt.Sprintf("%d due", l.Due))
	}
	if l.New > 0 {
		parts = append(parts, fmt.Sprintf("%d new", l.New))
	}
	return strings.Join(parts, ", ")
}

func (p *Progress) setExam(s *page.Setter) {
	text, verb := "no date is set", "set a date"
	if day := p.facts.learner.Exam; day != 0 {
		text, verb = longDate(day)+" · "+study.Away(day, p.facts.today), "change it"
	}
	p.offer(s, "Exam", text, verb, screen.OpenSettings{})
}

// setForecast draws what the next days ask.
func (p *Progress) setForecast(s *page.Setter) {
	t, days := p.deps.Theme, p.facts.plan.Days
	days = days[:min(forecastDays, len(days))]
	var bars chart.Bars
	most := 0
	for i, l := range days {
		bars.Bars = append(bars.Bars, chart.Bar{Low: l.Due, High: l.New})
		if l.Items() > days[most].Items() {
			most = i
		}
	}
	if len(days) == 0 || days[most].Items() == 0 {
		return
	}
	bars.Left, bars.Right = "today", date(p.facts.today+recall.Day(len(days)-1))
	s.Heading(fmt.Sprintf("The next %d days", len(days)), "█ due   ░ new")
	for _, l := range bars.Lines(t, min(chartWidth, s.Width()-2*widget.Margin-2), p.chartHeight()) {
		s.Line("   " + l)
	}
	s.Put(theme.Dim, "", fmt.Sprintf("The most is %s on %s.", load(days[most]), date(p.facts.today+recall.Day(most))), page.Mark, s.Prose(page.Mark))
}
