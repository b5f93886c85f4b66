package cli

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui"
	"whose/ui/screen"
)

// tuiOptions are the flags that every full-screen command has.
type tuiOptions struct {
	data  string
	theme string
	seed  *uint64
}

// fps is how often the screen is drawn. At 60, Bubble Tea's own, a key would
// wait 8 ms longer for its frame.
const fps = 120

// startTUI runs the full-screen program. open makes what it opens above home;
// nil opens home itself.
func startTUI(sys System, opts tuiOptions, open func(*screen.Deps) ([]tea.Msg, error)) error {
	if !sys.isTerminal() {
		return usage("this needs a terminal to draw on, and standard output is none.\nFor text try: whose job rds patching, whose quiz --print, whose export json, whose check")
	}
	// All that a start allocates is kept, so collecting meanwhile only costs time:
	// a third of the reading.
	percent := debug.SetGCPercent(-1)
	course := sync.OnceValues(builtIn)
	go func() { _, _ = course() }() // it takes as long as the set-up of the terminal, which goes on meanwhile
	dir, err := dataDir(sys, opts.data)
	if err != nil {
		return err
	}
	look, err := readLook(sys, opts.theme)
	if err != nil {
		return err
	}
	hist := openLater(sys, dir)
	defer hist.Close()
	root := ui.New(look.firstTheme(), look.theme, func() (*screen.Deps, []tea.Msg, error) {
		defer debug.SetGCPercent(percent)
		course, err := course()
		if err != nil {
			return nil, nil, err
		}
		deps := newDeps(sys, course, hist, opts.seed)
		look.give(deps)
		var start []tea.Msg
		if open != nil {
			if start, err = open(deps); err != nil {
				return nil, nil, err
			}
		}
		return deps, append(start, look.notices()...), nil
	})
	return runProgram(sys, root)
}

func runProgram(sys System, root *ui.Root) error {
	p := tea.NewProgram(root,
		tea.WithInput(sys.Stdin), tea.WithOutput(sys.Stdout), tea.WithEnvironment(sys.Environ),
		tea.WithFPS(fps), tea.WithFilter(ui.CalmMouse(sys.Now)))
	if _, err := p.Run(); err != nil && !errors.Is(err, tea.ErrInterrupted) {
		return failure{exitFailed, fmt.Errorf("the terminal failed: %w", err)}
	}
	return root.Err()
}

func newDeps(sys System, course *model.Course, hist screen.History, seed *uint64) *screen.Deps {
	s := randomSeed(sys)
	if seed != nil {
		s = *seed
	}
	return &screen.Deps{
		Course: course, History: hist, Now: sys.Now, NewID: sys.newID,
		Rand: rand.New(rand.NewPCG(s, 0)),
		Env: screen.Env{
			ASCII:   !isUTF8(sys),
			OpenURL: browser(sys),
		},
		After: func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		},
	}
}

func randomSeed(sys System) uint64 {
	var b [8]byte
	if _, err := io.ReadFull(sys.Random, b[:]); err != nil {
		return uint64(sys.Now().UnixNano())
	}
	return binary.LittleEndian.Uint64(b[:])
}

// isUTF8 reports whether the terminal's locale can show more than ASCII. Where
// no locale is set, as in many containers, today's terminals can.
func isUTF8(sys System) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(sys.getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// browser opens a page in the learner's browser. It is nil where that would
// open on another machine, or not at all.
func browser(sys System) func(string) error {
	if sys.getenv("SSH_CONNECTION") != "" {
		return nil
	}
	var command []string
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open"}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler"}
	default:
		if sys.getenv("DISPLAY") == "" && sys.getenv("WAYLAND_DISPLAY") == "" {
			return nil
		}
		command = []string{"xdg-open"}
	}
	return func(url string) error {
		cmd := exec.Command(command[0], append(command[1:], url)...)
		cmd.Env = sys.Environ
		if err := cmd.Start(); err != nil {
			return fmt.Errorf("%s did not start: %w", command[0], err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case err := <-done:
			return err
		case <-time.After(2 * time.Second): // it is up: some run as long as the browser does
			return nil
		}
	}
}
