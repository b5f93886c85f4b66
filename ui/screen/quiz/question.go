package quiz

import (
	"fmt"
	"slices"
	"strings"

	"whose/model"
	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	stemIn = 1 // the column where the stem begins
	textIn = 3 // where what is written below it does
	optIn  = 6 // where the text of an option does
	boxIn  = 4 // columns of a box or a sign before it
)

// ask sets a question that waits for its answer.
func (q *Quiz) ask(d *document) {
	p, e := q.prompt()
	q.askWith(d, p, e, true)
	if len(d.lines) > q.room() { // then the blank lines between the options go
		*d = *q.newDocument()
		q.askWith(d, p, e, false)
	}
}

func (q *Quiz) askWith(d *document, p quiz.Prompt, e quiz.Entry, airy bool) {
	d.blank()
	d.put(theme.Plain, "", p.Stem, stemIn, q.w-1)
	d.blank()
	status := q.status(p, e)
	switch {
	case status != "":
		d.line(" " + status)
		d.blank()
	case airy: // the verdict will stand here
		d.blank()
		d.blank()
	}
	first := len(d.lines)
	for i, o := range p.Options {
		at := len(d.lines)
		q.option(d, p, e, i, o)
		d.spot(at, 0, q.leftPane(), target{optionTarget, i})
		if airy && i < len(p.Options)-1 {
			d.blank()
		}
	}
	if q.w >= wide && q.run.Session().Len() > 1 {
		d.beside(first, q.leftPane(), q.paper())
	}
}

// leftPane is how many columns the options have.
func (q *Quiz) leftPane() int {
	if q.w < wide {
		return q.w
	}
	return min(q.w/2, optIn+boxIn+widget.ProseWidth)
}

// status is the line between the stem and the options.
func (q *Quiz) status(p quiz.Prompt, e quiz.Entry) string {
	t := q.deps.Theme
	switch {
	case q.run.Saving():
		return t.Paint(theme.Dim, "saving…")
	case q.say != "":
		return t.Paint(theme.Strong, q.say)
	case p.Pick > 1:
		return t.Paint(theme.Dim, fmt.Sprintf("%d of %d chosen", len(e.Chosen), p.Pick))
	}
	return ""
}

// option sets one answer that can be chosen.
func (q *Quiz) option(d *document, p quiz.Prompt, e quiz.Entry, i int, o quiz.Option) {
	t := q.deps.Theme
	cursor, role := " ", theme.Plain
	if i == q.focus {
		cursor, role = t.Paint(theme.Accent, "›"), theme.Focus
	}
	label := " " + cursor + " " + t.Paint(theme.Accent, fmt.Sprint(i+1)) + "  "
	in := optIn
	if p.Pick > 1 {
		label, in = label+box(slices.Contains(e.Chosen, o.ID)), in+boxIn
	} else if party, ok := partyOf(p, o); ok {
		label, in = label+t.Sign(party), in+boxIn
	}
	d.put(role, label, o.Text, in, q.leftPane()-1)
}

func box(on bool) string {
	if on {
		return "[x]"
	}
	return "[ ]"
}

// partyOf is the party that an option of a who drill names.
func partyOf(p quiz.Prompt, o quiz.Option) (model.Party, bool) {
	if p.Spec.Drill == nil || p.Spec.Drill.Kind != quiz.Who {
		return 0, false
	}
	party, err := model.ParseParty(o.ID)
	return party, err == nil
}

// grading sets a question with its verdict and every option's reason.
func (q *Quiz) grading(d *document) {
	t := q.deps.Theme
	p, e := q.prompt()
	d.blank()
	d.put(theme.Plain, "", p.Stem, stemIn, q.w-1)
	d.blank()
	d.verdict = len(d.lines)
	role, text := verdict(p, e)
	d.put(role, "", text, stemIn, q.w-1)
	d.spot(d.verdict, 0, q.w, target{kind: verdictTarget})
	d.blank()
	for i, o := range p.Options {
		q.gradedOption(d, p, i, o, slices.Contains(e.Chosen, o.ID))
		d.reasons = len(d.lines)
		d.blank()
	}
	if l, ok := q.deps.Course.Lesson(p.Lesson); ok {
		d.put(theme.Dim, " "+t.Paint(theme.Dim, "Lesson"), l.Title, 9, q.w-1)
	}
	for i, url := range p.Sources {
		at := len(d.lines)
		d.put(theme.Dim, " "+t.Paint(theme.Dim, "Source"), cellinfo.Page(url, min(q.w-1-9, widget.ProseWidth)), 9, q.w-1)
		d.spot(at, 0, q.w, target{sourceTarget, i})
	}
}

