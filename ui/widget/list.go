package widget

// Cursor is the place in a list of rows and the part of it that is in sight.
type Cursor struct {
	At  int // the row with the focus
	Top int // the first row in sight
}

// Move goes n rows down, or up if n is negative, and stays inside count rows.
func (c *Cursor) Move(n, count int) { c.Set(c.At+n, count) }

// Set goes to a row, or the nearest there is among count.
func (c *Cursor) Set(at, count int) { c.At = max(0, min(at, count-1)) }

// Window scrolls just as far as is needed to have the focus among h rows in
// sight, and gives the rows to draw: from first to before last.
func (c *Cursor) Window(count, h int) (first, last int) {
	c.Top = Follow(c.Top, c.At, count, h)
	return c.Top, min(count, c.Top+h)
}

// Follow is the first row in sight after scrolling as little as possible so
// that row at of count is among the h in sight.
func Follow(top, at, count, h int) int {
	if at < top {
		top = at
	}
	if at >= top+h {
		top = at - h + 1
	}
	return max(0, min(top, count-h))
}
