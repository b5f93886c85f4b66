// Package cell is the screen of one cell of the matrix, whole: who, why, how
// the exam asks, AWS's pages, its questions and the learner's answers to them.
package cell

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Cell is the screen.
type Cell struct {
	deps     *screen.Deps
	grid     *model.Matrix
	row, col int
	exists   bool // false only for a name that comes from outside the course
	known    cellinfo.Known
	page     *page.Page
}

// New makes the screen of a cell.
func New(d *screen.Deps, ref model.CellRef) *Cell {
	c := &Cell{deps: d, grid: d.Course.Matrix()}
	c.page = page.New(d, c.set)
	if _, c.exists = c.grid.Cell(ref); c.exists {
		c.row, _ = c.grid.Row(ref.Layer)
		c.col, _ = c.grid.Column(ref.Service)
	}
	return c
}

// Title names the screen.
func (c *Cell) Title() string {
	if !c.exists {
		return "Cell"
	}
	return cellinfo.Title(c.grid, c.cell().Ref())
}

func (c *Cell) cell() model.Cell { return c.grid.At(c.row, c.col) }

// Init asks the history what is known of the cell.
func (c *Cell) Init() tea.Cmd {
	if !c.exists {
		return nil
	}
	return cellinfo.Load(c.deps.History, cellinfo.Items(c.deps.Course, c.cell()))
}

// Update moves and opens what is asked for.
func (c *Cell) Update(msg tea.Msg) tea.Cmd {
	if !c.exists {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return c.press(msg)
	case screen.Click:
		return c.page.Click(msg)
	case screen.Wheel:
		c.page.Scroll(3 * msg.Step)
	case screen.Shown:
		return c.Init()
	case screen.Resized:
		c.page.Resize(msg.W, msg.H)
	case screen.Restyled:
		c.page.Stale()
	case cellinfo.Known:
		c.known.Add(msg)
		c.page.Stale()
	case cellinfo.Bookmarked:
		c.known.Mark(msg)
	}
	return nil
}

// step goes to a neighbour of the cell, if there is one.
func (c *Cell) step(rows, cols int) tea.Cmd {
	row, col := c.row+rows, c.col+cols
	if row < 0 || row >= len(c.grid.Layers()) || col < 0 || col >= len(c.grid.Services()) {
		return nil
	}
	c.row, c.col = row, col
	c.page.Begin(-1)
	return c.Init()
}

// bindings are the screen's own keys. Movement keys without a name are spoken
// for by their siblings.
type bindings struct {
	practise, bookmark, left, right, above, below, next, prev key.Binding
}

func (c *Cell) bindings() bindings {
	items := c.page.Things() > 0
	services := len(c.grid.Services()) > 1
	layers := len(c.grid.Layers()) > 1
	return bindings{
		practise: keys.When(c.askable(), keys.Practise()),
		bookmark: keys.Bookmark(),
		left:     keys.When(services, keys.Left("service")),
		right:    keys.When(services, keys.Right()),
		above:    keys.When(layers, keys.Bind("[/]", "layer", "[")),
		below:    keys.When(layers, keys.Bind("", "", "]")),
		next:     keys.When(items, keys.Next("pages, questions")),
		prev:     keys.When(items, keys.Prev()),
	}
}

// actions are what is done with the cell as a whole.
func (c *Cell) actions() []cellinfo.Action {
	return []cellinfo.Action{
		cellinfo.ToLesson(),
		cellinfo.ToMatrix(),
		cellinfo.ToWords().When(len(c.deps.Course.Glossary()) > 0),
		cellinfo.ToSource().When(len(c.cell().Sources) > 0),
		cellinfo.ToClipboard(),
		cellinfo.ToReport(),
	}
}

// Keys are the screen's bindings.
func (c *Cell) Keys() []key.Binding {
	if !c.exists {
		return nil
	}
	b := c.bindings()
	all := []key.Binding{c.page.Enter(), b.left, b.right, b.above, b.below, b.practise}
	all = append(all, cellinfo.Bindings(true, c.actions()...)...)
	all = append(all, c.page.Scrolling()...)
	return append(all, b.next, b.prev, b.bookmark)
}

func (c *Cell) press(msg tea.KeyPressMsg) tea.Cmd {
	b := c.bindings()
	switch {
	case key.Matches(msg, c.page.Enter()):
		return c.page.Open()
	case key.Matches(msg, b.practise):
		return c.practise(c.prompts())
	case key.Matches(msg, b.bookmark):
		return cellinfo.Bookmark(c.deps.History, c.cell().Ref())
	case key.Matches(msg, b.left):
		return c.step(0, -1)
	case key.Matches(msg, b.right):
		return c.step(0, 1)
	case key.Matches(msg, b.above):
		return c.step(-1, 0)
	case key.Matches(msg, b.below):
		return c.step(1, 0)
	case key.Matches(msg, b.next):
		c.page.Turn(1)
	case key.Matches(msg, b.prev):
		c.page.Turn(-1)
	case c.page.PressScrolling(msg):
	default:
		return cellinfo.Press(c.actions(), c.deps.Course, c.cell(), msg)
	}
	return nil
}

// Find searches the page: see screen.Finder.
func (c *Cell) Find(query string, step int) (at, of int) {
	if !c.exists {
		return 0, 0
	}
	return c.page.Find(query, step)
}

// View draws the part of the page that is in sight.
func (c *Cell) View(w, h int) string {
	t := c.deps.Theme
	if !c.exists {
		return widget.Join(append(widget.Header(t, "Cell", "", w), "", " This course has no such cell."), h)
	}
	cell, title := c.cell(), c.Title()
	party := cellinfo.Party(t, cell.Party)
	if c.known.Marked[cell.Ref()] {
		party = t.Paint(theme.Dim, "★  ") + party
	}
	if widget.Width(title)+widget.Width(party)+3 > w {
		party = t.Sign(cell.Party)
	}
	return c.page.View(title, party, w, h)
}
