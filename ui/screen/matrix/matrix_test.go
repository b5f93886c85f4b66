package matrix_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/matrix"
	"whose/ui/uitest"
)

var (
	rdsPatching = model.CellRef{Service: "rds", Layer: "guest-os-patching"}
	rdsEngine   = model.CellRef{Service: "rds", Layer: "platform-patching"}
	dynamoData  = model.CellRef{Service: "dynamodb", Layer: "data"}
	s3Hardening = model.CellRef{Service: "s3", Layer: "guest-os-hardening"} // none
)

func open(t *testing.T, w, h int, ref model.CellRef) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenMatrix{Focus: ref})
}

func TestScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h int
		ref  model.CellRef
	}{
		"80x24":  {80, 24, rdsPatching},
		"120x36": {120, 36, rdsEngine},
		"44x16":  {44, 16, dynamoData},
		"none":   {80, 24, s3Hardening},
	} {
		t.Run(name, func(t *testing.T) { open(t, tt.w, tt.h, tt.ref).Golden(name) })
	}
}

func TestFocusMoves(t *testing.T) {
	for keys, want := range map[string]string{
		"":                     "RDS · Guest OS patching",
		"down":                 "RDS · Guest OS hardening",
		"j j k":                "RDS · Guest OS hardening",
		"up":                   "RDS · Host and hypervisor",
		"right":                "S3 · Guest OS patching",
		"h":                    "EC2 · Guest OS patching",
		"left left left":       "EC2 · Guest OS patching",
		"tab tab l":            "DynamoDB · Guest OS patching",
		"shift+tab shift+tab":  "Fargate · Guest OS patching",
		"shift+tab tab":        "RDS · Guest OS patching",
		"G":                    "RDS · Compliance",
		"G down":               "RDS · Compliance",
		"g":                    "RDS · Facilities",
		"g up":                 "RDS · Facilities",
		"ctrl+d":               "RDS · Client-side encryption",
		"ctrl+d ctrl+u ctrl+u": "RDS · Facilities",
	} {
		t.Run(keys, func(t *testing.T) {
			d := open(t, 80, 24, rdsPatching)
			d.Keys(strings.Fields(keys)...)
			d.Want("── " + want + " · ")
		})
	}
}

func TestUnknownFocusIsTheFirstCell(t *testing.T) {
	open(t, 80, 24, model.CellRef{Service: "nothing", Layer: "nowhere"}).Want("── EC2 · Facilities · ")
	open(t, 80, 24, model.CellRef{Service: "s3"}).Want("── S3 · Facilities · ")
}

// ask presses a key on the screen alone and gives back what it asks the root
// for.
func ask(t *testing.T, ref model.CellRef, name string) tea.Msg {
	t.Helper()
	cmd := matrix.New(uitest.Deps(t), ref).Update(uitest.Key(name))
	if cmd == nil {
		t.Fatalf("%s does nothing", name)
	}
	return cmd()
}

func TestKeysOpen(t *testing.T) {
	topic, err := quiz.ParseTopic(uitest.Course(t), "rds")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]tea.Msg{
		"enter": screen.OpenCell{Ref: rdsPatching},
		"c":     screen.OpenCompare{Services: []model.ServiceID{"ec2", "rds", "s3"}},
		"s":     screen.OpenStack{Service: "rds"},
		"t":     screen.OpenTestMe{Service: "rds"},
		"r":     screen.OpenLesson{ID: "ec2-rds-s3"},
		"p":     screen.Practise{Topic: topic},
		"o":     screen.OpenSource{URL: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html"},
		"x":     screen.CopyText{Text: "cell rds/guest-os-patching@aws, course " + uitest.Course(t).ID() + " " + uitest.Course(t).Version(), What: "what a report needs"},
	} {
		if got := ask(t, rdsPatching, name); !reflect.DeepEqual(got, want) {
			t.Errorf("%s asks for %#v, want %#v", name, got, want)
		}
	}
}

func TestCompareTakesTheNeighboursAtTheEdges(t *testing.T) {
	for service, want := range map[model.ServiceID][]model.ServiceID{
		"ec2": {"ec2", "rds", "s3"}, "fargate": {"lambda", "dynamodb", "fargate"},
	} {
		got := ask(t, model.CellRef{Service: service, Layer: "data"}, "c")
		if want := (screen.OpenCompare{Services: want}); !reflect.DeepEqual(got, want) {
			t.Errorf("from %s: %v, want %v", service, got, want)
		}
	}
}

