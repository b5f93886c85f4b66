package cellinfo

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/screen"
)

// Action is what a letter does with the cell under the focus.
type Action struct {
	key.Binding
	do func(*model.Course, model.Cell) tea.Msg
}

// Send is the command that does it.
func (a Action) Send(c *model.Course, cell model.Cell) tea.Cmd { return screen.Send(a.do(c, cell)) }

// When is the action switched on or off.
func (a Action) When(on bool) Action {
	a.Binding = keys.When(on, a.Binding)
	return a
}

// Press is the command of the action that the key is for.
func Press(actions []Action, c *model.Course, cell model.Cell, msg tea.KeyPressMsg) tea.Cmd {
	for _, a := range actions {
		if key.Matches(msg, a.Binding) {
			return a.Send(c, cell)
		}
	}
	return nil
}

// Bindings are those of the actions, all of them switched off unless on is set.
func Bindings(on bool, actions ...Action) (all []key.Binding) {
	for _, a := range actions {
		all = append(all, keys.When(on && a.Enabled(), a.Binding))
	}
	return all
}

// ToCell opens the cell whole.
func ToCell() Action {
	return Action{keys.Enter("open"), func(_ *model.Course, c model.Cell) tea.Msg { return screen.OpenCell{Ref: c.Ref()} }}
}

// ToCompare puts the cell's service beside the usual ones.
func ToCompare() Action {
	return Action{keys.Compare(), func(_ *model.Course, c model.Cell) tea.Msg {
		return screen.OpenCompare{Services: []model.ServiceID{c.Service}}
	}}
}

// ToStack draws the cell's service as a stack.
func ToStack() Action {
	return Action{keys.Stack(), func(_ *model.Course, c model.Cell) tea.Msg { return screen.OpenStack{Service: c.Service} }}
}

// ToTest asks for the parties of the cell's service.
func ToTest() Action {
	return Action{keys.Test(), func(_ *model.Course, c model.Cell) tea.Msg { return screen.OpenTestMe{Service: c.Service} }}
}

// ToLesson opens the lesson that teaches the cell.
func ToLesson() Action {
	return Action{keys.Read(), func(_ *model.Course, c model.Cell) tea.Msg { return screen.OpenLesson{ID: c.Lesson} }}
}

// ToMatrix opens the matrix at the cell.
func ToMatrix() Action {
	return Action{keys.Cell(), func(_ *model.Course, c model.Cell) tea.Msg { return screen.OpenMatrix{Focus: c.Ref()} }}
}

// ToPractice starts a quiz on the cell's service.
func ToPractice() Action {
	return Action{keys.Practise(), func(course *model.Course, c model.Cell) tea.Msg {
		topic, err := quiz.ParseTopic(course, string(c.Service))
		if err != nil {
			return screen.Toast{Text: err.Error()}
		}
		return screen.Practise{Topic: topic}
	}}
}

// ToSource opens AWS's page about the cell.
func ToSource() Action {
	return Action{keys.Source(), func(_ *model.Course, c model.Cell) tea.Msg {
		if len(c.Sources) == 0 {
			return screen.Toast{Text: "no page is named for this cell"}
		}
		return screen.OpenSource{URL: c.Sources[0]}
	}}
}

// ToClipboard copies the cell as a line of text.
func ToClipboard() Action {
	return Action{keys.Copy(), func(course *model.Course, c model.Cell) tea.Msg {
		return screen.CopyText{Text: Copy(course.Matrix(), c), What: "the cell"}
	}}
}

// ToWords lists the words of the glossary that stand in the cell.
func ToWords() Action {
	return Action{keys.Words(), func(course *model.Course, c model.Cell) tea.Msg {
		return screen.OpenWords{Text: Text(course.Matrix(), c), Where: Title(course.Matrix(), c.Ref())}
	}}
}

// ToReport copies what a report of a mistake needs.
func ToReport() Action {
	return Action{keys.Report(), func(course *model.Course, c model.Cell) tea.Msg {
		return screen.CopyText{Text: Report(course, c), What: "what a report needs"}
	}}
}
