package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"whose/model"
	"whose/quiz"
)

// ErrUnknown says that the history has no answer or session of that id.
var ErrUnknown = errors.New("the history has nothing of that id")

// Undo takes an answer back: it stays on disk with a correction, and nothing
// follows from it any more. It writes what the session has become, unless that
// is nil, in the same transaction; ErrTakenOver means what it means for Append.
// An answer can be taken back again; one that is not there is ErrUnknown.
func (s *Store) Undo(ctx context.Context, answerID string, session *quiz.Saved) error {
	now := momentOf(s.options.Now())
	return s.change(ctx, session, func(l ledger) error {
		if err := l.undo(ctx, answerID, now); err != nil {
			return fmt.Errorf("answer %q: %w", answerID, err)
		}
		return nil
	})
}

func (l ledger) undo(ctx context.Context, id string, now moment) error {
	f := fact{ID: id}
	err := l.row(ctx, `SELECT at, zone, task, right, thinking, sure FROM answer WHERE learner = ?1 AND course = ?2 AND id = ?3`, id).
		Scan(&f.At.at, &f.At.zone, &f.Task, &f.Right, &f.Thinking, &f.Sure)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrUnknown
	}
	if err != nil {
		return err
	}
	if added, err := l.correct(ctx, id, now); err != nil || !added {
		return err
	}
	if f.Confused, err = l.confusedIn(ctx, id); err != nil {
		return err
	}
	if err := l.count(ctx, f, -1); err != nil {
		return err
	}
	items, err := l.itemsIn(ctx, id)
	if err != nil {
		return err
	}
	for _, item := range items {
		if err := l.refold(ctx, item); err != nil {
			return fmt.Errorf("memory of %s: %w", item, err)
		}
	}
	return nil
}

// correct keeps that an answer was taken back and reports whether it was not
// yet.
func (l ledger) correct(ctx context.Context, id string, at moment) (added bool, err error) {
	rows, err := l.exec(ctx, `INSERT INTO correction (seq, at, zone) SELECT seq, ?4, ?5 FROM answer
		WHERE learner = ?1 AND course = ?2 AND id = ?3 ON CONFLICT DO NOTHING`, id, at.at, at.zone)
	return rows > 0, err
}

// confusedIn asks by the answer's id alone: with learner and course SQLite would
// choose the index that begins with them, and read all there is.
func (l ledger) confusedIn(ctx context.Context, answer string) (list []confused, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var c confused
		if err := row.Scan(&c.Took, &c.For, &c.Times); err != nil {
			return err
		}
		list = append(list, c)
		return nil
	}, `SELECT took, missed, times FROM confused WHERE answer = ?3`, answer)
	return list, err
}

// itemsIn asks by the answer's id alone, as confusedIn does.
func (l ledger) itemsIn(ctx context.Context, answer string) (items []model.Item, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var item model.Item
		if err := row.Scan(&item); err != nil {
			return err
		}
		items = append(items, item)
		return nil
	}, `SELECT DISTINCT item FROM grade WHERE answer = ?3`, answer)
	return items, err
}
