package incident_test

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/incident"
	"whose/ui/uitest"
)

const bucket = "public-bucket"

func open(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.Open(t, w, h, screen.OpenIncident{ID: bucket})
}

// keys of the way on which every decision is good, and of one that ends badly.
var (
	wellPlayed  = strings.Fields("enter 2 enter enter 3 enter enter 3 enter enter 2 enter enter 1 enter enter 2 enter enter")
	badlyPlayed = strings.Fields("enter 1 enter enter 2 enter enter 1 enter enter 3 enter enter")
)

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"opening": nil, "deciding": {"enter", "2"}, "good": {"enter", "2", "enter"}, "bad": {"enter", "1", "enter"},
		"end": append(wellPlayed[:len(wellPlayed):len(wellPlayed)], "down"), "bad-end": badlyPlayed,
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, 80, 24)
			d.Keys(keys...)
			d.Golden(name + "-80x24")
		})
	}
	for name, size := range map[string][2]int{"120x36": {120, 36}, "44x16": {44, 16}} {
		t.Run(name, func(t *testing.T) {
			d := open(t, size[0], size[1])
			d.Keys("enter", "down")
			d.Golden("deciding-" + name)
			d.Resize(80, 24)
			d.Keys("esc", ":")
			d.Type("story bucket")
			d.Keys(append([]string{"enter"}, wellPlayed...)...)
			d.Resize(size[0], size[1])
			d.Golden("end-" + name)
		})
	}
}

func TestAStoryPlayedWell(t *testing.T) {
	d := open(t, 80, 24)
	d.Want("A charity keeps forms", "You will decide 4 to 7 times", "enter begin")
	d.Keys("enter")
	d.Want("decision 1", "without any sign-in", "1–3 choose")
	d.WantNot("enter decide")
	d.Keys("enter") // decides nothing by accident
	d.Want("decision 1", "1–3 choose")
	d.Keys("2")
	d.Want("› 2  Turn on Block Public Access", "enter decide")
	d.Keys("enter")
	d.Want("✓ Turn on Block Public Access", "Well decided.", "It overrules every policy", "S3 · Firewall, public access", "1 good", "enter go on")
	d.Keys("enter")
	d.Want("decision 2", "A bucket made last month")
	d.Keys("esc", ":")
	d.Type("story bucket")
	d.Keys("enter")
	d.Keys(wellPlayed...)
	d.Want("✓ It ends well.", "6 of 6 good", "Whose job it was", "S3 · Firewall, public access")
	d.WantNot("Better:", "✗")
}

func TestAStoryPlayedBadlyNamesTheBetterChoices(t *testing.T) {
	d := open(t, 80, 40)
	d.Keys("enter", "1", "enter")
	d.Want("✗ Turn on encryption for the bucket", "Not the best choice.", "0 good")
	d.Keys("esc", ":")
	d.Type("story bucket")
	d.Keys("enter")
	d.Keys(badlyPlayed...)
	d.Want("✗ It ends badly.", "0 of 4 good", "Better: Turn on Block Public Access")
}

func TestTheEndLeadsToCellsAndLessonsAndPlaysAgain(t *testing.T) {
	d := open(t, 80, 40)
	d.Keys(wellPlayed...)
	d.Want("› ✓ Turn on Block Public Access", "enter open the cell")
	d.Keys("enter")
	d.Want("Amazon S3 · Firewall")
	d.Keys("esc", "down", "r")
	d.Want("Lesson 2 of 3")
	d.Keys("esc")
	d.Want("› ✓ Yours, as someone changed settings")
	d.Keys("m")
	d.Want("Matrix · 6 services", "── S3 · Identity")
	d.Keys("esc", "G")
	d.Want("› Play again", "enter play again")
	d.Keys("enter")
	d.Want("decision 1")
	d.Keys(wellPlayed[1:]...)
	d.Keys("t")
	d.Want("decision 1")
}

// alone is the screen without the rest of the program.
func alone(t *testing.T) *incident.Incident {
	t.Helper()
	s := incident.New(uitest.Deps(t), bucket)
	s.Update(screen.Resized{W: 80, H: 23})
	return s
}

func TestADecisionLeadsToWhatTeachesIt(t *testing.T) {
	course := uitest.Course(t)
	s := alone(t)
	for _, name := range []string{"enter", "2", "enter"} {
		s.Update(uitest.Key(name))
	}
	cell, _ := course.Matrix().Cell(model.CellRef{Service: "s3", Layer: "firewall"})
	for name, want := range map[string]tea.Msg{
		"r": screen.OpenLesson{ID: "controls"},
		"m": screen.OpenMatrix{Focus: cell.Ref()},
		"o": screen.OpenSource{URL: cell.Sources[0]},
		"x": screen.CopyText{Text: "incident public-bucket, step first, choice close, course " + course.ID() + " " + course.Version(), What: "what a report needs"},
	} {
		if got := s.Update(uitest.Key(name))(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s asks for %#v, want %#v", name, got, want)
		}
	}
	words, ok := s.Update(uitest.Key("w"))().(screen.OpenWords)
	if !ok || !strings.Contains(words.Text, "The link is dead within moments.") {
		t.Errorf("w asks for %#v", words)
	}
}

func TestWhatIsToldDoesNotGiveOutcomesAway(t *testing.T) {
	s := alone(t)
	s.Update(uitest.Key("enter"))
	words, _ := s.Update(uitest.Key("w"))().(screen.OpenWords)
	if !strings.Contains(words.Text, "Turn on Block Public Access") || strings.Contains(words.Text, "overrules") {
		t.Errorf("the words are those of %q", words.Text)
	}
}

func TestProgressGrowsAndIsFullAtTheEnd(t *testing.T) {
	d := open(t, 80, 24)
	done := func() int { return strings.Count(strings.Split(d.Text(), "\n")[1], "━") }
	last := done()
	if last != 0 {
		t.Errorf("%d columns of the line are done at first", last)
	}
	for _, key := range wellPlayed {
		d.Keys(key)
		if now := done(); now < last {
			t.Errorf("the line shrinks from %d to %d after %s", last, now, key)
		} else {
			last = now
		}
	}
	d.Resize(80, 60)
	if got := done(); got != 78 {
		t.Errorf("%d of 78 columns are done at the end", got)
	}
}

func TestEnterDoesNotPassOverWhatIsBelow(t *testing.T) {
	d := open(t, 44, 16)
	d.Keys("enter", "1", "enter")
	d.Want("✗ Turn on encryption", "more ──", "enter read on")
	d.Keys("enter")
	d.Want("Go on", "enter go on")
	d.WantNot("more ──")
	d.Keys("enter")
	d.Want("decision 2")
}

func TestClicks(t *testing.T) {
	d := open(t, 80, 24)
	d.ClickOn("Begin")
	d.Want("decision 1")
	d.ClickOn("Turn on Block")
	d.Want("› 2  Turn on Block")
	d.ClickOn("Turn on Block")
	d.Want("Well decided.")
	d.ClickOn("Go on")
	d.Want("decision 2")
}

func TestUnknownIncident(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenIncident{ID: "nothing"})
	d.Want("This course has no such incident.")
	d.Keys("enter", "1", "t", "down", "/", "a")
	d.Want("This course has no such incident.")
}
