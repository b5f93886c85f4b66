package heat_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/heat"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func studied(t testing.TB) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	if err := uitest.Study(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// told is a history that says what a test wants it to.
type told struct {
	screen.History
	traces      map[model.Item]recall.Trace
	mistakes    []history.Mistake // on any cell
	err, denied error             // of the learner, of the mistakes
}

func (h *told) Learner(context.Context) (recall.Learner, error) {
	return recall.Learner{Traces: h.traces}, h.err
}

func (h *told) Mistakes(context.Context, []model.Item, int) ([]history.Mistake, error) {
	return h.mistakes, h.denied
}

func open(t testing.TB, d *screen.Deps, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.OpenWith(t, d, w, h, screen.OpenHeat{})
}

func TestScreens(t *testing.T) {
	for _, size := range []struct{ w, h int }{{44, 16}, {80, 24}, {120, 36}} {
		d := open(t, studied(t), size.w, size.h)
		d.Keys("down", "down", "down", "right", "right", "down")
		d.Golden(fmt.Sprintf("heat-%dx%d", size.w, size.h))
	}
}

// ref is the first cell of the course.
var ref = model.CellRef{Service: "ec2", Layer: "physical"}

// known is a course whose first cell has these traces: of the cell itself, and of
// the first question about it.
func known(t testing.TB, traces ...recall.Trace) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	cell, _ := d.Course.Matrix().Cell(ref)
	items := []model.Item{model.CellItem(cell)}
	for _, id := range d.Course.QuestionsOn(ref) {
		q, _ := d.Course.Question(id)
		items = append(items, model.QuestionItem(id, q.Revision()))
	}
	h := &told{History: d.History, traces: map[model.Item]recall.Trace{}}
	for i, trace := range traces {
		h.traces[items[i]] = trace
	}
	d.History = h
	return d
}

// fading is a trace whose recall now is about r.
func fading(r float64) recall.Trace {
	trace := recall.Trace{}.After(uitest.Start.AddDate(0, 0, -30), recall.Good)
	days := 30.0
	lo, hi := 0.001, 36500.0
	for range 60 { // the stability that leaves r after thirty days
		trace.Memory.Stability = (lo + hi) / 2
		if trace.Memory.Recall(days) < r {
			lo = trace.Memory.Stability
		} else {
			hi = trace.Memory.Stability
		}
	}
	return trace
}

func TestSignsTellTheRecall(t *testing.T) {
	for _, tt := range []struct {
		recall float64
		sign   string
		ascii  string
	}{{0.96, "[██]", "[##]"}, {0.94, "[▓▓]", "[**]"}, {0.91, "[▓▓]", "[**]"}, {0.89, "[▒▒]", "[++]"}, {0.81, "[▒▒]", "[++]"}, {0.79, "[░░]", "[::]"}, {0.66, "[░░]", "[::]"}, {0.6, "[××]", "[xx]"}} {
		deps := known(t, fading(tt.recall))
		open(t, deps, 80, 24).Want(tt.sign, fmt.Sprintf("Recall %.0f %% now · 1 of 1 right", 100*tt.recall))
		deps.Env.ASCII = true
		open(t, deps, 80, 24).Want(tt.ascii, "not asked")
	}
	d := open(t, known(t), 80, 24)
	d.Want("[ · ]", "Heat map · 0 of 102 asked", "Not asked yet: p asks it.")
}

func TestACellIsKnownAsWellAsWhatAsksAboutIt(t *testing.T) {
	wrong := fading(0.7).After(uitest.Start, recall.Again)
	d := open(t, known(t, fading(0.9), wrong), 80, 24)
	d.Want("Recall 95 % now · 2 of 3 right")
}

func TestThePaneBesideTellsItInLines(t *testing.T) {
	d := open(t, known(t, fading(0.87)), 120, 36)
	d.Want("Recall   87 % now", "Answers  1 of 1 right", "Due      since ")
	d = open(t, known(t, fading(0.87)), 44, 16)
	d.Want("87 % · 1 of 1 right · due since ")
}

func TestDueDays(t *testing.T) {
	for _, tt := range []struct {
		stability float64
		says      string
	}{{20, "due since 10 Nov"}, {30, "due today"}, {31, "due tomorrow"}, {40, "due 30 Nov"}} {
		trace := fading(0.9)
		trace.Memory.Stability = tt.stability
		open(t, known(t, trace), 80, 24).Want(tt.says)
	}
}

func TestWhatWentWrongIsTold(t *testing.T) {
	deps := studied(t)
	d := open(t, deps, 120, 36)
	found := 0
	for range 17 * 6 {
		if strings.Contains(d.Text(), "✗ ") {
			d.Want("you chose ", "days ago")
			found++
		}
		d.Keys("down")
		if strings.Contains(d.Text(), "›Compliance") {
			d.Keys("g", "right")
		}
	}
	if found < 10 {
		t.Errorf("mistakes are told of %d cells", found)
	}
}

// mistook is a wrong answer to who does what in the first cell, so many days ago.
func mistook(t testing.TB, d *screen.Deps, ago int) history.Mistake {
	t.Helper()
	prompts := quiz.TestMe(d.Course, ref.Service)
	return history.Mistake{At: uitest.Start.AddDate(0, 0, -ago), Spec: prompts[0].Spec, Chosen: []string{prompts[0].Options[1].ID}}
}

