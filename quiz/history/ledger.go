package history

import (
	"context"
	"database/sql"
	"time"
)

// ledger is what a transaction sees of one learner in one course. In its
// statements ?1 is the learner and ?2 the course; further parameters follow.
type ledger struct {
	tx       *sql.Tx
	learner  string
	course   string
	prepared map[string]*sql.Stmt // they end with the transaction
}

func (s *Store) ledger(tx *sql.Tx) ledger { return newLedger(tx, s.options.Learner, s.options.Course) }

func newLedger(tx *sql.Tx, learner, course string) ledger {
	return ledger{tx, learner, course, map[string]*sql.Stmt{}}
}

func (l ledger) args(args []any) []any {
	return append([]any{l.learner, l.course}, args...)
}

// exec runs a statement and tells how many rows it changed.
func (l ledger) exec(ctx context.Context, statement string, args ...any) (rows int64, err error) {
	stmt := l.prepared[statement]
	if stmt == nil {
		if stmt, err = l.tx.PrepareContext(ctx, statement); err != nil {
			return 0, err
		}
		l.prepared[statement] = stmt
	}
	result, err := stmt.ExecContext(ctx, l.args(args)...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// row reads the only row of a query.
func (l ledger) row(ctx context.Context, query string, args ...any) *sql.Row {
	return l.tx.QueryRowContext(ctx, query, l.args(args)...)
}

// each calls scan for every row of a query.
func (l ledger) each(ctx context.Context, scan func(*sql.Rows) error, query string, args ...any) error {
	return each(ctx, l.tx, scan, query, l.args(args)...)
}

// moment is a time as it is kept: milliseconds since 1970 and minutes east of
// UTC.
type moment struct{ at, zone int64 }

func momentOf(t time.Time) moment {
	at, zone := stamp(t)
	return moment{at, zone}
}

func (m moment) time() time.Time { return unstamp(m.at, m.zone) }

const momentLayout = "2006-01-02T15:04:05.000Z07:00"

// MarshalText writes it as 2026-11-21T12:00:00.000+01:00.
func (m moment) MarshalText() ([]byte, error) { return m.time().AppendFormat(nil, momentLayout), nil }

// UnmarshalText reads any time of RFC 3339.
func (m *moment) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.RFC3339, string(text))
	*m = momentOf(t)
	return err
}

// in is time with a location of its zone that is made once.
func (m moment) in(zones map[int64]*time.Location) time.Time {
	zone := zones[m.zone]
	if zone == nil {
		zone = m.time().Location()
		zones[m.zone] = zone
	}
	return time.UnixMilli(m.at).In(zone)
}
