package testme

import (
	"fmt"
	"time"

	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// viewResult draws the score and the layers to look at again.
func (t *TestMe) viewResult(w, h int) string {
	th := t.deps.Theme
	score := t.session().Score()
	lines := append(widget.Header(th, t.heading(), "", w), "")
	sum := fmt.Sprintf("%d of %d right", score.Right, score.Total)
	line := "   " + th.Paint(theme.Strong, sum) + "   " +
		widget.Bar(th, 20, float64(score.Right)/float64(score.Total)) + "   " + th.Paint(theme.Dim, duration(score.Time))
	if widget.Width(line) > w {
		line = "   " + th.Paint(theme.Strong, sum) + "   " + th.Paint(theme.Dim, duration(score.Time))
	}
	lines = append(lines, line, "")
	if len(score.Wrong) == 0 {
		return widget.Join(append(lines, "   "+th.Paint(theme.Right, "✓")+" Every layer, whose it is.", "",
			"   "+th.Paint(theme.Dim, "←/→ asks about another service.")), h)
	}
	lines = append(lines, "   "+th.Paint(theme.Accent, "Look at these again"))
	wide := w >= paneMin
	width, room := w, h-len(lines)-4
	if wide {
		width, room = listMax, h-len(lines)
	}
	y := len(lines)
	first, last := t.again.Window(len(score.Wrong), min(room, len(score.Wrong)))
	t.page = last - first
	for i := first; i < last; i++ {
		t.zones.Add(0, len(lines), width, 1, target{row: i})
		row := score.Wrong[i]
		lines = append(lines, " "+t.name(row, i == t.again.At)+t.verdict(row, width))
	}
	row := score.Wrong[t.again.At]
	if wide {
		pane := min(w-listMax-3, widget.ProseWidth)
		return widget.Join(t.beside(lines, y-1, append([]string{" " + t.judged(row, pane), ""}, t.whole(row, pane)...)), h)
	}
	if h-len(lines) > 4 {
		lines = append(lines, "")
	}
	lines = append(lines, widget.Clip(widget.Section(th, t.judged(row, w), w), w))
	parts := cellinfo.Parts(th, t.cell(row), "", w-1)
	if len(parts) > h-len(lines) {
		parts = cellinfo.Hang(th, " ", t.cell(row).Why, "", w-1)
	}
	return widget.Join(append(lines, parts...), h)
}

// duration is a time as people say it: "45 s", "2 min 5 s".
func duration(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s < 60 {
		return fmt.Sprintf("%d s", s)
	}
	return fmt.Sprintf("%d min %d s", s/60, s%60)
}
