package testme_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/uitest"
	"whose/ui/widget"
)

// digit is the key that answers with a party.
var digit = map[model.Party]string{model.AWS: "1", model.Customer: "2", model.Shared: "3"}

// solution has the keys that answer all of a service right.
func solution(t testing.TB, service model.ServiceID) (keys []string) {
	t.Helper()
	m := uitest.Course(t).Matrix()
	for _, l := range m.Layers() {
		if c, _ := m.Cell(model.CellRef{Service: service, Layer: l.ID}); c.Askable() {
			keys = append(keys, digit[c.Party])
		}
	}
	return keys
}

// withMistakes has the third, the seventh and the last answer wrong.
func withMistakes(t testing.TB, service model.ServiceID) []string {
	t.Helper()
	keys := solution(t, service)
	for _, i := range []int{2, 6, len(keys) - 1} {
		if keys[i] == "1" {
			keys[i] = "2"
		} else {
			keys[i] = "1"
		}
	}
	return keys
}

func open(t *testing.T, w, h int, service model.ServiceID) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenTestMe{Service: service})
}

func TestScreens(t *testing.T) {
	all := withMistakes(t, "rds")
	for name, tt := range map[string]struct {
		w, h int
		keys []string
	}{
		"80x24":         {80, 24, all[:7]},
		"120x36":        {120, 36, all[:7]},
		"44x16":         {44, 16, all[:7]},
		"first":         {80, 24, nil},
		"result-80x24":  {80, 24, append(slices.Clone(all), "enter", "down")},
		"result-44x16":  {44, 16, append(slices.Clone(all), "enter", "down")},
		"result-120x36": {120, 36, append(slices.Clone(all), "enter", "down")},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, tt.w, tt.h, "rds")
			d.Keys(tt.keys...)
			d.Golden(name)
		})
	}
}

// focused is the name of the layer with the focus.
func focused(d *uitest.Driver) string {
	for _, line := range strings.Split(d.Text(), "\n") {
		if _, after, ok := strings.Cut(line, "› "); ok {
			name, _, _ := strings.Cut(after, "  ")
			return name
		}
	}
	return ""
}

func TestPartiesAreHiddenUntilAnswered(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Want("0 of 17", "On Amazon RDS, whose job is guarding the buildings", "1 ■ AWS", "2 ● You", "3 ■● Both")
	d.WantNot("✓", "✗", "it is")
	d.Keys("1")
	d.Want("1 of 17 · 1 right", "Facilities                ✓ ■  AWS", "── ✓ Facilities · ■ AWS")
	if got := focused(d); got != "Hardware, disk disposal" {
		t.Errorf("the focus goes on to %q", got)
	}
	d.Keys("2")
	d.Want("2 of 17 · 1 right", "Hardware, disk disposal   ✗ ●  You   it is ■  AWS", "── ✗ Hardware, disk disposal · it is ■ AWS")
}

func TestOnlyAskableLayersAreAsked(t *testing.T) {
	d := open(t, 80, 24, "s3") // it has no guest OS to harden
	d.Want("0 of 16")
	d.WantNot("Guest OS hardening")
}

func TestLookingBack(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("1", "2", "up")
	d.Want("── ✗ Hardware", "tab go on", "enter open")
	d.Keys("1") // it is answered already
	d.Want("2 of 17 · 1 right")
	d.WantNot("1–3 answer", "graded already")
	d.Keys("up")
	d.Want("── ✓ Facilities")
	d.Keys("enter")
	d.Want("Amazon RDS · Physical facilities")
	d.Keys("esc")
	d.Want("2 of 17", "── ✓ Facilities")
	d.Keys("tab", "1")
	d.Want("3 of 17 · 2 right")
}

func TestALaterLayerWaitsForThoseBeforeIt(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("1", "down", "down", "1")
	d.Want("1 of 17", "this one first")
	if got := focused(d); got != "Hardware, disk disposal" {
		t.Errorf("the focus is on %q", got)
	}
}

func TestAHiddenPartyCannotBeLookedUp(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("enter", "m", "c", "s", "r", "o", "y")
	d.Want("Test me · Amazon RDS", "0 of 17")
	if len(d.Left) > 0 && reflect.TypeOf(d.Left[len(d.Left)-1]).String() == "tea.setClipboardMsg" {
		t.Error("the cell was copied")
	}
}

