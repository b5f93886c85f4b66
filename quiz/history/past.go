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

// Past is a finished session.
type Past struct {
	ID    string
	Title string
	Kind  quiz.Kind
	Mode  quiz.Mode
	Len   int // how many questions it had
	Right int // how many were right
	At    time.Time
	Time  time.Duration // thinking
}

// Sessions lists the finished sessions, newest first.
func (s *Store) Sessions(ctx context.Context) (list []Past, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		list = nil
		return s.ledger(tx).each(ctx, func(row *sql.Rows) error {
			var p Past
			var at moment
			var thinking int64
			if err := row.Scan(&p.ID, &p.Title, &p.Kind, &p.Mode, &p.Len, &p.Right, &thinking, &at.at, &at.zone); err != nil {
				return err
			}
			p.At, p.Time = at.time(), time.Duration(thinking)*time.Millisecond
			list = append(list, p)
			return nil
		}, `SELECT id, title, kind, mode, length, right, thinking, at, zone FROM session
			WHERE learner = ?1 AND course = ?2 AND state = 'done' ORDER BY at DESC, id`)
	})
	if err != nil {
		return nil, fmt.Errorf("past sessions: %w", err)
	}
	return list, nil
}

// Session reads a session, finished or not, to look at: it stays whose it is.
// The error is ErrUnknown when there is none of that id.
func (s *Store) Session(ctx context.Context, id string) (session quiz.Saved, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		var saved []byte
		err := s.ledger(tx).row(ctx, `SELECT saved FROM session WHERE learner = ?1 AND course = ?2 AND id = ?3`, id).Scan(&saved)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrUnknown
		}
		if err != nil {
			return err
		}
		session = quiz.Saved{}
		return json.Unmarshal(saved, &session)
	})
	if err != nil {
		return quiz.Saved{}, fmt.Errorf("session %s: %w", id, err)
	}
	return session, nil
}

// Mistake is an answer that was wrong on an item asked about.
type Mistake struct {
	At     time.Time
	Spec   quiz.Spec // what was asked
	Chosen []string  // option ids
}

// Mistakes lists the answers that got one of the items wrong, newest first, at
// most so many. What was taken back is no mistake.
func (s *Store) Mistakes(ctx context.Context, items []model.Item, most int) (list []Mistake, err error) {
	names, err := json.Marshal(items)
	if err != nil {
		return nil, fmt.Errorf("mistakes: %w", err)
	}
	err = s.read(ctx, func(tx *sql.Tx) error {
		list = nil
		return s.ledger(tx).each(ctx, func(row *sql.Rows) error {
			m, err := scanMistake(row)
			list = append(list, m)
			return err
		}, `SELECT at, zone, spec, chosen FROM answer a WHERE id IN (SELECT answer FROM grade
				WHERE learner = ?1 AND course = ?2 AND item IN (SELECT value FROM json_each(?3)) AND right = 0)
			AND `+stands+` ORDER BY at DESC, seq DESC LIMIT ?4`,
			string(names), most)
	})
	if err != nil {
		return nil, fmt.Errorf("mistakes: %w", err)
	}
	return list, nil
}

func scanMistake(row *sql.Rows) (m Mistake, err error) {
	var at moment
	var spec, chosen []byte
	if err := row.Scan(&at.at, &at.zone, &spec, &chosen); err != nil {
		return m, err
	}
	m.At = at.time()
	return m, errors.Join(json.Unmarshal(spec, &m.Spec), json.Unmarshal(chosen, &m.Chosen))
}
