package exam

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"

	"whose/quiz"
	"whose/ui/page"
	"whose/ui/theme"
	"whose/ui/widget"
)

// target is what a click chooses.
type target struct {
	kind targetKind
	i    int
}

type targetKind uint8

const (
	lengthTarget targetKind = iota
	timeTarget
)

func (e *Exam) choose(what target) {
	switch what.kind {
	case lengthTarget:
		e.length = what.i
	case timeTarget:
		e.time, e.chosen = quiz.Allowances()[what.i], true
	}
}

// below is the lines under the text: a blank one, length and time.
const below = 3

// View draws what is coming, and below it what can be chosen.
func (e *Exam) View(w, h int) string {
	t := e.deps.Theme
	lines := strings.Split(e.page.View(e.Title(), t.Paint(theme.Dim, e.summary()), w, h-below), "\n")
	lines = append(lines, "")
	e.zones.Clear()
	var lengths, times []string
	for _, n := range e.lengths {
		lengths = append(lengths, fmt.Sprint(n))
	}
	for _, a := range quiz.Allowances() {
		times = append(times, name(a))
	}
	lines = append(lines, e.setting(len(lines), "Length", e.keys.left, lengths, e.length, lengthTarget))
	at := slices.Index(quiz.Allowances(), e.time)
	lines = append(lines, e.setting(len(lines), "Time", e.keys.next, times, at, timeTarget))
	note := "only for this exam: your usual time is in the settings"
	if last := lines[len(lines)-1]; e.time != e.own && widget.Width(last)+widget.Width(note)+2 < w {
		lines[len(lines)-1] += " " + t.Paint(theme.Dim, note)
	}
	return widget.Join(lines, h)
}

// name is a time allowance on screen.
func name(a quiz.Allowance) string {
	switch a {
	case quiz.HalfMore:
		return "+50 %"
	case quiz.NoLimit:
		return "none"
	}
	return "as is"
}

// summary is the exam in a few words, so that what enter does is plain.
func (e *Exam) summary() string {
	limit := e.limit()
	if limit == 0 {
		return count(e.questions()) + " · no clock"
	}
	return count(e.questions()) + " · " + minutes(limit)
}

// count is "1 question", "20 questions".
func count(n int) string {
	if n == 1 {
		return "1 question"
	}
	return fmt.Sprintf("%d questions", n)
}

func (e *Exam) limit() time.Duration { return quiz.ExamTime(e.questions(), e.time) }

func minutes(d time.Duration) string {
	if n := int(d / time.Minute); n != 1 {
		return fmt.Sprintf("%d minutes", n)
	}
	return "1 minute"
}

// setting draws a name, the key that changes it and its values, the chosen one
// in brackets.
func (e *Exam) setting(y int, name string, change key.Binding, values []string, at int, kind targetKind) string {
	t := e.deps.Theme
	const nameWidth, keyWidth = 8, 5
	line := "   " + widget.PadRight(name, nameWidth) + widget.PadRight(t.Paint(theme.Accent, change.Help().Key), keyWidth)
	column := 3 + nameWidth + keyWidth
	for i, v := range values {
		text := " " + v + " "
		if i == at {
			text = t.Paint(theme.Accent, "["+v+"]")
		}
		e.zones.Add(column, y, len(v)+2, 1, target{kind, i})
		line += text + " "
		column += len(v) + 3
	}
	return line
}

// set says what is coming.
func (e *Exam) set(p *page.Setter) {
	p.Blank()
	if u := e.known.open; u != nil {
		text := fmt.Sprintf("A mock exam is not handed in yet: question %d of %d.", u.At+1, u.Len)
		p.Put(theme.Strong, "", text, page.Mark, p.Prose(page.Mark))
		p.Put(theme.Plain, "", u.clock+" Enter goes on with it, a starts another one.", page.Mark, p.Prose(page.Mark))
		p.Blank()
	}
	p.Put(theme.Plain, "", e.pace(), page.Mark, p.Prose(page.Mark))
	for _, part := range []struct{ name, text string }{
		{"Paper", e.paper()},
		{"Answers", "Nothing is revealed before you hand in. Until then you can change any answer, and flag what you want to look at again."},
		{"Clock", e.clock()},
	} {
		const in = page.Mark + 9
		p.Blank()
		p.Put(theme.Plain, "   "+p.Theme.Paint(theme.Accent, part.name), part.text, in, p.Prose(in))
	}
}

// pace says how the time compares with the real exam's.
func (e *Exam) pace() string {
	n := count(e.questions())
	switch limit := e.limit(); e.time {
	case quiz.NoLimit:
		return fmt.Sprintf("%s on Domain 2 without a clock. The real exam gives 90 minutes for 65, that is 83 seconds for each.", n)
	case quiz.HalfMore:
		return fmt.Sprintf("%s on Domain 2 in %s: half as much time again as the real exam, which gives 90 minutes for 65.", n, minutes(limit))
	default:
		return fmt.Sprintf("%s on Domain 2 in %s, the pace of the real exam: 90 minutes for 65, that is 83 seconds for each.", n, minutes(limit))
	}
}

// paper says how the questions are chosen.
func (e *Exam) paper() string {
	text := "What you never saw, or saw longest ago, comes first. One question in five has several right answers."
	tasks := e.deps.Course.Tasks()
	if len(tasks) < 2 {
		return text
	}
	weights := make([]string, 0, len(tasks))
	for _, t := range tasks {
		weights = append(weights, fmt.Sprint(t.Weight))
	}
	return fmt.Sprintf("%s Tasks %s to %s stand in the proportion %s: our assumption, as AWS does not say.",
		text, tasks[0].ID, tasks[len(tasks)-1].ID, strings.Join(weights, " to "))
}

// clock says what becomes of the time while the learner is away.
func (e *Exam) clock() string {
	if e.time == quiz.NoLimit {
		return "There is none. Leave and come back as you like: everything is kept."
	}
	return "It goes on while you are away, as in the real exam, unless you pause it. At zero your paper is handed in as it stands."
}
