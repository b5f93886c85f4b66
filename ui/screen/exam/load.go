package exam

import (
	"context"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
)

// loaded is what the history knows.
type loaded struct {
	traces    map[model.Item]recall.Trace
	seen      map[model.QuestionID]time.Time
	allowance quiz.Allowance
	open      *unfinished
}

// unfinished is an exam that is not handed in.
type unfinished struct {
	history.Unfinished
	clock string // what its clock does, a sentence
}

// load asks the history. What cannot be read counts as never asked, not set and
// not there: the exam can be taken all the same.
func load(hist screen.History, now time.Time) loaded {
	ctx := context.Background()
	summary, _ := hist.Summary(ctx)
	return loaded{
		traces: summary.Learner.Traces, seen: seen(ctx, hist),
		allowance: summary.Settings.Allowance, open: open(ctx, hist, summary.Unfinished, now),
	}
}

// mostExams is how many of the latest exams are looked through for what was seen
// and left blank.
const mostExams = 20

// seen is when the questions of past exams were on screen. A blank one makes no
// answer, and yet the learner knows it.
func seen(ctx context.Context, hist screen.History) map[model.QuestionID]time.Time {
	at := make(map[model.QuestionID]time.Time)
	past, _ := hist.Sessions(ctx)
	exams := 0
	for _, p := range past {
		if p.Kind != quiz.KindExam || exams == mostExams {
			continue
		}
		exams++
		s, err := hist.Session(ctx, p.ID)
		if err != nil {
			continue
		}
		for _, e := range s.Entries {
			if e.Thinking > 0 && p.At.After(at[e.Spec.Question]) {
				at[e.Spec.Question] = p.At
			}
		}
	}
	return at
}

// open is the exam that was left last, nil if there is none.
func open(ctx context.Context, hist screen.History, all []history.Unfinished, now time.Time) *unfinished {
	for _, u := range all {
		if u.Kind != quiz.KindExam {
			continue
		}
		s, err := hist.Session(ctx, u.ID)
		if err != nil {
			return nil
		}
		clock, err := quiz.RestoreClock(s.Started, s.Clock)
		if err != nil {
			return nil
		}
		return &unfinished{u, says(clock.Look(now))}
	}
	return nil
}

// says is what a clock does while its exam is left.
func says(c quiz.Clock) string {
	switch {
	case !c.Exists():
		return "It has no clock."
	case c.Pausing():
		return "Its clock is paused."
	case c.Over():
		return "Its time is over: it is handed in when you open it."
	}
	return "Its clock runs."
}
