package history

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

// Progress is what the answers came to over time.
type Progress struct {
	Days       []DayWork   // those with answers, in order
	Readiness  []ReadyDay  // in order
	Sure       Sure        // how sure the learner was against how right
	Fit        recall.Fit  // what the memory model predicted against what came
	Confusions []Confusion // the most frequent first, at most twenty
}

// DayWork is the work of one study day.
type DayWork struct {
	Day recall.Day
	recall.Tally
	Time time.Duration // thinking
}

// ReadyDay is what the program said of the learner's readiness, the last time on
// that day.
type ReadyDay struct {
	Day    recall.Day
	Share  float64 // from 0 to 1
	Margin float64
}

// Sure counts answers by how sure the learner was of them.
type Sure struct {
	Unsure recall.Tally // marked as unsure
	Sure   recall.Tally // neither marked nor fast
	Fast   recall.Tally // not marked, and clearly faster than usual
}

// Confusion is one thing that was taken for another.
type Confusion struct {
	Took  model.ConceptID
	For   model.ConceptID
	Times int
	Last  time.Time // in UTC
}

// mostConfusions is how many are told: the rest happened once or twice.
const mostConfusions = 20

// Progress reads what the answers came to. It grows with the days of work, not
// with the answers.
func (s *Store) Progress(ctx context.Context) (p Progress, err error) {
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		l := s.ledger(tx)
		p = Progress{}
		if p.Days, err = l.days(ctx); err != nil {
			return err
		}
		if p.Readiness, err = l.readiness(ctx); err != nil {
			return err
		}
		if p.Sure, err = l.sure(ctx); err != nil {
			return err
		}
		if p.Fit, err = l.fit(ctx); err != nil {
			return err
		}
		p.Confusions, err = l.confusions(ctx)
		return err
	})
	if err != nil {
		return Progress{}, fmt.Errorf("progress: %w", err)
	}
	return p, nil
}

func (l ledger) days(ctx context.Context) (list []DayWork, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var d DayWork
		var thinking int64
		if err := row.Scan(&d.Day, &d.Answered, &d.Right, &thinking); err != nil {
			return err
		}
		d.Time = time.Duration(thinking) * time.Millisecond
		list = append(list, d)
		return nil
	}, `SELECT day, answered, right, thinking FROM day WHERE learner = ?1 AND course = ?2 ORDER BY day`)
	return list, err
}

func (l ledger) readiness(ctx context.Context) (list []ReadyDay, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var r ReadyDay
		if err := row.Scan(&r.Day, &r.Share, &r.Margin); err != nil {
			return err
		}
		list = append(list, r)
		return nil
	}, `SELECT day, share, margin FROM readiness WHERE learner = ?1 AND course = ?2 ORDER BY day`)
	return list, err
}

func (l ledger) sure(ctx context.Context) (s Sure, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var level sureness
		var t recall.Tally
		if err := row.Scan(&level, &t.Answered, &t.Right); err != nil {
			return err
		}
		switch level {
		case unsure:
			s.Unsure = t
		case sure:
			s.Sure = t
		case fast:
			s.Fast = t
		}
		return nil
	}, `SELECT sure, answered, right FROM sure WHERE learner = ?1 AND course = ?2`)
	return s, err
}

func (l ledger) confusions(ctx context.Context) (list []Confusion, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var c Confusion
		var last int64
		if err := row.Scan(&c.Took, &c.For, &c.Times, &last); err != nil {
			return err
		}
		c.Last = unstamp(last, 0)
		list = append(list, c)
		return nil
	}, `SELECT took, missed, times, last_at FROM confusion WHERE learner = ?1 AND course = ?2
		ORDER BY times DESC, last_at DESC, took, missed LIMIT ?3`, mostConfusions)
	return list, err
}

// NoteReadiness keeps what the program says of the learner's readiness on a day;
// the last word on a day counts.
func (s *Store) NoteReadiness(ctx context.Context, day recall.Day, share, margin float64) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		_, err := s.ledger(tx).exec(ctx, `INSERT OR REPLACE INTO readiness (learner, course, day, share, margin) VALUES (?1, ?2, ?3, ?4, ?5)`,
			day, share, margin)
		return err
	})
	if err != nil {
		return fmt.Errorf("readiness on %s: not saved: %w", day, err)
	}
	return nil
}
