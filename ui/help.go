package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// help lists the keys of the screen below it, made from the bindings
// themselves.
type help struct {
	theme  *theme.Theme
	title  string
	own    []key.Binding
	common []key.Binding
	top    int
	count  int
	height int
}

func newHelp(d *screen.Deps, s screen.Screen, globals []key.Binding) *help {
	return &help{theme: d.Theme, title: s.Title(), own: listed(s.Keys()), common: listed(globals)}
}

// listed leaves out what does nothing now and what a sibling speaks for.
func listed(all []key.Binding) (shown []key.Binding) {
	for _, b := range all {
		if b.Enabled() && b.Help().Key != "" {
			shown = append(shown, b)
		}
	}
	return shown
}

func (h *help) update(msg tea.Msg) (tea.Msg, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keys.Down()):
			h.scroll(1)
		case key.Matches(msg, keys.Up()):
			h.scroll(-1)
		case key.Matches(msg, keys.Help(), keys.Enter(""), keys.Quit()):
			return nil, true
		}
	case screen.Wheel:
		h.scroll(msg.Step)
	case screen.Click:
		return nil, true
	}
	return nil, false
}

func (h *help) scroll(n int) { h.top = max(0, min(h.top+n, h.count-h.height)) }

func (h *help) view(w, height int) string {
	t := h.theme
	lines := widget.Header(t, "Keys", t.Paint(theme.Dim, h.title), w)
	var body []string
	add := func(title string, bindings []key.Binding) {
		if len(bindings) == 0 {
			return
		}
		body = append(body, " "+t.Paint(theme.Dim, title))
		for _, b := range bindings {
			body = append(body, "   "+t.Paint(theme.Accent, widget.PadRight(b.Help().Key, 12))+b.Help().Desc)
		}
	}
	add("On this screen", h.own)
	if len(h.own) > 0 {
		body = append(body, "")
	}
	add("Everywhere", h.common)
	if two := (w - 4) / 2; len(body) > height-2 && two >= 34 {
		body = columns(body, two)
	}
	h.count, h.height = len(body), height-2
	h.scroll(0)
	return widget.Join(append(lines, body[h.top:min(len(body), h.top+h.height)]...), height)
}

// columns folds lines into two columns of width w.
func columns(lines []string, w int) (folded []string) {
	half := (len(lines) + 1) / 2
	for i := range half {
		line := widget.PadRight(lines[i], w)
		if i+half < len(lines) {
			line += lines[i+half]
		}
		folded = append(folded, line)
	}
	return folded
}

func (h *help) footer(w int) string {
	return widget.Footer(h.theme, []key.Binding{keys.When(h.count > h.height, keys.Bind("↑/↓", "scroll", "down"))}, []key.Binding{keys.Bind("esc", "close", "esc")}, w)
}

func (h *help) cursor() *tea.Cursor { return nil }
