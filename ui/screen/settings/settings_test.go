package settings_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/settings"
	"whose/ui/uitest"
)

func open(t *testing.T, d *screen.Deps) *uitest.Driver {
	t.Helper()
	return uitest.OpenWith(t, d, 80, 24, screen.OpenSettings{})
}

func exam(t *testing.T, d *screen.Deps) string {
	t.Helper()
	set, err := d.History.Settings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return set.Exam.String()
}

func TestGolden(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"settings-80x24", 80, 24}, {"settings-120x36", 120, 36}, {"settings-44x16", 44, 16}} {
		deps := uitest.Deps(t)
		deps.Overruled.Motion = "NO_COLOR"
		d := uitest.OpenWith(t, deps, size.w, size.h, screen.OpenSettings{})
		d.Keys("right", ">")
		d.Golden(size.name)
	}
}

func TestTheExamDateMovesByDayAndWeekAndIsKept(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps)
	d.Want("[none]")
	d.Keys("left") // there is nothing before none
	d.Want("[none]")
	for _, step := range []struct{ key, date, away string }{
		{"right", "2026-12-20", "in 30 days"},
		{"right", "2026-12-21", "in 31 days"},
		{">", "2026-12-28", "in 38 days"},
		{"<", "2026-12-21", "in 31 days"},
		{"left", "2026-12-20", "in 30 days"},
	} {
		d.Keys(step.key)
		d.Want(step.away)
		if got := exam(t, deps); got != step.date {
			t.Errorf("after %s the date is %q, not %s", step.key, got, step.date)
		}
	}
	d.Want("[Sun 20 December 2026]")
	for range 10 {
		d.Keys("<")
	}
	d.Want("[Fri 20 November 2026]", "today")
	d.Keys("delete")
	d.Want("[none]")
	if got := exam(t, deps); got != "" {
		t.Errorf("without a date there is %q", got)
	}
}

func TestTheExamDateIsTyped(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps)
	d.Keys("enter")
	d.Want("2026-12-20, or none", "enter set the date", "esc as it was")
	d.Type("2026-11-10")
	d.Keys("enter")
	d.Want("✗ 2026-11-10 has passed: today is 2026-11-20")
	d.Keys("backspace", "backspace")
	d.WantNot("has passed")
	d.Type("31")
	d.Keys("enter")
	d.Want("✗", "write it as 2026-12-20")
	d.Keys("backspace", "backspace", "backspace", "backspace", "backspace")
	d.Type("12-04")
	d.Keys("enter")
	d.Want("[Fri 4 December 2026]", "in 14 days")
	if got := exam(t, deps); got != "2026-12-04" {
		t.Errorf("kept is %q", got)
	}
	d.Type("3") // a digit begins another date
	d.Want("enter set the date")
	d.Keys("esc")
	d.Want("[Fri 4 December 2026]")
	d.Keys("enter")
	d.Type("none")
	d.Keys("enter")
	d.Want("[none]")
}

func TestLettersAreTextWhileADateIsTyped(t *testing.T) {
	d := open(t, uitest.Deps(t))
	d.Keys("enter", "q", "?", ":")
	d.Want(" q?:", "set the date")
}

func TestTheAllowanceIsKeptAndExplained(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps)
	d.Keys("down")
	d.Want("[as is]", "28 minutes: AWS's own pace")
	d.Keys("right")
	d.Want("[+50 %]", "42 minutes")
	d.Keys("right")
	d.Want("[no limit]", "no clock")
	d.Keys("right")
	d.Want("[no limit]")
	set, err := deps.History.Settings(context.Background())
	if err != nil || set.Allowance != quiz.NoLimit {
		t.Errorf("kept is %q, %v", set.Allowance, err)
	}
	if d := open(t, deps); !strings.Contains(d.Text(), "[no limit]") {
		t.Error("the screen does not show what was kept")
	}
}

