package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/ui/config"
	"whose/ui/screen"
)

func TestParseReadsWhatTheFileSays(t *testing.T) {
	usual := config.Default()
	for text, want := range map[string]screen.Preferences{
		"":                                usual,
		"# only a comment\n":              usual,
		"theme: light\n":                  {Theme: screen.ThemeLight, Motion: true},
		"motion: false":                   {Theme: screen.ThemeAuto},
		"motion: false\ntheme: 'dark'\n":  {Theme: screen.ThemeDark},
		"{theme: dark, motion: true}":     {Theme: screen.ThemeDark, Motion: true},
		"---\ntheme: auto # the terminal": usual,
	} {
		if got, err := config.Parse("config.yaml", text); err != nil || got != want {
			t.Errorf("%q: %+v, %v, want %+v", text, got, err, want)
		}
	}
}

func TestAFaultNamesItsPlaceAndTheRestHolds(t *testing.T) {
	for text, want := range map[string]struct {
		fault string
		prefs screen.Preferences
	}{
		"motion: false\ntheme: pink":  {`config.yaml:2:8: theme is auto, dark or light, not "pink"`, screen.Preferences{Theme: screen.ThemeAuto}},
		"theme: dark\nmotion: yes":    {`config.yaml:2:9: motion is true or false, not "yes"`, screen.Preferences{Theme: screen.ThemeDark, Motion: true}},
		"theme: dark\n\ncolour: blue": {`config.yaml:3:1: there is no setting "colour": there are theme and motion`, screen.Preferences{Theme: screen.ThemeDark, Motion: true}},
		"theme: [dark":                {"config.yaml:1:8: ", config.Default()},
		"theme: dark\ntheme: light":   {"config.yaml:2:1: ", config.Default()},
		"just words":                  {`config.yaml:1:1: here stands no setting: write "theme: dark"`, config.Default()},
		"theme: dark\n---\nmotion: 1": {"config.yaml:2:1: a second document begins", config.Default()},
		"theme: {a: b}":               {"config.yaml:1:", config.Default()},
	} {
		got, err := config.Parse("config.yaml", text)
		if err == nil || !strings.HasPrefix(err.Error(), want.fault) || got != want.prefs {
			t.Errorf("%q: %+v, %v\nwant %+v, %s", text, got, err, want.prefs, want.fault)
		}
	}
}

func TestEveryFaultIsTold(t *testing.T) {
	_, err := config.Parse("c", "theme: 1\nmotion: 2\nx: 3")
	for _, at := range []string{"c:1:8: ", "c:2:9: ", "c:3:1: "} {
		if err == nil || !strings.Contains(err.Error(), at) {
			t.Errorf("no %q in %v", at, err)
		}
	}
}

func TestNoTextEndsTheProgram(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		piece := rapid.SampledFrom([]string{"theme", "motion", ":", " ", "\n", "dark", "true", "{", "}", "[", "]", "-", "?", "&a", "*a", "!!x", "'", `"`, "|", ">", "#", "\t", "é", "%"})
		text := strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(rt, "text"), "")
		_, _ = config.Parse("c", text)
		want := screen.Preferences{Theme: rapid.SampledFrom(screen.ThemeChoices()).Draw(rt, "theme"), Motion: rapid.Bool().Draw(rt, "motion")}
		if got, err := config.Parse("c", config.Edit(text, want)); err != nil || got != want {
			rt.Fatalf("%q edited is %q: %+v, %v", text, config.Edit(text, want), got, err)
		}
	})
}

func TestEditKeepsWhatIsThere(t *testing.T) {
	dark := screen.Preferences{Theme: screen.ThemeDark, Motion: false}
	for text, want := range map[string]string{
		"":                                      "# How whose looks on this computer.\ntheme: dark\nmotion: false\n",
		"# mine\nmotion: true # calm\n":         "# mine\nmotion: false # calm\ntheme: dark\n",
		"theme: \"light\"   # for the beamer\n": "theme: dark   # for the beamer\nmotion: false\n",
		"theme: light\n\n# é\nmotion:   true":   "theme: dark\n\n# é\nmotion:   false\n",
	} {
		if got := config.Edit(text, dark); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}

func TestWithoutAFileThereAreTheDefaults(t *testing.T) {
	if got, err := config.Load(filepath.Join(t.TempDir(), "nowhere")); err != nil || got != config.Default() {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestSavingMakesTheFolderAndReadsBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	want := screen.Preferences{Theme: screen.ThemeLight}
	if kept, err := config.Save(dir, want); err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	if got, err := config.Load(dir); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("saving leaves %v", names)
	}
}

func TestSavingKeepsACopyOfABrokenFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, config.File)
	write(t, path, "theme: pink # my own\n")
	kept, err := config.Save(dir, screen.Preferences{Theme: screen.ThemeDark, Motion: true})
	if err != nil || kept != path+".bak" {
		t.Fatal(kept, err)
	}
	if got := read(t, kept); got != "theme: pink # my own\n" {
		t.Errorf("the copy is %q", got)
	}
	if got, err := config.Load(dir); err != nil || got.Theme != screen.ThemeDark {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestSavingWritesThroughALink(t *testing.T) {
	dir, own := t.TempDir(), filepath.Join(t.TempDir(), "whose.yaml")
	write(t, own, "theme: dark # from my dotfiles\n")
	if err := os.Symlink(own, filepath.Join(dir, config.File)); err != nil {
		t.Skip("no links here: ", err)
	}
	if _, err := config.Save(dir, screen.Preferences{Theme: screen.ThemeLight, Motion: true}); err != nil {
		t.Fatal(err)
	}
	if got := read(t, own); got != "theme: light # from my dotfiles\nmotion: true\n" {
		t.Errorf("the file that the link leads to is %q", got)
	}
}

func TestAFileThatCannotBeReadOrWrittenSaysWhy(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, config.File), 0o755); err != nil {
		t.Fatal(err)
	}
	got, err := config.Load(dir)
	var fault config.Fault
	if err == nil || errors.As(err, &fault) || got != config.Default() {
		t.Errorf("a folder in place of the file: %+v, %v", got, err)
	}
	if _, err := config.Save(dir, config.Default()); err == nil || !strings.Contains(err.Error(), "not saved") {
		t.Errorf("saving over a folder: %v", err)
	}
}

func TestAFileInPlaceOfTheFolderIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whose.yaml")
	write(t, path, "theme: dark\n")
	got, err := config.Load(path)
	if !errors.Is(err, config.ErrNoFolder) || !strings.Contains(err.Error(), path) || got != config.Default() {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := config.Save(path, config.Default()); !errors.Is(err, config.ErrNoFolder) {
		t.Errorf("saving: %v", err)
	}
	if read(t, path) != "theme: dark\n" {
		t.Error("the file is changed")
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func BenchmarkLoad(b *testing.B) {
	none, one := b.TempDir(), b.TempDir()
	if _, err := config.Save(one, config.Default()); err != nil {
		b.Fatal(err)
	}
	for name, dir := range map[string]string{"none": none, "one": one} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = config.Load(dir)
			}
		})
	}
}
