// Package compare puts two or three services side by side and shows in which
// layers the line between AWS and the customer moves.
package compare

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// most is how many services are compared at once.
const most = 3

// Compare is the screen.
type Compare struct {
	deps     *screen.Deps
	services []model.ServiceID // at most three, all different
	col      int               // the one with the focus
	left     int               // the first one in sight; a narrow window has room for two
	layer    int               // the row of the matrix with the focus
	top      int               // the first row in sight
	moving   bool              // only layers in which the line moves are shown
	page     int               // rows in sight
	w        int               // columns of the window
	find     cellinfo.Search
	zones    widget.Zones[target]
	keys     keymap
	actions  []cellinfo.Action
}

// target is what can be clicked on: a cell, or a service's name where layer is
// noLayer.
type target struct{ layer, col int }

const noLayer = -1

type keymap struct {
	up, down, left, right, next, prev, top, bottom, halfDown, halfUp key.Binding
	later, earlier, filter                                           key.Binding
}

// New compares services, at most three; the usual ones join when fewer than two
// are named.
func New(d *screen.Deps, services []model.ServiceID) *Compare {
	return &Compare{
		deps: d, services: chosen(d.Course.Matrix(), services), w: screen.MinWidth,
		keys: keymap{
			up: keys.Up(), down: keys.Down(), left: keys.Left("column"), right: keys.Right(), next: keys.Bind("", "", "tab"), prev: keys.Prev(),
			top: keys.Top(), bottom: keys.Bottom(), halfDown: keys.HalfDown(), halfUp: keys.HalfUp(),
			later: keys.Bind("[/]", "service", "]"), earlier: keys.Bind("", "", "["), filter: keys.Filter("what moves"),
		},
		actions: []cellinfo.Action{
			cellinfo.ToCell(), cellinfo.ToStack(), cellinfo.ToTest(), cellinfo.ToLesson(), cellinfo.ToMatrix(), cellinfo.ToPractice(),
			cellinfo.ToWords().When(len(d.Course.Glossary()) > 0), cellinfo.ToSource(), cellinfo.ToClipboard(), cellinfo.ToReport(),
		},
	}
}

// chosen are the services to begin with. The usual ones are the first of each
// category: they show the line at its three places.
func chosen(m *model.Matrix, named []model.ServiceID) (all []model.ServiceID) {
	add := func(id model.ServiceID) {
		if _, ok := m.Service(id); ok && !slices.Contains(all, id) && len(all) < most {
			all = append(all, id)
		}
	}
	for _, id := range named {
		add(id)
	}
	if len(all) > 1 {
		return all
	}
	seen := make(map[model.Category]bool)
	for _, s := range m.Services() {
		if !seen[s.Category] {
			add(s.ID)
		}
		seen[s.Category] = true
	}
	for _, s := range m.Services() {
		if len(all) < 2 {
			add(s.ID)
		}
	}
	return all
}

// Init has nothing to fetch: the course is all there is to see.
func (c *Compare) Init() tea.Cmd { return nil }

// Update moves the focus, changes what is compared and leads elsewhere.
func (c *Compare) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Resized:
		c.resize(msg.W)
	case screen.Wheel:
		c.move(msg.Step)
	case screen.Click:
		return c.click(msg)
	case tea.KeyPressMsg:
		return c.press(msg)
	}
	return nil
}

func (c *Compare) resize(w int) {
	c.w = w
	c.focusColumn(c.col)
}

func (c *Compare) press(msg tea.KeyPressMsg) tea.Cmd {
	k := c.keys
	n := len(c.services)
	switch {
	case n == 0:
	case key.Matches(msg, k.up):
		c.move(-1)
	case key.Matches(msg, k.down):
		c.move(1)
	case key.Matches(msg, k.left):
		c.focusColumn(c.col - 1)
	case key.Matches(msg, k.right):
		c.focusColumn(c.col + 1)
	case key.Matches(msg, k.next):
		c.focusColumn((c.col + 1) % n)
	case key.Matches(msg, k.prev):
		c.focusColumn((c.col + n - 1) % n)
	case key.Matches(msg, k.top):
		c.move(-len(c.matrix().Layers()))
	case key.Matches(msg, k.bottom):
		c.move(len(c.matrix().Layers()))
	case key.Matches(msg, k.halfDown):
		c.move(max(1, c.page/2))
	case key.Matches(msg, k.halfUp):
		c.move(-max(1, c.page/2))
	case key.Matches(msg, k.later):
		c.change(1)
	case key.Matches(msg, k.earlier):
		c.change(-1)
	case key.Matches(msg, k.filter):
		c.moving = !c.moving
	default:
		return c.act(msg)
	}
	c.settle()
	return nil
}

// act does what a letter asks for the cell under the focus.
func (c *Compare) act(msg tea.KeyPressMsg) tea.Cmd {
	cell, ok := c.focused()
	if !ok {
		return nil
	}
	return cellinfo.Press(c.actions, c.deps.Course, cell, msg)
}

// click focuses what it hits, and opens the cell that has the focus already.
func (c *Compare) click(at screen.Click) tea.Cmd {
	hit, ok := c.zones.At(at.X, at.Y)
	if !ok {
		return nil
	}
	if hit == (target{c.layer, c.col}) {
		cell, _ := c.focused()
		return screen.Send(screen.OpenCell{Ref: cell.Ref()})
	}
	c.focusColumn(hit.col)
	if hit.layer != noLayer {
		c.layer = hit.layer
	}
	c.settle()
	return nil
}

// Keys are the screen's bindings.
func (c *Compare) Keys() []key.Binding {
	k := c.keys
	_, some := c.focused()
	services := len(c.services) > 0
	filter := k.filter
	if c.moving {
		filter = keys.Filter("all layers")
	}
	columns := len(c.services) > 1
	all := cellinfo.Bindings(some, c.actions[0])
	all = append(all, keys.When(services, filter), keys.When(services, k.later), keys.When(services, k.earlier), keys.When(columns, k.left), keys.When(columns, k.right))
	all = append(all, cellinfo.Bindings(some, c.actions[1:]...)...)
	return append(all,
		keys.When(some, k.up), keys.When(some, k.down), keys.When(columns, k.next), keys.When(columns, k.prev),
		keys.When(some, k.top), keys.When(some, k.bottom), keys.When(some, k.halfDown), keys.When(some, k.halfUp))
}

// Title names the screen.
func (c *Compare) Title() string { return "Compare " + strings.Join(c.names(c.services), ", ") }
