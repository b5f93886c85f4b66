package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"whose/model"
	"whose/quiz"
)

// Append adds answers, all that follows from them and, unless it is nil, what
// the session has become: all of it is on disk when Append returns nil, and none
// of it when it returns an error that is not ErrTakenOver. An answer that is
// there already is left as it is and counted once, so what failed can be
// appended again.
//
// If another window has taken the session over, Append returns ErrTakenOver: the
// answers were given, so they are kept, but the session's state is the other
// window's and stays as it is.
func (s *Store) Append(ctx context.Context, answers []quiz.Answer, session *quiz.Saved) error {
	ours := true
	err := s.write(ctx, func(tx *sql.Tx) (err error) {
		for _, a := range answers {
			if err := s.appendAnswer(ctx, tx, a); err != nil {
				return err
			}
		}
		if session != nil {
			ours, err = s.putSession(ctx, tx, *session)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("not saved: %w", err)
	}
	if !ours {
		return ErrTakenOver
	}
	return nil
}

func (s *Store) appendAnswer(ctx context.Context, tx *sql.Tx, a quiz.Answer) error {
	spec, err1 := json.Marshal(a.Spec)
	shown, err2 := json.Marshal(append([]string{}, a.Order...))
	chosen, err3 := json.Marshal(append([]string{}, a.Chosen...))
	if err := errors.Join(err1, err2, err3); err != nil {
		return fmt.Errorf("answer %s: %w", a.ID, err)
	}
	at, zone := stamp(a.At)
	result, err := tx.ExecContext(ctx, `INSERT INTO answer
		(id, learner, course, session, at, zone, mode, spec, task, shown, chosen, thinking, right)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		a.ID, s.options.Learner, s.options.Course, a.Session, at, zone, string(a.Mode), string(spec),
		string(a.Task), string(shown), string(chosen), a.Thinking.Milliseconds(), a.Right)
	if err != nil {
		return fmt.Errorf("answer %q: %w", a.ID, err)
	}
	if added, err := result.RowsAffected(); err != nil || added == 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO task (learner, course, task, answered, right) VALUES (?, ?, ?, 1, ?)
		ON CONFLICT DO UPDATE SET answered = answered + 1, right = right + excluded.right`,
		s.options.Learner, s.options.Course, string(a.Task), a.Right)
	if err != nil {
		return fmt.Errorf("sum of task %s: %w", a.Task, err)
	}
	for n, g := range a.Grades {
		if err := s.appendGrade(ctx, tx, a, n, g); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) appendGrade(ctx context.Context, tx *sql.Tx, a quiz.Answer, n int, g quiz.Grade) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO grade (answer, n, learner, course, item, right) VALUES (?, ?, ?, ?, ?, ?)`,
		a.ID, n, s.options.Learner, s.options.Course, string(g.Item), g.Right)
	if err != nil {
		return fmt.Errorf("grade of %s: %w", g.Item, err)
	}
	at, zone := stamp(a.At)
	_, err = tx.ExecContext(ctx, `INSERT INTO item (learner, course, item, seen, right, last_at, last_zone, last_right)
		VALUES (?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET seen = seen + 1, right = right + excluded.right,
		last_at = excluded.last_at, last_zone = excluded.last_zone, last_right = excluded.last_right`,
		s.options.Learner, s.options.Course, string(g.Item), g.Right, at, zone, g.Right)
	if err != nil {
		return fmt.Errorf("sum of %s: %w", g.Item, err)
	}
	return nil
}

// Item is what the answers so far say about an item.
type Item struct {
	Seen      int       // how often it was graded
	Right     int       // how often it was right
	Last      time.Time // when it was graded last
	LastRight bool
}

// Items tells what is known about the items asked for. One that was never graded
// is not in the map.
func (s *Store) Items(ctx context.Context, items []model.Item) (map[model.Item]Item, error) {
	names, err := json.Marshal(items)
	if err != nil {
		return nil, fmt.Errorf("items: %w", err)
	}
	found := make(map[model.Item]Item, len(items))
	err = s.read(ctx, func(tx *sql.Tx) error {
		clear(found)
		return each(ctx, tx, func(row *sql.Rows) error {
			var id model.Item
			var i Item
			var at, zone int64
			if err := row.Scan(&id, &i.Seen, &i.Right, &at, &zone, &i.LastRight); err != nil {
				return err
			}
			i.Last = unstamp(at, zone)
			found[id] = i
			return nil
		}, `SELECT item, seen, right, last_at, last_zone, last_right FROM item
			WHERE learner = ? AND course = ? AND item IN (SELECT value FROM json_each(?))`,
			s.options.Learner, s.options.Course, string(names))
	})
	if err != nil {
		return nil, fmt.Errorf("items: %w", err)
	}
	return found, nil
}
