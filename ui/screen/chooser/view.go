package chooser

import (
	"fmt"

	"charm.land/bubbles/v2/key"

	"whose/model"
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
	topicTarget targetKind = iota
	lengthTarget
	modeTarget
)

const (
	wide   = 110 // the width from which length and mode stand beside the topics
	pane   = 44  // columns of them there
	narrow = 60  // the width below which counts are numbers only
)

// View draws the topics, and length and mode below or beside them.
func (ch *Chooser) View(w, h int) string {
	t := ch.deps.Theme
	lines := widget.Header(t, "Quiz", t.Paint(theme.Dim, ch.summary()), w)
	ch.zones.Clear()
	if w >= wide {
		lines = append(lines, "")
		from := len(lines)
		list := ch.list(w-pane, h-from, from)
		side := append(ch.settings(w-pane, from, pane), ch.about(pane)...)
		for i := range max(len(list), len(side)) {
			line := ""
			if i < len(list) {
				line = list[i]
			}
			if i < len(side) {
				line = widget.PadRight(line, w-pane) + side[i]
			}
			lines = append(lines, line)
		}
		return widget.Join(lines, h)
	}
	const below = 3 // a blank line, length and mode
	lines = append(lines, ch.list(w, h-len(lines)-below, len(lines))...)
	for len(lines) < h-below+1 {
		lines = append(lines, "")
	}
	return widget.Join(append(lines, ch.settings(0, len(lines), w)...), h)
}

// summary is the quiz in a few words, so that what enter does is plain.
func (ch *Chooser) summary() string {
	n := ch.lengths()[ch.chosen()]
	if n == 0 {
		n = len(ch.topic().questions)
	}
	what := "questions"
	if n == 1 {
		what = "question"
	}
	return fmt.Sprintf("%d %s · %s", n, what, ch.mode())
}

// row is a line of the list: a heading, a blank line or a topic.
type row struct {
	text  string // a heading, painted; "" for a blank line
	topic int    // -1 for a line that is none
}

// list draws as many topics as fit in h lines around the focus.
func (ch *Chooser) list(w, h, y int) []string {
	t := ch.deps.Theme
	var rows []row
	focus, first := 0, 0
	for i, topic := range ch.topics {
		before := len(rows)
		if topic.group != "" {
			rows = append(rows, row{"", -1}, row{"   " + t.Paint(theme.Accent, topic.group), -1})
		}
		if i == ch.at.At {
			first, focus = before, len(rows)
		}
		rows = append(rows, row{topic: i})
	}
	ch.at.Top = widget.Follow(ch.at.Top, focus, len(rows), h)
	ch.at.Top = widget.Follow(ch.at.Top, first, len(rows), h) // its heading too
	var lines []string
	for i := ch.at.Top; i < min(len(rows), ch.at.Top+h); i++ {
		if at := rows[i].topic; at >= 0 {
			ch.zones.Add(0, y+len(lines), w, 1, target{topicTarget, at})
			lines = append(lines, ch.line(at, w))
		} else {
			lines = append(lines, rows[i].text)
		}
	}
	return lines
}

// line is one topic: its name, how many questions it has, how they went.
func (ch *Chooser) line(at, w int) string {
	t, topic := ch.deps.Theme, ch.topics[at]
	count, done := fmt.Sprintf("%d questions", len(topic.questions)), ""
	switch len(topic.questions) {
	case 0:
		count = "drills"
	case 1:
		count = "1 question"
	}
	right, answered := ch.sum(topic)
	if answered > 0 {
		done = fmt.Sprintf("%d of %d right", right, answered)
	}
	tail := widget.PadLeft(count, 14)
	if len(ch.known) > 0 {
		tail += widget.PadLeft(done, 16)
	}
	if w < narrow {
		tail = widget.PadLeft(fmt.Sprint(len(topic.questions)), 5)
	}
	room := w - 3 - widget.Width(tail) - 2
	name := widget.Clip(topic.title, room)
	mark, role := "   ", theme.Plain
	if at == ch.at.At {
		mark, role = " "+t.Paint(theme.Accent, "›")+" ", theme.Focus
	}
	return mark + widget.PadRight(t.Paint(role, name), room) + t.Paint(theme.Dim, tail)
}

// sum adds up how the topic's questions were answered.
func (ch *Chooser) sum(topic topic) (right, answered int) {
	for _, q := range topic.questions {
		known := ch.known[model.QuestionItem(q.ID(), q.Revision())]
		right += known.Right
		answered += known.Seen
	}
	return right, answered
}

// settings draws length and mode in w columns from x, y on.
func (ch *Chooser) settings(x, y, w int) []string {
	var lengths []string
	for _, n := range ch.lengths() {
		name := fmt.Sprint(n)
		if n == 0 {
			name = fmt.Sprintf("all %d", len(ch.topic().questions))
		}
		lengths = append(lengths, name)
	}
	mode := 0
	if ch.test {
		mode = 1
	}
	lines := []string{
		ch.setting(x, y, "Length", ch.keys.left, lengths, ch.chosen(), lengthTarget),
		ch.setting(x, y+1, "Mode", ch.keys.mode, []string{"study", "test"}, mode, modeTarget),
	}
	if note := ch.note(); widget.Width(lines[1])+widget.Width(note)+2 < w {
		lines[1] += " " + ch.deps.Theme.Paint(theme.Dim, note)
	}
	return lines
}

// note says what the mode is.
func (ch *Chooser) note() string {
	if ch.test {
		return "graded at the end, as in the exam"
	}
	return "graded after each answer"
}

// about is what the pane has room for: the topic in full, what is known of it.
func (ch *Chooser) about(w int) []string {
	t, topic := ch.deps.Theme, ch.topic()
	lines := []string{"", "   " + t.Paint(theme.Dim, ch.note()), ""}
	lines = append(lines, widget.Paragraph(t, theme.Accent, topic.title, 3, w-1)...)
	if right, answered := ch.sum(topic); answered > 0 {
		lines = append(lines, "   "+t.Paint(theme.Dim, fmt.Sprintf("%d of %d answers were right so far", right, answered)))
	}
	if len(topic.questions) == 0 {
		lines = append(lines, "   "+t.Paint(theme.Dim, "asked by drills, made from the matrix"))
	}
	return lines
}

// setting draws a name, the key that changes it and its values, the chosen one
// in brackets.
func (ch *Chooser) setting(x, y int, name string, change key.Binding, values []string, at int, kind targetKind) string {
	t := ch.deps.Theme
	const nameWidth, keyWidth = 8, 5
	line := "   " + widget.PadRight(name, nameWidth) + widget.PadRight(t.Paint(theme.Accent, change.Help().Key), keyWidth)
	column := 3 + nameWidth + keyWidth
	for i, v := range values {
		text := " " + v + " "
		if i == at {
			text = t.Paint(theme.Accent, "["+v+"]")
		}
		ch.zones.Add(x+column, y, len(v)+2, 1, target{kind, i})
		line += text + " "
		column += len(v) + 3
	}
	return line
}
