package compare

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	nameWidth = 24 // the longest name that a layer may have
	columnMin = 9  // the arrow and the longest name that a service may have
	wordsMin  = 14 // from this width of a column on its cells say the party's name
	columnMax = 18
	paneMin   = 110 // from this width on the reasons stand beside the grid
	gridMax   = 70  // of the grid beside the reasons
)

// room is how many services are set side by side in w columns.
func room(w int) int { return max(2, min(most, (w-nameWidth-2)/columnMin)) }

// layout is where the grid's columns are.
type layout struct {
	gutter int // columns left of a layer's name
	column int // columns of a service
	arrow  int // of these, the ones left of its cell
	words  bool
}

func (c *Compare) layout(w int) layout {
	l := layout{gutter: 3, arrow: 4}
	if w < 60 {
		l = layout{gutter: 2, arrow: 1}
	}
	free := w - l.gutter - nameWidth
	l.column = min(free/max(1, len(c.shown())), columnMax)
	l.words = l.column >= wordsMin
	return l
}

// View draws the grid and, below or beside it, the reasons of a layer.
func (c *Compare) View(w, h int) string {
	if w != c.w {
		c.resize(w)
	}
	c.zones.Clear()
	if len(c.services) == 0 {
		return widget.Join(append(widget.Header(c.deps.Theme, "Compare", "", w), "", "   This course has no services to compare."), h)
	}
	if w >= paneMin {
		return widget.Join(c.wide(w, h), h)
	}
	rows := c.rows()
	n := min(max(1, len(rows)), h-3-c.paneLeast(w))
	lines := append([]string{c.title(w)}, c.grid(w, 1, rows, n)...)
	if len(rows) > 0 {
		lines = append(lines, c.section(w))
		lines = append(lines, c.pane(w, h-len(lines))...)
	}
	return widget.Join(lines, h)
}

// paneLeast is how many lines the reasons take at least: one for a service, two
// where they are short.
func (c *Compare) paneLeast(w int) int {
	if w < 70 {
		return 2 * len(c.shown())
	}
	return len(c.shown())
}

func (c *Compare) wide(w, h int) []string {
	rows := c.rows()
	lines := widget.Header(c.deps.Theme, c.heading(), c.counted(w), w)
	y := len(lines)
	lines = append(lines, c.grid(gridMax, y, rows, min(max(1, len(rows)), h-y-1))...)
	if len(rows) == 0 {
		return lines
	}
	const x = gridMax + 2
	room := w - x - 1
	pane := append([]string{" " + c.paneTitle(room-1), ""}, c.pane(room, h-y-2)...)
	lines = widget.Fill(lines, y+len(pane))
	for i, p := range pane {
		if p != "" {
			lines[y+i] = widget.PadRight(lines[y+i], x) + p
		}
	}
	return lines
}

func (c *Compare) heading() string {
	return "Compare · " + strings.Join(c.names(c.shown()), ", ")
}

// counted says in how many layers the line moves, in as many words as fit.
func (c *Compare) counted(w int) string {
	n, of := c.countMoves(), len(c.matrix().Layers())
	long := fmt.Sprintf("the line moves in %d of %d layers", n, of)
	if widget.Width(c.heading())+widget.Width(long)+4 > w {
		long = fmt.Sprintf("%d of %d move", n, of)
	}
	return c.deps.Theme.Paint(theme.Dim, long)
}

func (c *Compare) title(w int) string {
	return widget.TitleLine(c.deps.Theme, c.heading(), c.counted(w), w)
}

