// Package widget is what screens are drawn with.
package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"whose/ui/theme"
)

// ProseWidth is the widest that prose is set, however wide the window is.
const ProseWidth = 72

// Margin is the empty columns left of what a screen shows.
const Margin = 1

// Width is how many columns the text takes, escape codes not counted.
func Width(s string) int { return ansi.StringWidth(s) }

// Clip cuts a painted line to w columns, with an ellipsis where it was cut.
func Clip(s string, w int) string {
	if w <= 0 {
		return ""
	}
	return ansi.Truncate(s, w, "…")
}

// PadRight fills a painted line up to w columns, or clips it.
func PadRight(s string, w int) string {
	n := ansi.StringWidth(s)
	if n > w {
		return Clip(s, w)
	}
	return s + strings.Repeat(" ", w-n)
}

// PadLeft puts a painted line against the right side of w columns, or clips it.
func PadLeft(s string, w int) string {
	n := ansi.StringWidth(s)
	if n > w {
		return Clip(s, w)
	}
	return strings.Repeat(" ", w-n) + s
}

// Center puts a painted text in the middle of w columns.
func Center(s string, w int) string {
	n := ansi.StringWidth(s)
	if n >= w {
		return Clip(s, w)
	}
	left := (w - n) / 2
	return strings.Repeat(" ", left) + s + strings.Repeat(" ", w-n-left)
}

// Spread sets left and right against the two sides of w columns. Where both do
// not fit, the right one goes.
func Spread(left, right string, w int) string {
	l, r := ansi.StringWidth(left), ansi.StringWidth(right)
	if l+r+1 > w {
		return Clip(left, w)
	}
	return left + strings.Repeat(" ", w-l-r) + right
}

// Wrap sets plain text in lines of at most w columns, breaking words that are
// longer than a line.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	return strings.Split(ansi.Wrap(s, w, ""), "\n")
}

// Paragraph wraps plain text, paints each line in a role and indents it.
func Paragraph(t *theme.Theme, role theme.Role, s string, indent, w int) []string {
	lines := Wrap(s, max(1, w-indent))
	pad := strings.Repeat(" ", indent)
	for i, l := range lines {
		lines[i] = pad + t.Paint(role, l)
	}
	return lines
}

// Header is a screen's title line with something at its right, and a rule.
func Header(t *theme.Theme, title, right string, w int) []string {
	return []string{TitleLine(t, title, right, w), " " + t.Paint(theme.Dim, strings.Repeat("─", max(0, w-2)))}
}

// TitleLine is a screen's title with something, already painted, at its right.
func TitleLine(t *theme.Theme, title, right string, w int) string {
	return " " + Spread(t.Paint(theme.Accent, Clip(title, w-2)), right, w-2)
}

// Section is a rule with a text in it.
func Section(t *theme.Theme, painted string, w int) string {
	rest := w - 2 - 3 - ansi.StringWidth(painted) - 1
	return " " + t.Paint(theme.Dim, "──") + " " + painted + " " + t.Paint(theme.Dim, strings.Repeat("─", max(0, rest)))
}

// Bar is a bar of w columns, filled to a fraction between 0 and 1.
func Bar(t *theme.Theme, w int, fraction float64) string {
	full := min(max(int(fraction*float64(w)+0.5), 0), w)
	return strings.Repeat("█", full) + t.Paint(theme.Dim, strings.Repeat("░", w-full))
}

// Join makes a view of lines: at most h of them.
func Join(lines []string, h int) string {
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

// Fill adds empty lines until there are h.
func Fill(lines []string, h int) []string {
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}
