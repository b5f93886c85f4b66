package compare_test

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/screen/compare"
	"whose/ui/uitest"
)

func open(t *testing.T, w, h int, services ...model.ServiceID) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenCompare{Services: services})
}

func TestScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h int
		keys string
	}{
		"80x24":    {80, 24, "down down down down down down right"},
		"120x36":   {120, 36, "down down down down"},
		"44x16":    {44, 16, "down down down down down down tab"},
		"filtered": {80, 24, "f down down"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, tt.w, tt.h)
			d.Keys(strings.Fields(tt.keys)...)
			d.Golden(name)
		})
	}
}

func TestTheUsualServicesAreOneOfEachCategory(t *testing.T) {
	for name, tt := range map[string]struct {
		named []model.ServiceID
		want  string
	}{
		"none named":        {nil, "EC2, RDS, S3 "},
		"one named":         {[]model.ServiceID{"lambda"}, "Lambda, EC2, RDS "},
		"two named":         {[]model.ServiceID{"s3", "fargate"}, "S3, Fargate "},
		"four named":        {[]model.ServiceID{"s3", "ec2", "rds", "lambda"}, "S3, EC2, RDS "},
		"twice and unknown": {[]model.ServiceID{"s3", "s3", "nothing", "ec2"}, "S3, EC2 "},
	} {
		t.Run(name, func(t *testing.T) { open(t, 80, 24, tt.named...).Want("Compare · " + tt.want) })
	}
}

// moving counts by hand the layers in which not all services have one party.
func moving(m *model.Matrix, services ...model.ServiceID) (n int) {
	for _, l := range m.Layers() {
		seen := make(map[model.Party]bool)
		for _, s := range services {
			c, _ := m.Cell(model.CellRef{Service: s, Layer: l.ID})
			seen[c.Party] = true
		}
		if len(seen) > 1 {
			n++
		}
	}
	return n
}

func TestMovingLayersAreMarkedAndCounted(t *testing.T) {
	d := open(t, 80, 24)
	d.Keys("down") // the focus hides the mark of its row
	if got, want := strings.Count(d.Text(), "▸"), moving(uitest.Course(t).Matrix(), "ec2", "rds", "s3"); got != want {
		t.Errorf("%d layers are marked, %d move", got, want)
	}
	d.Want("the line moves in 5 of 17 layers")
	for _, line := range strings.Split(d.Text(), "\n") {
		if layer := strings.Contains(line, "AWS") || strings.Contains(line, "You"); layer && strings.Contains(line, "▸") != strings.Contains(line, "→") {
			t.Errorf("mark and arrow disagree: %s", line)
		}
	}
}

func TestFocusMoves(t *testing.T) {
	for keys, want := range map[string]string{
		"":                     "── Facilities · the same in each",
		"down":                 "── Hardware, disk disposal · the same in each",
		"down down down j j k": "── Guest OS patching · the line moves here",
		"G":                    "── Compliance",
		"G down":               "── Compliance",
		"G g up":               "── Facilities",
		"G f":                  "── Backup, availability", // the last one that moves
		"f":                    "── Guest OS patching",    // the next one that moves
		"f f":                  "── Guest OS patching",
		"f G":                  "── Backup, availability",
		"ctrl+d":               "── Firewall, public access",
		"ctrl+d ctrl+u":        "── Facilities",
	} {
		t.Run(keys, func(t *testing.T) {
			d := open(t, 80, 24)
			d.Want("── Facilities") // half a screen is half of what was drawn
			d.Keys(strings.Fields(keys)...)
			d.Want(want)
		})
	}
}

func TestOnlyWhatMovesIsShown(t *testing.T) {
	d := open(t, 80, 24)
	d.Keys("f")
	d.WantNot("Facilities", "Compliance")
	d.Want("Guest OS patching", "Engine, runtime patching", "all layers")
	d.Keys("f")
	d.Want("Facilities", "Compliance", "f what moves")
}

