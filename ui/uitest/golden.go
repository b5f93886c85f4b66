package uitest

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"whose/ui/theme"
)

var accept = flag.Bool("accept", false, "rewrite the golden screens in testdata")

// Golden compares the screen with testdata/NAME.screen: the text, then one line
// per painted run with its role's name, so that a change of look is a small
// readable diff. -accept rewrites it.
func (d *Driver) Golden(name string) {
	d.tb.Helper()
	got := d.golden()
	path := filepath.Join("testdata", name+".screen")
	if *accept {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			d.tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			d.tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		d.tb.Fatal(err)
	}
	if string(want) != got {
		d.tb.Errorf("%s differs (go test -accept takes the new one):\n%s\n%s", path, firstDiff(string(want), got), d.Text())
	}
}

func (d *Driver) golden() string {
	b := d.Cells()
	var out strings.Builder
	for _, line := range strings.Split(d.Text(), "\n") {
		out.WriteString("|" + line + "\n")
	}
	out.WriteString("--- roles\n")
	for y := range d.H {
		runs(b, y, d.W, func(x int, style uv.Style, text string) {
			if !style.IsZero() && strings.TrimSpace(text) != "" {
				fmt.Fprintf(&out, "%d:%d %s %q\n", y, x, d.role(style), text)
			}
		})
	}
	return out.String()
}

// runs calls f for each stretch of one style in a line.
func runs(b uv.ScreenBuffer, y, w int, f func(x int, style uv.Style, text string)) {
	for x := 0; x < w; {
		style, from, text := b.CellAt(x, y).Style, x, ""
		for x < w && b.CellAt(x, y).Style.Equal(&style) {
			text += b.CellAt(x, y).Content
			x += max(1, b.CellAt(x, y).Width)
		}
		f(from, style, text)
	}
}

// role names a style by the theme's roles, "aws+focus" where two meet.
func (d *Driver) role(style uv.Style) string {
	var names []string
	t := d.theme()
	for _, r := range theme.Roles() {
		if c := t.Color(r); c != nil && sameColor(c, style.Fg) {
			names = append(names, r.String())
		}
	}
	if style.Fg != nil && len(names) == 0 {
		names = append(names, "unknown")
	}
	switch {
	case style.Attrs&uv.AttrReverse != 0:
		names = append(names, theme.Focus.String())
	case style.Attrs&uv.AttrBold != 0 && style.Underline != 0:
		names = append(names, theme.Mark.String())
	case style.Attrs&uv.AttrBold != 0:
		names = append(names, theme.Strong.String())
	case style.Attrs&uv.AttrItalic != 0:
		names = append(names, "italic")
	case style.Underline != 0:
		names = append(names, "underlined")
	}
	return strings.Join(names, "+")
}

func sameColor(a, b color.Color) bool {
	if a == nil || b == nil {
		return a == b
	}
	r, g, bl, _ := a.RGBA()
	r2, g2, bl2, _ := b.RGBA()
	return r>>8 == r2>>8 && g>>8 == g2>>8 && bl>>8 == bl2>>8
}

func firstDiff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(x), len(y)) {
		p, q := at(x, i), at(y, i)
		if p != q {
			return fmt.Sprintf("line %d\n-%s\n+%s", i+1, p, q)
		}
	}
	return ""
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
