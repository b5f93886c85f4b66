package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// stop is one screen of the tour that the tests of all screens go through: what
// opens it above home, and the keys that show it at work.
type stop struct {
	name string
	open func(*screen.Deps) []tea.Msg
	keys []string
	act  func(*uitest.Driver) // after the keys
}

func opens(msgs ...tea.Msg) func(*screen.Deps) []tea.Msg {
	return func(*screen.Deps) []tea.Msg { return msgs }
}

var rdsPatching = model.CellRef{Service: "rds", Layer: "guest-os-patching"}

// tour is every screen in every state worth a look.
var tour = []stop{
	{name: "home"},
	{name: "lessons", open: opens(screen.OpenLessons{})},
	{name: "lesson", open: opens(screen.OpenLesson{ID: "ec2-rds-s3"})},
	{name: "lesson-table", open: opens(screen.OpenLesson{ID: "ec2-rds-s3", Heading: "Layer by layer"})},
	{name: "lesson-link", open: opens(screen.OpenLesson{ID: "two-halves"}), keys: []string{"tab", "tab", "tab"}},
	{name: "lesson-end", open: opens(screen.OpenLesson{ID: "controls"}), keys: []string{"G"}},
	{name: "matrix", open: opens(screen.OpenMatrix{Focus: rdsPatching})},
	{name: "matrix-filtered", open: opens(screen.OpenMatrix{Focus: rdsPatching}), keys: []string{"f", "v", "e", "a"}},
	{name: "cell", open: opens(screen.OpenCell{Ref: rdsPatching})},
	{name: "cell-shared", open: opens(screen.OpenCell{Ref: model.CellRef{Service: "s3", Layer: "encryption-at-rest"}})},
	{name: "cell-none", open: opens(screen.OpenCell{Ref: model.CellRef{Service: "s3", Layer: "guest-os-hardening"}})},
	{name: "compare", open: opens(screen.OpenCompare{}), keys: []string{"j", "j", "j", "j"}},
	{name: "stack", open: opens(screen.OpenStack{Service: "rds"})},
	{name: "test-me", open: opens(screen.OpenTestMe{Service: "rds"}), keys: []string{"1", "1", "2", "1"}},
	{name: "glossary", open: opens(screen.OpenGlossary{}), keys: []string{"down", "down"}},
	{name: "term", open: opens(screen.OpenTerm{ID: "guest-os"})},
	{name: "words-here", open: opens(screen.OpenLesson{ID: "controls"}), keys: []string{"w"}},
	{name: "incidents", open: opens(screen.OpenIncidents{})},
	{name: "incident", open: anIncident, keys: []string{"enter", "1"}},
	{name: "incident-decided", open: anIncident, keys: []string{"enter", "1", "enter"}},
	{name: "incident-end", open: anIncident, act: playToTheEnd},
	{name: "chooser", open: opens(screen.OpenChooser{})},
	{name: "quiz", open: aQuiz(quiz.Study)},
	{name: "quiz-graded", open: aQuiz(quiz.Study), keys: []string{"1", "enter"}},
	{name: "quiz-result", open: aQuiz(quiz.Study), act: answerAll},
	{name: "quiz-test", open: aQuiz(quiz.Test), keys: []string{"1", "enter", "2", "enter"}},
	{name: "palette", keys: []string{":", "r", "d", "s"}},
	{name: "keys", open: opens(screen.OpenMatrix{}), keys: []string{"?"}},
}

// answerAll answers every question of a quiz with its first options.
func answerAll(d *uitest.Driver) {
	for range 50 {
		switch text := d.Text(); {
		case strings.Contains(text, "enter next") || strings.Contains(text, "enter result"):
			d.Keys("enter")
		case strings.Contains(text, "THREE"):
			d.Keys("1", "2", "3", "enter")
		case strings.Contains(text, "TWO"):
			d.Keys("1", "2", "enter")
		case strings.Contains(text, "enter answer"):
			d.Keys("1", "enter")
		default:
			return
		}
	}
}

func aQuiz(mode quiz.Mode) func(*screen.Deps) []tea.Msg {
	return func(d *screen.Deps) []tea.Msg {
		topic, err := quiz.ParseTopic(d.Course, "2.1")
		if err != nil {
			panic(err)
		}
		prompts, err := quiz.Draw(d.Course, topic, 10, d.Rand)
		if err != nil {
			panic(err)
		}
		s, err := quiz.NewSession(d.Course, quiz.Setup{
			ID: d.NewID(), Kind: quiz.KindQuiz, Mode: mode, Topic: "2.1", Title: topic.Title(d.Course),
		}, prompts, d.Now())
		if err != nil {
			panic(err)
		}
		return []tea.Msg{screen.OpenQuiz{Session: s}}
	}
}

func anIncident(d *screen.Deps) []tea.Msg {
	return []tea.Msg{screen.OpenIncident{ID: d.Course.Incidents()[0].ID()}}
}

// playToTheEnd takes the second choice of every decision.
func playToTheEnd(d *uitest.Driver) {
	d.Keys("enter")
	for range model.MaxDecisions {
		if strings.Contains(d.Text(), "choose") {
			d.Keys("2", "enter", "enter")
		}
	}
}

// messages open the stop above home.
func (s stop) messages(d *screen.Deps) []tea.Msg {
	if s.open == nil {
		return nil
	}
	return s.open(d)
}

// visit opens a stop of the tour.
func visit(tb testing.TB, s stop, w, h int) *uitest.Driver {
	tb.Helper()
	d := uitest.Deps(tb)
	driver := uitest.OpenWith(tb, d, w, h, s.messages(d)...)
	s.walk(driver)
	return driver
}

// walk goes from where the stop is opened to what it shows.
func (s stop) walk(d *uitest.Driver) {
	d.Keys(s.keys...)
	if s.act != nil {
		w, h := d.W, d.H
		d.Resize(80, 24) // where the footer names the keys that act looks for
		s.act(d)
		d.Resize(w, h)
	}
}
