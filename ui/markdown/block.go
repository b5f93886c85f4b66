package markdown

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"whose/ui/theme"
	"whose/ui/widget"
)

// block sets a block in lines of at most w columns.
func (s *setter) block(n ast.Node, w int) []string {
	switch n := n.(type) {
	case *ast.List:
		return s.list(n, w)
	case *ast.Blockquote:
		return hang(s.blocks(n, w-2), s.theme.Paint(theme.Accent, "┃")+" ", s.theme.Paint(theme.Accent, "┃")+" ")
	case *extast.Table:
		return s.table(n, w)
	case *ast.ThematicBreak:
		return []string{s.theme.Paint(theme.Dim, strings.Repeat("─", w))}
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return hang(strings.Split(ansi.Hardwrap(s.text(n), max(1, w-2), true), "\n"), "  ", "  ")
	case *ast.Heading, *ast.HTMLBlock:
		return widget.WrapPainted(s.text(n), w)
	}
	return widget.WrapPainted(s.paragraph(n), w)
}

// blocks sets the blocks in a node one under the other, with a line between them
// unless they are the text of a tight list.
func (s *setter) blocks(parent ast.Node, w int) (lines []string) {
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		if _, tight := n.(*ast.TextBlock); len(lines) > 0 && !tight && n.Kind() != ast.KindList {
			lines = append(lines, "")
		}
		lines = append(lines, s.block(n, max(1, w))...)
		n = next
	}
	return lines
}

// list hangs each item's text beside its bullet or number.
func (s *setter) list(l *ast.List, w int) (lines []string) {
	number := l.Start
	widest := len(strconv.Itoa(l.Start+l.ChildCount()-1)) + 2
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		mark := s.theme.Paint(theme.Dim, "•") + " "
		if l.IsOrdered() {
			mark = s.theme.Paint(theme.Dim, widget.PadLeft(strconv.Itoa(number)+".", widest-1)) + " "
			number++
		}
		if len(lines) > 0 && !l.IsTight {
			lines = append(lines, "")
		}
		indent := widget.Width(mark)
		lines = append(lines, hang(s.blocks(item, w-indent), mark, strings.Repeat(" ", indent))...)
	}
	return lines
}

// hang sets a mark before the first line and an indent before the others.
func hang(lines []string, mark, indent string) []string {
	for i, l := range lines {
		if i > 0 {
			mark = indent
		}
		lines[i] = mark + l
	}
	return lines
}

func (s *setter) table(n *extast.Table, w int) []string {
	var tb widget.Table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			painted, ok := s.party(cell.(*extast.TableCell))
			if _, head := row.(*extast.TableHeader); head || !ok {
				painted = s.paragraph(cell)
			}
			cells = append(cells, painted)
		}
		if _, head := row.(*extast.TableHeader); head {
			tb.Head = cells
		} else {
			tb.Rows = append(tb.Rows, cells)
		}
	}
	for i, cell := range tb.Head {
		tb.Head[i] = ansi.Strip(cell)
	}
	return tb.Lines(s.theme, w)
}
