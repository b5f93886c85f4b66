package history

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"os"
)

//go:embed schema1.sql
var schema1 string

//go:embed schema2.sql
var schema2 string

// step is one change of the file.
type step struct {
	sql    string
	derive bool // whether all that follows from the answers is to be made anew
}

// migrations are the steps from an empty file to today's, in order. The file's
// user_version says how many it has taken. A step that was released is never
// changed: what is to be different comes as another step.
func migrations() []step { return []step{{sql: schema1}, {sql: schema2, derive: true}} }

// applicationID marks the file as ours: "whos".
const applicationID = 0x77686f73

// errForeign is damage too: the file is a database, but no history.
var errForeign = errors.New("it is not a history of whose")

// errUnready says that the file is missing or not up to date.
var errUnready = errors.New("the history is not set up")

// inspect finds out which version the file has, and refuses one that cannot be
// used.
func (s *Store) inspect(ctx context.Context, db *sql.DB) (version int, err error) {
	if err := refuseReadOnly(ctx, db); err != nil {
		return 0, err
	}
	var application, tables int
	err = db.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`).Scan(&version, &application, &tables)
	switch {
	case err != nil:
		return 0, err
	case version > len(s.steps):
		return 0, ErrNewer
	case version < 0, version > 0 && application != applicationID, version == 0 && tables > 0:
		return 0, errForeign
	}
	return version, nil
}

// upgrade takes the file from a version to today's. It must be alone.
func (s *Store) upgrade(ctx context.Context, db *sql.DB, version int) error {
	if _, err := db.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
		return err
	}
	if 0 < version && version < len(s.steps) {
		if _, err := s.backup(ctx, db, fmt.Sprintf("history-v%d-", version)); err != nil {
			return fmt.Errorf("copying it before the change to version %d: %w", len(s.steps), err)
		}
	}
	err := transact(ctx, db, nil, func(tx *sql.Tx) error { return s.migrate(ctx, tx, version) })
	if err != nil {
		return fmt.Errorf("changing it to version %d: %w", len(s.steps), err)
	}
	// peekVersion sees only what has left the write-ahead log.
	_, err = db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

func (s *Store) migrate(ctx context.Context, tx *sql.Tx, version int) error {
	derive := false
	for _, step := range s.steps[version:] {
		if _, err := tx.ExecContext(ctx, step.sql); err != nil {
			return err
		}
		derive = derive || step.derive
	}
	// Once, after the last step: what makes it anew knows today's tables only.
	if derive {
		if err := deriveAll(ctx, tx); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, len(s.steps)))
	return err
}

// backup copies the history to <prefix><date and time>.db and returns that path.
// The copy has that name only once it is whole.
func (s *Store) backup(ctx context.Context, db *sql.DB, prefix string) (path string, err error) {
	name, err := s.freeName(prefix)
	if err != nil {
		return "", err
	}
	part, err := os.CreateTemp(s.options.Dir, "history-*.part")
	if err != nil {
		return "", err
	}
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, part.Name())
	if err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), name)
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(part.Name()))
	}
	return name, nil
}