func TestMistakesAreReadAgain(t *testing.T) {
	deps := known(t, fading(0.5).After(uitest.Start, recall.Again))
	h := deps.History.(*told)
	h.mistakes = []history.Mistake{mistook(t, deps, 0)}
	d := open(t, deps, 120, 36)
	d.Want("✗ ", "you chose ", " · today")
	h.mistakes = []history.Mistake{mistook(t, deps, 1), mistook(t, deps, 2), {Spec: quiz.Spec{Question: "gone"}}}
	d.Keys("enter", "esc")
	d.Want(" · yesterday", " · 2 days ago")
	if n := strings.Count(d.Text(), "✗ "); n != 2 {
		t.Errorf("%d mistakes are told, one of them the course asks no longer", n)
	}
}

func TestTheWheelAndAClickReadWhatWentWrong(t *testing.T) {
	deps := studied(t)
	for _, move := range []func(*uitest.Driver){
		func(d *uitest.Driver) { d.Send(tea.MouseWheelMsg{X: 3, Y: 8, Button: tea.MouseWheelDown}) },
		func(d *uitest.Driver) { d.ClickOn("Hardware, disk") },
		func(d *uitest.Driver) { d.Keys("j") },
	} {
		d := open(t, deps, 120, 36)
		d.Keys("G", "g") // back to the first layer
		for range 5 {
			d.Keys("tab")
		}
		move(d)
		d.Want("Fargate · Hardware, disk disposal", "✗ ", "you chose ")
	}
}

func TestWalkAndOpen(t *testing.T) {
	d := open(t, studied(t), 120, 36)
	d.Want("EC2 · Facilities")
	d.Keys("down", "right")
	d.Want("RDS · Hardware, disk disposal", "p practise")
	d.Keys("enter")
	d.Want("RDS", "esc back")
	d.Keys("esc")
	d.Want("RDS · Hardware, disk disposal", "Heat map")
	d.Keys("m")
	d.Want("Matrix · 6 services", "RDS · Hardware, disk disposal")
	d.Keys("esc", "r")
	d.Want("Lesson ")
	d.Keys("esc", "p")
	d.Want("1 of ")
	d.WantNot("Heat map")
	d.Keys("esc")
	d.ClickOn("S3")
	d.Want("S3 · Hardware, disk disposal")
	d.ClickOn("Facilities")
	d.Want("S3 · Facilities")
	d.ClickOn("S3 · Facilities")
	d.WantNot("Heat map")
	d.Keys("esc")
	d.Want("Heat map")
}

func TestWhatIsNeverAskedIsNotPractised(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Keys("right", "right", "down", "down", "down", "down", "down") // S3 has no guest OS to harden
	d.Want("[ — ]", "This one is not asked.")
	d.WantNot("p practise")
	d.Keys("p")
	d.Want("Heat map")
}

func TestAHistoryThatCannotBeRead(t *testing.T) {
	deps := known(t, fading(0.5))
	deps.History.(*told).err = errors.New("no such disk")
	d := open(t, deps, 80, 24)
	d.Want("No data: the history cannot be read.", "no such disk", "not saved")
	d.Keys("down", "right", "enter", "esc")
	deps.History.(*told).err = nil
	d.Keys("esc", "enter")
}

func TestMistakesThatCannotBeRead(t *testing.T) {
	deps := known(t, fading(0.5).After(uitest.Start, recall.Again))
	deps.History.(*told).denied = errors.New("no such disk")
	d := open(t, deps, 80, 24)
	d.Want("1 of 2 right", "not saved")
	d.WantNot("✗ A", "you chose")
}

func TestComingBackReadsAnew(t *testing.T) {
	deps := known(t)
	d := open(t, deps, 80, 24)
	d.Keys("m")
	cell, _ := deps.Course.Matrix().Cell(ref)
	deps.History.(*told).traces[model.CellItem(cell)] = fading(0.92)
	d.Keys("esc")
	d.Want("[▓▓]", "Recall 92 %")
}

func TestAMoveWritesLittle(t *testing.T) {
	const most = 900 // bytes, as in the matrix
	for _, size := range [][2]int{{80, 24}, {120, 36}, {44, 16}} {
		d := open(t, known(t, fading(0.9)), size[0], size[1])
		var sent bytes.Buffer
		terminal := uv.NewTerminalRenderer(&sent, []string{"TERM=xterm-256color", "COLORTERM=truecolor"})
		terminal.SetFullscreen(true)
		draw := func() int {
			sent.Reset()
			frame := d.Cells()
			terminal.Render(frame.RenderBuffer)
			if err := terminal.Flush(); err != nil {
				t.Fatal(err)
			}
			return sent.Len()
		}
		draw()
		for _, key := range strings.Fields("down down right right down left up up right down") {
			d.Keys(key)
			if n := draw(); n > most {
				t.Errorf("%s writes %d bytes at %v:\n%s", key, n, size, d.Text())
			}
		}
	}
}

func TestAnySizeFits(t *testing.T) {
	deps := studied(t)
	rapid.Check(t, func(rt *rapid.T) {
		h := heat.New(deps)
		h.Update(h.Init()())
		for range rapid.IntRange(1, 20).Draw(rt, "keys") {
			if cmd := h.Update(uitest.Key(rapid.SampledFrom([]string{"up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u", "tab", "shift+tab"}).Draw(rt, "key"))); cmd != nil {
				h.Update(cmd())
			}
			w, height := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			view := h.View(w, height)
			lines := strings.Split(view, "\n")
			if len(lines) > height || !strings.Contains(view, "[") {
				rt.Fatalf("%d lines in %dx%d:\n%s", len(lines), w, height, view)
			}
			for _, l := range lines {
				if widget.Width(l) > w {
					rt.Fatalf("%q is wider than %d", l, w)
				}
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	h := heat.New(studied(b))
	h.Update(h.Init()())
	for b.Loop() {
		h.View(200, 60)
	}
}
