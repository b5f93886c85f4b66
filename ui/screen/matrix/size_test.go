package matrix_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/matrix"
	"whose/ui/uitest"
	"whose/ui/widget"
)

// big is the course with its services many times over, for columns that do not
// fit.
func big(t testing.TB, times int) *model.Course {
	t.Helper()
	return remade(t, times, func(*model.Cell) {})
}

// remade is the course without its questions, its services numbered and as often
// as times, and its cells changed.
func remade(t testing.TB, times int, change func(*model.Cell)) *model.Course {
	t.Helper()
	small := uitest.Course(t)
	m := small.Matrix()
	var services []model.Service
	var cells []model.Cell
	for i := range times {
		for _, s := range m.Services() {
			s.ID = model.ServiceID(fmt.Sprintf("%s%d", s.ID, i))
			services = append(services, s)
		}
		for _, c := range m.Cells() {
			c.Service = model.ServiceID(fmt.Sprintf("%s%d", c.Service, i))
			change(&c)
			cells = append(cells, c)
		}
	}
	grid, err := model.NewMatrix(m.Layers(), services, cells)
	if err != nil {
		t.Fatal(err)
	}
	course, err := model.NewCourse(model.CourseSpec{
		ID: small.ID(), Title: small.Title(), Version: small.Version(),
		Tasks: small.Tasks(), Objectives: small.Objectives(), Matrix: grid, Lessons: lessons(small),
	})
	if err != nil {
		t.Fatal(err)
	}
	return course
}

// lessons are a course's lessons without their questions.
func lessons(c *model.Course) (all []model.Lesson) {
	for _, l := range c.Lessons() {
		l.Checks = nil
		all = append(all, l)
	}
	return all
}

func TestColumnsScroll(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = big(t, 3)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{})
	d.Want("1–6 of 18 ›", "EC2", "Fargate")
	d.Keys("tab", "tab", "tab", "tab", "tab")
	d.Want("1–6 of 18 ›")
	d.Keys("right")
	d.Want("‹ 2–7 of 18 ›")
	d.Keys("h", "h", "h", "h", "h", "h")
	d.Want("1–6 of 18 ›")
	d.Keys("shift+tab")
	d.Want("‹ 13–18 of 18", "── Fargate · Facilities")
}

func TestAWiderWindowLeavesNoRoomEmpty(t *testing.T) {
	d := open(t, 44, 16, dynamoData)
	d.Want("‹ 4–5 of 6 ›")
	d.Resize(80, 24)
	d.WantNot("of 6")
	d.Want("EC2", "Fargate")
}

func TestAWideAndHighWindowShowsAllServicesAboveThePane(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = big(t, 3)
	for _, w := range []int{160, 200} { // as narrow as their names, and equally wide
		d := uitest.OpenWith(t, deps, w, 60, screen.OpenMatrix{})
		d.WantNot("of 18")
		d.Want("\n ── EC2 · Facilities", "Exam  Read one word")
	}
	uitest.OpenWith(t, deps, 200, 38, screen.OpenMatrix{}).Want("of 18") // too low for the pane
}

func TestNothingToTestOnAServiceThatIsNotGraded(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = remade(t, 1, func(c *model.Cell) { c.Graded = c.Graded && c.Service != "rds0" })
	d := uitest.OpenWith(t, deps, 120, 36, screen.OpenMatrix{Focus: model.CellRef{Service: "rds0", Layer: "data"}})
	d.WantNot("t test me")
	d.Keys("t")
	d.Want("Matrix · 6 services")
	d.Keys("right")
	d.Want("t test me")
}

func TestAnySizeShowsTheFocusWithinTheWindow(t *testing.T) {
	deps := uitest.Deps(t)
	courses := []*model.Course{deps.Course, big(t, 4)}
	rapid.Check(t, func(rt *rapid.T) {
		deps.Course = rapid.SampledFrom(courses).Draw(rt, "course")
		m := matrix.New(deps, model.CellRef{})
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			name := rapid.SampledFrom([]string{"up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u", "tab", "shift+tab"}).Draw(rt, "key")
			m.Update(uitest.Key(name))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			if fault := misfit(m.View(w, h), w, h); fault != "" {
				rt.Fatal(fault)
			}
			if view := m.View(w, h); !strings.Contains(view, "[ ") && !strings.Contains(view, "[■●]") {
				rt.Fatalf("no focus at %dx%d:\n%s", w, h, view)
			}
		}
	})
}

func TestCourseWithoutServices(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = big(t, 0)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{})
	d.Want("This course has no matrix.")
	d.Keys("down", "enter", "b")
	d.Click(30, 5)
	d.Want("This course has no matrix.")
}

// misfit tells what of a view does not fit in w by h.
func misfit(view string, w, h int) string {
	lines := strings.Split(view, "\n")
	if len(lines) > h {
		return fmt.Sprintf("%d lines in %dx%d", len(lines), w, h)
	}
	for i, l := range lines {
		if n := widget.Width(l); n > w {
			return fmt.Sprintf("line %d is %d wide in %dx%d: %s", i, n, w, h, l)
		}
	}
	return ""
}
