package chart

import (
	"math"
	"strings"

	"whose/ui/theme"
)

// Point is a share between 0 and 1 on a day, and half the width of the interval
// that it is known by.
type Point struct {
	Day           int
	Share, Margin float64
}

// Line is a share over days, drawn as a line in a band.
type Line struct {
	Points      []Point // in the order of their days, each on another
	Left, Right string  // what stands below the first day and the last
}

const shareLabel = 5 // "100 %"

// Lines draws the chart in w columns and h lines, two of them for what stands
// below. It is empty without points.
func (l Line) Lines(t *theme.Theme, w, h int) []string {
	rows, columns := h-2, w-shareLabel-2
	if len(l.Points) == 0 || rows < 2 || columns < 2 {
		return nil
	}
	low, high := l.scale()
	values := l.spread(columns)
	var lines []string
	for row := range rows {
		label := ""
		switch row {
		case 0:
			label = percent(high)
		case rows - 1:
			label = percent(low)
		}
		lines = append(lines, axis(t, label, shareLabel)+l.row(t, values, low, high, rows, row))
	}
	return append(lines, foot(t, l.Left, l.Right, shareLabel, columns)...)
}

// scale is the least range of whole tens, at least twenty points wide, that the
// band is in.
func (l Line) scale() (low, high float64) {
	low, high = 1, 0
	for _, p := range l.Points {
		low, high = min(low, p.Share-p.Margin), max(high, p.Share+p.Margin)
	}
	low = max(0, math.Floor(10*low+1e-9)/10)
	high = min(1, math.Ceil(10*high-1e-9)/10)
	if high-low < 0.2 {
		low = max(0, high-0.2)
		high = low + 0.2
	}
	return low, high
}

// spread gives each column a value: that of its day, or one between those of the
// days around it.
func (l Line) spread(columns int) []Point {
	first, last := l.Points[0].Day, l.Points[len(l.Points)-1].Day
	values := make([]Point, columns)
	at := 0
	for x := range values {
		day := float64(first) + float64(x)*float64(last-first)/float64(columns-1)
		for at+1 < len(l.Points) && float64(l.Points[at+1].Day) <= day {
			at++
		}
		values[x] = l.Points[at]
		if at+1 < len(l.Points) {
			values[x] = between(l.Points[at], l.Points[at+1], day)
		}
	}
	return values
}

func between(a, b Point, day float64) Point {
	part := (day - float64(a.Day)) / float64(b.Day-a.Day)
	return Point{Share: a.Share + part*(b.Share-a.Share), Margin: a.Margin + part*(b.Margin-a.Margin)}
}

// row is one line of the chart. The line takes a half of a cell, so that it
// moves by half a line.
func (l Line) row(t *theme.Theme, values []Point, low, high float64, rows, row int) string {
	var b strings.Builder
	var band int // cells of the band that are not painted yet
	flush := func() {
		b.WriteString(t.Paint(theme.Dim, strings.Repeat("░", band)))
		band = 0
	}
	for _, v := range values {
		under := rows - 1 - row
		at := half(v.Share, low, high, 2*rows)
		switch {
		case at/2 == under:
			flush()
			b.WriteString([2]string{"▄", "▀"}[at%2])
		case half(v.Share-v.Margin, low, high, 2*rows)/2 <= under && under <= half(v.Share+v.Margin, low, high, 2*rows)/2:
			band++
		default:
			flush()
			b.WriteByte(' ')
		}
	}
	flush()
	return b.String()
}
