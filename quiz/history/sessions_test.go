package history_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"whose/quiz"
	"whose/quiz/history"
)

func TestASessionOfALiveWindowIsTaken(t *testing.T) {
	dir := t.TempDir()
	o1, o2 := options(dir, "w1"), options(dir, "w2")
	o1.PID = 4711
	first, second := open(t, o1), open(t, o2)
	must(t, first.SaveSession(t.Context(), saved("s1", 0, false)))

	if list, err := first.Resumable(t.Context()); err != nil || len(list) != 1 || list[0].TakenBy != 0 {
		t.Errorf("its own window sees %+v, %v", list, err)
	}
	if list, err := second.Resumable(t.Context()); err != nil || len(list) != 1 || list[0].TakenBy != 4711 {
		t.Errorf("the other window sees %+v, %v", list, err)
	}
	var taken *history.TakenError
	if _, err := second.Claim(t.Context(), "s1", false); !errors.As(err, &taken) || taken.PID != 4711 || taken.Session != "s1" {
		t.Errorf("claiming it: %v", err)
	}
	if err := second.DropSession(t.Context(), "s1"); !errors.As(err, &taken) {
		t.Errorf("dropping it: %v", err)
	}
	if err := second.SaveSession(t.Context(), saved("s1", 1, false)); !errors.Is(err, history.ErrTakenOver) {
		t.Errorf("saving it: %v", err)
	}
	must(t, first.SaveSession(t.Context(), saved("s1", 1, false)))
}

func TestASessionOfADeadProcessCanBeClaimed(t *testing.T) {
	dir := t.TempDir()
	o1, o2 := options(dir, "w1"), options(dir, "w2")
	o1.PID = 4711
	o2.Alive = func(pid int) bool { return pid != 4711 }
	must(t, open(t, o1).SaveSession(t.Context(), saved("s1", 1, false)))
	second := open(t, o2)
	if list, err := second.Resumable(t.Context()); err != nil || len(list) != 1 || list[0].TakenBy != 0 {
		t.Errorf("the other window sees %+v, %v", list, err)
	}
	session, err := second.Claim(t.Context(), "s1", false)
	must(t, err)
	if session.At != 1 {
		t.Errorf("it came back as %+v", session)
	}
	must(t, second.SaveSession(t.Context(), session))
}

func TestAWindowThatLostItsSessionKeepsItsAnswersOnly(t *testing.T) {
	dir := t.TempDir()
	first, second := open(t, options(dir, "w1")), open(t, options(dir, "w2"))
	must(t, first.SaveSession(t.Context(), saved("s1", 0, false)))
	_, err := second.Claim(t.Context(), "s1", true)
	must(t, err)
	must(t, second.SaveSession(t.Context(), saved("s1", 1, false)))

	stale := saved("s1", 0, true)
	if err := first.Append(t.Context(), []quiz.Answer{answer("a1", true)}, &stale); !errors.Is(err, history.ErrTakenOver) {
		t.Fatalf("got %v", err)
	}
	sum := summary(t, second)
	if sum.Answered != 1 {
		t.Errorf("answered %d, want 1", sum.Answered)
	}
	if len(sum.Unfinished) != 1 || sum.Unfinished[0].At != 1 {
		t.Errorf("the session is %+v, want the second window's", sum.Unfinished)
	}
}

func TestAWindowThatIsDoneWithASessionFreesIt(t *testing.T) {
	for name, leave := range map[string]func(*testing.T, *history.Store) error{
		"released": func(t *testing.T, s *history.Store) error { return s.Release(t.Context(), "s1") },
		"closed":   func(_ *testing.T, s *history.Store) error { return s.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			first, second := open(t, options(dir, "w1")), open(t, options(dir, "w2"))
			must(t, first.SaveSession(t.Context(), saved("s1", 0, false)))
			must(t, second.Release(t.Context(), "s1")) // not its to release
			if _, err := second.Claim(t.Context(), "s1", false); err == nil {
				t.Fatal("another window released it")
			}
			must(t, leave(t, first))
			_, err := second.Claim(t.Context(), "s1", false)
			must(t, err)
		})
	}
}

