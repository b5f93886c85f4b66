package run_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/run"
	"whose/ui/uitest"
)

// timed is a window with an exam of ten minutes. Ticks come only when the test
// sends them.
type timed struct {
	*window
	now   time.Time
	waits []time.Duration // for the ticks that were asked for
	ticks []tea.Msg
}

func openTimed(t *testing.T) *timed {
	t.Helper()
	w := &timed{window: &window{t: t, deps: uitest.Deps(t)}, now: uitest.Start}
	w.deps.Now = func() time.Time { return w.now }
	w.deps.After = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		w.waits, w.ticks = append(w.waits, wait), append(w.ticks, msg)
		return nil
	}
	study := session(t, w.deps, quiz.Test)
	var prompts []quiz.Prompt
	for i := range study.Len() {
		prompts = append(prompts, study.Prompt(i))
	}
	s, err := quiz.NewSession(w.deps.Course, quiz.Setup{ID: "s1", Kind: quiz.KindExam, Mode: quiz.Test, Limit: 10 * time.Minute}, prompts, w.now)
	if err != nil {
		t.Fatal(err)
	}
	w.run = run.New(w.deps, s)
	w.do(w.run.Init())
	return w
}

// tick lets time pass and sends the last tick that was asked for.
func (w *timed) tick(after time.Duration) {
	w.t.Helper()
	w.now = w.now.Add(after)
	w.take(w.ticks[len(w.ticks)-1])
}

func TestATickComesWhenTheClockShowsAnotherSecond(t *testing.T) {
	w := openTimed(t)
	w.tick(1300 * time.Millisecond) // it came late
	w.tick(700 * time.Millisecond)
	if got, want := w.waits, []time.Duration{time.Second, 700 * time.Millisecond, time.Second}; len(got) != 3 || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("waits %v, want %v", got, want)
	}
}

func TestTicksOfBeforeAreLetGo(t *testing.T) {
	w := openTimed(t)
	old := w.ticks[0]
	w.do(w.run.Leave())
	w.do(w.run.Show())
	n := len(w.ticks)
	w.take(old)
	if len(w.ticks) != n {
		t.Error("two rounds of ticks are under way")
	}
	farewell := w.run.Leave()
	w.take(w.ticks[n-1])
	w.run.Show() // and it has to wait for the farewell
	w.take(w.ticks[n-1])
	if len(w.ticks) != n {
		t.Error("the clock ticks while nobody sees it")
	}
	w.do(farewell)
	if len(w.ticks) != n+1 {
		t.Error("the clock does not tick again")
	}
}

func TestTheClockBringsThinkingTimeToDisk(t *testing.T) {
	w := openTimed(t)
	c := &counted{History: w.deps.History}
	w.deps.History = c
	for range 25 {
		w.tick(time.Second)
	}
	if c.appends != 2 {
		t.Errorf("%d writes in 25 seconds, want one in ten", c.appends)
	}
}

func TestKeysForAQuestionAreNotPressedOnTheResult(t *testing.T) {
	w := openTimed(t)
	w.choose(0)
	w.now = w.now.Add(10 * time.Minute)
	cmd, over := w.run.Expire()
	if !over || w.run.TimeOver() != run.OverHere || !w.run.Saving() {
		t.Fatalf("over %v, %v: want the paper to be handed in", over, w.run.TimeOver())
	}
	if !w.run.Keep(uitest.Key("enter")) {
		t.Error("a key gets through while the paper is written")
	}
	w.do(cmd)
	if k, ok := w.run.NextKey(); ok {
		t.Errorf("%s comes out afterwards", k)
	}
	if w.answered() != 1 {
		t.Errorf("%d answers on disk, want 1", w.answered())
	}
	if _, over := w.run.Expire(); over {
		t.Error("it is handed in twice")
	}
}

