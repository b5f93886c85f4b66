package history_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.FixedZone("", 3600))

// options are those of a window with a token of its own, at noon.
func options(dir, owner string) history.Options {
	return history.Options{
		Dir: dir, Course: "clf-c02", Owner: owner,
		Now:   func() time.Time { return noon },
		Alive: func(int) bool { return true },
	}
}

func open(t testing.TB, o history.Options) *history.Store {
	t.Helper()
	s, err := history.Open(t.Context(), o)
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

// answer is to a drill that graded two cells, one right, one wrong.
func answer(id string, right bool) quiz.Answer {
	return quiz.Answer{
		ID: id, Session: "s1", At: noon, Mode: quiz.Study, Task: "2.1",
		Spec:  quiz.Spec{Drill: &quiz.DrillSpec{Kind: quiz.Where, Layer: "host", Side: model.AWS}, Order: []string{"rds", "ec2"}},
		Order: []string{"rds", "ec2"}, Chosen: []string{"ec2"}, Thinking: 1500 * time.Millisecond, Right: right,
		Grades: []quiz.Grade{{Item: "c:rds/host@aws", Right: right}, {Item: "c:ec2/host@aws", Right: false}},
	}
}

func saved(id string, at int, done bool) quiz.Saved {
	return quiz.Saved{
		ID: id, Course: "clf-c02", Version: "1", Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "RDS",
		Started: noon, At: at, Done: done,
		Entries: []quiz.SavedEntry{
			{Spec: quiz.Spec{Question: "q1", Revision: 2, Order: []string{"b", "a"}, Right: []string{"a"}}, Chosen: []string{"a"}},
			{Spec: quiz.Spec{Question: "q2", Revision: 1, Order: []string{"a", "b"}, Right: []string{"b"}}, Thinking: time.Second},
		},
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func summary(t testing.TB, s *history.Store) history.Summary {
	t.Helper()
	sum, err := s.Summary(t.Context())
	must(t, err)
	return sum
}

// rawQuery reads one value with a plain SQLite handle, as any tool could.
func rawQuery(t testing.TB, path, query string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	var value string
	must(t, db.QueryRow(query).Scan(&value))
	return value
}

func TestANewHistoryIsEmptyAndPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data", "whose")
	s := open(t, options(dir, "w1"))
	sum := summary(t, s)
	if !sum.First || sum.Answered != 0 || s.Notice() != "" {
		t.Errorf("a new history says %+v, notice %q", sum, s.Notice())
	}
	for path, want := range map[string]os.FileMode{dir: 0o700 | os.ModeDir, s.Path(): 0o600, s.Path() + "-wal": 0o600} {
		info, err := os.Stat(path)
		must(t, err)
		if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", path, info.Mode(), want)
		}
	}
}

func TestAnAnswerIsKeptWithAllThatFollows(t *testing.T) {
	dir := t.TempDir()
	s := open(t, options(dir, "w1"))
	session := saved("s1", 1, false)
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true), answer("a2", false)}, &session))
	must(t, s.Close())

	s = open(t, options(dir, "w2"))
	sum := summary(t, s)
	if want := []history.Task{{Task: "2.1", Right: 1, Answered: 2}}; !reflect.DeepEqual(sum.Tasks, want) || sum.Right != 1 || sum.Answered != 2 || sum.First {
		t.Errorf("the sums are %+v", sum)
	}
	items, err := s.Items(t.Context(), []model.Item{"c:rds/host@aws", "c:ec2/host@aws", "q:never@1"})
	must(t, err)
	want := map[model.Item]string{"c:rds/host@aws": "2 1 false", "c:ec2/host@aws": "2 0 false"}
	if len(items) != len(want) {
		t.Errorf("items: %v", items)
	}
	for id, i := range items {
		if got := fmt.Sprint(i.Seen, i.Right, i.LastRight); got != want[id] {
			t.Errorf("%s is %s, want %s", id, got, want[id])
		}
		if !i.Last.Equal(noon) || i.Last.Format("-0700") != "+0100" {
			t.Errorf("%s was graded at %v, want %v with its zone", id, i.Last, noon)
		}
	}
	row := rawQuery(t, s.Path(), `SELECT concat_ws(' ', learner, course, session, at, zone, mode, task, shown, chosen, thinking, right, spec ->> '$.drill.kind')
		FROM answer WHERE id = 'a1'`)
	if want := ` clf-c02 s1 1795258800000 60 study 2.1 ["rds","ec2"] ["ec2"] 1500 1 where`; row != want {
		t.Errorf("the row is\n%s, want\n%s", row, want)
	}
	if len(sum.Unfinished) != 1 {
		t.Fatalf("unfinished: %+v", sum.Unfinished)
	}
	again, err := s.Claim(t.Context(), "s1", false)
	must(t, err)
	if !reflect.DeepEqual(normal(again), normal(session)) {
		t.Errorf("the session came back as\n%+v, want\n%+v", again, session)
	}
}

