// Package home is the screen that the program opens with and comes back to: what
// it is about, how far the learner is, what to do next.
package home

import (
	"context"
	"slices"
	"time"

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
	checked bool              // the file was looked through, once
	away    bool              // another screen covers it
	round   int               // which ticks count: those since the history was read last
	early   []tea.KeyPressMsg // pressed before the history was read: what they would open comes with it
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

// calm is when the history is looked through: that takes a while with a long
// one, and must not slow the first screen or the first keys.
const calm = 2 * time.Second

// checkNow says that it is calm.
type checkNow struct{}

// checkLater has the history looked through, once.
func (h *Home) checkLater() tea.Cmd {
	if h.checked {
		return nil
	}
	h.checked = true
	return h.deps.After(calm, checkNow{})
}

// check looks through the whole history beside the learner: a damaged one must
// be found before much is added to it.
func (h *Home) check() tea.Cmd {
	hist := h.deps.History
	return func() tea.Msg {
		err := hist.Check(context.Background())
		if err == nil && hist.Notice() == "" {
			return nil
		}
		notice := screen.Send(screen.HistoryNotice{Text: hist.Notice(), Err: err})
		if err != nil {
			return notice()
		}
		return tea.BatchMsg{notice, screen.Send(replaced{})} // what is shown was read from the damaged file
	}
}

// replaced says that the history is another one than that which was read.
type replaced struct{}

// Update moves the focus and opens rows.
func (h *Home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return h.take(msg)
	case checkNow:
		return h.check()
	case replaced:
		return h.load()
	case screen.Shown:
		h.away = false
		return h.load()
	case tick:
		return h.onTick(msg)
	case screen.Wheel:
		h.at.Move(msg.Step, len(h.rows))
	case screen.Click:
		if i, ok := h.zones.At(msg.X, msg.Y); ok && h.loaded {
			h.at.Set(i, len(h.rows))
			return screen.Send(h.rows[i].open())
		}
	case tea.KeyPressMsg:
		return h.press(msg)
	}
	return nil
}

// take shows what was read, and then does what was pressed before.
func (h *Home) take(msg loaded) tea.Cmd {
	first := !h.loaded
	h.loaded, h.known = true, msg.known
	h.refresh()
	if first {
		h.at.Set(0, len(h.rows))
	}
	cmds := []tea.Cmd{h.note(), h.checkLater(), h.startClock()}
	if msg.err != nil {
		h.checked = true
		cmds[0], cmds[1] = screen.Send(screen.SaveResult{Err: msg.err}), h.check()
	}
	for _, k := range h.early {
		cmds = append(cmds, h.press(k))
	}
	h.early = nil
	return tea.Batch(cmds...)
}

// refresh makes the rows anew. The focus follows its row, and goes to the next
// step when that is gone.
func (h *Home) refresh() {
	focus := h.rows[h.at.At]
	h.rows = h.allRows()
	at := slices.IndexFunc(h.rows, func(r row) bool { return r.name == focus.name && r.session == focus.session })
	h.at.Set(max(0, at), len(h.rows))
}

func (h *Home) press(msg tea.KeyPressMsg) tea.Cmd {
	if !h.loaded {
		h.early = append(h.early, msg)
		return nil
	}
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
