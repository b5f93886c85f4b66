package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// create makes an empty file that only its owner can read. SQLite gives the
// files that it puts beside it the same permissions.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// openDB prepares a database handle with one connection. The path goes through
// a URL, where ? and # in it cannot be taken for the start of the parameters.
func openDB(path, parameters string) (*sql.DB, error) {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive
	}
	dsn := url.URL{Scheme: "file", Path: path, RawQuery: parameters}
	connector, err := sqlite.NewConnector(dsn.String())
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(1)
	return db, nil
}

// peekVersion is the version in the file's header, -1 if there is none to read.
// It leaves the folder as it is: an immutable database gets no lock and no -wal
// beside it. Reading the header with os.Open would not do, for closing that file
// gives up the locks that other stores of this process have on it.
func peekVersion(ctx context.Context, path string) int {
	db, err := openDB(path, "mode=ro&immutable=1")
	if err != nil {
		return -1
	}
	version := 0
	err = db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version)
	if errors.Join(err, db.Close()) != nil {
		return -1
	}
	return version
}

// refuseReadOnly finds out whether SQLite could open the file only for reading,
// which it does without a word.
func refuseReadOnly(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(driver any) error {
		c, ok := driver.(interface {
			IsReadOnly(schema string) (bool, error)
		})
		if !ok {
			return nil // then the first answer finds out
		}
		readOnly, err := c.IsReadOnly("main")
		if err == nil && readOnly {
			err = fmt.Errorf("the file cannot be written to: %w", fs.ErrPermission)
		}
		return err
	})
	return errors.Join(err, conn.Close())
}

// isDamage reports whether err says that the file is no sound history. A full
// disk or a lock that is held is no damage.
func isDamage(err error) bool {
	if errors.Is(err, errForeign) {
		return true
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff // without the extended part
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
}

// transact runs fn in one transaction, which is undone if fn fails.
func transact(ctx context.Context, db *sql.DB, o *sql.TxOptions, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, o)
	if err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
			return errors.Join(err, undo)
		}
		return err
	}
	return tx.Commit()
}

// each calls scan for every row of a query.
func each(ctx context.Context, tx *sql.Tx, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := scan(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return rows.Err()
}

// stamp is how a time is stored: milliseconds since 1970 and minutes east of UTC.
func stamp(t time.Time) (at, zone int64) {
	_, seconds := t.Zone()
	return t.UnixMilli(), int64(seconds / 60)
}

func unstamp(at, zone int64) time.Time {
	return time.UnixMilli(at).In(time.FixedZone("", int(zone)*60))
}
