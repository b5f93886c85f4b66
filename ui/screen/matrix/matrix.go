// Package matrix is the screen of the responsibility matrix: every service and
// layer in one grid, and the cell under the focus in words.
package matrix

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Matrix is the screen.
type Matrix struct {
	deps     *screen.Deps
	choice   choice          // what is shown, and in which order
	services []model.Service // the columns
	columns  []int           // their columns in the course's matrix
	layers   []model.Layer
	items    []model.Item // of all cells

	at        place
	top, left int // the first row and column in sight
	page      int // rows in sight

	known cellinfo.Known
	find  finding
	zones widget.Zones[target]
}

// place is a cell by row and column, counted from 0.
type place struct{ row, col int }

// target is what a click meets: a cell, a layer's name (col is -1), a service's
// name (row is -1) or the pane in words (both are -1).
type target place

// New makes the screen with the focus on a cell, or on the first one if the
// course has no such cell.
func New(d *screen.Deps, focus model.CellRef) *Matrix {
	grid := d.Course.Matrix()
	m := &Matrix{deps: d, layers: grid.Layers()}
	m.show(choice{})
	if _, ok := grid.Cell(focus); ok {
		m.at.row, _ = grid.Row(focus.Layer)
		m.at.col, _ = grid.Column(focus.Service)
	} else if col, ok := grid.Column(focus.Service); ok {
		m.at.col = col
	}
	for _, cell := range grid.Cells() {
		m.items = append(m.items, cellinfo.Items(d.Course, cell)...)
	}
	return m
}

// Title names the screen.
func (m *Matrix) Title() string { return "Matrix" }

// Init asks the history what is known of the cells.
func (m *Matrix) Init() tea.Cmd { return cellinfo.Load(m.deps.History, m.items) }

// empty reports whether there is no cell to show.
func (m *Matrix) empty() bool { return len(m.services) == 0 || len(m.layers) == 0 }

// cell is the one under the focus.
func (m *Matrix) cell() model.Cell { return m.cellAt(m.at.row, m.at.col) }

// cellAt is the cell in a row and one of the columns that are shown.
func (m *Matrix) cellAt(row, col int) model.Cell {
	return m.deps.Course.Matrix().At(row, m.columns[col])
}

// Update moves the focus and opens what is asked for.
func (m *Matrix) Update(msg tea.Msg) tea.Cmd {
	if m.empty() {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case screen.Click:
		return m.click(msg)
	case screen.Wheel:
		m.move(msg.Step, 0)
	case screen.Resized:
		m.arrange(msg.W, msg.H)
	case screen.Shown:
		return m.Init()
	case cellinfo.Known:
		m.known = msg
		m.reshow()
	case cellinfo.Bookmarked:
		m.known.Mark(msg)
	case cellinfo.Picked:
		m.known.Pick(msg)
		m.reshow()
	}
	return nil
}

// move goes down and right, as far as there are cells.
func (m *Matrix) move(rows, cols int) {
	m.at.row = max(0, min(m.at.row+rows, len(m.layers)-1))
	m.at.col = max(0, min(m.at.col+cols, len(m.services)-1))
}

// turn goes to a service n to the right and begins again after the last one.
func (m *Matrix) turn(n int) {
	count := len(m.services)
	m.at.col = (m.at.col + n + count) % count
}

func (m *Matrix) click(msg screen.Click) tea.Cmd {
	hit, ok := m.zones.At(msg.X, msg.Y)
	switch {
	case !ok:
		return nil
	case hit == target{-1, -1}, hit == target(m.at):
		return screen.Send(screen.OpenCell{Ref: m.cell().Ref()})
	}
	if hit.row >= 0 {
		m.at.row = hit.row
	}
	if hit.col >= 0 {
		m.at.col = hit.col
	}
	return nil
}

// bindings are the screen's own keys. Movement keys without a name are spoken
// for by their siblings.
type bindings struct {
	compare, bookmark, up, down, left, right, next, prev, top, bottom, halfDown, halfUp key.Binding
	filter, category, order, mine                                                       key.Binding
}

