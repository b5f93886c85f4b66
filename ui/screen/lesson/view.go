package lesson

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"whose/ui/markdown"
	"whose/ui/theme"
	"whose/ui/widget"
)

// From twoPanes columns on the sections stand beside the text, in a pane of
// paneWidth. Below compact columns the header says only what it must.
const (
	twoPanes  = 108
	paneWidth = 34
	compact   = 60
)

// zone is what a click can mean: a spot, or the line that a section begins at.
type zone struct {
	section bool
	index   int
}

// View draws the lines in sight, and the sections beside them where there is
// room.
func (s *Lesson) View(w, h int) string {
	t := s.deps.Theme
	s.zones.Clear()
	if !s.known {
		return widget.Join(append(widget.Header(t, "Lesson", "", w), " This course has no such lesson."), h)
	}
	lines := s.header(w)
	switch {
	case s.err != nil:
		lines = append(lines, widget.Paragraph(t, theme.Wrong, "This lesson cannot be shown: "+s.err.Error(), widget.Margin, w-widget.Margin)...)
	case s.page != nil && w >= twoPanes:
		lines = append(lines, s.beside(s.pane(), s.text(w-paneWidth, paneWidth))...)
	case s.page != nil:
		lines = append(lines, s.text(w, 0)...)
	}
	return widget.Join(lines, h)
}

// header has the lesson's number and title, and how far down the learner is.
func (s *Lesson) header(w int) []string {
	t := s.deps.Theme
	var marks []string
	if s.record.bookmarked {
		marks = append(marks, t.Paint(theme.Accent, "★"))
	}
	if s.record.read && w < compact {
		marks = append(marks, t.Paint(theme.Right, "✓"))
	} else if s.record.read {
		marks = append(marks, t.Paint(theme.Right, "✓ read"))
	}
	if s.page != nil && s.maxTop() > 0 {
		marks = append(marks, t.Paint(theme.Dim, fmt.Sprintf("%d %%", 100*s.top/s.maxTop())))
	}
	right := strings.Join(marks, "  ")
	all := len(s.deps.Course.Lessons())
	title := fmt.Sprintf("Lesson %d of %d · %s", s.number(), all, s.lesson.Title)
	room := w - 2 - widget.Width(right) - 1
	if widget.Width(title) > room {
		title = fmt.Sprintf("%d/%d · %s", s.number(), all, s.lesson.Title)
	}
	return widget.Header(t, widget.Clip(title, room), right, w)
}

// text draws the lines in sight, x columns from the left of the window.
func (s *Lesson) text(w, x int) (lines []string) {
	t := s.deps.Theme
	overlays := s.overlays()
	spot := s.focus
	if spot < 0 {
		spot = s.nextSpot()
	}
	for i := s.top; i < min(s.length(), s.top+s.room()); i++ {
		margin := " "
		if spot >= 0 && s.spotLine(spot) == i {
			margin = t.Paint(theme.Accent, "›")
		}
		y := headerHeight + i - s.top
		switch row := i - len(s.page.Lines) - 1; {
		case row >= 0:
			s.zones.Add(x, y, w, 1, zone{index: len(s.page.Links) + row})
			lines = append(lines, margin+s.endRow(row, w-widget.Margin, spot == len(s.page.Links)+row))
		case row == -1:
			lines = append(lines, "")
		default:
			lines = append(lines, margin+overlay(t, s.page.Lines[i], s.page.Plain[i], overlays[i]))
		}
	}
	s.addLinks(x + widget.Margin)
	return lines
}

// addLinks makes the links in sight ones that can be clicked.
func (s *Lesson) addLinks(x int) {
	for i, l := range s.page.Links {
		for _, at := range l.Spans {
			if s.inSight(at.Line) {
				s.zones.Add(x+at.Col, headerHeight+at.Line-s.top, at.Width, 1, zone{index: i})
			}
		}
	}
}

