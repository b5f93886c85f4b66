package history_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"whose/quiz"
	"whose/quiz/history"
)

// folder is every file of a folder by name.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	files := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		must(t, err)
		files[e.Name()] = string(data)
	}
	return files
}

// written makes a history with n answers and returns its path.
func written(t *testing.T, dir string, n int) string {
	t.Helper()
	s := open(t, options(dir, "writer"))
	must(t, s.Append(t.Context(), answers("old", n), nil))
	must(t, s.Close())
	return s.Path()
}

func answers(prefix string, n int) []quiz.Answer {
	list := make([]quiz.Answer, n)
	for i := range list {
		list[i] = answer(fmt.Sprint(prefix, i), true)
	}
	return list
}

func rawExec(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	_, err = db.Exec(statement)
	must(t, errors.Join(err, db.Close()))
}

func TestAFileOfANewerVersionIsNotTouched(t *testing.T) {
	dir := t.TempDir()
	path := written(t, dir, 3)
	rawExec(t, path, `PRAGMA user_version = 99`)
	before, long := folder(t, dir), time.Unix(1e9, 0)
	must(t, os.Chtimes(dir, long, long)) // shows whether a file came and went
	_, err := history.Open(t.Context(), options(dir, "w1"))
	if !errors.Is(err, history.ErrNewer) || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v, want ErrNewer and the path", err)
	}
	if after := folder(t, dir); !maps.Equal(before, after) {
		t.Errorf("the folder changed: %v, was %v", slices.Sorted(maps.Keys(after)), slices.Sorted(maps.Keys(before)))
	}
	if info, err := os.Stat(dir); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("a file came and went: %v", err)
	}
}

func TestANewerVersionInTheLogIsRefused(t *testing.T) {
	dir := t.TempDir()
	path := written(t, dir, 3)
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	_, err = db.Exec(`PRAGMA user_version = 99`) // stays in the -wal while db is open
	must(t, err)
	if _, err := history.Open(t.Context(), options(dir, "w1")); !errors.Is(err, history.ErrNewer) {
		t.Errorf("got %v", err)
	}
}

func TestADamagedFileIsSetAside(t *testing.T) {
	whole, err := os.ReadFile(written(t, t.TempDir(), 200))
	must(t, err)
	other := filepath.Join(t.TempDir(), "other.db")
	rawExec(t, other, `CREATE TABLE recipes (name TEXT)`)
	foreign, err := os.ReadFile(other)
	must(t, err)
	rawExec(t, other, `PRAGMA user_version = 1`)
	foreignVersion, err := os.ReadFile(other)
	must(t, err)
	for name, data := range map[string][]byte{
		"garbage":                      bytes.Repeat([]byte("not a database. "), 1000),
		"a few bytes":                  []byte("SQLite"),
		"cut off":                      whole[:len(whole)/2],
		"cut off in the first page":    whole[:60],
		"its first page overwritten":   append(bytes.Repeat([]byte{0xff}, 4096), whole[4096:]...),
		"its schema overwritten":       append(append(bytes.Clone(whole[:100]), bytes.Repeat([]byte{0xff}, 3996)...), whole[4096:]...),
		"another program's":            foreign,
		"another program's, versioned": foreignVersion,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			must(t, os.WriteFile(filepath.Join(dir, "history.db"), data, 0o600))
			s := open(t, options(dir, "w1"))
			aside := filepath.Join(dir, "history-damaged-20261121-110000.db")
			if !strings.Contains(s.Notice(), aside) {
				t.Errorf("the notice is %q", s.Notice())
			}
			kept, err := os.ReadFile(aside)
			must(t, err)
			if !bytes.Equal(kept, data) {
				t.Error("what was set aside is not what was there")
			}
			must(t, s.Append(t.Context(), answers("new", 1), nil))
			if sum := summary(t, s); sum.Answered != 1 {
				t.Errorf("the new history has %d answers, want 1", sum.Answered)
			}
		})
	}
}

func TestTwoDamagedFilesOfOneSecondAreBothKept(t *testing.T) {
	dir := t.TempDir()
	for i := range 2 {
		must(t, os.WriteFile(filepath.Join(dir, "history.db"), fmt.Appendf(nil, "garbage %d", i), 0o600))
		must(t, open(t, options(dir, fmt.Sprint(i))).Close())
	}
	files := folder(t, dir)
	if files["history-damaged-20261121-110000.db"] != "garbage 0" || files["history-damaged-20261121-110000-2.db"] != "garbage 1" {
		t.Errorf("kept: %v", slices.Sorted(maps.Keys(files)))
	}
}

func TestAnEmptyFileIsNew(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "history.db"), nil, 0o600))
	s := open(t, options(dir, "w1"))
	if sum := summary(t, s); !sum.First || s.Notice() != "" {
		t.Errorf("it says %+v, notice %q", sum, s.Notice())
	}
}

