package quiz_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// sitting is an exam by a clock that the test moves.
type sitting struct {
	*paper
	clock *uitest.Clock
}

// sit begins an exam of n questions in a window; a limit of 0 is none.
func sit(t testing.TB, w, h, n int, limit time.Duration) *sitting {
	t.Helper()
	d := uitest.Deps(t)
	clock := uitest.NewClock(d)
	return sitAt(t, d, clock, w, h, limit, questions(t, d, n, false)...)
}

func sitAt(t testing.TB, d *screen.Deps, clock *uitest.Clock, w, h int, limit time.Duration, prompts ...quiz.Prompt) *sitting {
	t.Helper()
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindExam, Mode: quiz.Test, Title: "Mock exam", Limit: limit}, prompts, d.Now())
	if err != nil {
		t.Fatal(err)
	}
	return &sitting{&paper{uitest.OpenAt(t, d, clock, w, h, screen.OpenQuiz{Session: s}), t, d, s}, clock}
}

// resumed starts the program again and goes on with the exam.
func (s *sitting) resumed() *sitting {
	s.t.Helper()
	again := uitest.OpenAt(s.t, s.deps, s.clock, s.W, s.H, screen.Resume{ID: s.session.ID(), Kind: quiz.KindExam})
	return &sitting{&paper{again, s.t, s.deps, s.session}, s.clock}
}

// home starts the program again, without going on.
func (s *sitting) home() *uitest.Driver {
	s.t.Helper()
	return uitest.OpenAt(s.t, s.deps, s.clock, s.W, s.H)
}

const limit = 10 * time.Minute

func TestTheClockTicks(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Want("Mock exam", "1 of 3 · 3 blank   10:00")
	p.Pass(time.Second)
	p.Want("9:59")
	p.Pass(300 * time.Millisecond)
	p.Keys("2") // a look between two seconds
	p.Want("9:59")
	p.Pass(700 * time.Millisecond)
	p.Want("9:58")
	p.Pass(time.Minute)
	p.Want("8:58")
}

func TestTheClockStandsOnEveryPageOfTheExam(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("v")
	p.Pass(time.Second)
	p.Want("3 questions   9:59")
	p.Keys("esc", "esc")
	p.Pass(time.Second)
	p.Want("The exam is running: 9:58 left.")
}

func TestTheLastMinutesAreSaidInWords(t *testing.T) {
	for _, w := range []int{80, 44} {
		p := sit(t, w, 24, 3, limit)
		p.Pass(limit - 5*time.Minute - time.Second)
		p.WantNot("last")
		p.Pass(time.Second)
		p.Want("Mock exam", "last 5 min 5:00")
	}
}

func TestTheTerminalShowsHowMuchTimeIsGone(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Pass(limit / 4)
	if bar := p.View().ProgressBar; bar == nil || bar.Value != 25 {
		t.Errorf("progress bar %+v after a quarter of the time", bar)
	}
	p.Keys("esc", "down", "enter")
	if bar := p.View().ProgressBar; bar != nil {
		t.Errorf("progress bar %+v at home", bar)
	}
	test := test(t, 4)
	test.Keys("1")
	if bar := test.View().ProgressBar; bar == nil || bar.Value != 25 {
		t.Errorf("progress bar %+v with one of four answered and no clock", bar)
	}
}

func TestTimeOverHandsIn(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys(p.right()...)
	p.Pass(limit - time.Second)
	p.Want("0:01")
	p.Pass(time.Second)
	p.Want("The time is over.", "1 of 3 answered", "enter see the result")
	p.Keys("2", "f", "right") // pressed for a question, a moment too late
	p.Want("The time is over.")
	p.Keys("enter")
	p.Want("1 of 3 right", "By the clock all 10 min: the time ran out.", "Thinking 10 min, 3 min 20 s a question")
	if right, answered := p.answered(); right != 1 || answered != 1 {
		t.Errorf("%d of %d right on disk, want 1 of 1", right, answered)
	}
}

func TestAKeyAfterTheDeadlineChangesNothing(t *testing.T) {
	for _, key := range []string{"1", "enter", "f", "right", "v", "esc", "q"} {
		p := sit(t, 80, 24, 2, limit)
		p.clock.Set(uitest.Start.Add(limit)) // no tick came: the computer slept
		p.Keys(key)
		if e := p.session.Entry(0); len(e.Chosen) > 0 || e.Flagged || p.Quit {
			t.Errorf("%s after the deadline: %+v", key, e)
		}
		p.Want("The time is over.", "0 of 2 answered")
	}
}

