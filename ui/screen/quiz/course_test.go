package quiz_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// paper is what a test asks, and the program that asks it.
type paper struct {
	*uitest.Driver
	t       testing.TB
	deps    *screen.Deps
	session *quiz.Session
}

// questions are the first n of the course with one right option, or with several.
func questions(t testing.TB, d *screen.Deps, n int, several bool) (prompts []quiz.Prompt) {
	t.Helper()
	for _, q := range d.Course.Questions() {
		p, err := quiz.Ask(d.Course, q.ID(), d.Rand)
		if err != nil {
			t.Fatal(err)
		}
		if (p.Pick > 1) == several && len(prompts) < n {
			prompts = append(prompts, p)
		}
	}
	if len(prompts) < n {
		t.Fatalf("the course has no %d such questions", n)
	}
	return prompts
}

// whoDrill asks whose job the guest OS of RDS is: AWS's.
func whoDrill(t testing.TB, d *screen.Deps) quiz.Prompt {
	t.Helper()
	p, err := quiz.Make(d.Course, quiz.Spec{
		Drill: &quiz.DrillSpec{Kind: quiz.Who, Service: "rds", Layer: "guest-os-patching"},
		Order: []string{"aws", "customer", "shared"}, Right: []string{"aws"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func session(t testing.TB, d *screen.Deps, mode quiz.Mode, prompts []quiz.Prompt) *quiz.Session {
	t.Helper()
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindQuiz, Mode: mode, Topic: "2.1", Title: "2.1 Shared responsibility"}, prompts, d.Now())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask opens the program at a session of the prompts.
func ask(t testing.TB, d *screen.Deps, w, h int, mode quiz.Mode, prompts ...quiz.Prompt) *paper {
	t.Helper()
	s := session(t, d, mode, prompts)
	return &paper{uitest.OpenWith(t, d, w, h, screen.OpenQuiz{Session: s}), t, d, s}
}

// study opens a study session of n questions.
func study(t testing.TB, n int) *paper {
	t.Helper()
	d := uitest.Deps(t)
	return ask(t, d, 80, 24, quiz.Study, questions(t, d, n, false)...)
}

// right are the keys of the right options of the current prompt, wrong that of
// the first wrong one.
func (p *paper) right() (keys []string) {
	for i, o := range p.session.Prompt(p.session.At()).Options {
		if o.Correct {
			keys = append(keys, strconv.Itoa(i+1))
		}
	}
	return keys
}

func (p *paper) wrong() string {
	i := slices.IndexFunc(p.session.Prompt(p.session.At()).Options, func(o quiz.Option) bool { return !o.Correct })
	return strconv.Itoa(i + 1)
}

// answer answers the current question and goes on.
func (p *paper) answer(right bool) {
	p.t.Helper()
	if right {
		p.Keys(p.right()...)
	} else {
		p.Keys(p.wrong())
	}
	p.Keys("enter", "enter")
}

// answered counts the answers on disk, and the right ones.
func (p *paper) answered() (right, answered int) {
	p.t.Helper()
	s, err := p.deps.History.Summary(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	return s.Right, s.Answered
}

// unfinished are the sessions that can be gone on with.
func (p *paper) unfinished() []history.Unfinished {
	p.t.Helper()
	s, err := p.deps.History.Summary(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	return s.Unfinished
}

// line is the first line of the screen with the text in it.
func (p *paper) line(text string) string {
	for line := range strings.Lines(p.Text()) {
		if strings.Contains(line, text) {
			return strings.TrimRight(line, "\n")
		}
	}
	return ""
}

// store opens the history in a folder as another window would.
func store(t *testing.T, dir, owner string, c *model.Course, d *screen.Deps) *history.Store {
	t.Helper()
	s, err := history.Open(t.Context(), history.Options{
		Dir: dir, Course: c.ID(), Owner: owner, PID: 1, Now: d.Now, Alive: func(int) bool { return true },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
