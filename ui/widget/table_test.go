package widget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/ui/theme"
	"whose/ui/widget"
)

// A table has a word of at most twelve letters in each cell, so that at twenty
// columns a record of it fits.
func drawTable(rt *rapid.T, t *theme.Theme) widget.Table {
	cell := rapid.Map(rapid.SliceOfN(rapid.StringMatching(`[a-z]{1,12}`), 1, 5), func(words []string) string { return strings.Join(words, " ") })
	columns := rapid.IntRange(1, 4).Draw(rt, "columns")
	tb := widget.Table{Head: rapid.SliceOfN(cell, columns, columns).Draw(rt, "head")}
	for range rapid.IntRange(0, 4).Draw(rt, "rows") {
		row := rapid.SliceOfN(cell, columns, columns).Draw(rt, "row")
		for i := range row {
			row[i] = t.Paint(theme.AWS, row[i])
		}
		tb.Rows = append(tb.Rows, row)
	}
	return tb
}

func TestATableFitsAndLosesNoWord(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	rapid.Check(t, func(rt *rapid.T) {
		tb := drawTable(rt, th)
		w := rapid.IntRange(24, 100).Draw(rt, "width")
		lines := tb.Lines(th, w)
		for _, l := range lines {
			if widget.Width(l) > w {
				rt.Fatalf("%q is wider than %d", l, w)
			}
		}
		shown := strings.Fields(ansi.Strip(strings.Join(lines, "\n")))
		for _, row := range tb.Rows {
			for _, cell := range row {
				for _, word := range strings.Fields(ansi.Strip(cell)) {
					if !slices.Contains(shown, word) {
						rt.Fatalf("%q is not in\n%s", word, strings.Join(lines, "\n"))
					}
				}
			}
		}
	})
}

func TestAHyphenStandsInsideTheLine(t *testing.T) {
	for _, l := range widget.WrapPainted("onetwo -three-four", 7) {
		if widget.Width(l) > 7 {
			t.Errorf("%q is wider than 7", l)
		}
	}
}

func TestWrappedPaintKeepsItsLook(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	lines := widget.WrapPainted(th.Paint(theme.You, "one two"), 3)
	for _, l := range lines {
		if !strings.HasPrefix(l, "\x1b[") || !strings.HasSuffix(l, "\x1b[m") {
			t.Errorf("%q is not painted from its beginning to its end", l)
		}
	}
}
