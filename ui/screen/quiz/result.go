package quiz

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// resultRow is something to do with a result.
type resultRow struct {
	text, note string
	verb       string // what enter does, in the footer
	open       func() tea.Cmd
}

// rows are the wrong ones again, the lesson to read, each wrong one, and all of
// them.
func (q *Quiz) rows(score quiz.Score) (rows []resultRow) {
	s := q.run.Session()
	if n := len(score.Wrong); n > 0 {
		rows = append(rows, resultRow{"Ask " + the(n, "wrong one") + " again", "", "ask again", q.retry})
	}
	if l, ok := q.deps.Course.Lesson(q.toRead(score)); ok {
		rows = append(rows, resultRow{"Read: " + l.Title, fmt.Sprintf("%d min", l.Minutes), "read", q.readNext})
	}
	rows = append(rows, resultRow{"Look through " + the(s.Len(), "question"), "", "open", func() tea.Cmd { return q.goTo(0) }})
	for _, i := range score.Wrong {
		note := ""
		if len(s.Entry(i).Chosen) == 0 {
			note = "blank"
		}
		rows = append(rows, resultRow{fmt.Sprintf("%3d  %s", i+1, s.Prompt(i).Stem), note, "open", func() tea.Cmd { return q.goTo(i) }})
	}
	return rows
}

// the is "the question", "the 3 questions".
func the(n int, what string) string {
	if n == 1 {
		return "the " + what
	}
	return fmt.Sprintf("the %d %ss", n, what)
}

func (q *Quiz) retry() tea.Cmd {
	again, ok := q.run.Session().Retry(q.deps.NewID(), q.deps.Now())
	if !ok {
		return nil
	}
	return screen.Send(screen.OpenQuiz{Session: again, Replace: true})
}

func (q *Quiz) readNext() tea.Cmd {
	return screen.Send(screen.OpenLesson{ID: q.toRead(q.run.Session().Score())})
}

// toRead is the lesson that most of the wrong ones belong to, the earlier one
// where two have as many.
func (q *Quiz) toRead(score quiz.Score) (best model.LessonID) {
	s := q.run.Session()
	wrong := make(map[model.LessonID]int)
	for _, i := range score.Wrong {
		wrong[s.Prompt(i).Lesson]++
	}
	for _, l := range q.deps.Course.Lessons() {
		if wrong[l.ID] > wrong[best] || best == "" && wrong[l.ID] > 0 {
			best = l.ID
		}
	}
	return best
}

func (q *Quiz) resultActions() []action {
	score := q.run.Session().Score()
	rows := q.rows(score)
	move := func(step int) func() tea.Cmd {
		return quietly(func() {
			q.rowAt = max(0, min(q.rowAt+step, len(rows)-1))
			q.follow()
		})
	}
	return []action{
		on(true, keys.Enter(rows[min(q.rowAt, len(rows)-1)].verb), q.openRow),
		on(true, q.bindings.up, move(-1)), on(true, q.bindings.down, move(1)),
		on(q.toRead(score) != "", q.bindings.read, q.readNext),
		on(true, q.bindings.top, move(-len(rows))), on(true, q.bindings.bottom, move(len(rows))),
		on(q.scrolls(), q.bindings.halfDown, quietly(func() { q.scroll(q.room() / 2) })),
		on(q.scrolls(), q.bindings.halfUp, quietly(func() { q.scroll(-q.room() / 2) })),
	}
}

func (q *Quiz) openRow() tea.Cmd {
	rows := q.rows(q.run.Session().Score())
	return rows[min(q.rowAt, len(rows)-1)].open()
}

