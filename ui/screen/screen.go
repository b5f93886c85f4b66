// Package screen is what the root and the screens agree on: the interface of a
// screen, the messages it sends to go elsewhere, and what it is given.
package screen

import (
	"context"
	"math/rand/v2"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/theme"
)

// MinWidth and MinHeight are the smallest window that screens draw for; the
// root speaks for them below that. The root keeps the last line for its footer,
// so a screen is never lower than MinHeight-1.
const (
	MinWidth  = 44
	MinHeight = 16
)

// Screen is one level of the stack that the root shows the top of. It changes
// itself in Update; only the root is a tea.Model.
type Screen interface {
	// Init runs once, when the screen is opened.
	Init() tea.Cmd
	// Update takes key presses, Click, Wheel, Shown, Resized and the results of
	// the screen's own commands. It does no I/O: that is for commands.
	Update(tea.Msg) tea.Cmd
	// View draws at most h lines, none wider than w, and does no work that could
	// have been done in Update. w and h are at least MinWidth and MinHeight-1.
	View(w, h int) string
	// Keys are the screen's own bindings, the most useful first. Those that do
	// nothing now are disabled.
	Keys() []key.Binding
	// Title names the screen in the window's title.
	Title() string
}

// Finder is a screen whose text can be searched.
type Finder interface {
	// Find marks every match of the query, scrolls to one and says which it is
	// and how many there are. Step 0 stays at the nearest match, 1 and -1 go on
	// and back. An empty query takes the marks away.
	Find(query string, step int) (at, of int)
}

// Typer is a screen with a text field: while Typing, letters are text.
type Typer interface{ Typing() bool }

// Asker is a screen that may have something to settle before the program ends.
type Asker interface {
	// AskToQuit begins to ask the learner, on the screen itself, and reports true;
	// it reports false if there is nothing to ask. When the learner wants to go,
	// the screen sends Quit.
	AskToQuit() (cmd tea.Cmd, asks bool)
}

// Progresser is a screen that knows how far the learner is; the terminal may
// show it beside its window.
type Progresser interface {
	// Progress is from 0 to 100; shown is false while there is nothing to show.
	Progress() (percent int, shown bool)
}

// Leaver is a screen that has something to put away before it is covered,
// closed or the program ends; it says so by a command.
type Leaver interface{ Leave() tea.Cmd }

// Deps is what every screen is given.
type Deps struct {
	Course  *model.Course
	History History
	Theme   *theme.Theme // swapped by the root when the terminal tells its background
	Now     func() time.Time
	Rand    *rand.Rand // used in Update only, never in a command
	NewID   func() string
	Env     Env
	// After makes a command that gives a message when a time has passed.
	After func(time.Duration, tea.Msg) tea.Cmd

	Preferences Preferences // kept by the root as the learner last set them
	Overruled   Overruled
	// SavePreferences keeps them. Kept is where a file is now that could not be
	// read, and was written anew; it is empty otherwise. The func is nil where
	// nothing is kept, as on a server; it waits for the disk.
	SavePreferences func(Preferences) (kept string, err error)
}

// Env is what the outside says about this run.
type Env struct {
	Motion bool // whether things may move; the root follows the preferences
	ASCII  bool // whether the terminal cannot show UTF-8
	// OpenURL shows a page to the learner. Nil where there is no browser to open,
	// as on a server: the address is copied instead.
	OpenURL func(url string) error
}

// History is what screens ask of the answers on disk: see history.Store. Its
// methods wait for the disk, so they are called in commands only.
type History interface {
	Summary(context.Context) (history.Summary, error)
	Items(context.Context, []model.Item) (map[model.Item]recall.Trace, error)

	Learner(context.Context) (recall.Learner, error)
	Progress(context.Context) (history.Progress, error)
	Mistakes(ctx context.Context, items []model.Item, most int) ([]history.Mistake, error)
	NoteReadiness(ctx context.Context, day recall.Day, share, margin float64) error

	Append(context.Context, []quiz.Answer, *quiz.Saved) error
	Undo(ctx context.Context, answerID string, session *quiz.Saved) error
	SaveSession(context.Context, quiz.Saved) error
	Claim(ctx context.Context, id string, force bool) (quiz.Saved, error)
	Release(ctx context.Context, id string) error
	DropSession(ctx context.Context, id string) error
	Sessions(context.Context) ([]history.Past, error)
	Session(ctx context.Context, id string) (quiz.Saved, error)

	Lessons(context.Context) (map[model.LessonID]history.Lesson, error)
	SetPosition(ctx context.Context, lesson model.LessonID, block, offset int) error
	MarkRead(context.Context, model.LessonID) error

	Bookmarks(context.Context) ([]history.Bookmark, error)
	Toggle(ctx context.Context, kind history.Kind, id string) (set bool, err error)

	Settings(context.Context) (history.Settings, error)
	SetExam(context.Context, recall.Day) error
	SetAllowance(context.Context, quiz.Allowance) error
	SetPlaced(context.Context) error

	// Check looks through the whole file; it is slow and runs once, beside the
	// learner. Notice is what the learner has to know about the file, if anything.
	Check(context.Context) error
	Notice() string
}

