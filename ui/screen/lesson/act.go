package lesson

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
)

// action is what a key would do now, and how the footer says it.
type action struct {
	help string
	do   func() tea.Cmd
}

func sends(help string, msg tea.Msg) action {
	return action{help, func() tea.Cmd { return screen.Send(msg) }}
}

// enter is the next step: what has the focus, or the text that follows, or what
// comes after it.
func (s *Lesson) enter() action {
	switch {
	case s.page == nil:
		return action{"read on", func() tea.Cmd { return nil }}
	case s.focus >= 0:
		return s.follow(s.focus)
	case s.nextSpot() >= 0:
		return s.follow(s.nextSpot())
	}
	return action{"read on", func() tea.Cmd { return s.goTo(s.readOn()) }}
}

// nextSpot is the spot that enter goes to at the end of the text, -1 before: the
// checks, and once they are answered what follows them.
func (s *Lesson) nextSpot() int {
	if s.page == nil || s.focus >= 0 || !s.atEnd() {
		return -1
	}
	spot := len(s.page.Links)
	if s.hasChecks() && s.record.checks.seen >= len(s.lesson.Checks) {
		spot++
	}
	return spot
}

// follow is what a spot leads to.
func (s *Lesson) follow(spot int) action {
	if i := spot - len(s.page.Links); i >= 0 {
		return s.ends()[i].action
	}
	return s.link(s.page.Links[spot].Target)
}

// link is where a link leads: to a cell, a lesson, a word of the glossary or one
// of AWS's pages.
func (s *Lesson) link(target string) action {
	kind, rest, _ := strings.Cut(target, ":")
	switch kind {
	case "cell":
		if ref, err := model.ParseCellRef(rest); err == nil && s.hasCell(ref) {
			return sends("open the cell", screen.OpenCell{Ref: ref})
		}
	case "lesson":
		if l, ok := s.deps.Course.Lesson(model.LessonID(rest)); ok {
			return sends("open the lesson", screen.OpenLesson{ID: l.ID})
		}
	case "term":
		if t, ok := s.deps.Course.Term(model.TermID(rest)); ok {
			return sends("explain the word", screen.OpenTerm{ID: t.ID})
		}
	case "https":
		return sends("open AWS's page", screen.OpenSource{URL: target})
	}
	return sends("open", screen.Toast{Text: "this link leads nowhere: " + target})
}

func (s *Lesson) hasCell(ref model.CellRef) bool {
	_, ok := s.deps.Course.Matrix().Cell(ref)
	return ok
}

// end is one of the rows under the text.
type end struct {
	name, detail string
	action       action
}

// ends are what comes after the text: the checks if it has any, then the next
// lesson or, after the last one, a quiz.
func (s *Lesson) ends() (rows []end) {
	if s.hasChecks() {
		rows = append(rows, end{"Check yourself", s.checksDetail(), action{"check yourself", s.check}})
	}
	next, ok := s.neighbour(1)
	if !ok {
		return append(rows, end{"Quiz", "this was the last lesson: choose a topic", sends("quiz", screen.OpenChooser{})})
	}
	return append(rows, end{
		name:   "Next lesson",
		detail: fmt.Sprintf("%d of %d · %s · %d minutes", s.number()+1, len(s.deps.Course.Lessons()), next.Title, next.Minutes),
		action: action{"next lesson", func() tea.Cmd { return s.turn(1) }},
	})
}

func (s *Lesson) hasChecks() bool { return len(s.lesson.Checks) > 0 }

func (s *Lesson) checksDetail() string {
	n := len(s.lesson.Checks)
	if s.record.checks.seen >= n {
		return fmt.Sprintf("%d questions · %d right the last time", n, s.record.checks.right)
	}
	return fmt.Sprintf("%d questions on this lesson", n)
}

// check starts the questions that close the lesson.
func (s *Lesson) check() tea.Cmd {
	d := s.deps
	session, err := quiz.NewSession(d.Course, quiz.Setup{
		ID: d.NewID(), Kind: quiz.KindChecks, Mode: quiz.Study, Topic: string(s.lesson.ID), Title: s.lesson.Title,
	}, quiz.Checks(d.Course, s.lesson.ID, d.Rand), d.Now())
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.OpenQuiz{Session: session})
}

// source is AWS's page that has the focus, or else the first one in sight, or
// else the first of the lesson. It is empty if there is none.
func (s *Lesson) source() (url string) {
	if s.page == nil {
		return ""
	}
	for i, l := range s.page.Links {
		if !strings.HasPrefix(l.Target, "https:") {
			continue
		}
		if i == s.focus || s.focus < 0 && s.inSight(s.spotLine(i)) {
			return l.Target
		}
		if url == "" {
			url = l.Target
		}
	}
	return url
}

// copy takes the address of the page that has the focus, or else the section.
func (s *Lesson) copy() tea.Cmd {
	if s.page == nil {
		return nil
	}
	if s.focus >= 0 && s.focus < len(s.page.Links) && strings.HasPrefix(s.page.Links[s.focus].Target, "https:") {
		l := s.page.Links[s.focus]
		return screen.Send(screen.CopyText{Text: l.Target, What: fmt.Sprintf("the address of %q", l.Text)})
	}
	return screen.Send(screen.CopyText{Text: s.sectionText(), What: "this section"})
}

func (s *Lesson) sectionText() string {
	all, at := s.sections(), s.section()
	from, to := 0, len(s.page.Plain)
	if at >= 0 {
		from = all[at].First
	}
	if at+1 < len(all) {
		to = all[at+1].First
	}
	return strings.TrimSpace(strings.Join(s.page.Plain[from:to], "\n")) + "\n"
}

// words lists the words of the glossary in the lines in sight.
func (s *Lesson) words() tea.Cmd {
	if s.page == nil {
		return nil
	}
	last := min(len(s.page.Plain), s.top+s.room())
	text := strings.Join(s.page.Plain[min(s.top, last):last], "\n")
	return screen.Send(screen.OpenWords{Text: text, Where: s.lesson.Title})
}

// report copies what a report of a mistake needs.
func (s *Lesson) report() tea.Cmd {
	text := "lesson " + string(s.lesson.ID)
	if i := s.section(); i >= 0 {
		text += fmt.Sprintf(", section %q", s.sections()[i].Heading)
	}
	c := s.deps.Course
	return screen.Send(screen.CopyText{Text: fmt.Sprintf("%s, course %s %s", text, c.ID(), c.Version()), What: "what a report of this needs"})
}
