// Package markdown sets the Markdown of lessons in painted lines. Glamour
// renders the text; the layout around it (tables that stay readable in narrow
// windows, hanging indents, where each link stands) is made here.
package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"whose/ui/theme"
)

// Page is a text set in lines of one width.
type Page struct {
	Lines  []string // painted
	Plain  []string // the same lines without their looks
	Blocks []Block
	Links  []Link // in the order of the text
}

// Block is a part of the text that stands by itself: a paragraph, a heading, a
// list, a quotation, a table, code. The same text has the same blocks at every
// width.
type Block struct {
	First   int    // its first line
	Heading string // its text if it is a heading, otherwise empty
}

// Link is a text that leads somewhere.
type Link struct {
	Target string
	Text   string
	Spans  []Span // where it stands; a link that wraps has one on each line
}

// Span is a part of a line.
type Span struct{ Line, Col, Width int }

// Render sets a text in lines at most width columns wide. Nothing in the text
// can reach the terminal as an escape sequence. It takes some milliseconds, so it
// belongs into a command.
func Render(md string, width int, t *theme.Theme) (*Page, error) {
	s := newSetter(t, md)
	root := s.parse()
	s.prepare(root)
	p := &Page{Links: s.links}
	for node := root.FirstChild(); node != nil; {
		next := node.NextSibling()
		// A heading stands close to its text. A table has a head of its own.
		_, table := node.(*extast.Table)
		if n := len(p.Blocks); n > 0 && (table || p.Blocks[n-1].Heading == "") {
			p.add("")
		}
		block := Block{First: len(p.Lines)}
		_, heading := node.(*ast.Heading)
		for _, line := range s.block(node, max(1, width)) {
			p.add(line)
		}
		if heading {
			block.Heading = strings.Join(p.Plain[block.First:], " ")
		}
		p.Blocks = append(p.Blocks, block)
		node = next
	}
	if s.err != nil {
		return nil, fmt.Errorf("setting the text in lines: %w", s.err)
	}
	return p, nil
}

// Count is how many blocks a text has.
func Count(md string) int { return newSetter(nil, md).parse().ChildCount() }

// parse reads the text. What lessons do not use (bare addresses as links, task
// lists, footnotes) stays as it is written.
func (s *setter) parse() ast.Node {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	return md.Parser().Parse(text.NewReader(s.source[:s.length]))
}

// Position says where a line is in a way that holds at every width: its block,
// and how many letters and digits of the block stand before it.
func (p *Page) Position(line int) (block, offset int) {
	line = max(0, min(line, len(p.Lines)-1))
	for i, b := range p.Blocks {
		if b.First <= line {
			block = i
		}
	}
	if len(p.Blocks) == 0 {
		return 0, 0
	}
	for _, l := range p.Plain[p.Blocks[block].First:line] {
		offset += letters(l)
	}
	return block, offset
}

// Line is the line that a position is on; of lines without a letter and the one
// after them, the last. A position that is not in the text is on the nearest.
func (p *Page) Line(block, offset int) int {
	if len(p.Blocks) == 0 || block < 0 {
		return 0
	}
	block = min(block, len(p.Blocks)-1)
	line, end := p.Blocks[block].First, len(p.Lines)
	if block+1 < len(p.Blocks) {
		end = p.Blocks[block+1].First
	}
	for line+1 < end {
		offset -= letters(p.Plain[line])
		if offset < 0 {
			break
		}
		line++
	}
	return line
}

func letters(line string) (n int) {
	for _, r := range line {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	return n
}
