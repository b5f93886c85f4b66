// Package matrix is the screen of the responsibility matrix: every service and
// layer in one grid, and the cell under the focus in words.
package matrix

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/grid"
	"whose/ui/keys"
	"whose/ui/screen"
)

// Matrix is the screen.
type Matrix struct {
	deps    *screen.Deps
	choice  choice // what is shown, and in which order
	grid    grid.Grid
	columns []int        // the shown services' columns in the course's matrix
	items   []model.Item // of all cells

	known cellinfo.Known
	find  finding
}

// New makes the screen with the focus on a cell, or on the first one if the
// course has no such cell.
func New(d *screen.Deps, focus model.CellRef) *Matrix {
	all := d.Course.Matrix()
	m := &Matrix{deps: d, grid: grid.Grid{Layers: all.Layers()}}
	m.show(choice{})
	if _, ok := all.Cell(focus); ok {
		m.grid.At.Row, _ = all.Row(focus.Layer)
		m.grid.At.Col, _ = all.Column(focus.Service)
	} else if col, ok := all.Column(focus.Service); ok {
		m.grid.At.Col = col
	}
	for _, cell := range all.Cells() {
		m.items = append(m.items, cellinfo.Items(d.Course, cell)...)
	}
	return m
}

// Title names the screen.
func (m *Matrix) Title() string { return "Matrix" }

// Init asks the history what is known of the cells.
func (m *Matrix) Init() tea.Cmd { return cellinfo.Load(m.deps.History, m.items) }

// cell is the one under the focus.
func (m *Matrix) cell() model.Cell { return m.cellAt(m.grid.At.Row, m.grid.At.Col) }

// cellAt is the cell in a row and one of the columns that are shown.
func (m *Matrix) cellAt(row, col int) model.Cell {
	return m.deps.Course.Matrix().At(row, m.columns[col])
}

// Update moves the focus and opens what is asked for.
func (m *Matrix) Update(msg tea.Msg) tea.Cmd {
	if m.grid.Empty() {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case screen.Click:
		return m.click(msg)
	case screen.Wheel:
		m.grid.Move(msg.Step, 0)
	case screen.Resized:
		m.grid.Arrange(msg.W, msg.H)
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

func (m *Matrix) click(msg screen.Click) tea.Cmd {
	if m.grid.Click(msg.X, msg.Y) {
		return screen.Send(screen.OpenCell{Ref: m.cell().Ref()})
	}
	return nil
}

// bindings are the screen's own keys.
type bindings struct{ compare, bookmark, filter, category, order, mine key.Binding }

func (m *Matrix) bindings() bindings {
	several := len(m.grid.Services) > 1
	return bindings{
		compare:  keys.When(several, keys.Compare()),
		bookmark: keys.Bookmark(),
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
	for row := range m.grid.Layers {
		if m.cellAt(row, m.grid.At.Col).Askable() {
			return true
		}
	}
	return false
}

// Keys are the screen's bindings.
func (m *Matrix) Keys() []key.Binding {
	if m.grid.Empty() {
		return nil
	}
	b := m.bindings()
	actions := cellinfo.Bindings(true, m.actions()...)
	all := []key.Binding{actions[0], b.compare}
	all = append(all, actions[1:3]...)
	all = append(all, b.filter, b.category, b.order, b.mine)
	all = append(all, actions[3:]...)
	return append(append(all, m.grid.Moving()...), b.bookmark)
}

func (m *Matrix) press(msg tea.KeyPressMsg) tea.Cmd {
	if m.grid.Press(msg) {
		return nil
	}
	switch b := m.bindings(); {
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
		return cellinfo.Pick(m.deps.History, m.grid.Services[m.grid.At.Col])
	default:
		return cellinfo.Press(m.actions(), m.deps.Course, m.cell(), msg)
	}
	return nil
}

// neighbours are the service under the focus with those beside it, three if
// there are so many.
func (m *Matrix) neighbours() (ids []model.ServiceID) {
	n := min(3, len(m.grid.Services))
	first := max(0, min(m.grid.At.Col-1, len(m.grid.Services)-n))
	for _, s := range m.grid.Services[first : first+n] {
		ids = append(ids, s.ID)
	}
	return ids
}
