package history

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
)

// writeVersion1 makes a history as the first whose kept it.
func writeVersion1(t *testing.T, dir string) {
	t.Helper()
	s := openSteps(t, dir, migrations()[:1])
	exec := func(statement string, args ...any) {
		t.Helper()
		if _, err := s.db.Exec(statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	for i, a := range version1Answers() {
		id := fmt.Sprint("a", i)
		exec(`INSERT INTO answer (id, learner, course, session, at, zone, mode, spec, task, shown, chosen, thinking, right)
			VALUES (?, 'ana', 'clf-c02', 's1', ?, 60, 'study', '{"question":"one"}', '2.1', '[]', '["x"]', 1500, ?)`, id, a.at.UnixMilli(), a.right)
		exec(`INSERT INTO grade (answer, n, learner, course, item, right) VALUES (?, 0, 'ana', 'clf-c02', ?, ?)`, id, a.item, a.right)
		exec(`INSERT INTO item VALUES ('ana', 'clf-c02', ?, 1, ?, ?, 60, ?) ON CONFLICT DO UPDATE SET
			seen = seen + 1, right = right + excluded.right, last_at = excluded.last_at, last_right = excluded.last_right`,
			a.item, a.right, a.at.UnixMilli(), a.right)
		exec(`INSERT INTO task VALUES ('ana', 'clf-c02', '2.1', 1, ?) ON CONFLICT DO UPDATE SET answered = answered + 1, right = right + excluded.right`, a.right)
	}
	saved := `{"id":"s1","course":"clf-c02","version":"1","kind":"quiz","mode":"study","title":"RDS","started":"2026-11-01T12:00:00+01:00","at":2,"done":true,
		"entries":[{"spec":{"question":"one","order":[],"right":[]},"graded":true,"right":true,"thinking":2500000000},{"spec":{"order":[],"right":[]},"graded":true}]}`
	exec(`INSERT INTO session VALUES ('ana', 'clf-c02', 's1', 'done', 1795258800000, 60, 'RDS', 'quiz', 'study', 2, 2, ?, 'w', 1)`, saved)
	exec(`INSERT INTO session VALUES ('ana', 'clf-c02', 's2', 'open', 1795258800000, 60, 'RDS', 'quiz', 'study', 0, 2, 'lost', '', 0)`)
	exec(`INSERT INTO lesson VALUES ('ana', 'clf-c02', 'one', 1795258800000, 60, 1, 4, 17), ('ana', 'clf-c02', 'two', 1795258800000, 60, 0, 1, 2)`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

type version1Answer struct {
	item  model.Item
	at    time.Time
	right bool
}

// version1Answers are in the order they were kept in; the clock was set back
// before the last one.
func version1Answers() []version1Answer {
	from := time.Date(2026, 11, 1, 12, 0, 0, 0, time.FixedZone("", 3600))
	day := func(n int) time.Time { return from.AddDate(0, 0, n) }
	return []version1Answer{
		{"q:one@1", day(0), true},
		{"c:rds/host@aws", day(0), false},
		{"q:one@1", day(5), true},
		{"q:one@1", day(9), false},
		{"c:rds/host@aws", day(9), true},
		{"q:two@1", day(9), true},
		{"q:one@1", day(3), true},
	}
}

func TestAVersion1FileKeepsAllAndIsRemembered(t *testing.T) {
	dir := t.TempDir()
	writeVersion1(t, dir)
	s := openAs(t, dir, "ana")
	t.Cleanup(func() { closed(t, s) })
	sum, err := s.Summary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	order := version1Answers()
	order = append(append(order[:2:2], order[6]), order[2:6]...) // by time
	want, days := map[model.Item]recall.Trace{}, map[recall.Day]int{}
	for _, a := range order {
		rating := recall.Again
		if a.right {
			rating = recall.Good
		}
		want[a.item] = want[a.item].After(a.at, rating)
		days[recall.DayOf(a.at)]++
	}
	for item, w := range want {
		got := sum.Learner.Traces[item]
		if !got.First.Equal(w.First) || !got.Last.Equal(w.Last) {
			t.Errorf("%s was asked from %v to %v", item, got.First, got.Last)
		}
		w.First, w.Last = got.First, got.Last
		if got != w {
			t.Errorf("%s is\n%+v, want\n%+v", item, got, w)
		}
	}
	if len(sum.Learner.Traces) != 3 || sum.Answered != 7 || sum.Right != 5 || sum.Learner.Pace != 0 {
		t.Errorf("the summary is %+v", sum)
	}
	fitted := 0
	for _, band := range sum.Learner.Fit {
		fitted += band.Answered
	}
	if fitted != 3 { // of the questions, one was asked four times
		t.Errorf("%d predictions", fitted)
	}
	p, err := s.Progress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range p.Days {
		if d.Answered != days[d.Day] {
			t.Errorf("on %s %d answers, want %d", d.Day, d.Answered, days[d.Day])
		}
	}
	if p.Sure.Sure != (recall.Tally{Right: 5, Answered: 7}) || len(p.Days) != len(days) {
		t.Errorf("the progress is %+v", p)
	}
	checkVersion1Rest(t, s, sum)
	if found, err := filepath.Glob(filepath.Join(dir, "history-v1-*.db")); err != nil || len(found) != 1 {
		t.Errorf("backups: %v, %v", found, err)
	}
}

func checkVersion1Rest(t *testing.T, s *Store, sum Summary) {
	t.Helper()
	if one := sum.Lessons["one"]; !one.Read || !one.ReadAt.Equal(one.At) || one.Offset != 17 || !sum.Learner.Read["one"].Equal(one.At) {
		t.Errorf("lesson one is %+v", one)
	}
	if two := sum.Lessons["two"]; two.Read || !two.ReadAt.IsZero() || len(sum.Learner.Read) != 1 {
		t.Errorf("lesson two is %+v", two)
	}
	past, err := s.Sessions(t.Context())
	if err != nil || len(past) != 1 || past[0].Right != 1 || past[0].Time != 2500*time.Millisecond || past[0].Kind != quiz.KindQuiz {
		t.Errorf("past sessions: %+v, %v", past, err)
	}
	if len(sum.Unfinished) != 1 {
		t.Errorf("unfinished: %+v", sum.Unfinished)
	}
	if wrong, err := s.Mistakes(t.Context(), []model.Item{"q:one@1"}, 5); err != nil || len(wrong) != 1 || wrong[0].Spec.Question != "one" {
		t.Errorf("mistakes: %+v, %v", wrong, err)
	}
}
