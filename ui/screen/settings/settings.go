// Package settings is the screen on which the learner says when the exam is, how
// much time a mock exam gives, and how the program looks.
package settings

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Settings keeps every change at once.
type Settings struct {
	deps    *screen.Deps
	today   recall.Day
	loaded  bool
	set     history.Settings
	prefs   screen.Preferences
	learner recall.Learner
	plan    recall.Plan
	asked   int // plans asked for; an older one that comes later is dropped
	row     row
	typing  bool
	field   string // what is typed
	fault   string // what is wrong with the date that was typed
	zones   widget.Zones[target]
	keys    keymap

	exam      *keeper[recall.Day]
	allowance *keeper[quiz.Allowance]
	looks     *keeper[screen.Preferences]
}

// row is one of the settings.
type row int

const (
	examRow row = iota
	allowanceRow
	themeRow
	motionRow
	rows
)

type keymap struct {
	enter, up, down, left, right, nextWeek, lastWeek, none, cancel, top, bottom key.Binding
}

// New makes the screen.
func New(d *screen.Deps) *Settings {
	s := &Settings{deps: d, today: recall.DayOf(d.Now()), prefs: d.Preferences, keys: keymap{
		enter: keys.Enter(""), up: keys.Up(), down: keys.Down(), left: keys.Left(""), right: keys.Right(),
		nextWeek: keys.Bind("</>", "a week", ">", "shift+right"), lastWeek: keys.Bind("", "", "<", "shift+left"),
		none: keys.Bind("del", "no date", "delete", "backspace"), cancel: keys.Back(), top: keys.Top(), bottom: keys.Bottom(),
	}}
	s.keys.cancel.SetHelp("esc", "as it was")
	s.exam = newKeeper(func(day recall.Day) (tea.Msg, error) {
		err := d.History.SetExam(context.Background(), day)
		return screen.SaveResult{Err: err}, err
	})
	s.allowance = newKeeper(func(a quiz.Allowance) (tea.Msg, error) {
		err := d.History.SetAllowance(context.Background(), a)
		return screen.SaveResult{Err: err}, err
	})
	s.looks = newKeeper(func(p screen.Preferences) (tea.Msg, error) { return savePreferences(d, p) })
	return s
}

// savePreferences keeps how the program looks, where that is kept at all.
func savePreferences(d *screen.Deps, p screen.Preferences) (tell tea.Msg, err error) {
	if d.SavePreferences == nil {
		return nil, nil
	}
	copied, err := d.SavePreferences(p)
	switch {
	case err != nil:
		return screen.Toast{Text: err.Error()}, err
	case copied != "":
		return screen.Toast{Text: "kept; the file that could not be read is now " + copied}, nil
	}
	return nil, nil
}

// loaded is what the history knows.
type loaded struct {
	set     history.Settings
	learner recall.Learner
	err     error
}

// Init reads the settings, and what the plan needs.
func (s *Settings) Init() tea.Cmd {
	hist := s.deps.History
	return func() tea.Msg {
		set, err := hist.Settings(context.Background())
		if err != nil {
			return loaded{err: err}
		}
		learner, err := hist.Learner(context.Background())
		return loaded{set, learner, err}
	}
}

// planned is what the plan makes of the date that is set.
type planned struct {
	asked int
	plan  recall.Plan
}

// weigh asks what the plan makes of the date.
func (s *Settings) weigh() tea.Cmd {
	s.asked++
	asked, learner, d := s.asked, s.learner, s.deps
	learner.Exam = s.set.Exam
	now := d.Now()
	return func() tea.Msg { return planned{asked, recall.MakePlan(d.Course, learner, now)} }
}

// Update changes settings and keeps them.
func (s *Settings) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		s.loaded, s.set, s.learner = true, msg.set, msg.learner
		if msg.err != nil {
			return screen.Send(screen.SaveResult{Err: msg.err})
		}
		return s.weigh()
	case screen.Shown:
		s.today = recall.DayOf(s.deps.Now())
		return s.weigh()
	case planned:
		if msg.asked == s.asked {
			s.plan = msg.plan
		}
	case kept:
		msg()
	case screen.Wheel:
		s.move(msg.Step)
	case screen.Click:
		return s.click(msg)
	case tea.KeyPressMsg:
		if s.typing {
			return s.pressField(msg)
		}
		return s.press(msg)
	}
	return nil
}

// Leave keeps what is still on its way to the disk, or did not get there.
func (s *Settings) Leave() tea.Cmd {
	return tea.Batch(s.exam.again(), s.allowance.again(), s.looks.again())
}

// Typing reports whether a date is being typed.
func (s *Settings) Typing() bool { return s.typing }

// Keys are the screen's bindings.
func (s *Settings) Keys() []key.Binding {
	k, field, date := s.keys, s.typing, !s.typing && s.row == examRow
	k.enter.SetHelp("enter", "change")
	k.left.SetHelp("←/→", "change")
	switch {
	case field:
		k.enter.SetHelp("enter", "set the date")
	case date:
		k.enter.SetHelp("enter", "type a date")
		k.left.SetHelp("←/→", "a day")
	}
	return []key.Binding{
		k.enter, keys.When(!field, k.up), keys.When(!field, k.down), keys.When(!field, k.left), keys.When(!field, k.right),
		keys.When(date, k.nextWeek), keys.When(date, k.lastWeek), keys.When(date && s.set.Exam != 0, k.none),
		keys.When(!field, k.top), keys.When(!field, k.bottom), keys.When(field, k.cancel),
	}
}

// Title names the screen.
func (s *Settings) Title() string { return "Settings" }