func TestTimeThatRunsOutUnseenIsFoundOnReturn(t *testing.T) {
	w := openTimed(t)
	w.choose(0)
	w.do(w.run.Leave())
	w.now = w.now.Add(time.Hour)
	if _, over := w.run.Expire(); over {
		t.Error("a session that was given up is handed in")
	}
	cmd := w.run.Show()
	w.run.Keep(uitest.Key("enter")) // for the question that was left
	w.do(cmd)
	if k, ok := w.run.NextKey(); ok {
		t.Errorf("%s is pressed on the result", k)
	}
	if w.run.TimeOver() != run.OverAway || !w.run.Session().Done() || w.answered() != 1 {
		t.Errorf("%v, done %v, %d answers: want it handed in", w.run.TimeOver(), w.run.Session().Done(), w.answered())
	}
	if w.run.Running() {
		t.Error("the clock runs on")
	}
}

func TestAPauseEndsWhenTheExamIsShown(t *testing.T) {
	w := openTimed(t)
	if err := w.run.Pause(); err != nil || w.run.Running() {
		t.Fatalf("%v, running %v: want it to stand", err, w.run.Running())
	}
	w.do(w.run.Leave())
	w.now = w.now.Add(time.Hour)
	w.do(w.run.Show())
	if left, _ := w.run.Left(); left != 10*time.Minute || !w.run.Running() {
		t.Errorf("%v left, running %v: want 10 min and a clock that runs", left, w.run.Running())
	}
}

func TestAPastSessionIsOnlyLookedAt(t *testing.T) {
	w := open(t, quiz.Test)
	w.choose(0)
	cmd, err := w.run.HandIn()
	if err != nil {
		t.Fatal(err)
	}
	w.do(cmd)
	c := &counted{History: w.deps.History}
	w.deps.History = c
	w.run = run.Past(w.deps, "s1")
	w.do(w.run.Init())
	if w.run.Trouble() != nil || !w.run.Session().Done() || !w.run.Session().Entry(0).Graded {
		t.Fatalf("%v: want the finished session", w.run.Trouble())
	}
	w.do(w.run.Leave())
	w.do(w.run.Show())
	if c.appends != 0 || w.run.Busy() || w.run.Trouble() != nil {
		t.Errorf("%d writes, busy %v, trouble %v", c.appends, w.run.Busy(), w.run.Trouble())
	}
}

func TestAPastSessionThatIsNotThere(t *testing.T) {
	w := &window{t: t, deps: uitest.Deps(t)}
	w.run = run.Past(w.deps, "gone")
	w.do(w.run.Init())
	if !errors.Is(w.run.Trouble(), history.ErrUnknown) || w.run.Explain() == "" {
		t.Errorf("trouble %v", w.run.Trouble())
	}
}

func TestLookingAtASessionThatRunsLeavesItAlone(t *testing.T) {
	w := open(t, quiz.Test)
	w.choose(0)
	w.do(w.run.Save())
	past := run.Past(w.deps, "s1")
	w.take(past.Init()())
	if cmd := past.Leave(); cmd != nil {
		t.Error("it is given up, or written")
	}
}

func TestAnExamWhoseBeginningWasNotSavedIsSavedLater(t *testing.T) {
	w := openTimed(t)
	broken := &uitest.Broken{History: w.deps.History, Fails: true}
	w.deps.History = broken
	s := w.run.Session().Again("s2", w.now)
	w.run = run.New(w.deps, s)
	w.do(w.run.Init())
	broken.Fails = false
	w.do(w.run.Leave())
	if _, err := w.deps.History.Session(t.Context(), "s2"); err != nil {
		t.Errorf("the exam is not kept: %v", err)
	}
}

func TestTimeThatAnotherWindowPausedIsNotOver(t *testing.T) {
	dir := t.TempDir()
	w := openTimed(t)
	w.deps.History = store(t, dir, "a", w.deps)
	w.run = run.New(w.deps, w.run.Session())
	w.do(w.run.Init())
	other := &window{t: t, deps: uitest.Deps(t)}
	other.deps.Now, other.deps.History = w.deps.Now, store(t, dir, "b", w.deps)
	other.run = run.Resume(other.deps, "s1")
	other.do(other.run.Init())
	other.do(other.run.TakeOver())
	if err := other.run.Pause(); err != nil {
		t.Fatal(err)
	}
	other.do(other.run.Save())
	w.now = w.now.Add(time.Hour)
	cmd, over := w.run.Expire()
	if !over {
		t.Fatal("the clock here stands")
	}
	w.do(cmd)
	w.do(w.run.TakeOver())
	if left, _ := w.run.Left(); w.run.Trouble() != nil || w.run.TimeOver() != run.InTime || left != 10*time.Minute {
		t.Errorf("trouble %v, %v, %v left: want the exam as it was paused", w.run.Trouble(), w.run.TimeOver(), left)
	}
}