func TestCopyIsOneLineWithWhoWhyAndPage(t *testing.T) {
	msg, _ := ask(t, rdsEngine, "y").(screen.CopyText)
	for _, want := range []string{"Amazon RDS", "both. AWS builds, tests", "You pick the window", "https://docs.aws.amazon.com/"} {
		if !strings.Contains(msg.Text, want) {
			t.Errorf("no %q in %q", want, msg.Text)
		}
	}
	if strings.Contains(msg.Text, "\n") {
		t.Errorf("%q is more than a line", msg.Text)
	}
}

func TestBackComesToTheSamePlace(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("down", "enter")
	d.Want("Amazon RDS · Guest OS configuration")
	d.Keys("esc")
	d.Want("Matrix · 6 services", "── RDS · Guest OS hardening · ")
}

func TestFind(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("/")
	d.Type("lambda")
	d.Want("── Lambda · Guest OS patching · ") // a service's name, in the same layer
	d.Keys("esc", "/")
	d.Type("LOGG")
	d.Want("── Lambda · Logging · ") // a layer's, of the same service
	d.Keys("esc", "/")
	d.Type("snapshots") // only in the texts of cells
	d.Want("1 of 3", "── RDS · Encryption at rest · ")
	d.Keys("enter", "N", "N", "n")
	d.Want("3 of 3", "snapshots")
}

func TestFindWithoutAMatchStaysPut(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("/")
	d.Type("xyzzy")
	d.Want("no match", "── RDS · Guest OS patching · ")
}

func TestClicks(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.ClickOn("Lambda")
	d.Want("── Lambda · Guest OS patching · ")
	d.ClickOn("Logging")
	d.Want("── Lambda · Logging · ")
	d.Click(31, 2)
	d.Want("── EC2 · Facilities · ")
	d.Click(31, 2)
	d.Want("Amazon EC2 · Physical facilities") // the focused cell opens
	d.Keys("esc")
	d.ClickOn("Why")
	d.Want("Amazon EC2 · Physical facilities") // and so does the pane
	d.Keys("esc")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	d.Want("── EC2 · Hardware, disk disposal · ")
}

// answered is a history in which a question on the cell was asked twice and
// right once, and the cell itself was asked once and right.
func answered(t *testing.T, d *screen.Deps, ref model.CellRef) {
	t.Helper()
	q, _ := d.Course.Question(d.Course.QuestionsOn(ref)[0])
	cell, _ := d.Course.Matrix().Cell(ref)
	for i, g := range []quiz.Grade{
		{Item: model.QuestionItem(q.ID(), q.Revision())},
		{Item: model.QuestionItem(q.ID(), q.Revision()), Right: true},
		{Item: model.CellItem(cell), Right: true},
	} {
		a := quiz.Answer{ID: fmt.Sprint(i), Session: "s", At: uitest.Start, Mode: quiz.Study, Task: "2.1", Right: g.Right, Grades: []quiz.Grade{g}}
		if err := d.History.Append(context.Background(), []quiz.Answer{a}, nil); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRecordOfTheCell(t *testing.T) {
	deps := uitest.Deps(t)
	answered(t, deps, rdsEngine)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsEngine})
	d.Want("2 questions · 2 of 3 right")
	d.Keys("down")
	d.WantNot("of 3 right")
}

func TestBookmark(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Keys("b")
	d.Want("bookmarked", "★")
	marks, err := deps.History.Bookmarks(t.Context())
	if err != nil || len(marks) != 1 || marks[0].Kind != history.KindCell || marks[0].ID != "rds/guest-os-patching" {
		t.Errorf("bookmarks are %v, %v", marks, err)
	}
	d.Keys("down")
	d.WantNot("★")
	d.Keys("up", "b")
	d.Want("bookmark taken away")
	d.WantNot("★")
}

func TestBookmarkThatCannotBeSaved(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = &uitest.Broken{History: deps.History, Fails: true}
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
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
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsEngine})
	d.Want("2 questions ──")
	d.Keys("b")
	d.Want("★")
}
