package widget

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/theme"
)

// Table is rows of painted cells under a head of plain ones. Every row has as
// many cells as the head.
type Table struct {
	Head []string
	Rows [][]string
}

// tableGap is the empty columns between two columns of a table.
const tableGap = 2

// Lines sets the table in at most w columns. Columns shrink and their cells wrap
// as long as every word stays whole; in less room each row becomes a record: its
// first cell, and under it one "head  cell" for each other column.
func (tb Table) Lines(t *theme.Theme, w int) []string {
	widths, ok := tb.fit(w)
	if !ok {
		return tb.records(t, w)
	}
	total := tableGap * (len(widths) - 1)
	for _, n := range widths {
		total += n
	}
	lines := setRow(tb.paintedHead(t), widths)
	lines = append(lines, t.Paint(theme.Dim, strings.Repeat("─", total)))
	for _, row := range tb.Rows {
		lines = append(lines, setRow(row, widths)...)
	}
	return lines
}

// fit gives each column its natural width and takes from the widest until all
// fit in w. It fails if a word would have to be broken.
func (tb Table) fit(w int) (widths []int, ok bool) {
	widths = make([]int, len(tb.Head))
	least := make([]int, len(tb.Head))
	for _, row := range append([][]string{tb.Head}, tb.Rows...) {
		for i, cell := range row {
			natural := Width(cell)
			widths[i] = max(widths[i], natural)
			least[i] = max(least[i], min(natural, longestWord(cell)+1))
		}
	}
	over := tableGap*(len(widths)-1) - w
	for _, n := range widths {
		over += n
	}
	for ; over > 0; over-- {
		widest := -1
		for i, n := range widths {
			if n > least[i] && (widest < 0 || n > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil, false
		}
		widths[widest]--
	}
	return widths, true
}

func longestWord(painted string) (n int) {
	for _, word := range strings.Fields(painted) {
		n = max(n, Width(word))
	}
	return n
}

func (tb Table) paintedHead(t *theme.Theme) []string {
	painted := make([]string, len(tb.Head))
	for i, cell := range tb.Head {
		painted[i] = t.Paint(theme.Dim, cell)
	}
	return painted
}

// setRow wraps each cell in its column and sets the columns side by side.
func setRow(cells []string, widths []int) []string {
	columns := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		columns[i] = setCell(cell, widths[i])
		height = max(height, len(columns[i]))
	}
	lines := make([]string, height)
	for y := range lines {
		var b strings.Builder
		pad := 0
		for i, column := range columns {
			if y < len(column) {
				b.WriteString(strings.Repeat(" ", pad) + column[y])
				pad = -Width(column[y])
			}
			pad += widths[i] + tableGap
		}
		lines[y] = b.String()
	}
	return lines
}

// setCell wraps a cell. What goes on is indented, so that it does not look like
// the next row.
func setCell(cell string, w int) []string {
	if Width(cell) <= w {
		return []string{cell}
	}
	lines := WrapPainted(cell, w-1)
	for i := range lines[1:] {
		lines[i+1] = " " + lines[i+1]
	}
	return lines
}

// records sets each row on lines of its own.
func (tb Table) records(t *theme.Theme, w int) (lines []string) {
	label := 0
	for _, head := range tb.Head[1:] {
		label = max(label, min(Width(head), w/3))
	}
	for i, row := range tb.Rows {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, WrapPainted(row[0], w)...)
		for j, cell := range row[1:] {
			head := t.Paint(theme.Dim, PadRight(tb.Head[j+1], label))
			for k, l := range WrapPainted(cell, max(1, w-2-label-tableGap)) {
				if k > 0 {
					head = strings.Repeat(" ", label)
				}
				lines = append(lines, "  "+head+strings.Repeat(" ", tableGap)+l)
			}
		}
	}
	return lines
}

// WrapPainted sets painted text in lines of at most w columns. Looks and links
// end with a line and begin again on the next.
func WrapPainted(s string, w int) []string {
	s = ansi.Wrap(s, w, "")
	if lipgloss.Width(s) > w { // ansi.Wrap lets a hyphen stand out of a full line
		s = ansi.Hardwrap(s, w, false)
	}
	return strings.Split(lipgloss.Wrap(s, 0, ""), "\n")
}