// result sets what the session came to: what to do next stands right below the
// score, or beside all the rest where there is room.
func (q *Quiz) result(d *document) {
	score := q.run.Session().Score()
	d.blank()
	q.score(d, score)
	d.blank()
	rows := q.rows(score)
	doing := rows[:len(rows)-len(score.Wrong)]
	wrong := rows[len(doing):]
	if q.w < wide {
		for i, r := range doing {
			q.row(d, i, q.rowAt, 0, q.w, r.text, r.note)
		}
		q.details(d, score, q.w)
		q.wrong(d, wrong, len(doing), q.w)
		return
	}
	left := q.w / 2
	right := q.newDocument()
	for i, r := range doing {
		q.row(right, i, q.rowAt, 0, q.w-left, r.text, r.note)
	}
	q.wrong(right, wrong, len(doing), q.w-left)
	first := len(d.lines) - 1
	q.details(d, score, left)
	d.beside(first+1, left, right)
}

// score sets the result in one line, and the time.
func (q *Quiz) score(d *document, score quiz.Score) {
	t := q.deps.Theme
	text := fmt.Sprintf("%d of %d right · %d %%", score.Right, score.Total, 100*score.Right/score.Total)
	line := "   " + t.Paint(theme.Strong, text)
	if barWidth := 20; widget.Width(line)+3+barWidth < q.w {
		line += "   " + widget.Bar(t, barWidth, float64(score.Right)/float64(score.Total))
	}
	d.line(line)
	d.line("   " + t.Paint(theme.Dim, took(score.Time)+", "+took(score.Time/time.Duration(score.Total))+" a question"))
}

// details sets the score by objective and what was mixed up.
func (q *Quiz) details(d *document, score quiz.Score, w int) {
	if len(score.ByObjective) > 0 {
		q.heading(d, "By objective")
	}
	for _, by := range score.ByObjective {
		q.objective(d, by, w)
	}
	if len(score.Confusions) > 0 {
		q.heading(d, "Mixed up")
	}
	for _, k := range score.Confusions {
		took, _ := q.deps.Course.Concept(k.Took)
		instead, _ := q.deps.Course.Concept(k.For)
		d.put(theme.Plain, "", fmt.Sprintf("You took “%s” for “%s”%s.", took.Name, instead.Name, times(k.Times)), textIn, w-1)
	}
}

func times(n int) string {
	switch n {
	case 1:
		return ""
	case 2:
		return ", twice"
	}
	return fmt.Sprintf(", %d times", n)
}

func (q *Quiz) heading(d *document, text string) {
	if len(d.lines) > 0 && d.lines[len(d.lines)-1] != "" {
		d.blank()
	}
	d.line("   " + q.deps.Theme.Paint(theme.Accent, text))
}

// narrow is the width below which an objective's text stands below its score.
const narrow = 56

// objective sets id, bar and right of asked, and the text beside them or below.
func (q *Quiz) objective(d *document, by quiz.ObjectiveScore, w int) {
	t := q.deps.Theme
	barWidth := 10
	if w < narrow {
		barWidth = 5
	}
	line := "   " + widget.PadRight(string(by.Objective.ID), 7) + " " + widget.Bar(t, barWidth, float64(by.Right)/float64(by.Total)) +
		widget.PadLeft(fmt.Sprintf("%d of %d", by.Right, by.Total), 9)
	if w < narrow {
		d.line(line)
		d.put(theme.Dim, "", by.Objective.Text, textIn, w-1)
		return
	}
	d.put(theme.Dim, line, by.Objective.Text, widget.Width(line)+2, w-1)
}

func (q *Quiz) wrong(d *document, rows []resultRow, from, w int) {
	if len(rows) > 0 {
		q.heading(d, "Look at again")
	}
	for i, r := range rows {
		q.row(d, from+i, q.rowAt, 0, w, r.text, r.note)
	}
}

// took is a time as people say it: "8 s", "4 min 32 s", "1 h 5 min".
func took(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	switch {
	case s < 60:
		return fmt.Sprintf("%d s", s)
	case s < 3600:
		return strings.TrimSuffix(fmt.Sprintf("%d min %d s", s/60, s%60), " 0 s")
	}
	return fmt.Sprintf("%d h %d min", s/3600, s/60%60)
}
