// Package lesson is the screen that a lesson is read on.
package lesson

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/markdown"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Lesson shows one lesson at a time: the text, and under it what comes next. The
// next and the previous lesson take its place.
type Lesson struct {
	deps   *screen.Deps
	keys   keymap
	lesson model.Lesson
	topic  quiz.Topic // the lesson's questions
	known  bool       // whether the course has this lesson
	record record     // what the history says about it

	w, h    int
	page    *markdown.Page // nil until it is set for the first time
	setting setting        // what page was last asked for
	err     error          // why there is no page

	top     int    // the first line in sight
	place   place  // where that is in the text, whatever the width
	heading string // where to open it, "" for where it was left
	placed  bool   // place is settled: where the lesson was left would come too late
	focus   int    // among spots, -1 for none; what has it is always in sight
	find    find
	zones   widget.Zones[zone]
}

// setting is what a page depends on.
type setting struct {
	lesson model.LessonID
	width  int
	theme  *theme.Theme
}

// place is a position that holds at every width: see markdown.Page.
type place struct{ block, offset int }

type keymap struct {
	up, down, top, bottom, halfUp, halfDown, page               key.Binding
	enter, next, prev, sectionUp, sectionDown                   key.Binding
	back, on, practise, words, bookmark, source, copied, report key.Binding
}

// New makes the screen of a lesson. It opens at a heading, or if there is none
// of that name where it was left.
func New(d *screen.Deps, id model.LessonID, heading string) *Lesson {
	s := &Lesson{deps: d, keys: bindings()}
	s.open(id, heading)
	return s
}

func bindings() keymap {
	return keymap{
		up: keys.Bind("↑/↓", "scroll", "up", "k"), down: keys.Down(), top: keys.Top(), bottom: keys.Bottom(),
		halfUp: keys.HalfUp(), halfDown: keys.HalfDown(), page: keys.Space("page"),
		enter: keys.Enter("read on"), next: keys.Next("link"), prev: keys.Prev(),
		sectionDown: keys.Bind("]/[", "section", "]"), sectionUp: keys.Bind("", "", "["),
		on: keys.Bind("→/←", "lesson", "right", "l", ">"), back: keys.Bind("", "", "left", "h", "<"),
		practise: keys.Practise(), words: keys.Words(), bookmark: keys.Bookmark(), source: keys.Source(), copied: keys.Copy(), report: keys.Report(),
	}
}

// open turns to a lesson, as if the screen were new.
func (s *Lesson) open(id model.LessonID, heading string) {
	s.lesson, s.known = s.deps.Course.Lesson(id)
	s.topic = quiz.Topic{}
	if t, err := quiz.ParseTopic(s.deps.Course, string(id)); err == nil {
		s.topic = t
	}
	s.record, s.page, s.err = record{}, nil, nil
	s.top, s.place, s.heading, s.placed, s.focus = 0, place{}, heading, false, -1
	s.find = find{}
}

// Init looks up where the lesson was left.
func (s *Lesson) Init() tea.Cmd { return s.look() }

// Update scrolls, follows links and takes what the commands bring.
func (s *Lesson) Update(msg tea.Msg) tea.Cmd {
	if !s.known {
		return nil
	}
	switch msg := msg.(type) {
	case screen.Resized:
		s.w, s.h = msg.W, msg.H
		s.scroll(s.top)
		return s.set()
	case screen.Restyled:
		return s.set()
	case screen.Shown:
		return s.look()
	case pageSet:
		s.takePage(msg)
	case record:
		s.takeRecord(msg)
	case bookmarkSet:
		return s.takeBookmark(msg)
	case screen.Wheel:
		return s.move(3 * msg.Step)
	case screen.Click:
		return s.click(msg)
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return nil
}

func (s *Lesson) press(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case key.Matches(msg, k.down):
		return s.move(1)
	case key.Matches(msg, k.up):
		return s.move(-1)
	case key.Matches(msg, k.page):
		return s.move(max(1, s.room()-2))
	case key.Matches(msg, k.halfDown):
		return s.move(s.room() / 2)
	case key.Matches(msg, k.halfUp):
		return s.move(-s.room() / 2)
	case key.Matches(msg, k.top):
		return s.goTo(0)
	case key.Matches(msg, k.bottom):
		return s.goTo(s.length())
	case key.Matches(msg, k.sectionDown):
		return s.goTo(s.sectionAfter())
	case key.Matches(msg, k.sectionUp):
		return s.goTo(s.sectionBefore())
	case key.Matches(msg, k.next):
		return s.step(1)
	case key.Matches(msg, k.prev):
		return s.step(-1)
	case key.Matches(msg, k.enter):
		return s.enter().do()
	}
	return s.act(msg)
}

func (s *Lesson) act(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case key.Matches(msg, k.on):
		return s.turn(1)
	case key.Matches(msg, k.back):
		return s.turn(-1)
	case key.Matches(msg, k.practise):
		return screen.Send(screen.Practise{Topic: s.topic})
	case key.Matches(msg, k.words):
		return s.words()
	case key.Matches(msg, k.bookmark):
		return s.bookmark()
	case key.Matches(msg, k.source):
		if url := s.source(); url != "" {
			return screen.Send(screen.OpenSource{URL: url})
		}
	case key.Matches(msg, k.copied):
		return s.copy()
	case key.Matches(msg, k.report):
		return s.report()
	}
	return nil
}

// Keys are the screen's bindings.
func (s *Lesson) Keys() []key.Binding {
	k, there := s.keys, s.page != nil
	k.enter.SetHelp("enter", s.enter().help)
	scrolls := there && s.maxTop() > 0
	n := s.number()
	return []key.Binding{
		keys.When(there, k.enter), keys.When(there, k.next), keys.When(there, k.prev),
		keys.When(s.known && n < len(s.deps.Course.Lessons()), k.on), keys.When(n > 1, k.back),
		keys.When(scrolls && !s.atEnd(), k.sectionDown), keys.When(scrolls && s.top > 0, k.sectionUp),
		keys.When(s.known, k.practise), keys.When(there && len(s.deps.Course.Glossary()) > 0, k.words), keys.When(s.known, k.bookmark), keys.When(s.source() != "", k.source),
		keys.When(there, k.copied), keys.When(s.known, k.report),
		keys.When(scrolls && !s.atEnd(), k.page), keys.When(scrolls, k.up), keys.When(scrolls, k.down), keys.When(scrolls, k.halfDown), keys.When(scrolls, k.halfUp),
		keys.When(scrolls, k.top), keys.When(scrolls, k.bottom),
	}
}

// Title names the screen.
func (s *Lesson) Title() string {
	if !s.known {
		return "Lesson"
	}
	return s.lesson.Title
}

func (s *Lesson) number() int { return s.deps.Course.LessonNumber(s.lesson.ID) }

// neighbour is the lesson so many further on.
func (s *Lesson) neighbour(n int) (model.Lesson, bool) {
	all := s.deps.Course.Lessons()
	i := s.number() - 1 + n
	if !s.known || i < 0 || i >= len(all) {
		return model.Lesson{}, false
	}
	return all[i], true
}

// turn puts this lesson away and turns to the one so many further on.
func (s *Lesson) turn(n int) tea.Cmd {
	l, ok := s.neighbour(n)
	if !ok {
		return nil
	}
	leave := s.Leave()
	s.open(l.ID, "")
	return tea.Batch(leave, s.look(), s.set())
}