func TestTheThemeIsAppliedAtOnceAndKept(t *testing.T) {
	deps := uitest.Deps(t)
	var saved []screen.Preferences
	deps.SavePreferences = func(p screen.Preferences) (string, error) { saved = append(saved, p); return "", nil }
	d := open(t, deps)
	d.Keys("down", "down", "right")
	d.Want("[dark]")
	d.Keys("right")
	d.Want("[light]")
	if deps.Theme.Dark {
		t.Error("the screen stays dark")
	}
	d.Send(tea.BackgroundColorMsg{})
	if deps.Theme.Dark {
		t.Error("the terminal overrules the learner")
	}
	d.Keys("left", "left")
	if !deps.Theme.Dark {
		t.Error("auto is not what the terminal says")
	}
	d.Keys("down")
	d.Click(19, 10)
	want := []screen.ThemeChoice{screen.ThemeDark, screen.ThemeLight, screen.ThemeDark, screen.ThemeAuto}
	for i, w := range want {
		if i >= len(saved) || saved[i].Theme != w {
			t.Fatalf("kept were %v, want %v", saved, want)
		}
	}
}

func TestMotionIsAppliedUnlessSomethingElseForbidsIt(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps)
	d.Keys("G", "left")
	d.Want("[on]")
	if !deps.Env.Motion {
		t.Error("motion is on, and nothing moves")
	}
	deps = uitest.Deps(t)
	deps.Overruled.Motion = "WHOSE_MOTION=0"
	d = open(t, deps)
	d.Keys("G", "left")
	d.Want("[on]", "this time WHOSE_MOTION=0 wins")
	if deps.Env.Motion {
		t.Error("the preference wins over the environment")
	}
}

func TestAFlagWinsOverTheTheme(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Overruled.Theme = "--theme dark"
	d := open(t, deps)
	d.Keys("down", "down", "right", "right")
	d.Want("[light]", "this time --theme dark wins")
	if !deps.Theme.Dark {
		t.Error("the preference wins over the flag")
	}
}

func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	deps := uitest.Deps(t)
	deps.SavePreferences = func(screen.Preferences) (string, error) { return "", errors.New("no room for the settings") }
	deps.History = unwritable{deps.History}
	d := open(t, deps)
	d.Keys("right")
	d.Want("in 30 days", "not saved")
	d.Keys("down", "down", "right")
	d.Want("no room for the settings")
}

func TestACopyOfABrokenFileIsNamed(t *testing.T) {
	deps := uitest.Deps(t)
	deps.SavePreferences = func(screen.Preferences) (string, error) { return "config.yaml.bak", nil }
	d := open(t, deps)
	d.Keys("G", "left")
	d.Want("the file that could not be read is now config.yaml.bak")
}

func TestAHistoryThatCannotBeReadLeavesTheRest(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = unreadable{deps.History}
	d := open(t, deps)
	d.Want("[none]", "[auto]")
	d.Keys("down", "down", "right")
	d.Want("[dark]")
}

// unwritable is a history that refuses a date.
type unwritable struct{ screen.History }

func (unwritable) SetExam(context.Context, recall.Day) error { return uitest.ErrDisk }

type unreadable struct{ screen.History }

func (unreadable) Learner(context.Context) (recall.Learner, error) {
	return recall.Learner{}, uitest.ErrDisk
}

// slow is a history whose writes wait to be let go.
type slow struct {
	screen.History
	mu   sync.Mutex
	days []recall.Day
}

func (s *slow) SetExam(_ context.Context, day recall.Day) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.days = append(s.days, day)
	return nil
}

