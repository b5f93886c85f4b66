package home

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"whose/model"
	"whose/ui/theme"
	"whose/ui/widget"
)

// pictureWidth is the columns of the picture.
const pictureWidth = 48

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

// legendWidth is the width from which the signs are explained beside the picture.
const legendWidth = 78

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
	if w >= legendWidth && w < twoPanes {
		for i, text := range []string{
			t.Sign(model.AWS) + " AWS does it", t.Sign(model.Customer) + " you do it", t.Sign(model.Shared) + " both, each its own part",
		} {
			lines[2+i] += "    " + strings.Repeat(" ", 2-theme.SignWidth([]model.Party{model.AWS, model.Customer, model.Shared}[i])) + text
		}
	}
	return lines
}

// smallPicture is as much of the picture as shows that the line moves.
func (h *Home) smallPicture(w int) []string {
	t, all := h.deps.Theme, h.picture(w)
	legend := "   " + t.Sign(model.AWS) + t.Paint(theme.Dim, " AWS  ") + t.Sign(model.Customer) + t.Paint(theme.Dim, " You")
	head := strings.TrimLeft(ansi.Strip(all[0]), " ")
	head = strings.Repeat(" ", widget.Width(all[0])-widget.Width(head)-widget.Width(legend)) + t.Paint(theme.Dim, head)
	return []string{legend + head, all[1], all[3], all[5]}
}

// sign sets a party's sign so that the last of its columns is the middle one:
// a pair of signs then stands over the single ones.
func sign(t *theme.Theme, p model.Party, w int) string {
	left := w/2 + 1 - theme.SignWidth(p)
	return strings.Repeat(" ", left) + t.Sign(p) + strings.Repeat(" ", w-left-theme.SignWidth(p))
}
