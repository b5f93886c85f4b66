package stack_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/screen/stack"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func open(t *testing.T, w, h int, service model.ServiceID) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenStack{Service: service})
}

func TestScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h    int
		service model.ServiceID
	}{
		"80x24":  {80, 24, "rds"},
		"120x36": {120, 36, "rds"},
		"44x16":  {44, 16, "ec2"},
	} {
		t.Run(name, func(t *testing.T) { open(t, tt.w, tt.h, tt.service).Golden(name) })
	}
}

// below are the names under the line, from top to bottom.
func below(screen string) (names []string) {
	_, rest, _ := strings.Cut(screen, "━━ ■ AWS")
	for _, line := range strings.Split(rest, "\n")[1:] {
		if strings.HasPrefix(line, " ──") {
			break
		}
		name, _, _ := strings.Cut(strings.TrimLeft(line, " ›"), "  ")
		names = append(names, name)
	}
	return names
}

func TestTheLineStandsOnTheLayersThatAreAllOfAWS(t *testing.T) {
	four := []string{"Host and hypervisor", "Global network", "Hardware, disk disposal", "Facilities"}
	six := append([]string{"Guest OS hardening", "Guest OS patching"}, four...)
	seven := append([]string{"Engine, runtime patching"}, six...)
	for service, want := range map[model.ServiceID][]string{
		"ec2": four, "rds": six, "fargate": six, "lambda": seven,
		"s3": seven, // it has no guest OS to harden, which is no gap
	} {
		if got := below(open(t, 80, 24, service).Text()); !slices.Equal(got, want) {
			t.Errorf("%s: below the line are %q, want %q", service, got, want)
		}
	}
}

func TestDataStandsOnTopAndFacilitiesAtTheBottom(t *testing.T) {
	lines := strings.Split(open(t, 80, 24, "rds").Text(), "\n")
	if !strings.Contains(lines[2], "Data ") || !strings.Contains(lines[19], "Facilities ") {
		t.Errorf("the stack is upside down:\n%s", strings.Join(lines, "\n"))
	}
}

func TestSharedLayersAboveTheLineAreCounted(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Want("You: security in the cloud · 4 of 11 shared with AWS", "AWS: security of the cloud")
	d.Resize(44, 16)
	d.Want("You: in the cloud · 4 of 11 shared")
}

func TestBarsShowTheParties(t *testing.T) {
	d := open(t, 80, 24, "s3")
	for name, want := range map[string]string{
		"Facilities": "■■■■  AWS", "Data": "●●●●  You", "Backup, availability": "■■●●", "Guest OS hardening": "····  —",
	} {
		line := ""
		for _, l := range strings.Split(d.Text(), "\n") {
			if strings.HasPrefix(strings.TrimLeft(l, " ›"), name+" ") {
				line = l
			}
		}
		if !strings.Contains(line, want) {
			t.Errorf("no %q in %q", want, line)
		}
	}
}

func TestFocusBeginsAboveTheLineAndMoves(t *testing.T) {
	for keys, want := range map[string]string{
		"":              "RDS · Engine, runtime patching · ■● Both",
		"up":            "RDS · Application",
		"down":          "RDS · Guest OS hardening",
		"down j j k":    "RDS · Guest OS patching",
		"g":             "RDS · Data",
		"g up":          "RDS · Data",
		"G down":        "RDS · Facilities",
		"g ctrl+d":      "RDS · Application",
		"right":         "S3 · Engine, runtime patching · ■ AWS",
		"left":          "EC2 · Engine, runtime patching · ● You",
		"left left":     "Fargate · Engine, runtime patching",
		"l l l l l l h": "EC2 · Engine, runtime patching",
	} {
		t.Run(keys, func(t *testing.T) {
			d := open(t, 80, 24, "rds")
			d.Want("RDS · ") // half a screen is half of what was drawn
			d.Keys(strings.Fields(keys)...)
			d.Want("── " + want)
		})
	}
}

