package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

// Items tells what the answers so far have left of the items asked for. One that
// was never graded is not in the map.
func (s *Store) Items(ctx context.Context, items []model.Item) (map[model.Item]recall.Trace, error) {
	names, err := json.Marshal(items)
	if err != nil {
		return nil, fmt.Errorf("items: %w", err)
	}
	var found map[model.Item]recall.Trace
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		found, err = s.ledger(tx).traces(ctx, `AND item IN (SELECT value FROM json_each(?3))`, string(names))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("items: %w", err)
	}
	return found, nil
}

const traceColumns = `seen, right, first_at, first_zone, first_right, last_at, last_zone, last_right, stability, difficulty`

// traces reads the items that a condition limits.
func (l ledger) traces(ctx context.Context, condition string, args ...any) (map[model.Item]recall.Trace, error) {
	found := make(map[model.Item]recall.Trace)
	zones := make(map[int64]*time.Location)
	err := l.each(ctx, func(row *sql.Rows) error {
		var id model.Item
		t, err := scanTrace(row, zones, &id)
		found[id] = t
		return err
	}, `SELECT item, `+traceColumns+` FROM item WHERE learner = ?1 AND course = ?2 `+condition, args...)
	return found, err
}

// trace reads one item; of one that was never graded it is the zero Trace.
func (l ledger) trace(ctx context.Context, item model.Item) (recall.Trace, error) {
	t, err := scanTrace(l.row(ctx, `SELECT `+traceColumns+` FROM item WHERE learner = ?1 AND course = ?2 AND item = ?3`, string(item)),
		map[int64]*time.Location{})
	if errors.Is(err, sql.ErrNoRows) {
		return recall.Trace{}, nil
	}
	return t, err
}

// scanTrace reads what comes before, then traceColumns.
func scanTrace(row interface{ Scan(...any) error }, zones map[int64]*time.Location, before ...any) (t recall.Trace, err error) {
	var first, last moment
	err = row.Scan(append(before, &t.Seen, &t.Right, &first.at, &first.zone, &t.FirstRight, &last.at, &last.zone, &t.LastRight,
		&t.Memory.Stability, &t.Memory.Difficulty)...)
	t.First, t.Last = first.in(zones), last.in(zones)
	return t, err
}

// putTrace keeps what has become of an item; with the zero Trace it was never
// graded.
func (l ledger) putTrace(ctx context.Context, item model.Item, t recall.Trace) error {
	var err error
	if t.Seen == 0 {
		_, err = l.exec(ctx, `DELETE FROM item WHERE learner = ?1 AND course = ?2 AND item = ?3`, string(item))
	} else {
		err = l.putItem(ctx, item, t)
	}
	if err != nil {
		return err
	}
	return l.packOne(ctx, item, t)
}

func (l ledger) putItem(ctx context.Context, item model.Item, t recall.Trace) error {
	first, last := momentOf(t.First), momentOf(t.Last)
	_, err := l.exec(ctx, `INSERT OR REPLACE INTO item (learner, course, item, `+traceColumns+`)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)`,
		string(item), t.Seen, t.Right, first.at, first.zone, t.FirstRight, last.at, last.zone, t.LastRight,
		t.Memory.Stability, t.Memory.Difficulty)
	return err
}

// fold is what another grade makes of a trace, and the recall that the model
// predicted just before it, which it does from the second grade on.
func fold(t recall.Trace, at moment, r recall.Rating) (after recall.Trace, predicted sql.NullFloat64) {
	now := at.time()
	if t.Seen > 0 {
		predicted = sql.NullFloat64{Float64: t.Recall(now), Valid: true}
	}
	return t.After(now, r), predicted
}

// remember folds the grades of an answer that was just inserted into the traces
// of their items.
func (l ledger) remember(ctx context.Context, f fact) error {
	for n, g := range f.Grades {
		if err := l.rememberGrade(ctx, f, n, g); err != nil {
			return fmt.Errorf("memory of %s: %w", g.Item, err)
		}
	}
	return nil
}

func (l ledger) rememberGrade(ctx context.Context, f fact, n int, g grade) error {
	t, err := l.trace(ctx, g.Item)
	if err != nil {
		return err
	}
	if t.Seen > 0 && f.At.at <= t.Last.UnixMilli() {
		return l.refold(ctx, g.Item) // it is not the last one in time
	}
	t, predicted := fold(t, f.At, g.Rating)
	if err := l.putTrace(ctx, g.Item, t); err != nil {
		return err
	}
	return l.predict(ctx, prediction{answer: f.ID, n: n, item: g.Item, right: g.Right, now: predicted})
}

// prediction is the recall that was predicted before a grade: was is what the
// grade's row says, now what it is to say.
type prediction struct {
	answer   string
	n        int
	item     model.Item
	right    bool
	was, now sql.NullFloat64
}

// predict keeps a prediction, and how it came out.
func (l ledger) predict(ctx context.Context, p prediction) error {
	if p.was == p.now {
		return nil
	}
	err := l.putPrediction(ctx, p)
	if err != nil || !isQuestion(p.item) {
		return err
	}
	if p.was.Valid {
		err = l.add(ctx, fitSum(), recall.FitBand(p.was.Float64), tally(p.right, -1))
	}
	if err == nil && p.now.Valid {
		err = l.add(ctx, fitSum(), recall.FitBand(p.now.Float64), tally(p.right, 1))
	}
	return err
}

func (l ledger) putPrediction(ctx context.Context, p prediction) error {
	_, err := l.exec(ctx, `UPDATE grade SET predicted = ?5 WHERE learner = ?1 AND course = ?2 AND answer = ?3 AND n = ?4`,
		p.answer, p.n, p.now)
	return err
}

func isQuestion(item model.Item) bool { return strings.HasPrefix(string(item), "q:") }

// refold makes an item's trace and predictions anew from all its grades.
func (l ledger) refold(ctx context.Context, item model.Item) error {
	var t recall.Trace
	var predictions []prediction
	err := l.each(ctx, func(row *sql.Rows) error {
		p := prediction{item: item}
		var at moment
		var rating recall.Rating
		var undone bool
		if err := row.Scan(&p.answer, &p.n, &p.right, &rating, &p.was, &at.at, &at.zone, &undone); err != nil {
			return err
		}
		if !undone {
			t, p.now = fold(t, at, rating)
		}
		predictions = append(predictions, p)
		return nil
	}, `SELECT g.answer, g.n, g.right, g.rating, g.predicted, a.at, a.zone, EXISTS (SELECT 1 FROM correction WHERE seq = a.seq)
		FROM grade g JOIN answer a ON a.id = g.answer WHERE g.learner = ?1 AND g.course = ?2 AND g.item = ?3
		ORDER BY a.at, a.id, g.n`, string(item))
	if err != nil {
		return err
	}
	for _, p := range predictions {
		if err := l.predict(ctx, p); err != nil {
			return err
		}
	}
	return l.putTrace(ctx, item, t)
}
