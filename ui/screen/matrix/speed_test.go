package matrix_test

import (
	"bytes"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/matrix"
	"whose/ui/uitest"
)

// most is how many bytes a move of the focus may send to the terminal: what a
// slow line carries without a delay that can be seen.
const most = 900

func TestAMoveWritesLittle(t *testing.T) {
	small := uitest.Course(t)
	for _, tt := range []struct {
		course *model.Course
		w, h   int
	}{{small, 80, 24}, {small, 120, 36}, {small, 44, 16}, {small, 200, 60}, {big(t, 3), 80, 24}, {big(t, 3), 200, 60}} {
		deps := uitest.Deps(t)
		deps.Course = tt.course
		d := uitest.OpenWith(t, deps, tt.w, tt.h, screen.OpenMatrix{})
		var sent bytes.Buffer
		terminal := uv.NewTerminalRenderer(&sent, []string{"TERM=xterm-256color", "COLORTERM=truecolor"})
		terminal.SetFullscreen(true)
		draw := func() int {
			sent.Reset()
			frame := d.Cells()
			terminal.Render(frame.RenderBuffer)
			if err := terminal.Flush(); err != nil {
				t.Fatal(err)
			}
			return sent.Len()
		}
		draw()
		for _, key := range []string{
			"down", "down", "down", "down", "down", "right", "down", "down", "right", "right", "up", "right", "down", "left", "down", "down",
			"left", "left", "down", "down", "right", "down", "down", "down", "up", "up", "right", "right",
		} {
			d.Keys(key)
			if n := draw(); n > most {
				t.Errorf("%s writes %d bytes at %dx%d:\n%s", key, n, tt.w, tt.h, d.Text())
			}
		}
	}
}

func BenchmarkView(b *testing.B) {
	deps := uitest.Deps(b)
	deps.Course = big(b, 4)
	m := matrix.New(deps, model.CellRef{})
	for b.Loop() {
		m.View(200, 60)
	}
}
