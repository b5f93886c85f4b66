package ui

import (
	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/screen/bookmarks"
	"whose/ui/screen/cell"
	"whose/ui/screen/chooser"
	"whose/ui/screen/compare"
	"whose/ui/screen/exam"
	"whose/ui/screen/glossary"
	"whose/ui/screen/heat"
	"whose/ui/screen/incident"
	"whose/ui/screen/incidents"
	"whose/ui/screen/lesson"
	"whose/ui/screen/lessons"
	"whose/ui/screen/matrix"
	"whose/ui/screen/progress"
	quizscreen "whose/ui/screen/quiz"
	"whose/ui/screen/sessions"
	"whose/ui/screen/settings"
	"whose/ui/screen/stack"
	"whose/ui/screen/term"
	"whose/ui/screen/testme"
)

// open puts the screen on the stack that a message asks for. ok is false if the
// message asks for none.
func (r *Root) open(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	d := r.deps
	switch msg := msg.(type) {
	case screen.OpenLesson:
		return r.push(lesson.New(d, msg.ID, msg.Heading)), true
	case screen.OpenLessons:
		return r.push(lessons.New(d)), true
	case screen.OpenMatrix:
		return r.push(matrix.New(d, msg.Focus)), true
	case screen.OpenCell:
		return r.push(cell.New(d, msg.Ref)), true
	case screen.OpenCompare:
		return r.push(compare.New(d, msg.Services)), true
	case screen.OpenStack:
		return r.push(stack.New(d, msg.Service)), true
	case screen.OpenTestMe:
		return r.push(testme.New(d, msg.Service)), true
	case screen.OpenChooser:
		return r.push(chooser.New(d)), true
	case screen.OpenExam:
		return r.push(exam.New(d, msg.Questions, msg.Time)), true
	case screen.OpenPast:
		return r.push(quizscreen.NewPast(d, msg.ID)), true
	case screen.OpenQuiz:
		if msg.Replace {
			return r.replace(quizscreen.New(d, msg.Session)), true
		}
		return r.push(quizscreen.New(d, msg.Session)), true
	case screen.Resume:
		if msg.Kind == quiz.KindTestMe {
			return r.push(testme.Resume(d, msg.ID)), true
		}
		return r.push(quizscreen.Resume(d, msg.ID)), true
	case screen.OpenBookmarks:
		return r.push(bookmarks.New(d)), true
	case screen.OpenGlossary:
		return r.push(glossary.New(d)), true
	case screen.OpenWords:
		return r.push(glossary.Words(d, msg.Text, msg.Where)), true
	case screen.OpenTerm:
		return r.push(term.New(d, msg.ID)), true
	case screen.OpenIncidents:
		return r.push(incidents.New(d)), true
	case screen.OpenIncident:
		return r.push(incident.New(d, msg.ID)), true
	case screen.OpenProgress:
		return r.push(progress.New(d)), true
	case screen.OpenHeat:
		return r.push(heat.New(d)), true
	case screen.OpenSessions:
		return r.push(sessions.New(d)), true
	case screen.OpenSettings:
		return r.push(settings.New(d)), true
	case screen.Notice:
		r.overlay = notice{d.Theme, msg.Title, msg.Text}
		return nil, true
	case screen.Practise:
		return r.practise(msg.Topic), true
	case screen.OpenReview:
		return r.review(msg), true
	case screen.OpenPlacement:
		return r.place(), true
	case picked:
		return r.ask(msg), true
	}
	return nil, false
}
