package history

import (
	"context"
	"database/sql"
	"fmt"

	"whose/model"
	"whose/quiz/recall"
)

// Task is how a task of the exam guide was answered so far.
type Task struct {
	Task     model.TaskID
	Right    int
	Answered int
}

// Summary is what the home screen shows of the history.
type Summary struct {
	First      bool   // nothing was ever saved
	Tasks      []Task // by id; only those with answers
	Right      int    // of all tasks
	Answered   int
	Lessons    map[model.LessonID]Lesson // those that were opened
	LastLesson model.LessonID            // the one opened last, empty if none was
	Unfinished []Unfinished              // as Resumable lists them
	Bookmarks  []Bookmark                // the one set last first
	Learner    recall.Learner            // as Learner tells
	Settings   Settings
}

// LessonsRead counts the lessons that were read to the end.
func (s Summary) LessonsRead() int {
	n := 0
	for _, l := range s.Lessons {
		if l.Read {
			n++
		}
	}
	return n
}

// Summary reads what the home screen shows. It takes no longer with many answers
// than with few.
func (s *Store) Summary(ctx context.Context) (sum Summary, err error) {
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		sum = Summary{}
		if err := s.sumTasks(ctx, tx, &sum); err != nil {
			return err
		}
		if sum.Lessons, sum.LastLesson, err = s.lessons(ctx, tx); err != nil {
			return err
		}
		if sum.Unfinished, err = s.unfinished(ctx, tx); err != nil {
			return err
		}
		if sum.Bookmarks, err = s.bookmarks(ctx, tx); err != nil {
			return err
		}
		l := s.ledger(tx)
		if sum.Settings, err = l.settings(ctx); err != nil {
			return err
		}
		if sum.Learner, err = l.all(ctx, sum.Lessons, sum.Settings, recall.DayOf(s.options.Now())); err != nil {
			return err
		}
		sum.First, err = s.first(ctx, tx, sum)
		return err
	})
	if err != nil {
		return Summary{}, fmt.Errorf("summary: %w", err)
	}
	return sum, nil
}

func (s *Store) sumTasks(ctx context.Context, tx *sql.Tx, sum *Summary) error {
	return each(ctx, tx, func(row *sql.Rows) error {
		var t Task
		if err := row.Scan(&t.Task, &t.Answered, &t.Right); err != nil {
			return err
		}
		sum.Tasks = append(sum.Tasks, t)
		sum.Answered += t.Answered
		sum.Right += t.Right
		return nil
	}, `SELECT task, answered, right FROM task WHERE learner = ? AND course = ? ORDER BY task`,
		s.options.Learner, s.options.Course)
}

func (s *Store) first(ctx context.Context, tx *sql.Tx, sum Summary) (bool, error) {
	if sum.Answered > 0 || len(sum.Lessons) > 0 || len(sum.Bookmarks) > 0 {
		return false, nil
	}
	var any bool // of an earlier session nothing else may be left
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM session WHERE learner = ? AND course = ?)`,
		s.options.Learner, s.options.Course).Scan(&any)
	return !any, err
}
