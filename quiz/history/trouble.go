package history

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// trouble is what keeps the history from being used, in words that help.
type trouble struct {
	text  string
	cause error
}

// Error says what is wrong and what to do.
func (t *trouble) Error() string { return t.text }

// Unwrap is what SQLite or the system says.
func (t *trouble) Unwrap() error { return t.cause }

// explain says what to do about an error of SQLite or of the file system, whose
// own words help nobody.
func (s *Store) explain(err error) error {
	var known *trouble
	if err == nil || errors.As(err, &known) {
		return err
	}
	shut := fmt.Sprintf("the folder %s cannot be written to: allow it, or choose another with --data", s.options.Dir)
	if errors.Is(err, fs.ErrPermission) {
		return &trouble{shut, err}
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	full := fmt.Sprintf("the disk is full: make room for %s", s.path)
	switch code := e.Code(); {
	case code&0xff == sqlite3.SQLITE_FULL, code == sqlite3.SQLITE_IOERR_SHMSIZE, code == sqlite3.SQLITE_IOERR_WRITE:
		return &trouble{full, err}
	case code&0xff == sqlite3.SQLITE_CANTOPEN, code&0xff == sqlite3.SQLITE_READONLY, code&0xff == sqlite3.SQLITE_PERM:
		return &trouble{shut, err}
	case code&0xff == sqlite3.SQLITE_BUSY:
		return &trouble{fmt.Sprintf("another program is writing to %s: wait until it is done, or close it", s.path), err}
	}
	return fmt.Errorf("%s: %w", s.path, err)
}
