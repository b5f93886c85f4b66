package history

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"whose/model"
)

// Lesson is what is kept of a lesson that was opened.
type Lesson struct {
	Read   bool
	ReadAt time.Time // when it was first read to the end; the zero time if it was not
	Block  int       // where it was left: the paragraph, list, table or code, from 0
	Offset int       // and how far into it
	At     time.Time // when it was last opened, moved in or read
}

// SetPosition keeps where the learner is in a lesson, and that this is the
// lesson opened last.
func (s *Store) SetPosition(ctx context.Context, lesson model.LessonID, block, offset int) error {
	return s.putLesson(ctx, lesson, `block = excluded.block, block_offset = excluded.block_offset`, false, block, offset)
}

// MarkRead keeps that the learner has read a lesson to its end. Its position
// stays.
func (s *Store) MarkRead(ctx context.Context, lesson model.LessonID) error {
	return s.putLesson(ctx, lesson, `read = 1, read_at = coalesce(read_at, excluded.at), read_zone = coalesce(read_zone, excluded.zone)`,
		true, 0, 0)
}

func (s *Store) putLesson(ctx context.Context, lesson model.LessonID, change string, read bool, block, offset int) error {
	at, zone := stamp(s.options.Now())
	err := s.write(ctx, func(tx *sql.Tx) error {
		var readAt, readZone *int64
		if read {
			readAt, readZone = &at, &zone
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO lesson (learner, course, lesson, at, zone, read, block, block_offset, read_at, read_zone)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, zone = excluded.zone, `+change,
			s.options.Learner, s.options.Course, string(lesson), at, zone, read, block, offset, readAt, readZone)
		return err
	})
	if err != nil {
		return fmt.Errorf("lesson %s: not saved: %w", lesson, err)
	}
	return nil
}

// Lessons tells what is kept of every lesson that was opened.
func (s *Store) Lessons(ctx context.Context) (lessons map[model.LessonID]Lesson, err error) {
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		lessons, _, err = s.lessons(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("lessons: %w", err)
	}
	return lessons, nil
}

// lessons returns them all, and the one opened last, "" if there is none.
func (s *Store) lessons(ctx context.Context, tx *sql.Tx) (lessons map[model.LessonID]Lesson, last model.LessonID, err error) {
	lessons = make(map[model.LessonID]Lesson)
	err = each(ctx, tx, func(row *sql.Rows) error {
		var id model.LessonID
		var l Lesson
		var at, zone int64
		var readAt, readZone sql.NullInt64
		if err := row.Scan(&id, &l.Read, &l.Block, &l.Offset, &at, &zone, &readAt, &readZone); err != nil {
			return err
		}
		l.At = unstamp(at, zone)
		if readAt.Valid {
			l.ReadAt = unstamp(readAt.Int64, readZone.Int64)
		}
		lessons[id], last = l, id
		return nil
	}, `SELECT lesson, read, block, block_offset, at, zone, read_at, read_zone FROM lesson WHERE learner = ? AND course = ? ORDER BY at, lesson`,
		s.options.Learner, s.options.Course)
	return lessons, last, err
}

// Kind is the kind of a thing that can be bookmarked.
type Kind string

// The kinds of bookmarks. Their ids are a model.LessonID, a model.CellRef as
// text, a model.QuestionID, and a model.ServiceID: the services that the learner
// works with.
const (
	KindLesson   Kind = "lesson"
	KindCell     Kind = "cell"
	KindQuestion Kind = "question"
	KindService  Kind = "service"
)

// Bookmark is a thing that the learner wants to find again.
type Bookmark struct {
	Kind Kind
	ID   string
	At   time.Time // when it was set
}

// Toggle sets a bookmark, or takes it away if it is set, and reports whether it
// is set now.
func (s *Store) Toggle(ctx context.Context, kind Kind, id string) (set bool, err error) {
	at, zone := stamp(s.options.Now())
	err = s.write(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `DELETE FROM bookmark WHERE learner = ? AND course = ? AND kind = ? AND id = ?`,
			s.options.Learner, s.options.Course, string(kind), id)
		if err != nil {
			return err
		}
		gone, err := result.RowsAffected()
		if set = gone == 0; err != nil || !set {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO bookmark (learner, course, kind, id, at, zone) VALUES (?, ?, ?, ?, ?, ?)`,
			s.options.Learner, s.options.Course, string(kind), id, at, zone)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("bookmark %s %s: not saved: %w", kind, id, err)
	}
	return set, nil
}

// Bookmarks lists them, the one set last first.
func (s *Store) Bookmarks(ctx context.Context) (list []Bookmark, err error) {
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		list, err = s.bookmarks(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("bookmarks: %w", err)
	}
	return list, nil
}

func (s *Store) bookmarks(ctx context.Context, tx *sql.Tx) (list []Bookmark, err error) {
	err = each(ctx, tx, func(row *sql.Rows) error {
		var b Bookmark
		var at, zone int64
		if err := row.Scan(&b.Kind, &b.ID, &at, &zone); err != nil {
			return err
		}
		b.At = unstamp(at, zone)
		list = append(list, b)
		return nil
	}, `SELECT kind, id, at, zone FROM bookmark WHERE learner = ? AND course = ? ORDER BY at DESC, seq DESC`,
		s.options.Learner, s.options.Course)
	return list, err
}