func TestAnotherServiceInTheColumn(t *testing.T) {
	for keys, want := range map[string]string{
		"]":                       "Lambda, RDS, S3",
		"] ]":                     "DynamoDB, RDS, S3",
		"[":                       "Fargate, RDS, S3",
		"right ]":                 "EC2, Lambda, S3",
		"tab tab [":               "EC2, RDS, Fargate",
		"tab tab tab ] ] ]":       "Fargate, RDS, S3",
		"shift+tab left left [ ]": "EC2, RDS, S3",
		"] ] ] ]":                 "EC2, RDS, S3", // around the end
	} {
		t.Run(keys, func(t *testing.T) {
			d := open(t, 80, 24)
			d.Keys(strings.Fields(keys)...)
			d.Want("Compare · " + want + " ")
		})
	}
}

func TestEachServiceHasItsReason(t *testing.T) {
	d := open(t, 80, 30)
	d.Keys("down", "down", "down", "down", "down", "down")
	d.Want("EC2  ●  You ", "RDS  ■  AWS ", "     ●  You   pick the window", "S3   ■  AWS ")
	d.Resize(120, 36)
	d.Want("Engine, runtime patching · the line moves here", "Amazon EC2 · ● You", "Amazon RDS · ■● Both", "Why  ")
}

// ask presses keys on the screen alone and gives back what the last one asks
// the root for.
func ask(t *testing.T, names ...string) tea.Msg {
	t.Helper()
	c := compare.New(uitest.Deps(t), nil)
	c.Update(screen.Resized{W: 80, H: 23})
	var cmd tea.Cmd
	for _, name := range names {
		cmd = c.Update(uitest.Key(name))
	}
	if cmd == nil {
		t.Fatalf("%v do nothing", names)
	}
	return cmd()
}

func TestKeysOpen(t *testing.T) {
	topic, err := quiz.ParseTopic(uitest.Course(t), "rds")
	if err != nil {
		t.Fatal(err)
	}
	ref := model.CellRef{Service: "rds", Layer: "guest-os-patching"}
	for name, want := range map[string]tea.Msg{
		"enter": screen.OpenCell{Ref: ref},
		"s":     screen.OpenStack{Service: "rds"},
		"t":     screen.OpenTestMe{Service: "rds"},
		"r":     screen.OpenLesson{ID: "ec2-rds-s3"},
		"m":     screen.OpenMatrix{Focus: ref},
		"p":     screen.Practise{Topic: topic},
	} {
		if got := ask(t, "f", "right", name); !reflect.DeepEqual(got, want) {
			t.Errorf("%s asks for %#v, want %#v", name, got, want)
		}
	}
	if got, ok := ask(t, "f", "right", "o").(screen.OpenSource); !ok || !strings.HasPrefix(got.URL, "https://") {
		t.Errorf("o asks for %#v", got)
	}
	if got, ok := ask(t, "f", "right", "y").(screen.CopyText); !ok || !strings.Contains(got.Text, "Amazon RDS, Guest OS patching") {
		t.Errorf("y asks for %#v", got)
	}
	if got, ok := ask(t, "f", "right", "x").(screen.CopyText); !ok || !strings.Contains(got.Text, ref.String()) {
		t.Errorf("x asks for %#v", got)
	}
}

func TestClicks(t *testing.T) {
	d := open(t, 80, 24)
	d.ClickOn("RDS  ")
	d.ClickOn("Logging")
	d.Want("── Logging")
	d.Keys("]")
	d.Want("Compare · EC2, Lambda, S3") // the column that was clicked on
	d.ClickOn("Data ")
	d.Want("── Data")
	d.ClickOn("Data ")
	d.Want("AWS Lambda · ") // the cell is open
	d.Keys("esc")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelUp})
	d.Want("── Logging")
}

func TestFind(t *testing.T) {
	d := open(t, 80, 24)
	d.Keys("/")
	d.Type("logg")
	d.Want("── Logging")
	d.Keys("esc", "/")
	d.Type("maintenance window") // in a cell of RDS
	d.Want("1 of 1", "── Guest OS patching")
	d.Keys("esc", "/")
	d.Type("xyzzy")
	d.Want("no match")
}

func TestBackComesToTheSamePlace(t *testing.T) {
	d := open(t, 80, 24)
	d.Keys("]", "G", "enter", "esc")
	d.Want("Compare · Lambda, RDS, S3", "── Compliance")
}
