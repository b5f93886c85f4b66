package testme

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
	wordsMin  = 60  // from this width on the answers are words beside the signs
	paneMin   = 110 // from this width on the reason stands beside the layers
	listMax   = 62  // columns of the layers beside the reason
)

// View draws the layers with what was answered, and the reason of one of them.
func (t *TestMe) View(w, h int) string {
	t.zones.Clear()
	s := t.session()
	switch {
	case t.run == nil:
		return t.message(w, h, "Nothing on this service can be asked yet.")
	case t.run.Trouble() != nil:
		return t.message(w, h, t.run.Explain())
	case s == nil:
		return t.message(w, h, "")
	case t.result:
		return t.viewResult(w, h)
	}
	lines := []string{t.title(w)}
	if w >= paneMin {
		lines = append(lines, widget.Header(t.deps.Theme, "", "", w)[1])
		y := len(lines)
		lines = append(lines, t.legend(y))
		lines = append(lines, t.rows(listMax, len(lines), h-len(lines))...)
		return widget.Join(t.beside(lines, y, t.pane(min(w-listMax-3, widget.ProseWidth))), h)
	}
	least := 3
	if w < wordsMin {
		least = 4
	}
	lines = append(lines, t.legend(len(lines)))
	lines = append(lines, t.rows(w, len(lines), h-len(lines)-1-least)...)
	lines = append(lines, t.section(w))
	return widget.Join(append(lines, t.below(w, h-len(lines))...), h)
}

// beside sets a pane at the right of the lines from y on.
func (t *TestMe) beside(lines []string, y int, pane []string) []string {
	const x = listMax + 2
	lines = widget.Fill(lines, y+len(pane))
	for i, p := range pane {
		if p != "" {
			lines[y+i] = widget.PadRight(lines[y+i], x) + p
		}
	}
	return lines
}

// message is a screen that has nothing to ask.
func (t *TestMe) message(w, h int, text string) string {
	lines := append(widget.Header(t.deps.Theme, t.heading(), "", w), "")
	return widget.Join(append(lines, widget.Paragraph(t.deps.Theme, theme.Plain, text, gutter, min(w-1, widget.ProseWidth))...), h)
}

func (t *TestMe) heading() string {
	if name := t.service().Name; name != "" {
		return "Test me · " + name
	}
	return "Test me"
}

// title has the score so far at its right.
func (t *TestMe) title(w int) string {
	s := t.session()
	right, graded := 0, 0
	for i := range s.Len() {
		if t.shown(i) {
			graded++
			if s.Entry(i).Right {
				right++
			}
		}
	}
	score := fmt.Sprintf("%d of %d", graded, s.Len())
	if graded > 0 {
		score += fmt.Sprintf(" · %d right", right)
	}
	return widget.TitleLine(t.deps.Theme, t.heading(), t.deps.Theme.Paint(theme.Dim, score), w)
}

// answers are the three keys with what they stand for.
var answers = [...]model.Party{model.AWS, model.Customer, model.Shared}

// legend has the three answers. They can be clicked on.
func (t *TestMe) legend(y int) string {
	th := t.deps.Theme
	line := strings.Repeat(" ", gutter)
	for i, p := range answers {
		text := th.Paint(theme.Accent, fmt.Sprint(i+1)) + " " + cellinfo.Party(th, p)
		t.zones.Add(widget.Width(line), y, widget.Width(text), 1, target{nothing, i + 1})
		line += text + "     "
	}
	return strings.TrimRight(line, " ")
}

// rows are the layers, n at most, drawn from screen line y on.
func (t *TestMe) rows(w, y, n int) (lines []string) {
	count := t.session().Len()
	n = min(n, count)
	t.top, t.page = widget.Follow(t.top, t.row, count, n), n
	for i := t.top; i < t.top+n; i++ {
		more := " "
		switch {
		case i == t.top && i > 0:
			more = "↑"
		case i == t.top+n-1 && i < count-1:
			more = "↓"
		}
		t.zones.Add(0, y+len(lines), w, 1, target{row: i})
		lines = append(lines, t.deps.Theme.Paint(theme.Dim, more)+t.name(i, i == t.row)+t.verdict(i, w))
	}
	return lines
}

// name is a layer's name, marked when it has the focus.
func (t *TestMe) name(i int, focus bool) string {
	th := t.deps.Theme
	l, _ := t.matrix().Layer(t.cell(i).Layer)
	name := widget.PadRight(l.Short, nameWidth)
	if focus {
		return th.Paint(theme.Accent, "›") + " " + th.Paint(theme.Focus, name)
	}
	return "  " + name
}

// verdict is what was answered to a prompt and, if that was wrong, whose the
// layer is.
func (t *TestMe) verdict(i, w int) string {
	th := t.deps.Theme
	switch {
	case i == t.saving:
		return "  " + th.Paint(theme.Dim, "…")
	case !t.shown(i):
		return "  " + th.Paint(theme.Dim, "·")
	case t.session().Entry(i).Right:
		return "  " + th.Paint(theme.Right, "✓") + " " + t.side(t.party(i), w)
	}
	return "  " + th.Paint(theme.Wrong, "✗") + " " + t.side(t.party(i), w) + th.Paint(theme.Dim, "  it is ") + t.side(t.cell(i).Party, w)
}

// side is a party's sign, with its name where there is room.
func (t *TestMe) side(p model.Party, w int) string {
	th := t.deps.Theme
	sign := th.Sign(p) + "  "[theme.SignWidth(p):]
	if w < wordsMin {
		return sign
	}
	return sign + " " + th.Paint(theme.PartyRole(p), widget.PadRight(theme.Name(p), 4))
}
