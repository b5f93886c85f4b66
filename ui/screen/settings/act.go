package settings

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/study"
)

// target is what a click means: a setting, or one of its values.
type target struct {
	row   row
	value int // -1 for the setting itself
}

func (s *Settings) move(n int) { s.row = min(max(s.row+row(n), 0), rows-1) }

func (s *Settings) press(msg tea.KeyPressMsg) tea.Cmd {
	k, date := s.keys, s.row == examRow
	switch {
	case key.Matches(msg, k.up):
		s.move(-1)
	case key.Matches(msg, k.down):
		s.move(1)
	case key.Matches(msg, k.top):
		s.row = 0
	case key.Matches(msg, k.bottom):
		s.row = rows - 1
	case key.Matches(msg, k.left):
		return s.step(-1)
	case key.Matches(msg, k.right):
		return s.step(1)
	case key.Matches(msg, k.enter) && !date:
		return s.choose((s.value() + 1) % len(s.values(s.row)))
	case !date:
		return nil
	case key.Matches(msg, k.enter):
		s.openField("")
	case key.Matches(msg, k.nextWeek):
		return s.step(7)
	case key.Matches(msg, k.lastWeek):
		return s.step(-7)
	case key.Matches(msg, k.none):
		return s.setExam(0)
	case len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9':
		s.openField(msg.Text)
	}
	return nil
}

// step goes n days or values on.
func (s *Settings) step(n int) tea.Cmd {
	if s.row != examRow {
		return s.choose(min(max(s.value()+n, 0), len(s.values(s.row))-1))
	}
	switch day := s.set.Exam; {
	case day == 0 && n < 0:
		return nil
	case day == 0:
		return s.setExam(s.today + firstOffer)
	default:
		return s.setExam(min(max(day+recall.Day(n), s.today), study.Latest(s.today)))
	}
}

// firstOffer is how many days ahead the date is that is offered first.
const firstOffer = 30

func (s *Settings) setExam(day recall.Day) tea.Cmd {
	s.fault = ""
	if day == s.set.Exam || !s.loaded {
		return nil
	}
	s.set.Exam = day
	return tea.Batch(s.exam.keep(day), s.weigh())
}

// values are what a setting can be, as the screen names them.
func (s *Settings) values(r row) []string {
	switch r {
	case allowanceRow:
		return []string{"as is", "+50 %", "no limit"}
	case themeRow:
		return []string{"auto", "dark", "light"}
	case motionRow:
		return []string{"on", "off"}
	}
	return nil
}

// value is the place of what the focused setting is.
func (s *Settings) value() int { return s.valueOf(s.row) }

func (s *Settings) valueOf(r row) int {
	switch r {
	case allowanceRow:
		return max(0, slices.Index(quiz.Allowances(), s.set.Allowance))
	case themeRow:
		return max(0, slices.Index(screen.ThemeChoices(), s.prefs.Theme))
	case motionRow:
		if !s.prefs.Motion {
			return 1
		}
	}
	return 0
}

// choose sets the focused setting to one of its values.
func (s *Settings) choose(i int) tea.Cmd {
	if i == s.value() {
		return nil
	}
	switch s.row {
	case allowanceRow:
		if !s.loaded {
			return nil
		}
		s.set.Allowance = quiz.Allowances()[i]
		return s.allowance.keep(s.set.Allowance)
	case themeRow:
		s.prefs.Theme = screen.ThemeChoices()[i]
	case motionRow:
		s.prefs.Motion = i == 0
	}
	return tea.Batch(screen.Send(screen.Prefer{Preferences: s.prefs}), s.looks.keep(s.prefs))
}

// click gives a setting the focus, or sets a value; on the date that has the
// focus it opens the field.
func (s *Settings) click(msg screen.Click) tea.Cmd {
	what, ok := s.zones.At(msg.X, msg.Y)
	if !ok || s.typing {
		return nil
	}
	again := what.row == s.row
	s.row = what.row
	switch {
	case what.value >= 0:
		return s.choose(what.value)
	case again && s.row == examRow:
		s.openField("")
	}
	return nil
}

// openField lets the learner type a date, of which the beginning may be there.
func (s *Settings) openField(text string) { s.typing, s.field, s.fault = true, text, "" }

// fieldLength is the most that a date can take, with some room to mistype it.
const fieldLength = 14

func (s *Settings) pressField(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.cancel):
		s.typing, s.fault = false, ""
	case key.Matches(msg, s.keys.enter):
		day, err := study.ParseExam(s.field, s.today)
		if err != nil {
			s.fault = err.Error()
			return nil
		}
		s.typing = false
		return s.setExam(day)
	case key.Matches(msg, s.keys.none):
		s.field, s.fault = s.field[:max(0, len(s.field)-1)], ""
	case isASCII(msg.Text) && len(s.field) < fieldLength:
		s.field, s.fault = s.field+msg.Text, ""
	}
	return nil
}

// isASCII reports whether a text could be part of a date, or of "none".
func isASCII(text string) bool { return len(text) == 1 && text[0] > ' ' && text[0] <= '~' }