func TestResult(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys(withMistakes(t, "rds")...)
	d.Want("17 of 17 · 14 right", "── ✗ Compliance", "enter result")
	d.Keys("enter")
	d.Want("14 of 17 right", "Look at these again", "Global network", "Engine, runtime patching", "Compliance", "── ✗ Global network")
	d.WantNot("Facilities", "Logging")
	d.Keys("down")
	d.Want("── ✗ Engine, runtime patching")
	d.Keys("enter")
	d.Want("Amazon RDS · Engine, runtime")
	d.Keys("esc")
	d.Want("14 of 17 right", "── ✗ Engine, runtime patching")
}

func TestAllRight(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys(solution(t, "rds")...)
	d.Keys("enter")
	d.Want("17 of 17 right", "Every layer, whose it is.", "t again", "←/→ service")
	d.WantNot("Look at these", "enter open")
}

func TestAgainAndTheNextService(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys(withMistakes(t, "rds")...)
	d.Keys("enter", "t")
	d.Want("Test me · Amazon RDS", "0 of 17")
	d.Keys(solution(t, "rds")...)
	d.Keys("enter")
	d.Want("17 of 17 right")
	if got := recorded(t, deps, "compliance"); got.Seen != 2 || got.Right != 1 {
		t.Errorf("two sessions are kept as %+v", got)
	}
	d.Keys("right")
	d.Want("Test me · Amazon S3", "0 of 16")
	d.Keys("left", "left", "left") // nothing is answered yet
	d.Want("Test me · AWS Fargate")
	d.Keys("1", "right")
	d.Want("Test me · AWS Fargate", "1 of ")
	d.Keys("esc")
	d.Want("Resume", "Test me: Fargate")
}

func TestClicks(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.ClickOn("■ AWS")
	d.Want("1 of 17 · 1 right")
	d.ClickOn("Facilities  ")
	d.Want("── ✓ Facilities")
	d.ClickOn("Facilities  ")
	d.Want("Amazon RDS · Physical facilities")
	d.Keys("esc")
	d.ClickOn("● You") // it is answered already
	d.Want("1 of 17")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	if got := focused(d); got != "Hardware, disk disposal" {
		t.Errorf("the wheel goes to %q", got)
	}
}

func TestClicksOnTheResult(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys(withMistakes(t, "rds")...)
	d.Keys("enter")
	d.ClickOn("Compliance")
	d.Want("── ✗ Compliance")
	d.ClickOn("Compliance")
	d.Want("Amazon RDS · Compliance")
}

func TestServiceWithoutAnythingToAsk(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = unverified(t, "rds")
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Want("Test me · Amazon RDS", "Nothing on this service can be asked yet.")
	d.Keys("1", "enter", "down", "right")
	d.Want("Test me · Amazon S3", "0 of 16")
}

// unverified is the course with no cell of a service graded.
func unverified(t *testing.T, service model.ServiceID) *model.Course {
	t.Helper()
	small := uitest.Course(t)
	cells := slices.Clone(small.Matrix().Cells())
	for i := range cells {
		cells[i].Graded = cells[i].Graded && cells[i].Service != service
	}
	grid, err := model.NewMatrix(small.Matrix().Layers(), small.Matrix().Services(), cells)
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
	names := []string{"1", "2", "3", "1", "2", "3", "up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u", "tab", "enter", "t"}
	deps := uitest.Deps(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, _ := alone(deps)
		for range rapid.IntRange(1, 60).Draw(rt, "keys") {
			settle(s, s.Update(uitest.Key(rapid.SampledFrom(names).Draw(rt, "key"))))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			view := s.View(w, h)
			lines := strings.Split(view, "\n")
			if len(lines) > h {
				rt.Fatalf("%d lines in %dx%d", len(lines), w, h)
			}
			for _, l := range lines {
				if widget.Width(l) > w {
					rt.Fatalf("a line of %d in %dx%d: %s", widget.Width(l), w, h, l)
				}
			}
			if !strings.Contains(view, "›") && !strings.Contains(view, "Every layer") {
				rt.Fatalf("no focus in %dx%d:\n%s", w, h, view)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	s, _ := alone(uitest.Deps(b))
	for _, k := range withMistakes(b, "rds") {
		settle(s, s.Update(uitest.Key(k)))
	}
	for b.Loop() {
		s.View(200, 60)
	}
}
