package heat

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/quiz/recall"
	"whose/ui/cellinfo"
	"whose/ui/chart"
	"whose/ui/grid"
	"whose/ui/theme"
	"whose/ui/widget"
)

// lost is the sign of what is held less than the least step.
const lost = "×"

// steps are from which recall on a cell has which sign. What is below Retention
// is due.
//
//nolint:gochecknoglobals // a table of constants; Go has no constant arrays
var steps = [...]struct {
	from float64
	role theme.Role
}{{0, theme.Wrong}, {0.65, theme.Plain}, {0.8, theme.Plain}, {recall.Retention, theme.Right}, {0.95, theme.Right}}

// step is how well something is held: from 0, lost, to 4.
func step(r float64) int {
	n := 0
	for n+1 < len(steps) && r >= steps[n+1].from {
		n++
	}
	return n
}

// signs are those of the steps.
func (h *Heat) signs() [len(steps)]string {
	s := chart.Shades(h.deps.Env.ASCII)
	s[0] = lost
	return s
}

// sign is a cell's recall now, as a sign of two columns.
func (h *Heat) sign(at grid.Place) (plain, painted string) {
	t, cell := h.deps.Theme, h.cellAt(at)
	k := h.facts.of(cell.Ref())
	if k.seen == 0 {
		plain = h.notAsked()
		if cell.Party == model.None {
			plain = theme.PlainSign(model.None)
		}
		return plain, t.Paint(theme.Dim, plain)
	}
	n := step(k.recall)
	plain = strings.Repeat(h.signs()[n], 2)
	return plain, t.Paint(steps[n].role, plain)
}

// title counts the cells that were asked and that are due, and explains the
// signs as far as there is room.
func (h *Heat) title(w int) string {
	t := h.deps.Theme
	title := h.Title()
	if h.loaded {
		title = fmt.Sprintf("%s · %d of %d asked", title, len(h.facts.cells), len(h.deps.Course.Matrix().Cells()))
	}
	legend := h.legend()
	if widget.Width(title)+widget.Width(legend)+2*widget.Margin+2 > w {
		title = h.Title()
	}
	if widget.Width(title)+widget.Width(legend)+2*widget.Margin+2 > w {
		legend = h.shortLegend()
	}
	return widget.TitleLine(t, title, legend, w)
}

// legend tells from which recall on each sign stands: "█ 95 %  ▓ 90 …".
func (h *Heat) legend() string {
	t, signs := h.deps.Theme, h.signs()
	var parts []string
	for n := len(steps) - 1; n > 0; n-- {
		parts = append(parts, t.Paint(steps[n].role, signs[n])+t.Paint(theme.Dim, fmt.Sprintf(" %.0f", 100*steps[n].from)))
	}
	parts[0] += t.Paint(theme.Dim, " %")
	parts = append(parts, t.Paint(steps[0].role, signs[0])+t.Paint(theme.Dim, " less"), t.Paint(theme.Dim, h.notAsked()+" not asked"))
	return strings.Join(parts, "  ")
}

func (h *Heat) shortLegend() string {
	t, signs := h.deps.Theme, h.signs()
	legend := t.Paint(theme.Dim, "known ")
	for n := len(steps) - 1; n >= 0; n-- {
		legend += t.Paint(steps[n].role, signs[n])
	}
	return legend + t.Paint(theme.Dim, " lost")
}

// notAsked is the sign of a cell that was never asked.
func (h *Heat) notAsked() string { return chart.Shades(h.deps.Env.ASCII)[0] }

// under is the pane below the map.
func (h *Heat) under(l *grid.Layout, w int) []string {
	t := h.deps.Theme
	name := widget.Clip(cellinfo.Title(h.deps.Course.Matrix(), h.cell().Ref()), w-20)
	lines := []string{widget.Section(t, name, min(w, widget.ProseWidth+2*widget.Margin))}
	for _, s := range h.about(min(widget.ProseWidth, l.PaneW), l.PaneH) {
		lines = append(lines, " "+s)
	}
	return lines
}

