package cellinfo

import (
	"strings"

	"whose/model"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Hang sets a text behind a painted label in lines of at most w columns, the
// query marked: lines after the first stand below the text, not below the label.
func Hang(t *theme.Theme, label, text, query string, w int) []string {
	in := widget.Width(label)
	lines, _ := Wrap(t, theme.Plain, text, query, max(1, min(w-in, widget.ProseWidth)))
	blank := strings.Repeat(" ", in)
	for i, l := range lines {
		if i > 0 {
			label = blank
		}
		lines[i] = label + l
	}
	return lines
}

// Parts are the cell's three texts, each behind its word: what AWS does, what
// the customer does, and why.
func Parts(t *theme.Theme, c model.Cell, query string, w int) (lines []string) {
	for _, l := range []struct {
		role        theme.Role
		label, text string
	}{{theme.AWS, "AWS", c.AWS}, {theme.You, "You", c.You}, {theme.Dim, "Why", c.Why}} {
		if l.text != "" {
			lines = append(lines, Hang(t, " "+t.Paint(l.role, l.label)+"  ", l.text, query, w)...)
		}
	}
	return lines
}