func TestAClickAfterTheDeadlineChangesNothing(t *testing.T) {
	p := sit(t, 80, 24, 2, limit)
	p.clock.Set(uitest.Start.Add(limit))
	p.ClickOn(p.session.Prompt(0).Options[1].Text)
	p.Want("The time is over.", "0 of 2 answered")
}

func TestAFlagAloneIsKept(t *testing.T) {
	p := test(t, 2)
	p.Keys("f", "esc")
	p.Want("Resume")
}

func TestQuestionsThatWereTakenOutWhileTheOverviewWasOpen(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("1", "v", "right", "right", "ctrl+z")
	saved, err := p.deps.History.Session(t.Context(), p.session.ID())
	if err != nil {
		t.Fatal(err)
	}
	saved.Entries[2].Spec.Question = "retired"
	if err := p.deps.History.SaveSession(t.Context(), saved); err != nil {
		t.Fatal(err)
	}
	p.Send(tea.ResumeMsg{})
	p.Want("2 questions", "[ 2_ ]")
}

func TestTimeOverOnTheHandInPage(t *testing.T) {
	p := sit(t, 80, 24, 2, limit)
	p.Keys("1", "enter", "1", "enter")
	p.Want("All 2 questions are answered.", "› Hand in")
	p.clock.Set(uitest.Start.Add(limit + time.Minute))
	p.Keys("enter")
	p.Want("The time is over.", "2 of 2 answered")
	p.Keys("enter")
	p.Want("all 10 min")
}

func TestTimeOverThatCannotBeSaved(t *testing.T) {
	p := sit(t, 80, 24, 2, limit)
	broken := &uitest.Broken{History: p.deps.History, Fails: true}
	p.deps.History = broken
	p.Keys("1")
	p.Pass(limit)
	p.Want("The time is over.", "✗ not saved")
	broken.Fails = false
	p.Keys("enter", "esc")
	if _, answered := p.answered(); answered != 1 {
		t.Errorf("%d answers on disk after leaving, want 1", answered)
	}
}

func TestFlagsAreShownAndKept(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("1", "f")
	p.Want("! flagged   1 of 3")
	p.Keys("enter", "f", "f")
	p.WantNot("flagged ")
	p.Keys("v")
	p.Want("  1•! [ 2_ ]  3_", "1 is flagged, to be looked at again.", "! flagged")
	again := p.resumed() // and no farewell
	again.Want("2 of 3")
	again.Keys("left")
	again.Want("! flagged   1 of 3")
}

func TestAFlagIsOnDiskAtOnce(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("f") // and no farewell
	p.resumed().Want("! flagged   1 of 3")
}

func TestAWideWindowShowsThePaperBesideTheQuestion(t *testing.T) {
	p := sit(t, 120, 36, 12, limit)
	p.Want("[ 1_ ]", "_ blank")
	p.ClickOn(" 8_")
	p.Want("8 of 12", "[ 8_ ]")
}

func TestTabGoesOverTheBlanks(t *testing.T) {
	p := sit(t, 80, 24, 5, limit)
	p.Keys("right", "1", "right", "1", "v", "g")
	for _, want := range []string{"[ 1_ ]", "[ 4_ ]", "[ 5_ ]", "› Hand in"} {
		p.Keys("tab")
		p.Want(want)
	}
	for _, want := range []string{"[ 5_ ]", "[ 4_ ]", "[ 1_ ]", "› Hand in"} {
		p.Keys("shift+tab")
		p.Want(want)
	}
}

func TestTheOverviewLeadsToAnyQuestion(t *testing.T) {
	p := sit(t, 80, 24, 12, limit)
	p.Keys("v", "down")
	p.Want("[11_ ]")
	p.Keys("right", "enter")
	p.Want("12 of 12")
	p.Keys("3", "v")
	p.Want("[12• ]", "3  "+p.session.Prompt(11).Options[2].Text[:20])
	p.Keys("up", "left", "v")
	p.Want("12 of 12") // v goes back as well
	p.Keys("v", "up", "up")
	p.Want("› Hand in")
	p.Keys("tab")
	p.Want("[ 1_ ]")
	p.ClickOn(" 7_")
	p.Want("[ 7_ ]")
	p.ClickOn("7_")
	p.Want("7 of 12")
}

func TestEnterDoesNotHandInWhatIsBlank(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	for range 12 { // a learner who looks through all questions, and then some
		p.Keys("enter")
	}
	p.WantNot("result")
	if p.session.Done() {
		t.Error("handed in by accident")
	}
}

