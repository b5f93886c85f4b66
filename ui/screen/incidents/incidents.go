// Package incidents is the screen that lists the branching stories.
package incidents

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/list"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Incidents is the screen.
type Incidents struct {
	deps *screen.Deps
	list *list.List
}

// New makes the screen.
func New(d *screen.Deps) *Incidents {
	all := d.Course.Incidents()
	s := &Incidents{deps: d}
	rows := make([]list.Row, len(all))
	for i, in := range all {
		rows[i] = list.Row{Name: in.Title(), Note: decisions(in), Words: in.Opening()}
	}
	s.list = list.New(d, rows)
	s.list.Verb, s.list.About = "play", s.about
	s.list.Open = func(row int) tea.Msg { return screen.OpenIncident{ID: all[row].ID()} }
	s.list.Width, s.list.Below = 62, 9
	return s
}

// decisions is how many the learner takes, as far as that is certain.
func decisions(in model.Incident) string {
	fewest, most := in.Decisions(in.Start())
	if fewest == most {
		return fmt.Sprintf("%d decisions", most)
	}
	return fmt.Sprintf("%d–%d decisions", fewest, most)
}

// Init has nothing to fetch.
func (s *Incidents) Init() tea.Cmd { return nil }

// Update moves the focus and opens incidents.
func (s *Incidents) Update(msg tea.Msg) tea.Cmd {
	cmd, _ := s.list.Update(msg)
	return cmd
}

// Keys are the screen's bindings.
func (s *Incidents) Keys() []key.Binding {
	return append([]key.Binding{s.list.Enter()}, s.list.Moving()...)
}

// Title names the screen.
func (s *Incidents) Title() string { return "Incidents" }

// Find goes to an incident: see screen.Finder.
func (s *Incidents) Find(query string, step int) (at, of int) { return s.list.Find(query, step) }

// View draws the incidents and how the one with the focus begins.
func (s *Incidents) View(w, h int) string {
	t := s.deps.Theme
	header := widget.Header(t, "Incidents", t.Paint(theme.Dim, "whose job was it?"), w)
	if s.list.Len() == 0 {
		header = append(header, "", "   This course has no incidents.")
	}
	return s.list.View(header, w, h)
}

// about is how an incident begins, and the services that it is about.
func (s *Incidents) about(row, w int) []string {
	t, in := s.deps.Theme, s.deps.Course.Incidents()[row]
	lines := []string{t.Paint(theme.Accent, widget.Clip(in.Title(), w))}
	lines = append(lines, widget.Paragraph(t, theme.Plain, in.Opening(), 0, w)...)
	lines = append(lines, "")
	return append(lines, widget.Paragraph(t, theme.Dim, "About "+strings.Join(s.services(in), ", "), 0, w)...)
}

// services are the short names of those that an incident's decisions are about.
func (s *Incidents) services(in model.Incident) (names []string) {
	for _, step := range in.Steps() {
		service, _ := s.deps.Course.Matrix().Service(step.Cell.Service)
		if !slices.Contains(names, service.Short) {
			names = append(names, service.Short)
		}
	}
	return names
}
