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
	lesson     model.LessonID // what r reads here; "" for none
	practise   func() tea.Cmd // what p does here; nil for nothing
}

// outcome is what the session came to, and what can be done with it.
type outcome struct {
	quiz.Report
	rows  []resultRow
	wrong int // the first row that is a question: one that was wrong
	right int // the first that was right
}

// mostLessons is how many lessons a result names.
const mostLessons = 3

// outcome puts together what to do next, and then the questions one by one: the
// wrong ones, and those of an exam all.
func (q *Quiz) outcome() outcome {
	s := q.run.Session()
	o := outcome{Report: s.Report()}
	o.rows = append(q.again(o.Report), q.lessons(o.Report)...)
	o.rows = append(o.rows, resultRow{text: "Look through " + the(s.Len(), "question"), verb: "open", open: func() tea.Cmd { return q.goTo(0) }})
	o.wrong = len(o.rows)
	for _, i := range o.Wrong {
		o.rows = append(o.rows, q.questionRow(o.Report, i))
	}
	o.right = len(o.rows)
	if s.Kind() == quiz.KindExam {
		for i := range s.Len() {
			if o.Prompts[i].Right {
				o.rows = append(o.rows, q.questionRow(o.Report, i))
			}
		}
	}
	return o
}

// lessons are those to read again: of an exam several, else the first.
func (q *Quiz) lessons(r quiz.Report) (rows []resultRow) {
	most := 1
	if q.run.Session().Kind() == quiz.KindExam {
		most = mostLessons
	}
	for _, id := range r.Study[:min(most, len(r.Study))] {
		l, _ := q.deps.Course.Lesson(id)
		rows = append(rows, resultRow{
			text: "Read: " + l.Title, note: fmt.Sprintf("%d min", l.Minutes), verb: "read", lesson: id,
			open: func() tea.Cmd { return screen.Send(screen.OpenLesson{ID: id}) },
			practise: func() tea.Cmd {
				topic, err := quiz.ParseTopic(q.deps.Course, string(id))
				if err != nil {
					return screen.Send(screen.Toast{Text: err.Error()})
				}
				return screen.Send(screen.Practise{Topic: topic})
			},
		})
	}
	return rows
}

// questionRow opens one question. In an exam it says how long it took.
func (q *Quiz) questionRow(r quiz.Report, i int) resultRow {
	s, o := q.run.Session(), r.Prompts[i]
	var notes []string
	switch {
	case o.Flagged && q.w < narrow:
		notes = append(notes, signFlag)
	case o.Flagged:
		notes = append(notes, "flagged")
	}
	if o.Blank {
		notes = append(notes, unanswered(s.Prompt(i), s.Entry(i)))
	}
	note := strings.Join(notes, ", ")
	if s.Kind() == quiz.KindExam {
		note += " " + widget.PadLeft(face(int(o.Time/time.Second)), 5)
	}
	row := resultRow{
		text: fmt.Sprintf("%3d  %s", i+1, s.Prompt(i).Stem), note: note, verb: "open",
		lesson: s.Prompt(i).Lesson, open: func() tea.Cmd { return q.goTo(i) },
	}
	if !o.Right {
		row.practise = func() tea.Cmd { return q.practise(i) }
	}
	return row
}

// the is "the question", "the 3 questions".
func the(n int, what string) string {
	if n == 1 {
		return "the " + what
	}
	return fmt.Sprintf("the %d %ss", n, what)
}

func (q *Quiz) resultActions() []action {
	o := q.outcome()
	n := len(o.rows)
	row := o.rows[min(q.rowAt, n-1)]
	lesson := row.lesson
	if lesson == "" && len(o.Study) > 0 {
		lesson = o.Study[0]
	}
	read := func() tea.Cmd { return screen.Send(screen.OpenLesson{ID: lesson}) }
	return []action{
		on(true, keys.Enter(row.verb), row.open),
		on(true, q.bindings.up, q.moveRow(&q.rowAt, -1, n)), on(true, q.bindings.down, q.moveRow(&q.rowAt, 1, n)),
		on(row.practise != nil, q.bindings.practise, row.practise),
		on(lesson != "", q.bindings.read, read),
		on(true, q.bindings.top, q.moveRow(&q.rowAt, -n, n)), on(true, q.bindings.bottom, q.moveRow(&q.rowAt, n, n)),
		on(q.scrolls(), q.bindings.halfDown, quietly(func() { q.scroll(q.room() / 2) })),
		on(q.scrolls(), q.bindings.halfUp, quietly(func() { q.scroll(-q.room() / 2) })),
	}
}