func (m *Matrix) bindings() bindings {
	several := len(m.services) > 1
	return bindings{
		compare:  keys.When(several, keys.Compare()),
		bookmark: keys.Bookmark(),
		up:       keys.Up(),
		down:     keys.Down(),
		left:     keys.When(several, keys.Left("service")),
		right:    keys.When(several, keys.Right()),
		next:     keys.When(several, keys.Next("next service")),
		prev:     keys.When(several, keys.Prev()),
		top:      keys.Top(),
		bottom:   keys.Bottom(),
		halfDown: keys.HalfDown(),
		halfUp:   keys.HalfUp(),
		filter:   keys.Filter(m.choice.nextParty().filterHelp()),
		category: keys.When(m.nextSet() != m.choice.set, keys.Bind("v", m.nextSet().help(), "v")),
		order:    keys.When(several, keys.Bind("e", m.choice.orderHelp(), "e")),
		mine:     keys.Bind("a", m.mineHelp(), "a"),
	}
}

// actions are what is done with the cell under the focus.
func (m *Matrix) actions() []cellinfo.Action {
	return []cellinfo.Action{
		cellinfo.ToCell(),
		cellinfo.ToStack(),
		cellinfo.ToTest().When(m.testable()),
		cellinfo.ToLesson(),
		cellinfo.ToPractice(),
		cellinfo.ToWords().When(len(m.deps.Course.Glossary()) > 0),
		cellinfo.ToSource().When(len(m.cell().Sources) > 0),
		cellinfo.ToClipboard(),
		cellinfo.ToReport(),
	}
}

// testable reports whether the service under the focus has a cell to ask.
func (m *Matrix) testable() bool {
	for row := range m.layers {
		if m.cellAt(row, m.at.col).Askable() {
			return true
		}
	}
	return false
}

// Keys are the screen's bindings.
func (m *Matrix) Keys() []key.Binding {
	if m.empty() {
		return nil
	}
	b := m.bindings()
	actions := cellinfo.Bindings(true, m.actions()...)
	all := []key.Binding{actions[0], b.compare}
	all = append(all, actions[1:3]...)
	all = append(all, b.filter, b.category, b.order, b.mine)
	all = append(all, actions[3:]...)
	return append(all, b.up, b.down, b.left, b.right, b.next, b.prev, b.top, b.bottom, b.halfDown, b.halfUp, b.bookmark)
}

func (m *Matrix) press(msg tea.KeyPressMsg) tea.Cmd {
	b := m.bindings()
	switch {
	case key.Matches(msg, b.up):
		m.move(-1, 0)
	case key.Matches(msg, b.down):
		m.move(1, 0)
	case key.Matches(msg, b.left):
		m.move(0, -1)
	case key.Matches(msg, b.right):
		m.move(0, 1)
	case key.Matches(msg, b.next):
		m.turn(1)
	case key.Matches(msg, b.prev):
		m.turn(-1)
	case key.Matches(msg, b.top):
		m.move(-len(m.layers), 0)
	case key.Matches(msg, b.bottom):
		m.move(len(m.layers), 0)
	case key.Matches(msg, b.halfDown):
		m.move(max(1, m.page/2), 0)
	case key.Matches(msg, b.halfUp):
		m.move(-max(1, m.page/2), 0)
	case key.Matches(msg, b.compare):
		return screen.Send(screen.OpenCompare{Services: m.neighbours()})
	case key.Matches(msg, b.bookmark):
		return cellinfo.Bookmark(m.deps.History, m.cell().Ref())
	case key.Matches(msg, b.filter):
		m.show(m.choice.nextParty())
	case key.Matches(msg, b.category):
		m.show(choice{m.nextSet(), m.choice.party, m.choice.alike})
	case key.Matches(msg, b.order):
		m.show(choice{m.choice.set, m.choice.party, !m.choice.alike})
	case key.Matches(msg, b.mine):
		return cellinfo.Pick(m.deps.History, m.services[m.at.col])
	default:
		return cellinfo.Press(m.actions(), m.deps.Course, m.cell(), msg)
	}
	return nil
}

// neighbours are the service under the focus with those beside it, three if
// there are so many.
func (m *Matrix) neighbours() (ids []model.ServiceID) {
	n := min(3, len(m.services))
	first := max(0, min(m.at.col-1, len(m.services)-n))
	for _, s := range m.services[first : first+n] {
		ids = append(ids, s.ID)
	}
	return ids
}
