package history

import (
	"context"
	"database/sql"
	"slices"
	"time"
)

const (
	paceOf    = 50 // the answers that tell what is usual
	leastPace = 10 // fewer tell nothing of what is usual
)

// usualTempo is the median tempo of the last right answers that have one, 0 as
// long as there are too few.
func (l ledger) usualTempo(ctx context.Context) (float64, error) {
	last, err := lastValues[float64](ctx, l, `tempo`, `AND right = 1 AND tempo > 0`)
	if len(last) < leastPace {
		return 0, err
	}
	return median(last), err
}

// usualThinking is the median thinking time of the last answers, 0 as long as
// there are too few.
func (l ledger) usualThinking(ctx context.Context) (time.Duration, error) {
	last, err := lastValues[int64](ctx, l, `thinking`, ``)
	if len(last) < leastPace {
		return 0, err
	}
	return time.Duration(median(last)) * time.Millisecond, err
}

// lastValues reads a column of the last answers, without those taken back.
func lastValues[T int64 | float64](ctx context.Context, l ledger, column, condition string) (values []T, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var v T
		if err := row.Scan(&v); err != nil {
			return err
		}
		values = append(values, v)
		return nil
	}, `SELECT `+column+` FROM answer a WHERE learner = ?1 AND course = ?2 `+condition+`
		AND `+stands+` ORDER BY at DESC, id DESC LIMIT ?3`, paceOf)
	return values, err
}

// median is the middle value, of two the lower one; 0 of none.
func median[T int64 | float64](values []T) T {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[(len(values)-1)/2]
}
