package cell

import "whose/ui/widget"

// finding is a search of the page.
type finding struct {
	query string
	from  int // the first line in sight when the search began
	at    int // the match that was gone to last, from 0
}

// Find marks what matches on the page and scrolls to the nearest match from
// where the search began, or to the next or the one before.
func (c *Cell) Find(query string, step int) (at, of int) {
	if !c.exists {
		return 0, 0
	}
	switch {
	case c.find.query == "":
		c.find.from = c.top
	case query != "" && query != c.find.query:
		c.top = c.find.from
	}
	if query != c.find.query {
		c.find.query, c.current = query, false
		c.find.at = c.nearest()
	} else if n := len(c.set().hits); n > 0 {
		c.find.at = (c.find.at + step + n) % n
	}
	hits := c.set().hits
	if len(hits) == 0 {
		return 0, 0
	}
	c.top = widget.Follow(c.top, hits[c.find.at], c.lines(), c.height)
	return c.find.at + 1, len(hits)
}

// nearest is the first match in sight or below, or else the first of all.
func (c *Cell) nearest() int {
	for i, line := range c.set().hits {
		if line >= c.top {
			return i
		}
	}
	return 0
}
