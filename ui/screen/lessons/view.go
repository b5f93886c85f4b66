package lessons

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/ui/theme"
	"whose/ui/widget"
)

// From twoPanes columns on what a lesson teaches stands beside the list, below
// compact columns a row says only what it must.
const (
	twoPanes = 108
	listWide = 68
	compact  = 60

	headerHeight = 2 // the title and its rule

	// What is kept for it under the list, so that the list does not jump.
	aboutHeight  = 7
	aboutCompact = 4
)

// View draws the list and what the focused lesson is about.
func (s *Lessons) View(w, h int) string {
	t := s.deps.Theme
	s.zones.Clear()
	lines := widget.Header(t, "Lessons", t.Paint(theme.Dim, s.progress(w)), w)
	if len(s.all) == 0 {
		return widget.Join(append(lines, " This course has no lessons."), h)
	}
	if w >= twoPanes {
		return widget.Join(s.beside(lines, w), h)
	}
	lines = s.list(lines, w)
	lines = append(lines, "", widget.Section(t, t.Paint(theme.Accent, widget.Clip(s.heading(), w-8)), w))
	for _, l := range s.about(w-2*widget.Margin, w < compact) {
		lines = append(lines, " "+l)
	}
	return widget.Join(lines, h)
}

// progress is how many lessons are read and how long the others take.
func (s *Lessons) progress(w int) string {
	read, minutes := 0, 0
	for _, l := range s.all {
		if s.records[l.ID].read {
			read++
		} else {
			minutes += l.Minutes
		}
	}
	text := fmt.Sprintf("%d of %d read", read, len(s.all))
	if w >= compact && read < len(s.all) {
		text += fmt.Sprintf(" · about %d minutes to go", minutes)
	}
	return text
}

// rows is how many lessons there is room for.
func (s *Lessons) rows() int {
	room := s.h - headerHeight
	switch {
	case s.w >= twoPanes:
	case s.w >= compact:
		room -= aboutHeight + 2
	default:
		room -= aboutCompact + 2
	}
	return max(1, room)
}

// list adds the rows around the focus.
func (s *Lessons) list(lines []string, w int) []string {
	first, last := s.at.Window(len(s.all), s.rows())
	for i := first; i < last; i++ {
		s.zones.Add(0, len(lines), w, 1, i)
		lines = append(lines, s.row(i, w))
	}
	return lines
}

// beside sets the list at the left and what it teaches at the right.
func (s *Lessons) beside(lines []string, w int) []string {
	t := s.deps.Theme
	top := len(lines)
	lines = s.list(lines, listWide)
	about := append([]string{t.Paint(theme.Accent, s.heading()), ""}, s.about(min(widget.ProseWidth, w-listWide-3), false)...)
	for i, l := range about {
		if top+i == len(lines) {
			lines = append(lines, "")
		}
		lines[top+i] = widget.PadRight(lines[top+i], listWide) + "  " + l
	}
	return lines
}

// row is a lesson's number, title, length and how far it is read.
func (s *Lessons) row(i, w int) string {
	t, l := s.deps.Theme, s.all[i]
	r := s.records[l.ID]
	mark, number := "   ", fmt.Sprintf("%2d", i+1)
	star := "  "
	if r.bookmarked {
		star = " " + t.Paint(theme.Accent, "★")
	}
	right := s.state(r, w < compact) + star
	if w >= compact {
		right = t.Paint(theme.Dim, fmt.Sprintf("%2d min", l.Minutes)) + "   " + right
	}
	title := widget.Clip(l.Title, w-len(mark)-len(number)-2-widget.Width(right)-2)
	if i == s.at.At {
		mark, title = " "+t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, title)
	}
	return widget.Spread(mark+t.Paint(theme.Dim, number)+"  "+title, right, w-1)
}

// state is how far a lesson is read, in as many columns for each.
func (s *Lessons) state(r record, short bool) string {
	text, role := "", theme.Dim
	switch {
	case r.read && short:
		text, role = "✓", theme.Right
	case r.read:
		text, role = "✓ read", theme.Right
	case r.percent > 0:
		text = fmt.Sprintf("▸ %d %%", r.percent)
	}
	return widget.PadRight(s.deps.Theme.Paint(role, text), 6)
}

func (s *Lessons) heading() string {
	return fmt.Sprintf("%d · %s", s.at.At+1, s.focused().Title)
}

// about is what the focused lesson teaches, what it builds on and how its
// questions were answered.
func (s *Lessons) about(w int, short bool) []string {
	t, l := s.deps.Theme, s.focused()
	var lines []string
	if short {
		ids := make([]string, len(l.Objectives))
		for i, id := range l.Objectives {
			ids[i] = string(id)
		}
		lines = append(lines, widget.Clip(fmt.Sprintf("%d minutes · %s", l.Minutes, strings.Join(ids, " ")), w))
	} else {
		lines = append(lines, s.objectives(l, w)...)
		lines = append(lines, "")
	}
	lines = append(lines, widget.Paragraph(t, theme.Plain, s.buildsOn(l), 0, w)...)
	return append(lines, widget.Paragraph(t, theme.Dim, s.answers(l), 0, w)...)
}

func (s *Lessons) objectives(l model.Lesson, w int) (lines []string) {
	t, indent := s.deps.Theme, 0
	for _, id := range l.Objectives {
		indent = max(indent, len(id)+2)
	}
	for _, id := range l.Objectives {
		o, _ := s.deps.Course.Objective(id)
		for i, text := range widget.Wrap(o.Text, max(1, w-indent)) {
			name := ""
			if i == 0 {
				name = string(id)
			}
			lines = append(lines, t.Paint(theme.Dim, widget.PadRight(name, indent))+text)
		}
	}
	return lines
}

// buildsOn says gently what is better read before: nothing is ever locked.
func (s *Lessons) buildsOn(l model.Lesson) string {
	var unread, read []string
	for _, id := range l.Requires {
		number := fmt.Sprint(s.deps.Course.LessonNumber(id))
		if s.records[id].read {
			read = append(read, number)
		} else {
			unread = append(unread, number)
		}
	}
	switch {
	case len(unread) > 0:
		return "Better after lesson " + strings.Join(unread, " and ")
	case len(read) > 0:
		return "Builds on lesson " + strings.Join(read, " and ") + ", which you have read"
	}
	return "A good place to begin"
}

func (s *Lessons) answers(l model.Lesson) string {
	n := 0
	for _, q := range s.deps.Course.Questions() {
		if q.Lesson() == l.ID {
			n++
		}
	}
	text := fmt.Sprintf("%d questions", n)
	if a := s.records[l.ID].answers; a.seen > 0 {
		text += fmt.Sprintf(" · %d of %d answers right", a.right, a.seen)
	}
	return text
}
