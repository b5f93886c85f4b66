// Package testme is the matrix with the parties of one service hidden: the
// learner says whose each layer is.
package testme

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/run"
	"whose/ui/screen"
	"whose/ui/widget"
)

// TestMe is the screen.
type TestMe struct {
	deps   *screen.Deps
	about  model.ServiceID // what is asked about, as far as it is known
	run    *run.Run        // nil where there is nothing to ask
	placed bool            // the focus was put where the session stands
	row    int             // the prompt with the focus
	saving int             // the prompt whose answer is on its way to disk; nothing if there is none
	last   int             // the prompt that was answered last; nothing at first
	result bool            // the result is shown
	again  widget.Cursor
	top    int // the first row in sight
	page   int // rows in sight
	zones  widget.Zones[target]
	keys   keymap
}

// nothing stands for no prompt.
const nothing = -1

// target is what can be clicked on: a row, or one of the three answers.
type target struct {
	row    int
	answer int // from 1; 0 for a row
}

// New asks about a service, or about the first one if there is none of that id.
func New(d *screen.Deps, service model.ServiceID) *TestMe {
	t := &TestMe{deps: d, keys: newKeymap()}
	if _, ok := t.matrix().Column(service); !ok && len(t.matrix().Services()) > 0 {
		service = t.matrix().Services()[0].ID
	}
	t.begin(service)
	return t
}

// Resume goes on with a session that was left.
func Resume(d *screen.Deps, id string) *TestMe {
	return &TestMe{deps: d, keys: newKeymap(), run: run.Resume(d, id), saving: nothing, last: nothing}
}

// begin makes the session on a service the one on screen.
func (t *TestMe) begin(service model.ServiceID) {
	t.about, t.run, t.placed, t.result = service, nil, false, false
	t.again, t.row, t.saving, t.last, t.top = widget.Cursor{}, 0, nothing, nothing, 0
	s, _ := t.matrix().Service(service)
	session, err := quiz.NewSession(t.deps.Course, quiz.Setup{
		ID: t.deps.NewID(), Kind: quiz.KindTestMe, Mode: quiz.Study, Topic: string(service), Title: "Test me: " + s.Short,
	}, quiz.TestMe(t.deps.Course, service), t.deps.Now())
	if err != nil { // the service has no layer that can be asked
		return
	}
	t.run = run.New(t.deps, session)
}

func (t *TestMe) matrix() *model.Matrix { return t.deps.Course.Matrix() }

// session is what is asked; nil while it is being fetched and where there is
// nothing to ask.
func (t *TestMe) session() *quiz.Session {
	if t.run == nil || t.run.Trouble() != nil {
		return nil
	}
	return t.run.Session()
}

// Init begins the session, or fetches it.
func (t *TestMe) Init() tea.Cmd {
	if t.run == nil {
		return nil
	}
	return t.run.Init()
}

// Leave keeps the session for later.
func (t *TestMe) Leave() tea.Cmd {
	if t.run == nil {
		return nil
	}
	return t.run.Leave()
}

// Update takes answers, moves the focus and brings answers to disk.
func (t *TestMe) Update(msg tea.Msg) tea.Cmd {
	if t.run == nil {
		if k, ok := msg.(tea.KeyPressMsg); ok {
			return t.press(k)
		}
		return nil
	}
	if cmd, ok := t.run.Update(msg); ok {
		return tea.Batch(cmd, t.goOn())
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if t.run.Keep(msg) {
			return nil
		}
		return t.press(msg)
	case screen.Shown:
		return t.run.Show()
	case screen.Wheel:
		t.scroll(msg.Step)
	case screen.Click:
		if hit, ok := t.zones.At(msg.X, msg.Y); ok && !t.run.Busy() {
			return t.click(hit)
		}
	}
	return nil
}

// goOn shows what a write or a fetch has changed, and handles the keys that were
// pressed meanwhile.
func (t *TestMe) goOn() tea.Cmd {
	t.place()
	if t.saving != nothing && !t.run.Saving() {
		t.last, t.saving = t.saving, nothing
		t.advance()
	}
	var cmds []tea.Cmd
	for k, ok := t.run.NextKey(); ok; k, ok = t.run.NextKey() {
		cmds = append(cmds, t.press(k))
	}
	return tea.Batch(cmds...)
}

// place puts the focus where a fetched session stands.
func (t *TestMe) place() {
	s := t.session()
	if s == nil {
		return
	}
	t.about = model.ServiceID(s.Topic())
	t.row = min(t.row, s.Len()-1)
	t.last = min(t.last, s.Len()-1)
	if !t.placed {
		t.placed = true
		t.row = max(0, t.next(0))
	}
}

// advance moves the focus to the next layer without an answer; after the last
// one it stays.
func (t *TestMe) advance() {
	s := t.session()
	if s == nil {
		return
	}
	next := t.next(t.row)
	if next == nothing {
		return
	}
	if err := s.Go(next, t.deps.Now()); err == nil {
		t.row = next
	}
}

// next is the first prompt without an answer from row on, around the end;
// nothing if all have one.
func (t *TestMe) next(row int) int {
	s := t.session()
	for i := range s.Len() {
		if at := (row + i) % s.Len(); !s.Entry(at).Graded {
			return at
		}
	}
	return nothing
}

// shown reports whether a prompt's grading may be seen: its answer is on disk,
// or that has failed.
func (t *TestMe) shown(i int) bool {
	s := t.session()
	return s != nil && i >= 0 && i < s.Len() && s.Entry(i).Graded && i != t.saving
}

// cell is what a prompt asks about.
func (t *TestMe) cell(i int) model.Cell {
	c, _ := t.matrix().Cell(t.session().Prompt(i).Cells[0])
	return c
}

// service is the one that is asked about.
func (t *TestMe) service() model.Service {
	s, _ := t.matrix().Service(t.about)
	return s
}

// party is the answer given to a prompt.
func (t *TestMe) party(i int) model.Party {
	if chosen := t.session().Entry(i).Chosen; len(chosen) == 1 {
		if p, err := model.ParseParty(chosen[0]); err == nil {
			return p
		}
	}
	return 0
}

// Keys are the screen's bindings.
func (t *TestMe) Keys() []key.Binding {
	actions := t.actions()
	all := make([]key.Binding, 0, len(actions))
	for _, a := range actions {
		all = append(all, a.key)
	}
	return all
}

// Title names the screen.
func (t *TestMe) Title() string {
	if s := t.service(); s.Short != "" {
		return "Test me " + s.Short
	}
	return "Test me"
}
