package cell_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/screen"
	"whose/ui/screen/cell"
	"whose/ui/theme"
	"whose/ui/uitest"
)

var (
	ec2Patching   = model.CellRef{Service: "ec2", Layer: "guest-os-patching"} // with many questions
	rdsPatching   = model.CellRef{Service: "rds", Layer: "guest-os-patching"}
	rdsEngine     = model.CellRef{Service: "rds", Layer: "platform-patching"}
	fargateEngine = model.CellRef{Service: "fargate", Layer: "platform-patching"} // not graded
	s3Hardening   = model.CellRef{Service: "s3", Layer: "guest-os-hardening"}     // none
)

func open(t *testing.T, w, h int, ref model.CellRef) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenCell{Ref: ref})
}

func TestScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h int
		ref  model.CellRef
		keys []string
	}{
		"80x24":  {80, 24, rdsEngine, nil},
		"120x36": {120, 36, rdsEngine, []string{"tab", "tab", "tab", "tab", "tab"}},
		"44x16":  {44, 16, rdsEngine, nil},
		"none":   {80, 24, s3Hardening, nil},
	} {
		t.Run(name, func(t *testing.T) {
			deps := uitest.Deps(t)
			answered(t, deps, rdsEngine)
			d := uitest.OpenWith(t, deps, tt.w, tt.h, screen.OpenCell{Ref: tt.ref})
			d.Keys(tt.keys...)
			d.Golden(name)
		})
	}
}