func (q *Quiz) openRow() tea.Cmd {
	rows := q.outcome().rows
	return rows[min(q.rowAt, len(rows)-1)].open()
}

// result sets what the session came to: what to do next stands right below the
// score, or beside all the rest where there is room.
func (q *Quiz) result(d *document) {
	o := q.outcome()
	d.blank()
	q.score(d, o.Report)
	d.blank()
	if q.w < wide {
		q.resultRows(d, o.rows, 0, o.wrong, q.w)
		q.details(d, o.Report, q.w)
		q.questions(d, o, q.w)
		return
	}
	left := q.w / 2
	right := q.newDocument()
	q.resultRows(right, o.rows, 0, o.wrong, q.w-left)
	q.questions(right, o, q.w-left)
	first := len(d.lines) - 1
	q.details(d, o.Report, left)
	d.beside(first+1, left, right)
}

// resultRows sets the rows from first to before last.
func (q *Quiz) resultRows(d *document, rows []resultRow, first, last, w int) {
	for i := first; i < last; i++ {
		q.row(d, i, q.rowAt, 0, w, rows[i].text, rows[i].note)
	}
}

// questions sets the questions that can be opened one by one.
func (q *Quiz) questions(d *document, o outcome, w int) {
	if o.wrong < o.right {
		q.heading(d, "Look at again")
		q.resultRows(d, o.rows, o.wrong, o.right, w)
	}
	if o.right < len(o.rows) {
		q.heading(d, "Right")
		q.resultRows(d, o.rows, o.right, len(o.rows), w)
	}
}

// score sets the result in one line, the time, and what follows.
func (q *Quiz) score(d *document, r quiz.Report) {
	t := q.deps.Theme
	text := fmt.Sprintf("%d of %d right · %d %%", r.Right, r.Total, 100*r.Right/r.Total)
	line := "   " + t.Paint(theme.Strong, text)
	if barWidth := 20; widget.Width(line)+3+barWidth < q.w {
		line += "   " + widget.Bar(t, barWidth, float64(r.Right)/float64(r.Total))
	}
	d.line(line)
	if q.run.Session().Kind() == quiz.KindExam {
		q.examTime(d, r)
		return
	}
	each := took(r.Time / time.Duration(r.Total))
	d.put(theme.Dim, "", took(r.Time)+", "+each+" a question", textIn, q.w-1)
	if text := q.outlook(r); text != "" {
		d.put(theme.Plain, "", text, textIn, q.w-1)
	}
}

// details sets the score by task and objective and what was mixed up.
func (q *Quiz) details(d *document, r quiz.Report, w int) {
	if q.run.Session().Kind() == quiz.KindExam {
		q.examDetails(d, r, w)
	} else if q.run.Session().Kind() == quiz.KindPlacement {
		q.tasks(d, r, w)
	}
	if len(r.ByObjective) > 0 {
		q.heading(d, "By objective")
	}
	for _, by := range r.ByObjective {
		q.share(d, string(by.Objective.ID), by.Objective.Text, by.Right, by.Total, w)
	}
	if len(r.Confusions) > 0 {
		q.heading(d, "Mixed up")
	}
	for _, k := range r.Confusions {
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

// share sets id, bar and right of asked, and a text beside them or below.
func (q *Quiz) share(d *document, id, text string, right, total, w int) {
	t := q.deps.Theme
	barWidth := 10
	if w < narrow {
		barWidth = 5
	}
	line := "   " + widget.PadRight(id, 7) + " " + widget.Bar(t, barWidth, float64(right)/float64(total)) +
		widget.PadLeft(fmt.Sprintf("%d of %d", right, total), 9)
	if w < narrow {
		d.line(line)
		d.put(theme.Dim, "", text, textIn, w-1)
		return
	}
	d.put(theme.Dim, line, text, widget.Width(line)+2, w-1)
}
