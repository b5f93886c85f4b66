package history

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"whose/quiz"
	"whose/quiz/recall"
)

// settings takes over those that are not set here.
func (im *importer) settings(ctx context.Context) error {
	var values map[string]string
	if err := im.dec.Decode(&values); err != nil {
		return err
	}
	for name, value := range values {
		if err := checkSetting(name, value); err != nil {
			return err
		}
		_, err := im.exec(ctx, `INSERT INTO setting (learner, course, name, value) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING`, name, value)
		if err != nil {
			return fmt.Errorf("setting %s: %w", name, err)
		}
	}
	return nil
}

// ready takes over a day of which nothing is said here.
func (im *importer) ready(ctx context.Context, d exportedReady) error {
	day, err := recall.ParseDay(d.Day)
	if err != nil {
		return fmt.Errorf("readiness: %w", err)
	}
	if !(d.Share >= 0 && d.Share <= 1 && d.Margin >= 0 && d.Margin <= 1) {
		return fmt.Errorf("readiness on %s: share and margin have to be between 0 and 1", day)
	}
	_, err = im.exec(ctx, `INSERT INTO readiness (learner, course, day, share, margin) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING`,
		day, d.Share, d.Margin)
	return err
}

// lesson takes over the later position and the first time that it was read to
// the end. Of two places left at the same moment the one further on is kept: so
// it does not matter which history is imported into which.
func (im *importer) lesson(ctx context.Context, l exportedLesson) error {
	if l.ID == "" || l.Block < 0 || l.Offset < 0 {
		return fmt.Errorf("lesson %q: it needs an id and a position", l.ID)
	}
	moved, err := im.exec(ctx, `INSERT INTO lesson (learner, course, lesson, at, zone, read, block, block_offset)
		VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7)
		ON CONFLICT DO UPDATE SET at = excluded.at, zone = excluded.zone, block = excluded.block, block_offset = excluded.block_offset
		WHERE (excluded.at, excluded.block, excluded.block_offset, excluded.zone) > (at, block, block_offset, zone)`,
		string(l.ID), l.At.at, l.At.zone, l.Block, l.Offset)
	if err != nil {
		return fmt.Errorf("lesson %s: %w", l.ID, err)
	}
	var read int64
	if l.ReadAt != nil {
		read, err = im.exec(ctx, `UPDATE lesson SET read = 1, read_at = ?4, read_zone = ?5
			WHERE learner = ?1 AND course = ?2 AND lesson = ?3 AND (read_at IS NULL OR (read_at, read_zone) > (?4, ?5))`,
			string(l.ID), l.ReadAt.at, l.ReadAt.zone)
	}
	if moved+read > 0 {
		im.done.Lessons++
	}
	return err
}

// bookmark sets it if it is not set.
func (im *importer) bookmark(ctx context.Context, b exportedBookmark) error {
	if b.Kind == "" || b.ID == "" {
		return errors.New("a bookmark needs a kind and an id")
	}
	set, err := im.exec(ctx, `INSERT INTO bookmark (learner, course, kind, id, at, zone) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING`,
		string(b.Kind), b.ID, b.At.at, b.At.zone)
	im.done.Bookmarks += int(set)
	return err
}

// session takes over one that is not here or that went further.
func (im *importer) session(ctx context.Context, s exportedSession) error {
	saved, err := s.read(im.course)
	if err != nil {
		return fmt.Errorf("session %q: %w", s.ID, err)
	}
	var here exportedSession
	err = im.row(ctx, `SELECT state, at, zone, saved FROM session WHERE learner = ?1 AND course = ?2 AND id = ?3`, s.ID).
		Scan(&here.State, &here.At.at, &here.At.zone, (*[]byte)(&here.Saved))
	if err != nil && !errors.Is(err, sql.ErrNoRows) || err == nil && !s.further(here) {
		return err
	}
	right, thinking := outcome(saved)
	_, err = im.exec(ctx, `INSERT OR REPLACE INTO session
		(learner, course, id, state, at, zone, title, kind, mode, here, length, right, thinking, saved, owner, pid)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, '', 0)`,
		s.ID, s.State, s.At.at, s.At.zone, saved.Title, string(saved.Kind), string(saved.Mode), saved.At, len(saved.Entries),
		right, thinking, string(s.Saved))
	im.done.Sessions++
	return err
}

