package history

import (
	"context"
	"database/sql"
	"fmt"

	"whose/model"
	"whose/quiz/recall"
)

// deriveAll makes anew, for every learner and course, what follows from the
// answers.
func deriveAll(ctx context.Context, tx *sql.Tx) error {
	var ledgers []ledger
	err := each(ctx, tx, func(row *sql.Rows) error {
		var learner, course string
		if err := row.Scan(&learner, &course); err != nil {
			return err
		}
		ledgers = append(ledgers, newLedger(tx, learner, course))
		return nil
	}, `SELECT DISTINCT learner, course FROM answer`)
	if err != nil {
		return err
	}
	for _, l := range ledgers {
		if err := l.derive(ctx); err != nil {
			return err
		}
	}
	return nil
}

// derive makes anew what follows from the answers, taking them in the order of
// their time.
func (l ledger) derive(ctx context.Context) error {
	if err := l.clear(ctx, derivedTables()); err != nil {
		return err
	}
	d := newDerivation()
	if err := l.replay(ctx, d); err != nil {
		return err
	}
	if err := l.putPredictions(ctx, d.predictions); err != nil {
		return err
	}
	return l.putDerived(ctx, d)
}

func derivedTables() []string {
	return []string{"item", "memory", "task", "day", "sure", "fit", "confusion"}
}

// clear deletes the rows of tables.
func (l ledger) clear(ctx context.Context, tables []string) error {
	for _, table := range tables {
		if _, err := l.exec(ctx, `DELETE FROM `+table+` WHERE learner = ?1 AND course = ?2`); err != nil {
			return fmt.Errorf("clearing %s: %w", table, err)
		}
	}
	return nil
}

// derivation is what follows from the answers taken so far.
type derivation struct {
	traces      map[model.Item]recall.Trace
	tasks       map[model.TaskID]recall.Tally
	sure        map[sureness]recall.Tally
	days        map[recall.Day]dayTally
	fit         recall.Fit
	predictions []prediction // those that changed
}

type dayTally struct {
	recall.Tally
	thinking int64
}

func newDerivation() *derivation {
	return &derivation{
		traces: map[model.Item]recall.Trace{}, tasks: map[model.TaskID]recall.Tally{},
		sure: map[sureness]recall.Tally{}, days: map[recall.Day]dayTally{},
	}
}

// replay takes all answers that were not taken back.
func (l ledger) replay(ctx context.Context, d *derivation) error {
	last := ""
	return l.each(ctx, func(row *sql.Rows) error {
		var f fact
		var n sql.NullInt64 // NULL, like what follows it, when the answer grades nothing
		var item sql.NullString
		var right, undone sql.NullBool
		var rating sql.NullInt64
		p := prediction{}
		err := row.Scan(&f.ID, &f.At.at, &f.At.zone, &f.Task, &f.Right, &f.Thinking, &f.Sure, &undone, &n, &item, &right, &rating, &p.was)
		if err != nil {
			return err
		}
		if f.ID != last && !undone.Bool {
			d.count(f)
		}
		last = f.ID
		if n.Valid {
			p.answer, p.n, p.item, p.right = f.ID, int(n.Int64), model.Item(item.String), right.Bool
			d.grade(f.At, p, recall.Rating(rating.Int64), undone.Bool)
		}
		return nil
	}, `SELECT a.id, a.at, a.zone, a.task, a.right, a.thinking, a.sure, c.seq IS NOT NULL, g.n, g.item, g.right, g.rating, g.predicted
		FROM answer a LEFT JOIN grade g ON g.answer = a.id LEFT JOIN correction c ON c.seq = a.seq
		WHERE a.learner = ?1 AND a.course = ?2 ORDER BY a.at, a.id, g.n`)
}

func (d *derivation) count(f fact) {
	d.tasks[f.Task] = plus(d.tasks[f.Task], f.Right)
	d.sure[f.Sure] = plus(d.sure[f.Sure], f.Right)
	day := recall.DayOf(f.At.time())
	d.days[day] = dayTally{plus(d.days[day].Tally, f.Right), d.days[day].thinking + f.Thinking}
}

func plus(t recall.Tally, right bool) recall.Tally {
	one := tally(right, 1)
	return recall.Tally{Right: t.Right + one.Right, Answered: t.Answered + one.Answered}
}

func (d *derivation) grade(at moment, p prediction, r recall.Rating, undone bool) {
	if !undone {
		d.traces[p.item], p.now = fold(d.traces[p.item], at, r)
	}
	if p.now.Valid && isQuestion(p.item) {
		band := recall.FitBand(p.now.Float64)
		d.fit[band] = plus(d.fit[band], p.right)
	}
	if p.now != p.was {
		d.predictions = append(d.predictions, p)
	}
}

func (l ledger) putPredictions(ctx context.Context, list []prediction) error {
	for _, p := range list {
		if err := l.putPrediction(ctx, p); err != nil {
			return fmt.Errorf("prediction of %s: %w", p.item, err)
		}
	}
	return nil
}

// putDerived writes into tables that were cleared.
func (l ledger) putDerived(ctx context.Context, d *derivation) error {
	for item, t := range d.traces {
		if err := l.putItem(ctx, item, t); err != nil {
			return fmt.Errorf("memory of %s: %w", item, err)
		}
	}
	if err := l.packAll(ctx, d.traces); err != nil {
		return err
	}
	for task, t := range d.tasks {
		if err := l.add(ctx, taskSum(), string(task), t); err != nil {
			return err
		}
	}
	for level, t := range d.sure {
		if err := l.add(ctx, sureSum(), string(level), t); err != nil {
			return err
		}
	}
	for day, t := range d.days {
		if err := l.addDay(ctx, day, t.Tally, t.thinking); err != nil {
			return err
		}
	}
	for band, t := range d.fit {
		if t.Answered == 0 {
			continue
		}
		if err := l.add(ctx, fitSum(), band, t); err != nil {
			return err
		}
	}
	_, err := l.exec(ctx, sumConfusions)
	return err
}
