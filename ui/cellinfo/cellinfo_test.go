package cellinfo_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

func TestPageKeepsHostAndFile(t *testing.T) {
	url := "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html"
	for w, want := range map[int]string{
		80: "docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html",
		40: "docs.aws.amazon.com/…/Welcome.html",
		20: "docs.aws.amazon.com…",
	} {
		if got := cellinfo.Page(url, w); got != want {
			t.Errorf("in %d columns %q, want %q", w, got, want)
		}
	}
	if got := cellinfo.Page("https://aws.amazon.com/", 10); got != "aws.amazo…" {
		t.Errorf("a page without a path is %q", got)
	}
}

// marks replaces what Mark and Wrap paint as a match by brackets.
func marks(th *theme.Theme, s string) string {
	open, closing, _ := strings.Cut(th.Paint(theme.Mark, "x"), "x")
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, open)
		b.WriteString(ansi.Strip(before))
		if !found {
			return b.String()
		}
		match, after, _ := strings.Cut(rest, closing)
		b.WriteString("[" + match + "]")
		s = after
	}
}

func TestMark(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	for query, want := range map[string]string{
		"":     "You patch the OS; AWS patches RDS",
		"PATC": "You [patc]h the OS; AWS [patc]hes RDS",
		"rds":  "You patch the OS; AWS patches [RDS]",
		"EC2":  "You patch the OS; AWS patches RDS",
	} {
		if got := marks(th, cellinfo.Mark(th, theme.Dim, "You patch the OS; AWS patches RDS", query)); got != want {
			t.Errorf("%q marks %q, want %q", query, got, want)
		}
	}
}

func TestWrapMarksAMatchThatIsBroken(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	lines, hits := cellinfo.Wrap(th, theme.Plain, "choose the maintenance window of the window", "maintenance WINDOW", 20)
	var got []string
	for _, l := range lines {
		got = append(got, marks(th, l))
	}
	want := []string{"choose the", "[maintenance window]", "of the window"}
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(hits, []int{1}) {
		t.Errorf("%q with matches on %v", got, hits)
	}
	lines, hits = cellinfo.Wrap(th, theme.Plain, "choose the maintenance window", "the maintenance", 16)
	if marks(th, lines[0]) != "choose [the]" || marks(th, lines[1]) != "[maintenance]" || !reflect.DeepEqual(hits, []int{0}) {
		t.Errorf("%q with matches on %v", lines, hits)
	}
}

func TestWrapLosesNothing(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`[a-cA-C\-é世]{1,30}( [a-cA-C\-é世]{1,8}){0,12}`).Draw(rt, "text")
		query := rapid.StringMatching(`[a-cé ]{0,3}`).Draw(rt, "query")
		w := rapid.IntRange(4, 40).Draw(rt, "w")
		lines, hits := cellinfo.Wrap(th, theme.Plain, text, query, w)
		plain := widget.Wrap(text, w)
		for i, l := range lines {
			if ansi.Strip(l) != plain[i] {
				rt.Fatalf("line %d is %q, want %q", i, ansi.Strip(l), plain[i])
			}
		}
		if len(lines) != len(plain) {
			rt.Fatalf("%d lines, want %d", len(lines), len(plain))
		}
		for _, h := range hits {
			if h < 0 || h >= len(lines) {
				rt.Fatalf("a match on line %d of %d", h, len(lines))
			}
		}
		if want := cellinfo.Has(text, query); want != (len(hits) > 0) {
			rt.Fatalf("%d matches of %q in %q", len(hits), query, text)
		}
	})
}

func TestSharedCellSaysWhatAPlainQuestionMeans(t *testing.T) {
	for exam, want := range map[model.Party]string{
		model.AWS: "A plain exam question means AWS.", model.Customer: "A plain exam question means you.", 0: "",
	} {
		if got := cellinfo.PlainQuestion(model.Cell{Exam: exam}); got != want {
			t.Errorf("%v: %q, want %q", exam, got, want)
		}
	}
}

func TestMoreEndsAfterAWord(t *testing.T) {
	for line, want := range map[string]string{
		"so AWS":         "so AWS…",
		"so AWS patches": "so AWS…",
		"uninterrupted":  "uninterrup…",
	} {
		if got := cellinfo.More(line, 11); got != want {
			t.Errorf("%q ends as %q, want %q", line, got, want)
		}
	}
}
