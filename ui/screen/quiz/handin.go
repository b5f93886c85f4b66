package quiz

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/keys"
	"whose/ui/theme"
	"whose/ui/widget"
)

// blanks are the questions without an answer, counted from 0.
func blanks(s *quiz.Session) (all []int) {
	for i := range s.Len() {
		if blank(s, i) {
			all = append(all, i)
		}
	}
	return all
}

// handIn sets the page before a test is graded: a row to hand in, and one for
// each blank.
func (q *Quiz) handIn(d *document) {
	t, s := q.deps.Theme, q.run.Session()
	empty := blanks(s)
	text := fmt.Sprintf("All %d questions are answered.", s.Len())
	switch {
	case q.run.Saving():
		text = "saving…"
	case len(empty) == 1:
		text = "1 question is blank. It counts as wrong."
	case len(empty) > 1:
		text = fmt.Sprintf("%d questions are blank. They count as wrong.", len(empty))
	}
	d.blank()
	d.put(theme.Strong, "", text, textIn, q.w-1)
	d.blank()
	q.row(d, 0, q.handAt, 0, q.w, "Hand in", "")
	if len(empty) == 0 {
		return
	}
	d.blank()
	for row, i := range empty {
		note := ""
		if n := len(s.Entry(i).Chosen); n > 0 {
			note = fmt.Sprintf("%d of %d chosen", n, s.Prompt(i).Pick)
		}
		q.row(d, row+1, q.handAt, 0, q.w, fmt.Sprintf("%3d  %s", i+1, s.Prompt(i).Stem), note)
	}
	d.blank()
	d.line("   " + t.Paint(theme.Dim, widget.Clip("Open a blank one to answer it; ← goes back to the last question.", q.w-textIn-1)))
}

// row sets one line that can be opened, w columns wide from x on.
func (q *Quiz) row(d *document, i, at, x, w int, text, note string) {
	t := q.deps.Theme
	cursor, role := "  ", theme.Plain
	room := w - textIn - 1
	if note != "" {
		room -= widget.Width(note) + 2
	}
	text = widget.Clip(text, room)
	if i == at {
		cursor, role = t.Paint(theme.Accent, "›")+" ", theme.Focus
	}
	line := " " + cursor + cellinfo.Mark(t, role, text, d.query)
	if note != "" {
		line = widget.PadRight(line, room+textIn+2) + t.Paint(theme.Dim, note)
	}
	first := len(d.lines)
	if cellinfo.Has(text, d.query) {
		d.hits = append(d.hits, first)
	}
	d.line(line)
	d.spot(first, x, w, target{rowTarget, i})
}

func (q *Quiz) handInActions() []action {
	s := q.run.Session()
	n := len(blanks(s)) + 1
	help := "hand in"
	if q.handAt > 0 {
		help = "open"
	}
	move := func(step int) func() tea.Cmd {
		return quietly(func() {
			q.handAt = max(0, min(q.handAt+step, n-1))
			q.follow()
		})
	}
	back := func() tea.Cmd { return q.goTo(s.At()) }
	return []action{
		on(true, keys.Enter(help), q.openBlank),
		on(n > 1, q.bindings.up, move(-1)), on(n > 1, q.bindings.down, move(1)),
		on(true, keys.Bind("←", "questions", "left", "h"), back),
		on(n > 1, q.bindings.top, move(-n)), on(n > 1, q.bindings.bottom, move(n)),
		on(true, keys.Bind("esc", "questions", "esc"), back),
	}
}

// openBlank hands in, or goes to the blank question that has the focus.
func (q *Quiz) openBlank() tea.Cmd {
	if q.handAt > 0 {
		return q.goTo(blanks(q.run.Session())[q.handAt-1])
	}
	cmd, err := q.run.HandIn()
	if err != nil {
		q.say = err.Error()
	}
	return cmd
}
