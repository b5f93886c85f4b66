package lesson_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/content"
	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/lesson"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func width(line string) int { return widget.Width(line) }

// run gives a screen what its commands bring, as the root does.
func run(s screen.Screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			run(s, c)
		}
	default:
		run(s, s.Update(msg))
	}
}

// longest is the longest lesson of the real course, ready to be opened.
func longest(b *testing.B) (*screen.Deps, model.LessonID) {
	d := uitest.Deps(b)
	c, err := content.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	d.Course = c
	var long model.Lesson
	for _, l := range c.Lessons() {
		if len(l.Markdown) > len(long.Markdown) {
			long = l
		}
	}
	return d, long.ID
}

// BenchmarkOpen is from the key to the first text of the longest lesson.
func BenchmarkOpen(b *testing.B) {
	d, id := longest(b)
	for b.Loop() {
		s := lesson.New(d, id, "")
		run(s, s.Init())
		run(s, s.Update(screen.Resized{W: 80, H: 23}))
		s.View(80, 23)
	}
}

// BenchmarkView draws the most that there can be on a screen.
func BenchmarkView(b *testing.B) {
	d, id := longest(b)
	s := lesson.New(d, id, "")
	run(s, s.Init())
	run(s, s.Update(screen.Resized{W: 200, H: 59}))
	run(s, s.Update(uitest.Key("tab")))
	s.Find("the", 0)
	for b.Loop() {
		s.View(200, 59)
	}
}
