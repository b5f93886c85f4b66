package uitest

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Cell size and margin of a picture, in its own units.
const cellWidth, cellHeight, margin = 9.0, 20.0, 16.0

// SVG draws the screen as a picture: one rectangle for each run of background,
// one text for each run of a style, each at its exact place, so that any
// monospaced font lines up.
func (d *Driver) SVG() string {
	fg, bg := "#d5d9e2", "#16181d"
	if !d.theme().Dark {
		fg, bg = "#24292f", "#ffffff"
	}
	b := d.Cells()
	var o strings.Builder
	fmt.Fprintf(&o, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="15"><rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n",
		float64(d.W)*cellWidth+2*margin, float64(d.H)*cellHeight+2*margin, bg)
	for y := range d.H {
		runs(b, y, d.W, func(x int, style uv.Style, text string) {
			o.WriteString(drawRun(x, y, style, text, fg, bg))
		})
	}
	return o.String() + "</svg>\n"
}

func drawRun(x, y int, style uv.Style, text, fg, bg string) string {
	ink, paper := hex(style.Fg, fg), hex(style.Bg, "")
	if style.Attrs&uv.AttrReverse != 0 {
		ink, paper = hex(style.Bg, bg), hex(style.Fg, fg)
	}
	px, py := margin+float64(x)*cellWidth, margin+float64(y)*cellHeight
	width := float64(len([]rune(text))) * cellWidth
	var o strings.Builder
	if paper != "" {
		fmt.Fprintf(&o, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", px, py, width, cellHeight, paper)
	}
	if strings.TrimSpace(text) == "" {
		return o.String()
	}
	look := ""
	if style.Attrs&uv.AttrBold != 0 {
		look += ` font-weight="bold"`
	}
	if style.Attrs&uv.AttrItalic != 0 {
		look += ` font-style="italic"`
	}
	if style.Underline != 0 {
		look += ` text-decoration="underline"`
	}
	fmt.Fprintf(&o, `<text x="%.1f" y="%.1f" fill="%s"%s xml:space="preserve" textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s</text>`+"\n",
		px, py+15, ink, look, width, html.EscapeString(text))
	return o.String()
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
