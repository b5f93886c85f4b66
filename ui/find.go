package ui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// findBar searches the top screen. It stands in the footer while the learner
// types; then n and N go from match to match until esc.
type findBar struct {
	typing bool
	input  textinput.Model
	query  string
	at, of int
}

func openFind() findBar {
	in := newInput("find on this page")
	return findBar{typing: true, input: in}
}

// newInput is a text field with the terminal's own cursor.
func newInput(placeholder string) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.Placeholder = placeholder
	in.CharLimit = 80
	in.SetVirtualCursor(false)
	in.Focus()
	return in
}

func (r *Root) pressFind(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keys.Back()):
		r.closeFind()
		return nil
	case key.Matches(msg, keys.Enter("")):
		r.find.typing = false
		if r.find.query == "" || r.find.of == 0 {
			r.toast = fmt.Sprintf("no %q on this page", r.find.query)
			r.closeFind()
		}
		return nil
	}
	return r.find.update(msg, r)
}

// update edits the query and shows its nearest match at once.
func (f *findBar) update(msg tea.Msg, r *Root) tea.Cmd {
	var cmd tea.Cmd
	f.input, cmd = f.input.Update(msg)
	f.query = f.input.Value()
	r.findStep(0)
	return cmd
}

func (r *Root) findStep(step int) {
	if f, ok := r.top().screen.(screen.Finder); ok {
		r.find.at, r.find.of = f.Find(r.find.query, step)
	}
}

func (r *Root) closeFind() {
	if r.find.query != "" && len(r.stack) > 0 {
		if f, ok := r.top().screen.(screen.Finder); ok {
			f.Find("", 0)
		}
	}
	r.find = findBar{}
}

// view is the find bar as a line w wide on row y, with its cursor.
func (f *findBar) view(t *theme.Theme, w, y int) (string, *tea.Cursor) {
	right := ""
	if f.query != "" {
		right = f.status(t)
	}
	f.input.SetWidth(max(8, w-24))
	line := widget.Spread(" "+t.Paint(theme.Accent, "/")+f.input.View(), right, w)
	cursor := f.input.Cursor()
	if cursor != nil {
		cursor.X += 2
		cursor.Y = y
	}
	return line, cursor
}

// status is "2 of 5 " while a search is on.
func (f *findBar) status(t *theme.Theme) string {
	switch {
	case f.query == "":
		return ""
	case f.of == 0:
		return t.Paint(theme.Wrong, "no match") + " "
	}
	return t.Paint(theme.Dim, fmt.Sprintf("%d of %d", f.at, f.of)) + " "
}