// grid is the services' names and n rows below them, drawn from screen line y on.
func (c *Compare) grid(w, y int, rows []int, n int) []string {
	l := c.layout(w)
	lines := []string{c.head(l, y)}
	if len(rows) == 0 {
		return append(lines, "", "   No layer moves between these.", "   "+c.deps.Theme.Paint(theme.Dim, "f shows all layers."))
	}
	at := 0
	for i, r := range rows {
		if r == c.layer {
			at = i
		}
	}
	c.top, c.page = widget.Follow(c.top, at, len(rows), n), n
	for i := c.top; i < c.top+n; i++ {
		more := " "
		switch {
		case i == c.top && i > 0:
			more = "↑"
		case i == c.top+n-1 && i < len(rows)-1:
			more = "↓"
		}
		lines = append(lines, c.row(l, rows[i], y+len(lines), more))
	}
	return lines
}

// head has the services' names. A narrow window says which of them are in sight.
func (c *Compare) head(l layout, y int) string {
	t := c.deps.Theme
	sight := ""
	if n := len(c.shown()); n < len(c.services) {
		sight = fmt.Sprintf("%d–%d of %d services", c.left+1, c.left+n, len(c.services))
	}
	var b strings.Builder
	b.WriteString(spaces(l.gutter) + t.Paint(theme.Dim, widget.PadRight(sight, nameWidth)))
	for i, name := range c.names(c.shown()) {
		role := theme.Dim
		if c.left+i == c.col {
			role = theme.Accent
		}
		before := min(l.arrow+1, max(0, l.column-widget.Width(name)))
		b.WriteString(spaces(before) + t.Paint(role, name) + spaces(l.column-before-widget.Width(name)))
		c.zones.Add(l.gutter+nameWidth+i*l.column, y, l.column, 1, target{noLayer, c.left + i})
	}
	return b.String()
}

// row is one layer. An arrow stands where the line moves from one service to the
// next.
func (c *Compare) row(l layout, layer, y int, more string) string {
	t := c.deps.Theme
	info := c.matrix().Layers()[layer]
	moves := c.moves(info.ID)
	mark, name := " ", theme.Dim
	if moves {
		mark, name = t.Paint(theme.Accent, "▸"), theme.Accent
	}
	if layer == c.layer {
		mark = t.Paint(theme.Accent, "›")
	}
	var b strings.Builder
	b.WriteString(t.Paint(theme.Dim, more) + mark + spaces(l.gutter-2) + cellinfo.Mark(t, name, widget.PadRight(info.Short, nameWidth), c.find.Query))
	before := model.Party(0)
	for i, id := range c.shown() {
		party := c.cell(layer, id).Party
		arrow := spaces(l.arrow)
		if before != 0 && before != party {
			arrow = spaces((l.arrow-1)/2) + t.Paint(theme.Dim, "→") + spaces(l.arrow-1-(l.arrow-1)/2)
		}
		before = party
		b.WriteString(arrow)
		c.party(&b, l, party, moves, layer == c.layer && c.left+i == c.col)
		c.zones.Add(l.gutter+nameWidth+i*l.column, y, l.column, 1, target{layer, c.left + i})
	}
	c.zones.Add(0, y, l.gutter+nameWidth, 1, target{layer, c.col})
	return b.String()
}

// party writes a cell of the grid: its sign, its party's name where there is
// room, and brackets when it has the focus.
func (c *Compare) party(b *strings.Builder, l layout, p model.Party, moves, focus bool) {
	t := c.deps.Theme
	pad, word := spaces(2-theme.SignWidth(p)), ""
	if l.words {
		pad, word = pad+" ", "    "
		if p != model.None {
			word = widget.PadRight(theme.Name(p), 4)
		}
	}
	rest := spaces(l.column - l.arrow - 4 - len(pad) + 2 - theme.SignWidth(p) - len(word))
	if focus {
		b.WriteString(t.Paint(theme.Focus, "["+theme.PlainSign(p)+pad+word+"]") + rest)
		return
	}
	role := theme.Dim
	if moves {
		role = theme.PartyRole(p)
	}
	b.WriteString(" " + t.Sign(p) + pad + t.Paint(role, word) + " " + rest)
}

// blanks is as many spaces as a cell of the grid can need.
const blanks = "                                "

func spaces(n int) string { return blanks[:max(0, min(n, len(blanks)))] }
