package compare_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/compare"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func TestServicesWithoutADifference(t *testing.T) {
	d := open(t, 80, 24, "lambda", "dynamodb")
	if moving(uitest.Course(t).Matrix(), "lambda", "dynamodb") != 0 {
		t.Fatal("the course has changed: choose two services that are alike")
	}
	d.Keys("f")
	d.Want("0 of 17", "No layer moves between these", "f shows all layers", "f all layers")
	d.Keys("down", "enter", "s")
	d.Want("No layer moves")
	d.Keys("f")
	d.Want("── Facilities · the same in each")
}

func TestANarrowWindowComparesWhatItShows(t *testing.T) {
	d := open(t, 44, 16)
	d.Want("Compare · EC2, RDS ", "1–2 of 3 services", "4 of 17 move")
	d.Keys("tab", "tab")
	d.Want("Compare · RDS, S3 ", "2–3 of 3 services", "3 of 17 move")
	d.Keys("left", "left")
	d.Want("Compare · EC2, RDS ")
	d.Keys("right", "right")
	d.Resize(80, 24)
	d.Want("Compare · EC2, RDS, S3 ")
}

func TestServiceWithoutTheLayer(t *testing.T) {
	d := open(t, 80, 24)
	d.Keys("down", "down", "down", "down", "down", "right", "right")
	d.Want("[—      ]", "S3   —  S3 shows you buckets and objects, and no operating system.")
}

func TestCourseWithFewServices(t *testing.T) {
	for _, services := range [][]model.ServiceID{nil, {"s3"}} {
		deps := uitest.Deps(t)
		deps.Course = only(t, services...)
		d := uitest.OpenWith(t, deps, 80, 24, screen.OpenCompare{})
		d.Keys("right", "tab", "shift+tab", "]", "[", "down", "f", "f", "G")
		d.Want("Compare")
	}
}

func TestTheUsualServicesInAnotherOrder(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = only(t, "lambda", "s3", "fargate", "rds", "ec2")
	uitest.OpenWith(t, deps, 80, 24, screen.OpenCompare{}).Want("Compare · Lambda, Fargate, EC2 ")
}

// only is the course with some of its services, in this order.
func only(t *testing.T, ids ...model.ServiceID) *model.Course {
	t.Helper()
	small := uitest.Course(t)
	var services []model.Service
	for _, id := range ids {
		s, _ := small.Matrix().Service(id)
		services = append(services, s)
	}
	cells := slices.DeleteFunc(slices.Clone(small.Matrix().Cells()), func(c model.Cell) bool {
		return !slices.ContainsFunc(services, func(s model.Service) bool { return s.ID == c.Service })
	})
	grid, err := model.NewMatrix(small.Matrix().Layers(), services, cells)
	if err != nil {
		t.Fatal(err)
	}
	var lessons []model.Lesson
	for _, l := range small.Lessons() {
		l.Checks = nil
		lessons = append(lessons, l)
	}
	course, err := model.NewCourse(model.CourseSpec{
		ID: small.ID(), Title: small.Title(), Version: small.Version(),
		Tasks: small.Tasks(), Objectives: small.Objectives(), Matrix: grid, Lessons: lessons,
	})
	if err != nil {
		t.Fatal(err)
	}
	return course
}

func TestAnySizeFitsAndShowsTheFocus(t *testing.T) {
	deps := uitest.Deps(t)
	names := []string{"up", "down", "left", "right", "tab", "shift+tab", "[", "]", "f", "g", "G", "ctrl+d", "ctrl+u"}
	rapid.Check(t, func(rt *rapid.T) {
		c := compare.New(deps, nil)
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			c.Update(uitest.Key(rapid.SampledFrom(names).Draw(rt, "key")))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			view := c.View(w, h)
			lines := strings.Split(view, "\n")
			if len(lines) > h {
				rt.Fatalf("%d lines in %dx%d", len(lines), w, h)
			}
			for _, l := range lines {
				if widget.Width(l) > w {
					rt.Fatalf("a line of %d in %dx%d: %s", widget.Width(l), w, h, l)
				}
			}
			if !strings.Contains(view, "›") && !strings.Contains(view, "No layer moves") {
				rt.Fatalf("no focus in %dx%d:\n%s", w, h, view)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	c := compare.New(uitest.Deps(b), nil)
	for b.Loop() {
		c.View(200, 60)
	}
}
