package home

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
)

// examClock is how the clock of an unfinished exam stood when it was read.
type examClock struct {
	limited, paused bool
	left            time.Duration
	at              time.Time
}

// examClocks reads the clocks of those sessions that are exams. One that does
// not read has none.
func examClocks(d *screen.Deps, unfinished []history.Unfinished, now time.Time) map[string]examClock {
	clocks := map[string]examClock{}
	for _, u := range unfinished {
		if u.Kind != quiz.KindExam {
			continue
		}
		saved, err := d.History.Session(context.Background(), u.ID)
		if err != nil {
			continue
		}
		s, _, err := quiz.Restore(d.Course, saved)
		if err != nil {
			continue
		}
		left, limited := s.Left(now)
		clocks[u.ID] = examClock{limited, s.Pausing(), left, wall(now)}
	}
	return clocks
}

// wall is a moment by the wall clock, which goes on while the computer sleeps.
func wall(t time.Time) time.Time { return t.Round(0) }

// leftAt is how much time is left, 0 when it is over.
func (c examClock) leftAt(now time.Time) time.Duration {
	if c.paused {
		return c.left
	}
	return min(c.left, max(0, c.left-wall(now).Sub(c.at)))
}

// runs reports whether the clock shows less and less.
func (c examClock) runs(now time.Time) bool { return c.limited && !c.paused && c.leftAt(now) > 0 }

// say tells how the clock stands, in full and in few words. It rounds down: who
// is promised a minute shall have it.
func (c examClock) say(now time.Time) (full, short string) {
	left := c.leftAt(now)
	minutes := fmt.Sprintf("%d min left", int(left/time.Minute))
	switch {
	case !c.limited:
		return "no clock", "no clock"
	case left == 0:
		return timeIsUp, "time is up"
	case c.paused:
		return "paused, " + minutes, "paused, " + minutes
	case left < time.Minute:
		return "less than a minute left", "under a minute left"
	}
	return "clock running, " + minutes, minutes
}

const timeIsUp = "time is up: see the report"

// tick says that a clock shows another minute.
type tick struct{ round int }

// startClock begins a round of ticks while home is on top, if an exam's clock
// runs. Those of earlier rounds are let go.
func (h *Home) startClock() tea.Cmd {
	h.round++
	return h.nextTick()
}

// nextTick comes when the first clock shows another minute.
func (h *Home) nextTick() tea.Cmd {
	if h.away || len(h.exams) == 0 {
		return nil
	}
	now, wait := h.deps.Now(), time.Duration(0)
	for _, c := range h.exams {
		if next := c.leftAt(now)%time.Minute + time.Second; c.runs(now) && (wait == 0 || next < wait) {
			wait = next
		}
	}
	if wait == 0 {
		return nil
	}
	return h.deps.After(wait, tick{h.round})
}

func (h *Home) onTick(m tick) tea.Cmd {
	if m.round != h.round || h.away {
		return nil
	}
	h.refresh()
	return h.nextTick()
}

// Leave says that home is covered: nobody looks at its clocks.
func (h *Home) Leave() tea.Cmd {
	h.away = true
	return nil
}
