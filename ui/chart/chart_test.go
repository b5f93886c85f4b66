package chart_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/quiz/recall"
	"whose/ui/chart"
	"whose/ui/theme"
	"whose/ui/widget"
)

var dark = theme.New(true, colorprofile.TrueColor)

// drawn is a chart as a person sees it, blanks at the ends of lines cut.
func drawn(lines []string) string {
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return "\n" + strings.Join(lines, "\n") + "\n"
}

func want(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("drawn is%swant%s", got, want)
	}
}

func TestALineRisesInItsBand(t *testing.T) {
	l := chart.Line{
		Points: []chart.Point{{Day: 1, Share: 0.3, Margin: 0.1}, {Day: 11, Share: 0.5, Margin: 0.05}, {Day: 13, Share: 0.7}},
		Left:   "1 May", Right: "today",
	}
	want(t, drawn(l.Lines(dark, 7+13, 7)), `
 70 % │           ░▀
      │        ░░░▀
      │░░░░░▄▄▄▀▀▀
      │▄▄▀▀▀░░░
 20 % │░░░░
      └─────────────
       1 May   today
`)
}

func TestALineIsScaledToWhatItShows(t *testing.T) {
	for _, tt := range []struct {
		share, margin float64
		top, bottom   string
	}{{0.5, 0.05, " 60 %", " 40 %"}, {1, 0, "100 %", " 80 %"}, {0, 0.02, " 20 %", "  0 %"}, {0.5, 0.5, "100 %", "  0 %"}, {0.3, 0, " 30 %", " 10 %"}} {
		l := chart.Line{Points: []chart.Point{{Day: 1, Share: tt.share, Margin: tt.margin}, {Day: 2, Share: tt.share, Margin: tt.margin}}}
		lines := l.Lines(dark, 40, 8)
		if top, bottom := ansi.Strip(lines[0])[:5], ansi.Strip(lines[5])[:5]; top != tt.top || bottom != tt.bottom {
			t.Errorf("%v ± %v is drawn from %q to %q", tt.share, tt.margin, bottom, top)
		}
	}
}

func TestADayStandsWhereItsTimeIs(t *testing.T) {
	// A jump on the last day of twenty stays at the right end.
	l := chart.Line{Points: []chart.Point{{Day: 1, Share: 0.2}, {Day: 19, Share: 0.2}, {Day: 21, Share: 0.4}}}
	top := ansi.Strip(l.Lines(dark, 7+21, 6)[0])
	if at := strings.IndexAny(top[len(" 40 % │"):], "▀▄"); at != 20 {
		t.Errorf("the jump stands at %d of %q", at, top)
	}
}

func TestBarsStackAndNothingIsLost(t *testing.T) {
	b := chart.Bars{Bars: []chart.Bar{{Low: 10}, {Low: 5, High: 5}, {High: 3}, {}, {Low: 1}, {High: 1}, {Low: 1, High: 1}, {Low: 9, High: 1}, {Low: 6, High: 2}}, Left: "today", Right: "8 May"}
	want(t, drawn(b.Lines(dark, 4+9*3, 6)), `
10 │██ ░░                ░░
   │██ ░░                ██ ░░
   │██ ██             ░░ ██ ██
 0 │██ ██ ░░    ▄▄ ░░ ▄▄ ██ ██
   └───────────────────────────
    today                 8 May
`)
}

func TestOneOfManyIsStillSeen(t *testing.T) {
	b := chart.Bars{Bars: []chart.Bar{{Low: 100}, {Low: 1}}}
	want(t, drawn(b.Lines(dark, 5+2*3, 4)), `
100 │██
  0 │██ ▄▄
    └──────

`)
}

func TestBarsThatDoNotFitAreLeftOut(t *testing.T) {
	b := chart.Bars{Bars: make([]chart.Bar, 30)}
	if b.Lines(dark, 33, 5) != nil || b.Lines(dark, 34, 5) == nil || b.Lines(dark, 80, 2) != nil || (chart.Bars{}).Lines(dark, 80, 5) != nil {
		t.Error("bars are drawn where they do not fit, or not where they do")
	}
}

func TestALineWithoutPointsIsEmpty(t *testing.T) {
	if (chart.Line{}).Lines(dark, 80, 8) != nil {
		t.Error("it draws nothing")
	}
}

