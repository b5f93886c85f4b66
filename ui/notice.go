package ui

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// notice tells the learner something that must not be missed and may be longer
// than a line.
type notice struct {
	theme *theme.Theme
	title string
	text  string
}

// noticeOf is what the learner has to know about the history's file.
func noticeOf(t *theme.Theme, msg screen.HistoryNotice) notice {
	if msg.Err != nil {
		text := sentence(msg.Err.Error()) + "\n\nYou can go on: lessons, matrix and quizzes work as always, and \"not saved\" stays in sight."
		return notice{t, "Your answers are not saved", text}
	}
	return notice{t, "Your answers", msg.Text}
}

// lostNotice says that answers are gone that a closed session could not save.
func lostNotice(t *theme.Theme, answers int, err error) notice {
	text := "An answer could not be saved, and is lost: "
	if answers > 1 {
		text = fmt.Sprintf("%d answers could not be saved, and are lost: ", answers)
	}
	return notice{t, "Answers are lost", text + err.Error() + ".\n\nThe session can be gone on with as it was saved last."}
}

// sentence makes an error's text the first of a page.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:] + "."
}

func (n notice) update(msg tea.Msg) (tea.Msg, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return nil, key.Matches(msg, keys.Enter(""), keys.Quit(), keys.Space(""))
	case screen.Click:
		return nil, true
	}
	return nil, false
}

func (n notice) view(w, h int) string {
	lines := append(widget.Header(n.theme, n.title, "", w), "")
	lines = append(lines, widget.Paragraph(n.theme, theme.Plain, n.text, 2, min(w-2, widget.ProseWidth))...)
	return widget.Join(lines, h)
}

func (n notice) footer(w int) string {
	return widget.Footer(n.theme, []key.Binding{keys.Enter("go on")}, nil, w)
}

func (n notice) cursor() *tea.Cursor { return nil }
