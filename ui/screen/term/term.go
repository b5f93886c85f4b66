// Package term is the screen of one word of the glossary: what it means, and
// where it is taught.
package term

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/keys"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
	"whose/ui/words"
)

// Term is the screen.
type Term struct {
	deps   *screen.Deps
	all    []model.Term
	at     int // -1 for a word that the course does not have
	places map[model.TermID][]words.Place
	page   *page.Page
	keys   keymap
}

type keymap struct{ left, right, read, copied, report key.Binding }

// New makes the screen of a word.
func New(d *screen.Deps, id model.TermID) *Term {
	s := &Term{deps: d, all: words.Sorted(d.Course)}
	s.at = slices.IndexFunc(s.all, func(t model.Term) bool { return t.ID == id })
	s.page = page.New(d, s.set)
	several := len(s.all) > 1
	s.keys = keymap{keys.When(several, keys.Left("word")), keys.When(several, keys.Right()), keys.Read(), keys.Copy(), keys.Report()}
	return s
}

type found map[model.TermID][]words.Place

// Init looks up where the words are taught.
func (s *Term) Init() tea.Cmd {
	course := s.deps.Course
	return func() tea.Msg { return found(words.Places(course)) }
}

func (s *Term) term() model.Term { return s.all[s.at] }

func (s *Term) taught() []words.Place { return s.places[s.term().ID] }

// Update moves the focus and opens lessons.
func (s *Term) Update(msg tea.Msg) tea.Cmd {
	if s.at < 0 {
		return nil
	}
	switch msg := msg.(type) {
	case found:
		s.places = msg
		s.begin()
	case screen.Resized:
		s.page.Resize(msg.W, msg.H)
	case screen.Restyled:
		s.page.Stale()
	case screen.Wheel:
		s.page.Scroll(msg.Step)
	case screen.Click:
		return s.page.Click(msg)
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return nil
}

// begin shows a word with the focus on the lesson that teaches it first.
func (s *Term) begin() {
	s.page.Begin(0)
}

func (s *Term) press(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case key.Matches(msg, s.page.Enter()):
		return s.page.Open()
	case key.Matches(msg, k.left):
		s.step(-1)
	case key.Matches(msg, k.right):
		s.step(1)
	case key.Matches(msg, s.read()):
		return s.open(s.taught()[0])()
	case key.Matches(msg, k.copied):
		return screen.Send(screen.CopyText{Text: s.term().Term + ": " + s.term().Text, What: "the word and what it means"})
	case key.Matches(msg, k.report):
		c := s.deps.Course
		return screen.Send(screen.CopyText{Text: fmt.Sprintf("term %s, course %s %s", s.term().ID, c.ID(), c.Version()), What: "what a report needs"})
	case s.page.PressMoving(msg):
	}
	return nil
}

func (s *Term) read() key.Binding { return keys.When(len(s.taught()) > 0, s.keys.read) }

// step goes to another word, around the end.
func (s *Term) step(n int) {
	s.at = (s.at + n + len(s.all)) % len(s.all)
	s.begin()
}

// Keys are the screen's bindings.
func (s *Term) Keys() []key.Binding {
	if s.at < 0 {
		return nil
	}
	all := []key.Binding{s.page.Enter(), s.keys.left, s.keys.right, s.read()}
	all = append(all, s.page.Moving()...)
	return append(all, s.keys.copied, s.keys.report)
}

// Title names the screen.
func (s *Term) Title() string {
	if s.at < 0 {
		return "Glossary"
	}
	return s.term().Term
}

// Find searches the page: see screen.Finder.
func (s *Term) Find(query string, step int) (at, of int) {
	if s.at < 0 {
		return 0, 0
	}
	return s.page.Find(query, step)
}

// View draws the word.
func (s *Term) View(w, h int) string {
	t := s.deps.Theme
	if s.at < 0 {
		return widget.Join(append(widget.Header(t, s.Title(), "", w), "", "   The course does not explain this word."), h)
	}
	right := t.Paint(theme.Dim, fmt.Sprintf("word %d of %d", s.at+1, len(s.all)))
	return s.page.View(widget.Clip(s.Title(), w-widget.Width(right)-4), right, w, h)
}

// set puts the page together.
func (s *Term) set(p *page.Setter) {
	term := s.term()
	p.Blank()
	p.Put(theme.Plain, "", term.Text, page.Mark, p.Prose(page.Mark))
	if len(term.Words) > 0 {
		p.Blank()
		p.Put(theme.Dim, "", "Also: "+strings.Join(term.Words, ", "), page.Mark, p.Prose(page.Mark))
	}
	if s.places == nil {
		return
	}
	note := ""
	if len(s.taught()) == 0 {
		note = "no lesson has this word"
	}
	p.Heading("Where it is taught", note)
	for _, place := range s.taught() {
		l, _ := s.deps.Course.Lesson(place.Lesson)
		p.Add(page.Thing{
			Verb: "read", Most: 1, Open: s.open(place),
			Text: fmt.Sprintf("Lesson %d · %s", s.deps.Course.LessonNumber(l.ID), l.Title),
		})
		if place.Heading != "" {
			const in = page.Mark + page.Indent
			p.Put(theme.Dim, "", place.Heading, in, p.Prose(in))
			p.Extend()
		}
	}
}

// open reads the lesson at a place.
func (s *Term) open(place words.Place) func() tea.Cmd {
	msg := screen.OpenLesson{ID: place.Lesson, Heading: place.Heading}
	return func() tea.Cmd { return screen.Send(msg) }
}
