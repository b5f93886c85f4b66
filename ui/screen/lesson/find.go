package lesson

import (
	"strings"

	"whose/ui/markdown"
	"whose/ui/widget"
)

// find is a search in the text.
type find struct {
	query   string
	matches []markdown.Span
	at      int // the match that was gone to
	from    int // the line in sight when the search began
}

// Find marks the matches of a query and scrolls to one: see screen.Finder.
func (s *Lesson) Find(query string, step int) (at, of int) {
	if s.page == nil {
		return 0, 0
	}
	f := &s.find
	if f.query == "" {
		f.from = s.top
	}
	if query != f.query {
		f.query = query
		f.search(s.page)
		f.at = f.nearest()
	}
	if len(f.matches) == 0 {
		return 0, 0
	}
	f.at = (f.at + step + len(f.matches)) % len(f.matches)
	if line := f.matches[f.at].Line; !s.inSight(line) {
		s.goTo(line - s.room()/3)
	}
	return f.at + 1, len(f.matches)
}

// search finds the query in a page. A match does not go over the end of a line.
func (f *find) search(p *markdown.Page) {
	f.matches = nil
	query := strings.ToLower(f.query)
	if query == "" {
		return
	}
	for i, line := range p.Plain {
		lower := strings.ToLower(line)
		if len(lower) != len(line) { // some letter is longer in lower case
			lower = line
		}
		for from := 0; ; {
			j := strings.Index(lower[from:], query)
			if j < 0 {
				break
			}
			j += from
			from = j + len(query)
			f.matches = append(f.matches, markdown.Span{Line: i, Col: widget.Width(line[:j]), Width: widget.Width(line[j:from])})
		}
	}
	f.at = min(f.at, max(0, len(f.matches)-1))
}

// nearest is the first match from where the search began, or the first of all.
func (f *find) nearest() int {
	for i, m := range f.matches {
		if m.Line >= f.from {
			return i
		}
	}
	return 0
}
