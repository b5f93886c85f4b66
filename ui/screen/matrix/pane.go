package matrix

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/grid"
	"whose/ui/theme"
	"whose/ui/widget"
)

// labelled is a text of the cell with the word that stands before it.
type labelled struct {
	role        theme.Role
	label, text string
}

// texts are what the cell says, in the order of reading. A cell that is no
// layer of its service may have only the reason.
func texts(c model.Cell) (all []labelled) {
	for _, l := range []labelled{{theme.AWS, "AWS", c.AWS}, {theme.You, "You", c.You}, {theme.Dim, "Why", c.Why}} {
		if l.text != "" {
			all = append(all, l)
		}
	}
	return all
}

const (
	labelWidth = 6  // "Exam" and two spaces
	cellLines  = 12 // what a cell takes under the grid at most, its rule and a blank line included
)

// under is the pane below the grid: a rule that names the cell, and its texts
// in as many lines as there are.
func (m *Matrix) under(l *grid.Layout, w int) []string {
	t := m.deps.Theme
	c := m.cell()
	// A rule no longer than the text: its end moves with every cell.
	lines := []string{m.paneRule(c, min(w, labelWidth+widget.ProseWidth+2*widget.Margin))}
	width := min(widget.ProseWidth, l.PaneW-labelWidth)
	all := texts(c)
	for i, n := range share(all, c.Party, width, l.PaneH) {
		text := all[i]
		wrapped, _ := cellinfo.Wrap(t, theme.Plain, text.text, m.find.query, width)
		for j, line := range wrapped[:n] {
			label := grid.Spaces(labelWidth)
			if j == 0 {
				label = t.Paint(text.role, widget.PadRight(text.label, labelWidth))
			}
			if j == n-1 && n < len(wrapped) {
				line = cellinfo.More(line, width)
			}
			lines = append(lines, " "+label+line)
		}
	}
	if l.PaneH+1-len(lines) > 1 {
		lines = append(lines, "")
		if exam := cellinfo.PlainQuestion(c); exam != "" {
			lines = append(lines, " "+t.Paint(theme.Dim, widget.PadRight("Exam", labelWidth))+exam)
		}
		lines = append(lines, " "+t.Paint(theme.Dim, widget.PadRight("Page", labelWidth)+m.basis(c, width)))
	}
	about := m.about(min(widget.ProseWidth, l.PaneW))
	if room := l.PaneH + 1 - len(lines); room > len(about) && len(about) > 0 {
		// It stands still while the focus moves from layer to layer.
		lines = widget.Fill(append(lines, ""), min(l.PaneH+1-len(about), cellLines))
		for _, s := range about {
			lines = append(lines, " "+s)
		}
	}
	return lines[:min(len(lines), l.PaneH+1)]
}

// share gives each text its part of n lines, the responsible side's what it
// needs and the reason what is left.
func share(all []labelled, p model.Party, width, n int) []int {
	got := make([]int, len(all))
	give := func(first bool) {
		for i, l := range all {
			if first == (p == model.Customer && l.label == "You") {
				got[i] = min(n, len(widget.Wrap(l.text, width)))
				n -= got[i]
			}
		}
	}
	give(true)
	give(false)
	return got
}

// paneRule names the cell and its party, with the learner's record where there
// is room.
func (m *Matrix) paneRule(c model.Cell, w int) string {
	t := m.deps.Theme
	party := cellinfo.Party(t, c.Party)
	name := cellinfo.Title(m.deps.Course.Matrix(), c.Ref())
	const around = 10 // the rules at both sides, the dot, blanks
	if widget.Width(name)+widget.Width(party)+around > w-widget.Margin {
		party = t.Sign(c.Party)
	}
	name = widget.Clip(name, w-widget.Margin-around-widget.Width(party))
	left := " " + t.Paint(theme.Dim, "── ") + name + " · " + party + " "
	right := ""
	if record := m.record(c); record != "" {
		right = " " + record + " ──"
	}
	free := w - widget.Margin - widget.Width(left) - widget.Width(right)
	if free < 2 {
		free, right = free+widget.Width(right), ""
	}
	return left + t.Paint(theme.Dim, strings.Repeat("─", free)+right)
}

// record is the learner's record on the cell, with a star when it is
// bookmarked.
func (m *Matrix) record(c model.Cell) string {
	record := m.known.Record(m.deps.Course, c)
	if !m.known.Marked[c.Ref()] {
		return record
	}
	return strings.TrimSuffix("★ "+record, " ")
}

// basis is how the fact is known, and where to read it.
func (m *Matrix) basis(c model.Cell, w int) string {
	says := cellinfo.Says(c.Basis)
	if len(c.Sources) == 0 {
		return says
	}
	return says + " · " + cellinfo.Page(c.Sources[0], w-widget.Width(says)-3)
}

