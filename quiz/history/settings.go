package history

import (
	"context"
	"database/sql"
	"fmt"

	"whose/quiz"
	"whose/quiz/recall"
)

// Settings are what a learner has chosen for a course.
type Settings struct {
	Exam      recall.Day     // the day of the real exam; 0 when none is set
	Allowance quiz.Allowance // time for a mock exam; quiz.AsIs unless another is set
	Placed    bool           // whether the placement was taken or declined
}

const (
	settingExam      = "exam"
	settingAllowance = "allowance"
	settingPlaced    = "placed"
)

// Settings tells what the learner has chosen.
func (s *Store) Settings(ctx context.Context) (settings Settings, err error) {
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		settings, err = s.ledger(tx).settings(ctx)
		return err
	})
	if err != nil {
		return Settings{}, fmt.Errorf("settings: %w", err)
	}
	return settings, nil
}

// settings reads them all. One that does not read counts as not set.
func (l ledger) settings(ctx context.Context) (Settings, error) {
	found := Settings{Allowance: quiz.AsIs}
	err := l.each(ctx, func(row *sql.Rows) error {
		var name, value string
		if err := row.Scan(&name, &value); err != nil {
			return err
		}
		found.set(name, value)
		return nil
	}, `SELECT name, value FROM setting WHERE learner = ?1 AND course = ?2`)
	return found, err
}

func (s *Settings) set(name, value string) {
	switch name {
	case settingExam:
		if day, err := recall.ParseDay(value); err == nil {
			s.Exam = day
		}
	case settingAllowance:
		if a, err := quiz.ParseAllowance(value); err == nil {
			s.Allowance = a
		}
	case settingPlaced:
		s.Placed = value == "1"
	}
}

// checkSetting refuses what set would not read.
func checkSetting(name, value string) (err error) {
	switch name {
	case settingExam:
		_, err = recall.ParseDay(value)
	case settingAllowance:
		_, err = quiz.ParseAllowance(value)
	case settingPlaced:
		if value != "1" {
			err = fmt.Errorf("%q is no value: it is 1 or not there", value)
		}
	default:
		return fmt.Errorf("there is no setting %q", name)
	}
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	return nil
}

// SetExam sets the day of the real exam; the zero Day takes it away.
func (s *Store) SetExam(ctx context.Context, day recall.Day) error {
	return s.putSetting(ctx, settingExam, day.String())
}

// SetAllowance sets how much time mock exams give.
func (s *Store) SetAllowance(ctx context.Context, a quiz.Allowance) error {
	return s.putSetting(ctx, settingAllowance, string(a))
}

// SetPlaced keeps that the placement was taken or declined: it is offered once.
func (s *Store) SetPlaced(ctx context.Context) error {
	return s.putSetting(ctx, settingPlaced, "1")
}

// putSetting keeps a value; an empty one takes the setting away.
func (s *Store) putSetting(ctx context.Context, name, value string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		l := s.ledger(tx)
		if value == "" {
			_, err := l.exec(ctx, `DELETE FROM setting WHERE learner = ?1 AND course = ?2 AND name = ?3`, name)
			return err
		}
		_, err := l.exec(ctx, `INSERT OR REPLACE INTO setting (learner, course, name, value) VALUES (?1, ?2, ?3, ?4)`, name, value)
		return err
	})
	if err != nil {
		return fmt.Errorf("setting %s: not saved: %w", name, err)
	}
	return nil
}
