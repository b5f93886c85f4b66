package settings

import (
	"fmt"
	"time"

	"whose/quiz"
	"whose/ui/study"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	nameWidth = 12
	low       = 18 // the height below which only what can be changed is shown
	roomy     = 60 // the width from which dates are written out
)

// View draws the settings, and below them what the focused one means.
func (s *Settings) View(w, h int) string {
	t := s.deps.Theme
	lines := widget.Header(t, "Settings", t.Paint(theme.Dim, "kept as you change them"), w)
	s.zones.Clear()
	group := func(name string) {
		if h >= low {
			lines = append(lines, "", "   "+t.Paint(theme.Accent, name))
		}
	}
	group("Your study")
	for _, r := range []row{examRow, allowanceRow} {
		lines = append(lines, s.setting(r, len(lines), w))
	}
	if h < low {
		lines = append(lines, "")
	}
	group("This computer")
	for _, r := range []row{themeRow, motionRow} {
		lines = append(lines, s.setting(r, len(lines), w))
	}
	lines = append(lines, "")
	role := theme.Dim
	if s.fault != "" {
		role = theme.Wrong
	}
	return widget.Join(append(lines, widget.Paragraph(t, role, s.about(), 3, min(w-1, widget.ProseWidth+3))...), h)
}

// setting draws a setting on screen line y.
func (s *Settings) setting(r row, y, w int) string {
	t := s.deps.Theme
	s.zones.Add(0, y, w, 1, target{r, -1})
	mark, name := "   ", widget.PadRight([]string{"Exam date", "Exam time", "Theme", "Motion"}[r], nameWidth-3)
	if r == s.row {
		mark, name = " "+t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, name)
	}
	line := mark + name + "   "
	if r == examRow {
		return line + s.date(w)
	}
	column := 3 + nameWidth
	for i, v := range s.values(r) {
		text := " " + v + " "
		if i == s.valueOf(r) {
			text = t.Paint(theme.Accent, "["+v+"]")
		}
		s.zones.Add(column, y, len(v)+2, 1, target{r, i})
		line += text + " "
		column += len(v) + 3
	}
	if note := s.overruled(r); note != "" && w >= roomy {
		line += "  " + t.Paint(theme.Dim, note)
	}
	return line
}

// overruled says what wins over a setting in this run.
func (s *Settings) overruled(r row) string {
	wins := ""
	switch r {
	case themeRow:
		wins = s.deps.Overruled.Theme
	case motionRow:
		wins = s.deps.Overruled.Motion
	}
	if wins == "" {
		return ""
	}
	return "this time " + wins + " wins"
}

// date draws the exam's date, or the field that it is typed into.
func (s *Settings) date(w int) string {
	t := s.deps.Theme
	if s.typing {
		text := " " + s.field + t.Paint(theme.Focus, " ")
		if s.field == "" {
			text += t.Paint(theme.Dim, "2026-12-20, or none")
		}
		return text
	}
	text := "none"
	if s.set.Exam != 0 {
		layout := "Mon 2 Jan 2006"
		if w >= roomy {
			layout = "Mon 2 January 2006"
		}
		text = s.set.Exam.Date().Format(layout)
	}
	text = t.Paint(theme.Accent, "["+text+"]")
	if s.set.Exam == 0 {
		return text
	}
	return text + "  " + t.Paint(theme.Dim, study.Away(s.set.Exam, s.today))
}

// about says what the focused setting means, or what is wrong with the date.
func (s *Settings) about() string {
	if s.fault != "" {
		return "✗ " + s.fault
	}
	switch s.row {
	case examRow:
		if s.plan.Says != "" {
			return s.plan.Says
		}
		return "With a date the work is spread over the days that are left, and the last three go over what is weakest."
	case allowanceRow:
		return s.aboutTime()
	case themeRow:
		return []string{"The terminal says whether it is dark or light.", "For a dark background.", "For a light background."}[s.value()]
	}
	if note := s.overruled(motionRow); note != "" {
		return "Things may move, such as the line in the stack of layers. But " + note + "."
	}
	return []string{"Things may move, such as the line in the stack of layers.", "Everything is in its place at once."}[s.value()]
}

func (s *Settings) aboutTime() string {
	limit := int(quiz.ExamTime(quiz.UsualExam, quiz.Allowances()[s.valueOf(allowanceRow)]) / time.Minute)
	switch quiz.Allowances()[s.valueOf(allowanceRow)] {
	case quiz.NoLimit:
		return "A mock exam has no clock."
	case quiz.HalfMore:
		return fmt.Sprintf("A mock exam of %d questions takes at most %d minutes: half as much again as at AWS's pace.", quiz.UsualExam, limit)
	}
	return fmt.Sprintf("A mock exam of %d questions takes at most %d minutes: AWS's own pace.", quiz.UsualExam, limit)
}
