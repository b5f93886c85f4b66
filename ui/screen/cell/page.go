package cell

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	indent   = 2
	mark     = indent + 1 // the column of what can be opened
	sides    = 100        // from this width on AWS's part and yours stand side by side
	between  = 4          // columns between the two
	stemMost = 2          // lines of a question's stem
)

// page is the whole text, set for one width.
type page struct {
	lines []string
	items []item
	hits  []int // the line of each match, in order
}

// item is something on the page that can be opened.
type item struct {
	first, last int // lines
	verb        string
	open        func() tea.Cmd // called in Update
}

// setter puts a page together.
type setter struct {
	page
	theme *theme.Theme
	query string
	width int
	focus int
}

// set is the page as it is now; it is set again only after something changed.
func (c *Cell) set() *page {
	if c.current {
		return &c.page
	}
	s := &setter{theme: c.deps.Theme, query: c.find.query, width: c.width, focus: c.focus}
	cell := c.cell()
	c.names(s, cell)
	s.parts(cell)
	s.reason(cell)
	s.exam(cell)
	c.pages(s, cell)
	c.lesson(s, cell)
	c.questions(s, cell)
	slices.Sort(s.hits)
	c.page, c.current = s.page, true
	return &c.page
}

// put adds a text, wrapped, in a role, with something painted before its first
// line.
func (s *setter) put(role theme.Role, label, text string, in, w int) {
	lines, hits := cellinfo.Wrap(s.theme, role, text, s.query, w-in)
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

// prose is how wide a text may be that begins in column in.
func (s *setter) prose(in int) int { return min(widget.ProseWidth+in, s.width-widget.Margin) }

func (s *setter) blank() { s.lines = append(s.lines, "") }

// heading begins a group. What is to be noted of it stands beside it, or below
// where there is no room.
func (s *setter) heading(text, note string) {
	s.blank()
	line := " " + cellinfo.Mark(s.theme, theme.Accent, text, s.query)
	if cellinfo.Has(text, s.query) {
		s.hits = append(s.hits, len(s.lines))
	}
	beside := widget.Width(line)+indent+widget.Width(note)+widget.Margin <= s.width
	if note != "" && beside {
		line += "  " + s.theme.Paint(theme.Dim, note)
	}
	s.lines = append(s.lines, line)
	if !beside {
		s.put(theme.Dim, "", note, mark, s.prose(mark))
	}
}

// names are the service and the layer in full.
func (c *Cell) names(s *setter, cell model.Cell) {
	service, _ := c.grid.Service(cell.Service)
	layer, _ := c.grid.Layer(cell.Layer)
	s.put(theme.Dim, "", service.Name+" · "+layer.Name, widget.Margin, s.prose(widget.Margin))
}

// parts are what each side does: side by side where there is room.
func (s *setter) parts(cell model.Cell) {
	s.blank()
	s.both(
		func(s *setter) { s.part(model.AWS, cell.AWS) },
		func(s *setter) { s.part(model.Customer, cell.You) },
	)
}

// part is what one side does, as a sentence after its sign and name.
func (s *setter) part(side model.Party, text string) {
	if text == "" {
		return
	}
	label := " " + cellinfo.Party(s.theme, side)
	in := widget.Width(label) + indent
	s.put(theme.Plain, label, text, in, s.prose(in))
}

// both sets two texts below one another, or side by side where there is room.
func (s *setter) both(left, right func(*setter)) {
	if s.width < sides {
		left(s)
		right(s)
		return
	}
	half := min((s.width-between)/2, widget.ProseWidth)
	a := setter{theme: s.theme, query: s.query, width: half}
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

// reason is why it is so.
func (s *setter) reason(cell model.Cell) {
	if cell.Why == "" {
		return
	}
	s.blank()
	label := " " + s.theme.Paint(theme.Dim, "Why")
	in := widget.Width(" "+cellinfo.Party(s.theme, model.AWS)) + indent
	s.put(theme.Plain, label, cell.Why, in, s.prose(in))
}

// exam is how a question about a shared cell is meant.
func (s *setter) exam(cell model.Cell) {
	if cell.Exam == 0 {
		return
	}
	s.heading("How it is asked", "")
	text := cellinfo.PlainQuestion(cell)
	if len(cell.Cues) > 0 {
		text += " These words decide:"
	}
	s.put(theme.Plain, "", text, mark, s.prose(mark))
	s.both(
		func(s *setter) { s.cues(cell, model.AWS) },
		func(s *setter) { s.cues(cell, model.Customer) },
	)
}

// cues are the words that point to a side, and a task that is that side's alone.
func (s *setter) cues(cell model.Cell, side model.Party) {
	label := "   " + cellinfo.Party(s.theme, side)
	in := widget.Width(label) + indent
	for _, cue := range cell.Cues {
		if cue.Side != side {
			continue
		}
		s.put(theme.Plain, label, cue.Words, in, s.prose(in))
		s.put(theme.Dim, "", "such as "+cue.Ask, in, s.prose(in))
		label = ""
	}
}

// item adds something that can be opened: a text behind its mark, at most most
// lines of it.
func (s *setter) item(verb, label, text string, most int, open func() tea.Cmd) {
	in := mark
	if label != "" {
		in += recordWidth
	}
	w := s.prose(in) - in
	lines, hits := cellinfo.Wrap(s.theme, theme.Plain, text, s.query, w)
	focused := len(s.items) == s.focus
	first := len(s.lines)
	for i := range min(len(lines), most) {
		line, before := lines[i], widget.PadRight("   "+label, in)
		if i > 0 {
			before = strings.Repeat(" ", in)
		}
		if focused {
			line = s.theme.Paint(theme.Focus, plain(lines[i]))
		}
		if focused && i == 0 {
			before = widget.PadRight(" "+s.theme.Paint(theme.Accent, "›")+" "+label, in)
		}
		if i == most-1 && most < len(lines) {
			line = cellinfo.More(line, w)
		}
		s.lines = append(s.lines, before+line)
	}
	for _, h := range hits {
		if h < most {
			s.hits = append(s.hits, first+h)
		}
	}
	s.items = append(s.items, item{first, len(s.lines) - 1, verb, open})
}
