package list_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/ui/list"
	"whose/ui/screen"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func rows(n int) (all []list.Row) {
	for i := range n {
		all = append(all, list.Row{Name: fmt.Sprintf("row %d", i), Note: fmt.Sprintf("note %d", i), Words: fmt.Sprintf("also %c", 'A'+i)})
	}
	if n > 0 {
		all[0].Words = "row 11"
	}
	return all
}

func made(t testing.TB, n int) *list.List {
	t.Helper()
	l := list.New(uitest.Deps(t), rows(n))
	l.Verb, l.Width, l.Below = "open", 30, 4
	l.Open = func(row int) tea.Msg { return row }
	l.About = func(row, w int) []string { return widget.Wrap(fmt.Sprintf("about row %d, in many words", row), w) }
	return l
}

func view(l *list.List, w, h int) string { return ansi.Strip(l.View([]string{"Header"}, w, h)) }

func TestWhatARowIsAboutStandsBesideOrBelow(t *testing.T) {
	l := made(t, 20)
	l.Update(uitest.Key("down"))
	if s := view(l, 80, 20); !strings.Contains(s, "  row 0               note 0   about row 1") {
		t.Errorf("it does not stand beside the rows:\n%s", s)
	}
	if s := view(l, 50, 20); !strings.Contains(s, "\n\n about row 1, in many words") {
		t.Errorf("it does not stand below the rows:\n%s", s)
	}
}

func TestKeysMoveWithinTheRows(t *testing.T) {
	l := made(t, 20)
	view(l, 80, 11)
	for _, tt := range []struct {
		key string
		at  int
	}{{"up", 0}, {"down", 1}, {"ctrl+d", 6}, {"ctrl+u", 1}, {"G", 19}, {"down", 19}, {"k", 18}, {"g", 0}} {
		if _, ok := l.Update(uitest.Key(tt.key)); !ok || l.At() != tt.at {
			t.Errorf("%s leads to row %d, want %d", tt.key, l.At(), tt.at)
		}
	}
	if _, ok := l.Update(uitest.Key("z")); ok {
		t.Error("a key that means nothing is taken")
	}
}

func TestEnterAndTheSecondClickOpen(t *testing.T) {
	l := made(t, 5)
	view(l, 80, 20)
	if cmd, _ := l.Update(screen.Click{X: 4, Y: 3}); cmd != nil || l.At() != 2 {
		t.Errorf("the first click leads to row %d and does %v", l.At(), cmd)
	}
	for _, msg := range []tea.Msg{screen.Click{X: 4, Y: 3}, uitest.Key("enter")} {
		if cmd, _ := l.Update(msg); cmd == nil || cmd() != 2 {
			t.Errorf("%v does not open row 2", msg)
		}
	}
}

func TestFindPrefersNames(t *testing.T) {
	l := made(t, 12)
	for _, tt := range []struct {
		query   string
		step    int
		row, of int
	}{{"ROW 1", 0, 1, 4}, {"row 1", 1, 10, 4}, {"row 1", -1, 1, 4}, {"row 11", 0, 11, 2}, {"row 11", 1, 0, 2}, {"also d", 0, 3, 1}, {"nothing", 0, 3, 0}} {
		if _, of := l.Find(tt.query, tt.step); of != tt.of || l.At() != tt.row {
			t.Errorf("%q %+d: row %d of %d, want %d of %d", tt.query, tt.step, l.At(), of, tt.row, tt.of)
		}
	}
}

func TestNotesGoBeforeNamesOrStay(t *testing.T) {
	l := list.New(uitest.Deps(t), []list.Row{{Name: strings.Repeat("long ", 9), Note: "of note"}})
	l.Width, l.About = 60, func(int, int) []string { return nil }
	if s := view(l, 44, 15); strings.Contains(s, "of note") || !strings.Contains(s, strings.Repeat("long ", 7)) {
		t.Errorf("the note does not give way:\n%s", s)
	}
	l.Keep = true
	if s := view(l, 44, 15); !strings.Contains(s, "… ") || !strings.Contains(s, "of note") {
		t.Errorf("the name does not give way:\n%s", s)
	}
}

func TestAnEmptyListDoesNothing(t *testing.T) {
	l := made(t, 0)
	for _, key := range []string{"enter", "down", "G"} {
		if cmd, _ := l.Update(uitest.Key(key)); cmd != nil {
			t.Errorf("%s does something", key)
		}
	}
	if s := view(l, 80, 20); s != "Header" || l.Enter().Enabled() {
		t.Errorf("it shows %q", s)
	}
}

func TestAnySizeFitsAndShowsTheFocus(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := made(t, rapid.IntRange(1, 60).Draw(rt, "rows"))
		for range rapid.IntRange(1, 10).Draw(rt, "keys") {
			l.Update(uitest.Key(rapid.SampledFrom([]string{"up", "down", "ctrl+d", "ctrl+u", "g", "G"}).Draw(rt, "key")))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			lines := strings.Split(view(l, w, h), "\n")
			if len(lines) > h || !strings.Contains(strings.Join(lines, "\n"), "› row ") {
				rt.Fatalf("%d lines in %dx%d", len(lines), w, h)
			}
			for _, s := range lines {
				if widget.Width(s) > w {
					rt.Fatalf("%q is wider than %d", s, w)
				}
			}
		}
	})
}
