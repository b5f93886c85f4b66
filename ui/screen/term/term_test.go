package term_test

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/ui/screen"
	"whose/ui/screen/term"
	"whose/ui/uitest"
)

func TestScreens(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "44x16": {44, 16}} {
		t.Run(name, func(t *testing.T) {
			uitest.Open(t, size[0], size[1], screen.OpenTerm{ID: "guest-os"}).Golden(name)
		})
	}
}

func TestEnterReadsTheLessonWhereTheWordIsExplained(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenTerm{ID: "maintenance-window"})
	d.Want("› Lesson 3 ·", "enter read") // it makes a link of the word; the others only use it
	d.Keys("enter")
	d.Want("Lesson 3 of 3", "maintenance window")
	d.Keys("esc", "down")
	d.Want("› Lesson 2 ·")
	d.Keys("r") // the lesson that teaches it, whatever has the focus
	d.Want("Lesson 3 of 3")
}

func TestArrowsWalkThroughTheGlossary(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenTerm{ID: "guest-os"})
	d.Want("guest operating system", "word 1 of 6")
	d.Keys("right")
	d.Want("host operating system", "word 2 of 6")
	d.Keys("h", "left")
	d.Want("security group", "word 6 of 6")
}

func TestALinkOfALessonExplainsTheWordAndEscComesBack(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenLesson{ID: "controls"})
	for range 20 {
		d.Keys("tab")
		if before := d.Text(); strings.Contains(before, "enter explain the word") {
			d.Keys("enter")
			d.Want("inherited control", "A safeguard that you take over")
			d.Keys("esc")
			if d.Text() != before {
				t.Errorf("back is somewhere else:\n%s", d.Text())
			}
			return
		}
	}
	t.Fatalf("no link explains a word:\n%s", d.Text())
}

func TestCopyAndReport(t *testing.T) {
	deps := uitest.Deps(t)
	s := term.New(deps, "hypervisor")
	for name, want := range map[string]tea.Msg{
		"y": screen.CopyText{Text: "hypervisor: The software that divides one physical server into virtual machines and keeps them apart.", What: "the word and what it means"},
		"x": screen.CopyText{Text: "term hypervisor, course " + deps.Course.ID() + " " + deps.Course.Version(), What: "what a report needs"},
	} {
		if got := s.Update(uitest.Key(name))(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s asks for %#v, want %#v", name, got, want)
		}
	}
}

func TestUnknownWord(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenTerm{ID: "nothing"})
	d.Want("The course does not explain this word.")
	d.Keys("enter", "right", "y", "r", "down", "/", "a")
	d.Want("The course does not explain this word.")
}
