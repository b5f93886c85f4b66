package progress

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"whose/quiz/history"
	"whose/quiz/recall"
)

// facts are all that the screen shows, read and worked out at one moment.
type facts struct {
	learner  recall.Learner
	progress history.Progress
	ready    recall.Readiness
	plan     recall.Plan
	mixed    []mixUp
	wrong    []asked // questions, most often wrong first
	today    recall.Day
	err      error
}

// load reads the facts. Readiness and plan are those of the home screen.
func (p *Progress) load() tea.Cmd {
	d := p.deps
	return func() tea.Msg {
		ctx := context.Background()
		now := d.Now()
		f := facts{today: recall.DayOf(now)}
		if f.learner, f.err = d.History.Learner(ctx); f.err != nil {
			return f
		}
		if f.progress, f.err = d.History.Progress(ctx); f.err != nil {
			return f
		}
		f.ready, f.plan = recall.Assess(d.Course, f.learner, now)
		for _, c := range f.progress.Confusions {
			if m := mixed(d.Course, c); m.about != (place{}) {
				f.mixed = append(f.mixed, m)
			}
		}
		f.wrong = wrongMost(d.Course, f.learner)
		return f
	}
}
