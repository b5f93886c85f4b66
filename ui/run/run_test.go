package run_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/run"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// counted is a history that counts writes.
type counted struct {
	screen.History
	appends int
}

func (c *counted) Append(ctx context.Context, a []quiz.Answer, s *quiz.Saved) error {
	c.appends++
	return c.History.Append(ctx, a, s)
}

// window is what a screen of its own would have: a run in a window with a hold
// on the history.
type window struct {
	t    *testing.T
	deps *screen.Deps
	run  *run.Run
	sent []tea.Msg // what the root would get
}

// store opens the history in a folder as another window would.
func store(t *testing.T, dir, owner string, d *screen.Deps) *history.Store {
	t.Helper()
	s, err := history.Open(t.Context(), history.Options{
		Dir: dir, Course: d.Course.ID(), Owner: owner, PID: 1, Now: d.Now, Alive: func(int) bool { return true },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// open begins a session in a window.
func open(t *testing.T, mode quiz.Mode) *window {
	t.Helper()
	w := &window{t: t, deps: uitest.Deps(t)}
	w.run = run.New(w.deps, session(t, w.deps, mode))
	w.do(w.run.Init())
	return w
}

// session asks the lesson's checks: one right option each.
func session(t *testing.T, d *screen.Deps, mode quiz.Mode) *quiz.Session {
	t.Helper()
	var prompts []quiz.Prompt
	for _, q := range d.Course.Questions() {
		p, err := quiz.Ask(d.Course, q.ID(), d.Rand)
		if err != nil {
			t.Fatal(err)
		}
		if p.Pick == 1 && len(prompts) < 3 {
			prompts = append(prompts, p)
		}
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: "s1", Kind: quiz.KindQuiz, Mode: mode, Title: "All"}, prompts, d.Now())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// do runs a command and gives its results to the run, until none is left.
func (w *window) do(cmd tea.Cmd) {
	w.t.Helper()
	if cmd == nil {
		return
	}
	w.take(cmd())
}

func (w *window) take(msg tea.Msg) {
	w.t.Helper()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, cmd := range batch {
			w.do(cmd)
		}
		return
	}
	if cmd, ok := w.run.Update(msg); ok {
		w.do(cmd)
	} else if msg != nil {
		w.sent = append(w.sent, msg)
	}
}

// choose drafts the first option of the current prompt.
func (w *window) choose(option int) {
	w.t.Helper()
	s := w.run.Session()
	if err := s.Choose(s.Prompt(s.At()).Options[option].ID, w.deps.Now()); err != nil {
		w.t.Fatal(err)
	}
}

// answer grades the draft; the command is the write.
func (w *window) answer() tea.Cmd {
	w.t.Helper()
	w.choose(0)
	cmd, err := w.run.Answer()
	if err != nil {
		w.t.Fatal(err)
	}
	return cmd
}

func (w *window) next() {
	w.t.Helper()
	if err := w.run.Session().Next(w.deps.Now()); err != nil {
		w.t.Fatal(err)
	}
}

// answered counts the answers on disk.
func (w *window) answered() int {
	w.t.Helper()
	s, err := w.deps.History.Summary(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return s.Answered
}

// resumable finds the session among those that can be gone on with.
func (w *window) resumable() (history.Unfinished, bool) {
	w.t.Helper()
	s, err := w.deps.History.Summary(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	if len(s.Unfinished) == 0 {
		return history.Unfinished{}, false
	}
	return s.Unfinished[0], true
}

func (w *window) unsaved() bool {
	for _, msg := range slices.Backward(w.sent) {
		if r, ok := msg.(screen.SaveResult); ok {
			return r.Err != nil
		}
	}
	return false
}

func TestAnswerIsShownOnceItIsOnDisk(t *testing.T) {
	w := open(t, quiz.Study)
	cmd := w.answer()
	if !w.run.Saving() {
		t.Error("the grading may be shown before it is written")
	}
	msg := cmd()
	if w.answered() != 1 || !w.run.Saving() {
		t.Errorf("%d answers on disk, saving %v: want the answer there, and the screen still waiting", w.answered(), w.run.Saving())
	}
	w.take(msg)
	if w.run.Saving() || w.unsaved() {
		t.Error("the grading is held back although it is on disk")
	}
}

func TestKeysPressedWhileSavingAreKeptInOrder(t *testing.T) {
	w := open(t, quiz.Study)
	cmd := w.answer()
	for _, name := range []string{"enter", "2", "enter", "3"} {
		if !w.run.Keep(uitest.Key(name)) {
			t.Fatalf("key %s is not kept", name)
		}
	}
	if _, ok := w.run.NextKey(); ok {
		t.Fatal("a key comes out while the answer is being saved")
	}
	w.do(cmd)
	var keys []string
	for k, ok := w.run.NextKey(); ok; k, ok = w.run.NextKey() {
		keys = append(keys, k.String())
		if len(keys) == 3 { // the second enter answers again
			w.next()
			cmd = w.answer()
		}
	}
	if want := []string{"enter", "2", "enter"}; !slices.Equal(keys, want) {
		t.Errorf("keys %v: want %v, the rest after the next answer is saved", keys, want)
	}
	w.do(cmd)
	if k, ok := w.run.NextKey(); !ok || k.String() != "3" || w.run.Keep(k) {
		t.Errorf("after it comes %q", k)
	}
}

func TestFailedAnswerIsShownAndGoesWithTheNext(t *testing.T) {
	w := open(t, quiz.Study)
	broken := &uitest.Broken{History: w.deps.History, Fails: true}
	w.deps.History = broken
	w.do(w.answer())
	if w.run.Saving() || !w.unsaved() {
		t.Error("the learner is not told that the answer is not saved")
	}
	broken.Fails = false
	w.next()
	w.do(w.answer())
	if w.answered() != 2 || w.unsaved() {
		t.Errorf("%d answers on disk: want both", w.answered())
	}
}

func TestFailedAnswerGoesWithTheFarewell(t *testing.T) {
	w := open(t, quiz.Study)
	broken := &uitest.Broken{History: w.deps.History, Fails: true}
	w.deps.History = broken
	for i := range w.run.Session().Len() {
		if i > 0 {
			w.next()
		}
		w.do(w.answer())
	}
	broken.Fails = false
	w.do(w.run.Leave())
	if w.answered() != 3 {
		t.Errorf("%d answers on disk: want all 3", w.answered())
	}
	if _, ok := w.resumable(); ok {
		t.Error("a finished session is offered again")
	}
	w.do(w.run.Show())
	if w.run.Trouble() != nil {
		t.Errorf("its result cannot be shown again: %v", w.run.Trouble())
	}
}

func TestOfManyDraftsTheNewestIsWritten(t *testing.T) {
	w := open(t, quiz.Test)
	c := &counted{History: w.deps.History}
	w.deps.History = c
	w.choose(0)
	first := w.run.Save()
	for option := range 4 {
		w.choose(option)
		if cmd := w.run.Save(); cmd != nil {
			t.Fatal("two writes are under way")
		}
	}
	w.do(first)
	if c.appends != 2 {
		t.Errorf("%d writes: want the first and one for all that came after", c.appends)
	}
	saved, err := c.Claim(t.Context(), "s1", true)
	if err != nil {
		t.Fatal(err)
	}
	want := w.run.Session().Prompt(0).Options[3].ID
	if got := saved.Entries[0].Chosen; !slices.Equal(got, []string{want}) {
		t.Errorf("the draft on disk is %v, want %s", got, want)
	}
}

func TestHandInIsOneWrite(t *testing.T) {
	w := open(t, quiz.Test)
	c := &counted{History: w.deps.History}
	w.deps.History = c
	w.choose(0)
	w.next()
	w.choose(1)
	cmd, err := w.run.HandIn()
	if err != nil || !w.run.Saving() {
		t.Fatalf("hand-in: %v, saving %v", err, w.run.Saving())
	}
	w.do(cmd)
	if c.appends != 1 || w.answered() != 2 {
		t.Errorf("%d writes, %d answers: want 1 and 2", c.appends, w.answered())
	}
	if _, ok := w.resumable(); ok {
		t.Error("what was handed in can be gone on with")
	}
}

// log is a history that only notes what drafts it is given.
type log struct {
	screen.History
	drafts [][]string
}

func (l *log) Append(_ context.Context, _ []quiz.Answer, s *quiz.Saved) error {
	l.drafts = append(l.drafts, s.Entries[0].Chosen)
	return nil
}

func (l *log) Release(context.Context, string) error { return nil }

func TestFarewellComesAfterTheWriteUnderWay(t *testing.T) {
	w := open(t, quiz.Test)
	var l log
	w.deps.History = &l
	synctest.Test(t, func(t *testing.T) {
		w.choose(0)
		draft := w.run.Save()
		w.choose(2)
		farewell := w.run.Leave()
		go farewell()
		synctest.Wait()
		if len(l.drafts) != 0 {
			t.Fatal("the farewell overtakes the write before it")
		}
		draft()
		synctest.Wait()
	})
	options := w.run.Session().Prompt(0).Options
	if want := [][]string{{options[0].ID}, {options[2].ID}}; !slices.EqualFunc(l.drafts, want, slices.Equal) {
		t.Errorf("written %v, want %v", l.drafts, want)
	}
}

func TestUntouchedSessionIsNotKept(t *testing.T) {
	w := open(t, quiz.Study)
	w.do(w.run.Leave())
	if _, ok := w.resumable(); ok {
		t.Error("a session in which nothing was done is offered again")
	}
}

func TestLeavingTwiceWritesOnce(t *testing.T) {
	w := open(t, quiz.Study)
	w.choose(0)
	w.do(w.run.Leave())
	if cmd := w.run.Leave(); cmd != nil {
		t.Error("a covered screen is put away again")
	}
}

// unreadable is a history that sessions cannot be fetched from.
type unreadable struct{ screen.History }

func (unreadable) Claim(context.Context, string, bool) (quiz.Saved, error) {
	return quiz.Saved{}, uitest.ErrDisk
}

func TestSessionGoesOnAlthoughItCannotBeFetchedAgain(t *testing.T) {
	w := open(t, quiz.Study)
	w.do(w.answer())
	w.do(w.run.Leave())
	w.deps.History = unreadable{w.deps.History}
	w.do(w.run.Show())
	if w.run.Trouble() != nil || w.run.Busy() || !w.unsaved() {
		t.Errorf("trouble %v, unsaved %v: want to go on, and to be told", w.run.Trouble(), w.unsaved())
	}
}

// twoWindows is a session that the first window has left at its second question
// and another window with the same history.
func twoWindows(t *testing.T) (a, b *window) {
	t.Helper()
	dir := t.TempDir()
	first, second := uitest.Deps(t), uitest.Deps(t)
	first.History, second.History = store(t, dir, "a", first), store(t, dir, "b", second)
	a = &window{t: t, deps: first}
	a.run = run.New(first, session(t, first, quiz.Study))
	a.do(a.run.Init())
	a.do(a.answer())
	a.next()
	return a, &window{t: t, deps: second, run: run.Resume(second, "s1")}
}

func TestSessionThatWasLeftGoesOnInAnotherWindow(t *testing.T) {
	a, b := twoWindows(t)
	a.do(a.run.Leave())
	cmd := b.run.Init()
	if !b.run.Busy() || b.run.Session() != nil {
		t.Error("there is a session before it was fetched")
	}
	b.do(cmd)
	if s := b.run.Session(); s == nil || s.At() != 1 || !s.Entry(0).Graded {
		t.Fatalf("the session is not as it was left: %v", b.run.Trouble())
	}
	b.do(b.answer())
	b.do(b.run.Leave())
	a.do(a.run.Show())
	if !a.run.Session().Entry(1).Graded {
		t.Error("the first window does not go on from where the second one left")
	}
}

func TestSessionShownAgainBeforeItIsPutAwayIsHeld(t *testing.T) {
	a, b := twoWindows(t)
	farewell := a.run.Leave()
	if cmd := a.run.Show(); cmd != nil || !a.run.Busy() {
		t.Error("the session goes on while it is being put away")
	}
	a.do(farewell)
	if a.run.Busy() {
		t.Error("the screen waits for ever")
	}
	b.do(b.run.Init())
	if !b.run.Taken() {
		t.Error("another window can have the session that is on screen here")
	}
}

func TestSessionWithoutAnAnswerIsGivenUpToo(t *testing.T) {
	a, b := twoWindows(t)
	a.run = run.New(a.deps, session(t, a.deps, quiz.Test))
	a.do(a.run.Init())
	a.do(a.run.Save())
	a.do(a.run.Leave())
	b.do(b.run.Init())
	if b.run.Trouble() != nil {
		t.Errorf("it cannot be gone on with elsewhere: %v", b.run.Trouble())
	}
}

func TestSessionOfAnotherWindowIsTakenOver(t *testing.T) {
	a, b := twoWindows(t)
	b.do(b.run.Init())
	var taken *history.TakenError
	if !errors.As(b.run.Trouble(), &taken) || !b.run.Taken() || b.run.Explain() == "" {
		t.Fatalf("trouble %v: want to be told that another window has it", b.run.Trouble())
	}
	b.do(b.run.TakeOver())
	if b.run.Trouble() != nil || b.run.Session() == nil {
		t.Fatalf("it is not taken over: %v", b.run.Trouble())
	}
	a.run.Keep(uitest.Key("enter"))
	cmd := a.answer()
	a.run.Keep(uitest.Key("enter"))
	a.do(cmd)
	if !errors.Is(a.run.Trouble(), history.ErrTakenOver) || a.unsaved() {
		t.Errorf("trouble %v, unsaved %v: want to be told, and the answer kept", a.run.Trouble(), a.unsaved())
	}
	if _, ok := a.run.NextKey(); ok {
		t.Error("a key meant for the question is pressed on the notice")
	}
	if a.answered() != 2 {
		t.Errorf("%d answers on disk, want 2", a.answered())
	}
}

func TestSessionFinishedElsewhereIsLost(t *testing.T) {
	_, b := twoWindows(t)
	b.run = run.Resume(b.deps, "no such session")
	b.do(b.run.Init())
	if !errors.Is(b.run.Trouble(), history.ErrNoSession) || b.run.Taken() {
		t.Errorf("trouble %v: want that there is no session", b.run.Trouble())
	}
}

func TestSessionOfQuestionsThatChangedSaysSo(t *testing.T) {
	a, b := twoWindows(t)
	saved := a.run.Session().Save(a.deps.Now())
	saved.Entries[2].Spec.Question = model.QuestionID("retired")
	if err := a.deps.History.SaveSession(t.Context(), saved); err != nil {
		t.Fatal(err)
	}
	if err := a.deps.History.Release(t.Context(), "s1"); err != nil {
		t.Fatal(err)
	}
	b.do(b.run.Init())
	if b.run.Session().Len() != 2 || len(b.sent) != 1 {
		t.Errorf("%d questions, messages %v: want 2 and a notice", b.run.Session().Len(), b.sent)
	}
}
