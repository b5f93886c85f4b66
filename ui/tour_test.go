package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
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

// studied is for someone who has studied for some weeks, with an exam on a day.
func studied(exam recall.Day, msgs ...tea.Msg) func(*screen.Deps) []tea.Msg {
	return func(d *screen.Deps) []tea.Msg {
		if err := uitest.Study(d); err != nil {
			panic(err)
		}
		if err := d.History.SetExam(context.Background(), exam); err != nil {
			panic(err)
		}
		return msgs
	}
}

var rdsPatching = model.CellRef{Service: "rds", Layer: "guest-os-patching"}

// tour is every screen in every state worth a look.
var tour = []stop{
	{name: "home"},
	{name: "home-back", open: studied(recall.DayOf(uitest.Start) + 12)},
	{name: "settings", open: studied(0, screen.OpenSettings{}), keys: []string{"right", ">"}},
	{name: "settings-typing", open: opens(screen.OpenSettings{}), keys: []string{"enter", "2", "0", "enter"}},
	{name: "review", open: studied(0, screen.OpenReview{Items: 5}), keys: []string{"1"}},
	{name: "placement", open: opens(screen.OpenPlacement{})},
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
	{name: "exam-start", open: opens(screen.OpenExam{})},
	{name: "exam", open: anExam, keys: []string{"2", "f", "right", "1"}},
	{name: "exam-overview", open: anExam, act: answerHalf},
	{name: "exam-leaving", open: anExam, keys: []string{"2", "q"}},
	{name: "exam-report", open: anExam, act: func(d *uitest.Driver) { answerHalf(d); d.Keys("g", "enter") }},
	{name: "exam-past", open: aPastExam},
	{name: "progress", open: studied(recall.DayOf(uitest.Start)+12, screen.OpenProgress{})},
	{name: "progress-new", open: opens(screen.OpenProgress{})},
	{name: "progress-plan", open: studied(recall.DayOf(uitest.Start)+12, screen.OpenProgress{}), keys: []string{"tab"}},
	{name: "progress-calendar", open: studied(0, screen.OpenProgress{}), keys: []string{"tab", "tab", "left", "up"}},
	{name: "progress-mix-ups", open: studied(0, screen.OpenProgress{}), keys: []string{"tab", "tab", "tab"}},
	{name: "progress-sureness", open: studied(0, screen.OpenProgress{}), keys: []string{"shift+tab"}},
	{name: "heat", open: studied(0, screen.OpenHeat{}), keys: []string{"down", "down", "down", "right"}},
	{name: "sessions", open: studied(0, screen.OpenSessions{}), keys: []string{"down"}},
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

// anExam is a mock exam that begins.
func anExam(d *screen.Deps) []tea.Msg {
	return []tea.Msg{screen.OpenQuiz{Session: examSession(d)}}
}

func examSession(d *screen.Deps) *quiz.Session {
	prompts, err := quiz.DrawExam(d.Course, 20, func(model.QuestionID) time.Time { return time.Time{} }, d.Rand)
	if err != nil {
		panic(err)
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{
		ID: d.NewID(), Kind: quiz.KindExam, Mode: quiz.Test, Title: "Mock exam", Limit: quiz.ExamTime(len(prompts), quiz.AsIs),
	}, prompts, d.Now())
	if err != nil {
		panic(err)
	}
	return s
}

// answerHalf answers the questions of an exam with their first options, but for
// every fifth, and flags every sixth.
func answerHalf(d *uitest.Driver) {
	for i := range 20 {
		if i%6 == 2 {
			d.Keys("f")
		}
		if i%5 != 3 {
			d.Keys("1")
		}
		if text := d.Text(); strings.Contains(text, "Select TWO") && i%5 != 3 {
			d.Keys("2")
		}
		d.Keys("right")
	}
}

// aPastExam is a finished exam.
func aPastExam(d *screen.Deps) []tea.Msg {
	s := examSession(d)
	for i := range s.Len() {
		err := s.Go(i, d.Now())
		for _, option := range s.Prompt(i).Spec.Right {
			err = errors.Join(err, s.Choose(option, d.Now()))
		}
		if err != nil {
			panic(err)
		}
	}
	answers, err := s.HandIn(d.Now(), d.NewID)
	if err != nil {
		panic(err)
	}
	saved := s.Save(d.Now())
	if err := d.History.Append(context.Background(), answers, &saved); err != nil {
		panic(err)
	}
	return []tea.Msg{screen.OpenPast{ID: s.ID()}}
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
