package home

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
)

// row is one thing to do.
type row struct {
	name, detail string
	short        string // the detail where there is little room
	open         func() tea.Msg
}

func opens(msg tea.Msg) func() tea.Msg { return func() tea.Msg { return msg } }

// allRows are the rows for how far the learner is, the next step first.
func (h *Home) allRows() []row {
	if h.summary.First {
		return append(h.firstSteps(), h.places()...)
	}
	rows := append(h.resume(), h.goOn()...)
	rows = append(rows, h.places()...)
	if n := len(h.summary.Bookmarks); n > 0 {
		rows = append(rows, row{"Bookmarks", fmt.Sprintf("%d kept", n), "", opens(screen.OpenBookmarks{})})
	}
	return rows
}

// firstSteps are for someone who has never been here.
func (h *Home) firstSteps() (rows []row) {
	all := h.deps.Course.Lessons()
	if len(all) > 0 {
		rows = append(rows, row{
			"Start", fmt.Sprintf("lesson 1 of %d · %s · %d minutes", len(all), all[0].Title, all[0].Minutes),
			fmt.Sprintf("lesson 1, %d minutes", all[0].Minutes), opens(screen.OpenLesson{ID: all[0].ID}),
		})
	}
	return append(rows, row{"Try a question", "one, to see how it feels", "see how it feels", h.tryOne})
}

// tryOne draws a single question.
func (h *Home) tryOne() tea.Msg {
	d := h.deps
	prompts, err := quiz.Draw(d.Course, quiz.Topic{}, 1, d.Rand)
	if err != nil {
		return screen.Toast{Text: err.Error()}
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "one question"}, prompts, d.Now())
	if err != nil {
		return screen.Toast{Text: err.Error()}
	}
	return screen.OpenQuiz{Session: s}
}

// resume offers the session that was left last.
func (h *Home) resume() []row {
	if len(h.summary.Unfinished) == 0 {
		return nil
	}
	u := h.summary.Unfinished[0]
	detail := fmt.Sprintf("%s · question %d of %d", u.Title, u.At+1, u.Len)
	if u.TakenBy != 0 {
		detail += " · open in another window"
	}
	return []row{{"Resume", detail, fmt.Sprintf("question %d of %d", u.At+1, u.Len), opens(screen.Resume{ID: u.ID, Kind: u.Kind})}}
}

// goOn offers the lesson that was left half-way, or the next one not read.
func (h *Home) goOn() []row {
	id := nextLesson(h.deps.Course.Lessons(), h.summary)
	l, ok := h.deps.Course.Lesson(id)
	if !ok {
		return nil
	}
	return []row{{"Continue", fmt.Sprintf("%s · lesson %d of %d", l.Title, h.deps.Course.LessonNumber(id), len(h.deps.Course.Lessons())), l.Title, opens(screen.OpenLesson{ID: id})}}
}

func nextLesson(all []model.Lesson, s history.Summary) model.LessonID {
	if last, ok := s.Lessons[s.LastLesson]; ok && !last.Read {
		return s.LastLesson
	}
	for _, l := range all {
		if !s.Lessons[l.ID].Read {
			return l.ID
		}
	}
	return ""
}

// places are the rows that are always there.
func (h *Home) places() []row {
	c := h.deps.Course
	lessons := fmt.Sprintf("all %d, in order", len(c.Lessons()))
	if read := h.summary.LessonsRead(); read > 0 {
		lessons = fmt.Sprintf("%d in order, %d read", len(c.Lessons()), read)
	}
	rows := []row{
		{"Lessons", lessons, "", opens(screen.OpenLessons{})},
		{"Matrix", fmt.Sprintf("%d services: who does what", len(c.Matrix().Services())), "who does what", opens(screen.OpenMatrix{})},
		{"Quiz", "choose a topic and a length", "topic and length", opens(screen.OpenChooser{})},
	}
	if n := len(c.Incidents()); n > 0 {
		rows = append(rows, row{"Incidents", stories(n) + ": whose job was it?", stories(n), opens(screen.OpenIncidents{})})
	}
	return rows
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}
