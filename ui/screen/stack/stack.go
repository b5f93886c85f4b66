// Package stack draws one service as AWS's own picture does: layer on layer,
// with the line between AWS and the customer in it.
package stack

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Stack is the screen.
type Stack struct {
	deps    *screen.Deps
	layers  []int // the stack from top to bottom, as rows of the matrix
	service int   // column of the matrix
	focus   int   // place in layers
	top     int   // the first of the stack's lines in sight
	page    int   // how many are
	move    motion
	find    cellinfo.Search
	zones   widget.Zones[target]
	keys    keymap
	actions []cellinfo.Action
}

// target is what can be clicked on: a layer by its place, or a step to another
// service.
type target struct{ place, step int }

type keymap struct{ up, down, left, right, top, bottom, halfDown, halfUp key.Binding }

// New draws a service, or the first one if there is none of that id.
func New(d *screen.Deps, service model.ServiceID) *Stack {
	column, _ := d.Course.Matrix().Column(service)
	s := &Stack{
		deps: d, layers: order(d.Course.Matrix()), service: column,
		keys: keymap{
			keys.Up(), keys.Down(), keys.Left("service"), keys.Right(), keys.Top(), keys.Bottom(), keys.HalfDown(), keys.HalfUp(),
		},
		actions: []cellinfo.Action{
			cellinfo.ToCell(), cellinfo.ToCompare(), cellinfo.ToTest(), cellinfo.ToLesson(), cellinfo.ToMatrix(), cellinfo.ToPractice(),
			cellinfo.ToWords().When(len(d.Course.Glossary()) > 0), cellinfo.ToSource(), cellinfo.ToClipboard(), cellinfo.ToReport(),
		},
	}
	s.move = still(s.line(column))
	// What stands right above the line is what tells services apart.
	s.focus = max(0, len(s.layers)-s.move.line-1)
	return s
}

// dataLayer stands on top of the stack, as in AWS's picture.
const dataLayer model.LayerID = "data"

// order is the matrix upside down: what everything rests on at the bottom, and
// the customer's data on top of all.
func order(m *model.Matrix) (rows []int) {
	for row := range m.Layers() {
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	if data, ok := m.Row(dataLayer); ok {
		rows = slices.DeleteFunc(rows, func(row int) bool { return row == data })
		rows = append([]int{data}, rows...)
	}
	return rows
}

func (s *Stack) matrix() *model.Matrix { return s.deps.Course.Matrix() }

// empty reports whether the course has nothing to draw.
func (s *Stack) empty() bool { return len(s.matrix().Cells()) == 0 }

// cell is a service's cell at a place of the stack.
func (s *Stack) cell(place, service int) model.Cell {
	return s.matrix().At(s.layers[place], service)
}

// line is how many layers of a service lie below the line: from the bottom up,
// as far as all is AWS's. A layer that the service does not have interrupts
// nothing.
func (s *Stack) line(service int) (below int) {
	if s.empty() {
		return 0
	}
	for n := 1; n <= len(s.layers); n++ {
		switch s.cell(len(s.layers)-n, service).Party {
		case model.AWS:
			below = n
		case model.None:
		default:
			return below
		}
	}
	return below
}

// Init has nothing to fetch: the course is all there is to see.
func (s *Stack) Init() tea.Cmd { return nil }

// Update moves the focus, steps from service to service and leads elsewhere.
func (s *Stack) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case frame:
		return s.move.next(msg)
	case screen.Resized:
		s.move.finish()
	case screen.Wheel:
		s.scroll(msg.Step)
	case screen.Click:
		s.move.finish()
		return s.click(msg)
	case tea.KeyPressMsg:
		s.move.finish()
		return s.press(msg)
	}
	return nil
}

func (s *Stack) press(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case s.empty():
	case key.Matches(msg, k.up):
		s.scroll(-1)
	case key.Matches(msg, k.down):
		s.scroll(1)
	case key.Matches(msg, k.top):
		s.scroll(-len(s.layers))
	case key.Matches(msg, k.bottom):
		s.scroll(len(s.layers))
	case key.Matches(msg, k.halfDown):
		s.scroll(max(1, s.page/2))
	case key.Matches(msg, k.halfUp):
		s.scroll(-max(1, s.page/2))
	case key.Matches(msg, k.left):
		return s.step(-1)
	case key.Matches(msg, k.right):
		return s.step(1)
	default:
		return cellinfo.Press(s.actions, s.deps.Course, s.cell(s.focus, s.service), msg)
	}
	return nil
}

func (s *Stack) scroll(n int) {
	at := widget.Cursor{At: s.focus}
	at.Move(n, len(s.layers))
	s.focus = at.At
}

// step goes to another service; after the last comes the first.
func (s *Stack) step(n int) tea.Cmd {
	from := s.service
	s.service = s.beside(n)
	if from == s.service {
		return nil
	}
	to := s.line(s.service)
	if !s.deps.Env.Motion {
		s.move = still(to)
		return nil
	}
	return s.move.start(from, to)
}

// beside is the service n columns away, around the end.
func (s *Stack) beside(n int) int {
	count := len(s.matrix().Services())
	return (s.service + n + count) % count
}

// click focuses the layer that it hits and opens the one that has the focus
// already, or steps to the service whose name it hits.
func (s *Stack) click(at screen.Click) tea.Cmd {
	hit, ok := s.zones.At(at.X, at.Y)
	switch {
	case !ok:
		return nil
	case hit.step != 0:
		return s.step(hit.step)
	case hit.place == s.focus:
		return screen.Send(screen.OpenCell{Ref: s.cell(s.focus, s.service).Ref()})
	}
	s.focus = hit.place
	return nil
}

// Find looks for the query in the names of the layers and in what the service
// says of them.
func (s *Stack) Find(query string, step int) (at, of int) {
	if s.empty() {
		return 0, 0
	}
	places := make([]int, len(s.layers))
	for i := range places {
		places[i] = i
	}
	s.focus, at, of = s.find.Step(query, step, s.focus, places, func(place int) []string {
		l, cell := s.matrix().Layers()[s.layers[place]], s.cell(place, s.service)
		return []string{l.Short, l.Name, cell.AWS, cell.You, cell.Why}
	})
	return at, of
}

// Keys are the screen's bindings.
func (s *Stack) Keys() []key.Binding {
	k, some := s.keys, !s.empty()
	steps := some && len(s.matrix().Services()) > 1
	all := []key.Binding{keys.When(steps, k.left), keys.When(steps, k.right)}
	all = append(all, cellinfo.Bindings(some, s.actions...)...)
	for _, b := range []key.Binding{k.up, k.down, k.top, k.bottom, k.halfDown, k.halfUp} {
		all = append(all, keys.When(some, b))
	}
	return all
}

// Title names the screen.
func (s *Stack) Title() string {
	if s.empty() {
		return "Stack"
	}
	return "Stack " + s.matrix().Services()[s.service].Short
}
