package history_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
)

// asked is an answer to a question, some time after noon.
func asked(id string, item model.Item, right bool, after time.Duration) quiz.Answer {
	a := answer(id, right)
	a.At, a.Grades = noon.Add(after), []quiz.Grade{{Item: item, Right: right}}
	return a
}

func learner(t testing.TB, s *history.Store) recall.Learner {
	t.Helper()
	l, err := s.Learner(t.Context())
	must(t, err)
	return l
}

func progress(t testing.TB, s *history.Store) history.Progress {
	t.Helper()
	p, err := s.Progress(t.Context())
	must(t, err)
	return p
}

const day = 24 * time.Hour

func TestMemoryIsThatOfTheModel(t *testing.T) {
	dir := t.TempDir()
	s := open(t, options(dir, "w1"))
	unsure := asked("a2", "q:one@1", true, 3*day)
	unsure.Unsure = true
	must(t, s.Append(t.Context(), []quiz.Answer{asked("a1", "q:one@1", true, 0), unsure, asked("a3", "q:one@1", false, 9*day)}, nil))
	must(t, s.Close())
	want := recall.Trace{}.After(noon, recall.Good).After(noon.Add(3*day), recall.Hard).After(noon.Add(9*day), recall.Again)
	got := learner(t, open(t, options(dir, "w2"))).Traces["q:one@1"]
	if !got.First.Equal(want.First) || !got.Last.Equal(want.Last) || got.Last.Format("-07") != "+01" {
		t.Errorf("it was asked from %v to %v", got.First, got.Last)
	}
	want.First, want.Last = got.First, got.Last
	if got != want {
		t.Errorf("the trace is\n%+v, want\n%+v", got, want)
	}
}

func TestALearnerIsReadWhole(t *testing.T) {
	o := options(t.TempDir(), "w1")
	now := noon
	o.Now = func() time.Time { return now }
	s := open(t, o)
	must(t, s.MarkRead(t.Context(), "one"))
	must(t, s.SetPosition(t.Context(), "two", 1, 0))
	now = noon.Add(15 * time.Hour) // 03:00, the same study day
	must(t, s.MarkRead(t.Context(), "one"))
	exam, err := recall.ParseDay("2026-12-20")
	must(t, err)
	must(t, s.SetExam(t.Context(), exam))
	for i := range 10 {
		a := asked(fmt.Sprint("a", i), "q:one@1", true, time.Duration(i)*time.Hour)
		a.Thinking = time.Duration(10-i) * time.Second
		must(t, s.Append(t.Context(), []quiz.Answer{a}, nil))
	}
	must(t, s.Append(t.Context(), []quiz.Answer{asked("before", "q:two@1", true, -9*time.Hour)}, nil)) // 03:00, the study day before
	l := learner(t, s)
	if l.Exam != exam || l.Today != 10 || l.Pace != 5*time.Second || len(l.Traces) != 2 {
		t.Errorf("exam %v, today %d, pace %v, %d items", l.Exam, l.Today, l.Pace, len(l.Traces))
	}
	if len(l.Read) != 1 || !l.Read["one"].Equal(noon) {
		t.Errorf("read: %v, want one at noon, when it was read first", l.Read)
	}
	if sum := summary(t, s); !reflect.DeepEqual(sum.Learner, l) {
		t.Errorf("the summary has\n%+v, want\n%+v", sum.Learner, l)
	}
	now = noon.Add(16*time.Hour + time.Minute) // 04:01
	if l := learner(t, s); l.Today != 0 {
		t.Errorf("on the next day %d answers were given", l.Today)
	}
}

func TestPaceIsThatOfTheLastFifty(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	if l := learner(t, s); l.Pace != 0 {
		t.Errorf("without answers the pace is %v", l.Pace)
	}
	must(t, s.Append(t.Context(), answers("few", 9), nil))
	if l := learner(t, s); l.Pace != 0 {
		t.Errorf("nine answers set the pace to %v", l.Pace)
	}
	var list []quiz.Answer
	for i := range 80 {
		a := asked(fmt.Sprintf("a%02d", i), "q:one@1", true, time.Duration(i)*time.Minute)
		a.Thinking = time.Minute
		if i >= 30 {
			a.Thinking = 8 * time.Second
		}
		if i >= 55 {
			a.Thinking = 4 * time.Second
		}
		list = append(list, a)
	}
	must(t, s.Append(t.Context(), list, nil))
	if l := learner(t, s); l.Pace != 4*time.Second { // 25 of 4 s, 25 of 8 s
		t.Errorf("the pace is %v, want 4 s", l.Pace)
	}
	for i := 50; i < 80; i++ {
		must(t, s.Undo(t.Context(), fmt.Sprint("a", i), nil))
	}
	if l := learner(t, s); l.Pace != time.Minute {
		t.Errorf("without what was taken back the pace is %v, want a minute", l.Pace)
	}
}

