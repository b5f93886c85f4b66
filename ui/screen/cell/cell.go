// Package cell is the screen of one cell of the matrix, whole: who, why, how
// the exam asks, AWS's pages, its questions and the learner's answers to them.
package cell

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Cell is the screen.
type Cell struct {
	deps     *screen.Deps
	grid     *model.Matrix
	row, col int
	exists   bool // false only for a name that comes from outside the course

	known cellinfo.Known
	find  finding

	page    page
	current bool // whether page shows what the fields above say
	width   int  // that page was set for
	height  int  // lines under the header
	top     int  // the first line in sight
	focus   int  // the item with the focus, -1 for none
}

// New makes the screen of a cell.
func New(d *screen.Deps, ref model.CellRef) *Cell {
	c := &Cell{deps: d, grid: d.Course.Matrix(), focus: -1}
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
		return c.click(msg)
	case screen.Wheel:
		c.scroll(3 * msg.Step)
	case screen.Shown:
		return c.Init()
	case screen.Resized:
		c.width, c.height = msg.W, msg.H-headerHeight
		c.current = false
	case screen.Restyled:
		c.current = false
	case cellinfo.Known:
		c.known.Add(msg)
		c.current = false
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
	c.top, c.focus, c.current = 0, -1, false
	return c.Init()
}

// scroll moves the text by n lines.
func (c *Cell) scroll(n int) { c.top = max(0, min(c.top+n, c.lines()-c.height)) }

// lines counts the lines of the whole text.
func (c *Cell) lines() int { return len(c.set().lines) }

// turn moves the focus to an item n further, round the end, and brings it in
// sight.
func (c *Cell) turn(n int) {
	items := c.set().items
	if c.focus < 0 && n < 0 {
		c.focus = 0
	}
	c.aim((c.focus + n + len(items)) % len(items))
}

// aim gives an item the focus.
func (c *Cell) aim(i int) {
	c.focus, c.current = i, false
	item := c.set().items[i]
	c.top = widget.Follow(c.top, item.last, c.lines(), c.height)
	c.top = widget.Follow(c.top, item.first, c.lines(), c.height)
}

func (c *Cell) click(msg screen.Click) tea.Cmd {
	line := c.top + msg.Y - headerHeight
	for i, item := range c.set().items {
		if msg.Y < headerHeight || line < item.first || line > item.last {
			continue
		}
		if i == c.focus {
			return item.open()
		}
		c.aim(i)
	}
	return nil
}

// bindings are the screen's own keys. Movement keys without a name are spoken
// for by their siblings.
type bindings struct {
	open, practise, bookmark                                                       key.Binding
	left, right, above, below, next, prev, up, down, top, bottom, halfDown, halfUp key.Binding
}

func (c *Cell) bindings() bindings {
	items := len(c.set().items)
	long := c.lines() > c.height
	services := len(c.grid.Services()) > 1
	layers := len(c.grid.Layers()) > 1
	return bindings{
		open:     keys.When(c.focus >= 0, keys.Enter(c.opens())),
		practise: keys.When(c.askable(), keys.Practise()),
		bookmark: keys.Bookmark(),
		left:     keys.When(services, keys.Left("service")),
		right:    keys.When(services, keys.Right()),
		above:    keys.When(layers, keys.Bind("[/]", "layer", "[")),
		below:    keys.When(layers, keys.Bind("", "", "]")),
		next:     keys.When(items > 0, keys.Next("pages, questions")),
		prev:     keys.When(items > 0, keys.Prev()),
		up:       keys.When(long, keys.Bind("↑/↓", "scroll", keys.Up().Keys()...)),
		down:     keys.When(long, keys.Down()),
		top:      keys.When(long, keys.Top()),
		bottom:   keys.When(long, keys.Bottom()),
		halfDown: keys.When(long, keys.HalfDown()),
		halfUp:   keys.When(long, keys.HalfUp()),
	}
}

// opens is what enter does to the item with the focus.
func (c *Cell) opens() string {
	if c.focus < 0 {
		return ""
	}
	return c.set().items[c.focus].verb
}

// actions are what is done with the cell as a whole.
func (c *Cell) actions() []cellinfo.Action {
	return []cellinfo.Action{
		cellinfo.ToLesson(),
		cellinfo.ToMatrix(),
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
	all := []key.Binding{b.open, b.left, b.right, b.above, b.below, b.practise}
	all = append(all, cellinfo.Bindings(true, c.actions()...)...)
	return append(all, b.up, b.down, b.next, b.prev, b.top, b.bottom, b.halfDown, b.halfUp, b.bookmark)
}

func (c *Cell) press(msg tea.KeyPressMsg) tea.Cmd {
	b := c.bindings()
	switch {
	case key.Matches(msg, b.open):
		return c.set().items[c.focus].open()
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
		c.turn(1)
	case key.Matches(msg, b.prev):
		c.turn(-1)
	case key.Matches(msg, b.up):
		c.scroll(-1)
	case key.Matches(msg, b.down):
		c.scroll(1)
	case key.Matches(msg, b.top):
		c.scroll(-c.lines())
	case key.Matches(msg, b.bottom):
		c.scroll(c.lines())
	case key.Matches(msg, b.halfDown):
		c.scroll(c.height / 2)
	case key.Matches(msg, b.halfUp):
		c.scroll(-c.height / 2)
	default:
		return cellinfo.Press(c.actions(), c.deps.Course, c.cell(), msg)
	}
	return nil
}
