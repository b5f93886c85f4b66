package testme_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/screen/testme"
	"whose/ui/uitest"
	"whose/ui/widget"
)

// digit is the key that answers with a party.
var digit = map[model.Party]string{model.AWS: "1", model.Customer: "2", model.Shared: "3"}

// solution has the keys that answer all of a service right.
func solution(t testing.TB, service model.ServiceID) (keys []string) {
	t.Helper()
	m := uitest.Course(t).Matrix()
	for _, l := range m.Layers() {
		if c, _ := m.Cell(model.CellRef{Service: service, Layer: l.ID}); c.Askable() {
			keys = append(keys, digit[c.Party])
		}
	}
	return keys
}

// withMistakes has the third, the seventh and the last answer wrong.
func withMistakes(t testing.TB, service model.ServiceID) []string {
	t.Helper()
	keys := solution(t, service)
	for _, i := range []int{2, 6, len(keys) - 1} {
		if keys[i] == "1" {
			keys[i] = "2"
		} else {
			keys[i] = "1"
		}
	}
	return keys
}

func open(t *testing.T, w, h int, service model.ServiceID) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenTestMe{Service: service})
}

func TestScreens(t *testing.T) {
	all := withMistakes(t, "rds")
	for name, tt := range map[string]struct {
		w, h int
		keys []string
	}{
		"80x24":         {80, 24, all[:7]},
		"120x36":        {120, 36, all[:7]},
		"44x16":         {44, 16, all[:7]},
		"first":         {80, 24, nil},
		"result-80x24":  {80, 24, append(slices.Clone(all), "enter", "down")},
		"result-44x16":  {44, 16, append(slices.Clone(all), "enter", "down")},
		"result-120x36": {120, 36, append(slices.Clone(all), "enter", "down")},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, tt.w, tt.h, "rds")
			d.Keys(tt.keys...)
			d.Golden(name)
		})
	}
}

// focused is the name of the layer with the focus.
func focused(d *uitest.Driver) string {
	for _, line := range strings.Split(d.Text(), "\n") {
		if _, after, ok := strings.Cut(line, "› "); ok {
			name, _, _ := strings.Cut(after, "  ")
			return name
		}
	}
	return ""
}

func TestPartiesAreHiddenUntilAnswered(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Want("0 of 17", "On Amazon RDS, whose job is guarding the buildings", "1 ■ AWS", "2 ● You", "3 ■● Both")
	d.WantNot("✓", "✗", "it is")
	d.Keys("1")
	d.Want("1 of 17 · 1 right", "Facilities                ✓ ■  AWS", "── ✓ Facilities · ■ AWS")
	if got := focused(d); got != "Hardware, disk disposal" {
		t.Errorf("the focus goes on to %q", got)
	}
	d.Keys("2")
	d.Want("2 of 17 · 1 right", "Hardware, disk disposal   ✗ ●  You   it is ■  AWS", "── ✗ Hardware, disk disposal · it is ■ AWS")
}

func TestOnlyAskableLayersAreAsked(t *testing.T) {
	d := open(t, 80, 24, "s3") // it has no guest OS to harden
	d.Want("0 of 16")
	d.WantNot("Guest OS hardening")
}

func TestEveryAnswerIsInTheHistory(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys("1", "2")
	if got := recorded(t, deps, "physical"); got.Seen != 1 || got.Right != 1 {
		t.Errorf("the right answer is kept as %+v", got)
	}
	if got := recorded(t, deps, "hardware"); got.Seen != 1 || got.Right != 0 {
		t.Errorf("the wrong answer is kept as %+v", got)
	}
	if got := recorded(t, deps, "network"); got.Seen != 0 {
		t.Errorf("what was not answered is kept as %+v", got)
	}
}

// recorded is what the history has of a cell of RDS.
func recorded(t *testing.T, deps *screen.Deps, layer model.LayerID) history.Item {
	t.Helper()
	cell, ok := deps.Course.Matrix().Cell(model.CellRef{Service: "rds", Layer: layer})
	if !ok {
		t.Fatalf("there is no layer %s", layer)
	}
	items, err := deps.History.Items(t.Context(), []model.Item{model.CellItem(cell)})
	if err != nil {
		t.Fatal(err)
	}
	return items[model.CellItem(cell)]
}

// counting is a history in memory that counts what is written.
type counting struct {
	screen.History
	answers int
}

func (c *counting) Append(_ context.Context, a []quiz.Answer, _ *quiz.Saved) error {
	c.answers += len(a)
	return nil
}

func (c *counting) Release(context.Context, string) error { return nil }

func (c *counting) Claim(context.Context, string, bool) (quiz.Saved, error) {
	return quiz.Saved{}, history.ErrNoSession
}

// alone is the screen without a root, with a history that only counts.
func alone(deps *screen.Deps) (*testme.TestMe, *counting) {
	hist := new(counting)
	deps.History = hist
	s := testme.New(deps, "rds")
	settle(s, s.Init())
	s.Update(screen.Resized{W: 80, H: 23})
	return s, hist
}

