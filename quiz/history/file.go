package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// attach opens the file, after all that has to be done to it first. On failure
// the store has no file.
func (s *Store) attach(ctx context.Context) error {
	err := s.connect(ctx)
	if errors.Is(err, errUnready) || isDamage(err) {
		err = s.alone(ctx, func() error { return s.setUp(ctx) })
	}
	if _, known := errors.AsType[*trouble](s.explain(err)); known {
		return fmt.Errorf("the history cannot be used: %w", s.explain(err))
	}
	if err != nil {
		return fmt.Errorf("the history %s cannot be used: %w", s.path, err)
	}
	return nil
}

// detach closes the file.
func (s *Store) detach() error {
	db := s.db
	s.db = nil
	if db == nil {
		return nil
	}
	if err := db.Close(); err != nil && !isDamage(err) {
		return fmt.Errorf("closing %s: %w", s.path, err)
	}
	return nil
}

// renew sets the file aside, which was found to be damaged, and begins anew.
func (s *Store) renew(ctx context.Context, cause error) error {
	if err := s.detach(); err != nil {
		return err
	}
	if err := s.alone(ctx, func() error { return s.setAside(cause) }); err != nil {
		return err
	}
	return s.attach(ctx)
}

// alone runs fn while no other window runs anything here. The lock is SQLite's,
// on an empty file: every system has it, and it ends with the process.
func (s *Store) alone(ctx context.Context, fn func() error) error {
	if err := os.MkdirAll(s.options.Dir, 0o700); err != nil {
		return err
	}
	path := filepath.Join(s.options.Dir, "history.lock")
	if err := create(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	db, err := openDB(path, "_busy_timeout=10000&_txlock=exclusive")
	if err != nil {
		return err
	}
	return errors.Join(transact(ctx, db, nil, func(*sql.Tx) error { return fn() }), db.Close())
}

// connect opens a file that is up to date. It changes nothing, so it need not be
// alone. The error is errUnready for a file that is not, or that is missing.
func (s *Store) connect(ctx context.Context) (err error) {
	s.file, err = os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return errUnready
	}
	if err != nil {
		return err
	}
	switch version := peekVersion(ctx, s.path); {
	case version > len(s.steps):
		return ErrNewer
	case version < len(s.steps):
		return errUnready
	}
	return s.hold(func(db *sql.DB) error {
		version, err := s.inspect(ctx, db)
		if err == nil && version < len(s.steps) {
			err = errUnready
		}
		return err
	})
}

// setUp makes the file if it is missing, replaces it if it is damaged, brings it
// up to date and opens it. It must be alone. Another window may have done it by
// now.
func (s *Store) setUp(ctx context.Context) error {
	err := s.upToDate(ctx)
	if !isDamage(err) {
		return err
	}
	if err := s.setAside(err); err != nil {
		return err
	}
	return s.upToDate(ctx)
}

func (s *Store) upToDate(ctx context.Context) (err error) {
	if err := create(s.path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if s.file, err = os.Stat(s.path); err != nil {
		return err
	}
	return s.hold(func(db *sql.DB) error {
		version, err := s.inspect(ctx, db)
		if err != nil {
			return err
		}
		return s.upgrade(ctx, db, version)
	})
}

// hold opens the file and keeps it open if fn does not fail.
func (s *Store) hold(fn func(*sql.DB) error) error {
	db, err := openDB(s.path, "mode=rw&_busy_timeout=5000&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		return err
	}
	if err := fn(db); err != nil {
		return errors.Join(err, db.Close())
	}
	s.db = db
	return nil
}

// setAside renames the damaged file and what belongs to it. If another window
// has been quicker there is a new file already, which is left alone.
func (s *Store) setAside(cause error) error {
	now, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(now, s.file) {
		return nil
	}
	aside, err := s.freeName("history-damaged-")
	if err != nil {
		return err
	}
	// The database goes last: without it the others mean nothing.
	for _, part := range []string{"-wal", "-shm", ""} {
		err := os.Rename(s.path+part, aside+part)
		if err != nil && !(part != "" && errors.Is(err, fs.ErrNotExist)) {
			return fmt.Errorf("the history is damaged (%w) and cannot be set aside: %w", cause, err)
		}
	}
	what := "The history was damaged." // how, no learner can use
	if errors.Is(cause, errForeign) {
		what = "The file " + filepath.Base(s.path) + " was no history of whose."
	}
	s.notice = fmt.Sprintf("%s It is kept as %s, and a new one is begun.", what, aside)
	return nil
}

// freeName is a path in the data folder that nothing has yet:
// <prefix><date and time>.db.
func (s *Store) freeName(prefix string) (string, error) {
	stem := filepath.Join(s.options.Dir, prefix+s.options.Now().UTC().Format("20060102-150405"))
	path := stem + ".db"
	for n := 2; ; n++ {
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		path = fmt.Sprintf("%s-%d.db", stem, n)
	}
}
