package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

// Learner reads all that recall needs of the learner. It takes no longer with
// many answers than with few.
func (s *Store) Learner(ctx context.Context) (learner recall.Learner, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		l := s.ledger(tx)
		lessons, _, err := s.lessons(ctx, tx)
		if err != nil {
			return err
		}
		settings, err := l.settings(ctx)
		if err != nil {
			return err
		}
		learner, err = l.all(ctx, lessons, settings, recall.DayOf(s.options.Now()))
		return err
	})
	if err != nil {
		return recall.Learner{}, fmt.Errorf("what is known of the learner: %w", err)
	}
	return learner, nil
}

// all puts the learner together from the lessons that were opened, the settings
// and what else there is.
func (l ledger) all(ctx context.Context, lessons map[model.LessonID]Lesson, settings Settings, today recall.Day) (learner recall.Learner, err error) {
	learner.Exam, learner.Read = settings.Exam, make(map[model.LessonID]time.Time, len(lessons))
	for id, lesson := range lessons {
		if lesson.Read {
			learner.Read[id] = lesson.ReadAt
		}
	}
	if learner.Traces, err = l.packed(ctx); err != nil {
		return learner, err
	}
	if learner.Fit, err = l.fit(ctx); err != nil {
		return learner, err
	}
	if learner.Pace, err = l.usualThinking(ctx); err != nil {
		return learner, err
	}
	err = l.row(ctx, `SELECT answered FROM day WHERE learner = ?1 AND course = ?2 AND day = ?3`, today).Scan(&learner.Today)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return learner, err
}

func (l ledger) fit(ctx context.Context) (fit recall.Fit, err error) {
	err = l.each(ctx, func(row *sql.Rows) error {
		var band int
		var t recall.Tally
		if err := row.Scan(&band, &t.Answered, &t.Right); err != nil {
			return err
		}
		if band < 0 || band >= len(fit) {
			return fmt.Errorf("table fit has a band %d", band)
		}
		fit[band] = t
		return nil
	}, `SELECT band, answered, right FROM fit WHERE learner = ?1 AND course = ?2`)
	return fit, err
}
