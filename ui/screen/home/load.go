package home

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
)

// known is what home shows of the learner, as of when it was read.
type known struct {
	today   recall.Day
	summary history.Summary
	ready   recall.Readiness
	plan    recall.Plan
	lesson  model.LessonID       // to go on with; empty when all are read
	exams   map[string]examClock // how the clocks of unfinished exams stand, by session
}

// loaded is what the history told.
type loaded struct {
	known
	err error
}

// Init reads how far the learner is.
func (h *Home) Init() tea.Cmd { return h.load() }

func (h *Home) load() tea.Cmd {
	d, now := h.deps, h.deps.Now()
	return func() tea.Msg {
		sum, err := d.History.Summary(context.Background())
		if err != nil {
			sum = history.Summary{First: true, Settings: history.Settings{Allowance: quiz.AsIs}}
		}
		k := known{today: recall.DayOf(now), summary: sum}
		k.lesson, _ = recall.Lesson(d.Course, sum.Learner)
		if sum.First {
			return loaded{k, err}
		}
		k.ready, k.plan = recall.Assess(d.Course, sum.Learner, now)
		k.exams = examClocks(d, sum.Unfinished, now)
		return loaded{k, nil}
	}
}

// enoughAnswers is how many answers say as much of a learner as the placement
// would.
const enoughAnswers = 12

// offersPlacement reports whether the placement is worth its time: until it was
// taken, or so much was answered that it says nothing new.
func (k known) offersPlacement() bool {
	begun := slices.ContainsFunc(k.summary.Unfinished, func(u history.Unfinished) bool { return u.Kind == quiz.KindPlacement })
	return !k.summary.Settings.Placed && !begun && k.summary.Answered < enoughAnswers
}

// note keeps what the program says of the learner's readiness on this day.
func (h *Home) note() tea.Cmd {
	if h.summary.Answered == 0 || h.ready.Missing > 0 {
		return nil
	}
	hist, k := h.deps.History, h.known
	return func() tea.Msg {
		return screen.SaveResult{Err: hist.NoteReadiness(context.Background(), k.today, k.ready.Share, k.ready.Margin)}
	}
}