func TestLeavingAnExamAsks(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("2", "esc")
	p.Want("The exam is running: 10:00 left.", "› Go on", "esc go on")
	p.Keys("esc")
	p.Want("1 of 3 · 2 blank")
	p.Keys("esc", "enter")
	p.Want("1 of 3 · 2 blank")
	p.Keys("esc", "down", "enter")
	p.Want("Resume")
	p.Pass(3 * time.Minute)
	p.Keys("enter")
	p.Want("7:00", "› 2")
}

func TestPausingStopsTheClock(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Pass(time.Minute)
	p.Keys("esc", "down", "down", "enter")
	p.Want("Resume")
	p.Pass(time.Hour)
	again := p.resumed()
	again.Want("9:00")
	again.Pass(time.Second)
	again.Want("8:59")
	again.Keys("v", "up", "enter")
	again.Want("You paused the clock for 1 h: the real exam has no pause.")
	again.WantNot("The clock went on")
}

func TestQuittingAnExamAsks(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("q")
	p.Want("The exam is running", "Quit: the clock goes on")
	p.Keys("q", "enter")
	p.Want("1 of 3")
	p.Keys("q", "down", "enter")
	if !p.Quit {
		t.Error("the program does not end")
	}
	p.Pass(time.Minute)
	p.resumed().Want("9:00")
}

func TestQuittingFromAScreenAboveTheExamAsks(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("2", ":")
	p.Type("lessons")
	p.Keys("enter", "enter")
	p.WantNot("Mock exam")
	p.Keys("q")
	p.Want("The exam is running", "Quit: the clock goes on")
	p.Keys("down", "down", "enter")
	if !p.Quit {
		t.Fatal("the program does not end")
	}
	p.Pass(time.Hour)
	p.resumed().Want("10:00", "› 2")
}

func TestInterruptLeavesAtOnceAndKeepsAll(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys("2", "f", "ctrl+c")
	if !p.Quit {
		t.Fatal("the program asks")
	}
	p.resumed().Want("! flagged   1 of 3 · 2 blank", "› 2")
}

func TestAnExamWithoutALimitIsLeftWithoutAQuestion(t *testing.T) {
	p := sit(t, 80, 24, 3, 0)
	p.WantNot("10:00")
	p.Keys("2", "esc")
	p.Want("Resume")
	p.Keys("enter", "q")
	if !p.Quit {
		t.Error("the program asks although no clock runs")
	}
}

func TestTimeThatRanOutMeanwhile(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Keys(p.right()...)
	p.Pass(time.Minute)
	p.Keys("esc", "down", "enter")
	p.Pass(time.Hour)
	p.Keys("enter")
	p.Want("The time ran out while the exam was not on screen.", "1 of 3 answered")
	p.Keys("enter")
	p.Want("By the clock all 10 min: the time ran out.", "Thinking 1 min, 20 s a question",
		"The clock went on for 9 min while the exam was not on screen.")
	sum, err := p.deps.History.Sessions(t.Context())
	if err != nil || len(sum) != 1 || sum[0].Right != 1 {
		t.Fatalf("sessions %+v, %v: want one, 1 right", sum, err)
	}
	learner, err := p.deps.History.Learner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for item, trace := range learner.Traces {
		if want := uitest.Start.Add(limit); !trace.Last.Equal(want) {
			t.Errorf("%s was answered at %v: want the deadline, %v", item, trace.Last, want)
		}
	}
}

func TestACrashCostsAtMostTenSecondsOfThinking(t *testing.T) {
	p := sit(t, 80, 24, 2, limit)
	p.Pass(59 * time.Second) // and no farewell
	saved, err := p.deps.History.Session(t.Context(), p.session.ID())
	if err != nil {
		t.Fatal(err)
	}
	if kept := saved.Entries[0].Thinking; kept < 49*time.Second {
		t.Errorf("%v of 59 s of thinking are on disk", kept)
	}
}

func TestAnExamIsKeptFromItsBeginning(t *testing.T) {
	p := sit(t, 80, 24, 2, limit)
	p.Pass(time.Second) // and no farewell
	home := p.home()
	home.Want("Resume", "Mock exam")
	p.Pass(time.Minute)
	p.resumed().Want("8:59")
}

