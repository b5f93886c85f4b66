package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/theme"
)

// Footer is the hints of the bindings that do something now, as many as fit in
// w columns. The last ones given are kept to the end: they are the way out.
func Footer(t *theme.Theme, first, last []key.Binding, w int) string {
	tail := hints(last)
	room := w - 2
	for _, h := range tail {
		room -= h.width + 3
	}
	var shown []hint
	for _, h := range hints(first) {
		if h.width+3 > room && len(shown) > 0 {
			break
		}
		room -= h.width + 3
		shown = append(shown, h)
	}
	var b strings.Builder
	b.WriteString(" ")
	for i, h := range append(shown, tail...) {
		if i > 0 {
			b.WriteString("   ")
		}
		b.WriteString(t.Paint(theme.Accent, h.key) + " " + t.Paint(theme.Dim, h.help))
	}
	return Clip(b.String(), w)
}

type hint struct {
	key, help string
	width     int
}

func hints(bindings []key.Binding) (all []hint) {
	for _, b := range bindings {
		if h := b.Help(); b.Enabled() && h.Key != "" {
			all = append(all, hint{h.Key, h.Desc, ansi.StringWidth(h.Key) + 1 + ansi.StringWidth(h.Desc)})
		}
	}
	return all
}