// twoExams is an exam that another window has taken over.
func twoExams(t *testing.T) (here *timed, there *window) {
	t.Helper()
	dir := t.TempDir()
	here = openTimed(t)
	here.deps.History = store(t, dir, "a", here.deps)
	here.run = run.New(here.deps, here.run.Session())
	here.do(here.run.Init())
	there = &window{t: t, deps: uitest.Deps(t)}
	there.deps.Now, there.deps.History = here.deps.Now, store(t, dir, "b", here.deps)
	id := there.deps.NewID
	there.deps.NewID = func() string { return "there-" + id() } // as ids are random, no two windows make the same
	there.run = run.Resume(there.deps, "s1")
	there.do(there.run.Init())
	there.do(there.run.TakeOver())
	return here, there
}

func TestAnExamThatTwoWindowsHandInCountsOnce(t *testing.T) {
	for name, first := range map[string]bool{"the one that lost it first": true, "the one that has it first": false} {
		t.Run(name, func(t *testing.T) {
			here, there := twoExams(t)
			here.choose(0)
			there.choose(1)
			here.now = here.now.Add(10 * time.Minute) // in both
			windows := []*window{there, here.window}
			if first {
				windows = []*window{here.window, there}
			}
			for _, w := range windows {
				cmd, over := w.run.Expire()
				if !over {
					t.Fatal("the time is not over")
				}
				w.do(cmd)
				w.do(w.run.Leave())
			}
			if here.answered() != 1 {
				t.Errorf("%d answers on disk, want 1", here.answered())
			}
			if !here.run.Taken() || there.run.Trouble() != nil {
				t.Errorf("trouble %v and %v: want it in the window that lost the exam", here.run.Trouble(), there.run.Trouble())
			}
		})
	}
}

func TestAnExamThatIsGoneSaysThatNothingIsKept(t *testing.T) {
	here, _ := twoExams(t)
	here.choose(0)
	draft := here.run.Save()
	if _, err := here.run.HandIn(); err != nil { // while the draft is on its way
		t.Fatal(err)
	}
	here.do(draft)
	if text := here.run.Explain(); strings.Contains(text, "are kept") || !strings.Contains(text, "is not kept") {
		t.Errorf("it says %q", text)
	}
	if here.run.Busy() {
		t.Error("the screen waits for a write that does not come")
	}
	here.do(here.run.Leave())
	if here.answered() != 0 {
		t.Errorf("%d answers on disk, want none", here.answered())
	}
}

func TestKeysThatComeWithAHandInAreDropped(t *testing.T) {
	w := openTimed(t)
	w.choose(0)
	cmd, err := w.run.HandIn()
	if err != nil {
		t.Fatal(err)
	}
	w.run.Keep(uitest.Key("enter"))
	w.do(cmd)
	if k, ok := w.run.NextKey(); ok {
		t.Errorf("%s is pressed on the result", k)
	}
}

func TestOnlyAPromptIsThoughtAbout(t *testing.T) {
	w := openTimed(t)
	w.now = w.now.Add(time.Minute)
	w.run.Attend(false)
	w.now = w.now.Add(time.Minute)
	w.do(w.run.Leave())
	w.do(w.run.Show()) // back to what is no prompt
	w.now = w.now.Add(time.Minute)
	w.run.Attend(true)
	w.now = w.now.Add(time.Minute)
	w.do(w.run.Save())
	if got := w.run.Session().Entry(0).Thinking; got != 2*time.Minute {
		t.Errorf("thought %v, want 2 min", got)
	}
}
