// Package chart draws numbers with letters: a value over time, bars of days, a
// calendar. All of it is a pure function of data, size and theme, and tells the
// same without colour.
package chart

import (
	"fmt"
	"math"
	"strings"

	"whose/ui/theme"
	"whose/ui/widget"
)

// Shades are signs for nothing, and for four steps from least to most. Each is
// one column wide and denser than the one before.
func Shades(ascii bool) [5]string {
	if ascii {
		return [5]string{".", ":", "+", "*", "#"}
	}
	return [5]string{"·", "░", "▒", "▓", "█"}
}

// half is where a value stands among n halves of lines, counted from 0 at the
// bottom.
func half(v, low, high float64, n int) int {
	at := int(math.Round((v - low) / (high - low) * float64(n-1)))
	return max(0, min(at, n-1))
}

// axis is the scale at the left of a chart: a label, right-aligned, and a line.
func axis(t *theme.Theme, label string, w int) string {
	return t.Paint(theme.Dim, widget.PadLeft(label, w)+" │")
}

// foot is the line below a chart with what stands at its left and right end.
func foot(t *theme.Theme, left, right string, label, w int) []string {
	rule := strings.Repeat(" ", label+1) + "└" + strings.Repeat("─", w)
	names := strings.Repeat(" ", label+2) + widget.Spread(left, right, w)
	return []string{t.Paint(theme.Dim, rule), t.Paint(theme.Dim, names)}
}

func percent(v float64) string { return fmt.Sprintf("%d %%", int(math.Round(100*v))) }