func day(t testing.TB, s string) recall.Day {
	t.Helper()
	d, err := recall.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestACalendarEndsToday(t *testing.T) {
	today, focus := day(t, "2026-11-20"), day(t, "2026-11-12")
	c := chart.Calendar{Today: today, Weeks: 5}
	sign := func(d recall.Day) (string, theme.Role) { return string(rune('0' + d.Date().Day()%10)), theme.Plain }
	want(t, drawn(c.Lines(dark, sign, focus)), `
       Nov
Mon  9 6 2 9 6
Tue  0 7 3 0 7
Wed  1 8 4 1 8
Thu  2 9 5[2]9
Fri  3 0 6 3 0
Sat  4 1 7 4
Sun  5 1 8 5
`)
	if c.First() != day(t, "2026-10-19") {
		t.Errorf("it begins on %s", c.First())
	}
	if d, ok := c.At(13, 5); !ok || d != today {
		t.Errorf("today is not found, but %s", d)
	}
	if d, ok := c.At(13, 6); ok {
		t.Errorf("%s is still to come", d)
	}
}

func TestAMonthThatBeginsOnAMondayIsNamedAboveIt(t *testing.T) {
	c := chart.Calendar{Today: day(t, "2026-06-12"), Weeks: 3}
	months := ansi.Strip(c.Lines(dark, func(recall.Day) (string, theme.Role) { return "x", theme.Dim }, 0)[0])
	if months != "       Jun" {
		t.Errorf("the months are %q", months)
	}
}

func TestADayIsFoundWhereItIsDrawn(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := chart.Calendar{Today: recall.Day(rapid.IntRange(10000, 40000).Draw(rt, "today")), Weeks: rapid.IntRange(1, 60).Draw(rt, "weeks")}
		focus := c.Today - recall.Day(rapid.IntRange(0, int(c.Today-c.First())).Draw(rt, "before"))
		lines := c.Lines(dark, func(recall.Day) (string, theme.Role) { return "x", theme.Dim }, focus)
		found := 0
		for y, l := range lines {
			plain := ansi.Strip(l)
			for x := range widget.Width(plain) {
				d, ok := c.At(x, y)
				if ok && strings.Contains(plain[max(0, x-1):min(len(plain), x+2)], "[x]") && d == focus {
					found++
				}
			}
		}
		if found == 0 {
			rt.Fatalf("%s is not found in %s", focus, drawn(lines))
		}
		if w := widget.Width(lines[1]); chart.CalendarWeeks(w) < c.Weeks-1 {
			rt.Fatalf("%d weeks in %d columns", c.Weeks, w)
		}
	})
}

func TestChartsFitAnySize(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.IntRange(10, 200).Draw(rt, "w"), rapid.IntRange(1, 40).Draw(rt, "h")
		l := chart.Line{Left: "1 May", Right: "today"}
		day := 0
		for range rapid.IntRange(0, 40).Draw(rt, "points") {
			day += rapid.IntRange(1, 9).Draw(rt, "days")
			l.Points = append(l.Points, chart.Point{Day: day, Share: rapid.Float64Range(0, 1).Draw(rt, "share"), Margin: rapid.Float64Range(0, 0.5).Draw(rt, "margin")})
		}
		b := chart.Bars{Left: "today", Right: "12 December"}
		for range rapid.IntRange(0, 40).Draw(rt, "bars") {
			b.Bars = append(b.Bars, chart.Bar{Low: rapid.IntRange(0, 999).Draw(rt, "low"), High: rapid.IntRange(0, 9).Draw(rt, "high")})
		}
		for _, lines := range [][]string{l.Lines(dark, w, h), b.Lines(dark, w, h)} {
			if len(lines) > h {
				rt.Fatalf("%d lines in %d", len(lines), h)
			}
			for _, s := range lines {
				if widget.Width(s) > w {
					rt.Fatalf("%q is wider than %d", ansi.Strip(s), w)
				}
			}
		}
	})
}

func TestShadesAreToldApart(t *testing.T) {
	for _, ascii := range []bool{true, false} {
		seen := map[string]bool{}
		for _, s := range chart.Shades(ascii) {
			shown := s
			if ascii {
				shown = theme.ASCII(s)
			}
			if seen[shown] || widget.Width(shown) != 1 || ascii && shown[0] >= utf8.RuneSelf {
				t.Errorf("ascii %v: %q", ascii, shown)
			}
			seen[shown] = true
		}
	}
}
