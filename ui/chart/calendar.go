package chart

import (
	"strings"
	"time"

	"whose/quiz/recall"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Calendar is weeks side by side, each a column of its days from Monday on. The
// last has today in it.
type Calendar struct {
	Today recall.Day
	Weeks int
}

const (
	dayLabel = 4 // "Mon" and a blank
	dayWidth = 2 // a blank and the day's sign
	weekDays = 7
)

// CalendarWeeks is how many weeks fit in w columns.
func CalendarWeeks(w int) int { return max(1, (w-dayLabel-1)/dayWidth) }

// First is the Monday that the calendar begins with.
func (c Calendar) First() recall.Day {
	return monday(c.Today) - recall.Day(weekDays*(c.Weeks-1))
}

func monday(d recall.Day) recall.Day {
	return d - recall.Day((d.Date().Weekday()+6)%weekDays)
}

// At is the day that is drawn in a column of a line, both counted from 0. It
// reports false where there is none, as in what is still to come.
func (c Calendar) At(x, y int) (recall.Day, bool) {
	week, row := (x-dayLabel)/dayWidth, y-1
	if x < dayLabel || week >= c.Weeks || row < 0 || row >= weekDays {
		return 0, false
	}
	d := c.First() + recall.Day(weekDays*week+row)
	return d, d <= c.Today
}

// Lines draws the calendar: a line that names the months, and one for each day
// of the week. sign is a day's, one column wide, and what it is painted as; the
// day with the focus stands in brackets.
func (c Calendar) Lines(t *theme.Theme, sign func(recall.Day) (string, theme.Role), focus recall.Day) []string {
	lines := []string{t.Paint(theme.Dim, c.months())}
	for row := range weekDays {
		name := (time.Monday + time.Weekday(row)) % weekDays
		var b strings.Builder
		b.WriteString(t.Paint(theme.Dim, widget.PadRight(name.String()[:3], dayLabel)))
		closing := false
		for week := range c.Weeks {
			d := c.First() + recall.Day(weekDays*week+row)
			if d > c.Today {
				break
			}
			text, role := sign(d)
			switch {
			case d == focus:
				b.WriteString(t.Paint(theme.Focus, "["+text+"]"))
			case closing: // the bracket has taken the blank
				b.WriteString(t.Paint(role, text))
			default:
				b.WriteString(" " + t.Paint(role, text))
			}
			closing = d == focus
		}
		lines = append(lines, b.String())
	}
	return lines
}

// months names each month above the week that its first day is in, where there
// is room.
func (c Calendar) months() string {
	line := strings.Repeat(" ", dayLabel)
	for week := range c.Weeks {
		last := c.First() + recall.Day(weekDays*week+weekDays-1)
		at := dayLabel + dayWidth*week + 1
		if last.Date().Day() <= weekDays && len(line) <= at && at+3 <= dayLabel+1+dayWidth*c.Weeks {
			line += strings.Repeat(" ", at-len(line)) + last.Date().Month().String()[:3]
		}
	}
	return line
}
