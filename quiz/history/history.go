// Package history keeps answers, sessions, lessons read, bookmarks and settings
// on disk, and what follows from the answers: what is remembered of each item,
// sums, the calendar. It is the only place that opens a database.
//
// One file, history.db, holds any number of learners and courses; a Store sees
// the rows of one learner in one course. Several windows, each with a Store of
// its own, may use the file at once.
package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// ErrNewer is returned by Open for a file that a newer whose wrote. The file is
// left as it is.
var ErrNewer = errors.New("a newer whose wrote this history: update whose, or start it with another data folder")

// errClosed is returned by a Store that was closed.
var errClosed = errors.New("the history is closed")

// Options say where the history is, whose it is and which window asks.
type Options struct {
	Dir     string             // folder of history.db; made if it is missing
	Learner string             // whose answers; empty for the only learner of this computer
	Course  string             // the course's id
	Owner   string             // a random token that no other window has
	PID     int                // this window's process; 0 for the process that calls
	Now     func() time.Time   // the clock
	Alive   func(pid int) bool // whether a process runs; nil to ask the system
}

// Store is one window's hold on the history. It may be used by several
// goroutines at once.
type Store struct {
	options Options
	path    string
	steps   []step // see migrations

	mu     sync.Mutex
	closed bool
	db     *sql.DB     // nil after the file was lost and could not be opened again
	file   os.FileInfo // the file that db has open
	notice string
}

// Open opens the history and makes it if there is none. A file of an older
// version is copied, then brought up to date. A damaged one is set aside and a
// new one begun: see Notice. When nothing can be kept (read-only folder, full
// disk, no permission, ErrNewer) the error says what is wrong and where.
func Open(ctx context.Context, o Options) (*Store, error) {
	return open(ctx, o, migrations())
}

func open(ctx context.Context, o Options, steps []step) (*Store, error) {
	if o.Dir == "" || o.Course == "" || o.Owner == "" || o.Now == nil {
		return nil, errors.New("a history needs a folder, a course, an owner and a clock")
	}
	if o.PID == 0 {
		o.PID = os.Getpid()
	}
	if o.Alive == nil {
		o.Alive = processAlive
	}
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("the data folder %s: %w", o.Dir, err)
	}
	o.Dir = dir
	s := &Store{options: o, path: filepath.Join(dir, "history.db"), steps: steps}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.attach(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// Path is the file that the history is in.
func (s *Store) Path() string { return s.path }

// Notice tells what the learner has to know about the file, such as where a
// damaged one was put. It is empty when there is nothing to tell, and can
// appear after any call.
func (s *Store) Notice() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.notice
}

// Close gives up this window's sessions, so that any other can go on with them,
// and closes the file. A closed Store can be closed again.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if s.db == nil {
		return nil
	}
	_, err := s.db.Exec(`UPDATE session SET owner = '', pid = 0 WHERE state = 'open' AND owner = ?`, s.options.Owner)
	if err := errors.Join(err, s.db.Close()); err != nil {
		return fmt.Errorf("closing %s: %w", s.path, err)
	}
	return nil
}

// read runs fn on one consistent view of the history.
func (s *Store) read(ctx context.Context, fn func(*sql.Tx) error) error {
	return s.do(ctx, &sql.TxOptions{ReadOnly: true}, fn)
}

// write runs fn in one transaction: either all of it is on disk when write
// returns nil, or nothing is.
func (s *Store) write(ctx context.Context, fn func(*sql.Tx) error) error {
	return s.do(ctx, nil, fn)
}

// do runs fn on the file that is at path now. If that turns out to be damaged
// it is set aside and fn runs once more, on a new one.
func (s *Store) do(ctx context.Context, o *sql.TxOptions, fn func(*sql.Tx) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errClosed
	}
	if err := s.follow(ctx); err != nil {
		return err
	}
	err := transact(ctx, s.db, o, fn)
	if isDamage(err) {
		if err := s.renew(ctx, err); err != nil {
			return s.explain(err)
		}
		err = transact(ctx, s.db, o, fn)
	}
	return s.explain(err)
}

// follow opens the history again if its file is no longer the one that was
// opened: what is written to a file that was moved or deleted is lost.
func (s *Store) follow(ctx context.Context) error {
	if s.db != nil {
		now, err := os.Stat(s.path)
		if err == nil && os.SameFile(now, s.file) {
			return nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("the history is out of reach: %w", err)
		}
		s.notice = fmt.Sprintf("%s was moved or deleted while it was in use. What is saved from now on is in the file that is there now.", s.path)
		if err := s.detach(); err != nil {
			return err
		}
	}
	return s.attach(ctx)
}
