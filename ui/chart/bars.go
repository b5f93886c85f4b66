package chart

import (
	"fmt"
	"strings"

	"whose/ui/theme"
)

// Bar is two amounts, the second stacked on the first.
type Bar struct{ Low, High int }

// Bars are amounts side by side, such as one for each day.
type Bars struct {
	Bars        []Bar
	Left, Right string // what stands below the first bar and the last
}

const barMost = 5 // columns of a bar and the gap beside it

// Lines draws the chart in at most w columns and in h lines, two of them for
// what stands below. It is empty where the bars do not fit.
func (c Bars) Lines(t *theme.Theme, w, h int) []string {
	top := 0
	for _, b := range c.Bars {
		top = max(top, b.Low+b.High)
	}
	top = round(top)
	label, rows := max(2, len(fmt.Sprint(top))), h-2
	if len(c.Bars) == 0 || rows < 2 || w-label-2 < len(c.Bars) {
		return nil
	}
	each := min(barMost, (w-label-2)/len(c.Bars))
	var lines []string
	for row := range rows {
		name := ""
		switch row {
		case 0:
			name = fmt.Sprint(top)
		case rows - 1:
			name = "0"
		}
		line := axis(t, name, label)
		for _, b := range c.Bars {
			line += b.cell(t, top, rows, rows-1-row, max(1, each-1)) + strings.Repeat(" ", min(1, each-1))
		}
		lines = append(lines, line)
	}
	return append(lines, foot(t, c.Left, c.Right, label, each*len(c.Bars))...)
}

// cell is the part of a bar in the line that has so many others under it. What
// is not nothing is never drawn as nothing.
func (b Bar) cell(t *theme.Theme, top, rows, under, w int) string {
	low, full := b.halves(top, rows)
	switch {
	case low >= 2*under+2:
		return strings.Repeat("█", w)
	case low == 2*under+1:
		return strings.Repeat("▄", w)
	case full > 2*under:
		return t.Paint(theme.Dim, strings.Repeat("░", w))
	}
	return strings.Repeat(" ", w)
}

// halves is how many halves of lines Low takes, and all of the bar. Under High
// Low takes whole lines if it can, so that nothing gapes between the two.
func (b Bar) halves(top, rows int) (low, full int) {
	part := func(n, of int) int { return (2*of*n + top) / (2 * top) }
	if b.Low > 0 {
		low = max(1, part(b.Low, 2*rows))
	}
	if b.High == 0 {
		return low, low
	}
	if n := min(part(b.Low, rows), rows-1); n > 0 {
		low = 2 * n
	}
	return low, max(part(b.Low+b.High, 2*rows), low+low%2+1)
}

// round is the next number that is easy to read: 5, 10, 15, 20, 30, 40, 50, 100.
func round(n int) int {
	for step := 1; ; step *= 10 {
		for _, top := range []int{5 * step, 10 * step, 15 * step, 20 * step, 30 * step, 40 * step} {
			if top >= n {
				return top
			}
		}
	}
}
