package home

import (
	"fmt"
	"slices"
	"strings"

	"whose/model"
	"whose/quiz/recall"
	"whose/ui/study"
	"whose/ui/theme"
	"whose/ui/widget"
)

// standings say how far the learner is, the fullest first: empty lines go before
// the sentence of the plan, and what is urgent goes last.
func (h *Home) standings(w int) [][]string {
	ready := h.readiness(w)
	tasks := []string{}
	for _, s := range h.ready.Tasks {
		tasks = append(tasks, h.task(s, w))
	}
	airy := slices.Concat([]string{"", ready, ""}, tasks, []string{""})
	dense := slices.Concat([]string{"", ready}, tasks, []string{""})
	tight := slices.Concat([]string{ready}, tasks)
	all := [][]string{airy, dense, append(slices.Clone(tight), ""), {"", ready, ""}, {ready, ""}, {ready}}
	if h.plan.Says == "" {
		return all
	}
	says := append(widget.Paragraph(h.deps.Theme, theme.Dim, h.plan.Says, 3, min(w-1, widget.ProseWidth+3)), "")
	said := [][]string{slices.Concat(airy, says), slices.Concat(dense, says), slices.Concat(tight, says)}
	if h.urgent() != "" {
		said = append(said, slices.Concat([]string{"", ready, ""}, says), slices.Concat([]string{ready}, says))
	}
	return append(said, all...)
}

// urgent says in two words what is wrong with the exam's date; empty if nothing is.
func (h *Home) urgent() string {
	p := h.plan
	switch {
	case p.Exam == 0:
		return ""
	case p.Exam < h.today:
		return "date passed"
	case p.Exam > h.today && (!p.Fits || p.Sweep && len(p.Unmet) > 0):
		return "too near"
	}
	return ""
}

// readiness is the one number that says how ready the learner is, or what it
// takes to know it.
func (h *Home) readiness(w int) string {
	exam := h.examNote(w)
	if h.ready.Missing > 0 {
		name, missing := widget.PadRight("Readiness", nameWidth(w)), study.Missing(h.ready)
		if w < narrow && h.urgent() != "" {
			name, missing = "Readiness  ", strings.TrimSuffix(missing, " to know")
		}
		return "   " + widget.Spread(name+missing, h.deps.Theme.Paint(theme.Dim, exam), w-4)
	}
	percent, margin, _ := strings.Cut(study.Readiness(h.ready), " ±")
	return h.bar(w, "Readiness", "Readiness", h.ready.Share, percent, " ±"+margin, exam)
}

// examNote says how far the exam is. Where there may be no room for the sentence
// of the plan it says what is urgent.
func (h *Home) examNote(w int) string {
	exam := h.summary.Learner.Exam
	switch days := int(exam - h.today); {
	case w < narrow && h.urgent() != "":
		return h.urgent()
	case exam < h.today:
		return ""
	case w < narrow && days > 1:
		return fmt.Sprintf("%d days left", days)
	}
	return "exam " + study.Away(exam, h.today)
}

// task is how the learner stands with one task. As long as readiness is not
// known it tells how much was asked.
func (h *Home) task(s recall.Standing[model.TaskID], w int) string {
	task, _ := h.deps.Course.Task(s.ID)
	text, note, share := study.Percent(s.Share), "", s.Share
	if h.ready.Missing > 0 {
		share = float64(s.Seen) / float64(max(1, s.Total))
		text, note = "", fmt.Sprintf("%d of %d asked", s.Seen, s.Total)
	}
	if s.Due > 0 {
		note = fmt.Sprintf("%d due", s.Due)
	}
	return h.bar(w, string(s.ID)+" "+task.Name, string(s.ID)+" "+task.Short, share, text, "", note)
}

// narrow is the width below which there is no room for bars.
const narrow = 66

// nameWidth is the columns that a name takes before its number.
func nameWidth(w int) int {
	if w < narrow {
		return 16
	}
	return 29
}

// bar draws a share: its name, a bar where there is room, per cent and their
// margin right after it, and a note at the right side.
func (h *Home) bar(w int, name, short string, share float64, percent, margin, note string) string {
	t := h.deps.Theme
	note = t.Paint(theme.Dim, note)
	if w < narrow {
		return "   " + widget.Spread(widget.PadRight(short, nameWidth(w))+number(percent, 6)+margin, note, w-4)
	}
	const numbers, notes, most = 13, 16, 20
	size := min(most, w-4-nameWidth(w)-numbers-notes)
	return "   " + widget.Spread(widget.PadRight(name, nameWidth(w))+widget.Bar(t, size, share)+number(percent, 7)+margin, note, w-4)
}

// number sets a number against the right side, and takes no room if there is
// none.
func number(text string, w int) string {
	if text == "" {
		return ""
	}
	return widget.PadLeft(text, w)
}

// week is what the next days will ask, in w columns.
func (h *Home) week(w int) []string {
	t := h.deps.Theme
	days := h.plan.Days[:min(7, len(h.plan.Days))]
	most := 0
	for _, d := range days {
		most = max(most, d.Items())
	}
	if most == 0 {
		return nil
	}
	lines := []string{"", "", "   " + t.Paint(theme.Accent, "To answer on the next days")}
	for i, d := range days {
		name := "today"
		if i > 0 {
			name = (h.today + recall.Day(i)).Date().Format("Mon 2")
		}
		const nameWidth, number = 8, 5
		bar := widget.Bar(t, w-3-nameWidth-number-2, float64(d.Items())/float64(most))
		lines = append(lines, "   "+widget.PadRight(name, nameWidth)+bar+widget.PadLeft(fmt.Sprint(d.Items()), number))
	}
	return lines
}
