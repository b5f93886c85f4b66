package page

import "whose/ui/widget"

// finding is a search of the page.
type finding struct {
	query string
	from  int // the first line in sight when the search began
	at    int // the match that was gone to last, from 0
}

// Find marks what matches on the page and scrolls to the nearest match from
// where the search began, or to the next or the one before: see screen.Finder.
func (p *Page) Find(query string, step int) (at, of int) {
	switch {
	case p.find.query == "":
		p.find.from = p.top
	case query != "" && query != p.find.query:
		p.top = p.find.from
	}
	if query != p.find.query {
		p.find.query, p.fresh = query, false
		p.find.at = p.nearest()
	} else if n := len(p.current().hits); n > 0 {
		p.find.at = (p.find.at + step + n) % n
	}
	hits := p.current().hits
	if len(hits) == 0 {
		return 0, 0
	}
	p.top = widget.Follow(p.top, hits[p.find.at], len(p.current().lines), p.height)
	return p.find.at + 1, len(hits)
}

// nearest is the first match in sight or below, or else the first of all.
func (p *Page) nearest() int {
	for i, line := range p.current().hits {
		if line >= p.top {
			return i
		}
	}
	return 0
}
