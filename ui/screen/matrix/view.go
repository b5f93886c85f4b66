package matrix

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// View draws the grid and the cell under the focus.
func (m *Matrix) View(w, h int) string {
	if m.empty() {
		return widget.Join(append(widget.Header(m.deps.Theme, "Matrix", "", w), "", " This course has no matrix."), h)
	}
	l := m.arrange(w, h)
	m.zones.Clear()
	lines := make([]string, 0, h)
	lines = append(lines, m.title(w))
	if l.rule {
		lines[0] = widget.Header(m.deps.Theme, "", "", w)[1]
		lines = append([]string{m.title(w)}, lines...)
	}
	lines = append(lines, m.header(&l, len(lines)))
	first := len(lines)
	for row := m.top; row < m.top+l.rows; row++ {
		lines = append(lines, m.row(&l, row, len(lines)))
	}
	if l.beside {
		lines = append(lines, m.sums(&l, h-len(lines))...)
		lines = m.besides(&l, lines, first, h)
	} else {
		m.zones.Add(0, len(lines), w, h-len(lines), target{-1, -1})
		lines = append(lines, m.under(&l, w)...)
	}
	return widget.Join(lines, h)
}

// title has the legend at its right, and counts the services where both fit.
// What was chosen to be shown comes before the legend.
func (m *Matrix) title(w int) string {
	t := m.deps.Theme
	title, legend := fmt.Sprintf("Matrix · %d services", len(m.services)), t.Legend()
	fits := func() bool { return widget.Width(title)+widget.Width(legend)+3 <= w }
	if m.choice != (choice{}) {
		title = "Matrix · " + m.chosen()
		if widget.Width(title)+2 > w {
			title = m.chosen()
		}
	} else if !fits() {
		title = "Matrix"
	}
	return widget.TitleLine(t, title, legend, w)
}

// header has the names of the services in sight, and says where they are among
// all when some are not.
func (m *Matrix) header(l *layout, y int) string {
	t := m.deps.Theme
	var b strings.Builder
	b.WriteString("  " + t.Paint(theme.Dim, widget.PadRight(m.scrolled(l), l.names)))
	x := prefix + l.names
	for col := m.left; col < l.right; col++ {
		width := l.widths[col]
		name := widget.Clip(m.services[col].Short, width)
		n := widget.Width(name)
		before := (width - n + 1) / 2
		role := theme.Plain
		switch {
		case m.find.marks(target{-1, col}):
			role = theme.Mark
		case col == m.at.col:
			role = theme.Accent
		}
		b.WriteString(spaces(gap+before) + t.Paint(role, name) + spaces(width-n-before))
		m.zones.Add(x+gap, y, width, 1, target{-1, col})
		x += gap + width
	}
	return b.String()
}

// scrolled is "‹ 3–5 of 20 ›" when services are out of sight.
func (m *Matrix) scrolled(l *layout) string {
	count := len(m.services)
	if l.right-m.left == count {
		return ""
	}
	s := fmt.Sprintf("%d–%d of %d", m.left+1, l.right, count)
	if l.right-m.left == 1 {
		s = fmt.Sprintf("%d of %d", l.right, count)
	}
	if m.left > 0 {
		s = "‹ " + s
	}
	if l.right < count {
		s += " ›"
	}
	return s
}

// row is one layer: its name and its sign under each service in sight.
func (m *Matrix) row(l *layout, row, y int) string {
	t := m.deps.Theme
	var b strings.Builder
	b.WriteString(m.more(l, row))
	name := widget.PadRight(m.layers[row].Short, l.names)
	mark, role := " ", theme.Plain
	if row == m.at.row {
		mark, role = t.Paint(theme.Accent, "›"), theme.Accent
	}
	if m.find.marks(target{row, -1}) {
		name = cellinfo.Mark(t, role, name, m.find.query)
	} else {
		name = t.Paint(role, name)
	}
	b.WriteString(mark + name)
	m.zones.Add(0, y, prefix+l.names, 1, target{row, -1})
	x := prefix + l.names
	for col := m.left; col < l.right; col++ {
		width := l.widths[col]
		m.sign(&b, place{row, col}, width)
		m.zones.Add(x+gap, y, width, 1, target{row, col})
		x += gap + width
	}
	return b.String()
}

// more marks the first and the last line in sight when layers are hidden beyond
// it.
func (m *Matrix) more(l *layout, row int) string {
	switch {
	case row == m.top && row > 0:
		return m.deps.Theme.Paint(theme.Dim, "↑")
	case row == m.top+l.rows-1 && row < len(m.layers)-1:
		return m.deps.Theme.Paint(theme.Dim, "↓")
	}
	return " "
}

// sign writes a cell's sign in the middle of its column, in brackets and
// reverse when it has the focus.
func (m *Matrix) sign(b *strings.Builder, at place, width int) {
	t := m.deps.Theme
	party := m.cellAt(at.row, at.col).Party
	text, n := t.Sign(party), theme.SignWidth(party)
	if m.choice.hides(party) {
		text, n = t.Paint(theme.Dim, "·"), 1
	}
	before := gap + width/2 - (n - 1)
	switch {
	case at == m.at && party == model.Shared:
		text, n, before = t.Paint(theme.Focus, "["+theme.PlainSign(party)+"]"), n+2, before-1
	case at == m.at:
		text, n, before = t.Paint(theme.Focus, "[ "+theme.PlainSign(party)+" ]"), n+4, before-2
	case m.find.marks(target(at)):
		text = t.Paint(theme.Mark, theme.PlainSign(party))
	}
	b.WriteString(spaces(before))
	b.WriteString(text)
	b.WriteString(spaces(gap + width - before - n))
}

// blanks is as many spaces as a line can need at most.
const blanks = "                                                                "

func spaces(n int) string {
	if n <= len(blanks) {
		return blanks[:max(0, n)]
	}
	return strings.Repeat(" ", n)
}
