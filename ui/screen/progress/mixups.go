package progress

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	oftenWrong = 2 // from so many wrong answers on a question is told of
	mostWrong  = 10
)

// mixUp is one thing that was taken for another, in words, with what can be done
// about it.
type mixUp struct {
	text  string
	times int
	about place
}

// mixed finds the pair of two concepts, to practise, and the lesson about them.
// Of what the course has no longer it finds neither.
func mixed(course *model.Course, c history.Confusion) mixUp {
	name := func(id model.ConceptID) string {
		concept, _ := course.Concept(id)
		return concept.Name
	}
	m := mixUp{"took " + name(c.Took) + " for " + name(c.For), c.Times, place{lesson: lessonOn(course, c.Took, c.For)}}
	if pair, ok := pairOf(course, c.Took, c.For); ok {
		m.about.topic = string(pair)
	}
	return m
}

// setMixUps is the page of what the learner takes for what, and of the questions
// that go wrong most often.
func (p *Progress) setMixUps(s *page.Setter) {
	mixed, wrong := p.facts.mixed, p.facts.wrong
	if len(mixed) == 0 && len(wrong) == 0 {
		s.Blank()
		s.Put(theme.Plain, "", "Nothing is mixed up so far.", page.Mark, s.Prose(page.Mark))
		s.Put(theme.Dim, "", "When you choose one service and the right answer is another, the two stand here, and you can practise telling them apart.", page.Mark, s.Prose(page.Mark))
		return
	}
	if len(mixed) > 0 {
		s.Heading("What you take for what", "")
	}
	for _, m := range mixed {
		p.setMixUp(s, m)
	}
	if len(wrong) > 0 {
		s.Heading("Questions most often wrong", "")
	}
	for _, a := range wrong {
		p.setWrong(s, a)
	}
}

const timesWidth = 10 // " 12 times"

// setMixUp adds one thing that was taken for another.
func (p *Progress) setMixUp(s *page.Setter, m mixUp) {
	row := page.Thing{
		Text: m.text, To: min(widget.ProseWidth, s.Width()-widget.Margin-timesWidth),
		After: p.deps.Theme.Paint(theme.Dim, widget.PadLeft(count(m.times, "time", "times"), timesWidth)),
	}
	row.Verb, row.Open = "practise", func() tea.Cmd { return p.practise(m.about.topic) }
	if m.about.topic == "" {
		row.Verb, row.Open = "read", func() tea.Cmd { return screen.Send(screen.OpenLesson{ID: m.about.lesson}) }
	}
	p.add(s, mixUps, m.about, row)
}

// pairOf is the pair of two concepts, whichever is the first.
func pairOf(c *model.Course, a, b model.ConceptID) (model.PairID, bool) {
	for _, p := range c.Pairs() {
		if p.First == a && p.Second == b || p.First == b && p.Second == a {
			return p.ID, true
		}
	}
	return "", false
}

// lessonOn is the lesson of the first question that has both concepts among its
// options, or else the one that was missed.
func lessonOn(c *model.Course, took, missed model.ConceptID) (lesson model.LessonID) {
	for _, q := range c.Questions() {
		has := func(id model.ConceptID) bool {
			return slices.ContainsFunc(q.Options(), func(o model.Option) bool { return o.Concept == id })
		}
		switch {
		case !has(missed):
		case has(took):
			return q.Lesson()
		case lesson == "":
			lesson = q.Lesson()
		}
	}
	return lesson
}

// asked is a question and how it went.
type asked struct {
	question model.Question
	trace    recall.Trace
}

func (a asked) wrong() int { return a.trace.Seen - a.trace.Right }

// wrongMost are the questions that went wrong most often.
func wrongMost(c *model.Course, learner recall.Learner) (all []asked) {
	for _, q := range c.Questions() {
		a := asked{q, learner.Traces[model.QuestionItem(q.ID(), q.Revision())]}
		if a.wrong() >= oftenWrong {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b asked) int { return cmp.Compare(b.wrong(), a.wrong()) })
	return all[:min(mostWrong, len(all))]
}

// setWrong adds a question that is asked again when it is opened.
func (p *Progress) setWrong(s *page.Setter, a asked) {
	p.add(s, mixUps, place{lesson: a.question.Lesson()}, page.Thing{
		Verb: "ask it again", Text: strings.Join(strings.Fields(a.question.Stem()), " "), Most: 2,
		To:    min(widget.ProseWidth, s.Width()-widget.Margin-timesWidth),
		After: p.deps.Theme.Paint(theme.Dim, widget.PadLeft(fmt.Sprintf("%d of %d", a.wrong(), a.trace.Seen), timesWidth)),
		Open:  func() tea.Cmd { return p.ask(a.question) },
	})
}

// ask asks one question again.
func (p *Progress) ask(q model.Question) tea.Cmd {
	d := p.deps
	prompt, err := quiz.Ask(d.Course, q.ID(), d.Rand)
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "wrong before"}, []quiz.Prompt{prompt}, d.Now())
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.OpenQuiz{Session: s})
}
