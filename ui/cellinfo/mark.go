package cellinfo

import (
	"strings"

	"whose/ui/theme"
	"whose/ui/widget"
)

// span is a stretch of bytes of a text, from first to before last.
type span struct{ first, last int }

// Has reports whether the query stands in the text, in any case.
func Has(text, query string) bool { return len(matches(text, query)) > 0 }

// matches are the places of a query in a text, in any case.
func matches(text, query string) (all []span) {
	if query == "" {
		return nil
	}
	lower, query := strings.ToLower(text), strings.ToLower(query)
	if len(lower) != len(text) {
		lower = text // lower case of another length would shift the places
	}
	for from := 0; ; {
		i := strings.Index(lower[from:], query)
		if i < 0 {
			return all
		}
		all = append(all, span{from + i, from + i + len(query)})
		from += i + len(query)
	}
}

// Mark paints a text in a role and the places of the query in it as matches.
func Mark(t *theme.Theme, role theme.Role, text, query string) string {
	return paint(t, role, text, 0, matches(text, query))
}

// paint paints a part of a text that begins at byte from; the matches are places
// in the whole.
func paint(t *theme.Theme, role theme.Role, part string, from int, all []span) string {
	if len(all) == 0 {
		return t.Paint(role, part)
	}
	var b strings.Builder
	at := 0
	for _, m := range all {
		first, last := max(m.first-from, at), min(m.last-from, len(part))
		if first >= last {
			continue
		}
		b.WriteString(t.Paint(role, part[at:first]) + t.Paint(theme.Mark, part[first:last]))
		at = last
	}
	return b.String() + t.Paint(role, part[at:])
}

// Wrap sets a text in lines of at most w columns, painted in a role, the places
// of the query marked even where a line ends within one. hits has the line that
// each match begins in, counted from 0.
func Wrap(t *theme.Theme, role theme.Role, text, query string, w int) (lines []string, hits []int) {
	all := matches(text, query)
	at, next := 0, 0
	for n, line := range widget.Wrap(text, w) {
		// Wrapping only takes blanks away, so every line stands in the text.
		at += max(0, strings.Index(text[at:], line))
		lines = append(lines, paint(t, role, line, at, all))
		at += len(line)
		for ; next < len(all) && all[next].first < at; next++ {
			hits = append(hits, n)
		}
	}
	return lines, hits
}

// More ends a painted line with an ellipsis after its last word that fits in w
// columns: the text goes on.
func More(line string, w int) string {
	if widget.Width(line) < w {
		return line + "…"
	}
	if i := strings.LastIndex(line, " "); i > 0 {
		w = min(w, widget.Width(line[:i])+1)
	}
	return widget.Clip(line, w)
}
