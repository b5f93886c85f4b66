package home

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/study"
)

// row is one thing to do.
type row struct {
	name, detail string
	short        string // the detail where there is little room
	open         func() tea.Msg
	session      string // what it resumes, to tell several such rows apart
}

// place is a row that sends a message.
func place(name, detail, short string, msg tea.Msg) row {
	return row{name: name, detail: detail, short: short, open: func() tea.Msg { return msg }}
}

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
	rows = append(rows, place("Practise", "the ten that help you most now", "the ten that help most", screen.Practise{}))
	rows = append(rows, h.places()...)
	rows = append(rows, place("Progress", "what you know, what you are losing", "what you know", screen.OpenProgress{}))
	if n := len(h.summary.Bookmarks); n > 0 {
		rows = append(rows, place("Bookmarks", fmt.Sprintf("%d kept", n), "", screen.OpenBookmarks{}))
	}
	return append(rows, h.settings())
}

// firstSteps are for someone who has never been here.
func (h *Home) firstSteps() (rows []row) {
	all := h.deps.Course.Lessons()
	if len(all) > 0 {
		rows = append(rows, place(
			"Start", fmt.Sprintf("lesson 1 of %d · %s · %d minutes", len(all), all[0].Title, all[0].Minutes),
			fmt.Sprintf("lesson 1, %d minutes", all[0].Minutes), screen.OpenLesson{ID: all[0].ID},
		))
	}
	if h.offersPlacement() {
		rows = append(rows, h.placement())
	}
	return append(rows, row{name: "Try a question", detail: "one, to see how it feels", short: "see how it feels", open: h.tryOne})
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
	return place("Placement", "12 questions show where to start, about 6 minutes", "12 questions, 6 minutes", screen.OpenPlacement{})
}

// resume offers every exam that is unfinished, for its clock may run, and of the
// other sessions the one that was left last.
func (h *Home) resume() (rows []row) {
	var others []row
	for _, u := range h.summary.Unfinished {
		if u.Kind == quiz.KindExam {
			rows = append(rows, h.resumeExam(u))
			continue
		}
		others = append(others, resumeOther(u))
	}
	return append(rows, others[:min(1, len(others))]...)
}

func (h *Home) resumeExam(u history.Unfinished) row {
	detail, short := fmt.Sprintf("%s · question %d of %d", u.Title, u.At+1, u.Len), "exam"
	if c, ok := h.exams[u.ID]; ok {
		full, few := c.say(h.deps.Now())
		if full == timeIsUp || u.TakenBy != 0 {
			detail = u.Title // where it stands matters less
		}
		detail, short = detail+" · "+full, short+", "+few
	}
	return resumeRow(u, detail, short, "exam")
}

func resumeOther(u history.Unfinished) row {
	what := resumed(u.Kind)
	return resumeRow(u, fmt.Sprintf("%s · question %d of %d", u.Title, u.At+1, u.Len), fmt.Sprintf("%s, question %d of %d", what, u.At+1, u.Len), what)
}

func resumeRow(u history.Unfinished, detail, short, what string) row {
	if u.TakenBy != 0 {
		detail, short = detail+" · open in another window", what+", in another window"
	}
	r := place("Resume", detail, short, screen.Resume{ID: u.ID, Kind: u.Kind})
	r.session = u.ID
	return r
}

// resumed is what a session is, in a word or two.
func resumed(k quiz.Kind) string {
	switch k {
	case quiz.KindReview:
		return "review"
	case quiz.KindPlacement:
		return "placement"
	case quiz.KindChecks:
		return "checks"
	case quiz.KindTestMe:
		return "test me"
	}
	return "quiz"
}

// review offers what today asks, and says what of it fits one sitting.
func (h *Home) review() row {
	today, n := h.plan.Today, h.plan.Sitting.Items()
	if n == 0 {
		detail, short := h.doneToday()
		return place("Review", detail, short, screen.OpenReview{})
	}
	what, rest := fmt.Sprintf("%d due", today.Due), ""
	if h.plan.Backlog > 0 {
		what, rest = fmt.Sprintf("%d of %d due", today.Due, today.Due+h.plan.Backlog), ": the rest can wait"
	}
	short := what
	switch {
	case n < today.Items():
		what, short = fmt.Sprintf("%d of %d for today", n, today.Items()), fmt.Sprintf("%d of %d today", n, today.Items())
		rest = "" // it cannot wait: today asks for more than one sitting
	case today.Due == 0:
		what, short = fmt.Sprintf("nothing due: %d new", n), fmt.Sprintf("%d new", n)
	case today.New > 0:
		what += fmt.Sprintf(" and %d new", today.New)
		short = fmt.Sprintf("%d due, %d new", today.Due, today.New)
	}
	takes := h.plan.Sitting.Time
	return place("Review", what+", "+study.Minutes(takes)+rest, short+", "+study.FewMinutes(takes), screen.OpenReview{})
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
		if _, here := h.deps.Course.Lesson(h.summary.LastLesson); here { // it may be another version's
			id = h.summary.LastLesson
		}
	}
	l, ok := h.deps.Course.Lesson(id)
	if !ok {
		return nil
	}
	return []row{place("Continue", fmt.Sprintf("%s · lesson %d of %d", l.Title, h.deps.Course.LessonNumber(id), len(h.deps.Course.Lessons())), l.Title, screen.OpenLesson{ID: id})}
}

// places are the rows that are always there.
func (h *Home) places() []row {
	c := h.deps.Course
	lessons := fmt.Sprintf("all %d, in order", len(c.Lessons()))
	if read := h.summary.LessonsRead(); read > 0 {
		lessons = fmt.Sprintf("%d in order, %d read", len(c.Lessons()), read)
	}
	rows := []row{
		place("Lessons", lessons, "", screen.OpenLessons{}),
		place("Matrix", fmt.Sprintf("%d services: who does what", len(c.Matrix().Services())), "who does what", screen.OpenMatrix{}),
		place("Quiz", "choose a topic and a length", "topic and length", screen.OpenChooser{}),
		place("Mock exam", h.examLength(), fmt.Sprintf("%d questions", quiz.UsualExam), screen.OpenExam{}),
	}
	if n := len(c.Incidents()); n > 0 {
		rows = append(rows, place("Incidents", stories(n)+": whose job was it?", stories(n), screen.OpenIncidents{}))
	}
	return rows
}

// examLength says how long a mock exam is with the learner's allowance.
func (h *Home) examLength() string {
	limit := quiz.ExamTime(quiz.UsualExam, h.summary.Settings.Allowance)
	if limit == 0 {
		return fmt.Sprintf("%d questions, no clock", quiz.UsualExam)
	}
	return fmt.Sprintf("%d questions in %d minutes", quiz.UsualExam, int(limit.Minutes()))
}

func (h *Home) settings() row {
	return place("Settings", "exam date, time and looks", "date, time, looks", screen.OpenSettings{})
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}
