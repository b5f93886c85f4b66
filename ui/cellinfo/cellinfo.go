// Package cellinfo is what several screens say and know of a cell.
package cellinfo

import (
	"fmt"
	"strings"

	"whose/model"
	"whose/ui/theme"
	"whose/ui/widget"
)

// Title names a cell in one short line: "RDS · Guest OS patching".
func Title(m *model.Matrix, ref model.CellRef) string {
	service, _ := m.Service(ref.Service)
	layer, _ := m.Layer(ref.Layer)
	return service.Short + " · " + layer.Short
}

// Party is the sign and the name of the cell's party, painted.
func Party(t *theme.Theme, p model.Party) string {
	if p == model.None {
		return t.Sign(p) + t.Paint(theme.Dim, " no such layer")
	}
	return t.Sign(p) + " " + t.Paint(theme.PartyRole(p), theme.Name(p))
}

// Says tells how the cell's party is known.
func Says(b model.Basis) string {
	if b == model.Stated {
		return "AWS says so"
	}
	return "We infer it from AWS's rule"
}

// PlainQuestion tells which side a question means that offers only the two; ""
// for a cell that is not shared.
func PlainQuestion(c model.Cell) string {
	switch c.Exam {
	case model.AWS:
		return "A plain exam question means AWS."
	case model.Customer:
		return "A plain exam question means you."
	}
	return ""
}

// Page is the address of a page in at most w columns: without its scheme, and
// without the middle of its path where that is too long.
func Page(url string, w int) string {
	page := strings.TrimSuffix(strings.TrimPrefix(url, "https://"), "/")
	if widget.Width(page) <= w {
		return page
	}
	host, path, _ := strings.Cut(page, "/")
	short := host + "/…" + path[max(0, strings.LastIndex(path, "/")):]
	return widget.Clip(short, w)
}

// Copy is the cell in one line of text, for the clipboard: who, why and AWS's
// page.
func Copy(m *model.Matrix, c model.Cell) string {
	service, _ := m.Service(c.Service)
	layer, _ := m.Layer(c.Layer)
	parts := []string{service.Name + ", " + layer.Name + ": " + who(c), c.Why}
	if len(c.Sources) > 0 {
		parts = append(parts, c.Sources[0])
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func who(c model.Cell) string {
	switch c.Party {
	case model.AWS:
		return "AWS's job."
	case model.Customer:
		return "your job."
	case model.Shared:
		return "both. AWS " + c.AWS + " You " + c.You
	}
	return "there is no such layer."
}

// Report is what a report of a mistake needs: the cell with its party, and the
// course's version.
func Report(c *model.Course, cell model.Cell) string {
	return fmt.Sprintf("cell %s@%s, course %s %s", cell.Ref(), cell.Party, c.ID(), c.Version())
}