// Messages from the root to screens.

// Click is a press of the left button, in the screen's own coordinates.
type Click struct{ X, Y int }

// Wheel is a turn of the wheel over a place: -1 up, 1 down.
type Wheel struct{ X, Y, Step int }

// Shown tells a screen that it is on top again, or the program back in front.
type Shown struct{}

// Resized tells a screen the size that it will be drawn in, first when it opens.
type Resized struct{ W, H int }

// Restyled tells a screen that Deps.Theme is another one.
type Restyled struct{}

// Messages from screens to the root.

// OpenLesson opens a lesson where it was left, or at a heading.
type OpenLesson struct {
	ID      model.LessonID
	Heading string // "" for where it was left
}

// OpenLessons opens the list of lessons.
type OpenLessons struct{}

// OpenMatrix opens the matrix with the focus on a cell; the zero CellRef is the
// first one.
type OpenMatrix struct{ Focus model.CellRef }

// OpenCell opens a cell whole.
type OpenCell struct{ Ref model.CellRef }

// OpenCompare puts two or three services side by side, or the usual ones if
// none is named.
type OpenCompare struct{ Services []model.ServiceID }

// OpenStack draws one service as a stack of layers.
type OpenStack struct{ Service model.ServiceID }

// OpenTestMe asks for the parties of one service.
type OpenTestMe struct{ Service model.ServiceID }

// OpenChooser lets the learner choose a topic, a length and a mode.
type OpenChooser struct{}

// OpenQuiz starts a session of questions. Replace takes the place of the screen
// that asks, so that going back leads to what was before it.
type OpenQuiz struct {
	Session *quiz.Session
	Replace bool
}

// Resume goes on with a session that was left.
type Resume struct {
	ID   string
	Kind quiz.Kind
}

// OpenBookmarks opens the list of what was bookmarked.
type OpenBookmarks struct{}

// OpenGlossary opens the list of words that the course explains.
type OpenGlossary struct{}

// OpenWords opens the list of those words of the glossary that stand in a text.
// Where is the place that the text is from.
type OpenWords struct{ Text, Where string }

// OpenTerm opens a word of the glossary.
type OpenTerm struct{ ID model.TermID }

// OpenIncidents opens the list of incidents.
type OpenIncidents struct{}

// OpenIncident plays an incident.
type OpenIncident struct{ ID model.IncidentID }

// OpenExam opens the start of a mock exam: its length and time are offered for
// it, the zero values for the usual ones.
type OpenExam struct {
	Questions int
	Time      quiz.Allowance
}

// OpenReview starts a review of what is due.
type OpenReview struct {
	Minutes int // about how long it takes; 0 for what today asks, at most the usual length
	Items   int // how many it asks, if Minutes shall not say; 0 if they shall
}

// OpenPlacement starts the questions that find where a learner stands.
type OpenPlacement struct{}

// OpenProgress opens what the learner knows and is losing.
type OpenProgress struct{}

// OpenHeat opens the matrix as a map of the learner's own recall.
type OpenHeat struct{}

// OpenSessions opens the list of past sessions.
type OpenSessions struct{}

// OpenPast opens a finished session.
type OpenPast struct{ ID string }

// OpenSettings opens the settings.
type OpenSettings struct{}

// Practise starts a study quiz of ten on a topic.
type Practise struct{ Topic quiz.Topic }

// Back closes the screen.
type Back struct{}

// Quit ends the program, as the learner was asked and wants to.
type Quit struct{}

// Toast says something in the last line until the next key.
type Toast struct{ Text string }

// CopyText puts text on the clipboard; What says in the last line what it was.
type CopyText struct{ Text, What string }

// OpenSource shows one of AWS's pages.
type OpenSource struct{ URL string }

// SaveResult is how a write to the history went. The root keeps "not saved" in
// sight as long as the last one failed.
type SaveResult struct {
	Err error
	// Of is the session whose answers were to be saved. Of each session the last
	// write counts by itself; "" is for everything else.
	Of string
}

// Farewell is the result of a write that may end after the screen which began it
// was closed. Then the root takes it in the screen's place.
type Farewell interface {
	// Lost is the session that was to be saved, how many of its answers are lost,
	// and why; the error is nil if all is saved.
	Lost() (session string, answers int, err error)
}

// HistoryNotice is what the learner has to know about the history's file: where
// a damaged one was put, or why nothing can be saved.
type HistoryNotice struct {
	Text string
	Err  error
}

// Send is a command that only sends a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
