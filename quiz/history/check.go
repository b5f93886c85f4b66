package history

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Check reads the whole file and looks for damage, which Open does not, since
// that takes the longer the more there is. It is for the background: others can
// read and write meanwhile. A damaged file is set aside and a new one begun; then
// Check returns nil and Notice tells.
func (s *Store) Check(ctx context.Context) error {
	s.mu.Lock()
	closed, file := s.closed, s.file
	s.mu.Unlock()
	if closed {
		return errClosed
	}
	damage, err := s.quickCheck(ctx)
	if err != nil {
		return fmt.Errorf("checking %s: %w", s.path, err)
	}
	if damage == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || !os.SameFile(file, s.file) {
		return nil // another call has found the damage too
	}
	return s.renew(ctx, damage)
}

// quickCheck tells what is damaged, on a connection of its own so that nobody
// waits for it.
func (s *Store) quickCheck(ctx context.Context) (damage, err error) {
	db, err := openDB(s.path, "mode=rw&_busy_timeout=5000&_query_only=1")
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := db.Close(); !isDamage(e) {
			err = errors.Join(err, e)
		}
	}()
	var verdict string
	err = db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&verdict)
	switch {
	case isDamage(err):
		return err, nil
	case err != nil:
		return nil, err
	case verdict != "ok":
		return errors.New(verdict), nil
	}
	return nil, nil
}
