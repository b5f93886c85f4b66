package cli

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"whose/content"
	"whose/model"
	"whose/ui/screen"
	"whose/ui/widget"
)

// builtIn is the course that the program carries.
func builtIn() (*model.Course, error) {
	course, err := content.Embedded()
	if err != nil {
		return nil, failure{exitFailed, fmt.Errorf("this program was built from a damaged course: %w", err)}
	}
	return course, nil
}

func newLesson(sys System, opts *tuiOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "lesson [ID]",
		Short: "Read a lesson, or choose one from the list",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return startTUI(sys, *opts, func(d *screen.Deps) ([]tea.Msg, error) {
				if len(args) == 0 {
					return []tea.Msg{screen.OpenLessons{}}, nil
				}
				id := model.LessonID(strings.ToLower(args[0]))
				if _, ok := d.Course.Lesson(id); !ok {
					return nil, usage("there is no lesson %q. There are:\n%s", args[0], lessonList(d.Course))
				}
				return []tea.Msg{screen.OpenLessons{}, screen.OpenLesson{ID: id}}, nil
			})
		},
	}
}

// lessonList is the lessons' ids, in as few lines as they take.
func lessonList(c *model.Course) string {
	var ids []string
	for _, l := range c.Lessons() {
		ids = append(ids, string(l.ID))
	}
	return strings.Join(widget.Wrap(strings.Join(ids, ", "), widget.ProseWidth), "\n")
}

func newMatrix(sys System, opts *tuiOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "matrix [SERVICE]",
		Short: "Explore who does what, layer by layer",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return startTUI(sys, *opts, func(d *screen.Deps) ([]tea.Msg, error) {
				if len(args) == 0 {
					return []tea.Msg{screen.OpenMatrix{}}, nil
				}
				service, err := oneService(d.Course.Matrix(), args[0])
				if err != nil {
					return nil, err
				}
				first := d.Course.Matrix().Layers()[0].ID
				return []tea.Msg{screen.OpenMatrix{Focus: model.CellRef{Service: service, Layer: first}}}, nil
			})
		},
	}
}

func newIncident(sys System, opts *tuiOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "incident [ID]",
		Short: "Play an incident, or choose one from the list",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return startTUI(sys, *opts, func(d *screen.Deps) ([]tea.Msg, error) {
				if len(args) == 0 {
					return []tea.Msg{screen.OpenIncidents{}}, nil
				}
				id := model.IncidentID(strings.ToLower(args[0]))
				if _, ok := d.Course.Incident(id); !ok {
					return nil, usage("there is no incident %q. There are:\n%s", args[0], incidentList(d.Course))
				}
				return []tea.Msg{screen.OpenIncidents{}, screen.OpenIncident{ID: id}}, nil
			})
		},
	}
}

func incidentList(c *model.Course) string {
	var b strings.Builder
	for _, in := range c.Incidents() {
		fmt.Fprintf(&b, "  %-22s %s\n", in.ID(), in.Title())
	}
	return strings.TrimRight(b.String(), "\n")
}

// oneService finds the service that a word means: its id, name or short name.
func oneService(m *model.Matrix, word string) (model.ServiceID, error) {
	var names []string
	for _, s := range m.Services() {
		if strings.EqualFold(word, string(s.ID)) || strings.EqualFold(word, s.Short) || strings.EqualFold(word, s.Name) {
			return s.ID, nil
		}
		names = append(names, string(s.ID))
	}
	return "", usage("there is no service %q: there are %s", word, strings.Join(names, ", "))
}