func TestCheckFindsDamageThatOpenDoesNot(t *testing.T) {
	dir := t.TempDir()
	breakAnswers(t, written(t, dir, 300))
	s := open(t, options(dir, "w1"))
	must(t, s.SaveSession(t.Context(), saved("s1", 0, false)))
	if s.Notice() != "" {
		t.Fatalf("found before the check: %s", s.Notice())
	}
	must(t, s.Check(t.Context()))
	if !strings.Contains(s.Notice(), "history-damaged-") {
		t.Fatalf("the notice is %q", s.Notice())
	}
	session := saved("s1", 1, false) // the session under way goes on
	must(t, s.Append(t.Context(), answers("new", 1), &session))
	must(t, s.Check(t.Context()))
	if sum := summary(t, s); sum.Answered != 1 || len(sum.Unfinished) != 1 {
		t.Errorf("the new history says %+v", sum)
	}
}

func TestAllWindowsGoOnWithTheNewFile(t *testing.T) {
	dir := t.TempDir()
	breakAnswers(t, written(t, dir, 300))
	first, second := open(t, options(dir, "w1")), open(t, options(dir, "w2"))
	must(t, first.SetPosition(t.Context(), "one", 1, 0)) // both have it in use
	must(t, second.SetPosition(t.Context(), "two", 1, 0))
	must(t, first.Check(t.Context()))
	must(t, first.Append(t.Context(), answers("first", 1), nil))
	must(t, second.Append(t.Context(), answers("second", 1), nil))
	must(t, second.Check(t.Context()))
	must(t, second.Close())
	must(t, first.Append(t.Context(), answers("again", 1), nil))
	if got := rawQuery(t, first.Path(), `SELECT group_concat(id ORDER BY seq) FROM answer`); got != "first0,second0,again0" {
		t.Errorf("the new file has %s", got)
	}
	files, err := filepath.Glob(filepath.Join(dir, "history-damaged-*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("set aside: %v, %v", files, err)
	}
	if got := rawQuery(t, files[0], `SELECT group_concat(lesson) FROM lesson`); got != "one,two" {
		t.Errorf("the log was not set aside with its file, which has the lessons %s", got)
	}
}

// breakAnswers overwrites the start of every page that holds answers.
func breakAnswers(t *testing.T, path string) {
	t.Helper()
	pages := rawQuery(t, path, `SELECT group_concat(pageno) FROM dbstat WHERE name = 'answer' AND pagetype = 'leaf'`)
	data, err := os.ReadFile(path)
	must(t, err)
	for page := range strings.SplitSeq(pages, ",") {
		n, err := strconv.Atoi(page)
		must(t, err)
		for i := range 100 {
			data[(n-1)*4096+i] ^= 0xa5
		}
	}
	must(t, os.WriteFile(path, data, 0o600))
}

func TestCheckLeavesASoundFileAlone(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.Append(t.Context(), answers("a", 200), nil))
	must(t, s.Check(t.Context()))
	if sum := summary(t, s); sum.Answered != 200 || s.Notice() != "" {
		t.Errorf("%d answers, notice %q", sum.Answered, s.Notice())
	}
}

func TestACancelledCheckLeavesTheFileAlone(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.Append(t.Context(), answers("a", 10), nil))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Check(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if sum := summary(t, s); sum.Answered != 10 || s.Notice() != "" {
		t.Errorf("%d answers, notice %q", sum.Answered, s.Notice())
	}
}

func TestAnAnswerThatMeetsDamageIsKeptInANewFile(t *testing.T) {
	dir := t.TempDir()
	breakAnswers(t, written(t, dir, 300))
	s := open(t, options(dir, "w1"))
	must(t, s.Append(t.Context(), answers("new", 1), nil))
	if sum := summary(t, s); sum.Answered != 1 || !strings.Contains(s.Notice(), "history-damaged-") {
		t.Errorf("the new history has %d answers, want 1; notice %q", sum.Answered, s.Notice())
	}
}

func TestAnExportThatMeetsDamageFails(t *testing.T) {
	dir := t.TempDir()
	breakAnswers(t, written(t, dir, 300))
	s := open(t, options(dir, "w1"))
	var file strings.Builder
	if err := s.Export(t.Context(), &file); !errors.Is(err, history.ErrDamaged) {
		t.Errorf("got %v, with %d bytes written", err, file.Len())
	}
	if n := strings.Count(file.String(), `"format"`); n > 1 {
		t.Errorf("%d exports were written", n)
	}
	if strings.Contains(s.Notice(), "Tree") || strings.Contains(s.Notice(), "malformed") || !strings.Contains(s.Notice(), "history-damaged-") {
		t.Errorf("the notice is %q", s.Notice())
	}
}

func TestAFolderThatCannotBeWrittenToSaysWhatToDo(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere")
	}
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o500))
	if _, err := history.Open(t.Context(), options(dir, "w1")); err == nil || !strings.Contains(err.Error(), "cannot be written to: allow it, or choose another with --data") {
		t.Errorf("got %v", err)
	}
}

