package history

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"whose/quiz"
)

func testOptions(dir string) Options {
	return Options{Dir: dir, Course: "clf-c02", Owner: "w1", Now: func() time.Time {
		return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	}}
}

func someAnswer(id string) quiz.Answer {
	return quiz.Answer{ID: id, Session: "s1", At: time.Unix(0, 0), Mode: quiz.Study, Task: "2.1", Right: true}
}

func openSteps(t *testing.T, dir string, steps []step) *Store {
	t.Helper()
	s, err := open(t.Context(), testOptions(dir), steps)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// writeOld makes a history of today's version with one answer.
func writeOld(t *testing.T, dir string) {
	t.Helper()
	s := openSteps(t, dir, migrations())
	if err := s.Append(t.Context(), []quiz.Answer{someAnswer("old")}, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func answered(t *testing.T, s *Store) int {
	t.Helper()
	sum, err := s.Summary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return sum.Answered
}

func TestAnOlderFileIsCopiedThenChanged(t *testing.T) {
	dir := t.TempDir()
	writeOld(t, dir)
	next := append(migrations(), step{sql: `ALTER TABLE answer ADD COLUMN mood INTEGER; CREATE TABLE later (x)`})
	s := openSteps(t, dir, next)
	if _, err := s.db.Exec(`SELECT mood FROM answer, later`); err != nil {
		t.Error(err)
	}
	if n := answered(t, s); n != 1 || s.Notice() != "" {
		t.Errorf("%d answers, notice %q", n, s.Notice())
	}
	backup := filepath.Join(dir, "history-v2-20261121-120000.db")
	info, err := os.Stat(backup)
	if err != nil || info.Mode() != 0o600 {
		t.Fatalf("the backup: %v, %v", info, err)
	}
	restored := t.TempDir()
	if err := os.Rename(backup, filepath.Join(restored, "history.db")); err != nil {
		t.Fatal(err)
	}
	old := openSteps(t, restored, migrations())
	if n := answered(t, old); n != 1 {
		t.Errorf("the backup has %d answers, want 1", n)
	}
	if v := peekVersion(t.Context(), s.Path()); v != 3 {
		t.Errorf("the version in the header is %d, want 3", v)
	}
	// A whose of the version before sees the new version and changes nothing,
	// though the file is in use.
	if _, err := open(t.Context(), testOptions(dir), migrations()); !errors.Is(err, ErrNewer) {
		t.Errorf("the older whose: %v", err)
	}
}

func TestAFailedStepChangesNothing(t *testing.T) {
	dir := t.TempDir()
	writeOld(t, dir)
	broken := append(migrations(), step{sql: `CREATE TABLE later (x); DROP TABLE answer; SELECT nonsense`})
	if _, err := open(t.Context(), testOptions(dir), broken); err == nil || !strings.Contains(err.Error(), "changing it to version 3") {
		t.Fatalf("got %v", err)
	}
	if n := answered(t, openSteps(t, dir, migrations())); n != 1 {
		t.Errorf("%d answers, want 1", n)
	}
}

func TestOpeningANewOrCurrentFileMakesNoBackup(t *testing.T) {
	dir := t.TempDir()
	writeOld(t, dir)
	s := openSteps(t, dir, migrations())
	if err := s.detach(); err != nil {
		t.Fatal(err)
	}
	if err := s.setUp(t.Context()); err != nil { // as one does that waited for another window
		t.Fatal(err)
	}
	if found, err := filepath.Glob(filepath.Join(dir, "history-*")); err != nil || len(found) > 0 {
		t.Errorf("found %v, %v", found, err)
	}
}

func TestAFullDiskIsToldAndOverOnceThereIsRoom(t *testing.T) {
	s := openSteps(t, t.TempDir(), migrations())
	// SQLite reports its limit of pages just as it reports a full disk.
	if _, err := s.db.Exec(`PRAGMA max_page_count = 1`); err != nil {
		t.Fatal(err)
	}
	session := quiz.Saved{ID: "s1", Title: strings.Repeat("long ", 5000)}
	err := s.Append(t.Context(), []quiz.Answer{someAnswer("a1")}, &session)
	if err == nil || !strings.Contains(err.Error(), "not saved") || !strings.Contains(err.Error(), "disk is full") || !strings.Contains(err.Error(), s.Path()) {
		t.Fatalf("got %v", err)
	}
	if n := answered(t, s); n != 0 || s.Notice() != "" {
		t.Fatalf("%d answers were kept, notice %q", n, s.Notice())
	}
	if _, err := s.db.Exec(`PRAGMA max_page_count = 100000`); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(t.Context(), []quiz.Answer{someAnswer("a1")}, &session); err != nil {
		t.Fatal(err)
	}
	if n := answered(t, s); n != 1 {
		t.Errorf("%d answers, want 1", n)
	}
}

// Root may write to any file, so the database is opened as one that may not.
func TestAReadOnlyFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	writeOld(t, dir)
	db, err := openDB(filepath.Join(dir, "history.db"), "mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := refuseReadOnly(t.Context(), db); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
}

func TestADamagedFileReplacedByAnotherWindowIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "history.db")
	if err := os.WriteFile(path, []byte("garbage"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := &Store{options: testOptions(dir), path: path, steps: migrations()}
	var err error
	if s.file, err = os.Stat(path); err != nil {
		t.Fatal(err)
	}
	writeOld(t, dir) // another window sets it aside and begins anew
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.setAside(errForeign); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the new file was changed: %v", err)
	}
}

func TestOnlyAProcessThatRunsIsAlive(t *testing.T) {
	if !processAlive(os.Getpid()) {
		t.Error("this one is not")
	}
	if processAlive(0) || processAlive(-1) || processAlive(1<<30) {
		t.Error("one that cannot be is")
	}
}

// A killed process whose parent has not asked for its status yet still has its
// number: it must not keep a session from the window that comes after it.
func TestAProcessThatWasKilledIsNotAliveBeforeItsParentKnows(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells")
	}
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Wait() }() // it was killed, and says so
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, out); err != nil { // until it has closed its files
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); processAlive(cmd.Process.Pid); {
		if time.Now().After(deadline) {
			t.Fatal("it counts as alive")
		}
		runtime.Gosched()
	}
}
