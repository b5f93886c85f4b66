package uitest

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"whose/content"
	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui"
	"whose/ui/screen"
	"whose/ui/theme"
)

//go:embed testdata/course
var courseFiles embed.FS

var course = sync.OnceValues(func() (*model.Course, error) {
	dir, err := fs.Sub(courseFiles, "testdata/course")
	if err != nil {
		return nil, err
	}
	c, _, faults := content.Load(dir)
	if len(faults) > 0 {
		return nil, faults
	}
	return c, nil
})

// Course is a small course that stays as it is when the real one grows: three
// lessons, six services, one cell that is none.
func Course(tb testing.TB) *model.Course {
	tb.Helper()
	c, err := course()
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// Bare is the small course with nothing to it but what every course has: no
// glossary, no incidents.
func Bare(tb testing.TB) *model.Course {
	tb.Helper()
	c := Course(tb)
	bare, err := model.NewCourse(model.CourseSpec{
		ID: c.ID(), Title: c.Title(), Version: c.Version(), Tasks: c.Tasks(), Objectives: c.Objectives(), Matrix: c.Matrix(),
		Lessons: c.Lessons(), Questions: c.Questions(), Concepts: c.Concepts(), Pairs: c.Pairs(),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return bare
}

// Start is when the clock of tests begins: an evening in November.
var Start = time.Date(2026, 11, 20, 21, 30, 0, 0, time.FixedZone("", 3600))

// Deps is what screens are given in tests: the small course, an empty history
// in a folder of its own, a clock that moves one second a look, no motion.
func Deps(tb testing.TB) *screen.Deps {
	tb.Helper()
	c := Course(tb)
	var clock clock
	store, err := history.Open(context.Background(), history.Options{Dir: tb.TempDir(), Course: c.ID(), Owner: "test", Now: clock.now})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := store.Close(); err != nil {
			tb.Error(err)
		}
	})
	ids := 0
	return &screen.Deps{
		Course: c, History: store, Theme: theme.New(true, colorprofile.TrueColor), Now: clock.now, Rand: rand.New(rand.NewPCG(1, 2)),
		NewID: func() string { ids++; return fmt.Sprintf("%032d", ids) },
		Env:   screen.Env{OpenURL: func(string) error { return nil }},
		After: func(time.Duration, tea.Msg) tea.Cmd { return nil }, // no time passes by itself

		Preferences:     screen.Preferences{Theme: screen.ThemeAuto},
		SavePreferences: func(screen.Preferences) (string, error) { return "", nil },
	}
}

type clock struct {
	mu sync.Mutex
	n  int
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	return Start.Add(time.Duration(c.n) * time.Second)
}

// Open starts the real program in a window, with what the messages ask for
// above home.
func Open(tb testing.TB, w, h int, start ...tea.Msg) *Driver {
	tb.Helper()
	return OpenWith(tb, Deps(tb), w, h, start...)
}

// OpenWith is Open with dependencies of the test's own.
func OpenWith(tb testing.TB, d *screen.Deps, w, h int, start ...tea.Msg) *Driver {
	tb.Helper()
	load := func() (*screen.Deps, []tea.Msg, error) { return d, start, nil }
	return Drive(tb, ui.New(d.Theme, screen.ThemeAuto, load), w, h, func() *theme.Theme { return d.Theme })
}

// ErrDisk is what a Broken history answers.
var ErrDisk = errors.New("database or disk is full")

// Broken is a history whose writes fail as long as Fails is set.
type Broken struct {
	screen.History
	Fails bool
}

func (b *Broken) err() error {
	if b.Fails {
		return ErrDisk
	}
	return nil
}

// Append fails or appends.
func (b *Broken) Append(ctx context.Context, a []quiz.Answer, s *quiz.Saved) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.Append(ctx, a, s)
}

// Undo fails or takes back.
func (b *Broken) Undo(ctx context.Context, answerID string, s *quiz.Saved) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.Undo(ctx, answerID, s)
}

// SaveSession fails or saves.
func (b *Broken) SaveSession(ctx context.Context, s quiz.Saved) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.SaveSession(ctx, s)
}

// SetPosition fails or saves.
func (b *Broken) SetPosition(ctx context.Context, l model.LessonID, block, offset int) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.SetPosition(ctx, l, block, offset)
}

// MarkRead fails or saves.
func (b *Broken) MarkRead(ctx context.Context, l model.LessonID) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.MarkRead(ctx, l)
}

// Toggle fails or toggles.
func (b *Broken) Toggle(ctx context.Context, k history.Kind, id string) (bool, error) {
	if err := b.err(); err != nil {
		return false, err
	}
	return b.History.Toggle(ctx, k, id)
}

// NoteReadiness fails or saves.
func (b *Broken) NoteReadiness(ctx context.Context, day recall.Day, share, margin float64) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.NoteReadiness(ctx, day, share, margin)
}

// SetExam fails or saves.
func (b *Broken) SetExam(ctx context.Context, day recall.Day) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.SetExam(ctx, day)
}

// SetAllowance fails or saves.
func (b *Broken) SetAllowance(ctx context.Context, a quiz.Allowance) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.SetAllowance(ctx, a)
}

// SetPlaced fails or saves.
func (b *Broken) SetPlaced(ctx context.Context) error {
	if err := b.err(); err != nil {
		return err
	}
	return b.History.SetPlaced(ctx)
}