// pane is what is known of the cell, at the right of the map.
func (h *Heat) pane(w, height int) []string {
	t := h.deps.Theme
	lines := []string{
		t.Paint(theme.Accent, widget.Clip(cellinfo.Title(h.deps.Course.Matrix(), h.cell().Ref()), w)),
		cellinfo.Party(t, h.cell().Party), "",
	}
	return append(lines, h.about(w, height-len(lines))...)
}

// about is how the learner stands with the cell, and what went wrong in it, in
// at most n lines of w columns.
func (h *Heat) about(w, n int) []string {
	cell := h.cell()
	k := h.facts.of(cell.Ref())
	var lines []string
	switch {
	case k.seen > 0:
		lines = h.standing(k, w, n)
	case !h.loaded:
	case h.practise().Enabled():
		lines = widget.Wrap("Not asked yet: p asks it.", w)
	default:
		lines = widget.Wrap("This one is not asked.", w)
	}
	for i, m := range h.wrong[cell.Ref()] {
		var told []string
		if i == 0 && n >= apart {
			told = append(told, "")
		}
		if told = append(told, h.tell(m, w, n)...); len(lines)+len(told) > n {
			break
		}
		lines = append(lines, told...)
	}
	return lines[:min(len(lines), n)]
}

// tell is a wrong answer: what was asked, in one line where there are few, and
// what was chosen.
func (h *Heat) tell(m mistake, w, n int) []string {
	t, most := h.deps.Theme, 1
	if n >= apart {
		most = 3
	}
	stem := widget.Wrap(m.stem, w-2)
	if len(stem) > most {
		stem = stem[:most]
		stem[most-1] = cellinfo.More(stem[most-1], w-2)
	}
	for i, l := range stem {
		stem[i] = "  " + l
	}
	stem[0] = t.Paint(theme.Wrong, "✗") + stem[0][1:]
	when := t.Paint(theme.Dim, " · "+ago(h.facts.today-m.on))
	return append(stem, "  "+t.Paint(theme.Dim, "you chose ")+widget.Clip(m.chose, w-12-widget.Width(when))+when)
}

// apart is from how many lines on what is known of a cell stands in lines of its
// own.
const apart = 8

// standing is how the learner stands with a cell.
func (h *Heat) standing(k known, w, n int) []string {
	t := h.deps.Theme
	held, right, due := fmt.Sprintf("%.0f %%", 100*k.recall), fmt.Sprintf("%d of %d right", k.right, k.seen), h.due(k.due)
	if n >= apart {
		return []string{
			t.Paint(theme.Dim, "Recall   ") + held + " now", t.Paint(theme.Dim, "Answers  ") + right,
			t.Paint(theme.Dim, "Due      ") + strings.TrimPrefix(due, "due "),
		}
	}
	if text := "Recall " + held + " now · " + right + " · " + due; widget.Width(text) <= w {
		return []string{text}
	}
	return widget.Wrap(held+" · "+right+" · "+due, w)
}

// due says when a cell is asked again.
func (h *Heat) due(d recall.Day) string {
	switch days := d - h.facts.today; {
	case days < 0:
		return "due since " + date(d)
	case days == 0:
		return "due today"
	case days == 1:
		return "due tomorrow"
	default:
		return "due " + date(d)
	}
}

// ago says how many days something is past.
func ago(days recall.Day) string {
	switch {
	case days <= 0:
		return "today"
	case days == 1:
		return "yesterday"
	}
	return fmt.Sprintf("%d days ago", days)
}

// date is a day without its year: "20 Nov".
func date(d recall.Day) string { return d.Date().Format("2 Jan") }

// sums counts, under the map, what is due of each service. It is left out where
// there is no room.
func (h *Heat) sums(l *grid.Layout, room int) []string {
	if room < 3 {
		return nil
	}
	t := h.deps.Theme
	var b strings.Builder
	b.WriteString("  " + widget.PadRight(t.Paint(theme.Dim, "due"), l.Names))
	for col := l.Left; col < l.Right; col++ {
		n := 0
		for row := range h.grid.Layers {
			if k := h.facts.of(h.grid.Ref(grid.Place{Row: row, Col: col})); k.seen > 0 && k.due <= h.facts.today {
				n++
			}
		}
		l.Number(t, &b, col, fmt.Sprintf("%2d", n))
	}
	return []string{"", "", b.String()}
}
