package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runWith is run with settings of the environment.
func runWith(t *testing.T, env string, binary string, args ...string) *program {
	t.Helper()
	return run(t, 80, 24, "env", append([]string{env, binary}, args...)...)
}

func TestABrokenConfigurationIsToldAndKept(t *testing.T) {
	whose, data, dir := build(t, "whose"), t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "config.yaml")
	const broken = "motion: false\ntheme: pink # mine\n"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	p := runWith(t, "WHOSE_CONFIG="+dir, whose, "--data", data)
	p.until("the fault and its place", func(screen string) bool { // which may be wrapped anywhere
		return strings.Contains(strings.Join(strings.Fields(screen), ""), "config.yaml:2:8:themeisauto,darkorlight") && strings.Contains(screen, "go on")
	})
	if text, err := os.ReadFile(path); err != nil || string(text) != broken {
		t.Errorf("starting changed the file to %q, %v", text, err)
	}
	p.press("\r")
	p.wait("On AWS, whose job is it?")
	p.press("G\r")
	p.wait("Settings", "[auto]", "[off]")
	p.press("jjl")
	p.wait("[dark]", "kept; the file that could not be read")
	p.press("q")
	if status := p.exit(); status != 0 {
		t.Errorf("it ends with status %d", status)
	}
	for name, want := range map[string]string{"config.yaml.bak": broken, "config.yaml": "theme: dark\nmotion: false\n"} {
		if text, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !strings.HasSuffix(string(text), want) {
			t.Errorf("%s is %q, %v", name, text, err)
		}
	}
	p = runWith(t, "WHOSE_CONFIG="+dir, whose, "--data", data)
	p.wait("On AWS, whose job is it?")
	p.press("G\r")
	p.wait("[dark]", "[off]")
}

func TestAFileForTheFolderOfTheConfigurationIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whose.yaml")
	if err := os.WriteFile(path, []byte("theme: dark\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := runWith(t, "WHOSE_CONFIG="+path, build(t, "whose"), "--data", t.TempDir())
	p.until("that it has to be a folder", func(screen string) bool { // which may be wrapped anywhere
		text := strings.Join(strings.Fields(screen), "")
		return strings.Contains(text, "hastobeafolder") && strings.Contains(text, "LetWHOSE_CONFIGnameafolder")
	})
}

func TestFlagsAndEnvironmentWinOverTheConfiguration(t *testing.T) {
	whose := build(t, "whose")
	p := run(t, 80, 24, whose, "--data", t.TempDir(), "--theme", "light") // run sets WHOSE_MOTION=0
	p.wait("On AWS, whose job is it?")
	p.press("G\r")
	p.wait("[auto]", "this time --theme light wins", "this time WHOSE_MOTION=0 wins")
}

func TestNoColourMeansNoMotion(t *testing.T) {
	p := run(t, 80, 24, "env", "-u", "WHOSE_MOTION", "NO_COLOR=1", build(t, "whose"), "--data", t.TempDir())
	p.wait("On AWS, whose job is it?")
	p.press("G\r")
	p.wait("this time NO_COLOR wins")
}

func TestResetAsksOnATerminal(t *testing.T) {
	whose, data := build(t, "whose"), answered(t, 10)
	p := run(t, 80, 24, whose, "--data", data, "history", "reset")
	p.wait("Forget 10 answers", "[y/N]")
	p.press("n\r")
	p.wait("nothing is changed")
	if status := p.exit(); status != 0 {
		t.Errorf("it ends with status %d", status)
	}
	p = run(t, 80, 24, whose, "--data", data, "history", "reset")
	p.wait("Forget 10 answers")
	p.press("y\r")
	p.wait("all is forgotten; a copy is in")
	if status := p.exit(); status != 0 {
		t.Errorf("it ends with status %d", status)
	}
	run(t, 80, 24, whose, "--data", data).wait("On AWS, whose job is it?")
}
