package quiz

import (
	"fmt"
	"strings"

	"whose/quiz"
	"whose/ui/theme"
	"whose/ui/widget"
)

// wide is the width from which reasons stand beside the options, and what can be
// done next beside the score.
const wide = 110

// View draws the part of the document that is in sight.
func (q *Quiz) View(w, h int) string {
	if w != q.w || h != q.h {
		q.resize(w, h)
	}
	if q.drawn == nil {
		q.drawn = q.document()
	}
	d := q.drawn
	q.clampTo(len(d.lines))
	last := min(len(d.lines), q.top+q.room())
	lines := append(q.header(len(d.lines)-last), d.lines[q.top:last]...)
	if d.verdict >= 0 && q.top > d.verdict {
		lines[headerLines] = d.lines[d.verdict] // it stays in sight
	}
	q.zones.Clear()
	for _, s := range d.spots {
		first, last := max(s.first, q.top), min(s.last, last)
		if s.what.kind == verdictTarget && s.first < q.top {
			first, last = q.top, q.top+1
		}
		if first < last {
			q.zones.Add(s.x, headerLines+first-q.top, s.w, last-first, s.what)
		}
	}
	return strings.Join(lines, "\n")
}

// header is the title, how far the session is, and how much stands below what is
// in sight.
func (q *Quiz) header(below int) []string {
	t := q.deps.Theme
	right := q.progress()
	room := q.w - 2*widget.Margin - widget.Width(right)
	title := q.Title()
	if right != "" {
		title = widget.Clip(title, room-2)
	}
	note := ""
	if below > 0 {
		note = fmt.Sprintf(" ↓ %d more", below)
	}
	rule := strings.Repeat("─", q.w-2*widget.Margin-widget.Width(note)) + note
	return []string{widget.TitleLine(t, title, right, q.w), " " + t.Paint(theme.Dim, rule)}
}

// progress is what stands at the right of the title: how far the session is, and
// the time left.
func (q *Quiz) progress() string {
	t := q.deps.Theme
	parts, clock := "", ""
	switch q.state() {
	case asking, graded:
		parts, clock = q.questionProgress(), q.clock()
	case lookingOver:
		parts, clock = t.Paint(theme.Dim, questionCount(q.run.Session().Len())), q.clock()
	case leaving:
		clock = q.clock()
	case finished:
		text := "result"
		if q.past {
			text = q.run.Session().Started().Format("2 January 2006")
		}
		parts = t.Paint(theme.Dim, text)
	}
	if parts != "" && clock != "" {
		parts += "   "
	}
	return parts + clock
}

// questionProgress is the place of the question, its marks, and the count.
func (q *Quiz) questionProgress() string {
	t, s := q.deps.Theme, q.run.Session()
	p, e := q.prompt()
	marks, count := "", ""
	if q.marks[markOf(p)] {
		marks = t.Paint(theme.Accent, "★") + " "
	}
	switch {
	case e.Flagged && q.w < narrow:
		marks += t.Paint(theme.Accent, signFlag) + " "
	case e.Flagged:
		marks += t.Paint(theme.Accent, signFlag+" flagged") + "   "
	}
	_, timed := q.run.Left()
	test := s.Mode() == quiz.Test && !s.Done()
	if right, answered := q.tally(); test && (!timed || q.w >= narrow) {
		count = fmt.Sprintf(" · %d blank", s.Blanks())
	} else if !test && answered > 0 {
		count = fmt.Sprintf(" · %d right", right)
	}
	return marks + t.Paint(theme.Dim, fmt.Sprintf("%d of %d%s", s.At()+1, s.Len(), count))
}

// tally counts what was graded, without an answer that is not to be shown yet.
func (q *Quiz) tally() (right, answered int) {
	s := q.run.Session()
	for i := range s.Len() {
		e := s.Entry(i)
		if !e.Graded || q.run.Saving() && i == s.At() {
			continue
		}
		answered++
		if e.Right {
			right++
		}
	}
	return right, answered
}

// document sets what is on screen now.
func (q *Quiz) document() *document {
	d := q.newDocument()
	switch q.state() {
	case troubled:
		q.trouble(d)
	case asking:
		q.ask(d)
	case graded:
		q.grading(d)
	case lookingOver:
		q.overview(d)
	case leaving:
		q.leave(d)
	case timeOver:
		q.timeIsOver(d)
	case finished:
		q.result(d)
	}
	return d
}

// trouble says why there is no session to go on with.
func (q *Quiz) trouble(d *document) {
	d.blank()
	d.put(theme.Strong, "", q.run.Explain(), textIn, q.w-1)
	if q.run.Taken() {
		d.blank()
		d.put(theme.Plain, "", "You can take it over here and go on from where it stands there. The other window is told.", textIn, q.w-1)
	}
}

// numbers lists places as people do: "2", "1 and 4", "1, 2 and 5".
func numbers(places []int) string {
	var b strings.Builder
	for i, n := range places {
		switch {
		case i == 0:
		case i == len(places)-1:
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		fmt.Fprint(&b, n)
	}
	return b.String()
}