// rating is how an answer was rated, by the row that any tool sees.
func rating(t *testing.T, s *history.Store, id string) string {
	t.Helper()
	return rawQuery(t, s.Path(), `SELECT sure || ' ' || rating FROM answer JOIN grade ON answer = id WHERE id = '`+id+`'`)
}

func TestAFastAnswerIsEasyOnceTheUsualTempoIsKnown(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	n := 0
	give := func(right, unsure bool, thinking time.Duration) string {
		n++
		a := asked(fmt.Sprintf("a%02d", n), model.Item(fmt.Sprintf("q:%d@1", n)), right, time.Duration(n)*time.Minute)
		a.Words, a.Thinking, a.Unsure = 68, thinking, unsure // reading takes 20 s
		must(t, s.Append(t.Context(), []quiz.Answer{a}, nil))
		return rating(t, s, a.ID)
	}
	for range 9 {
		give(true, false, 20*time.Second)
	}
	for range 5 {
		give(false, false, 20*time.Second)
	}
	if got := give(true, false, time.Second); got != "sure 3" {
		t.Errorf("with nine right answers before, a fast one is %s", got)
	}
	for _, c := range []struct {
		right, unsure bool
		thinking      time.Duration
		want          string
	}{
		{true, false, 5 * time.Second, "fast 4"},
		{true, false, 19 * time.Second, "sure 3"},
		{true, false, 0, "sure 3"}, // not known
		{true, true, 5 * time.Second, "unsure 2"},
		{false, false, 5 * time.Second, "fast 1"},
		{false, true, 5 * time.Second, "unsure 1"},
		{false, false, 30 * time.Second, "sure 1"},
	} {
		if got := give(c.right, c.unsure, c.thinking); got != c.want {
			t.Errorf("right %t, unsure %t, %v: %s, want %s", c.right, c.unsure, c.thinking, got, c.want)
		}
	}
	want := history.Sure{
		Unsure: recall.Tally{Right: 1, Answered: 2}, Sure: recall.Tally{Right: 12, Answered: 18}, Fast: recall.Tally{Right: 1, Answered: 2},
	}
	if got := progress(t, s).Sure; got != want {
		t.Errorf("sums: %+v, want %+v", got, want)
	}
}

func TestFitCountsQuestionsThatWereAskedAgain(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.Append(t.Context(), []quiz.Answer{
		asked("a1", "q:one@1", true, 0),
		asked("a2", "q:one@1", false, 4*day),
		asked("a3", "q:one@2", true, 4*day), // a revised question starts afresh
		asked("a4", "c:rds/host@aws", true, 0),
		asked("a5", "c:rds/host@aws", true, 4*day),
	}, nil))
	recalled := recall.Trace{}.After(noon, recall.Good).Recall(noon.Add(4 * day))
	var want recall.Fit
	want[recall.FitBand(recalled)] = recall.Tally{Answered: 1}
	if got := learner(t, s).Fit; got != want || progress(t, s).Fit != want {
		t.Errorf("the fit is %v, want %v", got, want)
	}
	if got := rawQuery(t, s.Path(), `SELECT group_concat(coalesce(round(predicted, 6), 'none') ORDER BY answer) FROM grade`); got !=
		fmt.Sprintf("none,%v,none,none,%[1]v", round6(recalled)) {
		t.Errorf("predicted: %s", got)
	}
}

func round6(x float64) float64 { return math.Round(x*1e6) / 1e6 }

