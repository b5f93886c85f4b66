// Command bare is the floor that the benchmark compares whose with: the least
// program of the same libraries, at the same frame rate. It imports Glamour for
// what that costs before main, and does nothing with it.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2"
)

var _ = glamour.WithWordWrap

type model int

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if k.String() == "ctrl+c" {
			return m, tea.Quit
		}
		return m + 1, nil
	}
	return m, nil
}

func (m model) View() tea.View {
	var b strings.Builder
	fmt.Fprintf(&b, "pressed %d times\n", int(m))
	for i := range 21 {
		fmt.Fprintf(&b, "line %d of a screen that does nothing\n", i+1)
	}
	b.WriteString("ready")
	v := tea.NewView(b.String())
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	return v
}

func main() {
	if _, err := tea.NewProgram(model(0), tea.WithFPS(120)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
