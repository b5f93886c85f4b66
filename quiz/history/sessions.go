package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"whose/quiz"
)

// ErrTakenOver says that a session is not this window's: another one has taken
// it over, or the learner has dropped it there.
var ErrTakenOver = errors.New("another window has taken this session over")

// ErrNoSession says that there is no unfinished session of that id.
var ErrNoSession = errors.New("there is no such unfinished session")

// TakenError says that a session is being run by another window, whose process
// is alive.
type TakenError struct {
	Session string
	PID     int
}

// Error tells which process has the session.
func (e *TakenError) Error() string {
	return fmt.Sprintf("this session is open in another window (process %d)", e.PID)
}

// Unfinished is a session that can be gone on with.
type Unfinished struct {
	ID      string
	Title   string
	Kind    quiz.Kind
	Mode    quiz.Mode
	At      int       // the question it was left at, from 0
	Len     int       // how many questions it has
	Saved   time.Time // when
	TakenBy int       // the process of another live window that runs it; 0 if none does
}

// mostUnfinished is how many sessions are offered: more is no help in choosing.
const mostUnfinished = 20

// SaveSession keeps a session's drafts, position and time. A session that no
// window has becomes this window's. The error is ErrTakenOver, and nothing is
// written, when another window has it: then Claim comes first.
func (s *Store) SaveSession(ctx context.Context, session quiz.Saved) error {
	return s.Append(ctx, nil, &session)
}

// putSession writes the session's row unless it is another window's. The owner
// stays on the row of a finished session, so that saving it twice is no error.
func (s *Store) putSession(ctx context.Context, tx *sql.Tx, session quiz.Saved) (ours bool, err error) {
	saved, err := json.Marshal(session)
	if err != nil {
		return false, fmt.Errorf("session %s: %w", session.ID, err)
	}
	state := "open"
	if session.Done {
		state = "done"
	}
	at, zone := stamp(s.options.Now())
	right, thinking := outcome(session)
	result, err := tx.ExecContext(ctx, `INSERT INTO session
		(learner, course, id, state, at, zone, title, kind, mode, here, length, right, thinking, saved, owner, pid)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at, zone = excluded.zone,
			title = excluded.title, kind = excluded.kind, mode = excluded.mode, here = excluded.here,
			length = excluded.length, right = excluded.right, thinking = excluded.thinking, saved = excluded.saved, owner = excluded.owner, pid = excluded.pid
		WHERE owner = excluded.owner OR owner = '' AND state = 'open'`,
		s.options.Learner, s.options.Course, session.ID, state, at, zone, session.Title, string(session.Kind),
		string(session.Mode), session.At, len(session.Entries), right, thinking, string(saved), s.options.Owner, s.options.PID)
	if err != nil {
		return false, fmt.Errorf("session %q: %w", session.ID, err)
	}
	written, err := result.RowsAffected()
	return written > 0, err
}

// outcome is how many questions of a session were right, and the thinking time
// in milliseconds.
func outcome(session quiz.Saved) (right int, thinking int64) {
	var sum time.Duration
	for _, e := range session.Entries {
		if e.Right {
			right++
		}
		sum += e.Thinking
	}
	return right, sum.Milliseconds()
}

// Resumable lists the newest unfinished sessions, newest first: at most twenty,
// and every exam, for its clock may run.
func (s *Store) Resumable(ctx context.Context) (list []Unfinished, err error) {
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		list, err = s.unfinished(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("unfinished sessions: %w", err)
	}
	return list, nil
}

func (s *Store) unfinished(ctx context.Context, tx *sql.Tx) (list []Unfinished, err error) {
	err = each(ctx, tx, func(row *sql.Rows) error {
		var u Unfinished
		var at, zone int64
		var owner string
		var pid int
		if err := row.Scan(&u.ID, &u.Title, &u.Kind, &u.Mode, &u.At, &u.Len, &at, &zone, &owner, &pid); err != nil {
			return err
		}
		u.Saved = unstamp(at, zone)
		if s.taken(owner, pid) {
			u.TakenBy = pid
		}
		list = append(list, u)
		return nil
	}, `SELECT id, title, kind, mode, here, length, at, zone, owner, pid FROM
			(SELECT *, row_number() OVER (ORDER BY at DESC, id) AS n FROM session WHERE learner = ? AND course = ? AND state = 'open')
		WHERE n <= ? OR kind = ? ORDER BY n`,
		s.options.Learner, s.options.Course, mostUnfinished, string(quiz.KindExam))
	return list, err
}

// taken reports whether another live window has what owner and pid have.
func (s *Store) taken(owner string, pid int) bool {
	return owner != "" && owner != s.options.Owner && s.options.Alive(pid)
}

// Claim makes an unfinished session this window's and returns it as it was left.
// The error is a *TakenError when another live window has it and force is false;
// with force this window takes it over, and the other one gets ErrTakenOver. It
// is ErrNoSession when there is nothing to go on with.
func (s *Store) Claim(ctx context.Context, id string, force bool) (session quiz.Saved, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		saved, err := s.holdSession(ctx, tx, id, force)
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

// holdSession makes the row this window's and returns the saved session.
func (s *Store) holdSession(ctx context.Context, tx *sql.Tx, id string, force bool) (saved []byte, err error) {
	var owner string
	var pid int
	err = tx.QueryRowContext(ctx, `SELECT owner, pid, saved FROM session
		WHERE learner = ? AND course = ? AND id = ? AND state = 'open'`,
		s.options.Learner, s.options.Course, id).Scan(&owner, &pid, &saved)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, ErrNoSession
	case err != nil:
		return nil, err
	case !force && s.taken(owner, pid):
		return nil, &TakenError{Session: id, PID: pid}
	}
	_, err = tx.ExecContext(ctx, `UPDATE session SET owner = ?, pid = ? WHERE learner = ? AND course = ? AND id = ?`,
		s.options.Owner, s.options.PID, s.options.Learner, s.options.Course, id)
	return saved, err
}

// Release gives a session up that this window has left, so that another one can
// go on with it without asking. It does nothing to a session of another window.
func (s *Store) Release(ctx context.Context, id string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE session SET owner = '', pid = 0
			WHERE learner = ? AND course = ? AND id = ? AND state = 'open' AND owner = ?`,
			s.options.Learner, s.options.Course, id, s.options.Owner)
		return err
	})
	if err != nil {
		return fmt.Errorf("session %s: %w", id, err)
	}
	return nil
}

// DropSession abandons an unfinished session: it is not offered again. The
// answers given in it stay. It fails as Claim does when another live window has
// it.
func (s *Store) DropSession(ctx context.Context, id string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := s.holdSession(ctx, tx, id, false); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE session SET state = 'dropped', owner = '', pid = 0
			WHERE learner = ? AND course = ? AND id = ?`, s.options.Learner, s.options.Course, id)
		return err
	})
	if err != nil {
		return fmt.Errorf("session %s: %w", id, err)
	}
	return nil
}
