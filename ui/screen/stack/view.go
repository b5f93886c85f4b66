package stack

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

const (
	nameWidth = 24 // the longest name that a layer may have
	gutter    = 3
	wordWidth = 4   // "Both"
	paneMin   = 110 // from this width on the reason stands beside the stack
	stackMax  = 66  // columns of the stack beside the reason
	alone     = 80  // columns of the stack above the reason, at most
)

// View draws the stack and the focused layer's reason.
func (s *Stack) View(w, h int) string {
	s.zones.Clear()
	if s.empty() {
		return widget.Join(append(widget.Header(s.deps.Theme, "Stack", "", w), "", "   This course has no matrix."), h)
	}
	lines := []string{s.title(w)}
	if w < paneMin {
		wide := min(w, alone)
		lines = append(lines, s.yours(wide))
		lines = append(lines, s.stack(wide, len(lines), h-len(lines)-1-reasonLeast(w))...)
		lines = append(lines, s.section(wide))
		return widget.Join(append(lines, s.reason(w, h-len(lines))...), h)
	}
	lines = append(lines, widget.Header(s.deps.Theme, "", "", w)[1])
	y := len(lines)
	lines = append(lines, s.yours(stackMax))
	lines = append(lines, s.stack(stackMax, len(lines), h-len(lines))...)
	const x = stackMax + 2
	pane := s.pane(min(w-x-1, widget.ProseWidth), h-y)
	lines = widget.Fill(lines, y+len(pane))
	for i, p := range pane {
		if p != "" {
			lines[y+i] = widget.PadRight(lines[y+i], x) + p
		}
	}
	return widget.Join(lines, h)
}

// reasonLeast is how many lines the reason needs at least, at a width.
func reasonLeast(w int) int {
	if w < 70 {
		return 3
	}
	return 2
}

// title names the service, and at its right the ones that the arrow keys lead
// to.
func (s *Stack) title(w int) string {
	t := s.deps.Theme
	here := s.matrix().Services()[s.service]
	title := "Stack · " + here.Name + " · " + here.Category.Label()
	if len(s.matrix().Services()) == 1 {
		return widget.TitleLine(t, title, "", w)
	}
	before := "← " + s.matrix().Services()[s.beside(-1)].Short
	after := s.matrix().Services()[s.beside(1)].Short + " →"
	right := before + "   " + after
	if widget.Width(title)+widget.Width(right)+4 > w {
		title = "Stack · " + here.Short
	}
	n := widget.Width(after)
	s.zones.Add(w-1-n, 0, n, 1, target{-1, 1})
	s.zones.Add(w-1-widget.Width(right), 0, widget.Width(before), 1, target{-1, -1})
	return widget.TitleLine(t, title, t.Paint(theme.Dim, right), w)
}

// yours heads the layers above the line. They are the customer's part, and it
// says how many of them AWS shares.
func (s *Stack) yours(w int) string {
	t := s.deps.Theme
	above, shared := len(s.layers)-s.line(s.service), 0
	for place := range above {
		if s.cell(place, s.service).Party == model.Shared {
			shared++
		}
	}
	in, with := "security in the cloud", " with AWS"
	if w < 60 {
		in, with = "in the cloud", ""
	}
	text := t.Sign(model.Customer) + " " + t.Paint(theme.You, "You") + ": " + in
	if shared > 0 {
		text += t.Paint(theme.Dim, fmt.Sprintf(" · %d of %d shared%s", shared, above, with))
	}
	return widget.Section(t, text, w)
}

// stack is the layers with the line among them, n lines at most, drawn from
// screen line y on. Where not all fit it keeps the focus in sight, and if it can
// the line with something below it.
func (s *Stack) stack(w, y, n int) (lines []string) {
	count := len(s.layers) + 1
	n = min(n, count)
	line, focus := len(s.layers)-s.move.line, s.focus
	if focus >= line {
		focus++
	}
	for _, at := range []int{min(line+2, count-1), line, focus} {
		s.top = widget.Follow(s.top, at, count, n)
	}
	s.page = n
	for i := s.top; i < s.top+n; i++ {
		more := " "
		switch {
		case i == s.top && i > 0:
			more = "↑"
		case i == s.top+n-1 && i < count-1:
			more = "↓"
		}
		switch {
		case i == line:
			lines = append(lines, s.border(w))
		case i < line:
			lines = append(lines, s.row(i, w, y+len(lines), more))
		default:
			lines = append(lines, s.row(i-1, w, y+len(lines), more))
		}
	}
	return lines
}

// border is the line itself; it heads the layers that are AWS's alone.
func (s *Stack) border(w int) string {
	t := s.deps.Theme
	text, end := " AWS: security of the cloud ", " the line ━━"
	free := w - 2 - 4 - widget.Width(text) - widget.Width(end)
	if free < 4 {
		text, end = " AWS: of the cloud ", ""
		free = w - 2 - 4 - widget.Width(text)
	}
	return " " + t.Paint(theme.Strong, "━━ ") + t.Sign(model.AWS) + t.Paint(theme.Strong, text+strings.Repeat("━", max(0, free))+end)
}

// row is one layer: its name, a bar of the signs of those whose it is, and
// their name. While the line is under way it shows whose a layer was until the
// line has passed it.
func (s *Stack) row(place, w, y int, more string) string {
	t := s.deps.Theme
	service := s.service
	if s.move.ahead(len(s.layers) - 1 - place) {
		service = s.move.from
	}
	party := s.cell(place, service).Party
	mark, name := "  ", widget.PadRight(s.matrix().Layers()[s.layers[place]].Short, nameWidth)
	if place == s.focus {
		mark, name = t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, name)
	} else {
		name = cellinfo.Mark(t, theme.Plain, name, s.find.Query)
	}
	s.zones.Add(0, y, w, 1, target{place, 0})
	return t.Paint(theme.Dim, more) + mark + name + "  " + bar(t, party, w-gutter-nameWidth-wordWidth-5) +
		"  " + t.Paint(theme.PartyRole(party), theme.Name(party))
}

// bar is w signs of a party, half of them each side's where both are
// responsible.
func bar(t *theme.Theme, p model.Party, w int) string {
	sign := func(p model.Party, n int) string { return strings.Repeat(theme.PlainSign(p), n) }
	switch p {
	case model.Shared:
		return t.Paint(theme.AWS, sign(model.AWS, w/2)) + t.Paint(theme.You, sign(model.Customer, w-w/2))
	case model.None:
		return t.Paint(theme.Dim, strings.Repeat("·", w))
	}
	return t.Paint(theme.PartyRole(p), sign(p, w))
}