// verdict says whether the answer was right, and which one is.
func verdict(p quiz.Prompt, e quiz.Entry) (theme.Role, string) {
	switch {
	case e.Right && e.Flagged:
		return theme.Right, "✓ Right, and you had flagged it: it comes back sooner."
	case e.Right && e.Unsure:
		return theme.Right, "✓ Right, and you were not sure: it comes back sooner."
	case e.Right:
		return theme.Right, "✓ Right."
	}
	var right []int
	names := ""
	for i, o := range p.Options {
		if !o.Correct {
			continue
		}
		right = append(right, i+1)
		switch party, _ := partyOf(p, o); party {
		case model.AWS:
			names = ", AWS"
		case model.Customer:
			names = ", you"
		case model.Shared:
			names = ", both"
		}
	}
	what := "it is "
	if len(right) > 1 {
		what = "they are "
	}
	what += numbers(right) + names + "."
	switch n := len(e.Chosen); {
	case n == 0:
		return theme.Wrong, "✗ Left blank: " + what
	case n < p.Pick:
		return theme.Wrong, "✗ Only " + unanswered(p, e) + ": " + what
	}
	return theme.Wrong, "✗ Not yet: " + what
}

// unanswered is how far the answer to a question goes that is not answered.
func unanswered(p quiz.Prompt, e quiz.Entry) string {
	if n := len(e.Chosen); n > 0 {
		return fmt.Sprintf("%d of %d chosen", n, p.Pick)
	}
	return "blank"
}

// gradedOption sets an option and its reason, which stands beside it where there
// is room. What was neither right nor chosen can be skipped.
func (q *Quiz) gradedOption(d *document, p quiz.Prompt, i int, o quiz.Option, chosen bool) {
	t := q.deps.Theme
	sign, tag, role := " ", "", theme.Plain
	switch {
	case o.Correct && chosen:
		sign, tag, role = "✓", "Right, your answer.", theme.Right
	case o.Correct && p.Pick > 1:
		sign, tag, role = "✓", "Right, you left it out.", theme.Right
	case o.Correct:
		sign, tag, role = "✓", "Right.", theme.Right
	case chosen:
		sign, tag, role = "✗", "Your answer.", theme.Wrong
	}
	label := " " + t.Paint(role, sign) + " " + t.Paint(role, fmt.Sprint(i+1)) + "  "
	in := optIn
	if party, ok := partyOf(p, o); ok {
		label, in = label+t.Sign(party), in+boxIn
	}
	first := len(d.lines)
	d.put(theme.Plain, label, o.Text, in, q.leftPane()-1)
	reason := q.newDocument()
	if q.w >= wide {
		reason.reason(tag, role, o.Reason, 0, q.w-q.leftPane()-1)
		d.beside(first, q.leftPane(), reason)
		return
	}
	reason.reason(tag, role, o.Reason, optIn, q.w-1)
	d.beside(len(d.lines), 0, reason)
}

// reason sets a tag and a reason as one paragraph.
func (d *document) reason(tag string, role theme.Role, text string, in, w int) {
	if tag == "" {
		d.put(theme.Dim, "", text, in, w)
		return
	}
	first := len(d.lines)
	d.put(theme.Plain, "", tag+" "+text, in, w)
	pad := strings.Repeat(" ", in)
	if rest, ok := strings.CutPrefix(d.lines[first], pad+tag); ok { // not if a match stands in it
		d.lines[first] = pad + d.theme.Paint(role, tag) + rest
	}
}

// mostShown is the longest paper whose questions are shown one by one.
const mostShown = 100

// paper is how far the session is, question by question: of a test the same grid
// as on the overview.
func (q *Quiz) paper() *document {
	t, s := q.deps.Theme, q.run.Session()
	d := q.newDocument()
	if s.Len() > mostShown {
		return d
	}
	if s.Mode() == quiz.Test {
		q.grid(d, 0, q.fitting(q.w-q.leftPane()-1), s.At(), theme.Accent)
		d.blank()
		d.line(" " + t.Paint(theme.Dim, legend(s)))
		return d
	}
	const perLine = 10
	line := ""
	for i := range s.Len() {
		role, sign := q.sign(i)
		line += t.Paint(role, sign) + " "
		if i%perLine == perLine-1 || i == s.Len()-1 {
			d.line(line)
			line = ""
		}
	}
	d.blank()
	right, answered := q.tally()
	d.line(t.Paint(theme.Dim, fmt.Sprintf("%d answered, %d right, %d to go", answered, right, s.Len()-answered)))
	return d
}

// sign is one question in the paper of a study session.
func (q *Quiz) sign(i int) (theme.Role, string) {
	s := q.run.Session()
	e := s.Entry(i)
	switch {
	case i == s.At():
		return theme.Accent, "›"
	case e.Graded && e.Right:
		return theme.Right, "✓"
	case e.Graded:
		return theme.Wrong, "✗"
	}
	return theme.Dim, "·"
}
