package ui

import (
	tea "charm.land/bubbletea/v2"

	"whose/ui/screen"
)

// pressQuit ends the program, unless a screen has something to ask before: then
// it is brought to the top.
func (r *Root) pressQuit() tea.Cmd {
	for i := len(r.stack) - 1; i >= 0; i-- {
		a, ok := r.stack[i].screen.(screen.Asker)
		if !ok {
			continue
		}
		if cmd, asks := a.AskToQuit(); asks {
			return tea.Sequence(r.own(r.stack[i].id, cmd), r.popTo(i))
		}
	}
	return r.quit()
}

// popTo closes the screens above the i-th.
func (r *Root) popTo(i int) tea.Cmd {
	var cmds []tea.Cmd
	for len(r.stack) > i+1 {
		cmds = append(cmds, r.pop())
	}
	return tea.Sequence(cmds...)
}
