package quiz

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/theme"
)

// toHandIn is the place above the questions on the overview: the row that hands
// in.
const toHandIn = -1

// Signs of a question in a test.
const (
	signAnswered = "•"
	signBlank    = "_"
	signFlag     = "!"
)

// overview sets a test as a whole: a row to hand in with what speaks against it,
// every question by its number, and what the focused one asks.
func (q *Quiz) overview(d *document) {
	t, s := q.deps.Theme, q.run.Session()
	d.blank()
	warning, rest := q.warning()
	d.put(theme.Strong, "", warning, textIn, q.w-1)
	if rest != "" {
		d.put(theme.Plain, "", rest, textIn, q.w-1)
	}
	d.blank()
	at := -1
	if q.paperAt == toHandIn {
		at = 0
	}
	q.row(d, 0, at, 0, q.w, "Hand in", "")
	d.blank()
	q.grid(d, textIn-1, q.perRow(), q.paperAt, theme.Focus)
	d.blank()
	d.line("   " + t.Paint(theme.Dim, legend(s)))
	if q.paperAt != toHandIn {
		d.blank()
		q.preview(d, q.paperAt)
	}
}

// warning says what speaks against handing in, and what there is besides.
func (q *Quiz) warning() (strong, rest string) {
	s := q.run.Session()
	if q.run.Saving() {
		return "handing in…", ""
	}
	switch n := s.Blanks(); n {
	case 0:
		strong = fmt.Sprintf("All %d questions are answered.", s.Len())
		if s.Len() == 1 {
			strong = "The question is answered."
		}
	case 1:
		strong = "1 question is blank. It counts as wrong."
	default:
		strong = fmt.Sprintf("%d questions are blank. They count as wrong.", n)
	}
	switch n := flags(s); n {
	case 0:
	case 1:
		rest = "1 is flagged, to be looked at again."
	default:
		rest = fmt.Sprintf("%d are flagged, to be looked at again.", n)
	}
	return strong, rest
}

// questionCount is "1 question", "20 questions".
func questionCount(n int) string {
	if n == 1 {
		return "1 question"
	}
	return fmt.Sprintf("%d questions", n)
}

// legend explains the signs of the grid.
func legend(s *quiz.Session) string {
	text := signAnswered + " answered   " + signBlank + " blank"
	if flags(s) > 0 {
		text += "   " + signFlag + " flagged"
	}
	return text
}

func flags(s *quiz.Session) (n int) {
	for i := range s.Len() {
		if s.Entry(i).Flagged {
			n++
		}
	}
	return n
}

// perRow is how many questions stand side by side on the overview.
func (q *Quiz) perRow() int { return q.fitting(q.w - textIn) }

// fitting is how many questions fit side by side in w columns: ten, so that the
// numbers are easy to find, or five.
func (q *Quiz) fitting(w int) int {
	if 10*q.cellWidth() <= w {
		return 10
	}
	return 5
}

// cellWidth is the columns of one question: its number, its signs, and the
// brackets of the focus.
func (q *Quiz) cellWidth() int { return q.numberWidth() + 4 }

func (q *Quiz) numberWidth() int { return max(2, len(fmt.Sprint(q.run.Session().Len()))) }

// grid sets all questions by their numbers from column in on, so many a row, one
// of them in brackets and painted in a role.
func (q *Quiz) grid(d *document, in, per, marked int, role theme.Role) {
	n, width := q.run.Session().Len(), q.cellWidth()
	for first := 0; first < n; first += per {
		var line strings.Builder
		line.WriteString(strings.Repeat(" ", in))
		for i := first; i < min(first+per, n); i++ {
			if i == marked {
				line.WriteString(q.marked(i, role))
			} else {
				line.WriteString(q.unmarked(i))
			}
		}
		at := len(d.lines)
		d.line(line.String())
		for i := first; i < min(first+per, n); i++ {
			d.spot(at, in+(i-first)*width, width, target{cellTarget, i})
		}
	}
}

// marked is the question of the grid that has the focus or is on screen.
func (q *Quiz) marked(i int, role theme.Role) string {
	t := q.deps.Theme
	number, sign, flag := q.signs(i)
	return t.Paint(theme.Accent, "[") + t.Paint(role, number+sign+flag) + t.Paint(theme.Accent, "]")
}

// unmarked is any other.
func (q *Quiz) unmarked(i int) string {
	t, role := q.deps.Theme, theme.Plain
	if blank(q.run.Session(), i) {
		role = theme.Dim
	}
	number, sign, flag := q.signs(i)
	return " " + t.Paint(role, number+sign) + t.Paint(theme.Accent, flag) + " "
}

// signs are the number of a question, and whether it is answered and flagged.
func (q *Quiz) signs(i int) (number, sign, flag string) {
	s := q.run.Session()
	number, sign, flag = fmt.Sprintf("%*d", q.numberWidth(), i+1), signAnswered, " "
	if blank(s, i) {
		sign = signBlank
	}
	if s.Entry(i).Flagged {
		flag = signFlag
	}
	return number, sign, flag
}

