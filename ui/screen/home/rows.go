package home

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/study"
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
		return append(append(h.firstSteps(), h.places()...), h.settings())
	}
	rows := h.resume()
	if h.offersPlacement() {
		rows = append(rows, h.placement())
	}
	if h.plan.Today.Items() > 0 {
		rows = append(append(rows, h.review()), h.goOn()...)
	} else {
		rows = append(append(rows, h.goOn()...), h.review())
	}
	rows = append(rows, row{"Practise", "the ten that help you most now", "the ten that help most", opens(screen.Practise{})})
	rows = append(rows, h.places()...)
	rows = append(rows, row{"Progress", "what you know, what you are losing", "what you know", opens(screen.OpenProgress{})})
	if n := len(h.summary.Bookmarks); n > 0 {
		rows = append(rows, row{"Bookmarks", fmt.Sprintf("%d kept", n), "", opens(screen.OpenBookmarks{})})
	}
	return append(rows, h.settings())
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
	if h.offersPlacement() {
		rows = append(rows, h.placement())
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

// placement offers to find out where the learner stands.
func (h *Home) placement() row {
	return row{"Placement", "12 questions show where to start, about 6 minutes", "12 questions, 6 minutes", opens(screen.OpenPlacement{})}
}

// resume offers the session that was left last.
func (h *Home) resume() []row {
	if len(h.summary.Unfinished) == 0 {
		return nil
	}
	u := h.summary.Unfinished[0]
	short := fmt.Sprintf("question %d of %d", u.At+1, u.Len)
	if h.clock != "" {
		short = h.clock
	}
	detail := fmt.Sprintf("%s · question %d of %d", u.Title, u.At+1, u.Len)
	if h.clock != "" {
		detail += " · " + h.clock
	}
	if u.TakenBy != 0 {
		detail += " · open in another window"
	}
	return []row{{"Resume", detail, short, opens(screen.Resume{ID: u.ID, Kind: u.Kind})}}
}

// review offers what today asks, and says what of it fits one sitting.
func (h *Home) review() row {
	today := h.plan.Today
	n := h.plan.Sitting.Items()
	takes := study.Minutes(h.plan.Sitting.Time)
	minutes := strings.TrimPrefix(takes, "about ")
	what, short := fmt.Sprintf("%d due", today.Due), fmt.Sprintf("%d due", today.Due)
	if h.plan.Backlog > 0 {
		what = fmt.Sprintf("%d of %d due", today.Due, today.Due+h.plan.Backlog)
		short = what
		takes += ": the rest can wait"
	}
	switch {
	case n == 0:
		detail, short := h.doneToday()
		return row{"Review", detail, short, opens(screen.OpenReview{})}
	case n < today.Items():
		takes = strings.TrimSuffix(takes, ": the rest can wait") // it cannot: today asks for more than one sitting
		what, short = fmt.Sprintf("%d of %d for today", n, today.Items()), fmt.Sprintf("%d of %d today", n, today.Items())
	case today.Due == 0:
		what, short = fmt.Sprintf("nothing due: %d new", n), fmt.Sprintf("%d new", n)
	case today.New > 0:
		what += fmt.Sprintf(" and %d new", today.New)
		short += fmt.Sprintf(", %d new", today.New)
	}
	return row{"Review", what + ", " + takes, short + ", " + minutes, opens(screen.OpenReview{})}
}

// doneToday says that nothing is left to review, and what comes after.
func (h *Home) doneToday() (detail, short string) {
	detail = "nothing is due today"
	if h.summary.Learner.Today > 0 {
		detail = "done for today"
	}
	short = detail
	switch {
	case h.plan.Backlog > 0:
		detail += fmt.Sprintf(": %d more are due and can wait", h.plan.Backlog)
	case len(h.plan.Days) > 1 && h.plan.Days[1].Items() > 0:
		detail += fmt.Sprintf(": %d tomorrow", h.plan.Days[1].Items())
	}
	return detail, short
}

// goOn offers the lesson that was left half-way, or the next one.
func (h *Home) goOn() []row {
	id := h.lesson
	if last, ok := h.summary.Lessons[h.summary.LastLesson]; ok && !last.Read {
		id = h.summary.LastLesson
	}
	l, ok := h.deps.Course.Lesson(id)
	if !ok {
		return nil
	}
	return []row{{"Continue", fmt.Sprintf("%s · lesson %d of %d", l.Title, h.deps.Course.LessonNumber(id), len(h.deps.Course.Lessons())), l.Title, opens(screen.OpenLesson{ID: id})}}
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
		{"Mock exam", h.examLength(), "20 questions", opens(screen.OpenExam{})},
	}
	if n := len(c.Incidents()); n > 0 {
		rows = append(rows, row{"Incidents", stories(n) + ": whose job was it?", stories(n), opens(screen.OpenIncidents{})})
	}
	return rows
}

// usualExam is how many questions a mock exam has if nothing else is asked for.
const usualExam = 20

// examLength says how long a mock exam is with the learner's allowance.
func (h *Home) examLength() string {
	limit := quiz.ExamTime(usualExam, h.summary.Settings.Allowance)
	if limit == 0 {
		return fmt.Sprintf("%d questions, no clock", usualExam)
	}
	return fmt.Sprintf("%d questions in %d minutes", usualExam, int(limit.Minutes()))
}

func (h *Home) settings() row {
	return row{"Settings", "exam date, time and looks", "date, time, looks", opens(screen.OpenSettings{})}
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}
