package ui_test

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/ui/screen"
	"whose/ui/uitest"
)

func TestASmallWindowSaysHowLargeItMustBeAndComesBack(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	before := d.Text()
	d.Resize(43, 16)
	d.Want("44 by 16")
	d.WantNot("Matrix")
	d.Resize(1, 1)
	d.Resize(80, 24)
	if d.Text() != before {
		t.Errorf("the screen is another one after the window was small:\n%s", d.Text())
	}
}

func TestATerminalThatDoesNotKnowItsSizeGetsTheUsualOne(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	want := d.View().Content
	d.Send(tea.WindowSizeMsg{})
	if d.View().Content != want {
		t.Error("0 by 0 is not drawn as 80 by 24")
	}
}

func TestBackReturnsToExactlyWhereYouWere(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenMatrix{})
	d.Keys("down", "down", "down", "down", "right")
	before := d.Text()
	d.Keys("enter")
	d.Want("RDS · Guest OS patching")
	d.Keys("r")
	d.Want("Lesson 2 of 3")
	d.Keys("esc", "esc")
	if d.Text() != before {
		t.Errorf("back is somewhere else:\n%s", d.Text())
	}
}

func TestALightTerminalGetsTheLightTheme(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	dark := d.View().Content
	d.Send(tea.BackgroundColorMsg{Color: color.White})
	if d.View().Content == dark {
		t.Error("the screen keeps its dark colours")
	}
	d.Want("On AWS, whose job is it?")
}

func TestFindGoesFromMatchToMatchUntilEsc(t *testing.T) {
	d := uitest.Open(t, 80, 24, screen.OpenLesson{ID: "two-halves"})
	d.Keys("/")
	d.Type("guest")
	d.Want("/guest", "1 of ")
	d.Keys("enter", "n")
	d.Want("2 of ")
	d.Keys("N")
	d.Want("1 of ")
	d.Keys("esc")
	d.WantNot("1 of 9", "2 of 9")
	d.Want("Lesson 1 of 3")
	d.Keys("/")
	d.Type("zzz")
	d.Want("no match")
	d.Keys("enter")
	d.Want(`no "zzz" on this page`)
}

func TestThePaletteOpensWhatItFinds(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	d.Keys("ctrl+p")
	d.Type("rds guest os patching")
	d.Keys("enter")
	d.Want("RDS · Guest OS patching")
	d.Keys(":")
	d.Type("stack")
	d.Keys("enter")
	d.Keys(":")
	d.Type("qqqq")
	d.Want("nothing by that name")
	d.Keys("esc")
	d.WantNot("Everything")
}

func TestCopyAndSourceSayWhatTheyDid(t *testing.T) {
	deps := uitest.Deps(t)
	opened := ""
	deps.Env.OpenURL = func(url string) error { opened = url; return nil }
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Keys("o")
	if !strings.HasPrefix(opened, "https://docs.aws.amazon.com/") {
		t.Errorf("opened %q", opened)
	}
	d.Want("opened https://docs.aws")
	d.Left = nil
	d.Keys("x")
	d.Want("copied")
	if len(d.Left) != 1 {
		t.Errorf("the clipboard got nothing: %v", d.Left)
	}
}

func TestWhereNoBrowserIsTheAddressIsCopied(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Env.OpenURL = func(string) error { return errors.New("no display") }
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Left = nil
	d.Keys("o")
	d.Want("no browser here, copied")
	deps.Env.OpenURL = nil
	d.Keys("j", "o")
	d.Want("copied https://")
	if len(d.Left) != 2 {
		t.Errorf("the clipboard got %d texts, want 2", len(d.Left))
	}
}

func TestTheMouseCanBeLetGo(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	if d.View().MouseMode == tea.MouseModeNone {
		t.Error("the mouse is off at first")
	}
	d.Keys("M")
	if d.View().MouseMode != tea.MouseModeNone {
		t.Error("M does not let the mouse go")
	}
	d.Want("M takes it back")
	d.Keys("M")
	if d.View().MouseMode == tea.MouseModeNone {
		t.Error("M does not take the mouse back")
	}
}

func TestNotSavedStaysInSightUntilItIs(t *testing.T) {
	deps := uitest.Deps(t)
	broken := &uitest.Broken{History: deps.History, Fails: true}
	deps.History = broken
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Keys("b")
	d.Want("not saved")
	d.Keys("down", "esc")
	d.Want("not saved")
	broken.Fails = false
	d.Keys("enter")
	d.Keys("esc")
	d.WantNot("not saved")
}

func TestATerminalWithoutUTF8GetsLetters(t *testing.T) {
	deps := uitest.Deps(t)
	deps.Env.ASCII = true
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	for _, r := range d.Text() {
		if r > 126 {
			t.Fatalf("%q is no ASCII:\n%s", r, d.Text())
		}
	}
	d.Want("A AWS", "Y You", "AY both")
}

func TestQuitAndInterruptEnd(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		d := uitest.Open(t, 80, 24, screen.OpenLesson{ID: "two-halves"})
		d.Keys(key)
		if !d.Quit {
			t.Errorf("%s does not end the program", key)
		}
	}
}

func TestARefusedBackKeepsHome(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	d.Keys("esc", "esc")
	d.Want("On AWS, whose job is it?")
	if d.Quit {
		t.Error("esc on home ends the program")
	}
}