// answered has a question on the cell asked twice and right once, at last, and
// the cell itself asked once and wrong.
func answered(t *testing.T, d *screen.Deps, ref model.CellRef) {
	t.Helper()
	q, _ := d.Course.Question(d.Course.QuestionsOn(ref)[0])
	c, _ := d.Course.Matrix().Cell(ref)
	for i, g := range []quiz.Grade{
		{Item: model.QuestionItem(q.ID(), q.Revision())},
		{Item: model.QuestionItem(q.ID(), q.Revision()), Right: true},
		{Item: model.CellItem(c)},
	} {
		a := quiz.Answer{ID: fmt.Sprint(i), Session: "s", At: uitest.Start, Mode: quiz.Study, Task: "2.1", Right: g.Right, Grades: []quiz.Grade{g}}
		if err := d.History.Append(context.Background(), []quiz.Answer{a}, nil); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWalksThroughTheMatrix(t *testing.T) {
	for keys, want := range map[string]string{
		"right":                 " S3 · Engine, runtime patching",
		"h":                     " EC2 · Engine, runtime patching",
		"h left":                " EC2 · Engine, runtime patching",
		"l l l l l l l":         " Fargate · Engine, runtime patching",
		"]":                     " RDS · Application",
		"[ [":                   " RDS · Guest OS patching",
		"G ]":                   " RDS · Application",
		"] ] ] ] ] ] ] ] ] ] ]": " RDS · Compliance",
		"] ] ] ] ] ] ] ] ] ]":   " RDS · Compliance",
	} {
		t.Run(keys, func(t *testing.T) {
			d := open(t, 80, 24, rdsEngine)
			d.Keys(strings.Fields(keys)...)
			if got := d.Text(); !strings.HasPrefix(got, want+"  ") {
				t.Errorf("the title is not %q:\n%s", want, got)
			}
		})
	}
}

func TestWalkingLooksUpTheNextCellsRecord(t *testing.T) {
	deps := uitest.Deps(t)
	answered(t, deps, rdsEngine)
	d := uitest.OpenWith(t, deps, 80, 60, screen.OpenCell{Ref: fargateEngine})
	d.WantNot("answers right")
	d.Keys("h", "h", "h", "h")
	d.Want("1 of 3 answers right", "✓ 1/2", "✗ 0/1")
	d.Keys("l")
	d.WantNot("answers right")
}

func TestLongTextScrolls(t *testing.T) {
	d := open(t, 44, 16, rdsEngine)
	d.WantNot("Taught in")
	d.Want("more ──")
	d.Keys("j")
	d.WantNot("Amazon RDS · Engine")
	d.Keys("k")
	d.Want("Amazon RDS · Engine")
	d.Keys("G")
	d.WantNot("more ──", "Amazon RDS · Engine")
	d.Keys(strings.Fields(strings.Repeat("ctrl+u ", 11))...)
	d.Want("Amazon RDS · Engine")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	d.WantNot("Amazon RDS · Engine")
	d.Keys("g", "ctrl+d")
	d.WantNot("Amazon RDS · Engine")
	d.Keys("right")
	d.Want("Amazon S3 · Engine") // from its beginning
	d.Keys("left")
	d.Resize(80, 60)
	d.Want("Amazon RDS · Engine", "Taught in", "Questions")
}

func TestTabWalksOverWhatCanBeOpened(t *testing.T) {
	d := open(t, 80, 60, rdsEngine)
	d.WantNot("›")
	d.Keys("tab")
	d.Want(" › RDS Custom for Oracle", "enter open page")
	d.Keys("tab", "tab")
	d.Want(" › docs.aws.amazon.com/", "enter open page")
	d.Keys("tab", "tab")
	d.Want(" › Lesson 2 ·", "enter read")
	d.Keys("shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab") // round the end
	d.Want("enter practise")
}

func TestTheFocusIsWhollyInSight(t *testing.T) {
	deps := uitest.Deps(t)
	focus, _, _ := strings.Cut(deps.Theme.Paint(theme.Focus, "x"), "x")
	focused := func(view string) int { return strings.Count(view, focus) }
	for scrolls := range 40 {
		for _, key := range []string{"tab", "shift+tab"} {
			small, tall := cell.New(deps, ec2Patching), cell.New(deps, ec2Patching)
			small.View(44, 15)
			tall.View(44, 99)
			for range 12 {
				small.Update(uitest.Key("g"))
				for range scrolls {
					small.Update(uitest.Key("j"))
				}
				small.Update(uitest.Key(key))
				tall.Update(uitest.Key(key))
				got, want := focused(small.View(44, 15)), focused(tall.View(44, 99))
				if want == 0 || got != want {
					t.Fatalf("%d of %d lines in sight:\n%s", got, want, small.View(44, 15))
				}
			}
		}
	}
}

// ask presses keys on the screen alone and gives back what the last one asks
// the root for.
func ask(t *testing.T, ref model.CellRef, names ...string) tea.Msg {
	t.Helper()
	c := cell.New(uitest.Deps(t), ref)
	c.Update(screen.Resized{W: 80, H: 23})
	var cmd tea.Cmd
	for _, name := range names {
		cmd = c.Update(uitest.Key(name))
	}
	if cmd == nil {
		t.Fatalf("%v does nothing", names)
	}
	return cmd()
}

func cellOf(c *model.Course, ref model.CellRef) model.Cell {
	cell, _ := c.Matrix().Cell(ref)
	return cell
}

func TestKeysOpen(t *testing.T) {
	course := uitest.Course(t)
	page := "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html"
	custom := "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-custom.html"
	text := cellinfo.Text(course.Matrix(), cellOf(course, rdsEngine))
	for keys, want := range map[string]tea.Msg{
		"w":                         screen.OpenWords{Text: text, Where: "RDS · Engine, runtime patching"},
		"tab tab tab tab tab enter": screen.OpenLesson{ID: "ec2-rds-s3"},
		"r":                         screen.OpenLesson{ID: "ec2-rds-s3"},
		"m":                         screen.OpenMatrix{Focus: rdsEngine},
		"l m":                       screen.OpenMatrix{Focus: model.CellRef{Service: "s3", Layer: "platform-patching"}},
		"o":                         screen.OpenSource{URL: page},
		"tab enter":                 screen.OpenSource{URL: custom},
		"tab tab tab enter":         screen.OpenSource{URL: page},
		"x":                         screen.CopyText{Text: "cell rds/platform-patching@shared, course " + course.ID() + " " + course.Version(), What: "what a report needs"},
	} {
		if got := ask(t, rdsEngine, strings.Fields(keys)...); !reflect.DeepEqual(got, want) {
			t.Errorf("%s asks for %#v, want %#v", keys, got, want)
		}
	}
}

func TestPractiseAsksOnlyAboutTheCell(t *testing.T) {
	msg, ok := ask(t, rdsEngine, "p").(screen.OpenQuiz)
	if !ok {
		t.Fatal("p starts no quiz")
	}
	course := uitest.Course(t)
	if want := len(course.QuestionsOn(rdsEngine)) + 3; msg.Session.Len() != want { // who, and who for both cues
		t.Errorf("%d prompts, want %d", msg.Session.Len(), want)
	}
	for i := range msg.Session.Len() {
		p := msg.Session.Prompt(i)
		about := false
		for _, ref := range p.Cells {
			about = about || ref == rdsEngine
		}
		if !about {
			t.Errorf("%q is not about the cell", p.Stem)
		}
	}
	if got := msg.Session.Title(); got != "RDS · Engine, runtime patching" {
		t.Errorf("the quiz is called %q", got)
	}
}

func TestEnterPractisesTheFocusedQuestion(t *testing.T) {
	course := uitest.Course(t)
	ids := course.QuestionsOn(rdsEngine)
	q, _ := course.Question(ids[len(ids)-1])
	msg, ok := ask(t, rdsEngine, "shift+tab", "enter").(screen.OpenQuiz)
	if !ok || msg.Session.Len() != 1 || msg.Session.Prompt(0).Stem != q.Stem() {
		t.Errorf("enter asks for %#v", msg)
	}
}

func TestCellThatNoQuizAsks(t *testing.T) {
	d := open(t, 80, 40, fargateEngine)
	d.Want("AWS's pages do not settle it, so no quiz asks it")
	d.WantNot("Questions", "p practise")
}

func TestCellWithoutLayer(t *testing.T) {
	d := open(t, 80, 40, s3Hardening)
	d.Want("— no such layer", "S3 shows you buckets and objects")
	d.WantNot("How it is asked", "Questions", "settle")
}

func TestUnknownCell(t *testing.T) {
	d := open(t, 80, 24, model.CellRef{Service: "nothing", Layer: "nowhere"})
	d.Want("This course has no such cell.")
	d.Keys("down", "enter", "tab", "r", "b")
	d.Click(3, 4)
	d.Want("This course has no such cell.")
}
