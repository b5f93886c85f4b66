// Package lessons is the screen that lists all lessons in learning order.
package lessons

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Lessons is the list, with what the focused lesson teaches beside or under it.
type Lessons struct {
	deps    *screen.Deps
	all     []model.Lesson
	keys    keymap
	records map[model.LessonID]record
	at      widget.Cursor
	moved   bool // the learner has chosen: what to go on with comes too late
	find    find
	zones   widget.Zones[int]
	w, h    int
}

type keymap struct {
	enter, up, down, top, bottom, halfUp, halfDown, practise, bookmark key.Binding
}

// New makes the list. The focus begins on the lesson to go on with.
func New(d *screen.Deps) *Lessons {
	return &Lessons{deps: d, all: d.Course.Lessons(), keys: keymap{
		enter: keys.Bind("enter", "read", "enter", "r"), up: keys.Up(), down: keys.Down(), top: keys.Top(), bottom: keys.Bottom(),
		halfUp: keys.HalfUp(), halfDown: keys.HalfDown(), practise: keys.Practise(), bookmark: keys.Bookmark(),
	}}
}

// Init reads what the history says about the lessons.
func (s *Lessons) Init() tea.Cmd { return s.look() }

// Update moves the focus and opens lessons.
func (s *Lessons) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Resized:
		s.w, s.h = msg.W, msg.H
	case records:
		s.take(msg)
	case bookmarkSet:
		return s.takeBookmark(msg)
	case screen.Shown:
		return s.look()
	case screen.Wheel:
		s.move(msg.Step)
	case screen.Click:
		return s.click(msg)
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return nil
}

func (s *Lessons) press(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case len(s.all) == 0:
	case key.Matches(msg, k.up):
		s.move(-1)
	case key.Matches(msg, k.down):
		s.move(1)
	case key.Matches(msg, k.halfUp):
		s.move(-max(1, s.rows()/2))
	case key.Matches(msg, k.halfDown):
		s.move(max(1, s.rows()/2))
	case key.Matches(msg, k.top):
		s.move(-len(s.all))
	case key.Matches(msg, k.bottom):
		s.move(len(s.all))
	case key.Matches(msg, k.enter):
		return s.open()
	case key.Matches(msg, k.practise):
		return s.practise()
	case key.Matches(msg, k.bookmark):
		return s.bookmark()
	}
	return nil
}

func (s *Lessons) move(n int) {
	s.at.Move(n, len(s.all))
	s.moved = true
}

// click gives a lesson the focus, and opens the one that has it.
func (s *Lessons) click(msg screen.Click) tea.Cmd {
	i, ok := s.zones.At(msg.X, msg.Y)
	if !ok {
		return nil
	}
	if i == s.at.At {
		return s.open()
	}
	s.move(i - s.at.At)
	return nil
}

func (s *Lessons) focused() model.Lesson { return s.all[s.at.At] }

func (s *Lessons) open() tea.Cmd { return screen.Send(screen.OpenLesson{ID: s.focused().ID}) }

func (s *Lessons) practise() tea.Cmd {
	topic, err := quiz.ParseTopic(s.deps.Course, string(s.focused().ID))
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.Practise{Topic: topic})
}

// Keys are the screen's bindings.
func (s *Lessons) Keys() []key.Binding {
	k, any, several := s.keys, len(s.all) > 0, len(s.all) > 1
	return []key.Binding{
		keys.When(any, k.enter), keys.When(several, k.up), keys.When(several, k.down), keys.When(any, k.practise), keys.When(any, k.bookmark),
		keys.When(several, k.top), keys.When(several, k.bottom), keys.When(several, k.halfDown), keys.When(several, k.halfUp),
	}
}

// Title names the screen.
func (s *Lessons) Title() string { return "Lessons" }
