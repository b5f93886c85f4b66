package matrix

import (
	"fmt"

	"whose/ui/cellinfo"
	"whose/ui/grid"
	"whose/ui/theme"
	"whose/ui/widget"
)

// View draws the grid and the cell under the focus.
func (m *Matrix) View(w, h int) string {
	if m.grid.Empty() {
		return widget.Join(append(widget.Header(m.deps.Theme, "Matrix", "", w), "", " This course has no matrix."), h)
	}
	t, l := m.deps.Theme, m.grid.Arrange(w, h)
	lines := make([]string, 0, h)
	lines = append(lines, m.title(w))
	if l.Rule {
		lines = append(lines, widget.Header(t, "", "", w)[1])
	}
	lines = m.grid.Draw(t, &l, grid.Look{Sign: m.sign, Name: m.name, Marked: m.marked}, lines)
	if l.Beside {
		first := len(lines) - l.Rows
		lines = append(lines, m.sums(&l, h-len(lines))...)
		return widget.Join(m.grid.SetBeside(&l, lines, m.pane(&l, h-first), first, h), h)
	}
	m.grid.Below(lines, w, h)
	return widget.Join(append(lines, m.under(&l, w)...), h)
}

// title has the legend at its right, and counts the services where both fit.
// What was chosen to be shown comes before the legend.
func (m *Matrix) title(w int) string {
	t := m.deps.Theme
	title, legend := fmt.Sprintf("Matrix · %d services", len(m.grid.Services)), t.Legend()
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

// name is a layer's name, the query marked in it.
func (m *Matrix) name(row int, name string, role theme.Role) string {
	if m.find.marks(grid.Place{Row: row, Col: -1}) {
		return cellinfo.Mark(m.deps.Theme, role, name, m.find.query)
	}
	return m.deps.Theme.Paint(role, name)
}

// marked reports whether a service matches the query.
func (m *Matrix) marked(col int) bool { return m.find.marks(grid.Place{Row: -1, Col: col}) }

// sign is a cell's sign, or a dot in the place of one that is left out.
func (m *Matrix) sign(at grid.Place) (plain, painted string) {
	t := m.deps.Theme
	party := m.cellAt(at.Row, at.Col).Party
	plain = theme.PlainSign(party)
	switch {
	case m.find.marks(at):
		return plain, t.Paint(theme.Mark, plain)
	case m.choice.hides(party):
		return plain, t.Paint(theme.Dim, "·")
	}
	return plain, t.Sign(party)
}
