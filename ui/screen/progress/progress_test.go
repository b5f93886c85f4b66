package progress_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/screen/progress"
	"whose/ui/uitest"
	"whose/ui/widget"
)

// studied is a history of seven weeks.
func studied(t testing.TB) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	if err := uitest.Study(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// told is a history that says what a test wants it to.
type told struct {
	screen.History
	learner  recall.Learner
	progress history.Progress
	err      error
}

func (h *told) Learner(context.Context) (recall.Learner, error)    { return h.learner, h.err }
func (h *told) Progress(context.Context) (history.Progress, error) { return h.progress, h.err }

func tell(t testing.TB, h told) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	h.History = d.History
	d.History = &h
	return d
}

func open(t testing.TB, d *screen.Deps, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.OpenWith(t, d, w, h, screen.OpenProgress{})
}

var pages = []string{"Readiness", "Plan", "Calendar", "Mix-ups", "Sureness"}

func TestScreens(t *testing.T) {
	for _, size := range []struct{ w, h int }{{44, 16}, {80, 24}, {120, 36}} {
		d := open(t, studied(t), size.w, size.h)
		for _, page := range pages {
			d.Golden(fmt.Sprintf("%s-%dx%d", strings.ToLower(page), size.w, size.h))
			d.Keys("tab")
		}
	}
}

func TestPagesGoRound(t *testing.T) {
	d := open(t, studied(t), 80, 24)
	for _, key := range []string{"tab", "right"} {
		for _, page := range pages {
			d.Want("[" + page + "]")
			d.Keys(key)
		}
	}
	d.Keys("shift+tab")
	d.Want("[Sureness]")
	d.Keys("left")
	d.Want("[Mix-ups]")
	d.ClickOn("Plan")
	d.Want("[Plan]")
}

func TestNarrowWindowsNameThePageInTheTitle(t *testing.T) {
	d := open(t, studied(t), 56, 24)
	d.Want("Progress · Readiness", "1 of 5")
	d.Keys("tab")
	d.Want("Progress · Plan", "2 of 5")
}

func TestTheNumbersAreThoseOfHome(t *testing.T) {
	deps := studied(t)
	learner, err := deps.History.Learner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	now := uitest.Start.Add(5 * time.Second)
	ready, plan := recall.Ready(deps.Course, learner, now), recall.MakePlan(deps.Course, learner, now)
	if ready.Missing > 0 || plan.Today.Items() == 0 {
		t.Fatalf("nothing to compare: %+v %+v", ready, plan.Today)
	}
	d := open(t, deps, 120, 36)
	d.Want(fmt.Sprintf("%.0f %% ± %.0f", 100*ready.Share, 100*ready.Margin))
	for _, st := range ready.Objectives {
		if st.Total == 0 {
			continue // there is nothing to get right
		}
		d.Want(fmt.Sprintf("%.0f %%   %6s", 100*st.Share, fmt.Sprintf("%d/%d", st.Seen, st.Total)))
	}
	d.Keys("tab")
	d.Want(strings.Fields(plan.Says)[0], fmt.Sprintf("%d due", plan.Today.Due), fmt.Sprintf("%d of %d questions", len(deps.Course.Questions())-plan.Unseen, len(deps.Course.Questions())))
}

func TestReadinessLeadsOn(t *testing.T) {
	d := open(t, studied(t), 80, 24)
	d.Want("› 2.1 Shared responsibility", "enter its objectives")
	d.Keys("enter")
	d.Want("› 2.1.k1", "enter practise")
	d.Keys("down", "enter")
	d.Want("Recognise the parts of the model", "1 of ")
	d.Keys("esc", "p")
	d.Want("Recognise the parts of the model", "1 of ")
	d.Keys("esc", "r")
	d.Want("Lesson ")
	d.Keys("esc", "m") // the matrix, where there is a cell
	d.WantNot("Heat map")
	d.Keys("H")
	d.Want("Heat map")
}

func TestTooFewAnswersSayHowManyAreMissing(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24)
	d.Want("due counts matrix cells too", "Answer 20 more different questions to learn how", "› 2.1 Shared responsibility")
	d.WantNot("%", "± ")
	d.Keys("p")
	d.Want("Shared responsibility", "1 of ")
}

func TestOneAnswerMissing(t *testing.T) {
	traces := map[model.Item]recall.Trace{}
	c := uitest.Course(t)
	for _, q := range c.Questions()[:19] {
		traces[model.QuestionItem(q.ID(), q.Revision())] = recall.Trace{}.After(uitest.Start, recall.Good)
	}
	d := open(t, tell(t, told{learner: recall.Learner{Traces: traces}}), 80, 24)
	d.Want("Answer 1 more new question to learn")
}

func TestTheWeekBeforeIsRemembered(t *testing.T) {
	deps := studied(t)
	learner, err := deps.History.Learner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	today := recall.DayOf(uitest.Start)
	d := open(t, tell(t, told{learner: learner, progress: history.Progress{Readiness: []history.ReadyDay{
		{Day: today - 100, Share: 0.1}, {Day: today - 9, Share: 0.41}, {Day: today - 7, Share: 0.42}, {Day: today - 6, Share: 0.43}, {Day: today, Share: 0.2},
	}}}), 80, 24)
	d.Want("It was 42 % on 13 November.", "11 November", "today")
	d = open(t, tell(t, told{learner: learner, progress: history.Progress{Readiness: []history.ReadyDay{{Day: today, Share: 0.2}}}}), 80, 24)
	d.WantNot("It was", "today │") // nothing to draw a line between
}

