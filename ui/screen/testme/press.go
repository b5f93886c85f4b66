package testme

import (
	"errors"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// action is a binding and what it does. One list of them is what the footer
// shows and what presses are looked up in.
type action struct {
	key key.Binding
	do  func() tea.Cmd
}

type keymap struct {
	answers                                                           [3]key.Binding
	up, down, top, bottom, halfDown, halfUp, left, right, next, again key.Binding
	about                                                             []cellinfo.Action // a cell whose party is no secret any more
	around                                                            []cellinfo.Action // show other cells too
}

func newKeymap() keymap {
	return keymap{
		answers: [3]key.Binding{keys.Bind("1–3", "answer", "1"), keys.Bind("", "", "2"), keys.Bind("", "", "3")},
		up:      keys.Up(), down: keys.Down(), top: keys.Top(), bottom: keys.Bottom(), halfDown: keys.HalfDown(), halfUp: keys.HalfUp(),
		left: keys.Left("service"), right: keys.Right(), next: keys.Next("go on"), again: keys.Bind("t", "again", "t"),
		about: []cellinfo.Action{
			cellinfo.ToCell(), cellinfo.ToLesson(), cellinfo.ToSource(), cellinfo.ToReport(), cellinfo.ToClipboard(), cellinfo.ToPractice(),
		},
		around: []cellinfo.Action{cellinfo.ToCompare(), cellinfo.ToStack(), cellinfo.ToMatrix()},
	}
}

func (t *TestMe) press(msg tea.KeyPressMsg) tea.Cmd {
	for _, a := range t.actions() {
		if key.Matches(msg, a.key) {
			return a.do()
		}
	}
	return nil
}

// on is an action that is listed and works only where it does something.
func on(when bool, b key.Binding, do func() tea.Cmd) action { return action{keys.When(when, b), do} }

// scrolls is an action that moves the focus n rows.
func (t *TestMe) scrolls(b key.Binding, n int) action {
	return on(true, b, func() tea.Cmd { t.scroll(n); return nil })
}

// actions are what the learner can do now, the most useful first.
func (t *TestMe) actions() []action {
	s := t.session()
	switch {
	case t.run != nil && t.run.Taken():
		return []action{on(true, keys.Enter("take it over here"), t.run.TakeOver)}
	case t.run == nil:
		return t.services()
	case s == nil:
		return nil
	case t.result:
		return t.resultActions(s)
	}
	return t.askingActions(s)
}

func (t *TestMe) askingActions(s *quiz.Session) (all []action) {
	done, answered := t.done(), s.Entry(t.row).Graded
	all = append(all, on(done, keys.Enter("result"), func() tea.Cmd { t.result = true; return nil }))
	for i, b := range t.keys.answers {
		all = append(all, on(!answered, b, func() tea.Cmd { return t.answer(i + 1) }))
	}
	all = append(all, on(answered && !done, t.keys.next, func() tea.Cmd { t.advance(); return nil }))
	if t.shown(t.row) {
		about := t.keys.about
		if done {
			about = about[1:] // enter leads to the result
		}
		all = append(all, t.aboutActions(t.cell(t.row), about)...)
	}
	if s.Score().Graded == 0 {
		all = append(all, t.services()...)
	}
	return append(all, t.moves()...)
}

func (t *TestMe) resultActions(s *quiz.Session) (all []action) {
	start := append([]action{on(true, t.keys.again, func() tea.Cmd { return t.restart(0) })}, t.services()...)
	wrong := s.Score().Wrong
	if len(wrong) == 0 {
		return start
	}
	about := t.aboutActions(t.cell(wrong[t.again.At]), t.keys.about)
	all = append(append(all, about[0]), start...)
	all = append(append(all, about[1:]...), t.aboutActions(t.cell(wrong[t.again.At]), t.keys.around)...)
	return append(all, t.moves()...)
}

// services are the steps to another service.
func (t *TestMe) services() []action {
	several := len(t.matrix().Services()) > 1
	return []action{
		on(several, t.keys.left, func() tea.Cmd { return t.restart(-1) }),
		on(several, t.keys.right, func() tea.Cmd { return t.restart(1) }),
	}
}

func (t *TestMe) aboutActions(cell model.Cell, about []cellinfo.Action) (all []action) {
	for _, a := range about {
		all = append(all, action{a.Binding, func() tea.Cmd { return a.Send(t.deps.Course, cell) }})
	}
	return all
}

func (t *TestMe) moves() []action {
	half := max(1, t.page/2)
	count := t.session().Len()
	return []action{
		t.scrolls(t.keys.up, -1), t.scrolls(t.keys.down, 1), t.scrolls(t.keys.top, -count), t.scrolls(t.keys.bottom, count),
		t.scrolls(t.keys.halfDown, half), t.scrolls(t.keys.halfUp, -half),
	}
}

// scroll moves the focus n rows, among all layers or among those to look at
// again.
func (t *TestMe) scroll(n int) {
	s := t.session()
	switch {
	case s == nil:
	case t.result:
		t.again.Move(n, len(s.Score().Wrong))
	default:
		at := widget.Cursor{At: t.row}
		at.Move(n, s.Len())
		t.row = at.At
	}
}

// done reports whether every answer is given and may be seen.
func (t *TestMe) done() bool {
	s := t.session()
	return s != nil && s.Done() && t.saving == nothing
}

// answer answers the layer with the focus: 1 is AWS, 2 the customer, 3 both.
func (t *TestMe) answer(n int) tea.Cmd {
	s := t.session()
	if s.At() != t.row {
		if err := s.Go(t.row, t.deps.Now()); err != nil {
			return t.refuse(err)
		}
	}
	if err := s.Choose(s.Prompt(t.row).Options[n-1].ID, t.deps.Now()); err != nil {
		return t.refuse(err)
	}
	cmd, err := t.run.Answer()
	if err != nil {
		return t.refuse(err)
	}
	t.saving = t.row
	return cmd
}

// refuse says why an answer is not taken. The usual reason is that one before it
// is missing, so that one gets the focus.
func (t *TestMe) refuse(err error) tea.Cmd {
	if errors.Is(err, quiz.ErrUngraded) {
		t.row = t.next(0)
		return screen.Send(screen.Toast{Text: "from top to bottom: this one first"})
	}
	return screen.Send(screen.Toast{Text: err.Error()})
}

// restart asks about the service n columns away, around the end; about the same
// one if n is 0.
func (t *TestMe) restart(n int) tea.Cmd {
	all := t.matrix().Services()
	at, _ := t.matrix().Column(t.about)
	leave := t.Leave()
	t.begin(all[(at+n+len(all))%len(all)].ID)
	init := t.Init()
	if leave == nil {
		return init
	}
	// The result of the old session's last write is none of the new one's.
	return tea.Batch(func() tea.Msg { leave(); return nil }, init)
}

// click focuses the row that it hits and opens its cell if it has the focus
// already, or gives the answer that it hits.
func (t *TestMe) click(hit target) tea.Cmd {
	s := t.session()
	switch {
	case s == nil:
	case t.result && hit.row == t.again.At:
		return screen.Send(screen.OpenCell{Ref: t.cell(s.Score().Wrong[hit.row]).Ref()})
	case t.result:
		t.again.Set(hit.row, len(s.Score().Wrong))
	case hit.answer > 0 && !s.Entry(t.row).Graded:
		return t.answer(hit.answer)
	case hit.answer > 0:
	case hit.row == t.row && t.shown(t.row):
		return screen.Send(screen.OpenCell{Ref: t.cell(t.row).Ref()})
	default:
		t.row = hit.row
	}
	return nil
}
