package compare

import (
	"slices"

	"whose/model"
	"whose/ui/widget"
)

func (c *Compare) matrix() *model.Matrix { return c.deps.Course.Matrix() }

// shown are the services in sight.
func (c *Compare) shown() []model.ServiceID {
	return c.services[c.left : c.left+min(len(c.services), room(c.w))]
}

// rows are the layers in sight when there is room, as rows of the matrix.
func (c *Compare) rows() (all []int) {
	for i, l := range c.matrix().Layers() {
		if !c.moving || c.moves(l.ID) {
			all = append(all, i)
		}
	}
	return all
}

// moves reports whether the line moves in a layer, between the services in
// sight: what cannot be seen is not compared.
func (c *Compare) moves(layer model.LayerID) bool {
	return c.matrix().Moves(layer, c.shown()...)
}

func (c *Compare) countMoves() (n int) {
	for _, l := range c.matrix().Layers() {
		if c.moves(l.ID) {
			n++
		}
	}
	return n
}

func (c *Compare) cell(layer int, service model.ServiceID) model.Cell {
	cell, _ := c.matrix().Cell(model.CellRef{Service: service, Layer: c.matrix().Layers()[layer].ID})
	return cell
}

// focused is the cell with the focus. There is none when no layer is in sight.
func (c *Compare) focused() (model.Cell, bool) {
	if len(c.services) == 0 || !slices.Contains(c.rows(), c.layer) {
		return model.Cell{}, false
	}
	return c.cell(c.layer, c.services[c.col]), true
}

// move moves the focus n rows down.
func (c *Compare) move(n int) {
	rows := c.rows()
	if len(rows) == 0 {
		return
	}
	at := widget.Cursor{At: max(0, slices.Index(rows, c.layer))}
	at.Move(n, len(rows))
	c.layer = rows[at.At]
}

// settle keeps the focus among the rows: it goes to the next layer in which the
// line moves, or to the last one.
func (c *Compare) settle() {
	rows := c.rows()
	if len(rows) == 0 || slices.Contains(rows, c.layer) {
		return
	}
	at := slices.IndexFunc(rows, func(r int) bool { return r > c.layer })
	if at < 0 {
		at = len(rows) - 1
	}
	c.layer = rows[at]
}

// focusColumn moves the focus to a column and brings it in sight.
func (c *Compare) focusColumn(col int) {
	n := len(c.services)
	c.col = max(0, min(col, n-1))
	c.left = widget.Follow(c.left, c.col, n, room(c.w))
	c.settle()
}

// change puts another service in the focused column: the one that comes next in
// the matrix, or before, and is not compared yet.
func (c *Compare) change(step int) {
	all := c.matrix().Services()
	at, _ := c.matrix().Column(c.services[c.col])
	for range all {
		at = (at + step + len(all)) % len(all)
		if id := all[at].ID; !slices.Contains(c.services, id) {
			c.services[c.col] = id
			return
		}
	}
}

func (c *Compare) names(ids []model.ServiceID) (all []string) {
	for _, id := range ids {
		s, _ := c.matrix().Service(id)
		all = append(all, s.Short)
	}
	return all
}

// Find looks for the query in the names of the layers in sight and in what the
// services in sight say of them.
func (c *Compare) Find(query string, step int) (at, of int) {
	c.layer, at, of = c.find.Step(query, step, c.layer, c.rows(), func(row int) []string {
		l := c.matrix().Layers()[row]
		texts := []string{l.Short, l.Name}
		for _, id := range c.shown() {
			cell := c.cell(row, id)
			texts = append(texts, cell.AWS, cell.You, cell.Why)
		}
		return texts
	})
	return at, of
}
