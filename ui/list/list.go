// Package list is a list of rows with what the focused one is about beside it,
// or below it in a narrow window: what several screens are, below their title.
package list

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Row is one thing to choose.
type Row struct {
	Name  string
	Note  string // at its right, where there is room
	Words string // what else it is found by
}

// List is the part of a screen below its title.
type List struct {
	// Verb is what enter does, Open asks the root for it.
	Verb string
	Open func(row int) tea.Msg
	// About is what a row is about, painted, in w columns. It is drawn in every
	// frame.
	About func(row, w int) []string
	// Width is the columns of the rows where About stands beside them, and Below
	// the lines that are kept for it where it stands below them.
	Width, Below int
	// Keep keeps the notes in sight: names are cut for them.
	Keep bool

	deps  *screen.Deps
	rows  []Row
	at    widget.Cursor
	page  int // rows in sight
	find  finding
	zones widget.Zones[int]
}

// finding is a search among the rows.
type finding struct {
	query string // in lower case
	hits  []int
	at    int
}

// New makes a list of rows. The caller sets its fields.
func New(d *screen.Deps, rows []Row) *List { return &List{deps: d, rows: rows, page: 1} }

// At is the row with the focus; it is no row of an empty list.
func (l *List) At() int { return l.at.At }

// Len counts the rows.
func (l *List) Len() int { return len(l.rows) }

// Update moves the focus and opens rows. It reports whether it knew the message.
func (l *List) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case screen.Wheel:
		l.at.Move(msg.Step, len(l.rows))
	case screen.Click:
		return l.click(msg), true
	case tea.KeyPressMsg:
		return l.press(msg)
	default:
		return nil, false
	}
	return nil, true
}

func (l *List) press(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	n := len(l.rows)
	switch {
	case n == 0:
		return nil, false
	case key.Matches(msg, keys.Enter("")):
		return screen.Send(l.Open(l.at.At)), true
	case key.Matches(msg, keys.Up()):
		l.at.Move(-1, n)
	case key.Matches(msg, keys.Down()):
		l.at.Move(1, n)
	case key.Matches(msg, keys.HalfUp()):
		l.at.Move(-max(1, l.page/2), n)
	case key.Matches(msg, keys.HalfDown()):
		l.at.Move(max(1, l.page/2), n)
	case key.Matches(msg, keys.Top()):
		l.at.Set(0, n)
	case key.Matches(msg, keys.Bottom()):
		l.at.Set(n-1, n)
	default:
		return nil, false
	}
	return nil, true
}

// click gives a row the focus, and opens the one that has it.
func (l *List) click(msg screen.Click) tea.Cmd {
	i, ok := l.zones.At(msg.X, msg.Y)
	switch {
	case !ok:
		return nil
	case i == l.at.At:
		return screen.Send(l.Open(i))
	}
	l.at.Set(i, len(l.rows))
	return nil
}

// Enter is the binding that opens the row with the focus.
func (l *List) Enter() key.Binding { return keys.When(len(l.rows) > 0, keys.Enter(l.Verb)) }

// Moving are the bindings that move the focus.
func (l *List) Moving() []key.Binding {
	several, long := len(l.rows) > 1, len(l.rows) > l.page
	return []key.Binding{
		keys.When(several, keys.Up()), keys.When(several, keys.Down()), keys.When(several, keys.Top()), keys.When(several, keys.Bottom()),
		keys.When(long, keys.HalfDown()), keys.When(long, keys.HalfUp()),
	}
}

// Find goes to a row by its name or its words, first to one that begins with the
// query: see screen.Finder.
func (l *List) Find(query string, step int) (at, of int) {
	f := &l.find
	if query = strings.ToLower(query); query != f.query {
		*f = finding{query: query, hits: l.hits(query)}
	}
	if len(f.hits) == 0 {
		return 0, 0
	}
	f.at = (f.at + step + len(f.hits)) % len(f.hits)
	l.at.Set(f.hits[f.at], len(l.rows))
	return f.at + 1, len(f.hits)
}

func (l *List) hits(query string) []int {
	if query == "" {
		return nil
	}
	var first, named, rest []int
	for i, r := range l.rows {
		name := strings.ToLower(r.Name)
		switch {
		case strings.HasPrefix(name, query):
			first = append(first, i)
		case strings.Contains(name, query):
			named = append(named, i)
		case strings.Contains(strings.ToLower(r.Words), query):
			rest = append(rest, i)
		}
	}
	return slices.Concat(first, named, rest)
}

// aboutLeast is the narrowest that About is set beside the rows.
const aboutLeast = 40

// View draws a screen of w by h: its header, then the rows and what the focused
// one is about.
func (l *List) View(header []string, w, h int) string {
	l.zones.Clear()
	if len(l.rows) == 0 {
		return widget.Join(header, h)
	}
	if w >= l.Width+2+aboutLeast {
		return widget.Join(l.beside(header, w, h), h)
	}
	lines := l.draw(header, w, max(1, h-len(header)-l.Below-1))
	about := l.About(l.at.At, min(w-2, widget.ProseWidth))
	lines = append(lines, "")
	for _, s := range about {
		lines = append(lines, " "+s)
	}
	return widget.Join(lines, h)
}

// beside sets what the focused row is about at the right of the rows.
func (l *List) beside(header []string, w, h int) []string {
	top := len(header)
	lines := l.draw(header, l.Width, h-top)
	for i, s := range l.About(l.at.At, min(widget.ProseWidth, w-l.Width-3)) {
		if top+i == len(lines) {
			lines = append(lines, "")
		}
		lines[top+i] = widget.PadRight(lines[top+i], l.Width) + "  " + s
	}
	return lines
}

// draw adds the n rows around the focus.
func (l *List) draw(lines []string, w, n int) []string {
	l.page = n
	first, last := l.at.Window(len(l.rows), n)
	for i := first; i < last; i++ {
		l.zones.Add(0, len(lines), w, 1, i)
		lines = append(lines, l.row(i, w))
	}
	return lines
}

func (l *List) row(i, w int) string {
	t, r := l.deps.Theme, l.rows[i]
	note := t.Paint(theme.Dim, r.Note)
	const around = 6 // the mark, and blanks beside the note
	room := w - around
	if l.Keep {
		room -= widget.Width(r.Note)
	} else if widget.Width(r.Name)+widget.Width(note)+around > w {
		note = ""
	}
	mark, name := "   ", widget.Clip(r.Name, room)
	if i == l.at.At {
		mark, name = " "+t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, name)
	}
	return widget.Spread(mark+name, note, w-1)
}
