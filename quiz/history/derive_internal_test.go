package history

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
)

// openAs opens the history of a learner in a folder. Nothing is lost when the
// test ends, so it need not wait for the disk.
func openAs(t testing.TB, dir, learner string) *Store {
	t.Helper()
	o := testOptions(dir)
	o.Learner, o.Owner = learner, "w-"+learner
	s, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(`PRAGMA synchronous = OFF`); err != nil {
		t.Fatal(err)
	}
	return s
}

func closed(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// someday is a moment in a few weeks, in one of two zones, often one that
// another answer has too.
func someday(r *rapid.T) time.Time {
	zone := time.FixedZone("", 3600*rapid.IntRange(-1, 1).Draw(r, "zone"))
	n := rapid.IntRange(0, 20).Draw(r, "moment")
	return time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * 23 * time.Hour).In(zone)
}

func randomAnswer(r *rapid.T, id string) quiz.Answer {
	a := quiz.Answer{
		ID: id, Session: "s", At: someday(r), Mode: quiz.Study, Task: model.TaskID(rapid.SampledFrom([]string{"2.1", "2.2"}).Draw(r, "task")),
		Words: 60, Thinking: time.Duration(rapid.IntRange(0, 90).Draw(r, "seconds")) * time.Second,
		Right: rapid.IntRange(0, 3).Draw(r, "right") > 0, Unsure: rapid.IntRange(0, 4).Draw(r, "unsure") == 0,
	}
	items := []model.Item{"q:one@1", "q:two@1", "c:rds/host@aws", "c:ec2/host@aws"}
	for range rapid.IntRange(0, 2).Draw(r, "grades") {
		a.Grades = append(a.Grades, quiz.Grade{Item: rapid.SampledFrom(items).Draw(r, "item"), Right: a.Right})
	}
	if !a.Right {
		took := model.ConceptID(rapid.SampledFrom([]string{"host", "guest"}).Draw(r, "took"))
		a.Confusions = []quiz.Confusion{{Took: took, For: "keys", Times: 1}}
	}
	return a
}

// kept is every row of some tables, in a form that can be compared.
func kept(t testing.TB, s *Store, tables ...string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, table := range tables {
		err := s.read(context.Background(), func(tx *sql.Tx) error {
			rows, err := tx.Query(`SELECT * FROM ` + table + ` WHERE learner = '` + s.options.Learner + `'`)
			if err != nil {
				return err
			}
			defer rows.Close()
			names, err := rows.Columns()
			if err != nil {
				return err
			}
			for rows.Next() {
				values := make([]any, len(names))
				for i := range values {
					values[i] = new(any)
				}
				if err := rows.Scan(values...); err != nil {
					return err
				}
				text := ""
				for i, v := range values {
					if names[i] != "seq" && names[i] != "learner" {
						text += fmt.Sprint(names[i], "=", *v.(*any), " ")
					}
				}
				all[table] = append(all[table], text)
			}
			return rows.Err()
		})
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(all[table])
	}
	return all
}

// follows are the tables that answers decide, predictions included.
func follows() []string { return append(derivedTables(), "grade") }

func same(r interface{ Fatalf(string, ...any) }, what string, got, want map[string][]string) {
	for table := range want {
		if !slices.Equal(got[table], want[table]) {
			r.Fatalf("%s: table %s is\n%q, want\n%q", what, table, got[table], want[table])
		}
	}
}

// Whatever order answers come in and whichever are taken back, what is kept as a
// sum is what a replay of all of them in the order of their time gives.
func TestSumsEqualAReplay(t *testing.T) {
	dir, learner := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		learner++
		s := openAs(t, dir, fmt.Sprint("l", learner))
		defer closed(t, s)
		given := map[string]quiz.Answer{}
		for i := range rapid.IntRange(1, 30).Draw(r, "answers") {
			a := randomAnswer(r, fmt.Sprintf("%d-%02d", learner, rapid.IntRange(0, 99).Draw(r, "id")))
			if _, double := given[a.ID]; !double {
				given[a.ID] = a
			}
			if err := s.Append(context.Background(), []quiz.Answer{a}, nil); err != nil {
				r.Fatal(i, err)
			}
			if rapid.IntRange(0, 3).Draw(r, "undo") > 0 {
				continue
			}
			if err := s.Undo(context.Background(), a.ID, nil); err != nil {
				r.Fatal(err)
			}
			delete(given, a.ID)
			given[a.ID] = quiz.Answer{} // it cannot come back
		}
		before := kept(t, s, follows()...)
		if err := s.write(context.Background(), func(tx *sql.Tx) error { return s.ledger(tx).derive(context.Background()) }); err != nil {
			r.Fatal(err)
		}
		same(r, "after a replay", before, kept(t, s, follows()...))
		checkTraces(r, s, given)
	})
}

// checkTraces folds the answers itself, without ratings that depend on what is
// usual: those of the rows are taken.
func checkTraces(r *rapid.T, s *Store, given map[string]quiz.Answer) {
	var answers []quiz.Answer
	for _, a := range given {
		if a.ID != "" {
			answers = append(answers, a)
		}
	}
	slices.SortFunc(answers, func(a, b quiz.Answer) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	want, answered, days := map[model.Item]recall.Trace{}, 0, map[recall.Day]int{}
	var fit recall.Fit
	for _, a := range answers {
		answered++
		days[recall.DayOf(a.At)]++
		for n, g := range a.Grades {
			var rating recall.Rating
			if err := s.db.QueryRow(`SELECT rating FROM grade WHERE answer = ? AND n = ?`, a.ID, n).Scan(&rating); err != nil {
				r.Fatal(err)
			}
			if right := rating != recall.Again; right != g.Right {
				r.Fatalf("right: %t, rated %d", g.Right, rating)
			}
			before := want[g.Item]
			if before.Seen > 0 && isQuestion(g.Item) {
				band := &fit[recall.FitBand(before.Recall(a.At))]
				band.Answered++
				if g.Right {
					band.Right++
				}
			}
			want[g.Item] = before.After(a.At, rating)
		}
	}
	learner, err := s.Learner(context.Background())
	if err != nil {
		r.Fatal(err)
	}
	if len(learner.Traces) != len(want) {
		r.Fatalf("%d items, want %d", len(learner.Traces), len(want))
	}
	for item, w := range want {
		got := learner.Traces[item]
		if !got.First.Equal(w.First) || !got.Last.Equal(w.Last) {
			r.Fatalf("%s was asked from %v to %v, want %v to %v", item, got.First, got.Last, w.First, w.Last)
		}
		w.First, w.Last = got.First, got.Last
		if got != w {
			r.Fatalf("%s is %+v, want %+v", item, got, w)
		}
	}
	if learner.Fit != fit {
		r.Fatalf("the fit is %v, want %v", learner.Fit, fit)
	}
	checkSums(r, s, answered, days)
}

func checkSums(r *rapid.T, s *Store, answered int, days map[recall.Day]int) {
	sum, err1 := s.Summary(context.Background())
	p, err2 := s.Progress(context.Background())
	if err := cmp.Or(err1, err2); err != nil {
		r.Fatal(err)
	}
	if sum.Answered != answered || p.Sure.Unsure.Answered+p.Sure.Sure.Answered+p.Sure.Fast.Answered != answered {
		r.Fatalf("%d answers, by sureness %+v, want %d", sum.Answered, p.Sure, answered)
	}
	found := map[recall.Day]int{}
	for _, d := range p.Days {
		found[d.Day] = d.Answered
	}
	if !reflect.DeepEqual(found, days) {
		r.Fatalf("the calendar is %v, want %v", found, days)
	}
}