// normal makes equal times equal for reflect.DeepEqual.
func normal(s quiz.Saved) quiz.Saved {
	s.Started = s.Started.UTC()
	return s
}

func TestAnAnswerAppendedTwiceCountsOnce(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true)}, nil))
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true), answer("a2", true)}, nil))
	if sum := summary(t, s); sum.Answered != 2 || sum.Right != 2 {
		t.Errorf("answered %d, right %d, want 2 and 2", sum.Answered, sum.Right)
	}
	items, err := s.Items(t.Context(), []model.Item{"c:rds/host@aws"})
	must(t, err)
	if got := items["c:rds/host@aws"].Seen; got != 2 {
		t.Errorf("the item was seen %d times, want 2", got)
	}
}

func TestAppendIsAllOrNothing(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	session := saved("s1", 0, false)
	bad := answer("", true) // no id
	if err := s.Append(t.Context(), []quiz.Answer{answer("a1", true), bad}, &session); err == nil || !strings.Contains(err.Error(), "not saved") {
		t.Fatalf("an answer without an id: %v", err)
	}
	if sum := summary(t, s); !sum.First {
		t.Errorf("something was kept: %+v", sum)
	}
}

func TestACancelledAppendKeepsNothingAndCanBeRepeated(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Append(ctx, []quiz.Answer{answer("a1", true)}, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true)}, nil))
	if sum := summary(t, s); sum.Answered != 1 {
		t.Errorf("answered %d, want 1", sum.Answered)
	}
}

func TestLearnersAndCoursesDoNotMix(t *testing.T) {
	dir := t.TempDir()
	mine := open(t, options(dir, "w1"))
	theirs := options(dir, "w2")
	theirs.Learner = "ana"
	other := options(dir, "w3")
	other.Course = "private"
	session := saved("s1", 0, false)
	must(t, mine.Append(t.Context(), []quiz.Answer{answer("a1", true)}, &session))
	must(t, mine.MarkRead(t.Context(), "two-halves"))
	_, err := mine.Toggle(t.Context(), history.KindCell, "rds/host")
	must(t, err)
	for _, o := range []history.Options{theirs, other} {
		s := open(t, o)
		if sum := summary(t, s); !sum.First || len(sum.Unfinished) > 0 {
			t.Errorf("learner %q in %q sees %+v", o.Learner, o.Course, sum)
		}
		if items, err := s.Items(t.Context(), []model.Item{"c:rds/host@aws"}); err != nil || len(items) > 0 {
			t.Errorf("learner %q in %q sees %v, %v", o.Learner, o.Course, items, err)
		}
		if _, err := s.Claim(t.Context(), "s1", true); !errors.Is(err, history.ErrNoSession) {
			t.Errorf("learner %q in %q can claim it: %v", o.Learner, o.Course, err)
		}
	}
}

func TestLessonsKeepPositionAndWhatWasRead(t *testing.T) {
	o := options(t.TempDir(), "w1")
	now := noon
	o.Now = func() time.Time { now = now.Add(time.Minute); return now }
	s := open(t, o)
	must(t, s.SetPosition(t.Context(), "one", 4, 17))
	must(t, s.MarkRead(t.Context(), "one"))
	must(t, s.MarkRead(t.Context(), "two"))
	must(t, s.SetPosition(t.Context(), "one", 5, 0))
	lessons, err := s.Lessons(t.Context())
	must(t, err)
	if l := lessons["one"]; !l.Read || l.Block != 5 || l.Offset != 0 || !l.At.Equal(noon.Add(4*time.Minute)) {
		t.Errorf("lesson one is %+v", l)
	}
	if l := lessons["two"]; !l.Read || l.Block != 0 {
		t.Errorf("lesson two is %+v", l)
	}
	sum := summary(t, s)
	if sum.LastLesson != "one" || sum.LessonsRead() != 2 || sum.First || !reflect.DeepEqual(sum.Lessons, lessons) {
		t.Errorf("the summary says %+v", sum)
	}
	must(t, s.SetPosition(t.Context(), "three", 0, 3))
	if sum := summary(t, s); sum.LastLesson != "three" || sum.LessonsRead() != 2 {
		t.Errorf("after opening lesson three: last %s, %d read", sum.LastLesson, sum.LessonsRead())
	}
}

func TestReadingALessonToItsEndKeepsThePosition(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.SetPosition(t.Context(), "one", 4, 17))
	must(t, s.MarkRead(t.Context(), "one"))
	lessons, err := s.Lessons(t.Context())
	must(t, err)
	if l := lessons["one"]; l.Block != 4 || l.Offset != 17 {
		t.Errorf("lesson one is %+v", l)
	}
}

