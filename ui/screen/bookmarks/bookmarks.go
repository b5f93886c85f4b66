// Package bookmarks is the list of what the learner wants to find again.
package bookmarks

import (
	"context"
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Bookmarks is the screen.
type Bookmarks struct {
	deps   *screen.Deps
	list   []entry
	loaded bool
	at     widget.Cursor
	zones  widget.Zones[int]
	keys   keymap
}

type keymap struct{ enter, up, down, top, bottom, remove key.Binding }

// entry is a bookmark whose thing the course still has.
type entry struct {
	mark  history.Bookmark
	title string
	open  func() tea.Msg
}

// New makes the screen.
func New(d *screen.Deps) *Bookmarks {
	return &Bookmarks{deps: d, keys: keymap{
		keys.Enter("open"), keys.Up(), keys.Down(), keys.Top(), keys.Bottom(), keys.Bind("b", "take away", "b"),
	}}
}

type loaded struct {
	list []history.Bookmark
	err  error
}

type removed struct{ err error }

// Init reads the bookmarks.
func (b *Bookmarks) Init() tea.Cmd { return b.load() }

func (b *Bookmarks) load() tea.Cmd {
	hist := b.deps.History
	return func() tea.Msg {
		list, err := hist.Bookmarks(context.Background())
		return loaded{list, err}
	}
}

// Update moves the focus, opens a bookmark and takes it away.
func (b *Bookmarks) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		b.loaded, b.list = true, b.entries(msg.list)
		b.at.Move(0, len(b.list))
	case removed:
		return tea.Batch(screen.Send(screen.SaveResult{Err: msg.err}), b.load())
	case screen.Shown:
		return b.load()
	case screen.Wheel:
		b.at.Move(msg.Step, len(b.list))
	case screen.Click:
		if i, ok := b.zones.At(msg.X, msg.Y); ok {
			b.at.Set(i, len(b.list))
			return screen.Send(b.list[i].open())
		}
	case tea.KeyPressMsg:
		return b.press(msg)
	}
	return nil
}

func (b *Bookmarks) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, b.keys.up):
		b.at.Move(-1, len(b.list))
	case key.Matches(msg, b.keys.down):
		b.at.Move(1, len(b.list))
	case key.Matches(msg, b.keys.top):
		b.at.Set(0, len(b.list))
	case key.Matches(msg, b.keys.bottom):
		b.at.Set(len(b.list)-1, len(b.list))
	case len(b.list) == 0:
	case key.Matches(msg, b.keys.enter):
		return screen.Send(b.list[b.at.At].open())
	case key.Matches(msg, b.keys.remove):
		hist, mark := b.deps.History, b.list[b.at.At].mark
		return func() tea.Msg {
			_, err := hist.Toggle(context.Background(), mark.Kind, mark.ID)
			return removed{err}
		}
	}
	return nil
}

// entries leaves out what an older course had and this one has not.
func (b *Bookmarks) entries(list []history.Bookmark) (all []entry) {
	for _, mark := range list {
		if e, ok := b.entry(mark); ok {
			all = append(all, e)
		}
	}
	return all
}

func (b *Bookmarks) entry(mark history.Bookmark) (entry, bool) {
	c := b.deps.Course
	switch mark.Kind {
	case history.KindLesson:
		l, ok := c.Lesson(model.LessonID(mark.ID))
		return entry{mark, l.Title, func() tea.Msg { return screen.OpenLesson{ID: l.ID} }}, ok
	case history.KindCell:
		ref, err := model.ParseCellRef(mark.ID)
		cell, ok := c.Matrix().Cell(ref)
		if err != nil || !ok {
			return entry{}, false
		}
		service, _ := c.Matrix().Service(ref.Service)
		layer, _ := c.Matrix().Layer(ref.Layer)
		title := fmt.Sprintf("%s · %s · %s", service.Short, layer.Short, theme.Name(cell.Party))
		return entry{mark, title, func() tea.Msg { return screen.OpenCell{Ref: ref} }}, true
	case history.KindService:
		service, ok := c.Matrix().Service(model.ServiceID(mark.ID))
		return entry{mark, service.Name, func() tea.Msg { return screen.OpenMatrix{Focus: model.CellRef{Service: service.ID}} }}, ok
	case history.KindQuestion:
		q, ok := c.Question(model.QuestionID(mark.ID))
		return entry{mark, q.Stem(), func() tea.Msg { return b.ask(q) }}, ok
	}
	return entry{}, false
}

// ask asks a bookmarked question again.
func (b *Bookmarks) ask(q model.Question) tea.Msg {
	d := b.deps
	prompt, err := quiz.Ask(d.Course, q.ID(), d.Rand)
	if err != nil {
		return screen.Toast{Text: err.Error()}
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "bookmarked"}, []quiz.Prompt{prompt}, d.Now())
	if err != nil {
		return screen.Toast{Text: err.Error()}
	}
	return screen.OpenQuiz{Session: s}
}

// View draws the list.
func (b *Bookmarks) View(w, h int) string {
	t := b.deps.Theme
	lines := widget.Header(t, "Bookmarks", t.Paint(theme.Dim, fmt.Sprintf("%d kept", len(b.list))), w)
	b.zones.Clear()
	if b.loaded && len(b.list) == 0 {
		return widget.Join(append(lines, "", "   Nothing is bookmarked.", "   "+t.Paint(theme.Dim, "b on a lesson, a cell or a question keeps it here.")), h)
	}
	first, last := b.at.Window(len(b.list), h-len(lines))
	for i := first; i < last; i++ {
		b.zones.Add(0, len(lines), w, 1, i)
		e := b.list[i]
		mark, title := "   ", widget.Clip(strings.ReplaceAll(e.title, "\n", " "), w-15)
		if i == b.at.At {
			mark, title = " "+t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, title)
		}
		lines = append(lines, mark+t.Paint(theme.Dim, widget.PadRight(string(e.mark.Kind), 10))+title)
	}
	return widget.Join(lines, h)
}

// Keys are the screen's bindings.
func (b *Bookmarks) Keys() []key.Binding {
	some := len(b.list) > 0
	return []key.Binding{
		keys.When(some, b.keys.enter), keys.When(some, b.keys.up), keys.When(some, b.keys.down), keys.When(some, b.keys.remove),
		keys.When(some, b.keys.top), keys.When(some, b.keys.bottom),
	}
}

// Title names the screen.
func (b *Bookmarks) Title() string { return "Bookmarks" }
