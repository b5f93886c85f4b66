// Package sessions is the screen that lists the sessions that were finished:
// quizzes, reviews, exams.
package sessions

import (
	"context"
	"fmt"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/keys"
	"whose/ui/list"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// filter is which sessions are shown.
type filter int

const (
	all filter = iota
	exams
	reviews
	quizzes
	filters
)

// name is what the filter shows, in the plural.
func (f filter) name() string {
	return [filters]string{"all", "exams", "reviews", "quizzes"}[f]
}

// has reports whether the filter shows sessions of a kind. Whatever is no exam
// and no review is a quiz.
func (f filter) has(k quiz.Kind) bool {
	switch f {
	case exams:
		return k == quiz.KindExam
	case reviews:
		return k == quiz.KindReview
	case quizzes:
		return k != quiz.KindExam && k != quiz.KindReview
	}
	return true
}

// Sessions is the screen.
type Sessions struct {
	deps   *screen.Deps
	past   []history.Past
	shown  []history.Past
	filter filter
	list   *list.List
	loaded bool
	err    error
}

// New makes the screen.
func New(d *screen.Deps) *Sessions {
	s := &Sessions{deps: d}
	s.show(all)
	return s
}

type loaded struct {
	past []history.Past
	err  error
}

// Init reads the sessions.
func (s *Sessions) Init() tea.Cmd {
	hist := s.deps.History
	return func() tea.Msg {
		past, err := hist.Sessions(context.Background())
		return loaded{past, err}
	}
}

// Update moves the focus, opens a session and filters.
func (s *Sessions) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := s.list.Update(msg); ok {
		return cmd
	}
	switch msg := msg.(type) {
	case loaded:
		return s.take(msg)
	case screen.Shown:
		return s.Init()
	case tea.KeyPressMsg:
		if key.Matches(msg, s.filtering()) {
			s.show(s.next())
		}
	}
	return nil
}

// take shows what was read, the focus on the session that had it.
func (s *Sessions) take(msg loaded) tea.Cmd {
	same := s.loaded && slices.Equal(msg.past, s.past)
	s.loaded, s.past, s.err = true, msg.past, msg.err
	if !same {
		s.show(s.filter)
	}
	if msg.err != nil {
		return screen.Send(screen.SaveResult{Err: msg.err})
	}
	return nil
}

// next is the next filter that shows some sessions, but not all of them.
func (s *Sessions) next() filter {
	for f := s.filter + 1; f < filters; f++ {
		n := 0
		for _, p := range s.past {
			if f.has(p.Kind) {
				n++
			}
		}
		if n > 0 && n < len(s.past) {
			return f
		}
	}
	return all
}

// show lists the sessions that a filter shows.
func (s *Sessions) show(f filter) {
	s.filter, s.shown = f, nil
	var rows []list.Row
	for _, p := range s.past {
		if !f.has(p.Kind) {
			continue
		}
		s.shown = append(s.shown, p)
		rows = append(rows, list.Row{
			Name: widget.PadRight(day(p.At), dayWidth) + name(p), Note: score(p),
		})
	}
	s.list = list.New(s.deps, rows)
	s.list.Verb, s.list.About, s.list.Width, s.list.Below, s.list.Keep = "open", s.about, 56, 3, true
	s.list.Open = func(row int) tea.Msg { return screen.OpenPast{ID: s.shown[row].ID} }
}

func (s *Sessions) filtering() key.Binding {
	return keys.When(s.next() != s.filter, keys.Filter(s.next().name()))
}

// Keys are the screen's bindings.
func (s *Sessions) Keys() []key.Binding {
	return append([]key.Binding{s.list.Enter(), s.filtering()}, s.list.Moving()...)
}

// Title names the screen.
func (s *Sessions) Title() string { return "Past sessions" }

// Find goes to a session by its title or its kind: see screen.Finder.
func (s *Sessions) Find(query string, step int) (at, of int) { return s.list.Find(query, step) }

// View draws the sessions and what the one with the focus came to.
func (s *Sessions) View(w, h int) string {
	t := s.deps.Theme
	count := fmt.Sprintf("%d finished", len(s.past))
	if s.filter != all {
		count = fmt.Sprintf("%d of %d", len(s.shown), len(s.past))
	}
	title := s.Title()
	if s.filter != all {
		title += " · " + s.filter.name()
	}
	header := widget.Header(t, title, t.Paint(theme.Dim, count), w)
	switch {
	case s.err != nil:
		header = append(header, "", "   No data: the history cannot be read.", "   "+t.Paint(theme.Dim, widget.Clip(s.err.Error(), w-4)))
	case s.loaded && len(s.past) == 0:
		header = append(header, "", "   No session is finished yet.")
		header = append(header, widget.Paragraph(t, theme.Dim, "A quiz, a review or an exam stands here when it is.", 3, w-1)...)
	}
	return s.list.View(header, w, h)
}

// about is what a session was and came to.
func (s *Sessions) about(row, w int) []string {
	t, p := s.deps.Theme, s.shown[row]
	result := fmt.Sprintf("%d of %d right", p.Right, p.Len)
	if p.Time > 0 {
		result += " · " + clock(p.Time)
	}
	return []string{
		t.Paint(theme.Accent, widget.Clip(name(p), w)),
		widget.Clip(p.At.Format("Monday 2 January 2006, 15:04"), w),
		widget.Clip(result, w),
	}
}

const dayWidth = 8 // "20 Nov" and two blanks

// day is when a session ended, in few letters.
func day(at time.Time) string { return fmt.Sprintf("%2d %s", at.Day(), at.Month().String()[:3]) }

// score is what a session came to, in few letters.
func score(p history.Past) string {
	return fmt.Sprintf("%3d %%%10s", 100*p.Right/max(1, p.Len), fmt.Sprintf("%d of %d", p.Right, p.Len))
}

// name is what a session was, in words: "Quiz · RDS".
func name(p history.Past) string {
	switch p.Kind {
	case quiz.KindReview:
		return "Review"
	case quiz.KindExam:
		return "Mock exam"
	case quiz.KindPlacement:
		return "Placement"
	case quiz.KindChecks:
		return "Checks · " + p.Title
	case quiz.KindTestMe:
		return "Test me · " + p.Title
	}
	return "Quiz · " + p.Title
}

// clock is a time in minutes and seconds.
func clock(d time.Duration) string {
	d = d.Round(time.Second)
	return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
}
