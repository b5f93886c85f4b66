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
