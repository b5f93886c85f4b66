// Package home is the screen that the program opens with and comes back to: what
// it is about, how far the learner is, what to do next.
package home

import (
	"context"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Home is the bottom of the stack of screens.
type Home struct {
	deps *screen.Deps
	known
	loaded  bool
	checked bool // the file was looked through, once
	rows    []row
	at      widget.Cursor
	zones   widget.Zones[int]
	keys    keymap
}

type keymap struct{ enter, up, down, top, bottom key.Binding }

// New makes the home screen.
func New(d *screen.Deps) *Home {
	h := &Home{deps: d, keys: keymap{keys.Enter("open"), keys.Up(), keys.Down(), keys.Top(), keys.Bottom()}}
	h.rows = h.places()
	return h
}

// check looks through the whole history beside the learner: a damaged one must
// be found before much is added to it.
func (h *Home) check() tea.Cmd {
	if h.checked {
		return nil
	}
	h.checked = true
	hist := h.deps.History
	return func() tea.Msg {
		err := hist.Check(context.Background())
		if err == nil && hist.Notice() == "" {
			return nil
		}
		return screen.HistoryNotice{Text: hist.Notice(), Err: err}
	}
}

// Update moves the focus and opens rows.
func (h *Home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return h.take(msg)
	case screen.Shown:
		return h.load()
	case screen.Wheel:
		h.at.Move(msg.Step, len(h.rows))
	case screen.Click:
		if i, ok := h.zones.At(msg.X, msg.Y); ok {
			h.at.Set(i, len(h.rows))
			return screen.Send(h.rows[i].open())
		}
	case tea.KeyPressMsg:
		return h.press(msg)
	}
	return nil
}

func (h *Home) take(msg loaded) tea.Cmd {
	focus := ""
	if h.loaded {
		focus = h.rows[h.at.At].name
	}
	h.loaded, h.known = true, msg.known
	h.rows = h.allRows()
	// The focus follows its row, and goes to the next step when that is gone.
	at := slices.IndexFunc(h.rows, func(r row) bool { return r.name == focus })
	h.at.Set(max(0, at), len(h.rows))
	if msg.err != nil {
		return tea.Batch(screen.Send(screen.SaveResult{Err: msg.err}), h.check())
	}
	return tea.Batch(h.note(), h.check())
}

func (h *Home) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, h.keys.up):
		h.at.Move(-1, len(h.rows))
	case key.Matches(msg, h.keys.down):
		h.at.Move(1, len(h.rows))
	case key.Matches(msg, h.keys.top):
		h.at.Set(0, len(h.rows))
	case key.Matches(msg, h.keys.bottom):
		h.at.Set(len(h.rows)-1, len(h.rows))
	case key.Matches(msg, h.keys.enter):
		return screen.Send(h.rows[h.at.At].open())
	}
	return nil
}

// Keys are the screen's bindings.
func (h *Home) Keys() []key.Binding {
	return []key.Binding{h.keys.enter, h.keys.up, h.keys.down, h.keys.top, h.keys.bottom}
}

// Title names the screen.
func (h *Home) Title() string { return "Home" }
