// Package page is a text that is scrolled and searched and has things on it
// that can be opened: what several screens are, below their title.
package page

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Indent is the column of a text below a heading, less the column of the mark of
// what can be opened.
const Indent = 2

// Mark is the column where what can be opened begins.
const Mark = Indent + 1

const (
	sides   = 100 // from this width on two sides stand beside one another
	between = 4   // columns between the two
)

// text is what a Setter has put together, for one width.
type text struct {
	lines []string
	items []item
	hits  []int // the line of each match of the search, in order
}

// item is something that can be opened.
type item struct {
	first, last int // lines
	verb        string
	open        func() tea.Cmd // called in Update
}

// Setter puts a page together, from its top to its end. Whatever it is given is
// plain text, but for labels, which are painted.
type Setter struct {
	text
	Theme *theme.Theme
	query string
	width int
	focus int
}

// Put adds a text, wrapped to end before column w, in a role, from column in on;
// the label stands before its first line.
func (s *Setter) Put(role theme.Role, label, text string, in, w int) {
	lines, hits := cellinfo.Wrap(s.Theme, role, text, s.query, max(1, w-in))
	for _, h := range hits {
		s.hits = append(s.hits, len(s.lines)+h)
	}
	for i, line := range lines {
		before := label
		if i > 0 {
			before = ""
		}
		s.lines = append(s.lines, widget.PadRight(before, in)+line)
	}
}

// Prose is the column before which a text ends that begins in column in.
func (s *Setter) Prose(in int) int { return min(widget.ProseWidth+in, s.width-widget.Margin) }

// Width is how many columns the page has.
func (s *Setter) Width() int { return s.width }

// Blank adds an empty line.
func (s *Setter) Blank() { s.lines = append(s.lines, "") }

// Line adds a line that is painted already. It is not searched, and must fit.
func (s *Setter) Line(painted string) { s.lines = append(s.lines, painted) }

// Heading begins a group. What is to be noted of it stands beside it, or below
// where there is no room.
func (s *Setter) Heading(text, note string) {
	s.Blank()
	line := " " + cellinfo.Mark(s.Theme, theme.Accent, text, s.query)
	if cellinfo.Has(text, s.query) {
		s.hits = append(s.hits, len(s.lines))
	}
	beside := widget.Width(line)+Indent+widget.Width(note)+widget.Margin <= s.width
	if note != "" && beside {
		line += "  " + s.Theme.Paint(theme.Dim, note)
	}
	s.lines = append(s.lines, line)
	if !beside {
		s.Put(theme.Dim, "", note, Mark, s.Prose(Mark))
	}
}

// Both sets two texts below one another, or side by side where there is room.
// Neither may have anything to open.
func (s *Setter) Both(left, right func(*Setter)) {
	if s.width < sides {
		left(s)
		right(s)
		return
	}
	half := min((s.width-between)/2, widget.ProseWidth)
	a := Setter{Theme: s.Theme, query: s.query, width: half}
	b := a
	left(&a)
	right(&b)
	for _, h := range slices.Concat(a.hits, b.hits) {
		s.hits = append(s.hits, len(s.lines)+h)
	}
	for i := range max(len(a.lines), len(b.lines)) {
		line := ""
		if i < len(a.lines) {
			line = a.lines[i]
		}
		if i < len(b.lines) {
			line = widget.PadRight(line, half+between) + b.lines[i]
		}
		s.lines = append(s.lines, line)
	}
}

// Thing is something on the page that can be opened.
type Thing struct {
	Verb  string // what enter does to it
	Label string // painted, before its first line
	Text  string
	In    int            // the column of the text
	Most  int            // lines of the text, 0 for all of them
	To    int            // the column that the text ends before, 0 for that of prose
	After string         // painted, stands from there on beside the first line
	Open  func() tea.Cmd // called in Update
}

// Add adds a thing. The one with the focus has the mark and is in reverse.
func (s *Setter) Add(t Thing) {
	in := max(t.In, Mark)
	to := t.To
	if to == 0 {
		to = s.Prose(in)
	}
	w := max(1, to-in)
	lines, hits := cellinfo.Wrap(s.Theme, theme.Plain, t.Text, s.query, w)
	most := len(lines)
	if t.Most > 0 {
		most = min(most, t.Most)
	}
	focused, first := len(s.items) == s.focus, len(s.lines)
	for i, line := range lines[:most] {
		before := strings.Repeat(" ", in)
		if i == 0 {
			before = widget.PadRight("   "+t.Label, in)
		}
		if focused {
			line = s.Theme.Paint(theme.Focus, ansi.Strip(line))
		}
		if focused && i == 0 {
			before = widget.PadRight(" "+s.Theme.Paint(theme.Accent, "›")+" "+t.Label, in)
		}
		if i == most-1 && most < len(lines) {
			line = cellinfo.More(line, w)
		}
		line = before + line
		if i == 0 && t.After != "" {
			line = widget.PadRight(line, to) + t.After
		}
		s.lines = append(s.lines, line)
	}
	for _, h := range hits {
		if h < most {
			s.hits = append(s.hits, first+h)
		}
	}
	s.items = append(s.items, item{first, len(s.lines) - 1, t.Verb, t.Open})
}

// Extend has the last thing take in what was added after it, so that all of it
// comes in sight with the focus and can be clicked on.
func (s *Setter) Extend() {
	if n := len(s.items); n > 0 {
		s.items[n-1].last = len(s.lines) - 1
	}
}