// preview sets what a question asks and what was answered.
func (q *Quiz) preview(d *document, i int) {
	t, s := q.deps.Theme, q.run.Session()
	p, e := s.Prompt(i), s.Entry(i)
	d.put(theme.Dim, "   "+t.Paint(theme.Accent, fmt.Sprint(i+1)), p.Stem, textIn+q.numberWidth()+1, q.w-1)
	if len(e.Chosen) < p.Pick {
		d.put(theme.Plain, "", unanswered(p, e), textIn+q.numberWidth()+1, q.w-1)
		return
	}
	for k, o := range p.Options {
		if slices.Contains(e.Chosen, o.ID) {
			d.put(theme.Plain, "", fmt.Sprintf("%d  %s", k+1, o.Text), textIn+q.numberWidth()+1, q.w-1)
		}
	}
}

// lookOver opens the overview at the current question.
func (q *Quiz) lookOver() tea.Cmd {
	q.page, q.paperAt = paperPage, q.run.Session().At()
	return nil
}

// toTheEnd opens the overview after the last question: at the first blank one,
// so that enter does not hand it in by accident, or at the hand-in.
func (q *Quiz) toTheEnd() tea.Cmd {
	q.page, q.paperAt = paperPage, toHandIn
	for i := range q.run.Session().Len() {
		if blank(q.run.Session(), i) {
			q.paperAt = i
			break
		}
	}
	return nil
}

func (q *Quiz) overviewActions() []action {
	s := q.run.Session()
	onPaper, help := q.paperAt != toHandIn, "open"
	left, right, up := keys.Bind("arrows", "move", "left", "h"), keys.Right(), keys.Bind("", "", "up", "k")
	if !onPaper {
		help = "hand in"
		left.SetHelp("←", "question")
		up = keys.Up()
	}
	back := func() tea.Cmd { return q.goTo(s.At()) }
	per := q.perRow()
	return []action{
		on(true, keys.Enter(help), q.openPlace),
		on(onPaper, left, q.over(-1)), on(!onPaper, left, back), on(onPaper, right, q.over(1)),
		on(onPaper, up, q.over(-per)), on(true, q.bindings.down, q.over(per)),
		on(s.Blanks() > 0, q.bindings.blank, quietly(func() { q.overBlank(1) })),
		on(s.Blanks() > 0, q.bindings.blankBack, quietly(func() { q.overBlank(-1) })),
		on(true, q.bindings.top, quietly(func() { q.lookAt(toHandIn) })),
		on(true, q.bindings.bottom, quietly(func() { q.lookAt(s.Len() - 1) })),
		on(q.scrolls(), q.bindings.halfDown, quietly(func() { q.scroll(q.room() / 2) })),
		on(q.scrolls(), q.bindings.halfUp, quietly(func() { q.scroll(-q.room() / 2) })),
		on(true, keys.Bind("esc", "question", "esc", "v"), back),
	}
}

// lookAt goes to a question, with what it asks in sight: that stands at the end.
func (q *Quiz) lookAt(i int) {
	q.paperAt = i
	d := q.document()
	if first, _, ok := d.lineOf(target{cellTarget, i}); ok && len(d.lines)-first <= q.room() {
		q.top = len(d.lines) - q.room()
		q.clamp()
	}
	q.follow()
}

// over goes from question to question: one, or a row of them. Above the first row
// is the hand-in.
func (q *Quiz) over(step int) func() tea.Cmd {
	return quietly(func() {
		last, per := q.run.Session().Len()-1, q.perRow()
		switch to := q.paperAt + step; {
		case q.paperAt == toHandIn:
			q.lookAt(0)
		case to < 0 && step < -1:
			q.lookAt(toHandIn)
		case to > last && q.paperAt/per < last/per:
			q.lookAt(last)
		case to >= 0 && to <= last:
			q.lookAt(to)
		}
	})
}

// overBlank goes to the next question without an answer, or to the hand-in when
// there is none.
func (q *Quiz) overBlank(step int) {
	s := q.run.Session()
	from := q.paperAt + step
	if q.paperAt == toHandIn && step < 0 {
		from = s.Len() - 1
	}
	for i := from; i >= 0 && i < s.Len(); i += step {
		if blank(s, i) {
			q.lookAt(i)
			return
		}
	}
	q.lookAt(toHandIn)
}

// openPlace hands in, or goes to the question that has the focus.
func (q *Quiz) openPlace() tea.Cmd {
	if q.paperAt != toHandIn {
		return q.goTo(q.paperAt)
	}
	cmd, err := q.run.HandIn()
	if err != nil {
		q.say = err.Error()
	}
	return cmd
}
