package incidents_test

import (
	"fmt"
	"testing"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// several is the small course with its incident so many times over.
func several(t *testing.T, times int) *model.Course {
	t.Helper()
	c := uitest.Course(t)
	var all []model.Incident
	for i := range times {
		spec := c.Incidents()[0].Spec()
		spec.ID = model.IncidentID(fmt.Sprintf("story-%d", i+1))
		spec.Title = fmt.Sprintf("Story %d", i+1)
		in, err := model.NewIncident(spec)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, in)
	}
	course, err := model.NewCourse(model.CourseSpec{
		ID: c.ID(), Title: c.Title(), Version: c.Version(), Tasks: c.Tasks(), Objectives: c.Objectives(), Matrix: c.Matrix(),
		Lessons: c.Lessons(), Questions: c.Questions(), Concepts: c.Concepts(), Pairs: c.Pairs(), Incidents: all,
	})
	if err != nil {
		t.Fatal(err)
	}
	return course
}

func TestScreens(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "44x16": {44, 16}} {
		t.Run(name, func(t *testing.T) {
			deps := uitest.Deps(t)
			deps.Course = several(t, 6)
			d := uitest.OpenWith(t, deps, size[0], size[1], screen.OpenIncidents{})
			d.Keys("down", "down")
			d.Golden(name)
		})
	}
}

func TestEnterPlaysAndEscComesBack(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = several(t, 3)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenIncidents{})
	d.Want("› Story 1", "decisions", "About S3")
	d.Keys("down", "enter")
	d.Want(" Story 2 ", "enter begin")
	d.Keys("esc")
	d.Want("› Story 2")
	d.Keys("/")
	d.Type("story 3")
	d.Want("› Story 3")
}

func TestACourseWithoutIncidents(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = uitest.Bare(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenIncidents{})
	d.Want("This course has no incidents.")
	d.Keys("enter", "down", "esc")
	d.WantNot("Incidents") // nor does home offer any
}
