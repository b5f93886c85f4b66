package quiz

import (
	tea "charm.land/bubbletea/v2"

	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// row sets one line that can be opened, w columns wide from x on.
func (q *Quiz) row(d *document, i, at, x, w int, text, note string) {
	t := q.deps.Theme
	cursor, role := "  ", theme.Plain
	room := w - textIn - 1
	if note != "" {
		room -= widget.Width(note) + 2
	}
	text = widget.Clip(text, room)
	if i == at {
		cursor, role = t.Paint(theme.Accent, "›")+" ", theme.Focus
	}
	line := " " + cursor + cellinfo.Mark(t, role, text, d.query)
	if note != "" {
		line = widget.PadRight(line, room+textIn+2) + t.Paint(theme.Dim, note)
	}
	first := len(d.lines)
	if cellinfo.Has(text, d.query) {
		d.hits = append(d.hits, first)
	}
	d.line(line)
	d.spot(first, x, w, target{rowTarget, i})
}

// moveRow makes an action that moves the focus of a page among n rows.
func (q *Quiz) moveRow(at *int, step, n int) func() tea.Cmd {
	return quietly(func() {
		*at, q.sure = max(0, min(*at+step, n-1)), false
		q.follow()
	})
}
