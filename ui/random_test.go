package ui_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/uitest"
)

var steps = flag.Int("steps", 10_000, "how many random keys, clicks and resizes TestRandomKeys tries")

// keyboard is what the random hand presses: every key that any screen binds,
// and some that none does.
var keyboard = strings.Fields(`up down left right h j k l g G home end pgup pgdown ctrl+d ctrl+u tab shift+tab enter enter enter
	space esc esc r m p c s t b o y x M / n N : ctrl+p ? 1 2 3 4 5 6 [ ] < > f u d e i w z 0 9 . , - + ctrl+z backspace`)

// TestRandomKeys presses, clicks and resizes at random, from every screen on: no
// panic, no line wider than the window, no frame taller.
//
//	go test ./ui -run TestRandomKeys -args -steps 100000
func TestRandomKeys(t *testing.T) {
	each := max(1, *steps/len(tour))
	for i, s := range tour {
		t.Run(s.name, func(t *testing.T) {
			hand := rand.New(rand.NewPCG(7, uint64(i)))
			d := visit(t, s, 80, 24)
			for n := range each {
				what := randomStep(hand, d)
				if fault := misfit(d); fault != "" {
					t.Fatalf("step %d, %s at %dx%d: %s", n, what, d.W, d.H, fault)
				}
				if d.Quit {
					d = visit(t, s, 80, 24)
				}
			}
		})
	}
}

func randomStep(hand *rand.Rand, d *uitest.Driver) string {
	switch dice := hand.IntN(100); {
	case dice < 5:
		w, h := 1+hand.IntN(300), 1+hand.IntN(100)
		d.Resize(w, h)
		return "resize"
	case dice < 12: // back to a size in which there is something to press
		d.Resize(44+hand.IntN(120), 16+hand.IntN(40))
		return "resize"
	case dice < 18:
		x, y := hand.IntN(d.W), hand.IntN(d.H)
		d.Click(x, y)
		return fmt.Sprintf("click %d,%d", x, y)
	case dice < 21:
		button := tea.MouseWheelDown
		if dice == 20 {
			button = tea.MouseWheelUp
		}
		d.Send(tea.MouseWheelMsg{X: hand.IntN(d.W), Y: hand.IntN(d.H), Button: button})
		return "wheel"
	default:
		name := keyboard[hand.IntN(len(keyboard))]
		d.Send(uitest.Key(name))
		return "key " + name
	}
}

// misfit says how the frame does not fit the window, if it does not.
func misfit(d *uitest.Driver) string {
	lines := strings.Split(d.View().Content, "\n")
	if len(lines) > d.H {
		return fmt.Sprintf("%d lines", len(lines))
	}
	for y, line := range lines {
		if w := ansi.StringWidth(line); w > d.W {
			return fmt.Sprintf("line %d is %d wide: %q", y, w, ansi.Strip(line))
		}
	}
	return ""
}
