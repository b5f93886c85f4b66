package cli_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// program is a real process on a pseudo-terminal, and what its screen shows.
type program struct {
	tb    testing.TB
	cmd   *exec.Cmd
	tty   *os.File
	start time.Time

	mu      sync.Mutex
	screen  vt10x.Terminal
	bytes   int
	last    time.Time // when the last bytes came
	changed chan struct{}
	ended   chan struct{}
}

// patience is how long a test waits for what must come. It is no bar: speed is
// measured by the benchmark.
const patience = 20 * time.Second

// run starts a binary in a window. Its environment is small and the same on
// every machine.
func run(tb testing.TB, w, h int, binary string, args ...string) *program {
	tb.Helper()
	p := &program{tb: tb, screen: vt10x.New(vt10x.WithSize(w, h)), changed: make(chan struct{}, 1), ended: make(chan struct{})}
	p.cmd = exec.Command(binary, args...)
	p.cmd.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "HOME=" + tb.TempDir(), "WHOSE_MOTION=0"}
	p.start = time.Now()
	tty, err := pty.StartWithSize(p.cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		tb.Fatal(err)
	}
	p.tty = tty
	go p.read()
	tb.Cleanup(p.kill)
	return p
}

func (p *program) read() {
	defer close(p.ended)
	buf := make([]byte, 64<<10)
	for {
		n, err := p.tty.Read(buf)
		if n > 0 {
			p.mu.Lock()
			p.last = time.Now()
			p.bytes += n
			_, _ = p.screen.Write(buf[:n])
			p.mu.Unlock()
			select {
			case p.changed <- struct{}{}:
			default:
			}
		}
		if err != nil { // EIO: the program is gone
			return
		}
	}
}

// text is what the screen shows now.
func (p *program) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.String()
}

// press types keys.
func (p *program) press(keys string) {
	p.tb.Helper()
	if _, err := p.tty.WriteString(keys); err != nil {
		p.tb.Fatal(err)
	}
}

// until waits for the screen to fit and gives when its last bytes came.
func (p *program) until(what string, fits func(screen string) bool) time.Time {
	p.tb.Helper()
	deadline := time.After(patience)
	for {
		if fits(p.text()) {
			p.mu.Lock()
			defer p.mu.Unlock()
			return p.last
		}
		select {
		case <-p.changed:
		case <-p.ended:
			if fits(p.text()) {
				return p.last
			}
			p.tb.Fatalf("the program ended before %s:\n%s", what, p.text())
		case <-deadline:
			p.tb.Fatalf("no %s:\n%s", what, p.text())
		}
	}
}

// wait waits for all texts to be on the screen.
func (p *program) wait(texts ...string) time.Time {
	p.tb.Helper()
	return p.until(fmt.Sprintf("%q", texts), func(screen string) bool {
		for _, t := range texts {
			if !strings.Contains(screen, t) {
				return false
			}
		}
		return true
	})
}

// answer presses a key and gives how long its first bytes took. It must not be
// called while others are on their way.
func (p *program) answer(key string) time.Duration {
	p.tb.Helper()
	p.mu.Lock()
	before := p.bytes
	p.mu.Unlock()
	from := time.Now()
	p.press(key)
	for {
		p.mu.Lock()
		now, at := p.bytes, p.last
		p.mu.Unlock()
		if now > before {
			return at.Sub(from)
		}
		select {
		case <-p.changed:
		case <-p.ended:
			p.tb.Fatalf("the program ended on %q:\n%s", key, p.text())
		case <-time.After(patience):
			p.tb.Fatalf("nothing happens on %q:\n%s", key, p.text())
		}
	}
}

// settle waits until nothing has come for a while, and gives all bytes so far.
func (p *program) settle() int {
	for {
		p.mu.Lock()
		n := p.bytes
		p.mu.Unlock()
		select {
		case <-p.changed:
		case <-p.ended:
			return n
		case <-time.After(60 * time.Millisecond):
			return n
		}
	}
}

// kill ends the program as a power cut would.
func (p *program) kill() {
	if p.cmd.ProcessState != nil {
		return
	}
	if err := p.cmd.Process.Signal(syscall.SIGKILL); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.tb.Error(err)
	}
	_ = p.cmd.Wait() // it says "killed", as it should
	_ = p.tty.Close()
	<-p.ended
}

// exit waits for the program to end by itself and gives its status.
func (p *program) exit() int {
	p.tb.Helper()
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.tb.Fatalf("it does not end:\n%s", p.text())
	}
	_ = p.cmd.Wait()
	_ = p.tty.Close()
	return p.cmd.ProcessState.ExitCode()
}

var binaries struct {
	sync.Mutex
	built map[string]string
	dir   string
}

// build compiles a package of this module as a release is and gives the binary.
// It is built once for all tests.
func build(tb testing.TB, pkg string) string {
	tb.Helper()
	binaries.Lock()
	defer binaries.Unlock()
	if path, ok := binaries.built[pkg]; ok {
		return path
	}
	if binaries.dir == "" {
		dir, err := os.MkdirTemp("", "whose-test")
		if err != nil {
			tb.Fatal(err)
		}
		binaries.dir, binaries.built = dir, map[string]string{}
	}
	path := filepath.Join(binaries.dir, filepath.Base(pkg))
	out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, pkg).CombinedOutput()
	if err != nil {
		tb.Fatalf("building %s: %v\n%s", pkg, err, out)
	}
	binaries.built[pkg] = path
	return path
}

func removeBinaries() {
	if binaries.dir != "" {
		_ = os.RemoveAll(binaries.dir)
	}
}