// settle runs a command and gives its messages back to the screen, until there
// are none.
func settle(s *testme.TestMe, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			settle(s, c)
		}
	default:
		settle(s, s.Update(msg))
	}
}

func TestNothingIsShownBeforeItIsOnDisk(t *testing.T) {
	s, hist := alone(uitest.Deps(t))
	cmd := s.Update(uitest.Key("1"))
	if view := s.View(80, 23); strings.Contains(view, "✓") || strings.Contains(view, "1 right") {
		t.Errorf("the grading is shown before it is saved:\n%s", view)
	}
	settle(s, cmd)
	if view := s.View(80, 23); !strings.Contains(view, "✓") || hist.answers != 1 {
		t.Errorf("%d answers are saved and the screen is\n%s", hist.answers, view)
	}
}

func TestKeysPressedWhileSavingAreKeptInOrder(t *testing.T) {
	s, hist := alone(uitest.Deps(t))
	first := s.Update(uitest.Key("1"))
	for _, name := range []string{"2", "1", "3"} {
		if cmd := s.Update(uitest.Key(name)); cmd != nil {
			t.Fatal("a second write begins while the first is under way")
		}
	}
	settle(s, first)
	if hist.answers != 4 {
		t.Errorf("%d of 4 answers are saved", hist.answers)
	}
	// AWS, AWS, AWS, AWS would be right.
	if view := s.View(80, 23); !strings.Contains(view, "4 of 17 · 2 right") {
		t.Errorf("the keys were not kept in order:\n%s", view)
	}
}

func TestWhatCannotBeSavedIsSavedWithTheNextAnswer(t *testing.T) {
	deps := uitest.Deps(t)
	broken := &uitest.Broken{History: deps.History, Fails: true}
	deps.History = broken
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys("1")
	d.Want("1 of 17 · 1 right", "not saved")
	if got := recorded(t, deps, "physical"); got.Seen != 0 {
		t.Fatalf("%+v is on a full disk", got)
	}
	broken.Fails = false
	d.Keys("1")
	d.WantNot("not saved")
	for _, layer := range []model.LayerID{"physical", "hardware"} {
		if got := recorded(t, deps, layer); got.Seen != 1 {
			t.Errorf("%s is kept as %+v", layer, got)
		}
	}
}

func TestLookingBack(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("1", "2", "up")
	d.Want("── ✗ Hardware", "tab go on", "enter open")
	d.Keys("1") // it is answered already
	d.Want("2 of 17 · 1 right")
	d.Keys("up")
	d.Want("── ✓ Facilities")
	d.Keys("enter")
	d.Want("Amazon RDS · Physical facilities")
	d.Keys("esc")
	d.Want("2 of 17", "── ✓ Facilities")
	d.Keys("tab", "1")
	d.Want("3 of 17 · 2 right")
}

func TestALaterLayerWaitsForThoseBeforeIt(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("1", "down", "down", "1")
	d.Want("1 of 17", "this one first")
	if got := focused(d); got != "Hardware, disk disposal" {
		t.Errorf("the focus is on %q", got)
	}
}

func TestAHiddenPartyCannotBeLookedUp(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("enter", "m", "c", "s", "r", "o", "y")
	d.Want("Test me · Amazon RDS", "0 of 17")
	if len(d.Left) > 0 && reflect.TypeOf(d.Left[len(d.Left)-1]).String() == "tea.setClipboardMsg" {
		t.Error("the cell was copied")
	}
}

func TestResult(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys(withMistakes(t, "rds")...)
	d.Want("17 of 17 · 14 right", "── ✗ Compliance", "enter result")
	d.Keys("enter")
	d.Want("14 of 17 right", "Look at these again", "Global network", "Engine, runtime patching", "Compliance", "── ✗ Global network")
	d.WantNot("Facilities", "Logging")
	d.Keys("down")
	d.Want("── ✗ Engine, runtime patching")
	d.Keys("enter")
	d.Want("Amazon RDS · Engine, runtime")
	d.Keys("esc")
	d.Want("14 of 17 right", "── ✗ Engine, runtime patching")
}

func TestAllRight(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys(solution(t, "rds")...)
	d.Keys("enter")
	d.Want("17 of 17 right", "Every layer, whose it is.", "t again", "←/→ service")
	d.WantNot("Look at these", "enter open")
}

func TestAgainAndTheNextService(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys(withMistakes(t, "rds")...)
	d.Keys("enter", "t")
	d.Want("Test me · Amazon RDS", "0 of 17")
	d.Keys(solution(t, "rds")...)
	d.Keys("enter")
	d.Want("17 of 17 right")
	if got := recorded(t, deps, "compliance"); got.Seen != 2 || got.Right != 1 {
		t.Errorf("two sessions are kept as %+v", got)
	}
	d.Keys("right")
	d.Want("Test me · Amazon S3", "0 of 16")
	d.Keys("left", "left", "left") // nothing is answered yet
	d.Want("Test me · AWS Fargate")
	d.Keys("1", "right")
	d.Want("Test me · AWS Fargate", "1 of ")
	d.Keys("esc")
	d.Want("Resume", "Test me: Fargate")
}

