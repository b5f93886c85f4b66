package grid

import (
	"fmt"
	"strings"

	"whose/ui/theme"
	"whose/ui/widget"
)

// Look is how the cells of a grid look.
type Look struct {
	// Sign is a cell's sign, one or two columns wide: plain, as it stands in the
	// focus, and painted, as it stands elsewhere.
	Sign func(Place) (plain, painted string)
	// Name is a layer's name, painted: role is that of one without a mark.
	Name func(row int, name string, role theme.Role) string
	// Marked reports whether the service of a column has a find match.
	Marked func(col int) bool
}

// Draw draws the services' names and the layers in sight below the lines that
// stand above them.
func (g *Grid) Draw(t *theme.Theme, l *Layout, look Look, lines []string) []string {
	lines = append(lines, g.header(t, l, look, len(lines)))
	for row := g.top; row < g.top+l.Rows; row++ {
		lines = append(lines, g.row(t, l, look, row, len(lines)))
	}
	return lines
}

// header has the names of the services in sight, and says where they are among
// all when some are not.
func (g *Grid) header(t *theme.Theme, l *Layout, look Look, y int) string {
	var b strings.Builder
	b.WriteString("  " + t.Paint(theme.Dim, widget.PadRight(g.scrolled(l), l.Names)))
	x := prefix + l.Names
	for col := l.Left; col < l.Right; col++ {
		width := l.Widths[col]
		name := widget.Clip(g.Services[col].Short, width)
		n := widget.Width(name)
		before := (width - n + 1) / 2
		role := theme.Plain
		switch {
		case look.Marked(col):
			role = theme.Mark
		case col == g.At.Col:
			role = theme.Accent
		}
		b.WriteString(Spaces(gap+before) + t.Paint(role, name) + Spaces(width-n-before))
		g.zones.Add(x+gap, y, width, 1, Place{-1, col})
		x += gap + width
	}
	return b.String()
}

// scrolled is "‹ 3–5 of 20 ›" when services are out of sight.
func (g *Grid) scrolled(l *Layout) string {
	count := len(g.Services)
	if l.Right-l.Left == count {
		return ""
	}
	s := fmt.Sprintf("%d–%d of %d", l.Left+1, l.Right, count)
	if l.Right-l.Left == 1 {
		s = fmt.Sprintf("%d of %d", l.Right, count)
	}
	if l.Left > 0 {
		s = "‹ " + s
	}
	if l.Right < count {
		s += " ›"
	}
	return s
}

// row is one layer: its name and its sign under each service in sight.
func (g *Grid) row(t *theme.Theme, l *Layout, look Look, row, y int) string {
	var b strings.Builder
	b.WriteString(g.more(t, l, row))
	mark, role := " ", theme.Plain
	if row == g.At.Row {
		mark, role = t.Paint(theme.Accent, "›"), theme.Accent
	}
	b.WriteString(mark + look.Name(row, widget.PadRight(g.Layers[row].Short, l.Names), role))
	g.zones.Add(0, y, prefix+l.Names, 1, Place{row, -1})
	x := prefix + l.Names
	for col := l.Left; col < l.Right; col++ {
		width := l.Widths[col]
		at := Place{row, col}
		plain, painted := look.Sign(at)
		if at == g.At {
			painted = t.Paint(theme.Focus, bracketed(plain))
		}
		sign(&b, painted, width)
		g.zones.Add(x+gap, y, width, 1, at)
		x += gap + width
	}
	return b.String()
}

// bracketed is the sign of the cell with the focus: a wide one has no blanks
// within the brackets, so that it stays in its column.
func bracketed(plain string) string {
	if widget.Width(plain) > 1 {
		return "[" + plain + "]"
	}
	return "[ " + plain + " ]"
}

// sign writes a text so that the last of its columns, or the middle one of one
// in brackets, is the middle of the service's.
func sign(b *strings.Builder, text string, width int) {
	n := widget.Width(text)
	before := gap + width/2 - (n - 1)
	if n > 2 {
		before = gap + width/2 - 2
	}
	b.WriteString(Spaces(before))
	b.WriteString(text)
	b.WriteString(Spaces(gap + width - before - n))
}

// more marks the first and the last line in sight when layers are hidden beyond
// it.
func (g *Grid) more(t *theme.Theme, l *Layout, row int) string {
	switch {
	case row == g.top && row > 0:
		return t.Paint(theme.Dim, "↑")
	case row == g.top+l.Rows-1 && row < len(g.Layers)-1:
		return t.Paint(theme.Dim, "↓")
	}
	return " "
}

// Number writes a number of two columns under the signs of a service.
func (l *Layout) Number(t *theme.Theme, b *strings.Builder, col int, number string) {
	width := l.Widths[col]
	before := gap + width/2 - 1
	b.WriteString(Spaces(before) + t.Paint(theme.Dim, number) + Spaces(gap+width-before-2))
}

// Below says that all below the lines is the pane, which a click opens.
func (g *Grid) Below(lines []string, w, h int) {
	g.zones.Add(0, len(lines), w, h-len(lines), paneInWords())
}

// SetBeside sets the pane at the right of the lines, from line y on.
func (g *Grid) SetBeside(l *Layout, lines, pane []string, y, h int) []string {
	g.zones.Add(l.PaneX, y, l.PaneW, h-y, paneInWords())
	for i, s := range pane {
		if y+i == len(lines) {
			lines = append(lines, "")
		}
		if s != "" {
			lines[y+i] = widget.PadRight(lines[y+i], l.PaneX) + s
		}
	}
	return lines
}

// blanks is as many spaces as a line can need at most.
const blanks = "                                                                "

// Spaces is a string of n blanks.
func Spaces(n int) string {
	if n <= len(blanks) {
		return blanks[:max(0, n)]
	}
	return strings.Repeat(" ", n)
}
