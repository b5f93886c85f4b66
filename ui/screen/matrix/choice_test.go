package matrix_test

import (
	"fmt"
	"strings"
	"testing"

	"whose/model"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/uitest"
)

func TestFilteredScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h int
		keys string
	}{
		"filtered-80x24":  {80, 24, "f f v"},
		"filtered-44x16":  {44, 16, "f f f e"},
		"filtered-120x36": {120, 36, "e"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, tt.w, tt.h, rdsPatching)
			d.Keys(strings.Fields(tt.keys)...)
			d.Golden(name)
		})
	}
}

// row is a layer's line in the grid.
func row(t *testing.T, d *uitest.Driver, layer string) string {
	t.Helper()
	for _, line := range strings.Split(d.Text(), "\n") {
		if strings.Contains(line, layer) {
			return strings.Join(strings.Fields(line), " ")
		}
	}
	t.Fatalf("no row %q:\n%s", layer, d.Text())
	return ""
}

func TestTheFilterGoesThroughTheParties(t *testing.T) {
	d := open(t, 80, 24, model.CellRef{Service: "ec2", Layer: "physical"})
	for _, want := range []struct{ title, row string }{
		{"Matrix · 6 services · only AWS's", "Engine, runtime patching · · ■ ■ ■ ·"},
		{"Matrix · 6 services · only yours", "Engine, runtime patching ● · · · · ·"},
		{"Matrix · 6 services · only both's", "Engine, runtime patching · ■● · · · ■●"},
		{"Matrix · 6 services  ", "Engine, runtime patching ● ■● ■ ■ ■ ■●"},
	} {
		d.Keys("f")
		d.Want(want.title)
		if got := row(t, d, "Engine, runtime"); got != want.row {
			t.Errorf("%s: the row is %q, want %q", want.title, got, want.row)
		}
	}
}

func TestTheFocusedCellIsNeverHidden(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("f", "f") // only yours, and this one is AWS's
	d.Want("[ ■ ]", "── RDS · Guest OS patching · ■ AWS")
}

func TestASharedFocusIsNeverHidden(t *testing.T) {
	d := open(t, 80, 24, rdsEngine)
	d.Keys("f")
	d.Want("[■●]")
}

func TestASearchDoesNotLeadToWhatIsNotShown(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("/")
	d.Type("window")
	d.Keys("enter", "v", "n", "n", "n")
	d.Want("Matrix · 1 infrastructure", " EC2 · ")
}

func TestServicesOfOneCategory(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("v")
	d.Want("Matrix · 1 infrastructure", " EC2 · Guest OS patching")
	d.WantNot("Lambda")
	d.Keys("v")
	d.Want("managed", "RDS")
	d.WantNot(" EC2 ", "DynamoDB")
	d.Keys("v")
	d.Want("abstracted", "S3", "DynamoDB")
	d.WantNot(" RDS ")
	d.Keys("v") // none is the learner's own: all again
	d.Want("Matrix · 6 services", "EC2", "Fargate")
}

func TestTheFocusStaysOnItsService(t *testing.T) {
	d := open(t, 80, 24, model.CellRef{Service: "fargate", Layer: "data"})
	for _, keys := range []string{"e", "e", "f"} {
		d.Keys(keys)
		d.Want("── Fargate · Data")
	}
}

func TestMyServicesAreKept(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Keys("a")
	d.Want("RDS is one of your services now")
	d.Keys("right", "right", "a")
	marks, err := deps.History.Bookmarks(t.Context())
	if err != nil || len(marks) != 2 || marks[0].Kind != history.KindService || marks[0].ID != "lambda" {
		t.Errorf("kept are %v, %v", marks, err)
	}
	d = uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{})
	d.Keys("v", "v", "v", "v")
	d.Want("Matrix · 2 of mine", "RDS", "Lambda")
	d.WantNot("EC2", "S3")
	d.Keys("a")
	d.Want("RDS is no longer one of your services")
	d.Keys("j")
	d.Want("Matrix · 1 of mine", " Lambda · Hardware")
	d.Keys("a", "k")
	d.Want("Matrix · 6 services", "EC2") // none is left, so all are shown
}

func TestAllServicesOfMineAreAllServices(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	for range 6 {
		d.Keys("a", "tab")
	}
	d.Keys("v", "v", "v", "v")
	d.Want("Matrix · 6 services")
}

func TestAPickThatCannotBeSaved(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = &uitest.Broken{History: deps.History, Fails: true}
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Keys("a")
	d.Want("not saved")
	d.WantNot("one of your services")
}

func TestOrderByLikeness(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 120, 36, screen.OpenMatrix{Focus: rdsPatching})
	d.WantNot("unlike the one before")
	d.Keys("e")
	d.Want("Matrix · 6 services · by likeness", "unlike the one before")
	m := deps.Course.Matrix()
	var ids []model.ServiceID
	for _, s := range m.Services() {
		ids = append(ids, s.ID)
	}
	chain := m.Chain(ids)
	head, steps := strings.Split(d.Text(), "\n")[2], "# unlike the one before"
	for i, id := range chain {
		s, _ := m.Service(id)
		at := strings.Index(head, s.Short)
		if at < 0 {
			t.Fatalf("%s is out of order in %q", s.Short, head)
		}
		head = head[at:]
		if i > 0 {
			steps += fmt.Sprintf(" %d", m.Differ(chain[i-1], id))
		}
	}
	got := strings.Replace(row(t, d, "unlike the one before"), "≠", "#", 1)
	if !strings.HasPrefix(got, steps) {
		t.Errorf("the steps are %q, want %q", got, steps)
	}
	d.Keys("e")
	d.WantNot("by likeness")
}

func TestFindLooksInWhatIsShown(t *testing.T) {
	d := open(t, 80, 24, rdsPatching)
	d.Keys("v", "v", "v", "/") // abstracted
	d.Type("dynamo")
	d.Want(" DynamoDB · Guest OS patching")
	d.Keys("enter", "v")
	d.Want("Matrix · 6 services", "── DynamoDB")
}

func TestWhatIsSaidOfTheServiceStandsStill(t *testing.T) {
	for _, size := range [][2]int{{80, 50}, {120, 36}} {
		d := open(t, size[0], size[1], model.CellRef{Service: "rds"})
		line := func() int {
			before, _, ok := strings.Cut(d.Text(), "RDS  A database service")
			if !ok {
				t.Fatalf("the service is not told of:\n%s", d.Text())
			}
			return strings.Count(before, "\n")
		}
		want := line()
		for range 16 {
			d.Keys("down")
			if got := line(); got != want {
				t.Errorf("at %v it moves from line %d to %d:\n%s", size, want, got, d.Text())
			}
		}
	}
}

func TestThePaneTellsOfTheServiceWhereThereIsRoom(t *testing.T) {
	d := open(t, 120, 36, rdsEngine)
	d.Want("Not so with RDS Custom for Oracle", "RDS  A database service that", "Exam  You get no OS login")
	d.Keys("right")
	d.Want("S3  Storage for files")
	d.WantNot("Not so with")
	d = open(t, 80, 40, rdsEngine)
	d.Want("RDS  A database service that", "Exam  You get no OS login")
}
