package cli

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"whose/content"
	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
)

// lazyHistory is the history while it is being opened beside everything else
// that a start has to do: whoever needs it first waits for it. A history that
// cannot be opened answers the call with the reason, so that the learner can go
// on and is told; the next call tries again, for the disk may have room by then.
type lazyHistory struct {
	open  func() (*history.Store, error)
	first func() (history.Summary, error) // the first summary, read as soon as it can be
	asked atomic.Bool                     // whether first was handed out

	mu     sync.Mutex
	store  *history.Store // nil until it is open
	closed bool
}

func openLater(sys System, dir string) *lazyHistory {
	owner := sys.newID()
	l := &lazyHistory{open: func() (*history.Store, error) {
		return history.Open(context.Background(), history.Options{Dir: dir, Course: content.EmbeddedID, Owner: owner, Now: sys.Now})
	}}
	l.first = sync.OnceValues(func() (history.Summary, error) { return l.summary(context.Background()) })
	go func() { _, _ = l.first() }() // whoever asks gets the error
	return l
}

// errClosed is for what comes when the program ends.
var errClosed = errors.New("the history is closed")

// opened is the store, which is opened if it is not open.
func (l *lazyHistory) opened() (*history.Store, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store != nil {
		return l.store, nil
	}
	if l.closed {
		return nil, errClosed
	}
	store, err := l.open()
	if err != nil {
		return nil, err
	}
	l.store = store
	return store, nil
}

// ask calls a method of the store that gives a value.
func ask[T any](l *lazyHistory, call func(*history.Store) (T, error)) (T, error) {
	store, err := l.opened()
	if err != nil {
		var none T
		return none, err
	}
	return call(store)
}

// tell calls a method of the store that gives none.
func tell(l *lazyHistory, call func(*history.Store) error) error {
	store, err := l.opened()
	if err != nil {
		return err
	}
	return call(store)
}

// Summary gives the first one who asks what was read beside the course: home
// waits for nothing else.
func (l *lazyHistory) Summary(ctx context.Context) (history.Summary, error) {
	if l.asked.CompareAndSwap(false, true) {
		return l.first()
	}
	return l.summary(ctx)
}

func (l *lazyHistory) summary(ctx context.Context) (history.Summary, error) {
	return ask(l, func(s *history.Store) (history.Summary, error) { return s.Summary(ctx) })
}

func (l *lazyHistory) Items(ctx context.Context, items []model.Item) (map[model.Item]recall.Trace, error) {
	return ask(l, func(s *history.Store) (map[model.Item]recall.Trace, error) { return s.Items(ctx, items) })
}

func (l *lazyHistory) Learner(ctx context.Context) (recall.Learner, error) {
	return ask(l, func(s *history.Store) (recall.Learner, error) { return s.Learner(ctx) })
}

func (l *lazyHistory) Progress(ctx context.Context) (history.Progress, error) {
	return ask(l, func(s *history.Store) (history.Progress, error) { return s.Progress(ctx) })
}

func (l *lazyHistory) Mistakes(ctx context.Context, items []model.Item, most int) ([]history.Mistake, error) {
	return ask(l, func(s *history.Store) ([]history.Mistake, error) { return s.Mistakes(ctx, items, most) })
}

func (l *lazyHistory) NoteReadiness(ctx context.Context, day recall.Day, share, margin float64) error {
	return tell(l, func(s *history.Store) error { return s.NoteReadiness(ctx, day, share, margin) })
}

func (l *lazyHistory) Append(ctx context.Context, answers []quiz.Answer, session *quiz.Saved) error {
	return tell(l, func(s *history.Store) error { return s.Append(ctx, answers, session) })
}

func (l *lazyHistory) Undo(ctx context.Context, answerID string, session *quiz.Saved) error {
	return tell(l, func(s *history.Store) error { return s.Undo(ctx, answerID, session) })
}

func (l *lazyHistory) SaveSession(ctx context.Context, session quiz.Saved) error {
	return tell(l, func(s *history.Store) error { return s.SaveSession(ctx, session) })
}

func (l *lazyHistory) Claim(ctx context.Context, id string, force bool) (quiz.Saved, error) {
	return ask(l, func(s *history.Store) (quiz.Saved, error) { return s.Claim(ctx, id, force) })
}

func (l *lazyHistory) Release(ctx context.Context, id string) error {
	return tell(l, func(s *history.Store) error { return s.Release(ctx, id) })
}

func (l *lazyHistory) DropSession(ctx context.Context, id string) error {
	return tell(l, func(s *history.Store) error { return s.DropSession(ctx, id) })
}

func (l *lazyHistory) Sessions(ctx context.Context) ([]history.Past, error) {
	return ask(l, func(s *history.Store) ([]history.Past, error) { return s.Sessions(ctx) })
}

func (l *lazyHistory) Session(ctx context.Context, id string) (quiz.Saved, error) {
	return ask(l, func(s *history.Store) (quiz.Saved, error) { return s.Session(ctx, id) })
}

func (l *lazyHistory) Lessons(ctx context.Context) (map[model.LessonID]history.Lesson, error) {
	return ask(l, func(s *history.Store) (map[model.LessonID]history.Lesson, error) { return s.Lessons(ctx) })
}

func (l *lazyHistory) SetPosition(ctx context.Context, lesson model.LessonID, block, offset int) error {
	return tell(l, func(s *history.Store) error { return s.SetPosition(ctx, lesson, block, offset) })
}

func (l *lazyHistory) MarkRead(ctx context.Context, lesson model.LessonID) error {
	return tell(l, func(s *history.Store) error { return s.MarkRead(ctx, lesson) })
}

func (l *lazyHistory) Bookmarks(ctx context.Context) ([]history.Bookmark, error) {
	return ask(l, func(s *history.Store) ([]history.Bookmark, error) { return s.Bookmarks(ctx) })
}

func (l *lazyHistory) Toggle(ctx context.Context, kind history.Kind, id string) (bool, error) {
	return ask(l, func(s *history.Store) (bool, error) { return s.Toggle(ctx, kind, id) })
}

func (l *lazyHistory) Settings(ctx context.Context) (history.Settings, error) {
	return ask(l, func(s *history.Store) (history.Settings, error) { return s.Settings(ctx) })
}

func (l *lazyHistory) SetExam(ctx context.Context, day recall.Day) error {
	return tell(l, func(s *history.Store) error { return s.SetExam(ctx, day) })
}

func (l *lazyHistory) SetAllowance(ctx context.Context, a quiz.Allowance) error {
	return tell(l, func(s *history.Store) error { return s.SetAllowance(ctx, a) })
}

func (l *lazyHistory) SetPlaced(ctx context.Context) error {
	return tell(l, func(s *history.Store) error { return s.SetPlaced(ctx) })
}

func (l *lazyHistory) Check(ctx context.Context) error {
	return tell(l, func(s *history.Store) error { return s.Check(ctx) })
}

func (l *lazyHistory) Notice() string {
	store, err := l.opened()
	if err != nil {
		return err.Error()
	}
	return store.Notice()
}

// Close gives up this window's sessions.
func (l *lazyHistory) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	if l.store == nil {
		return nil
	}
	return l.store.Close()
}
