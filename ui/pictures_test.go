package ui_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"whose/content"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/uitest"
)

var pictures = flag.String("pictures", "", "folder to draw the screens into")

// pictured are the screens that docs/ shows, from the tour.
var pictured = []string{
	"home", "home-back", "settings", "lessons", "lesson", "lesson-table", "matrix", "matrix-filtered", "cell-shared", "compare", "stack", "test-me", "quiz", "quiz-graded", "quiz-result", "exam-start", "exam", "exam-overview", "exam-report", "chooser", "palette", "keys",
	"progress", "progress-plan", "progress-calendar", "progress-mix-ups", "progress-sureness", "heat", "sessions",
	"glossary", "term", "incident", "incident-decided", "incident-end",
}

// TestPictures draws the real screens with the real course.
//
//	go test ./ui -run TestPictures -args -pictures "$PWD/docs/pictures"
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("-pictures names no folder")
	}
	if err := os.MkdirAll(*pictures, 0o755); err != nil {
		t.Fatal(err)
	}
	sizes := []struct{ w, h int }{{80, 24}, {120, 36}, {44, 16}}
	for _, name := range pictured {
		for _, size := range sizes {
			draw(t, named(t, name), size.w, size.h, true)
		}
	}
	for _, name := range []string{"home", "home-back", "matrix", "quiz-graded", "progress", "heat"} {
		draw(t, named(t, name), 80, 24, false)
	}
}

func named(t *testing.T, name string) stop {
	t.Helper()
	for _, s := range tour {
		if s.name == name {
			return s
		}
	}
	t.Fatalf("the tour has no %q", name)
	return stop{}
}

// draw draws a stop of the tour.
func draw(t *testing.T, s stop, w, h int, dark bool) {
	t.Helper()
	d := realCourse(t, dark)
	driver := uitest.OpenWith(t, d, w, h, s.messages(d)...)
	s.walk(driver)
	look := ""
	if !dark {
		look = "-light"
	}
	save(t, driver, fmt.Sprintf("%s-%dx%d%s", s.name, w, h, look))
}

// realCourse is what screens are given, with the course that ships.
func realCourse(t *testing.T, dark bool) *screen.Deps {
	t.Helper()
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	d := uitest.Deps(t)
	d.Course, d.Theme = course, theme.New(dark, colorprofile.TrueColor)
	return d
}

func save(t *testing.T, d *uitest.Driver, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*pictures, name+".svg"), []byte(d.SVG()), 0o644); err != nil {
		t.Fatal(err)
	}
}
