package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/theme"
)

// Footer is the hints of the bindings that do something now, in w columns. The
// first of first and the last of last, which is the way out, are always there;
// then come the rest of last from its end on, and of first from its start on, as
// far as there is room.
func Footer(t *theme.Theme, first, last []key.Binding, w int) string {
	gap := 3
	if w < narrowFooter {
		gap = 2
	}
	head, tail := hints(first), hints(last)
	room := w - 1
	take := func(h hint) bool {
		if room < h.width {
			return false
		}
		room -= h.width + gap
		return true
	}
	from, upTo := len(tail), 0
	if len(tail) > 0 && take(tail[len(tail)-1]) {
		from--
	}
	if len(head) > 0 && take(head[0]) {
		upTo++
	}
	for from > 0 && take(tail[from-1]) {
		from--
	}
	for upTo > 0 && upTo < len(head) && take(head[upTo]) {
		upTo++
	}
	var b strings.Builder
	for i, h := range append(head[:upTo:upTo], tail[from:]...) {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", gap))
		}
		b.WriteString(t.Paint(theme.Accent, h.key) + " " + t.Paint(theme.Dim, h.help))
	}
	return " " + b.String()
}

// narrowFooter is the width below which hints stand closer.
const narrowFooter = 60

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
