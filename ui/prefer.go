package ui

import (
	tea "charm.land/bubbletea/v2"

	"whose/ui/screen"
)

// prefer makes the program look as the learner wants it, but for what a flag or
// the environment of this run decides.
func (r *Root) prefer(p screen.Preferences) tea.Cmd {
	d := r.deps
	d.Preferences = p
	if d.Overruled.Motion == "" {
		d.Env.Motion = p.Motion
	}
	if d.Overruled.Theme != "" {
		return nil
	}
	r.chosen = p.Theme
	return r.restyle(r.theme.Profile)
}
