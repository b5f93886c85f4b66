package home

import (
	"whose/ui/theme"
	"whose/ui/widget"
)

// twoPanes is the width from which the picture stands beside the rows.
const twoPanes = 110

// View draws what the program is about or how far the learner is, and the rows.
func (h *Home) View(w, height int) string {
	t := h.deps.Theme
	lines := widget.Header(t, "whose", t.Paint(theme.Dim, h.deps.Course.Title()), w)
	h.zones.Clear()
	if w >= twoPanes {
		return widget.Join(h.wide(lines, w, height), height)
	}
	if h.loaded {
		lines = append(lines, h.above(w, height-len(lines)-len(h.rows))...)
	}
	return widget.Join(h.addRows(lines, w, height-len(lines)), height)
}

// above is what stands over the rows, as much of it as room lines hold: the rows
// are what must be in sight, and only what is urgent takes the place of one.
func (h *Home) above(w, room int) []string {
	if h.summary.First {
		return fullest(h.introductions(w), room)
	}
	all := h.standings(w)
	if lines := fullest(all, room-1); lines != nil { // an empty line before the footer is worth more than most
		return lines
	}
	lines := fullest(all, room)
	if lines == nil && h.urgent() != "" {
		lines = all[len(all)-1]
	}
	return lines
}

// fullest is the first that fits in so many lines.
func fullest(all [][]string, room int) []string {
	for _, lines := range all {
		if len(lines) <= room {
			return lines
		}
	}
	return nil
}

// introductions say what the program is about, the fullest first.
func (h *Home) introductions(w int) [][]string {
	t := h.deps.Theme
	title, picture := "   "+t.Paint(theme.Strong, "On AWS, whose job is it?"), h.picture(w)
	if w < legendWidth {
		picture = append(picture, "   "+t.Legend())
	}
	short := append(picture, "")
	return [][]string{
		append(append([]string{title, ""}, picture...), append(append([]string{""}, h.idea(w)...), "")...),
		append([]string{title, ""}, short...),
		short,
		h.smallPicture(w),
		{title},
	}
}

// idea is what the picture shows, in two sentences.
func (h *Home) idea(w int) []string {
	t := h.deps.Theme
	lines := widget.Paragraph(t, theme.Plain, "The line moves with the service: that is the idea to learn.", 3, w)
	return append(lines, widget.Paragraph(t, theme.Dim, "Domain 2 is 30 % of the exam. whose teaches all of it, and only it.", 3, w)...)
}

// wide sets rows and progress at the left, the picture at the right.
func (h *Home) wide(lines []string, w, height int) []string {
	t := h.deps.Theme
	left := min(w-pictureWidth, 76)
	lines = append(lines, "")
	var pane []string
	if h.loaded && !h.summary.First {
		pane = h.above(left, height-len(lines)-len(h.rows))
	} else {
		pane = append(append([]string{"   " + t.Paint(theme.Strong, "On AWS, whose job is it?"), ""}, h.idea(left)...), "")
	}
	right := append(h.picture(w-left), "", "   "+t.Legend())
	if !h.summary.First {
		right = append(right, h.week(w-left)...)
	}
	from := len(lines)
	pane = h.addRows(append(lines, pane...), left, height-from-len(pane))[from:]
	for i := range max(len(pane), len(right)) {
		line := ""
		if i < len(pane) {
			line = pane[i]
		}
		if i < len(right) {
			line = widget.PadRight(line, left) + right[i]
		}
		lines = append(lines, line)
	}
	return lines
}

// addRows draws the rows below the lines, in w columns; those around the focus
// where there is not room for all.
func (h *Home) addRows(lines []string, w, room int) []string {
	t := h.deps.Theme
	name := 0
	for _, r := range h.rows {
		name = max(name, len(r.name))
	}
	first, last := h.at.Window(len(h.rows), max(1, room))
	for i := first; i < last; i++ {
		r := h.rows[i]
		h.zones.Add(0, len(lines), w, 1, i)
		mark, label := "   ", widget.PadRight(r.name, name)
		if i == h.at.At {
			mark, label = " "+t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, label)
		}
		detail := r.detail
		if room := w - name - 7; widget.Width(detail) > room && r.short != "" {
			detail = r.short
		}
		lines = append(lines, mark+label+"   "+t.Paint(theme.Dim, widget.Clip(detail, w-name-7)))
	}
	return lines
}
