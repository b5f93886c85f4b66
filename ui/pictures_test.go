package ui_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"whose/content"
	"whose/ui/theme"
	"whose/ui/uitest"
)

var pictures = flag.String("pictures", "", "folder to draw the screens into")

// pictured are the screens that docs/ shows, from the tour.
var pictured = []string{
	"home", "home-back", "settings", "lessons", "lesson", "lesson-table", "matrix", "matrix-filtered", "cell-shared", "compare", "stack", "test-me", "quiz", "quiz-graded", "quiz-result", "exam-start", "exam", "exam-overview", "exam-report", "review", "chooser", "palette", "keys",
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
	for _, name := range pictured {
		drawAll(t, name, dark)
	}
	for _, name := range []string{"home", "matrix", "quiz-graded"} {
		draw(t, named(t, name), 80, 24, light)
	}
	for _, name := range []string{"home-back", "exam", "exam-overview", "exam-report", "review", "progress", "progress-plan", "progress-calendar", "progress-sureness", "heat"} {
		drawAll(t, name, light)
		drawAll(t, name, plain)
	}
}

// look is a kind of terminal.
type look struct {
	suffix  string // of a picture's name
	dark    bool
	profile colorprofile.Profile
}

var (
	dark  = look{"", true, colorprofile.TrueColor}
	light = look{"-light", false, colorprofile.TrueColor}
	plain = look{"-plain", true, colorprofile.Ascii}
)

// drawAll draws a stop of the tour at the three sizes.
func drawAll(t *testing.T, name string, l look) {
	t.Helper()
	for _, size := range []struct{ w, h int }{{80, 24}, {120, 36}, {44, 16}} {
		draw(t, named(t, name), size.w, size.h, l)
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
func draw(t *testing.T, s stop, w, h int, l look) {
	t.Helper()
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	d := uitest.Deps(t)
	d.Course, d.Theme = course, theme.New(l.dark, l.profile)
	driver := uitest.OpenWith(t, d, w, h, s.messages(d)...)
	s.walk(driver)
	save(t, driver, fmt.Sprintf("%s-%dx%d%s", s.name, w, h, l.suffix))
}

func save(t *testing.T, d *uitest.Driver, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*pictures, name+".svg"), []byte(d.SVG()), 0o644); err != nil {
		t.Fatal(err)
	}
}