func TestBookmarksToggleAndListTheNewestFirst(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	for _, step := range []struct {
		kind history.Kind
		id   string
		set  bool
	}{
		{history.KindLesson, "one", true},
		{history.KindCell, "rds/host", true},
		{history.KindQuestion, "one", true}, // same id, another kind
		{history.KindCell, "rds/host", false},
		{history.KindCell, "ec2/host", true},
	} {
		set, err := s.Toggle(t.Context(), step.kind, step.id)
		must(t, err)
		if set != step.set {
			t.Errorf("%s %s: set is %t, want %t", step.kind, step.id, set, step.set)
		}
	}
	list, err := s.Bookmarks(t.Context())
	must(t, err)
	var got []string
	for _, b := range list {
		got = append(got, string(b.Kind)+" "+b.ID)
	}
	if want := "cell ec2/host, question one, lesson one"; strings.Join(got, ", ") != want {
		t.Errorf("bookmarks: %s, want %s", strings.Join(got, ", "), want)
	}
	if sum := summary(t, s); !reflect.DeepEqual(sum.Bookmarks, list) || sum.First {
		t.Errorf("the summary says %+v", sum)
	}
}

// Answers count in the order of their time, whatever order they come in: the
// clock may have been set back, or another window been slow.
func TestTheLastAnswerIsTheLastInTime(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	for i, hours := range []int{0, -2, -1} {
		a := answer(fmt.Sprint("a", i), i == 0)
		a.At = noon.Add(time.Duration(hours) * time.Hour)
		must(t, s.Append(t.Context(), []quiz.Answer{a}, nil))
	}
	items, err := s.Items(t.Context(), []model.Item{"c:rds/host@aws"})
	must(t, err)
	i := items["c:rds/host@aws"]
	if i.Seen != 3 || i.Right != 1 || i.FirstRight || !i.LastRight || !i.First.Equal(noon.Add(-2*time.Hour)) || !i.Last.Equal(noon) {
		t.Errorf("the item is %+v", i)
	}
}

// The sums that the home screen shows are those of the answers, whatever was
// appended how often by whom.
func TestSumsAreThoseOfTheAnswers(t *testing.T) {
	dir, learner := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		learner++
		windows := make([]*history.Store, 2)
		for i := range windows {
			o := options(dir, fmt.Sprint("w", i))
			o.Learner = fmt.Sprint(learner)
			s, err := history.Open(t.Context(), o)
			must(t, err)
			defer s.Close()
			windows[i] = s
		}
		given := map[string]quiz.Answer{}
		for range rapid.IntRange(1, 12).Draw(r, "appends") {
			a := answer(fmt.Sprint(learner, "-", rapid.IntRange(0, 7).Draw(r, "id")), rapid.Bool().Draw(r, "right"))
			a.Task = model.TaskID(rapid.SampledFrom([]string{"", "2.1", "2.2"}).Draw(r, "task"))
			must(t, rapid.SampledFrom(windows).Draw(r, "window").Append(t.Context(), []quiz.Answer{a}, nil))
			if _, double := given[a.ID]; !double {
				given[a.ID] = a
			}
		}
		tasks, right, seen := map[model.TaskID]history.Task{}, 0, 0
		for _, a := range given {
			sum := tasks[a.Task]
			sum.Task, sum.Answered = a.Task, sum.Answered+1
			if a.Right {
				sum.Right++
				right++
			}
			tasks[a.Task], seen = sum, seen+1
		}
		sum := summary(t, windows[0])
		if sum.Answered != seen || sum.Right != right || len(sum.Tasks) != len(tasks) {
			r.Fatalf("the sums are %+v, want %d right of %d", sum, right, seen)
		}
		for _, task := range sum.Tasks {
			if task != tasks[task.Task] {
				r.Fatalf("task %q is %+v, want %+v", task.Task, task, tasks[task.Task])
			}
		}
		items, err := windows[1].Items(t.Context(), []model.Item{"c:rds/host@aws"})
		must(t, err)
		if i := items["c:rds/host@aws"]; i.Seen != seen || i.Right != right {
			r.Fatalf("the item is %+v, want %d right of %d", i, right, seen)
		}
	})
}

func TestAClosedHistoryRefuses(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.Close())
	must(t, s.Close())
	if err := s.Append(t.Context(), []quiz.Answer{answer("a1", true)}, nil); err == nil {
		t.Error("a closed history took an answer")
	}
	if err := s.Check(t.Context()); err == nil {
		t.Error("a closed history was checked")
	}
}
