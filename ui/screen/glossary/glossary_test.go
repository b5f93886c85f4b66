package glossary_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/screen"
	"whose/ui/screen/glossary"
	"whose/ui/uitest"
)

func TestScreens(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "44x16": {44, 16}} {
		t.Run(name, func(t *testing.T) {
			d := uitest.Open(t, size[0], size[1], screen.OpenGlossary{})
			d.Keys("down")
			d.Golden(name)
		})
	}
}

func TestWordsAreSortedAndEachSaysWhatItMeansAndWhereItIsTaught(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenGlossary{})
	d.Want("› guest operating system", "Whoever runs the machine", "Also: guest OS")
	order := []string{"guest operating system", "host operating system", "hypervisor", "inherited control", "maintenance window", "security group"}
	at := -1
	for _, word := range order {
		i := strings.Index(d.Text(), " "+word)
		if i < at {
			t.Errorf("%q stands too early", word)
		}
		at = i
	}
	d.Keys("down", "down", "down")
	d.Want("› inherited control", "A safeguard that you take over", "Lesson 3 · ")
}

func TestFindGoesToAWordByAnyOfItsNames(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenGlossary{})
	d.Keys("/")
	d.Type("HOST")
	d.Want("› host operating system")
	d.Keys("esc", "/")
	d.Type("guest os")
	d.Want("› guest operating system", "1 of 1")
	d.Keys("esc", "/")
	d.Type("operating")
	d.Keys("enter", "n")
	d.Want("› host operating system", "2 of 2")
	d.Keys("n")
	d.Want("› guest operating system")
}

func TestEnterOpensTheWordAndReadItsLesson(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenGlossary{})
	d.Keys("G", "up", "enter")
	d.Want(" maintenance window ", "Where it is taught")
	d.Keys("esc")
	d.Want("Glossary", "› maintenance window")
	d.Keys("r")
	d.Want("Lesson 3 of 3")
}

func TestClicks(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenGlossary{})
	d.Want("Glossary")
	const x, hypervisor = 5, 4
	d.Click(x, hypervisor)
	d.Want("› hypervisor", "The software that divides")
	d.Click(40, hypervisor) // beside the list
	d.WantNot("Where it is taught")
	d.Click(x, hypervisor)
	d.Want("Where it is taught")
	d.Keys("esc")
	d.Send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	d.Want("› inherited control")
}

func TestWordsHereAreThoseOfTheText(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenWords{Text: "The Guest OS sits on a\nhypervisor.", Where: "a place"})
	d.Want("Words here · a place", "2 words", "› guest operating system", "  hypervisor")
	d.WantNot("security group")
}

func TestATextWithoutAWordSaysSoAndLeadsToAllOfThem(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenWords{Text: "Nothing.", Where: "a place"})
	d.Want("No word of the glossary stands here.", "enter all words")
	d.Keys("down", "r", "/", "a", "esc", "enter")
	d.Want("Glossary", "6 words")
}

func TestACourseWithoutAGlossary(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Course = uitest.Bare(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenGlossary{})
	d.Want("0 words", "No word of the glossary")
	d.WantNot("enter all words")
	d.Keys("enter", "r", "down")
}

func TestEveryScreenThatExplainsLeadsToTheWordsInIt(t *testing.T) {
	for name, tt := range map[string]struct {
		open tea.Msg
		keys []string
		want string
	}{
		"lesson":  {screen.OpenLesson{ID: "controls"}, nil, "inherited control"},
		"cell":    {screen.OpenCell{Ref: ref("rds/guest-os-patching")}, nil, "maintenance window"},
		"matrix":  {screen.OpenMatrix{Focus: ref("rds/guest-os-patching")}, nil, "maintenance window"},
		"compare": {screen.OpenCompare{}, nil, "Words here"},
		"stack":   {screen.OpenStack{Service: "rds"}, nil, "Words here"},
	} {
		t.Run(name, func(t *testing.T) {
			d := uitest.Open(t, 80, 24, tt.open)
			d.Keys(append(tt.keys, "w")...)
			d.Want("Words here", tt.want)
			before := d.Text()
			d.Keys("enter", "esc")
			if d.Text() != before {
				t.Errorf("back from the word is somewhere else:\n%s", d.Text())
			}
		})
	}
}

func BenchmarkView(b *testing.B) {
	g := glossary.New(uitest.Deps(b))
	g.Update(g.Init()())
	for b.Loop() {
		g.View(200, 60)
	}
}

func ref(s string) model.CellRef {
	r, err := model.ParseCellRef(s)
	if err != nil {
		panic(err)
	}
	return r
}
