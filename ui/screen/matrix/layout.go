package matrix

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

// layout is where everything stands in a window.
type layout struct {
	names  int   // columns of the layers' names
	widths []int // columns of each service
	right  int   // the first service that is out of sight at the right
	rows   int   // layers in sight
	rule   bool  // a rule below the title
	grid   int   // columns of the grid

	beside       bool // the pane is right of the grid, not below it
	paneX, paneW int
	paneH        int
}

// arrange fits grid and pane into w by h and scrolls so that the focus is in
// sight.
func (m *Matrix) arrange(w, h int) layout {
	l := layout{}
	for _, layer := range m.layers {
		l.names = max(l.names, min(widget.Width(layer.Short), nameMax))
	}
	m.columnsOf(&l, w, h)
	full := l.span(0, len(l.widths))
	room := w
	if l.beside {
		room = min(full, w-max(paneMin+2, w/3))
	}
	m.scroll(&l, room)
	m.split(&l, w, h)
	m.top = widget.Follow(m.top, m.at.row, len(m.layers), l.rows)
	m.page = l.rows
	return l
}

// columnsOf chooses how wide the services' columns are and where the pane is:
// equally wide beside it where all fit, as narrow as their names above it where
// only so all fit, else beside it in a wide window.
func (m *Matrix) columnsOf(l *layout, w, h int) {
	l.widths = make([]int, len(m.services))
	widest := columnMin
	for i, s := range m.services {
		l.widths[i] = max(columnMin, min(widget.Width(s.Short), columnMax))
		widest = max(widest, l.widths[i])
	}
	narrow := l.span(0, len(l.widths)) <= w-widget.Margin && h >= len(m.layers)+tallPane
	if w < roomy {
		l.beside = l.span(0, len(l.widths))+paneMin+2 <= w
		return
	}
	named := l.widths
	l.widths = slices.Repeat([]int{widest}, len(named))
	full := l.span(0, len(named))
	switch {
	case full+paneMin+2 <= w:
		l.beside = true
	case narrow && full > w-widget.Margin:
		l.widths = named
	case narrow && w >= 120:
	default:
		l.beside = w >= 120
	}
}

// span is how wide the grid is with the services from first to before last.
func (l *layout) span(first, last int) int {
	w := prefix + l.names
	for _, c := range l.widths[first:last] {
		w += gap + c
	}
	return w
}

// scroll moves the columns as little as possible so that the focus is in sight
// and no room is wasted.
func (m *Matrix) scroll(l *layout, room int) {
	m.left = min(m.left, m.at.col)
	for m.left < m.at.col && l.span(m.left, m.at.col+1) > room {
		m.left++
	}
	for m.left > 0 && l.span(m.left-1, len(l.widths)) <= room {
		m.left--
	}
	l.right = m.at.col + 1
	for l.right < len(l.widths) && l.span(m.left, l.right+1) <= room {
		l.right++
	}
	l.grid = l.span(m.left, l.right)
}

// split shares the lines out between grid and pane. Title and service names
// take two, the pane's own rule one.
func (m *Matrix) split(l *layout, w, h int) {
	if l.beside {
		l.rule = h >= len(m.layers)+3
		l.rows = min(len(m.layers), l.below(h))
		l.paneX = l.grid + 3
		l.paneW = min(widget.ProseWidth, w-l.paneX-widget.Margin)
		l.paneH = h - 2
		return
	}
	l.rule = h >= len(m.layers)+9
	room := l.below(h) - 1
	l.rows = min(len(m.layers), room-paneLeast)
	l.paneX, l.paneW = widget.Margin, w-2*widget.Margin
	l.paneH = room - l.rows
}

// below is how many of h lines are left under the service names.
func (l *layout) below(h int) int {
	if l.rule {
		return h - 3
	}
	return h - 2
}
