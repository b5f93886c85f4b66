package cell

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
)

// pages are AWS's pages, and what they are worth here.
func (c *Cell) pages(s *page.Setter, cell model.Cell) {
	note := ""
	if !cell.Graded && cell.Party != model.None {
		note = "AWS's pages do not settle it, so no quiz asks it"
	}
	s.Heading(cellinfo.Says(cell.Basis), note)
	for _, url := range cell.Sources {
		open := screen.Send(screen.OpenSource{URL: url})
		s.Add(page.Thing{Verb: "open page", Text: cellinfo.Page(url, s.Prose(page.Mark)-page.Mark), Most: 1, Open: func() tea.Cmd { return open }})
	}
}

// lesson is where the cell is taught.
func (c *Cell) lesson(s *page.Setter, cell model.Cell) {
	l, ok := c.deps.Course.Lesson(cell.Lesson)
	if !ok {
		return
	}
	s.Heading("Taught in", "")
	open := screen.Send(screen.OpenLesson{ID: l.ID})
	title := fmt.Sprintf("Lesson %d · %s", c.deps.Course.LessonNumber(l.ID), l.Title)
	s.Add(page.Thing{Verb: "read", Text: title, Most: 1, Open: func() tea.Cmd { return open }})
}

// recordWidth is the column with the learner's record on a question.
const recordWidth = 8

// questions are what can be asked about the cell, each with the learner's
// record on it.
func (c *Cell) questions(s *page.Setter, cell model.Cell) {
	drills := c.who("", cell.Party)
	ids := c.deps.Course.QuestionsOn(cell.Ref())
	if len(drills)+len(ids) == 0 {
		return
	}
	note := "none asked yet"
	if right, seen := c.known.Sum(cellinfo.Items(c.deps.Course, cell)); seen > 0 {
		note = fmt.Sprintf("%d of %d answers right · ✓ ✗ your last answer", right, seen)
	}
	s.Heading("Questions", note)
	for _, p := range drills {
		s.Add(c.question(model.CellItem(cell), p.Stem, c.drills))
	}
	for _, id := range ids {
		q, _ := c.deps.Course.Question(id)
		item := model.QuestionItem(id, q.Revision())
		s.Add(c.question(item, q.Stem(), func() []quiz.Prompt { return c.asked(id) }))
	}
}

// question is something that can be asked, with the learner's record on it.
func (c *Cell) question(id model.Item, stem string, prompts func() []quiz.Prompt) page.Thing {
	return page.Thing{
		Verb: "practise", Label: c.record(id), Text: stem, In: page.Mark + recordWidth, Most: stemMost,
		Open: func() tea.Cmd { return c.practise(prompts()) },
	}
}

// record is "✓ 2/3": the last answer to an item, and how many of all were
// right.
func (c *Cell) record(id model.Item) string {
	t := c.deps.Theme
	known := c.known.Items[id]
	if known.Seen == 0 {
		return t.Paint(theme.Dim, "new")
	}
	sign := t.Paint(theme.Wrong, "✗")
	if known.LastRight {
		sign = t.Paint(theme.Right, "✓")
	}
	return sign + t.Paint(theme.Dim, fmt.Sprintf(" %d/%d", known.Right, known.Seen))
}
