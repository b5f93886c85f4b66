// Package grid is the services and layers of the matrix as lines and columns,
// with a cell that has the focus, and room for what is said of that cell: what
// several screens are, below their title.
package grid

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/keys"
	"whose/ui/widget"
)

// Grid is where the learner is in the matrix.
type Grid struct {
	Services []model.Service // the columns
	Layers   []model.Layer   // the rows
	At       Place           // the cell with the focus

	top, left int // the first row and column in sight
	page      int // rows in sight
	zones     widget.Zones[Place]
}

// Place is a cell by row and column, counted from 0. What a click meets can also
// be a layer's name (Col is -1), a service's name (Row is -1) or the pane in
// words (both are -1).
type Place struct{ Row, Col int }

// paneInWords is where a click opens the cell with the focus.
func paneInWords() Place { return Place{-1, -1} }

// Empty reports whether there is no cell to show.
func (g *Grid) Empty() bool { return len(g.Services) == 0 || len(g.Layers) == 0 }

// Ref names the cell at a place.
func (g *Grid) Ref(at Place) model.CellRef {
	return model.CellRef{Service: g.Services[at.Col].ID, Layer: g.Layers[at.Row].ID}
}

// Move goes down and right, as far as there are cells.
func (g *Grid) Move(rows, cols int) {
	g.At.Row = max(0, min(g.At.Row+rows, len(g.Layers)-1))
	g.At.Col = max(0, min(g.At.Col+cols, len(g.Services)-1))
}

// turn goes to a service n to the right and begins again after the last one.
func (g *Grid) turn(n int) {
	count := len(g.Services)
	g.At.Col = (g.At.Col + n + count) % count
}

// Click gives the focus to what stands at x, y. It reports whether that had it
// already, or is the pane: then the cell is to be opened.
func (g *Grid) Click(x, y int) (opens bool) {
	hit, ok := g.zones.At(x, y)
	switch {
	case !ok:
		return false
	case hit == paneInWords(), hit == g.At:
		return true
	}
	if hit.Row >= 0 {
		g.At.Row = hit.Row
	}
	if hit.Col >= 0 {
		g.At.Col = hit.Col
	}
	return false
}

// Moving are the bindings that move the focus.
func (g *Grid) Moving() []key.Binding {
	several := len(g.Services) > 1
	return []key.Binding{
		keys.Up(), keys.Down(), keys.When(several, keys.Left("service")), keys.When(several, keys.Right()),
		keys.When(several, keys.Next("next service")), keys.When(several, keys.Prev()),
		keys.Top(), keys.Bottom(), keys.HalfDown(), keys.HalfUp(),
	}
}

// Press moves the focus if the key is one of those of Moving.
func (g *Grid) Press(msg tea.KeyPressMsg) bool {
	switch {
	case key.Matches(msg, keys.Up()):
		g.Move(-1, 0)
	case key.Matches(msg, keys.Down()):
		g.Move(1, 0)
	case key.Matches(msg, keys.Left("")):
		g.Move(0, -1)
	case key.Matches(msg, keys.Right()):
		g.Move(0, 1)
	case key.Matches(msg, keys.Next("")):
		g.turn(1)
	case key.Matches(msg, keys.Prev()):
		g.turn(-1)
	case key.Matches(msg, keys.Top()):
		g.Move(-len(g.Layers), 0)
	case key.Matches(msg, keys.Bottom()):
		g.Move(len(g.Layers), 0)
	case key.Matches(msg, keys.HalfDown()):
		g.Move(max(1, g.page/2), 0)
	case key.Matches(msg, keys.HalfUp()):
		g.Move(-max(1, g.page/2), 0)
	default:
		return false
	}
	return true
}
