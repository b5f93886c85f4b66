// Package incident is the screen that plays a branching story: the learner
// decides, sees what comes of it, and at the end whose job each decision was.
package incident

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Incident is the screen.
type Incident struct {
	deps   *screen.Deps
	story  model.Incident
	exists bool
	sized  bool // the size of the window is known
	state  state
	step   model.Step // what is to be decided, or was decided last
	made   []decision
	end    model.Ending
	page   *page.Page
}

// state is where in the story the learner is.
type state uint8

const (
	opening state = iota
	deciding
	decided // and what came of it is shown
	ended
)

// decision is what the learner chose at a step.
type decision struct {
	step   model.Step
	choice model.Choice
}

// New makes the screen of an incident, at its opening.
func New(d *screen.Deps, id model.IncidentID) *Incident {
	s := &Incident{deps: d}
	s.story, s.exists = d.Course.Incident(id)
	s.page = page.New(d, s.set)
	return s
}

// Init has nothing to fetch.
func (s *Incident) Init() tea.Cmd { return nil }

// Update goes on with the story.
func (s *Incident) Update(msg tea.Msg) tea.Cmd {
	if !s.exists {
		return nil
	}
	switch msg := msg.(type) {
	case screen.Resized:
		first := !s.sized
		s.sized = true
		s.page.Resize(msg.W, msg.H)
		if first {
			s.show(opening)
		}
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

// show turns to a part of the story. A choice has no focus at first, so that
// enter cannot decide by accident.
func (s *Incident) show(to state) {
	s.state = to
	s.page.Progress = s.progress()
	focus := 0
	if to == deciding {
		focus = -1
	}
	s.page.Begin(focus)
}

// progress is the part of the decisions that is made, on the longest way from
// here.
func (s *Incident) progress() float64 {
	next := s.step.ID
	if s.state == opening {
		return 0
	}
	if s.state != deciding {
		next = s.last().choice.Next
	}
	_, most := s.story.Decisions(next)
	return float64(len(s.made)) / float64(len(s.made)+most)
}

func (s *Incident) last() decision { return s.made[len(s.made)-1] }

// begin tells the story from its first step.
func (s *Incident) begin() tea.Cmd {
	s.made = nil
	s.goTo(s.story.Start())
	return nil
}

// goTo comes to a step or to an ending.
func (s *Incident) goTo(id model.StepID) {
	if step, ok := s.story.Step(id); ok {
		s.step = step
		s.show(deciding)
		return
	}
	s.end, _ = s.story.Ending(id)
	s.show(ended)
}

// decide takes a choice.
func (s *Incident) decide(c model.Choice) tea.Cmd {
	s.made = append(s.made, decision{s.step, c})
	s.show(decided)
	return nil
}

// goOn comes to what the last decision led to.
func (s *Incident) goOn() tea.Cmd {
	s.goTo(s.last().choice.Next)
	return nil
}

// good counts the good decisions.
func (s *Incident) good() (n int) {
	for _, d := range s.made {
		if d.choice.Good {
			n++
		}
	}
	return n
}

// Title names the screen.
func (s *Incident) Title() string {
	if !s.exists {
		return "Incident"
	}
	return s.story.Title()
}

// Find searches the page: see screen.Finder.
func (s *Incident) Find(query string, step int) (at, of int) {
	if !s.exists {
		return 0, 0
	}
	return s.page.Find(query, step)
}

// View draws the part of the story that is told.
func (s *Incident) View(w, h int) string {
	t := s.deps.Theme
	if !s.exists {
		return widget.Join(append(widget.Header(t, "Incident", "", w), "", "   This course has no such incident."), h)
	}
	right := t.Paint(theme.Dim, s.where(w < airy))
	return s.page.View(widget.Clip(s.Title(), w-widget.Width(right)-4), right, w, h)
}

// where says how far the story is, in fewer words in a narrow window.
func (s *Incident) where(short bool) string {
	switch s.state {
	case deciding:
		return fmt.Sprintf("decision %d", len(s.made)+1)
	case ended:
		if short {
			return fmt.Sprintf("%d of %d good", s.good(), len(s.made))
		}
		return fmt.Sprintf("the end · %d of %d good", s.good(), len(s.made))
	case decided:
		if short {
			return fmt.Sprintf("decision %d", len(s.made))
		}
		return fmt.Sprintf("decision %d · %d good", len(s.made), s.good())
	}
	return "incident"
}
