package incident

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/screen"
)

// action is a binding and what it does.
type action struct {
	key.Binding
	do func(tea.KeyPressMsg) tea.Cmd
}

func does(b key.Binding, do func() tea.Cmd) action {
	return action{b, func(tea.KeyPressMsg) tea.Cmd { return do() }}
}

// actions are what the learner can do now, the most useful first.
func (s *Incident) actions() []action {
	switch s.state {
	case opening:
		return []action{s.enter("begin", s.begin), s.words()}
	case deciding:
		return s.decidingActions()
	case decided:
		return append([]action{s.enter("go on", s.goOn)}, s.about(s.last())...)
	}
	enter := does(s.page.Enter(), s.page.Open)
	if s.page.Focus() < 0 {
		enter = s.enter("play again", s.begin)
	}
	all := []action{enter, does(keys.Bind("t", "play again", "t"), s.begin)}
	if i := s.page.Focus(); i >= 0 && i < len(s.made) {
		all = append(all, s.about(s.made[i])...)
	}
	return all
}

// enter goes on, but not past what is still to be read.
func (s *Incident) enter(help string, do func() tea.Cmd) action {
	if !s.page.More() {
		return does(keys.Enter(help), do)
	}
	return does(keys.Enter("read on"), func() tea.Cmd {
		s.page.ScrollOn()
		return nil
	})
}

func (s *Incident) decidingActions() []action {
	digits := make([]string, len(s.step.Choices))
	for i := range digits {
		digits[i] = strconv.Itoa(i + 1)
	}
	choose := action{keys.Bind(fmt.Sprintf("1–%d", len(digits)), "choose", digits...), func(msg tea.KeyPressMsg) tea.Cmd {
		s.page.Aim(int(msg.Code - '1'))
		return nil
	}}
	return []action{does(s.page.Enter(), s.page.Open), choose, s.words()}
}

// about is where a decision can be read up.
func (s *Incident) about(d decision) []action {
	cell, ok := s.deps.Course.Matrix().Cell(d.step.Cell)
	return []action{
		does(keys.Read(), func() tea.Cmd { return screen.Send(screen.OpenLesson{ID: d.step.Lesson}) }),
		does(keys.When(ok, keys.Cell()), func() tea.Cmd { return screen.Send(screen.OpenMatrix{Focus: d.step.Cell}) }),
		s.words(),
		does(keys.When(ok && len(cell.Sources) > 0, keys.Source()), func() tea.Cmd { return cellinfo.ToSource().Send(s.deps.Course, cell) }),
		does(keys.Report(), func() tea.Cmd { return s.report(d) }),
	}
}

// words lists the words of the glossary in what is told now.
func (s *Incident) words() action {
	on := len(s.deps.Course.Glossary()) > 0
	return does(keys.When(on, keys.Words()), func() tea.Cmd {
		return screen.Send(screen.OpenWords{Text: s.told(), Where: s.story.Title()})
	})
}

// told is all text that is on the page now.
func (s *Incident) told() string {
	switch s.state {
	case opening:
		return s.story.Opening()
	case deciding:
		return text(s.step)
	case decided:
		return s.last().choice.Text + "\n" + s.last().choice.Outcome
	}
	all := []string{s.end.Text}
	for _, d := range s.made {
		all = append(all, text(d.step))
	}
	return strings.Join(all, "\n")
}

func text(step model.Step) string {
	all := []string{step.Text}
	for _, c := range step.Choices {
		all = append(all, c.Text)
	}
	return strings.Join(all, "\n")
}

// report copies what a report of a mistake needs.
func (s *Incident) report(d decision) tea.Cmd {
	c := s.deps.Course
	return screen.Send(screen.CopyText{
		Text: fmt.Sprintf("incident %s, step %s, choice %s, course %s %s", s.story.ID(), d.step.ID, d.choice.ID, c.ID(), c.Version()),
		What: "what a report needs",
	})
}

// Keys are the screen's bindings.
func (s *Incident) Keys() (all []key.Binding) {
	if !s.exists {
		return nil
	}
	for _, a := range s.actions() {
		all = append(all, a.Binding)
	}
	return append(all, s.page.Moving()...)
}

func (s *Incident) press(msg tea.KeyPressMsg) tea.Cmd {
	for _, a := range s.actions() {
		if key.Matches(msg, a.Binding) {
			return a.do(msg)
		}
	}
	s.page.PressMoving(msg)
	return nil
}
