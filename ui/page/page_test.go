package page_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/uitest"
)

// ten is a page of four lines of text, ten things of two lines each, and two
// lines of text.
func ten(t *testing.T, opened *int) *page.Page {
	t.Helper()
	return page.New(uitest.Deps(t), func(s *page.Setter) {
		for i := range 4 {
			s.Put(theme.Plain, "", fmt.Sprintf("above %d", i), 1, s.Prose(1))
		}
		for i := range 10 {
			s.Add(page.Thing{Verb: "open", Text: fmt.Sprintf("thing %d", i), Open: func() tea.Cmd { *opened = i; return nil }})
			s.Put(theme.Dim, "", fmt.Sprintf("about %d", i), 5, s.Prose(5))
			s.Extend()
		}
		s.Put(theme.Plain, "", "below 0", 1, s.Prose(1))
		s.Put(theme.Plain, "", "below 1", 1, s.Prose(1))
	})
}

func text(p *page.Page) string { return ansi.Strip(p.View("Title", "right", 44, 12)) }

func want(t *testing.T, p *page.Page, texts ...string) {
	t.Helper()
	screen := text(p)
	for _, s := range texts {
		if !strings.Contains(screen, s) {
			t.Errorf("no %q in\n%s", s, screen)
		}
	}
}

func TestMoveBringsWhatStandsAroundTheThingsInSight(t *testing.T) {
	var opened int
	p := ten(t, &opened)
	want(t, p, "Title", "right", "above 0", "↓ 16 more")
	p.Move(1)
	want(t, p, "above 0", "› thing 0")
	p.Move(5)
	want(t, p, "› thing 5", "about 5")
	p.Move(100)
	want(t, p, "› thing 9", "below 1")
	if p.More() {
		t.Error("there is more below the end")
	}
	p.Move(-100)
	want(t, p, "above 0", "› thing 0")
	if p.Open(); opened != 0 {
		t.Errorf("thing %d was opened", opened)
	}
}

func TestTurnGoesRoundTheEnd(t *testing.T) {
	var opened int
	p := ten(t, &opened)
	text(p)
	p.Turn(-1)
	want(t, p, "› thing 9", "about 9")
	p.Turn(1)
	want(t, p, "› thing 0")
}

func TestBeginGivesTheFocusOnlyToWhatIsInSight(t *testing.T) {
	var opened int
	p := ten(t, &opened)
	text(p)
	p.Begin(2)
	want(t, p, "above 0", "› thing 2")
	p.Begin(3)
	want(t, p, "above 0")
	if p.Focus() != -1 || p.Enter().Enabled() {
		t.Errorf("the focus is on thing %d, which is out of sight", p.Focus())
	}
}

func TestScrollOnKeepsALine(t *testing.T) {
	var opened int
	p := ten(t, &opened)
	want(t, p, "about 2")
	p.ScrollOn()
	want(t, p, "about 2", "about 6")
}

func TestAClickBelowAThingIsOnIt(t *testing.T) {
	opened := -1
	p := ten(t, &opened)
	text(p)
	const secondThingsText = page.HeaderHeight + 4 + 3
	p.Click(screen.Click{X: 8, Y: secondThingsText})
	want(t, p, "› thing 1")
	if opened >= 0 {
		t.Error("the first click opens")
	}
	if p.Click(screen.Click{X: 8, Y: secondThingsText}); opened != 1 {
		t.Errorf("the second click opens %d", opened)
	}
}

func TestProgressIsAPartOfTheRule(t *testing.T) {
	p := page.New(uitest.Deps(t), func(s *page.Setter) { s.Put(theme.Plain, "", "short", 1, s.Prose(1)) })
	for part, columns := range map[float64]int{0: 0, 0.5: 21, 1: 42, 2: 42} {
		p.Progress = part
		if got := strings.Count(text(p), "━"); got != columns {
			t.Errorf("%v of the rule is %d columns, want %d", part, got, columns)
		}
	}
}

func TestThingsAreCutAfterTheirMostLines(t *testing.T) {
	p := page.New(uitest.Deps(t), func(s *page.Setter) {
		s.Add(page.Thing{Text: strings.Repeat("word ", 40), Most: 2})
		s.Add(page.Thing{Text: "next"})
	})
	lines := strings.Split(text(p), "\n")
	if !strings.HasSuffix(lines[3], "…") || !strings.Contains(lines[4], "next") {
		t.Errorf("the thing is not cut:\n%s", text(p))
	}
}

func TestWhatStandsAfterAThingStaysInItsColumn(t *testing.T) {
	p := page.New(uitest.Deps(t), func(s *page.Setter) {
		s.Line("   painted before")
		s.Add(page.Thing{Text: "short", To: 20, After: "  7 of 9"})
		s.Add(page.Thing{Text: strings.Repeat("word ", 5), To: 20, After: "  8 of 9"})
	})
	p.Resize(44, 12)
	p.Begin(0)
	lines := strings.Split(text(p), "\n")
	for i, want := range []string{"   painted before", " › short              7 of 9", "   word word word     8 of 9", "   word word"} {
		if got := strings.TrimRight(lines[page.HeaderHeight+i], " "); got != want {
			t.Errorf("line %d is %q, want %q", i, got, want)
		}
	}
}