func TestLeavingKeepsTheSession(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys("1", "2", "1", "esc")
	d.Want("Resume", "Test me: RDS · question 4 of 17")
	again := uitest.OpenWith(t, deps, 80, 24)
	again.Keys("enter")
	again.Want("Test me · Amazon RDS", "3 of 17 · 2 right", "✗ ●  You   it is ■  AWS")
	if got := focused(again); got != "Host and hypervisor" {
		t.Errorf("it goes on at %q", got)
	}
	again.Keys("1")
	again.Want("4 of 17 · 3 right")
}

func TestNothingAnsweredLeavesNothing(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("down", "esc")
	d.WantNot("Resume")
}

// taken is a history whose session another window has until it is taken by
// force.
type taken struct{ screen.History }

func (h taken) Claim(ctx context.Context, id string, force bool) (quiz.Saved, error) {
	if !force {
		return quiz.Saved{}, &history.TakenError{Session: id, PID: 4711}
	}
	return h.History.Claim(ctx, id, true)
}

func TestASessionOfAnotherWindowCanBeTakenOver(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys("1", "1", "esc")
	deps.History = taken{deps.History}
	d.Keys("enter")
	d.Want("another window (process 4711)", "enter take it over here")
	d.Keys("1", "down")
	d.Want("process 4711")
	d.Keys("enter")
	d.Want("2 of 17 · 2 right")
}

func TestASessionThatIsGone(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.Resume{ID: "nothing", Kind: quiz.KindTestMe})
	d.Want("This session was finished or dropped in another window.")
	d.Keys("1", "enter", "t", "right")
	d.Want("finished or dropped")
}

func TestClicks(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.ClickOn("■ AWS")
	d.Want("1 of 17 · 1 right")
	d.ClickOn("Facilities  ")
	d.Want("── ✓ Facilities")
	d.ClickOn("Facilities  ")
	d.Want("Amazon RDS · Physical facilities")
	d.Keys("esc")
	d.ClickOn("● You") // it is answered already
	d.Want("1 of 17")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	if got := focused(d); got != "Hardware, disk disposal" {
		t.Errorf("the wheel goes to %q", got)
	}
}

func TestClicksOnTheResult(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys(withMistakes(t, "rds")...)
	d.Keys("enter")
	d.ClickOn("Compliance")
	d.Want("── ✗ Compliance")
	d.ClickOn("Compliance")
	d.Want("Amazon RDS · Compliance")
}

func TestServiceWithoutAnythingToAsk(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = unverified(t, "rds")
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Want("Test me · Amazon RDS", "Nothing on this service can be asked yet.")
	d.Keys("1", "enter", "down", "right")
	d.Want("Test me · Amazon S3", "0 of 16")
}

// unverified is the course with no cell of a service graded.
func unverified(t *testing.T, service model.ServiceID) *model.Course {
	t.Helper()
	small := uitest.Course(t)
	cells := slices.Clone(small.Matrix().Cells())
	for i := range cells {
		cells[i].Graded = cells[i].Graded && cells[i].Service != service
	}
	grid, err := model.NewMatrix(small.Matrix().Layers(), small.Matrix().Services(), cells)
	if err != nil {
		t.Fatal(err)
	}
	var lessons []model.Lesson
	for _, l := range small.Lessons() {
		l.Checks = nil
		lessons = append(lessons, l)
	}
	course, err := model.NewCourse(model.CourseSpec{
		ID: small.ID(), Title: small.Title(), Version: small.Version(),
		Tasks: small.Tasks(), Objectives: small.Objectives(), Matrix: grid, Lessons: lessons,
	})
	if err != nil {
		t.Fatal(err)
	}
	return course
}

func TestAnySizeFitsAndShowsTheFocus(t *testing.T) {
	names := []string{"1", "2", "3", "1", "2", "3", "up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u", "tab", "enter", "t"}
	deps := uitest.Deps(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, _ := alone(deps)
		for range rapid.IntRange(1, 60).Draw(rt, "keys") {
			settle(s, s.Update(uitest.Key(rapid.SampledFrom(names).Draw(rt, "key"))))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			view := s.View(w, h)
			lines := strings.Split(view, "\n")
			if len(lines) > h {
				rt.Fatalf("%d lines in %dx%d", len(lines), w, h)
			}
			for _, l := range lines {
				if widget.Width(l) > w {
					rt.Fatalf("a line of %d in %dx%d: %s", widget.Width(l), w, h, l)
				}
			}
			if !strings.Contains(view, "›") && !strings.Contains(view, "Every layer") {
				rt.Fatalf("no focus in %dx%d:\n%s", w, h, view)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	s, _ := alone(uitest.Deps(b))
	for _, k := range withMistakes(b, "rds") {
		settle(s, s.Update(uitest.Key(k)))
	}
	for b.Loop() {
		s.View(200, 60)
	}
}
