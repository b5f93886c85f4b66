package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Reset copies the whole history to history-before-reset-<date and time>.db in
// its folder and then deletes all that it keeps of this learner in this course.
// It returns the copy's path.
func (s *Store) Reset(ctx context.Context) (backup string, err error) {
	err = s.write(ctx, func(tx *sql.Tx) (err error) {
		// This transaction keeps other windows from writing until the copy is made
		// and the rows are gone; the copy needs a connection without a transaction.
		if backup, err = s.copyAside(ctx, "history-before-reset-"); err != nil {
			return fmt.Errorf("copying it first: %w", err)
		}
		l := s.ledger(tx)
		if _, err := l.exec(ctx, `DELETE FROM correction WHERE seq IN (SELECT seq FROM answer WHERE learner = ?1 AND course = ?2)`); err != nil {
			return err
		}
		return l.clear(ctx, append(derivedTables(), "grade", "confused", "answer", "session", "lesson", "bookmark", "readiness", "setting"))
	})
	if err != nil {
		return "", fmt.Errorf("nothing was deleted: %w", err)
	}
	return backup, nil
}

func (s *Store) copyAside(ctx context.Context, prefix string) (path string, err error) {
	db, err := openDB(s.path, "mode=rw&_busy_timeout=5000")
	if err != nil {
		return "", err
	}
	path, err = s.backup(ctx, db, prefix)
	return path, errors.Join(err, db.Close())
}
