package quiz_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/screen"
	quizscreen "whose/ui/screen/quiz"
	"whose/ui/uitest"
)

func TestGolden(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"44x16", 44, 16}, {"120x36", 120, 36}} {
		d := uitest.Deps(t)
		prompts := append(questions(t, d, 2, false), whoDrill(t, d))
		prompts = append(prompts, questions(t, d, 1, true)...)
		p := ask(t, d, size.w, size.h, quiz.Study, prompts...)
		p.answer(true)
		p.Keys(p.wrong())
		p.Golden("asking-" + size.name)
		p.Keys("enter")
		p.Golden("graded-" + size.name)
		p.Keys("enter")
		p.answer(false)
		p.Keys(p.right()...)
		if size.w == 80 {
			p.Golden("several-80x24")
		}
		p.Keys("enter", "enter")
		p.Golden("result-" + size.name)
	}
}

func TestGoldenHandIn(t *testing.T) {
	p := test(t, 4)
	p.Keys("1", "enter", "enter", "2", "enter", "enter")
	p.Golden("handin-80x24")
}

func TestVerdictStaysInSight(t *testing.T) {
	p := study(t, 1)
	p.Resize(44, 16)
	p.Keys("1", "enter")
	for range 40 {
		p.Keys("down")
		p.Want(verdictSign(p))
	}
	p.Want("Source")
	p.Keys("g")
	p.Want(p.session.Prompt(0).Stem[:20])
}

// states are the screen in each of its states.
func states(t testing.TB, d *screen.Deps) map[string]*quizscreen.Quiz {
	t.Helper()
	prompts := append(questions(t, d, 2, true), whoDrill(t, d))
	all := make(map[string]*quizscreen.Quiz)
	begin := func(name string, mode quiz.Mode) (*quizscreen.Quiz, *quiz.Session) {
		s := session(t, d, mode, prompts)
		q := quizscreen.New(d, s)
		q.Update(screen.Resized{W: 80, H: 15})
		all[name] = q
		return q, s
	}
	press := func(q *quizscreen.Quiz, names ...string) {
		for _, name := range names {
			for cmd := q.Update(uitest.Key(name)); cmd != nil; { // one write may follow another
				cmd = q.Update(cmd())
			}
		}
	}
	answer := func(q *quizscreen.Quiz, s *quiz.Session) {
		p := paper{session: s}
		press(q, append(p.right(), "enter")...)
	}
	begin("asking", quiz.Study)
	q, s := begin("graded", quiz.Study)
	answer(q, s)
	for _, name := range []string{"result", "review"} {
		q, s := begin(name, quiz.Study)
		for range prompts {
			answer(q, s)
			press(q, "enter")
		}
	}
	press(all["review"], "down", "enter")
	q, s = begin("test", quiz.Test)
	answer(q, s)
	q, _ = begin("hand-in", quiz.Test)
	press(q, "enter", "enter", "enter")
	for name, want := range map[string]string{
		"asking": "1 of 3", "graded": "✓ Right.", "result": "100 %", "review": "1 of 3", "test": "2 blank", "hand-in": "Hand in",
	} {
		if view := all[name].View(80, 15); !strings.Contains(view, want) {
			t.Fatalf("state %s is not reached:\n%s", name, view)
		}
	}
	return all
}

func TestNoTwoBindingsShareAKey(t *testing.T) {
	globals := []key.Binding{keys.Find(), keys.FindNext(), keys.FindPrev(), keys.Palette(), keys.Help(), keys.Mouse(), keys.Quit(), keys.Suspend(), keys.Interrupt()}
	for name, q := range states(t, uitest.Deps(t)) {
		used := make(map[string]string)
		for _, b := range append(q.Keys(), globals...) {
			if !b.Enabled() {
				continue
			}
			for _, k := range b.Keys() {
				if other, double := used[k]; double {
					t.Errorf("%s: %q is both %q and %q", name, k, other, b.Help().Desc)
				}
				used[k] = b.Help().Desc
			}
		}
	}
}

func TestFramesFitTheWindow(t *testing.T) {
	d := uitest.Deps(t)
	all := states(t, d)
	rapid.Check(t, func(rt *rapid.T) {
		q := all[rapid.SampledFrom(slices.Sorted(maps.Keys(all))).Draw(rt, "state")]
		w, h := rapid.IntRange(screen.MinWidth, 300).Draw(rt, "w"), rapid.IntRange(screen.MinHeight-1, 100).Draw(rt, "h")
		q.Update(screen.Resized{W: w, H: h})
		for range rapid.IntRange(0, 5).Draw(rt, "steps") {
			q.Update(uitest.Key(rapid.SampledFrom([]string{"down", "up", "ctrl+d", "G", "g", "x"}).Draw(rt, "key")))
		}
		lines := strings.Split(q.View(w, h), "\n")
		if len(lines) > h {
			rt.Fatalf("%d lines in %d", len(lines), h)
		}
		for _, l := range lines {
			if n := ansi.StringWidth(l); n > w {
				rt.Fatalf("a line of %d in %d: %q", n, w, l)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	for name, q := range states(b, uitest.Deps(b)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				q.Update(screen.Resized{W: 200, H: 59}) // nothing that was drawn is used again
				q.View(200, 59)
				q.Keys()
			}
		})
	}
}
