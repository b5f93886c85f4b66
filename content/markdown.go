package content

import (
	"bytes"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// lastSection is the heading of the section that ends every lesson.
const lastSection = "In short"

// entity is a character written by its name or number.
var entity = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)

// readMarkdown reports what a lesson's Markdown may not hold and collects its
// links. It reads the Markdown as Glamour does when the lesson is shown.
func (l *loader) readMarkdown(d *lessonDraft) {
	source := []byte(d.Markdown)
	w := &markdownWalk{
		source: source, ruler: newRuler(d.body.File, d.body.Line, d.Markdown), faults: &l.faults,
	}
	for _, at := range entity.FindAllIndex(source, -1) {
		if _, r, found := unsafe(html.UnescapeString(d.Markdown[at[0]:at[1]])); found {
			l.faults.Add(w.ruler.at(at[0]), "control-character", "%U may not stand in a course, nor its name: delete it", r)
		}
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))
	// The walk never fails: visit gives no error.
	_ = ast.Walk(markdown.Parser().Parse(text.NewReader(source)), w.visit)
	if w.heading != lastSection {
		l.faults.Add(w.ruler.at(w.headAt), "heading", "the last section of a lesson is %q, not %q", lastSection, w.heading)
	}
	d.links = w.links
}

// markdownWalk goes through a lesson from its beginning to its end.
type markdownWalk struct {
	source  []byte
	ruler   ruler
	faults  *Faults
	cursor  int    // the offset up to which the text has been read
	heading string // the last heading so far
	headAt  int    // where it stands
	links   []mark
}

// visit implements ast.Walker. The nodes of the Markdown parser know where
// their text stands, but not where their marks stand, so the cursor follows the
// text, and a mark is looked for behind it.
func (w *markdownWalk) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		if link, ok := n.(*ast.Link); ok {
			w.link(link.Destination)
		}
		return ast.WalkContinue, nil
	}
	if fence, ok := n.(*ast.FencedCodeBlock); ok {
		w.visitFence(fence)
		return ast.WalkContinue, nil
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		w.cursor = max(w.cursor, n.Lines().At(0).Start)
	}
	switch n := n.(type) {
	case *ast.Heading:
		w.visitHeading(n)
	case *ast.Text:
		w.cursor = max(w.cursor, n.Segment.Stop)
	case *ast.AutoLink:
		w.link(n.Label(w.source))
	case *ast.CodeBlock:
		w.fault("code-fence", "indented text is shown as code: fence it and name its language")
	case *ast.HTMLBlock, *ast.RawHTML:
		w.fault("markup", "HTML is not shown: write Markdown")
	case *ast.Image:
		w.fault("markup", "a terminal shows no image: describe it in words")
	}
	return ast.WalkContinue, nil
}

func (w *markdownWalk) visitHeading(n *ast.Heading) {
	w.heading, w.headAt = "", w.lineStart()
	if n.Lines().Len() > 0 {
		w.heading = strings.TrimSpace(string(n.Lines().Value(w.source)))
	}
	if n.Level != 2 {
		w.faults.Add(w.ruler.at(w.headAt), "heading", "only ## headings divide a lesson; the program shows its title")
	}
}

func (w *markdownWalk) visitFence(n *ast.FencedCodeBlock) {
	lines := n.Lines().Len()
	if lines > 0 {
		w.cursor = max(bytes.LastIndexByte(w.source[:n.Lines().At(0).Start], '\n'), w.cursor)
	} else if i := bytes.IndexAny(w.source[w.cursor:], "`~"); i >= 0 {
		w.cursor += i
	}
	if len(n.Language(w.source)) == 0 {
		w.fault("code-fence", "name the language behind the fence, such as ```text")
	}
	if lines > 0 {
		w.cursor = n.Lines().At(lines - 1).Stop
	} else {
		w.nextLine()
	}
	w.nextLine() // past the closing fence, which looks like an opening one
}

func (w *markdownWalk) nextLine() {
	if i := bytes.IndexByte(w.source[w.cursor:], '\n'); i >= 0 {
		w.cursor += i + 1
	}
}

func (w *markdownWalk) lineStart() int { return bytes.LastIndexByte(w.source[:w.cursor], '\n') + 1 }

func (w *markdownWalk) fault(rule, message string) {
	w.faults.Add(w.ruler.at(w.lineStart()), rule, "%s", message)
}

// link keeps where a link leads. It stands behind the cursor, unless it is
// written with escapes.
func (w *markdownWalk) link(destination []byte) {
	at := w.cursor
	if i := bytes.Index(w.source[at:], destination); i >= 0 {
		at += i
		w.cursor = at + len(destination)
	}
	w.links = append(w.links, mark{string(destination), w.ruler.at(at)})
}