// TestWritesThatOvertakeEachOtherLeaveTheLastDate runs the commands of two
// changes in the wrong order, as the runtime may.
func TestWritesThatOvertakeEachOtherLeaveTheLastDate(t *testing.T) {
	deps := uitest.Deps(t)
	hist := &slow{History: deps.History}
	deps.History = hist
	s := settings.New(deps)
	s.Update(s.Init()())
	first, second := s.Update(uitest.Key("right")), s.Update(uitest.Key("right"))
	runAll(second)
	runAll(first)
	today := recall.DayOf(uitest.Start)
	if len(hist.days) != 1 || hist.days[0] != today+31 {
		t.Errorf("written were %v, want only %v", hist.days, today+31)
	}
	runAll(s.Leave()) // Update was never told that anything was written
	if n := len(hist.days); n != 2 || hist.days[1] != today+31 {
		t.Errorf("leaving wrote %v, want %v again", hist.days, today+31)
	}
}

// TestWhatIsKnownToBeWrittenIsNotWrittenAgain leaves after all went well.
func TestWhatIsKnownToBeWrittenIsNotWrittenAgain(t *testing.T) {
	deps := uitest.Deps(t)
	hist := &slow{History: deps.History}
	deps.History = hist
	s := settings.New(deps)
	s.Update(s.Init()())
	for _, msg := range runAll(s.Update(uitest.Key("right"))) {
		s.Update(msg)
	}
	runAll(s.Leave())
	if len(hist.days) != 1 {
		t.Errorf("written were %v", hist.days)
	}
}

// TestWhatWasNotWrittenIsTriedAgainOnLeaving leaves after a write failed; the
// screen is closed when the second one does, and the learner is told all the same.
func TestWhatWasNotWrittenIsTriedAgainOnLeaving(t *testing.T) {
	deps := uitest.Deps(t)
	broken := &uitest.Broken{History: deps.History, Fails: true}
	deps.History = broken
	s := settings.New(deps)
	s.Update(s.Init()())
	for _, msg := range runAll(s.Update(uitest.Key("right"))) {
		s.Update(msg)
	}
	if got := runAll(s.Leave()); !slices.Contains(got, tea.Msg(screen.SaveResult{Err: uitest.ErrDisk})) {
		t.Errorf("leaving sent %v: want that it failed again", got)
	}
	broken.Fails = false
	if got := runAll(s.Leave()); !slices.Contains(got, tea.Msg(screen.SaveResult{})) || exam(t, deps) == "" {
		t.Errorf("leaving sent %v, and the date on disk is %q", got, exam(t, deps))
	}
}

// TestAnOldPlanDoesNotReplaceANewer brings the plans of two dates in the wrong
// order.
func TestAnOldPlanDoesNotReplaceANewer(t *testing.T) {
	s := settings.New(uitest.Deps(t))
	s.Update(s.Init()())
	first, second := runAll(s.Update(uitest.Key("right"))), runAll(s.Update(uitest.Key(">")))
	for _, msg := range append(second, first...) {
		s.Update(msg)
	}
	if view := s.View(80, 23); !strings.Contains(view, "37 days left") {
		t.Errorf("the plan is not that of the date:\n%s", view)
	}
}

func TestNothingIsSetBeforeTheSettingsAreRead(t *testing.T) {
	s := settings.New(uitest.Deps(t))
	for _, key := range []string{"right", ">", "delete", "down", "right"} {
		if cmd := s.Update(uitest.Key(key)); cmd != nil {
			t.Errorf("%s sets something", key)
		}
	}
}

func TestTheDateGoesNoFurtherThanAPlanDoes(t *testing.T) {
	d := open(t, uitest.Deps(t))
	for range 110 {
		d.Keys(">")
	}
	d.Want("[Sun 19 November 2028]", "in 730 days")
}

func TestPreferencesAreThereWhenTheScreenIsOpenedAgain(t *testing.T) {
	d := open(t, uitest.Deps(t))
	d.Keys("down", "down", "right", "esc")
	d.Keys("G", "enter")
	d.Want("Settings", "[dark]")
}

// runAll runs a command and those that it consists of, and gives what they send.
func runAll(cmd tea.Cmd) (sent []tea.Msg) {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	for _, c := range batch {
		sent = append(sent, runAll(c)...)
	}
	return sent
}