func TestUnknownServiceIsTheFirst(t *testing.T) {
	open(t, 80, 24, "nothing").Want("Stack · Amazon EC2 · infrastructure", "← Fargate   RDS →")
}

func TestWhatChangesWithTheNextService(t *testing.T) {
	d := open(t, 120, 36, "rds")
	d.Want("→ S3   what changes", "Firewall, public access   ●  → ■●", "← EC2   what changes", "Guest OS patching         ■  → ●")
	d.Keys("right", "right")
	d.Want("→ DynamoDB   the same in every layer")
}

func TestKeysOpen(t *testing.T) {
	topic, err := quiz.ParseTopic(uitest.Course(t), "rds")
	if err != nil {
		t.Fatal(err)
	}
	ref := model.CellRef{Service: "rds", Layer: "platform-patching"}
	for name, want := range map[string]tea.Msg{
		"enter": screen.OpenCell{Ref: ref},
		"c":     screen.OpenCompare{Services: []model.ServiceID{"rds"}},
		"t":     screen.OpenTestMe{Service: "rds"},
		"r":     screen.OpenLesson{ID: "ec2-rds-s3"},
		"m":     screen.OpenMatrix{Focus: ref},
		"p":     screen.Practise{Topic: topic},
	} {
		cmd := stack.New(uitest.Deps(t), "rds").Update(uitest.Key(name))
		if cmd == nil {
			t.Errorf("%s does nothing", name)
		} else if got := cmd(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s asks for %#v, want %#v", name, got, want)
		}
	}
}

func TestClicks(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.ClickOn("Logging")
	d.Want("── RDS · Logging")
	d.ClickOn("S3 →")
	d.Want("Stack · Amazon S3", "── S3 · Logging")
	d.ClickOn("← RDS")
	d.Want("Stack · Amazon RDS")
	d.ClickOn("Logging")
	d.Want("Amazon RDS · Logging") // the cell is open
	d.Keys("esc")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	d.Want("── RDS · Backup, availability")
}

func TestFind(t *testing.T) {
	d := open(t, 80, 24, "rds")
	d.Keys("/")
	d.Type("logg")
	d.Want("── RDS · Logging")
	d.Keys("esc", "/")
	d.Type("no login")
	d.Want("1 of 2", "── RDS · Guest OS hardening")
	d.Keys("enter", "n")
	d.Want("2 of 2", "── RDS · Guest OS patching")
}

func TestANarrowWindowKeepsTheFocusInSight(t *testing.T) {
	d := open(t, 44, 16, "rds")
	d.Want("━━ ■ AWS", "Engine, runtime patching")
	d.Keys("g")
	d.Want("› Data")
	d.Keys("G")
	d.Want("› Facilities", "━━ ■ AWS")
}

func TestCourseWithoutAMatrix(t *testing.T) {
	deps := uitest.Deps(t)
	empty, err := model.NewMatrix(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	deps.Course, err = model.NewCourse(model.CourseSpec{ID: "empty", Matrix: empty})
	if err != nil {
		t.Fatal(err)
	}
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenStack{})
	d.Want("This course has no matrix.")
	d.Keys("right", "down", "enter", "g")
	d.Want("This course has no matrix.")
}

func TestAnySizeFitsAndShowsTheFocus(t *testing.T) {
	deps := uitest.Deps(t)
	names := []string{"up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u"}
	rapid.Check(t, func(rt *rapid.T) {
		deps.Env.Motion = rapid.Bool().Draw(rt, "motion")
		s := stack.New(deps, "s3")
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			s.Update(uitest.Key(rapid.SampledFrom(names).Draw(rt, "key")))
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
			if !strings.Contains(view, "›") {
				rt.Fatalf("no focus in %dx%d:\n%s", w, h, view)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	s := stack.New(uitest.Deps(b), "rds")
	for b.Loop() {
		s.View(200, 60)
	}
}