func TestProgressByDay(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	today := recall.DayOf(noon)
	late := asked("late", "q:one@1", true, 15*time.Hour) // 03:00
	must(t, s.Append(t.Context(), []quiz.Answer{asked("next", "q:one@1", false, 30*time.Hour), late, asked("first", "q:one@1", false, 0)}, nil))
	must(t, s.NoteReadiness(t.Context(), today+1, 0.5, 0.2))
	must(t, s.NoteReadiness(t.Context(), today, 0.4, 0.3))
	must(t, s.NoteReadiness(t.Context(), today+1, 0.6, 0.1))
	p := progress(t, s)
	days := []history.DayWork{
		{Day: today, Tally: recall.Tally{Right: 1, Answered: 2}, Time: 3 * time.Second},
		{Day: today + 1, Tally: recall.Tally{Answered: 1}, Time: 1500 * time.Millisecond},
	}
	if !reflect.DeepEqual(p.Days, days) {
		t.Errorf("days: %+v, want %+v", p.Days, days)
	}
	ready := []history.ReadyDay{{Day: today, Share: 0.4, Margin: 0.3}, {Day: today + 1, Share: 0.6, Margin: 0.1}}
	if !reflect.DeepEqual(p.Readiness, ready) {
		t.Errorf("readiness: %+v, want %+v", p.Readiness, ready)
	}
}

func TestConfusionsComeMostFrequentFirst(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	var list []quiz.Answer
	for i := range 25 {
		a := asked(fmt.Sprint("rare", i), "q:one@1", false, time.Duration(i)*time.Hour)
		a.Confusions = []quiz.Confusion{{Took: "host", For: model.ConceptID(fmt.Sprint("other", i)), Times: 1}}
		list = append(list, a)
	}
	for i := range 3 {
		a := asked(fmt.Sprint("often", i), "q:one@1", false, -time.Duration(i)*time.Hour)
		a.Confusions = []quiz.Confusion{{Took: "inspector", For: "guardduty", Times: 1}, {Took: "guardduty", For: "inspector"}}
		list = append(list, a)
	}
	must(t, s.Append(t.Context(), list, nil))
	must(t, s.Undo(t.Context(), "often0", nil)) // the newest of the three
	got := progress(t, s).Confusions
	if len(got) != 20 {
		t.Fatalf("%d are told", len(got))
	}
	first := history.Confusion{Took: "guardduty", For: "inspector", Times: 2, Last: got[0].Last}
	if got[0] != first || !got[0].Last.Equal(noon.Add(-time.Hour)) || got[1].Times != 2 || got[2].For != "other24" {
		t.Errorf("confusions: %+v", got)
	}
	must(t, s.Undo(t.Context(), "often1", nil))
	must(t, s.Undo(t.Context(), "often2", nil))
	if got := progress(t, s).Confusions; got[0].For != "other24" {
		t.Errorf("after taking all back: %+v", got[0])
	}
}

func TestSettingsAreKept(t *testing.T) {
	o := options(t.TempDir(), "w1")
	s := open(t, o)
	settings := func() history.Settings {
		t.Helper()
		got, err := s.Settings(t.Context())
		must(t, err)
		return got
	}
	if got := settings(); got != (history.Settings{Allowance: quiz.AsIs}) {
		t.Errorf("at first: %+v", got)
	}
	must(t, s.SetExam(t.Context(), 20000))
	must(t, s.SetExam(t.Context(), 20808))
	must(t, s.SetAllowance(t.Context(), quiz.HalfMore))
	must(t, s.SetPlaced(t.Context()))
	if got := settings(); got != (history.Settings{Exam: 20808, Allowance: quiz.HalfMore, Placed: true}) {
		t.Errorf("then: %+v", got)
	}
	if got := rawQuery(t, s.Path(), `SELECT value FROM setting WHERE name = 'exam'`); got != "2026-12-20" {
		t.Errorf("the row says %s", got)
	}
	if sum := summary(t, s); sum.Settings != settings() {
		t.Errorf("the summary says %+v", sum.Settings)
	}
	must(t, s.SetExam(t.Context(), 0))
	if got := settings(); got.Exam != 0 || learner(t, s).Exam != 0 {
		t.Errorf("without an exam: %+v", got)
	}
	o.Learner, o.Owner = "ana", "w2"
	if got, err := open(t, o).Settings(t.Context()); err != nil || got.Placed {
		t.Errorf("another learner has %+v, %v", got, err)
	}
}
