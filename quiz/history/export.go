package history

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"whose/model"
)

// The exported file is one JSON object. docs/history.md describes it.
const (
	exportFormat  = "whose-history"
	exportVersion = 1
)

type exportedReady struct {
	Day    string  `json:"day"`
	Share  float64 `json:"share"`
	Margin float64 `json:"margin"`
}

type exportedLesson struct {
	ID     model.LessonID `json:"id"`
	At     moment         `json:"at"`
	ReadAt *moment        `json:"read_at,omitempty"`
	Block  int            `json:"block"`
	Offset int            `json:"offset"`
}

type exportedBookmark struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
	At   moment `json:"at"`
}

type exportedSession struct {
	ID    string          `json:"id"`
	State string          `json:"state"`
	At    moment          `json:"at"`
	Saved json.RawMessage `json:"saved"`
}

// ErrDamaged says that a history was found to be damaged while it was exported:
// Notice tells where it is kept.
var ErrDamaged = errors.New("the history is damaged, and was not exported whole")

// Export writes all that is kept of this learner in this course as one JSON
// file, for Import. It holds one row in memory at a time. When it fails w may have
// got a part of it. The error is ErrDamaged when the history turns out to be
// damaged on the way.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	begun := false
	err := s.read(ctx, func(tx *sql.Tx) error {
		if begun {
			return ErrDamaged // and this is the new one
		}
		begun = true
		e := exporter{ledger: s.ledger(tx), w: bufio.NewWriter(w)}
		if err := e.all(ctx); err != nil {
			return err
		}
		return e.w.Flush()
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

type exporter struct {
	ledger
	w *bufio.Writer
}

// list is one of the exported lists: a query, and what its rows become.
type list struct {
	name  string
	query string
	scan  func(*sql.Rows) (any, error)
}

func (e exporter) all(ctx context.Context) error {
	if err := e.header(ctx); err != nil {
		return err
	}
	for _, l := range exportedLists() {
		if err := e.list(ctx, l); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
	_, err := e.w.WriteString("\n}\n")
	return err
}

func (e exporter) header(ctx context.Context) error {
	settings := map[string]string{}
	err := e.each(ctx, func(row *sql.Rows) error {
		var name, value string
		err := row.Scan(&name, &value)
		settings[name] = value
		return err
	}, `SELECT name, value FROM setting WHERE learner = ?1 AND course = ?2`)
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	course, err1 := json.Marshal(e.course)
	chosen, err2 := json.Marshal(settings)
	_, err3 := fmt.Fprintf(e.w, "{\n\"format\": %q,\n\"version\": %d,\n\"course\": %s,\n\"settings\": %s", exportFormat, exportVersion, course, chosen)
	return errors.Join(err1, err2, err3)
}

// list writes each row in a line of its own, so that a fault in a line can be
// found.
func (e exporter) list(ctx context.Context, l list) error {
	if _, err := fmt.Fprintf(e.w, ",\n%q: [", l.name); err != nil {
		return err
	}
	before := "\n"
	err := e.each(ctx, func(row *sql.Rows) error {
		value, err := l.scan(row)
		if err != nil {
			return err
		}
		text, err := json.Marshal(value)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(e.w, "%s%s", before, text)
		before = ",\n"
		return err
	}, l.query)
	if err != nil {
		return err
	}
	_, err = e.w.WriteString("\n]")
	return err
}

func exportedLists() []list {
	return []list{
		{"readiness", `SELECT day, share, margin FROM readiness WHERE learner = ?1 AND course = ?2 ORDER BY day`, scanReady},
		{"lessons", `SELECT lesson, at, zone, read_at, read_zone, block, block_offset FROM lesson
			WHERE learner = ?1 AND course = ?2 ORDER BY lesson`, scanLesson},
		{"bookmarks", `SELECT kind, id, at, zone FROM bookmark WHERE learner = ?1 AND course = ?2 ORDER BY seq`, scanBookmark},
		{"sessions", `SELECT id, state, at, zone, saved FROM session WHERE learner = ?1 AND course = ?2 ORDER BY id`, scanSession},
		{"answers", `SELECT a.id, session, a.at, a.zone, mode, spec, task, shown, chosen, thinking, right, sure, words, tempo,
				(SELECT json_group_array(json_object('item', item, 'right', json(iif(right, 'true', 'false')), 'rating', rating) ORDER BY n)
					FROM grade WHERE answer = a.id),
				(SELECT json_group_array(json_object('took', took, 'for', missed, 'times', times) ORDER BY n) FROM confused WHERE answer = a.id),
				c.at, c.zone
			FROM answer a LEFT JOIN correction c USING (seq) WHERE learner = ?1 AND course = ?2 ORDER BY seq`, scanFact},
	}
}

func scanReady(row *sql.Rows) (any, error) {
	var d ReadyDay
	err := row.Scan(&d.Day, &d.Share, &d.Margin)
	return exportedReady{d.Day.String(), d.Share, d.Margin}, err
}

func scanLesson(row *sql.Rows) (any, error) {
	var l exportedLesson
	var at, zone sql.NullInt64
	err := row.Scan(&l.ID, &l.At.at, &l.At.zone, &at, &zone, &l.Block, &l.Offset)
	l.ReadAt = optional(at, zone)
	return l, err
}

func scanBookmark(row *sql.Rows) (any, error) {
	var b exportedBookmark
	err := row.Scan(&b.Kind, &b.ID, &b.At.at, &b.At.zone)
	return b, err
}

func scanSession(row *sql.Rows) (any, error) {
	var s exportedSession
	err := row.Scan(&s.ID, &s.State, &s.At.at, &s.At.zone, (*[]byte)(&s.Saved))
	return s, err
}

func scanFact(row *sql.Rows) (any, error) {
	var f fact
	var grades, confusions []byte
	var at, zone sql.NullInt64
	err := row.Scan(&f.ID, &f.Session, &f.At.at, &f.At.zone, &f.Mode, (*[]byte)(&f.Spec), &f.Task, (*[]byte)(&f.Shown), (*[]byte)(&f.Chosen),
		&f.Thinking, &f.Right, &f.Sure, &f.Words, &f.Tempo, &grades, &confusions, &at, &zone)
	if err != nil {
		return nil, err
	}
	f.Undone = optional(at, zone)
	return f, errors.Join(json.Unmarshal(grades, &f.Grades), json.Unmarshal(confusions, &f.Confused))
}

// optional is nil for a NULL.
func optional(at, zone sql.NullInt64) *moment {
	if !at.Valid {
		return nil
	}
	return &moment{at.Int64, zone.Int64}
}
