package ui

import (
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"

	"charm.land/bubbles/v2/key"
)

// overlay lies over the top screen and has the focus until it is closed.
type overlay interface {
	// update takes keys, clicks and pastes. It returns what to do once it is
	// closed, and whether it is.
	update(tea.Msg) (then tea.Msg, closed bool)
	view(w, h int) string
	footer(w int) string
	cursor() *tea.Cursor
}

// replay asks the root to press a key on the screen, as if the learner had.
type replay struct{ key tea.KeyPressMsg }

func (r *Root) pressOverlay(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keys.Back()) {
		r.overlay = nil
		return nil
	}
	return r.toOverlay(msg)
}

func (r *Root) toOverlay(msg tea.Msg) tea.Cmd {
	then, closed := r.overlay.update(msg)
	if !closed {
		return nil
	}
	r.overlay = nil
	switch then := then.(type) {
	case nil:
		return nil
	case replay:
		return r.press(then.key)
	default:
		return func() tea.Msg { return routed{rootID, then} }
	}
}
