// Package uitest drives the program in tests: keys in, screens out, without a
// terminal and without waiting.
package uitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"whose/ui/theme"
)

// Driver steps a model without a tea.Program. Commands run to completion, in
// order, and their messages are fed back until none is left.
type Driver struct {
	tb    testing.TB
	model tea.Model
	theme func() *theme.Theme
	clock *Clock // nil where no time passes
	// W and H are the window's size.
	W, H int
	// Quit is set when the program has ended.
	Quit bool
	// Left are messages that only the runtime handles: the clipboard, queries.
	Left []tea.Msg
}

// Drive starts the model in a window. The theme names the roles in golden
// screens.
func Drive(tb testing.TB, m tea.Model, w, h int, th func() *theme.Theme) *Driver {
	tb.Helper()
	return drive(tb, nil, m, w, h, th)
}

func drive(tb testing.TB, c *Clock, m tea.Model, w, h int, th func() *theme.Theme) *Driver {
	tb.Helper()
	d := &Driver{tb: tb, model: m, theme: th, clock: c, W: w, H: h}
	d.run(m.Init())
	d.Resize(w, h)
	return d
}

// Resize changes the window.
func (d *Driver) Resize(w, h int) {
	d.W, d.H = w, h
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Model is the program.
func (d *Driver) Model() tea.Model { return d.model }

// Send gives the program a message.
func (d *Driver) Send(msg tea.Msg) {
	if d.Quit {
		return
	}
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.run(cmd)
}

// run waits for a command's result and hands it on.
func (d *Driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	got := make(chan tea.Msg, 1)
	go func() { got <- cmd() }()
	var asleep chan *sleeper
	if d.clock != nil {
		asleep = d.clock.asleep
	}
	select {
	case msg := <-got:
		d.handle(msg)
	case s := <-asleep:
		s.got = got
		d.clock.all = append(d.clock.all, s)
	case <-time.After(10 * time.Second):
		d.tb.Fatal("a command hangs")
	}
}

func (d *Driver) handle(msg tea.Msg) {
	if cmds, ok := sequence(msg); ok {
		for _, c := range cmds {
			d.run(c)
		}
		return
	}
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		d.Quit = true
	default:
		if strings.HasPrefix(fmt.Sprintf("%T", msg), "tea.") {
			d.Left = append(d.Left, msg)
			return
		}
		d.Send(msg)
	}
}

// View is what the program shows, as it would be sent to the renderer.
func (d *Driver) View() tea.View { return d.model.View() }

// Cells draws the view as the renderer does.
func (d *Driver) Cells() uv.ScreenBuffer {
	b := uv.NewScreenBuffer(d.W, d.H)
	uv.NewStyledString(d.model.View().Content).Draw(b, b.Bounds())
	return b
}

// Text is the screen without styles, a line each, trailing blanks cut.
func (d *Driver) Text() string {
	b := d.Cells()
	lines := make([]string, d.H)
	for y := range lines {
		lines[y] = strings.TrimRight(b.Line(y).String(), " ")
	}
	return strings.Join(lines, "\n")
}

// Want fails unless every text is on the screen.
func (d *Driver) Want(texts ...string) {
	d.tb.Helper()
	screen := d.Text()
	for _, s := range texts {
		if !strings.Contains(screen, s) {
			d.tb.Errorf("no %q on the screen:\n%s", s, screen)
		}
	}
}

// WantNot fails if one of the texts is on the screen.
func (d *Driver) WantNot(texts ...string) {
	d.tb.Helper()
	screen := d.Text()
	for _, s := range texts {
		if strings.Contains(screen, s) {
			d.tb.Errorf("%q is on the screen:\n%s", s, screen)
		}
	}
}
