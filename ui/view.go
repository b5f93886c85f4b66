package ui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// View draws the top screen, or the overlay over it, and the footer.
func (r *Root) View() tea.View {
	content, cursor := r.frame()
	if r.deps != nil && r.deps.Env.ASCII {
		content = theme.ASCII(content)
	}
	v := tea.NewView(content)
	v.Cursor = cursor
	v.AltScreen = true
	v.ProgressBar = r.progressBar()
	v.WindowTitle = "whose"
	if len(r.stack) > 0 {
		v.WindowTitle = "whose · " + r.top().screen.Title()
	}
	if !r.noMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// progressBar is what the terminal shows beside its window, nil for nothing.
func (r *Root) progressBar() *tea.ProgressBar {
	if len(r.stack) == 0 {
		return nil
	}
	p, ok := r.top().screen.(screen.Progresser)
	if !ok {
		return nil
	}
	percent, shown := p.Progress()
	if !shown {
		return nil
	}
	return tea.NewProgressBar(tea.ProgressBarDefault, percent)
}

func (r *Root) frame() (string, *tea.Cursor) {
	switch {
	case r.tooSmall():
		return r.smallView(), nil
	case len(r.stack) == 0:
		return "", nil
	case r.overlay != nil:
		return r.compose(r.overlay.view(r.w, r.h-1), r.overlay.footer(r.w)), r.overlay.cursor()
	}
	body := r.top().screen.View(r.w, r.h-1)
	footer, cursor := r.footer()
	return r.compose(body, footer), cursor
}

// compose sets the footer on the last line and cuts what does not fit, so that
// no text of a course can break the frame.
func (r *Root) compose(body, footer string) string {
	lines := strings.Split(body, "\n")
	lines = widget.Fill(lines[:min(len(lines), r.h-1)], r.h-1)
	for i, l := range lines {
		if len(l) > r.w && ansi.StringWidth(l) > r.w {
			lines[i] = widget.Clip(l, r.w)
		}
	}
	return strings.Join(append(lines, footer), "\n")
}

// footer is the last line: the find bar, a toast, or the keys that do something
// now, with "not saved" at its right as long as that is so.
func (r *Root) footer() (string, *tea.Cursor) {
	t := r.theme
	if r.find.typing {
		return r.find.view(t, r.w, r.h-1)
	}
	right := r.find.status(t)
	if len(r.unsaved) > 0 {
		right = t.Paint(theme.Wrong, "✗ not saved") + " "
	}
	if r.toast != "" {
		return widget.Spread(" "+t.Paint(theme.Accent, widget.Clip(r.toast, r.w-2)), right, r.w), nil
	}
	room := r.w
	if right != "" {
		room -= ansi.StringWidth(right) + 1
	}
	own, out := r.wayOut()
	return widget.Spread(widget.Footer(t, own, []key.Binding{keys.Palette(), keys.Help(), out}, room), right, r.w), nil
}

// wayOut tells the screen's bindings apart from the one that leads out: its own
// esc if it has one now, else the root's.
func (r *Root) wayOut() (own []key.Binding, out key.Binding) {
	out = keys.Quit()
	if len(r.stack) > 1 {
		out = keys.Back()
	}
	for _, b := range r.top().screen.Keys() {
		if isBack(b) {
			out = b
			continue
		}
		own = append(own, b)
	}
	return own, out
}

func (r *Root) tooSmall() bool { return r.w < screen.MinWidth || r.h < screen.MinHeight }

// smallView says how large the window must be, in whatever room there is.
func (r *Root) smallView() string {
	text := fmt.Sprintf("whose needs a window of %d by %d; this one is %d by %d.", screen.MinWidth, screen.MinHeight, r.w, r.h)
	lines := widget.Wrap(text, r.w)
	return strings.Join(lines[:min(len(lines), r.h)], "\n")
}

// pressTooSmall lets the learner out of a window that shows nothing else.
func (r *Root) pressTooSmall(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keys.Quit()) {
		return r.quit()
	}
	return nil
}
