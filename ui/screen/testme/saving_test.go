package testme_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/testme"
	"whose/ui/uitest"
)

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
func recorded(t *testing.T, deps *screen.Deps, layer model.LayerID) recall.Trace {
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

func TestWhatCannotBeSavedIsSavedBeforeTheNextRound(t *testing.T) {
	deps := uitest.Deps(t)
	broken := &uitest.Broken{History: deps.History, Fails: true}
	deps.History = broken
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenTestMe{Service: "rds"})
	d.Keys(solution(t, "rds")...)
	d.Keys("enter")
	broken.Fails = false
	d.Keys("t")
	d.Want("0 of 17")
	for _, layer := range []model.LayerID{"physical", "compliance"} {
		if got := recorded(t, deps, layer); got.Seen != 1 {
			t.Errorf("%s is kept as %+v", layer, got)
		}
	}
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
