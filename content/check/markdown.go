package check

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// page is what a lesson says.
type page struct {
	prose   []string   // paragraphs and items of lists, without marks
	headers [][]string // the header's cells of each table
	links   []string   // what its links lead to
}

// read takes a lesson's Markdown apart as Glamour does when the lesson is shown.
func read(markdown string) page {
	var p page
	source := []byte(markdown)
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify)).Parser()
	// The walk never fails: its function gives no error.
	_ = ast.Walk(parser.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			p.prose = append(p.prose, plain(n, source))
		case *ast.Link:
			p.links = append(p.links, string(n.Destination))
		case *table.TableHeader:
			var cells []string
			for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
				cells = append(cells, plain(cell, source))
			}
			p.headers = append(p.headers, cells)
		}
		return ast.WalkContinue, nil
	})
	return p
}

// plain is the text of a node without marks and without code.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			b.Write(child.Segment.Value(source))
			if child.SoftLineBreak() || child.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink, *ast.CodeSpan:
		default:
			b.WriteString(plain(child, source))
		}
	}
	return b.String()
}
