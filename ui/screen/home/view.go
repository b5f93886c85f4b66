package home

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/quiz/history"
	"whose/ui/theme"
	"whose/ui/widget"
)

// pictureWidth is the columns of the picture.
const pictureWidth = 51

// twoPanes is the width from which the picture stands beside the rows.
const twoPanes = 110

// View draws what the program is about or how far the learner is, and the rows.
func (h *Home) View(w, height int) string {
	t := h.deps.Theme
	lines := widget.Header(t, "whose", t.Paint(theme.Dim, h.deps.Course.Title()), w)
	h.zones.Clear()
	if w >= twoPanes {
		return widget.Join(h.wide(lines, w), height)
	}
	compact := w < 66 || height < 21
	if h.loaded {
		lines = append(lines, h.above(w, compact)...)
	}
	// The rows are what must be in sight: what stands above gives way.
	if room := height - len(h.rows); len(lines) > room {
		lines = lines[:max(2, room)]
	}
	return widget.Join(h.addRows(lines, 0, w, len(lines)), height)
}

// above is what stands over the rows.
func (h *Home) above(w int, compact bool) []string {
	t := h.deps.Theme
	if !h.summary.First {
		lines := h.progress(w)
		if !compact {
			lines = append([]string{""}, lines...)
		}
		return append(lines, "")
	}
	if compact {
		return append(h.picture(w), "   "+t.Legend(), "")
	}
	lines := []string{"   " + t.Paint(theme.Strong, "On AWS, whose job is it?"), ""}
	lines = append(lines, h.picture(w)...)
	return append(lines, "", "   The line moves with the service: that is the idea to learn.", "   "+t.Paint(theme.Dim, "Domain 2 is 30 % of the exam. whose teaches all of it, and only it."), "")
}

// wide sets rows and progress at the left, the picture at the right.
func (h *Home) wide(lines []string, w int) []string {
	t := h.deps.Theme
	left := min(w-pictureWidth, 76)
	var pane []string
	if h.loaded && !h.summary.First {
		pane = append(h.progress(left), "")
	} else {
		pane = []string{
			"   " + t.Paint(theme.Strong, "On AWS, whose job is it?"), "", "   The line moves with the service: that is the idea to learn.",
			"   " + t.Paint(theme.Dim, "Domain 2 is 30 % of the exam. whose teaches all of it, and only it."), "",
		}
	}
	lines = append(lines, "")
	from := len(lines)
	pane = h.addRows(pane, 0, left, from+len(pane))
	right := append(h.picture(w-left), "", "   "+t.Legend())
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

// addRows draws the rows from screen line y on, in w columns from x.
func (h *Home) addRows(lines []string, x, w, y int) []string {
	t := h.deps.Theme
	name := 0
	for _, r := range h.rows {
		name = max(name, len(r.name))
	}
	for i, r := range h.rows {
		h.zones.Add(x, y+i, w, 1, i)
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

// pictured are the layers that show how the line moves, with the words a
// newcomer has for them.
var pictured = []struct {
	layer model.LayerID
	name  string
}{
	{"data", "Your data"},
	{"identity", "Who may get in"},
	{"guest-os-patching", "Guest OS patches"},
	{"platform-patching", "Engine patches"},
	{"hardware", "Hardware"},
}

// picture is the idea in one look: five layers of the first three services, and
// the signs explained where there is room.
func (h *Home) picture(w int) []string {
	t, m := h.deps.Theme, h.deps.Course.Matrix()
	services := m.Services()[:min(3, len(m.Services()))]
	name, column := 24, 8
	if w < pictureWidth {
		name, column = 21, 7
	}
	head := strings.Repeat(" ", name)
	for _, s := range services {
		head += widget.Center(s.Short, column)
	}
	lines := []string{t.Paint(theme.Dim, head)}
	for _, p := range pictured {
		line := "   " + widget.PadRight(p.name, name-3)
		for _, s := range services {
			if c, ok := m.Cell(model.CellRef{Service: s.ID, Layer: p.layer}); ok {
				line += sign(t, c.Party, column)
			}
		}
		lines = append(lines, line)
	}
	if w >= 78 && w < twoPanes {
		for i, text := range []string{
			t.Sign(model.AWS) + " AWS does it", t.Sign(model.Customer) + " you do it", t.Sign(model.Shared) + " both, each its own part",
		} {
			lines[2+i] += "    " + strings.Repeat(" ", 2-theme.SignWidth([]model.Party{model.AWS, model.Customer, model.Shared}[i])) + text
		}
	}
	return lines
}

// sign sets a party's sign so that the last of its columns is the middle one:
// a pair of signs then stands over the single ones.
func sign(t *theme.Theme, p model.Party, w int) string {
	left := w/2 + 1 - theme.SignWidth(p)
	return strings.Repeat(" ", left) + t.Sign(p) + strings.Repeat(" ", w-left-theme.SignWidth(p))
}

// progress is right of answered by task, and the lessons read.
func (h *Home) progress(w int) (lines []string) {
	c := h.deps.Course
	for _, task := range c.Tasks() {
		lines = append(lines, h.bar(w, string(task.ID)+" "+task.Name, string(task.ID)+" "+task.Short, answers(h.summary, task.ID)))
	}
	read := h.summary.LessonsRead()
	return append(lines, h.bar(w, "Lessons", "Lessons", tally{read, len(c.Lessons()), fmt.Sprintf("%d of %d read", read, len(c.Lessons()))}))
}

// tally is a part of a whole, and how it is said.
type tally struct {
	part, whole int
	text        string
}

func answers(s history.Summary, id model.TaskID) tally {
	for _, t := range s.Tasks {
		if t.Task == id && t.Answered > 0 {
			return tally{t.Right, t.Answered, fmt.Sprintf("%d of %d right", t.Right, t.Answered)}
		}
	}
	return tally{text: "not asked yet"}
}

func (h *Home) bar(w int, name, short string, v tally) string {
	t := h.deps.Theme
	percent := "    "
	fraction := 0.0
	if v.whole > 0 {
		fraction = float64(v.part) / float64(v.whole)
		percent = fmt.Sprintf("%3d %%", 100*v.part/v.whole)
	}
	if w < 60 {
		return "   " + widget.PadRight(short, 18) + widget.PadLeft(percent, 5) + "  " + t.Paint(theme.Dim, widget.PadLeft(v.text, w-18-5-2-3-1))
	}
	const nameWidth, barMost = 27, 20
	barWidth := min(barMost, w-nameWidth-28)
	return "   " + widget.PadRight(name, nameWidth) + widget.Bar(t, barWidth, fraction) + widget.PadLeft(percent, 7) + t.Paint(theme.Dim, widget.PadLeft(v.text, w-nameWidth-barWidth-7-3-1))
}
