// Package heat is the screen of the matrix as a map of the learner's own
// recall: what is held, what is slipping, what was never asked.
package heat

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/grid"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Heat is the screen.
type Heat struct {
	deps   *screen.Deps
	grid   grid.Grid
	facts  facts
	loaded bool
	wrong  map[model.CellRef][]mistake // of the cells that were looked at
}

// New makes the screen.
func New(d *screen.Deps) *Heat {
	m := d.Course.Matrix()
	return &Heat{deps: d, grid: grid.Grid{Services: m.Services(), Layers: m.Layers()}, wrong: make(map[model.CellRef][]mistake)}
}

// Title names the screen.
func (h *Heat) Title() string { return "Heat map" }

// Init reads what is known of the cells.
func (h *Heat) Init() tea.Cmd { return load(h.deps) }

// cell is the one under the focus.
func (h *Heat) cell() model.Cell { return h.cellAt(h.grid.At) }

func (h *Heat) cellAt(at grid.Place) model.Cell { return h.deps.Course.Matrix().At(at.Row, at.Col) }

// Update moves the focus and opens what is asked for.
func (h *Heat) Update(msg tea.Msg) tea.Cmd {
	if h.grid.Empty() {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return h.press(msg)
	case screen.Click:
		if h.grid.Click(msg.X, msg.Y) {
			return screen.Send(screen.OpenCell{Ref: h.cell().Ref()})
		}
		return h.look()
	case screen.Wheel:
		h.grid.Move(msg.Step, 0)
		return h.look()
	case screen.Resized:
		h.grid.Arrange(msg.W, msg.H)
	case screen.Shown:
		return h.Init()
	case facts:
		return h.take(msg)
	case mistakes:
		h.wrong[msg.ref] = msg.list
	}
	return nil
}

// take shows what was read, and looks up the cell under the focus anew.
func (h *Heat) take(f facts) tea.Cmd {
	h.facts, h.loaded = f, true
	clear(h.wrong)
	if f.err != nil {
		return screen.Send(screen.SaveResult{Err: f.err})
	}
	return h.look()
}

// look reads what went wrong in the cell under the focus, unless that is known.
func (h *Heat) look() tea.Cmd {
	cell := h.cell()
	if _, known := h.wrong[cell.Ref()]; known || h.facts.of(cell.Ref()).seen == h.facts.of(cell.Ref()).right {
		return nil
	}
	return loadMistakes(h.deps, cell)
}

// actions are what is done with the cell under the focus.
func (h *Heat) actions() []cellinfo.Action {
	return []cellinfo.Action{cellinfo.ToCell(), cellinfo.ToLesson(), cellinfo.ToMatrix(), cellinfo.ToStack(), cellinfo.ToWords().When(len(h.deps.Course.Glossary()) > 0)}
}

// practise is off where there is nothing to ask.
func (h *Heat) practise() key.Binding {
	cell := h.cell()
	return keys.When(cell.Askable() || len(h.deps.Course.QuestionsOn(cell.Ref())) > 0, keys.Practise())
}

// Keys are the screen's bindings.
func (h *Heat) Keys() []key.Binding {
	if h.grid.Empty() {
		return nil
	}
	actions := cellinfo.Bindings(true, h.actions()...)
	all := append([]key.Binding{actions[0], h.practise()}, actions[1:]...)
	return append(all, h.grid.Moving()...)
}

func (h *Heat) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case h.grid.Press(msg):
		return h.look()
	case key.Matches(msg, h.practise()):
		topic, err := quiz.ParseTopic(h.deps.Course, h.cell().Ref().String())
		if err != nil {
			return screen.Send(screen.Toast{Text: err.Error()})
		}
		return screen.Send(screen.Practise{Topic: topic})
	}
	return cellinfo.Press(h.actions(), h.deps.Course, h.cell(), msg)
}

// View draws the map and the cell under the focus.
func (h *Heat) View(w, height int) string {
	t := h.deps.Theme
	switch {
	case h.grid.Empty():
		return widget.Join(append(widget.Header(t, h.Title(), "", w), "", " This course has no matrix."), height)
	case h.facts.err != nil:
		return widget.Join(append(widget.Header(t, h.Title(), "", w), "", "   No data: the history cannot be read.", "   "+t.Paint(theme.Dim, widget.Clip(h.facts.err.Error(), w-4))), height)
	}
	l := h.grid.Arrange(w, height)
	lines := []string{h.title(w)}
	if l.Rule {
		lines = append(lines, widget.Header(t, "", "", w)[1])
	}
	lines = h.grid.Draw(t, &l, grid.Look{
		Sign: h.sign, Marked: func(int) bool { return false },
		Name: func(_ int, name string, role theme.Role) string { return t.Paint(role, name) },
	}, lines)
	if l.Beside {
		first := len(lines) - l.Rows
		lines = append(lines, h.sums(&l, height-len(lines))...)
		return widget.Join(h.grid.SetBeside(&l, lines, h.pane(l.PaneW, height-first), first, height), height)
	}
	h.grid.Below(lines, w, height)
	return widget.Join(append(lines, h.under(&l, w)...), height)
}
