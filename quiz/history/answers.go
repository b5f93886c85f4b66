package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"whose/quiz"
)

// Append adds answers, all that follows from them and, unless it is nil, what
// the session has become: all of it is on disk when Append returns nil, and none
// of it when it returns an error that is not ErrTakenOver. An answer that is
// there already is left as it is and counted once, so what failed can be
// appended again.
//
// If another window has taken the session over, Append returns ErrTakenOver, and
// the session's state, which is the other window's, stays as it is. In study mode
// the answers were given, so they are kept. A test is handed in by the window that
// has it and by no other, so nothing is written: else its answers would count
// twice.
func (s *Store) Append(ctx context.Context, answers []quiz.Answer, session *quiz.Saved) error {
	return s.change(ctx, session, func(l ledger) error {
		for _, a := range answers {
			if err := l.append(ctx, a); err != nil {
				return fmt.Errorf("answer %q: %w", a.ID, err)
			}
		}
		return nil
	})
}

// change writes what fn does together with a session, unless it is nil. The
// error is ErrTakenOver when all but the session is written, or, of a test,
// nothing.
func (s *Store) change(ctx context.Context, session *quiz.Saved, fn func(ledger) error) error {
	ours := true
	err := s.write(ctx, func(tx *sql.Tx) (err error) {
		if err := fn(s.ledger(tx)); err != nil {
			return err
		}
		if session != nil {
			ours, err = s.putSession(ctx, tx, *session)
		}
		if err == nil && !ours && session.Mode == quiz.Test {
			return ErrTakenOver // and so fn's part is undone
		}
		return err
	})
	switch {
	case errors.Is(err, ErrTakenOver), err == nil && !ours:
		return ErrTakenOver
	case err != nil:
		return fmt.Errorf("not saved: %w", err)
	}
	return nil
}

func (l ledger) append(ctx context.Context, a quiz.Answer) error {
	usual, err := l.usualTempo(ctx)
	if err != nil {
		return err
	}
	f, err := factOf(a, usual)
	if err != nil {
		return err
	}
	added, err := l.insert(ctx, f)
	if err != nil || !added {
		return err
	}
	if err := l.count(ctx, f, 1); err != nil {
		return err
	}
	return l.remember(ctx, f)
}