func TestOnlyOneRoundOfTicksIsUnderWay(t *testing.T) {
	d := uitest.Deps(t)
	clock := uitest.NewClock(d)
	begun, after := 0, d.After
	d.After = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		begun++
		return after(wait, msg)
	}
	p := sitAt(t, d, clock, 80, 24, limit, questions(t, d, 2, false)...)
	for range 3 { // away and back
		p.Keys("ctrl+z")
		p.Send(tea.ResumeMsg{})
	}
	begun = 0
	p.Pass(5 * time.Second)
	if begun != 5 {
		t.Errorf("%d ticks in five seconds", begun)
	}
}

func TestTheReportOfAnExam(t *testing.T) {
	p := sit(t, 80, 60, 4, limit)
	for i, right := range []bool{true, false, true} {
		p.Pass(time.Duration(i+1) * 10 * time.Second)
		if !right {
			p.Keys(p.wrong(), "f", "enter")
			continue
		}
		p.Keys(p.right()...)
		p.Keys("enter")
	}
	p.Keys("v", "g", "enter")
	p.Want(
		"2 of 4 right · 50 %", "By the clock 1 min of 10 min.", "Thinking 1 min, 15 s a question; the exam gives 1 min 23 s.",
		"By task", "2.1 ", "By objective",
		"AWS scales 100 to 1000 and passes at 700; that is not 70 %, and nobody",
		"Slowest", "question 3: 30 s · question 2: 20 s · question 1: 10 s",
		"› Ask the 2 wrong ones again", "The same paper again", "Read: ", "Look at again", "Right\n",
	)
	if line := p.line("  2  " + p.session.Prompt(1).Stem[:20]); !strings.Contains(line, "flagged") || !strings.Contains(line, "0:20") {
		t.Errorf("the flagged one's row is %q", line)
	}
	if line := p.line("  4  " + p.session.Prompt(3).Stem[:20]); !strings.Contains(line, "blank") {
		t.Errorf("the blank one's row is %q", line)
	}
	p.WantNot("700 points", "scaled score of")
	p.ClickOn("  3  " + p.session.Prompt(2).Stem[:20])
	p.Keys("enter")
	p.Want("3 of 4 · 2 right", "✓ Right.")
	p.Keys("esc")
	p.Want("50 %")
}

func TestTheSamePaperAgain(t *testing.T) {
	p := sit(t, 80, 30, 3, limit)
	p.Pass(time.Minute)
	p.Keys("v", "g", "enter", "down", "enter")
	p.Want("› Start it now? The clock runs at once.", "enter start the clock")
	p.Keys("up", "down")
	p.Want("› The same paper again")
	p.Keys("enter", "enter")
	p.Want("1 of 3 · 3 blank   10:00", p.session.Prompt(0).Stem[:30])
}

func TestWhatTheReportPractises(t *testing.T) {
	p := sit(t, 80, 40, 2, limit)
	p.Keys(p.wrong(), "enter", "v", "g", "enter")
	p.Keys("down", "down") // the lesson to read
	p.Want("› Read: ", "p practise")
	p.Keys("p")
	p.Want("Quiz · ", "1 of ")
	p.Keys("esc")
	p.Want("0 of 2 right")
	p.Keys("G", "p")
	p.Want("Quiz · ", "1 of ")
}

func TestGoldenExam(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"44x16", 44, 16}, {"120x36", 120, 36}} {
		d := uitest.Deps(t)
		clock := uitest.NewClock(d)
		prompts, err := quiz.DrawExam(d.Course, 20, func(model.QuestionID) time.Time { return time.Time{} }, d.Rand)
		if err != nil {
			t.Fatal(err)
		}
		p := sitAt(t, d, clock, size.w, size.h, quiz.ExamTime(20, quiz.AsIs), prompts...)
		for i := range p.session.Len() {
			p.Pass(time.Duration(20+7*(i%5)) * time.Second)
			switch {
			case i%7 == 3:
				p.Keys("f")
			case i%3 == 1:
				p.Keys([]string{"1", "2", "3"}[:p.session.Prompt(i).Pick]...)
			default:
				p.Keys(p.right()...)
			}
			if i == 10 {
				p.Golden("exam-" + size.name)
			}
			if i == 12 {
				p.Keys("esc")
				p.Pass(time.Second)
				if size.w == 80 {
					p.Golden("leaving-80x24")
				}
				p.Keys("down", "enter")
				p.Pass(2 * time.Minute)
				p.Keys("enter")
			}
			p.Keys("right")
		}
		p.Golden("overview-" + size.name)
		p.Keys("g", "enter")
		p.Golden("report-" + size.name)
	}
}
