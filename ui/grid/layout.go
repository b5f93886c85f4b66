package grid

import (
	"slices"

	"whose/ui/widget"
)

const (
	prefix    = 2  // columns left of a layer's name: the scroll mark and the focus
	gap       = 1  // between columns
	nameMax   = 24 // the longest name that a layer may have
	columnMax = 8  // the longest name that a service may have
	columnMin = 5  // "[ ■ ]"
	paneMin   = 38 // the narrowest pane beside the grid
	paneLeast = 3  // the lowest pane below the grid
	roomy     = 80 // from this width on all columns are equally wide, if they fit
	tallPane  = 22 // lines above and below the layers for all of the pane to fit
)

// Layout is where everything stands in a window.
type Layout struct {
	Names       int   // columns of the layers' names
	Widths      []int // columns of each service
	Left, Right int   // the first service in sight, and the first at its right that is not
	Rows        int   // layers in sight
	Rule        bool  // a rule below the title

	Beside       bool // the pane is right of the grid, not below it
	PaneX, PaneW int
	PaneH        int

	width int // columns of the grid
}

// Arrange fits grid and pane into w by h and scrolls so that the focus is in
// sight. The grid must not be empty.
func (g *Grid) Arrange(w, h int) Layout {
	l := Layout{}
	for _, layer := range g.Layers {
		l.Names = max(l.Names, min(widget.Width(layer.Short), nameMax))
	}
	g.columnsOf(&l, w, h)
	full := l.span(0, len(l.Widths))
	room := w
	if l.Beside {
		room = min(full, w-max(paneMin+2, w/3))
	}
	g.scroll(&l, room)
	g.split(&l, w, h)
	g.top = widget.Follow(g.top, g.At.Row, len(g.Layers), l.Rows)
	g.page = l.Rows
	g.zones.Clear()
	return l
}

// columnsOf chooses how wide the services' columns are and where the pane is:
// equally wide beside it where all fit, as narrow as their names above it where
// only so all fit, else beside it in a wide window.
func (g *Grid) columnsOf(l *Layout, w, h int) {
	l.Widths = make([]int, len(g.Services))
	widest := columnMin
	for i, s := range g.Services {
		l.Widths[i] = max(columnMin, min(widget.Width(s.Short), columnMax))
		widest = max(widest, l.Widths[i])
	}
	narrow := l.span(0, len(l.Widths)) <= w-widget.Margin && h >= len(g.Layers)+tallPane
	if w < roomy {
		l.Beside = l.span(0, len(l.Widths))+paneMin+2 <= w
		return
	}
	named := l.Widths
	l.Widths = slices.Repeat([]int{widest}, len(named))
	full := l.span(0, len(named))
	switch {
	case full+paneMin+2 <= w:
		l.Beside = true
	case narrow && full > w-widget.Margin:
		l.Widths = named
	case narrow && w >= 120:
	default:
		l.Beside = w >= 120
	}
}

// span is how wide the grid is with the services from first to before last.
func (l *Layout) span(first, last int) int {
	w := prefix + l.Names
	for _, c := range l.Widths[first:last] {
		w += gap + c
	}
	return w
}

// scroll moves the columns as little as possible so that the focus is in sight
// and no room is wasted.
func (g *Grid) scroll(l *Layout, room int) {
	g.left = min(g.left, g.At.Col)
	for g.left < g.At.Col && l.span(g.left, g.At.Col+1) > room {
		g.left++
	}
	for g.left > 0 && l.span(g.left-1, len(l.Widths)) <= room {
		g.left--
	}
	l.Right = g.At.Col + 1
	for l.Right < len(l.Widths) && l.span(g.left, l.Right+1) <= room {
		l.Right++
	}
	l.Left, l.width = g.left, l.span(g.left, l.Right)
}

// split shares the lines out between grid and pane. Title and service names
// take two, the pane's own rule one.
func (g *Grid) split(l *Layout, w, h int) {
	if l.Beside {
		l.Rule = h >= len(g.Layers)+3
		l.Rows = min(len(g.Layers), l.below(h))
		l.PaneX = l.width + 3
		l.PaneW = min(widget.ProseWidth, w-l.PaneX-widget.Margin)
		l.PaneH = h - 2
		return
	}
	l.Rule = h >= len(g.Layers)+9
	room := l.below(h) - 1
	l.Rows = min(len(g.Layers), room-paneLeast)
	l.PaneX, l.PaneW = widget.Margin, w-2*widget.Margin
	l.PaneH = room - l.Rows
}

// below is how many of h lines are left under the service names.
func (l *Layout) below(h int) int {
	if l.Rule {
		return h - 3
	}
	return h - 2
}
