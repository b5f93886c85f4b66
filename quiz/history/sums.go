package history

import (
	"context"
	"fmt"

	"whose/quiz/recall"
)

// sum is a table that counts answers by a key, in a column of the table's own.
type sum struct{ table, key string }

func taskSum() sum { return sum{"task", "task"} }
func sureSum() sum { return sum{"sure", "sure"} }
func fitSum() sum  { return sum{"fit", "band"} }

// count adds an answer to every sum, or takes it out: by is 1 or -1.
func (l ledger) count(ctx context.Context, f fact, by int) error {
	t := tally(f.Right, by)
	if err := l.add(ctx, taskSum(), string(f.Task), t); err != nil {
		return err
	}
	if err := l.add(ctx, sureSum(), string(f.Sure), t); err != nil {
		return err
	}
	if err := l.addDay(ctx, recall.DayOf(f.At.time()), t, int64(by)*f.Thinking); err != nil {
		return err
	}
	for _, c := range f.Confused {
		if err := l.addConfusion(ctx, f.At, c, by); err != nil {
			return err
		}
	}
	return nil
}

// tally is one answer, or with -1 one less.
func tally(right bool, by int) recall.Tally {
	if right {
		return recall.Tally{Right: by, Answered: by}
	}
	return recall.Tally{Answered: by}
}

// add adds to a sum. A key without answers has no row.
func (l ledger) add(ctx context.Context, to sum, key any, t recall.Tally) error {
	_, err := l.exec(ctx, `INSERT INTO `+to.table+` (learner, course, `+to.key+`, answered, right) VALUES (?1, ?2, ?3, ?4, ?5)
		ON CONFLICT DO UPDATE SET answered = answered + excluded.answered, right = right + excluded.right`,
		key, t.Answered, t.Right)
	if err == nil && t.Answered < 0 {
		_, err = l.exec(ctx, `DELETE FROM `+to.table+` WHERE learner = ?1 AND course = ?2 AND `+to.key+` = ?3 AND answered = 0`, key)
	}
	if err != nil {
		return fmt.Errorf("sum of %s %v: %w", to.table, key, err)
	}
	return nil
}

func (l ledger) addDay(ctx context.Context, day recall.Day, t recall.Tally, thinking int64) error {
	_, err := l.exec(ctx, `INSERT INTO day (learner, course, day, answered, right, thinking) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
		ON CONFLICT DO UPDATE SET answered = answered + excluded.answered, right = right + excluded.right,
			thinking = thinking + excluded.thinking`,
		day, t.Answered, t.Right, thinking)
	if err == nil && t.Answered < 0 {
		_, err = l.exec(ctx, `DELETE FROM day WHERE learner = ?1 AND course = ?2 AND day = ?3 AND answered = 0`, day)
	}
	if err != nil {
		return fmt.Errorf("sum of %s: %w", day, err)
	}
	return nil
}

// addConfusion adds what an answer took for what, or takes it out; then the
// answer has its correction already.
func (l ledger) addConfusion(ctx context.Context, at moment, c confused, by int) error {
	_, err := l.exec(ctx, `INSERT INTO confusion (learner, course, took, missed, times, last_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
		ON CONFLICT DO UPDATE SET times = times + excluded.times, last_at = max(last_at, excluded.last_at)`,
		string(c.Took), string(c.For), by*c.Times, at.at)
	if err == nil && by < 0 {
		_, err = l.exec(ctx, `DELETE FROM confusion WHERE learner = ?1 AND course = ?2 AND took = ?3 AND missed = ?4 AND times = 0`,
			string(c.Took), string(c.For))
	}
	if err == nil && by < 0 {
		_, err = l.exec(ctx, `UPDATE confusion SET last_at = (SELECT c.at FROM confused c JOIN answer a ON a.id = c.answer
				WHERE c.learner = ?1 AND c.course = ?2 AND c.took = ?3 AND c.missed = ?4 AND `+stands+` ORDER BY c.at DESC LIMIT 1)
			WHERE learner = ?1 AND course = ?2 AND took = ?3 AND missed = ?4`,
			string(c.Took), string(c.For))
	}
	if err != nil {
		return fmt.Errorf("sum of %s for %s: %w", c.Took, c.For, err)
	}
	return nil
}

// stands says of an answer a that it was not taken back.
const stands = `NOT EXISTS (SELECT 1 FROM correction WHERE seq = a.seq)`

// sumConfusions fills the table, which was cleared.
const sumConfusions = `INSERT INTO confusion (learner, course, took, missed, times, last_at)
	SELECT c.learner, c.course, took, missed, sum(times), max(c.at) FROM confused c JOIN answer a ON a.id = c.answer
	WHERE c.learner = ?1 AND c.course = ?2 AND ` + stands + ` GROUP BY took, missed`