func TestReadingGoesOnWithWhatWasNotRead(t *testing.T) {
	read := map[model.LessonID]time.Time{}
	deps := tell(t, told{learner: recall.Learner{Read: read}})
	d := open(t, deps, 80, 24)
	lesson := func(want string) {
		t.Helper()
		d.Keys("r")
		d.Want(want)
		d.Keys("esc")
	}
	lesson("Lesson 1 of 3") // of the task
	read["two-halves"] = uitest.Start
	d.Keys("H", "esc")
	lesson("Lesson 2 of 3")
	d.Keys("down")
	lesson("Lesson 1 of 3") // the only one on the objective
	d.Keys("down")
	lesson("Lesson 3 of 3") // of two the one not read
	d.Keys("G")
	lesson("Lesson 2 of 3")
}

func TestPlanLeadsToReviewAndSettings(t *testing.T) {
	deps := studied(t)
	d := open(t, deps, 80, 24)
	d.Keys("tab")
	d.Want("[Plan]", "› Today", "enter review", "no date is set", "The next 30 days", "█ due", "19 December")
	d.Keys("enter")
	d.Want("Review", "1 of ")
	d.Keys("esc", "down")
	d.Want("› Exam", "enter set a date")
	d.Keys("enter")
	d.Want("Settings")
}

func TestPlanTellsTheExamDate(t *testing.T) {
	today := recall.DayOf(uitest.Start)
	for _, tt := range []struct {
		exam recall.Day
		says string
	}{
		{today + 30, "Sun 20 December 2026 · in 30 days"},
		{today, "Fri 20 November 2026 · today"},
		{today - 1, "Thu 19 November 2026 · has passed"},
	} {
		d := open(t, tell(t, told{learner: recall.Learner{Exam: tt.exam}}), 80, 24)
		d.Keys("tab")
		d.Want(tt.says)
	}
}

func TestPlanListsWhatWasNeverMet(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 40)
	d.Keys("tab")
	d.Want("0 of 24 questions", "4 of 6 objectives", "Not met yet", "2.1.s4 Say what AWS and the customer")
	d.Keys("G", "p")
	d.Want("Explain how the split moves", "1 of ")
	d.Keys("esc", "r")
	d.Want("Lesson ")
}

func TestACourseWithNothingToAsk(t *testing.T) {
	deps := uitest.Deps(t)
	grid, err := model.NewMatrix(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if deps.Course, err = model.NewCourse(model.CourseSpec{ID: deps.Course.ID(), Title: "empty", Version: "1", Matrix: grid}); err != nil {
		t.Fatal(err)
	}
	d := open(t, deps, 80, 24)
	for _, says := range []string{"to learn how ready you are", "nothing is left to do", "No answer yet", "Nothing is mixed up", "Too little to tell"} {
		d.Want(says)
		d.WantNot("The next")
		d.Keys("p", "r", "down", "G", "tab")
	}
}

func TestAHistoryThatCannotBeRead(t *testing.T) {
	deps := tell(t, told{err: errors.New("no such disk")})
	d := open(t, deps, 80, 24)
	for range pages {
		d.Want("No data: the history cannot be read.", "no such disk", "not saved")
		d.Keys("enter", "p", "r", "down", "tab")
	}
	deps.History.(*told).err = nil
	d.Keys("H", "esc")
	d.WantNot("No data")
}

func TestComingBackKeepsThePlaceAndReadsAnew(t *testing.T) {
	deps := tell(t, told{})
	d := open(t, deps, 80, 24)
	d.Keys("tab", "tab", "left", "H")
	deps.History.(*told).progress.Days = work(7)
	d.Keys("esc")
	d.Want("[Calendar]", "Fri 13 November 2026: 16 answers")
}

func TestAClockThatRunsBackwards(t *testing.T) {
	deps := uitest.Deps(t)
	today := uitest.Start
	deps.Now = func() time.Time { return today }
	d := open(t, deps, 80, 24)
	d.Keys("tab", "tab", "H")
	today = today.AddDate(0, 0, -3)
	d.Keys("esc")
	d.Want("Tue 17 November 2026", "[·]")
}

func TestFindOnAPage(t *testing.T) {
	d := open(t, studied(t), 80, 24)
	d.Keys("/")
	d.Type("recognise")
	d.Want("1 of 1")
	d.Keys("enter", "esc")
	d.Want("[Readiness]")
}

func TestAnySizeFits(t *testing.T) {
	studied := studied(t)
	empty := uitest.Deps(t)
	rapid.Check(t, func(rt *rapid.T) {
		deps := rapid.SampledFrom([]*screen.Deps{studied, empty}).Draw(rt, "history")
		p := progress.New(deps)
		p.Update(p.Init()())
		for range rapid.IntRange(1, 20).Draw(rt, "keys") {
			p.Update(uitest.Key(rapid.SampledFrom([]string{"up", "down", "left", "right", "g", "G", "ctrl+d", "ctrl+u", "tab", "shift+tab"}).Draw(rt, "key")))
			w, h := rapid.IntRange(44, 300).Draw(rt, "w"), rapid.IntRange(15, 99).Draw(rt, "h")
			p.Update(screen.Resized{W: w, H: h})
			lines := strings.Split(p.View(w, h), "\n")
			if len(lines) > h {
				rt.Fatalf("%d lines in %dx%d", len(lines), w, h)
			}
			for _, l := range lines {
				if widget.Width(l) > w {
					rt.Fatalf("%q is wider than %d", l, w)
				}
			}
		}
	})
}

func BenchmarkMove(b *testing.B) {
	p := progress.New(studied(b))
	p.Update(p.Init()())
	p.Update(screen.Resized{W: 200, H: 60})
	for b.Loop() {
		p.Update(uitest.Key("down"))
		p.View(200, 60)
		p.Update(uitest.Key("up"))
		p.View(200, 60)
	}
}
