package sessions_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// told is a history with the past that a test wants.
type told struct {
	screen.History
	past []history.Past
	err  error
}

func (h *told) Sessions(context.Context) ([]history.Past, error) { return h.past, h.err }

func open(t testing.TB, d *screen.Deps, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.OpenWith(t, d, w, h, screen.OpenSessions{})
}

// past has one session of each kind, a day apart, newest first.
func past(t testing.TB) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	h := &told{History: d.History}
	for i, k := range []quiz.Kind{quiz.KindExam, quiz.KindReview, quiz.KindQuiz, quiz.KindChecks, quiz.KindTestMe, quiz.KindPlacement} {
		h.past = append(h.past, history.Past{
			ID: fmt.Sprint(i), Title: "title " + string(k), Kind: k, Mode: quiz.Study, Len: 12, Right: 12 - 2*i,
			At: uitest.Start.AddDate(0, 0, -i), Time: 4*time.Minute + 5*time.Second,
		})
	}
	d.History = h
	return d
}

func studied(t testing.TB) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	if err := uitest.Study(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestScreens(t *testing.T) {
	for _, size := range []struct{ w, h int }{{44, 16}, {80, 24}, {120, 36}} {
		d := open(t, studied(t), size.w, size.h)
		d.Keys("down")
		d.Golden(fmt.Sprintf("sessions-%dx%d", size.w, size.h))
	}
}

// rows are the names in the list, from the top.
func rows(d *uitest.Driver) (names []string) {
	for _, line := range strings.Split(d.Text(), "\n")[2:] {
		if len(line) > 40 && strings.Contains(line, " of ") {
			names = append(names, strings.TrimSpace(strings.TrimLeft(string([]rune(line)[11:40]), " ")))
		}
	}
	return names
}

func TestEachKindByItsName(t *testing.T) {
	d := open(t, past(t), 80, 24)
	got := fmt.Sprint(rows(d))
	want := "[Mock exam Review Quiz · title quiz Checks · title checks Test me · title test-me Placement]"
	if got != want {
		t.Errorf("it lists %s, want %s", got, want)
	}
	d.Want("› 20 Nov  Mock exam", "100 %  12 of 12", "16 %   2 of 12", "Friday 20 November 2026, 21:30", "12 of 12 right · 4 min 5 s", "6 finished")
}

func TestFilterGoesThroughTheKinds(t *testing.T) {
	d := open(t, past(t), 80, 24)
	for _, tt := range []struct {
		title string
		first string
		rows  int
	}{{"Past sessions · exams", "Mock exam", 1}, {"Past sessions · reviews", "Review", 1}, {"Past sessions · quizzes", "Quiz · title quiz", 4}, {"Past sessions  ", "Mock exam", 6}} {
		d.Keys("f")
		d.Want(tt.title)
		if got := rows(d); len(got) != tt.rows || got[0] != tt.first {
			t.Errorf("%s lists %q", tt.title, got)
		}
	}
	d.Keys("f")
	d.Want("1 of 6", "f reviews")
}

func TestFilterLeavesOutWhatThereIsNone(t *testing.T) {
	deps := past(t)
	h := deps.History.(*told)
	h.past = h.past[1:3] // a review and a quiz
	d := open(t, deps, 80, 24)
	d.Want("f reviews")
	d.Keys("f", "f")
	d.Want("Past sessions · quizzes")
	h.past = h.past[:1]
	d = open(t, deps, 80, 24)
	d.WantNot("f reviews", "f all")
}

func TestEnterOpensASession(t *testing.T) {
	d := open(t, studied(t), 80, 24)
	d.Keys("down", "down", "enter")
	d.WantNot("Past sessions")
	d.Keys("esc")
	d.Want("Past sessions", "finished")
	marked := ""
	for _, line := range strings.Split(d.Text(), "\n") {
		if strings.Contains(line, "›") {
			marked = line
		}
	}
	if marked != strings.Split(d.Text(), "\n")[4] {
		t.Errorf("the focus is on %q:\n%s", marked, d.Text())
	}
}

func TestANewSessionComesInSight(t *testing.T) {
	deps := past(t)
	h := deps.History.(*told)
	newest := h.past[0]
	h.past = h.past[1:]
	d := open(t, deps, 80, 24)
	d.Keys("f", "enter")
	h.past = append([]history.Past{newest}, h.past...)
	d.Keys("esc")
	d.Want("Past sessions · reviews", "1 of 6")
}

func TestFindASession(t *testing.T) {
	d := open(t, past(t), 80, 24)
	d.Keys("/")
	d.Type("checks")
	d.Want("› 17 Nov  Checks · title checks")
}

func TestNothingFinished(t *testing.T) {
	for _, w := range []int{44, 80} {
		d := open(t, uitest.Deps(t), w, 24)
		d.Want("No session is finished yet.")
		d.Keys("enter", "f", "down")
		d.Want("No session is finished yet.")
	}
}

func TestAHistoryThatCannotBeRead(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = &told{History: deps.History, err: errors.New("no such disk")}
	d := open(t, deps, 80, 24)
	d.Want("No data: the history cannot be read.", "no such disk", "not saved")
	d.WantNot("No session is finished")
}
