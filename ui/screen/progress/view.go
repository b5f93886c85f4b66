package progress

import (
	"fmt"
	"strings"

	"whose/ui/page"
	"whose/ui/theme"
	"whose/ui/widget"
)

// View draws the page.
func (p *Progress) View(w, h int) string {
	title, right := p.title(w)
	switch {
	case !p.loaded:
		return widget.Join(widget.Header(p.deps.Theme, title, right, w), h)
	case p.failed:
		return widget.Join(append(widget.Header(p.deps.Theme, title, right, w), "", "   No data: the history cannot be read.", "   "+p.deps.Theme.Paint(theme.Dim, widget.Clip(p.facts.err.Error(), w-4))), h)
	case p.at == calendar:
		return widget.Join(append(widget.Header(p.deps.Theme, title, right, w), p.drawCalendar(w, h-page.HeaderHeight)...), h)
	}
	return p.page().View(title, right, w, h)
}

// title is the screen's with the names of its pages at the right, or where they
// do not fit the name of this one.
func (p *Progress) title(w int) (title, right string) {
	t := p.deps.Theme
	title = p.Title()
	p.zones.Clear()
	var names []string
	room := 0
	for v := range views {
		name := " " + v.name() + " "
		if v == p.at {
			name = "[" + v.name() + "]"
		}
		names = append(names, name)
		room += widget.Width(name)
	}
	if widget.Width(title)+room+2*widget.Margin+2 > w {
		return title + " · " + p.at.name(), t.Paint(theme.Dim, fmt.Sprintf("%d of %d", p.at+1, views))
	}
	x := w - widget.Margin - room
	var b strings.Builder
	for v, name := range names {
		role := theme.Dim
		if view(v) == p.at {
			role = theme.Accent
		}
		b.WriteString(t.Paint(role, name))
		p.zones.Add(x, 0, widget.Width(name), 1, view(v))
		x += widget.Width(name)
	}
	return title, b.String()
}
