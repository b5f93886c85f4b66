package history

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

// Two computers that exchange their histories end with the same one, whoever
// begins.
func TestImportsMeetInTheMiddle(t *testing.T) {
	dirs, checks := [2]string{t.TempDir(), t.TempDir()}, 0
	rapid.Check(t, func(r *rapid.T) {
		checks++
		learner := fmt.Sprint("l", checks)
		shared := []quiz.Answer{randomAnswer(r, learner+"-both-1"), randomAnswer(r, learner+"-both-2")}
		var stores [2]*Store
		var files [2]bytes.Buffer
		for i := range stores {
			stores[i] = openAs(t, dirs[i], learner)
			defer closed(t, stores[i])
			someHistory(r, stores[i], i, shared)
			if err := stores[i].Export(context.Background(), &files[i]); err != nil {
				r.Fatal(err)
			}
		}
		for i := range stores {
			if _, err := stores[i].Import(context.Background(), bytes.NewReader(files[1-i].Bytes())); err != nil {
				r.Fatal(err)
			}
		}
		tables := append(follows(), "answer", "confused", "lesson", "bookmark")
		same(r, "the two histories differ", kept(t, stores[0], tables...), kept(t, stores[1], tables...))
		sessions := `SELECT group_concat(concat_ws(' ', id, state, at, zone, title, kind, mode, here, length, right, thinking, saved) ORDER BY id) FROM session WHERE learner = ?`
		corrections := `SELECT group_concat(concat_ws(' ', id, c.at) ORDER BY id) FROM correction c JOIN answer USING (seq) WHERE learner = ?`
		for _, query := range []string{sessions, corrections} {
			var got [2]sql.NullString
			for i, s := range stores {
				if err := s.db.QueryRow(query, learner).Scan(&got[i]); err != nil {
					r.Fatal(err)
				}
			}
			if got[0] != got[1] {
				r.Fatalf("the two histories differ:\n%s\n%s", got[0].String, got[1].String)
			}
		}
		var again bytes.Buffer
		if err := stores[0].Export(context.Background(), &again); err != nil {
			r.Fatal(err)
		}
		before := kept(t, stores[0], tables...)
		done, err := stores[0].Import(context.Background(), &again)
		if err != nil || done != (Imported{}) {
			r.Fatalf("importing its own export: %+v, %v", done, err)
		}
		same(r, "after importing its own export", kept(t, stores[0], tables...), before)
	})
}

// someHistory puts something of everything into the i-th history.
func someHistory(r *rapid.T, s *Store, i int, shared []quiz.Answer) {
	ctx := context.Background()
	answers := slices.Clone(shared)
	for n := range rapid.IntRange(0, 7).Draw(r, "answers") { // too few to tell what is usual
		answers = append(answers, randomAnswer(r, fmt.Sprintf("%s-%d-%02d", s.options.Learner, i, n)))
	}
	check := func(err error) {
		if err != nil {
			r.Fatal(err)
		}
	}
	now := someday(r)
	s.options.Now = func() time.Time { now = now.Add(time.Hour); return now }
	check(s.Append(ctx, rapid.Permutation(answers).Draw(r, "order"), nil))
	for _, a := range answers[len(shared):] {
		if rapid.IntRange(0, 4).Draw(r, "undo") == 0 {
			check(s.Undo(ctx, a.ID, nil))
		}
	}
	for _, id := range []string{"s1", "s2"} {
		session := quiz.Saved{ID: id, Course: "clf-c02", Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "<one>", Done: rapid.Bool().Draw(r, "done")}
		session.Entries = []quiz.SavedEntry{{Right: true, Graded: true, Thinking: time.Second * time.Duration(rapid.IntRange(1, 3).Draw(r, "time"))}}
		check(s.SaveSession(ctx, session))
	}
	for _, id := range []model.LessonID{"one", "two"} {
		if rapid.Bool().Draw(r, "opened") {
			check(s.SetPosition(ctx, id, rapid.IntRange(0, 2).Draw(r, "block"), 1))
		}
		if rapid.Bool().Draw(r, "read") {
			check(s.MarkRead(ctx, id))
		}
	}
	_, err := s.Toggle(ctx, KindCell, fmt.Sprint("cell", i))
	check(err)
}
