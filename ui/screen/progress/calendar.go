package progress

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/chart"
	"whose/ui/keys"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/study"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	mostWeeks    = 53
	calendarX    = 3  // columns left of the calendar
	calendarRoom = 15 // lines that it is set in with room between its parts
)

// busy is how much a number of answers on a day is, in four steps.
func busy(answers int) (step int) {
	for _, from := range [...]int{1, 10, 25, 50} {
		if answers >= from {
			step++
		}
	}
	return step
}

// weeks is the calendar that fits in w columns.
func (p *Progress) weeks(w int) chart.Calendar {
	return chart.Calendar{Today: p.facts.today, Weeks: min(mostWeeks, chart.CalendarWeeks(w-calendarX-widget.Margin))}
}

// calendarTop is how many lines of the page stand above the calendar.
func calendarTop(h int) int {
	if h < calendarRoom {
		return 2
	}
	return 3
}

// drawCalendar is the page of how much was done, day by day, in h lines.
func (p *Progress) drawCalendar(w, h int) []string {
	t, shades := p.deps.Theme, chart.Shades(p.deps.Env.ASCII)
	answers := make(map[recall.Day]int, len(p.facts.progress.Days))
	for _, d := range p.facts.progress.Days {
		answers[d.Day] = d.Answered
	}
	sign := func(d recall.Day) (string, theme.Role) {
		step := busy(answers[d])
		return shades[step], [...]theme.Role{theme.Dim, theme.Plain}[min(1, step)]
	}
	lines := []string{"", "   " + p.sums(w), ""}[3-calendarTop(h):]
	for _, l := range p.weeks(w).Lines(t, sign, p.day) {
		lines = append(lines, strings.Repeat(" ", calendarX)+l)
	}
	legend, day := "   "+p.legend(w), "   "+p.dayWords(w)
	if h < calendarRoom {
		return append(lines, "", day, legend)
	}
	return append(lines, "", legend, "", day)
}

// legend explains the signs of the calendar.
func (p *Progress) legend(w int) string {
	t, shades := p.deps.Theme, chart.Shades(p.deps.Env.ASCII)
	line := func(names ...string) string {
		var parts []string
		for i, name := range names {
			parts = append(parts, shades[i]+t.Paint(theme.Dim, " "+name))
		}
		return strings.Join(parts, "   ")
	}
	return fitting(w, line("no answer", "1 to 9", "10 to 24", "25 to 49", "50 or more"), line("0", "1+", "10+", "25+", "50+"))
}

// fitting is the first line that fits behind the indent of the page, or as much
// of the last as does.
func fitting(w int, lines ...string) string {
	for _, l := range lines {
		if widget.Width(l) <= w-calendarX-widget.Margin {
			return l
		}
	}
	return widget.Clip(lines[len(lines)-1], w-calendarX-widget.Margin)
}

// sums says how much was done in all, and how many days in a row.
func (p *Progress) sums(w int) string {
	days := p.facts.progress.Days
	if len(days) == 0 {
		return fitting(w, "No answer yet: each day that has some shows here.", "No answer yet.")
	}
	answers := 0
	for _, d := range days {
		answers += d.Answered
	}
	row, most := inARow(days, p.facts.today)
	text := count(answers, "answer", "answers") + " on " + count(len(days), "day", "days")
	if row == 0 {
		return fitting(w, fmt.Sprintf("%s · at most %d in a row", text, most), text)
	}
	return fitting(w, fmt.Sprintf("%s · %s in a row, at most %d", text, count(row, "day", "days"), most), fmt.Sprintf("%s, %d in a row", text, row))
}

// inARow counts the days in a row until today, or until yesterday as long as
// today has none, and the most that there ever were.
func inARow(days []history.DayWork, today recall.Day) (now, most int) {
	run, last := 0, recall.Day(0)
	for _, d := range days {
		if d.Day == last+1 {
			run++
		} else {
			run = 1
		}
		last, most = d.Day, max(most, run)
	}
	if last >= today-1 {
		now = run
	}
	return now, most
}

// dayWords says what was done on the day with the focus.
func (p *Progress) dayWords(w int) string {
	var work history.DayWork
	for _, d := range p.facts.progress.Days {
		if d.Day == p.day {
			work = d
		}
	}
	long, short := longDate(p.day), p.day.Date().Format("2 Jan")
	if work.Answered == 0 {
		return fitting(w, long+": no answer", short+": no answer")
	}
	text := fmt.Sprintf(": %s, %d right", count(work.Answered, "answer", "answers"), work.Right)
	return fitting(w, long+text+", "+study.Minutes(work.Time), long+text, short+text)
}

// goDays moves the focus by days, as far as the calendar goes. It reports
// whether that brought it to another week.
func (p *Progress) goDays(n int) bool {
	c := p.weeks(p.w)
	weekOf := func(d recall.Day) recall.Day { return (d - c.First()) / week }
	from := p.day
	p.day = max(c.First(), min(p.day+recall.Day(n), p.facts.today))
	return weekOf(p.day) != weekOf(from)
}

// besideWeek goes a week to the side, if there is one.
func (p *Progress) besideWeek(n int) bool {
	from := p.day
	if p.goDays(n * week) {
		return true
	}
	p.day = from
	return false
}

// movingDays are the bindings that move the focus over the calendar.
func movingDays() []key.Binding {
	up := keys.Up()
	up.SetHelp(up.Help().Key, "day")
	half := keys.HalfDown()
	half.SetHelp(half.Help().Key, "four weeks")
	return []key.Binding{up, keys.Down(), keys.Top(), keys.Bottom(), half, keys.HalfUp()}
}

func (p *Progress) pressDay(msg tea.KeyPressMsg) {
	c := p.weeks(p.w)
	switch {
	case key.Matches(msg, keys.Up()):
		p.goDays(-1)
	case key.Matches(msg, keys.Down()):
		p.goDays(1)
	case key.Matches(msg, keys.Top()):
		p.day = c.First()
	case key.Matches(msg, keys.Bottom()):
		p.day = p.facts.today
	case key.Matches(msg, keys.HalfUp()):
		p.goDays(-fourWeeks)
	case key.Matches(msg, keys.HalfDown()):
		p.goDays(fourWeeks)
	}
}

// clickDay gives the focus to a day; a click on the one that has it shows the
// past sessions.
func (p *Progress) clickDay(msg screen.Click) tea.Cmd {
	y := msg.Y - page.HeaderHeight - calendarTop(p.h-page.HeaderHeight)
	d, ok := p.weeks(p.w).At(msg.X-calendarX, y)
	switch {
	case !ok:
		return nil
	case d == p.day:
		return screen.Send(screen.OpenSessions{})
	}
	p.day = d
	return nil
}
