package history_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"whose/quiz"
	"whose/quiz/history"
)

// windowEnv makes the test binary play another window: it appends to the history
// in the folder that it names until it is killed.
const windowEnv = "WHOSE_TEST_WINDOW"

// quietEnv makes such a window append one answer only, and then wait.
const quietEnv = "WHOSE_TEST_QUIET"

func TestMain(m *testing.M) {
	if dir := os.Getenv(windowEnv); dir != "" {
		fmt.Fprintln(os.Stderr, runWindow(dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// runWindow appends answers, and says so of each one once it is kept.
func runWindow(dir string) error {
	ctx := context.Background()
	name := fmt.Sprint("p", os.Getpid())
	s, err := history.Open(ctx, history.Options{Dir: dir, Course: "clf-c02", Owner: name, Now: time.Now})
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		a := answer(fmt.Sprint(name, "-", i), true)
		a.At = time.Now()
		session := saved(name, i%2, false)
		if err := s.Append(ctx, []quiz.Answer{a}, &session); err != nil {
			return err
		}
		fmt.Println(a.ID)
		if os.Getenv(quietEnv) != "" {
			_, err := io.Copy(io.Discard, os.Stdin) // until the test is over
			return err
		}
	}
}

// window is another process that runs runWindow.
type window struct {
	cmd  *exec.Cmd
	said *bufio.Scanner
	errs *strings.Builder
}

func startWindow(t *testing.T, dir string, env ...string) window {
	t.Helper()
	w := window{cmd: exec.CommandContext(t.Context(), os.Args[0]), errs: &strings.Builder{}}
	w.cmd.Env = append(append(os.Environ(), windowEnv+"="+dir), env...)
	w.cmd.Stderr = w.errs
	out, err := w.cmd.StdoutPipe()
	must(t, err)
	_, err = w.cmd.StdinPipe()
	must(t, err)
	must(t, w.cmd.Start())
	w.said = bufio.NewScanner(out)
	return w
}

// killAfter lets the window keep n answers, kills it wherever it is and returns
// all that it said it had kept.
func (w window) killAfter(n int) (kept []string, err error) {
	for w.said.Scan() {
		kept = append(kept, w.said.Text())
		if len(kept) == n {
			err = w.cmd.Process.Kill()
		}
	}
	if len(kept) < n {
		err = errors.New("the window ended early")
	}
	if e := w.cmd.Wait(); w.cmd.ProcessState.Exited() { // of itself
		err = errors.Join(err, e)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, w.errs)
	}
	return kept, nil
}

func TestEveryKeptAnswerSurvivesKill(t *testing.T) {
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	kept := map[string]bool{}
	for range 6 {
		var wg sync.WaitGroup
		var mu sync.Mutex
		for range 3 {
			w, n := startWindow(t, dir), 1+random.IntN(30)
			wg.Go(func() {
				ids, err := w.killAfter(n)
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				for _, id := range ids {
					kept[id] = true
				}
			})
		}
		wg.Wait()
	}
	s := open(t, options(dir, "after"))
	must(t, s.Check(t.Context()))
	if s.Notice() != "" {
		t.Fatal(s.Notice())
	}
	found := strings.Split(rawQuery(t, s.Path(), `SELECT group_concat(id) FROM answer`), ",")
	for _, id := range found {
		delete(kept, id)
	}
	if len(kept) > 0 {
		t.Errorf("answers lost: %v", kept)
	}
	if sum := summary(t, s); sum.Answered != len(found) {
		t.Errorf("the sums say %d answers, there are %d", sum.Answered, len(found))
	}
}

func TestASessionIsFreeOnceItsProcessIsKilled(t *testing.T) {
	dir := t.TempDir()
	w := startWindow(t, dir, quietEnv+"=1")
	if !w.said.Scan() {
		t.Fatal("the window kept nothing")
	}
	o := options(dir, "w2")
	o.Alive = nil // ask the system
	s := open(t, o)
	name := fmt.Sprint("p", w.cmd.Process.Pid)
	var taken *history.TakenError
	if _, err := s.Claim(t.Context(), name, false); !errors.As(err, &taken) || taken.PID != w.cmd.Process.Pid {
		t.Errorf("claiming it while it runs: %v", err)
	}
	must(t, w.cmd.Process.Kill())
	if err := w.cmd.Wait(); w.cmd.ProcessState.Exited() {
		t.Fatalf("the window ended of itself: %v: %s", err, w.errs)
	}
	_, err := s.Claim(t.Context(), name, false)
	must(t, err)
}
