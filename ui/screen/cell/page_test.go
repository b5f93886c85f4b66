package cell_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/cell"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func TestFind(t *testing.T) {
	d := open(t, 44, 16, rdsEngine)
	d.Keys("/")
	d.Type("WEEKLY maintenance window") // stands on two lines at this width
	d.Want("1 of 1", "weekly")
	d.Resize(70, 16)
	d.Keys("esc", "g", "j", "j", "j", "j", "j", "j", "j", "/")
	d.Type("window") // from here on, not from the top
	d.Want("2 of 5")
	d.Keys("enter", "n", "n", "n")
	d.Want("5 of 5")
	d.Keys("n")
	d.Want("1 of 5", "pick the window")
}

func TestFindWithoutAMatchGoesBackToWhereItBegan(t *testing.T) {
	d := open(t, 44, 16, rdsEngine)
	d.Keys("/")
	d.Type("taught")
	d.WantNot("Amazon RDS · Engine")
	d.Type("x")
	d.Want("no match", "Amazon RDS · Engine")
}

func TestClicks(t *testing.T) {
	c := cell.New(uitest.Deps(t), rdsPatching)
	at := func(text string) screen.Click {
		for y, line := range strings.Split(ansi.Strip(c.View(80, 60)), "\n") {
			if strings.Contains(line, text) {
				return screen.Click{X: 5, Y: y}
			}
		}
		t.Fatalf("no %q", text)
		return screen.Click{}
	}
	if cmd := c.Update(at("Why")); cmd != nil {
		t.Error("a click on the reason does something")
	}
	if cmd := c.Update(at("Lesson 2")); cmd != nil {
		t.Error("the first click opens the lesson")
	}
	cmd := c.Update(at("› Lesson 2"))
	if cmd == nil {
		t.Fatal("the second click does not open the lesson")
	}
	if got := cmd(); got != (screen.OpenLesson{ID: "ec2-rds-s3"}) {
		t.Errorf("it opens %#v", got)
	}
}

func TestBookmark(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenCell{Ref: rdsPatching})
	d.Keys("b")
	d.Want("★")
	d.Keys("right", "left")
	d.Want("★")
	d.Keys("b")
	d.WantNot("★")
}

func TestBookmarkOfEarlierIsSeen(t *testing.T) {
	deps := uitest.Deps(t)
	if _, err := deps.History.Toggle(t.Context(), history.KindCell, rdsPatching.String()); err != nil {
		t.Fatal(err)
	}
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenCell{Ref: rdsPatching})
	d.Want("★")
	d.Keys("right")
	d.WantNot("★")
}

func TestBookmarkThatCannotBeSaved(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = &uitest.Broken{History: deps.History, Fails: true}
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenCell{Ref: rdsPatching})
	d.Keys("b")
	d.Want("not saved")
	d.WantNot("★")
}

// unreadable is a history that cannot be read.
type unreadable struct{ screen.History }

func (unreadable) Items(context.Context, []model.Item) (map[model.Item]recall.Trace, error) {
	return nil, errors.New("disk I/O error")
}

func (unreadable) Bookmarks(context.Context) ([]history.Bookmark, error) {
	return nil, errors.New("disk I/O error")
}

func TestUnreadableHistoryIsNoData(t *testing.T) {
	deps := uitest.Deps(t)
	answered(t, deps, rdsEngine)
	deps.History = unreadable{deps.History}
	d := uitest.OpenWith(t, deps, 80, 60, screen.OpenCell{Ref: rdsEngine})
	d.Want("Questions  none asked yet")
}

func TestAnySizeFitsTheWindow(t *testing.T) {
	deps := uitest.Deps(t)
	cells := deps.Course.Matrix().Cells()
	rapid.Check(t, func(rt *rapid.T) {
		c := cell.New(deps, rapid.SampledFrom(cells).Draw(rt, "cell").Ref())
		for range rapid.IntRange(1, 20).Draw(rt, "keys") {
			c.Update(uitest.Key(rapid.SampledFrom([]string{"up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u", "tab", "shift+tab", "[", "]"}).Draw(rt, "key")))
			c.Find(rapid.SampledFrom([]string{"", "a", "s t", "aws", "é"}).Draw(rt, "query"), rapid.IntRange(-1, 1).Draw(rt, "step"))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			lines := strings.Split(c.View(w, h), "\n")
			if len(lines) > h {
				rt.Fatalf("%d lines in %dx%d", len(lines), w, h)
			}
			for i, l := range lines {
				if n := widget.Width(l); n > w {
					rt.Fatalf("line %d is %d wide in %dx%d: %s", i, n, w, h, l)
				}
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	c := cell.New(uitest.Deps(b), rdsEngine)
	for b.Loop() {
		c.View(200, 60)
	}
}