// read checks an exported session and reads what was saved of it.
func (s *exportedSession) read(course string) (saved quiz.Saved, err error) {
	if !slices.Contains([]string{"open", "done", "dropped"}, s.State) {
		return saved, fmt.Errorf("%q is no state: use open, done or dropped", s.State)
	}
	if err := readJSON(&s.Saved, &saved); err != nil {
		return saved, err
	}
	if saved.ID != s.ID || s.ID == "" || saved.Course != course {
		return saved, fmt.Errorf("it is saved as session %q of course %q", saved.ID, saved.Course)
	}
	return saved, nil
}

// further reports whether the session is to replace the one that is here.
func (s exportedSession) further(here exportedSession) bool {
	if done := s.State == "done"; done != (here.State == "done") {
		return done
	}
	return cmp.Or(cmp.Compare(s.At.at, here.At.at), bytes.Compare(s.Saved, here.Saved), cmp.Compare(s.At.zone, here.At.zone)) > 0
}

// answer adds one that is not here, and takes it back if it was taken back
// there. What follows from it is for derive.
func (im *importer) answer(ctx context.Context, f fact) error {
	if err := f.check(); err != nil {
		return fmt.Errorf("answer %q: %w", f.ID, err)
	}
	added, err := im.insert(ctx, f)
	if err != nil {
		return fmt.Errorf("answer %q: %w", f.ID, err)
	}
	if added {
		im.done.Answers++
	} else if err := im.isOurs(ctx, f.ID); err != nil {
		return err
	}
	corrected := false
	if f.Undone != nil {
		corrected, err = im.correct(ctx, f.ID, *f.Undone)
	}
	im.answersChanged = im.answersChanged || added || corrected
	return err
}

// isOurs refuses an answer that another learner of this file has given.
func (im *importer) isOurs(ctx context.Context, id string) error {
	var ours bool
	err := im.row(ctx, `SELECT learner = ?1 AND course = ?2 FROM answer WHERE id = ?3`, id).Scan(&ours)
	if err == nil && !ours {
		err = fmt.Errorf("answer %q is another learner's in this history", id)
	}
	return err
}

// check refuses an answer that cannot be kept.
func (f *fact) check() error {
	var spec quiz.Spec
	var shown, chosen []string
	if err := errors.Join(readJSON(&f.Spec, &spec), readJSON(&f.Shown, &shown), readJSON(&f.Chosen, &chosen)); err != nil {
		return err
	}
	if _, err := quiz.ParseMode(f.Mode); err != nil {
		return err
	}
	switch {
	case f.ID == "" || f.At == moment{}:
		return errors.New("it needs an id and a time")
	case f.Sure != unsure && f.Sure != sure && f.Sure != fast:
		return fmt.Errorf("sure is %q: it has to be unsure, sure or fast", f.Sure)
	case f.Thinking < 0 || f.Words < 0 || f.Tempo < 0:
		return errors.New("thinking_ms, words and tempo cannot be negative")
	}
	for _, g := range f.Grades {
		if g.Item == "" || g.Rating < recall.Again || g.Rating > recall.Easy || g.Right == (g.Rating == recall.Again) {
			return fmt.Errorf("grade of %q: a rating of %d does not go with right: %t", g.Item, g.Rating, g.Right)
		}
	}
	for _, c := range f.Confused {
		if c.Times < 1 {
			return fmt.Errorf("confusion of %q and %q: times has to be at least 1", c.Took, c.For)
		}
	}
	return nil
}

// readJSON reads a text that is kept as it is, but for space between its parts.
func readJSON(text *json.RawMessage, into any) error {
	if err := json.Unmarshal(*text, into); err != nil {
		return err
	}
	var small bytes.Buffer
	err := json.Compact(&small, *text)
	*text = small.Bytes()
	return err
}