// Whatever single byte is wrong, the program starts or says why it cannot keep
// anything, and an answer that is said to be saved is there.
func TestAnyFlippedByteIsSurvived(t *testing.T) {
	whole, err := os.ReadFile(written(t, t.TempDir(), 40))
	must(t, err)
	refused := 0
	at := []int{}
	for i := range 100 {
		at = append(at, i) // the file's header
	}
	for i := 100; i < len(whole); i += 2503 {
		at = append(at, i)
	}
	for _, i := range at {
		dir := t.TempDir()
		data := bytes.Clone(whole)
		data[i] ^= 0xff
		must(t, os.WriteFile(filepath.Join(dir, "history.db"), data, 0o600))
		s, err := history.Open(t.Context(), options(dir, "w1"))
		if err != nil {
			refused++
			if !strings.Contains(err.Error(), dir) {
				t.Errorf("byte %d: %v does not say where", i, err)
			}
			continue
		}
		err = errors.Join(s.Check(t.Context()), s.Append(t.Context(), answers("new", 1), nil))
		if err != nil {
			t.Errorf("byte %d: %v", i, err)
		} else if got := rawQuery(t, s.Path(), `SELECT count(*) FROM answer WHERE id = 'new0'`); got != "1" {
			t.Errorf("byte %d: the answer is not there", i)
		}
		must(t, s.Close())
	}
	if refused > 6 { // the version's bytes read as a newer one, or the file is read-only
		t.Errorf("%d of %d were refused", refused, len(at))
	}
}

func TestAHistoryThatCannotBeKeptSaysWhatAndWhere(t *testing.T) {
	base := t.TempDir()
	file := filepath.Join(base, "file")
	must(t, os.WriteFile(file, nil, 0o600))
	folderInTheWay := filepath.Join(base, "taken")
	must(t, os.MkdirAll(filepath.Join(folderInTheWay, "history.db"), 0o700))
	for name, dir := range map[string]string{
		"the folder's parent is a file": filepath.Join(file, "whose"),
		"the folder is a file":          file,
		"a folder has the file's name":  folderInTheWay,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := history.Open(t.Context(), options(dir, "w1"))
			if err == nil || !strings.Contains(err.Error(), dir) {
				t.Errorf("got %v, want an error that names %s", err, dir)
			}
		})
	}
}

func TestIncompleteOptionsAreRefused(t *testing.T) {
	if _, err := history.Open(t.Context(), history.Options{Dir: t.TempDir()}); err == nil {
		t.Error("a history without course, owner and clock was opened")
	}
}

func TestAnyFolderNameWorks(t *testing.T) {
	for _, name := range []string{"my data", "100%", "a?b#c", "ünï", "x;y&z=1", "'q\""} {
		dir := filepath.Join(t.TempDir(), name)
		path := written(t, dir, 2)
		if path != filepath.Join(dir, "history.db") {
			t.Errorf("%s is not in %s", path, dir)
		}
		if sum := summary(t, open(t, options(dir, "w1"))); sum.Answered != 2 {
			t.Errorf("in %s there are %d answers, want 2", name, sum.Answered)
		}
	}
}

func TestAnswersFollowTheFile(t *testing.T) {
	for name, lose := range map[string]func(dir, path string) error{
		"deleted folder": func(dir, _ string) error { return os.RemoveAll(dir) },
		"moved file":     func(_, path string) error { return os.Rename(path, path+".old") },
		"replaced file": func(dir, path string) error {
			if err := os.Rename(path, path+".old"); err != nil {
				return err
			}
			s, err := history.Open(t.Context(), options(dir, "another window"))
			return errors.Join(err, s.Close())
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			s := open(t, options(dir, "w1"))
			must(t, s.Append(t.Context(), answers("before", 1), nil))
			must(t, lose(dir, s.Path()))
			must(t, s.Append(t.Context(), answers("after", 1), nil))
			must(t, s.Close())
			if got := rawQuery(t, s.Path(), `SELECT group_concat(id) FROM answer`); got != "after0" {
				t.Errorf("the file has %s", got)
			}
			if !strings.Contains(s.Notice(), "moved or deleted") {
				t.Errorf("the notice is %q", s.Notice())
			}
		})
	}
}

func TestManyWindowsOpenAndWriteAtOnce(t *testing.T) {
	for _, start := range []string{"no file", "a damaged file"} {
		t.Run(start, func(t *testing.T) {
			dir := t.TempDir()
			if start == "a damaged file" {
				must(t, os.WriteFile(filepath.Join(dir, "history.db"), []byte("garbage"), 0o600))
			}
			var wg sync.WaitGroup
			for w := range 8 {
				wg.Go(func() {
					s, err := history.Open(t.Context(), options(dir, fmt.Sprint(w)))
					if err != nil {
						t.Error(err)
						return
					}
					for i := range 10 {
						if err := s.Append(t.Context(), answers(fmt.Sprintf("%d-%d-", w, i), 2), nil); err != nil {
							t.Error(err)
						}
					}
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			if sum := summary(t, open(t, options(dir, "last"))); sum.Answered != 160 {
				t.Errorf("%d answers are kept, want 160", sum.Answered)
			}
		})
	}
}
