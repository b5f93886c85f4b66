package markdown

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// add adds a line as it was set. Of its escape sequences only looks remain;
// hyperlinks become spans.
func (p *Page) add(set string) {
	l := line{link: -1}
	var state byte
	for set != "" {
		sequence, width, n, next := ansi.DecodeSequence(set, state, nil)
		switch {
		case width > 0:
			l.write(p, sequence, width)
		case strings.HasPrefix(sequence, "\x1b["):
			l.look(sequence)
		case strings.HasPrefix(sequence, "\x1b]8;"):
			l.link = linkOf(sequence)
		}
		set, state = set[n:], next
	}
	p.Lines = append(p.Lines, strings.TrimRight(l.painted.String(), " ")+l.end)
	p.Plain = append(p.Plain, strings.TrimRight(l.plain.String(), " "))
}

// line is a line while it is read.
type line struct {
	painted, plain strings.Builder
	col            int
	want, have     string // looks: of the next text, and of what painted ends in
	end            string // what ends them
	link           int    // the link that the text belongs to, -1 for none
}

// look takes a change of looks. Only its first text will bring it to the page.
func (l *line) look(sequence string) {
	if !strings.HasSuffix(sequence, "m") {
		return
	}
	if sequence == ansi.ResetStyle || sequence == "\x1b[0m" {
		l.want = ""
		return
	}
	l.want += sequence
}

func (l *line) write(p *Page, text string, width int) {
	if l.want != l.have {
		l.painted.WriteString(l.end + l.want)
		l.have, l.end = l.want, ""
		if l.want != "" {
			l.end = ansi.ResetStyle
		}
	}
	l.painted.WriteString(text)
	l.plain.WriteString(text)
	if l.link >= 0 && l.link < len(p.Links) {
		p.Links[l.link].grow(text, Span{len(p.Lines), l.col, width})
	}
	l.col += width
}

// grow adds a piece of text to the link.
func (k *Link) grow(text string, at Span) {
	last := len(k.Spans) - 1
	if last >= 0 && k.Spans[last].Line == at.Line {
		k.Spans[last].Width = at.Col + at.Width - k.Spans[last].Col
		k.Text += text
		return
	}
	if last >= 0 {
		k.Text += " "
	}
	k.Text += text
	k.Spans = append(k.Spans, at)
}

// linkOf is the number in a hyperlink's address, -1 where a hyperlink ends.
func linkOf(sequence string) int {
	address := sequence[strings.LastIndex(sequence, ";")+1:]
	number, err := strconv.Atoi(strings.TrimRight(address, "\x07\x1b\\"))
	if err != nil {
		return -1
	}
	return number
}
