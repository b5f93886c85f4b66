package history_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
)

func TestUndoLeavesNoTraceInWhatIsShown(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	open := saved("s1", 1, false)
	must(t, s.Append(t.Context(), []quiz.Answer{asked("a1", "q:one@1", true, 0)}, &open))
	before, worked := summary(t, s), progress(t, s)
	slip := asked("slip", "q:one@1", false, time.Hour)
	slip.Grades = append(slip.Grades, quiz.Grade{Item: "q:two@1"})
	slip.Confusions = []quiz.Confusion{{Took: "a", For: "b", Times: 1}}
	done := saved("s1", 1, true)
	must(t, s.Append(t.Context(), []quiz.Answer{slip}, &done))
	if reflect.DeepEqual(summary(t, s), before) {
		t.Fatal("the slip changed nothing")
	}
	must(t, s.Undo(t.Context(), "slip", &open))
	if got := summary(t, s); !reflect.DeepEqual(got, before) {
		t.Errorf("the summary is\n%+v, was\n%+v", got, before)
	}
	if got := progress(t, s); !reflect.DeepEqual(got, worked) {
		t.Errorf("the progress is\n%+v, was\n%+v", got, worked)
	}
	if list, err := s.Mistakes(t.Context(), []model.Item{"q:one@1", "q:two@1"}, 5); err != nil || len(list) > 0 {
		t.Errorf("mistakes: %+v, %v", list, err)
	}
	if got := rawQuery(t, s.Path(), `SELECT (SELECT count(*) FROM answer) || ' ' || (SELECT count(*) FROM correction)`); got != "2 1" {
		t.Errorf("answers and corrections: %s; rows are only ever added", got)
	}
}

func TestUndoingTwiceIsNoErrorAndAnUnknownAnswerIs(t *testing.T) {
	dir := t.TempDir()
	s := open(t, options(dir, "w1"))
	must(t, s.Append(t.Context(), []quiz.Answer{asked("a1", "q:one@1", true, 0), asked("a2", "q:one@1", true, 1)}, nil))
	for range 2 {
		must(t, s.Undo(t.Context(), "a2", nil))
		if got := summary(t, s); got.Answered != 1 || got.Learner.Traces["q:one@1"].Seen != 1 {
			t.Errorf("answered %d, the item %+v", got.Answered, got.Learner.Traces)
		}
	}
	if err := s.Undo(t.Context(), "never", nil); !errors.Is(err, history.ErrUnknown) {
		t.Errorf("an unknown one: %v", err)
	}
	o := options(dir, "w2")
	o.Learner = "ana"
	if err := open(t, o).Undo(t.Context(), "a1", nil); !errors.Is(err, history.ErrUnknown) {
		t.Errorf("another learner's: %v", err)
	}
	must(t, s.Append(t.Context(), []quiz.Answer{asked("a2", "q:one@1", true, 1)}, nil)) // as after a failure
	if got := summary(t, s); got.Answered != 1 {
		t.Errorf("appended again, it counts: %d answers", got.Answered)
	}
}

func TestUndoInASessionThatWasTakenOverStands(t *testing.T) {
	dir := t.TempDir()
	first, second := open(t, options(dir, "w1")), open(t, options(dir, "w2"))
	session := saved("s1", 0, false)
	must(t, first.Append(t.Context(), []quiz.Answer{answer("a1", true)}, &session))
	_, err := second.Claim(t.Context(), "s1", true)
	must(t, err)
	if err := first.Undo(t.Context(), "a1", &session); !errors.Is(err, history.ErrTakenOver) {
		t.Errorf("got %v", err)
	}
	if got := summary(t, second); got.Answered != 0 {
		t.Errorf("%d answers stand", got.Answered)
	}
}

func TestMistakesComeNewestFirst(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	both := answer("both", false) // wrong on both of the cells
	both.At = noon.Add(-time.Hour)
	must(t, s.Append(t.Context(), []quiz.Answer{
		answer("host", true), both, // host is right on rds, wrong on ec2
		asked("other", "q:one@1", false, time.Hour), asked("right", "q:one@1", true, 2*time.Hour),
	}, nil))
	for _, c := range []struct {
		items []model.Item
		most  int
		want  []time.Duration
	}{
		{[]model.Item{"c:rds/host@aws"}, 9, []time.Duration{-time.Hour}},
		{[]model.Item{"c:rds/host@aws", "c:ec2/host@aws"}, 9, []time.Duration{0, -time.Hour}},
		{[]model.Item{"c:ec2/host@aws", "q:one@1"}, 2, []time.Duration{time.Hour, 0}},
		{[]model.Item{"q:never@1"}, 9, nil},
		{nil, 9, nil},
	} {
		list, err := s.Mistakes(t.Context(), c.items, c.most)
		must(t, err)
		var got []time.Duration
		for _, m := range list {
			got = append(got, m.At.Sub(noon))
			if m.Spec.Drill == nil || m.Spec.Drill.Layer != "host" || !reflect.DeepEqual(m.Chosen, []string{"ec2"}) {
				t.Errorf("%v: asked %+v, chosen %v", c.items, m.Spec, m.Chosen)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: mistakes at %v, want %v", c.items, got, c.want)
		}
	}
}

func TestPastSessionsComeNewestFirst(t *testing.T) {
	o := options(t.TempDir(), "w1")
	now := noon
	o.Now = func() time.Time { now = now.Add(time.Minute); return now }
	s := open(t, o)
	first := saved("first", 1, true)
	first.Kind, first.Mode, first.Title = quiz.KindExam, quiz.Test, "Mock exam"
	first.Entries[0].Right, first.Entries[0].Thinking = true, 2500*time.Millisecond
	must(t, s.SaveSession(t.Context(), saved("first", 0, false)))
	must(t, s.SaveSession(t.Context(), first))
	must(t, s.SaveSession(t.Context(), saved("open", 1, false)))
	must(t, s.SaveSession(t.Context(), saved("second", 1, true)))
	list, err := s.Sessions(t.Context())
	must(t, err)
	if len(list) != 2 || list[0].ID != "second" {
		t.Fatalf("past: %+v", list)
	}
	want := history.Past{ID: "first", Title: "Mock exam", Kind: quiz.KindExam, Mode: quiz.Test, Len: 2, Right: 1, At: list[1].At, Time: 3500 * time.Millisecond}
	if list[1] != want || !list[1].At.Equal(noon.Add(2*time.Minute)) {
		t.Errorf("the first is %+v, want %+v", list[1], want)
	}
	for _, id := range []string{"first", "open"} {
		session, err := s.Session(t.Context(), id)
		must(t, err)
		if session.ID != id || len(session.Entries) != 2 {
			t.Errorf("session %s is %+v", id, session)
		}
	}
	other := options(t.TempDir(), "w2")
	if _, err := open(t, other).Session(t.Context(), "first"); !errors.Is(err, history.ErrUnknown) {
		t.Errorf("an unknown session: %v", err)
	}
}