// pane is the whole cell in sentences, and at the end of its h lines the service:
// what does not change from layer to layer stays where it is.
func (m *Matrix) pane(l *grid.Layout, h int) []string {
	t := m.deps.Theme
	c := m.cell()
	lines := []string{
		t.Paint(theme.Accent, widget.Clip(cellinfo.Title(m.deps.Course.Matrix(), c.Ref()), l.PaneW)),
		cellinfo.Party(t, c.Party),
	}
	for _, text := range texts(c) {
		lines = append(lines, "")
		lines = append(lines, m.sentence(text, l.PaneW)...)
	}
	lines = append(lines, "")
	if exam := cellinfo.PlainQuestion(c); exam != "" {
		lines = append(lines, widget.Paragraph(t, theme.Plain, exam, 0, l.PaneW)...)
		lines = append(lines, "")
	}
	small := []string{m.record(c), cellinfo.Says(c.Basis)}
	if len(c.Sources) > 0 {
		small = append(small, cellinfo.Page(c.Sources[0], l.PaneW))
	}
	for _, s := range small {
		if s != "" {
			lines = append(lines, t.Paint(theme.Dim, widget.Clip(s, l.PaneW)))
		}
	}
	about := m.about(l.PaneW)
	lines = append(lines, m.variants(c, l.PaneW)...)
	lines = lines[:min(len(lines), h)]
	if len(about) > 0 && len(lines)+1+len(about) <= h {
		lines = append(widget.Fill(lines, h-len(about)), about...)
	}
	return lines
}

// variants names the forms of the service in which the line moves in the cell's
// layer. How it moves stands in the cell.
func (m *Matrix) variants(c model.Cell, w int) []string {
	here, _ := cellinfo.Variants(m.grid.Services[m.grid.At.Col], c.Layer)
	if len(here) == 0 {
		return nil
	}
	names := make([]string, len(here))
	for i, v := range here {
		names[i] = v.Name
	}
	text := "Not so with " + strings.Join(names, ", ") + "."
	return append([]string{""}, widget.Paragraph(m.deps.Theme, theme.Dim, text, 0, w)...)
}

// about is what the service under the focus is, and what the exam likes to ask
// about it.
func (m *Matrix) about(w int) (lines []string) {
	t, service := m.deps.Theme, m.grid.Services[m.grid.At.Col]
	if service.What == "" {
		return nil
	}
	for _, l := range []labelled{{theme.Accent, service.Short, service.What}, {theme.Dim, "Exam", service.Trap}} {
		for i, s := range widget.Wrap(l.label+"  "+l.text, w) {
			if after, ok := strings.CutPrefix(s, l.label); ok && i == 0 {
				s = t.Paint(l.role, l.label) + after
			}
			lines = append(lines, s)
		}
	}
	return lines
}

// sentence is a text with its label as its subject: "AWS builds …". The reason
// needs none.
func (m *Matrix) sentence(l labelled, w int) []string {
	t := m.deps.Theme
	text := l.text
	if l.role != theme.Dim {
		text = l.label + " " + text
	}
	lines, _ := cellinfo.Wrap(t, theme.Plain, text, m.find.query, w)
	if after, ok := strings.CutPrefix(lines[0], l.label+" "); ok && l.role != theme.Dim {
		lines[0] = t.Paint(l.role, l.label) + " " + after
	}
	return lines
}

// sums counts, under the grid, each service's layers by party: the idea of the
// matrix in three lines. They are left out where there is no room.
func (m *Matrix) sums(l *grid.Layout, room int) []string {
	t := m.deps.Theme
	if room < 5 {
		return nil
	}
	lines := []string{"", ""}
	for _, p := range []model.Party{model.AWS, model.Customer, model.Shared} {
		var b strings.Builder
		name := t.Sign(p) + grid.Spaces(3-theme.SignWidth(p)) + t.Paint(theme.Dim, map[model.Party]string{
			model.AWS: "AWS's layers", model.Customer: "your layers", model.Shared: "layers of both",
		}[p])
		b.WriteString("  " + widget.PadRight(name, l.Names))
		for col := l.Left; col < l.Right; col++ {
			l.Number(t, &b, col, fmt.Sprintf("%2d", m.count(col, p)))
		}
		lines = append(lines, b.String())
	}
	if m.choice.alike && room > len(lines) {
		lines = append(lines, m.steps(l))
	}
	return lines
}

// steps counts, under each service, the layers in which it differs from the one
// before it.
func (m *Matrix) steps(l *grid.Layout) string {
	t := m.deps.Theme
	var b strings.Builder
	b.WriteString("  " + widget.PadRight(t.Paint(theme.Dim, "≠  unlike the one before"), l.Names))
	for col := l.Left; col < l.Right; col++ {
		number := "  "
		if col > 0 {
			number = fmt.Sprintf("%2d", m.deps.Course.Matrix().Differ(m.grid.Services[col-1].ID, m.grid.Services[col].ID))
		}
		l.Number(t, &b, col, number)
	}
	return b.String()
}

// count is how many layers of a service are a party's.
func (m *Matrix) count(col int, p model.Party) int {
	n := 0
	for row := range m.grid.Layers {
		if m.cellAt(row, col).Party == p {
			n++
		}
	}
	return n
}