func TestFinishedAndDroppedSessionsAreNotOffered(t *testing.T) {
	dir := t.TempDir()
	s := open(t, options(dir, "w1"))
	done := saved("done", 1, true)
	must(t, s.SaveSession(t.Context(), saved("done", 0, false)))
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true)}, &done))
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true)}, &done)) // again, as after a failure
	must(t, s.SaveSession(t.Context(), saved("dropped", 0, false)))
	must(t, s.DropSession(t.Context(), "dropped"))
	sum := summary(t, s)
	if len(sum.Unfinished) != 0 || sum.First || sum.Answered != 1 {
		t.Errorf("the summary says %+v", sum)
	}
	for _, id := range []string{"done", "dropped", "never"} {
		if _, err := s.Claim(t.Context(), id, true); !errors.Is(err, history.ErrNoSession) {
			t.Errorf("claiming %s: %v", id, err)
		}
	}
	if err := open(t, options(dir, "w2")).SaveSession(t.Context(), saved("dropped", 1, false)); !errors.Is(err, history.ErrTakenOver) {
		t.Errorf("a window that had the dropped one saves it: %v", err)
	}
	if got := rawQuery(t, s.Path(), `SELECT group_concat(id || ' ' || state, ', ') FROM session ORDER BY id`); got != "done done, dropped dropped" {
		t.Errorf("kept: %s", got)
	}
}

func TestAnUnfinishedExamIsOfferedHoweverOldItIs(t *testing.T) {
	o := options(t.TempDir(), "w1")
	now := noon
	o.Now = func() time.Time { now = now.Add(time.Minute); return now }
	s := open(t, o)
	exam := saved("exam", 0, false)
	exam.Kind = quiz.KindExam
	must(t, s.SaveSession(t.Context(), exam))
	for i := range 25 {
		must(t, s.SaveSession(t.Context(), saved(fmt.Sprint("s", i), 0, false)))
	}
	list, err := s.Resumable(t.Context())
	must(t, err)
	if len(list) != 21 || list[20].ID != "exam" {
		t.Errorf("offered: %+v", list)
	}
}

func TestEveryFinishedSessionIsListed(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	for i := range 230 {
		must(t, s.SaveSession(t.Context(), saved(fmt.Sprint("s", i), 0, true)))
	}
	if list, err := s.Sessions(t.Context()); err != nil || len(list) != 230 {
		t.Errorf("%d sessions, %v", len(list), err)
	}
}

func TestUnfinishedSessionsComeNewestFirst(t *testing.T) {
	o := options(t.TempDir(), "w1")
	now := noon
	o.Now = func() time.Time { now = now.Add(time.Minute); return now }
	s := open(t, o)
	for i := range 25 {
		must(t, s.SaveSession(t.Context(), saved(fmt.Sprint("s", i), 0, false)))
	}
	must(t, s.SaveSession(t.Context(), saved("s7", 1, false)))
	list, err := s.Resumable(t.Context())
	must(t, err)
	if len(list) != 20 || list[0].ID != "s7" || list[1].ID != "s24" || list[19].ID != "s5" {
		t.Fatalf("offered: %+v", list)
	}
	want := history.Unfinished{ID: "s7", Title: "RDS", Kind: quiz.KindQuiz, Mode: quiz.Study, At: 1, Len: 2, Saved: list[0].Saved}
	if list[0] != want || !list[0].Saved.Equal(noon.Add(26*time.Minute)) {
		t.Errorf("the first is %+v, want %+v", list[0], want)
	}
}

func TestATestIsHandedInByTheWindowThatHasIt(t *testing.T) {
	dir := t.TempDir()
	first, second := open(t, options(dir, "w1")), open(t, options(dir, "w2"))
	exam := saved("s1", 0, false)
	exam.Mode = quiz.Test
	must(t, first.SaveSession(t.Context(), exam))
	_, err := second.Claim(t.Context(), "s1", true)
	must(t, err)
	exam.Done = true
	handIn := func(s *history.Store, id string) error {
		return s.Append(t.Context(), []quiz.Answer{answer(id, true)}, &exam)
	}
	if err := handIn(first, "a1"); !errors.Is(err, history.ErrTakenOver) {
		t.Errorf("the window that lost it, before: %v", err)
	}
	must(t, handIn(second, "a2"))
	if err := handIn(first, "a3"); !errors.Is(err, history.ErrTakenOver) {
		t.Errorf("the window that lost it, after: %v", err)
	}
	must(t, handIn(second, "a2")) // again, as after a failure
	if sum := summary(t, second); sum.Answered != 1 {
		t.Errorf("answered %d, want 1", sum.Answered)
	}
}
