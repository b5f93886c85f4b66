package stack

import (
	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

func (s *Stack) focused() model.Cell { return s.cell(s.focus, s.service) }

// section names the focused cell above its reason.
func (s *Stack) section(w int) string {
	t, cell := s.deps.Theme, s.focused()
	title := cellinfo.Title(s.matrix(), cell.Ref()) + t.Paint(theme.Dim, " · ") + cellinfo.Party(t, cell.Party)
	return widget.Clip(widget.Section(t, title, w), w)
}

// reason is why the focused layer is whose it is, in h lines, with what each
// side does where there is room.
func (s *Stack) reason(w, h int) []string {
	t, cell := s.deps.Theme, s.focused()
	if lines := cellinfo.Parts(t, cell, s.find.Query, w-1); len(lines) <= h {
		return lines
	}
	lines := cellinfo.Hang(t, " ", cell.Why, s.find.Query, w-1)
	if len(lines) > h {
		lines[h-1] = widget.Clip(lines[h-1]+" …", w-1)
		lines = lines[:h]
	}
	return lines
}

// pane is the focused cell's texts and what changes with the next service, and
// with the one before.
func (s *Stack) pane(w, h int) []string {
	t, cell := s.deps.Theme, s.focused()
	lines := []string{
		" " + t.Paint(theme.Accent, cellinfo.Title(s.matrix(), cell.Ref())),
		" " + cellinfo.Party(t, cell.Party), "",
	}
	lines = append(lines, cellinfo.Parts(t, cell, s.find.Query, w)...)
	if len(s.matrix().Services()) > 1 {
		lines = append(lines, s.changes(1, "→ ")...)
	}
	if len(s.matrix().Services()) > 2 {
		lines = append(lines, s.changes(-1, "← ")...)
	}
	return lines[:min(len(lines), h)]
}

// changes are the layers that are somebody else's on the service n columns away.
func (s *Stack) changes(n int, arrow string) []string {
	t := s.deps.Theme
	other := s.beside(n)
	head := " " + t.Paint(theme.Accent, arrow+s.matrix().Services()[other].Short)
	var rows []string
	for place, row := range s.layers {
		here, there := s.cell(place, s.service).Party, s.cell(place, other).Party
		if here == there {
			continue
		}
		rows = append(rows, "   "+widget.PadRight(s.matrix().Layers()[row].Short, nameWidth+2)+
			widget.PadRight(t.Sign(here), 2)+t.Paint(theme.Dim, " → ")+t.Sign(there))
	}
	if len(rows) == 0 {
		return []string{"", head + t.Paint(theme.Dim, "   the same in every layer")}
	}
	return append([]string{"", head + t.Paint(theme.Dim, "   what changes")}, rows...)
}
