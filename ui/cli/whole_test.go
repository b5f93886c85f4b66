package cli_test

import (
	"strings"
	"testing"

	"github.com/creack/pty"
)

func TestTheRealProgramStartsAndEndsInATerminal(t *testing.T) {
	whose, data := build(t, "whose"), t.TempDir()
	p := run(t, 80, 24, whose, "--data", data)
	p.wait("On AWS, whose job is it?", "Try a question", "q quit")
	p.press("\r")
	p.wait("Lesson 1 of", "A small shop")
	if err := pty.Setsize(p.tty, &pty.Winsize{Cols: 44, Rows: 16}); err != nil {
		t.Fatal(err)
	}
	p.wait("keys  esc back") // narrow hints stand closer
	p.press("q")
	if status := p.exit(); status != 0 {
		t.Errorf("it ends with status %d", status)
	}

	p = run(t, 80, 24, whose, "--data", data)
	p.wait("Continue", "lesson 1 of")
	p.press("\x03")
	if status := p.exit(); status != 0 {
		t.Errorf("ctrl+c ends it with status %d", status)
	}
}

func TestAWrongCallSaysSoInATerminalToo(t *testing.T) {
	whose := build(t, "whose")
	for want, args := range map[string][]string{
		"two-halves":       {"lesson", "nope"},
		"dynamodb":         {"matrix", "ec3"},
		"did you mean rds": {"quiz", "--topic", "rdss"},
		"study or test":    {"quiz", "--mode", "easy"},
		"dark or light":    {"--theme", "pink"},
	} {
		p := run(t, 80, 24, whose, append(args, "--data", t.TempDir())...)
		status := p.exit()
		if text := strings.Join(strings.Fields(p.text()), " "); status != 2 || !strings.Contains(text, want) {
			t.Errorf("%v: status %d, and it says:\n%s", args, status, p.text())
		}
	}
}
