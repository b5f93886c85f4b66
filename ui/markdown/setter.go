package markdown

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"whose/model"
	"whose/ui/theme"
)

// setter sets one text. It is for one goroutine: Glamour's renderer keeps state.
type setter struct {
	theme   *theme.Theme
	glamour renderer.Renderer
	source  []byte // the text, and after it the pieces that prepare adds
	length  int    // of the text
	links   []Link
	linked  int // how many links were rendered so far
	err     error
}

// The pieces after the text. Two characters of no width, which no text has
// because clean takes them out, stand around what is a link until Glamour is
// done.
const (
	linkBegin = "\u2060"
	linkEnd   = "\u2061"
	pieces    = linkBegin + linkEnd + " "
)

// newSetter makes the setter of a text. Without a theme it can only parse.
func newSetter(t *theme.Theme, md string) *setter {
	md = clean(md)
	s := &setter{theme: t, source: []byte(md + pieces), length: len(md)}
	if t != nil {
		nodes := glamour.NewRenderer(glamour.Options{Styles: styles(t)})
		s.glamour = renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(nodes, 1000)))
	}
	return s
}

// entity is a character written by its name or number. html.UnescapeString,
// which Glamour uses, does not need the semicolon.
var entity = regexp.MustCompile(`&#?[0-9A-Za-z]+;?`)

// clean takes out every character that is not shown, whether it is written as
// it is or as an entity: it could change what the terminal does.
func clean(md string) string {
	md = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || !hidden(r) {
			return r
		}
		return unicode.ReplacementChar
	}, strings.ReplaceAll(md, "\r\n", "\n"))
	return entity.ReplaceAllStringFunc(md, func(e string) string {
		if strings.ContainsFunc(html.UnescapeString(e), hidden) {
			return string(unicode.ReplacementChar)
		}
		return e
	})
}

func hidden(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }

// prepare makes the tree ready for Glamour: links are numbered and marked and
// lose their address, which Glamour would print, and a line of the source is no
// line of the screen.
func (s *setter) prepare(root ast.Node) {
	var nodes []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the function returns no error
		if entering {
			nodes = append(nodes, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.Link:
			s.prepareLink(n)
		case *ast.AutoLink:
			s.prepareAutoLink(n)
		case *ast.Image:
			unwrap(n)
		case *ast.Text:
			if n.SoftLineBreak() || n.HardLineBreak() {
				n.SetSoftLineBreak(false)
				n.SetHardLineBreak(false)
				n.Parent().InsertAfter(n.Parent(), n, s.piece(" "))
			}
		}
	}
}

// piece is a node for one of the pieces after the text.
func (s *setter) piece(what string) *ast.Text {
	at := s.length + strings.Index(pieces, what)
	return ast.NewTextSegment(text.NewSegment(at, at+len(what)))
}

func (s *setter) prepareLink(n *ast.Link) {
	s.links = append(s.links, Link{Target: string(n.Destination)})
	n.Destination = []byte("#") // the only kind of address that Glamour keeps to itself
	n.InsertBefore(n, n.FirstChild(), s.piece(linkBegin))
	n.AppendChild(n, s.piece(linkEnd))
}

// prepareAutoLink makes <https://…> a link like any other.
func (s *setter) prepareAutoLink(n *ast.AutoLink) {
	label := n.Label(s.source)
	at := bytes.Index(s.source, label)
	link := ast.NewLink()
	link.Destination = n.URL(s.source)
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(at, at+len(label))))
	n.Parent().ReplaceChild(n.Parent(), n, link)
	s.prepareLink(link)
}

// unwrap leaves an image's description in its place.
func unwrap(n *ast.Image) {
	parent := n.Parent()
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling()
		parent.InsertBefore(parent, n, child)
		child = next
	}
	parent.RemoveChild(parent, n)
}

// text renders a leaf block, a paragraph as one line. Links are hyperlinks then,
// whose address is their number: those survive wrapping.
func (s *setter) text(block ast.Node) string {
	doc := ast.NewDocument()
	doc.AppendChild(doc, block)
	var b bytes.Buffer
	if err := s.glamour.Render(&b, s.source, doc); err != nil && s.err == nil {
		s.err = err
	}
	out := strings.Trim(b.String(), "\n")
	for {
		before, rest, ok := strings.Cut(out, linkBegin)
		if !ok {
			return out
		}
		inside, after, _ := strings.Cut(rest, linkEnd)
		out = before + ansi.SetHyperlink(strconv.Itoa(s.linked)) + inside + ansi.ResetHyperlink() + after
		s.linked++
	}
}

// paragraph renders what stands in a node as the text of one paragraph.
func (s *setter) paragraph(n ast.Node) string {
	p := ast.NewParagraph()
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling()
		p.AppendChild(p, child)
		child = next
	}
	return s.text(p)
}

// party is the party that a table's cell names, if it says nothing else.
func (s *setter) party(cell *extast.TableCell) (painted string, ok bool) {
	if cell.ChildCount() != 1 {
		return "", false
	}
	word, ok := cell.FirstChild().(*ast.Text)
	if !ok {
		return "", false
	}
	name := strings.TrimSpace(string(word.Segment.Value(s.source)))
	for _, p := range []model.Party{model.AWS, model.Customer, model.Shared} {
		if theme.Name(p) == name {
			return s.theme.Sign(p) + " " + s.theme.Paint(theme.PartyRole(p), name), true
		}
	}
	return "", false
}
