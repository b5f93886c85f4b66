package compare

import (
	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// paneTitle names the focused layer and says, in w columns, whether the line
// moves in it.
func (c *Compare) paneTitle(w int) string {
	t := c.deps.Theme
	l := c.matrix().Layers()[c.layer]
	role, long, short := theme.Dim, "the same in each", "the same"
	if c.moves(l.ID) {
		role, long, short = theme.Accent, "the line moves here", "moves here"
	}
	if widget.Width(l.Short)+3+widget.Width(long) > w {
		long = short
	}
	return widget.Clip(l.Short+t.Paint(theme.Dim, " · ")+t.Paint(role, long), w)
}

func (c *Compare) section(w int) string {
	return widget.Section(c.deps.Theme, c.paneTitle(w-6), w)
}

// pane is what each service in sight says of the focused layer, in h lines of w
// columns: as much of it as there is room for.
func (c *Compare) pane(w, h int) (lines []string) {
	for _, tell := range []func(model.Cell) []string{
		func(cell model.Cell) []string { return c.whole(cell, w) },
		func(cell model.Cell) []string { return c.parts(cell, true, w) },
		func(cell model.Cell) []string { return c.own(cell, true, w) },
		func(cell model.Cell) []string { return c.own(cell, false, w) },
		func(cell model.Cell) []string { return shorten(c.own(cell, false, w), h/len(c.shown()), w) },
	} {
		lines = nil
		for _, id := range c.shown() {
			lines = append(lines, tell(c.cell(c.layer, id))...)
		}
		if len(lines) <= h {
			break
		}
	}
	return lines
}

// shorten cuts a text of several lines to n, at least one, and says so.
func shorten(lines []string, n, w int) []string {
	n = max(1, n)
	if len(lines) > n {
		lines[n-1] = widget.Clip(lines[n-1]+" …", w-1)
		lines = lines[:n]
	}
	return lines
}

// whole is all that the cell says.
func (c *Compare) whole(cell model.Cell, w int) []string {
	t := c.deps.Theme
	s, _ := c.matrix().Service(cell.Service)
	lines := []string{" " + t.Paint(theme.Accent, s.Name) + t.Paint(theme.Dim, " · ") + cellinfo.Party(t, cell.Party)}
	return append(append(lines, cellinfo.Parts(t, cell, c.find.Query, w-1)...), "")
}

// parts is what the responsible side does, and both sides where both are.
func (c *Compare) parts(cell model.Cell, named bool, w int) []string {
	if cell.Party != model.Shared {
		return c.own(cell, named, w)
	}
	blank := spaces(widget.Width(c.label(cell)))
	lines := c.tell(c.label(cell)+c.side(model.AWS, named), cell.AWS, w)
	return append(lines, c.tell(blank+c.side(model.Customer, named), cell.You, w)...)
}

// own is what the responsible side does; of a shared cell it is your part, and
// where the service has no such layer it is why.
func (c *Compare) own(cell model.Cell, named bool, w int) []string {
	text := cell.You
	switch cell.Party {
	case model.AWS:
		text = cell.AWS
	case model.Shared:
		text = "you " + cell.You
	case model.None:
		text = cell.Why
	}
	return c.tell(c.label(cell)+c.side(cell.Party, named && cell.Party != model.None), text, w)
}

func (c *Compare) tell(label, text string, w int) []string {
	return cellinfo.Hang(c.deps.Theme, label, text, c.find.Query, w-1)
}

// label is the service's name, as wide as the widest in sight.
func (c *Compare) label(cell model.Cell) string {
	widest := 0
	for _, name := range c.names(c.shown()) {
		widest = max(widest, widget.Width(name))
	}
	s, _ := c.matrix().Service(cell.Service)
	return " " + widget.PadRight(s.Short, widest) + "  "
}

// side is a party's sign, with its name where there is room.
func (c *Compare) side(p model.Party, named bool) string {
	t := c.deps.Theme
	sign := t.Sign(p) + spaces(3-theme.SignWidth(p))
	if !named {
		return sign
	}
	return sign + t.Paint(theme.PartyRole(p), widget.PadRight(theme.Name(p), 4)) + "  "
}