// endRow is one of the rows under the text.
func (s *Lesson) endRow(i, w int, focused bool) string {
	t, rows := s.deps.Theme, s.ends()
	widest := 0
	for _, r := range rows {
		widest = max(widest, widget.Width(r.name))
	}
	name, gap := rows[i].name, strings.Repeat(" ", widest-widget.Width(rows[i].name)+2)
	if focused {
		name = t.Paint(theme.Focus, name)
	}
	return widget.Clip(name+gap+t.Paint(theme.Dim, rows[i].detail), w)
}

// patch is a part of a line that looks another way.
type patch struct {
	span markdown.Span
	role theme.Role
}

// overlays are the focus and the matches of the search, by line.
func (s *Lesson) overlays() map[int][]patch {
	if s.focus < 0 && len(s.find.matches) == 0 {
		return nil
	}
	by := make(map[int][]patch)
	for i, m := range s.find.matches {
		role := theme.Mark
		if i == s.find.at {
			role = theme.Focus
		}
		if s.inSight(m.Line) {
			by[m.Line] = append(by[m.Line], patch{m, role})
		}
	}
	if s.focus >= 0 && s.focus < len(s.page.Links) {
		for _, at := range s.page.Links[s.focus].Spans {
			by[at.Line] = append(by[at.Line], patch{at, theme.Focus})
		}
	}
	for _, patches := range by {
		slices.SortFunc(patches, func(a, b patch) int { return cmp.Compare(a.span.Col, b.span.Col) })
	}
	return by
}

// overlay paints parts of a line another way.
func overlay(t *theme.Theme, painted, plain string, patches []patch) string {
	if len(patches) == 0 {
		return painted
	}
	var b strings.Builder
	col, end := 0, widget.Width(plain)
	for _, p := range patches {
		from, to := max(col, p.span.Col), p.span.Col+p.span.Width
		if from >= to {
			continue // inside the one before
		}
		b.WriteString(ansi.Cut(painted, col, from) + t.Paint(p.role, ansi.Cut(plain, from, to)))
		col = to
	}
	if col < end {
		b.WriteString(ansi.Cut(painted, col, end))
	}
	return b.String()
}

// paneLine is a line of the pane with the sections; section is -1 for the
// beginning of the text.
type paneLine struct {
	text    string
	section int
}

// pane lists the sections and marks the one that is read.
func (s *Lesson) pane() []string {
	t, all, at := s.deps.Theme, s.sections(), s.section()
	lines := []paneLine{{"  Beginning", -1}}
	for i, b := range all {
		for j, l := range widget.Wrap(b.Heading, paneWidth-5) {
			indent := "  "
			if j > 0 {
				indent = "    "
			}
			lines = append(lines, paneLine{indent + l, i})
		}
	}
	current := slices.IndexFunc(lines, func(l paneLine) bool { return l.section == at })
	first := widget.Follow(0, min(current+2, len(lines)-1), len(lines), s.room())
	drawn := make([]string, 0, s.room())
	for y, l := range lines[first:min(len(lines), first+s.room())] {
		line := 0
		if l.section >= 0 {
			line = all[l.section].First
		}
		s.zones.Add(0, headerHeight+y, paneWidth-1, 1, zone{section: true, index: line})
		if l.section != at {
			drawn = append(drawn, t.Paint(theme.Dim, l.text))
			continue
		}
		mark := "  "
		if first+y == current {
			mark = t.Paint(theme.Accent, "▸") + " "
		}
		drawn = append(drawn, mark+t.Paint(theme.Accent, l.text[2:]))
	}
	return drawn
}

// beside sets the text at the right of the pane.
func (s *Lesson) beside(pane, text []string) []string {
	lines := make([]string, max(len(pane), len(text)))
	for i := range lines {
		left, right := "", ""
		if i < len(pane) {
			left = pane[i]
		}
		if i < len(text) {
			right = text[i]
		}
		lines[i] = " " + widget.PadRight(left, paneWidth-1) + right
	}
	return lines
}
