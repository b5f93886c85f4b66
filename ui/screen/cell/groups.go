package cell

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// plain is a painted line without its look, for the focus to paint.
func plain(s string) string { return ansi.Strip(s) }

// pages are AWS's pages, and what they are worth here.
func (c *Cell) pages(s *setter, cell model.Cell) {
	note := ""
	if !cell.Graded && cell.Party != model.None {
		note = "AWS's pages do not settle it, so no quiz asks it"
	}
	s.heading(cellinfo.Says(cell.Basis), note)
	for _, url := range cell.Sources {
		open := screen.Send(screen.OpenSource{URL: url})
		s.item("open page", "", cellinfo.Page(url, s.prose(mark)-mark), 1, func() tea.Cmd { return open })
	}
}

// lesson is where the cell is taught.
func (c *Cell) lesson(s *setter, cell model.Cell) {
	l, ok := c.deps.Course.Lesson(cell.Lesson)
	if !ok {
		return
	}
	s.heading("Taught in", "")
	open := screen.Send(screen.OpenLesson{ID: l.ID})
	title := fmt.Sprintf("Lesson %d · %s", c.deps.Course.LessonNumber(l.ID), l.Title)
	s.item("read", "", title, 1, func() tea.Cmd { return open })
}

// recordWidth is the column with the learner's record on a question.
const recordWidth = 8

// questions are what can be asked about the cell, each with the learner's
// record on it.
func (c *Cell) questions(s *setter, cell model.Cell) {
	drills := c.who("", cell.Party)
	ids := c.deps.Course.QuestionsOn(cell.Ref())
	if len(drills)+len(ids) == 0 {
		return
	}
	note := "none asked yet"
	if right, seen := c.known.Sum(cellinfo.Items(c.deps.Course, cell)); seen > 0 {
		note = fmt.Sprintf("%d of %d answers right · ✓ ✗ your last answer", right, seen)
	}
	s.heading("Questions", note)
	for _, p := range drills {
		s.item("practise", c.record(model.CellItem(cell)), p.Stem, stemMost, func() tea.Cmd { return c.practise(c.drills()) })
	}
	for _, id := range ids {
		q, _ := c.deps.Course.Question(id)
		item := model.QuestionItem(id, q.Revision())
		s.item("practise", c.record(item), q.Stem(), stemMost, func() tea.Cmd { return c.practise(c.question(id)) })
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

// headerHeight is the title and its rule.
const headerHeight = 2

// View draws the part of the page that is in sight.
func (c *Cell) View(w, h int) string {
	t := c.deps.Theme
	if !c.exists {
		return widget.Join(append(widget.Header(t, "Cell", "", w), "", " This course has no such cell."), h)
	}
	if w != c.width || h-headerHeight != c.height {
		c.width, c.height, c.current = w, h-headerHeight, false
	}
	c.scroll(0)
	lines := append(c.header(w), c.set().lines[c.top:min(c.lines(), c.top+c.height)]...)
	return widget.Join(lines, h)
}

// header names the cell and its party. The rule says how much is below.
func (c *Cell) header(w int) []string {
	t := c.deps.Theme
	cell := c.cell()
	title := c.Title()
	party := cellinfo.Party(t, cell.Party)
	if c.known.Marked[cell.Ref()] {
		party = t.Paint(theme.Dim, "★  ") + party
	}
	if widget.Width(title)+widget.Width(party)+3 > w {
		party = t.Sign(cell.Party)
	}
	lines := widget.Header(t, title, party, w)
	if below := c.lines() - c.top - c.height; below > 0 {
		more := fmt.Sprintf(" ↓ %d more ──", below)
		lines[1] = " " + t.Paint(theme.Dim, strings.Repeat("─", w-2-widget.Width(more))+more)
	}
	return lines
}
