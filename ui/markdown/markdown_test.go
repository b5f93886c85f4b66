package markdown_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/content"
	"whose/model"
	"whose/ui/markdown"
	"whose/ui/theme"
)

func render(tb testing.TB, md string, width int) *markdown.Page {
	tb.Helper()
	p, err := markdown.Render(md, width, theme.New(true, colorprofile.TrueColor))
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func lines(text ...string) string { return strings.Join(text, "\n") }

func TestBlocksAreSetInLines(t *testing.T) {
	tests := []struct{ name, md, want string }{
		{"a paragraph wraps, whatever its lines in the file are", "One two\nthree four five\nsix.", lines("One two three four", "five six.")},
		{"a heading stands close to its text", "Before.\n\n## Rule\n\nAfter.", lines("Before.", "", "Rule", "After.")},
		{"a list hangs its text beside the bullets", "- one two three four five\n- six", lines("• one two three four", "  five", "• six")},
		{"a list may be numbered, and lie in another", "9. nine\n   - a\n   - b\n10. ten", lines(" 9. nine", "    • a", "    • b", "10. ten")},
		{"a loose list keeps its lines apart", "- one\n\n- two\n\n  more", lines("• one", "", "• two", "", "  more")},
		{"a quotation has a bar at each line", "> Never say it before you know.", lines("┃ Never say it", "┃ before you know.")},
		{"code keeps its lines", "```sh\nls -l\n  *x*\n```", lines("  ls -l", "    *x*")},
		{"a rule is a line", "a\n\n---\n\nb", lines("a", "", strings.Repeat("─", 20), "", "b")},
		{"looks leave no signs", "**bold** *slanted* `code` ~~gone~~", lines("bold slanted code", "gone")},
		{"a link shows its text only", "See [the page](https://docs.aws.amazon.com/x).", "See the page."},
		{"an address in brackets is its own text", "<https://a.b>", "https://a.b"},
		{"a picture shows its description", "![the *line*](x.png)", "the line"},
		{"a long word is broken", "abcdefghijklmnopqrstuvwxyz", lines("abcdefghijklmnopqrst", "uvwxyz")},
		{"wide letters count twice", "日本語日本語日本語日本語", lines("日本語日本語日本語日", "本語")},
		{"nothing is nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(render(t, tt.md, 20).Plain, "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

const table = `| Layer | EC2 | RDS |
|---|---|---|
| Guest OS patches | You | AWS |
| **Engine** and [platform](cell:rds/platform-patching) | AWS does | Both |
`

func TestATableShowsPartiesBySign(t *testing.T) {
	want := lines(
		"Layer                EC2       RDS",
		"──────────────────────────────────────",
		"Guest OS patches     ● You     ■ AWS",
		"Engine and platform  AWS does  ■● Both",
	)
	p := render(t, table, 72)
	if got := strings.Join(p.Plain, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	th := theme.New(true, colorprofile.TrueColor)
	if sign := th.Sign(model.AWS) + " " + th.Paint(theme.AWS, "AWS"); !strings.Contains(p.Lines[2], sign) {
		t.Errorf("%q has no %q", p.Lines[2], sign)
	}
}

func TestATableShrinksWithTheWindow(t *testing.T) {
	tests := []struct {
		name  string
		width int
		want  string
	}{
		{"its cells wrap", 29, lines(
			"Layer       EC2       RDS",
			"─────────────────────────────",
			"Guest OS    ● You     ■ AWS",
			" patches",
			"Engine      AWS does  ■● Both",
			" and",
			" platform",
		)},
		{"and at last each row is a record", 20, lines(
			"Guest OS patches",
			"  EC2  ● You",
			"  RDS  ■ AWS",
			"",
			"Engine and platform",
			"  EC2  AWS does",
			"  RDS  ■● Both",
		)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(render(t, table, tt.width).Plain, "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestLinksSayWhereTheyStand(t *testing.T) {
	p := render(t, "Read **[the whole](lesson:a)** of it, and [this *long* text](cell:b/c).\n\n"+table, 20)
	want := []struct{ target, text string }{
		{"lesson:a", "the whole"},
		{"cell:b/c", "this long text"},
		{"cell:rds/platform-patching", "platform"},
	}
	if len(p.Links) != len(want) {
		t.Fatalf("%d links, want %d", len(p.Links), len(want))
	}
	for i, l := range p.Links {
		if l.Target != want[i].target || l.Text != want[i].text {
			t.Errorf("link %d is %q to %q, want %q to %q", i, l.Text, l.Target, want[i].text, want[i].target)
		}
		if got := standing(p, l); got != want[i].text {
			t.Errorf("at the place of %q stands %q", want[i].text, got)
		}
	}
	if n := len(p.Links[1].Spans); n != 2 {
		t.Errorf("a link over two lines has %d spans", n)
	}
}

// standing is what a page shows where a link says that it is.
func standing(p *markdown.Page, l markdown.Link) string {
	var parts []string
	for _, at := range l.Spans {
		parts = append(parts, ansi.Cut(p.Plain[at.Line], at.Col, at.Col+at.Width))
	}
	return strings.Join(parts, " ")
}

func TestEveryLinkOfTheCourseIsFound(t *testing.T) {
	c, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range c.Lessons() {
		for _, width := range []int{20, 42, 72} {
			p := render(t, l.Markdown, width)
			if got, want := len(p.Links), strings.Count(l.Markdown, "]("); got != want {
				t.Errorf("%s has %d links, %d found", l.ID, want, got)
			}
			for _, k := range p.Links {
				if k.Text == "" || standing(p, k) != k.Text {
					t.Errorf("%s at width %d: %q stands where %q is", l.ID, width, standing(p, k), k.Text)
				}
			}
		}
	}
}

func TestHeadingsAreBlocks(t *testing.T) {
	p := render(t, "Before.\n\n## The *first* one of them\n\nText.\n\n## Next", 12)
	var got []string
	for _, b := range p.Blocks {
		got = append(got, b.Heading)
	}
	if want := []string{"", "The first one of them", "", "Next"}; strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("headings %q, want %q", got, want)
	}
	if n := markdown.Count("Before.\n\n## The *first* one of them\n\nText.\n\n## Next"); n != 4 {
		t.Errorf("counted %d blocks, want 4", n)
	}
}

func TestNothingButLooksReachesTheTerminal(t *testing.T) {
	hostile := []string{
		"\x1b]0;title\x07 \x1b[2J\x1b[31mred", "&#27;[2J &#x1b;]0;x &#27[2J &#155;2J", "&#27;[31m &#27[31m", "`\x1b[2J`", "```\n\x1b[2J\u009b2J\n```",
		"| a\x1b[2J | &#27; |\n|---|---|\n| \x9b2J | AWS |", "[\x1b[2J](https://a.b/\x1b]8;;)", "# \u202eevil \u2066x", "<b>\x1b[2J</b>",
		"<https://a.b/\x1bc>", "![\x1b[2J](x)", "a\u2060b\u2061c [d](e) f", "&&#27;#27;", "<div>\n&#27;[2J\n</div>",
	}
	for _, md := range hostile {
		p := render(t, md, 40)
		for i, line := range p.Lines {
			if rest := takeLooks(line); strings.ContainsFunc(rest, func(r rune) bool {
				return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069
			}) {
				t.Errorf("%q becomes %q", md, line)
			}
			if strings.Contains(line, "\x1b[31m") || ansi.Strip(line) != p.Plain[i] {
				t.Errorf("%q becomes %q", md, line)
			}
		}
	}
}

func takeLooks(line string) string {
	for {
		before, after, ok := strings.Cut(line, "\x1b[")
		if !ok {
			return line
		}
		line = before + strings.TrimLeft(after, "0123456789;")[1:]
	}
}

func TestEveryLineFitsAtEveryWidth(t *testing.T) {
	c, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	pieces := []string{"word ", "longerwordthanmost", "**b** ", "[l](cell:a/b)", "\n", "\n\n", "\n\n- a text that goes on\n  9. and one in it\n", "\n\n> a quotation of some length\n", "| a | You |\n", "|---|---|\n", "## ", "`c` ", "日本", "é ", "~~", "<x>", "&amp;", "\t"}
	for _, l := range c.Lessons() {
		pieces = append(pieces, strings.SplitAfter(l.Markdown, "\n\n")...)
	}
	rapid.Check(t, func(rt *rapid.T) {
		md := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(rt, "text"), "")
		width := rapid.IntRange(20, 72).Draw(rt, "width")
		p, err := markdown.Render(md, width, theme.New(false, colorprofile.ANSI))
		if err != nil {
			rt.Fatal(err)
		}
		for i, line := range p.Lines {
			if ansi.Strip(line) != p.Plain[i] {
				rt.Fatalf("%q is not %q without looks", p.Plain[i], line)
			}
			if ansi.StringWidth(line) > width {
				rt.Fatalf("%q is wider than %d", line, width)
			}
		}
		for i := range p.Lines {
			block, offset := p.Position(i)
			there := p.Line(block, offset)
			if there < i || strings.ContainsFunc(strings.Join(p.Plain[i:there], ""), unicode.IsLetter) {
				rt.Fatalf("line %d is at %d, %d, which is line %d", i, block, offset, there)
			}
		}
	})
}

func TestAPositionHoldsAtEveryWidth(t *testing.T) {
	c, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	md := c.Lessons()[1].Markdown
	wide, narrow := render(t, md, 72), render(t, md, 42)
	if len(wide.Blocks) != len(narrow.Blocks) {
		t.Fatalf("%d blocks at one width, %d at another", len(wide.Blocks), len(narrow.Blocks))
	}
	for i, line := range wide.Plain {
		words := strings.Fields(strings.Trim(line, "─"))
		if len(words) == 0 {
			continue
		}
		block, offset := wide.Position(i)
		there := narrow.Line(block, offset)
		if !strings.Contains(narrow.Plain[there], words[0]) {
			t.Errorf("line %q is said to be at %q", line, narrow.Plain[there])
		}
	}
	for _, at := range [][2]int{{-1, 0}, {0, -5}, {999, 3}, {3, 1 << 30}} {
		if l := wide.Line(at[0], at[1]); l < 0 || l >= len(wide.Lines) {
			t.Errorf("position %v is line %d of %d", at, l, len(wide.Lines))
		}
	}
}

func BenchmarkRender(b *testing.B) {
	c, err := content.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	longest := ""
	for _, l := range c.Lessons() {
		if len(l.Markdown) > len(longest) {
			longest = l.Markdown
		}
	}
	for b.Loop() {
		render(b, longest, 72)
	}
}
