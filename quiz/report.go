package quiz

import (
	"slices"
	"time"

	"whose/model"
)

// Report is what an exam came to. Of one that is not handed in it holds what is
// graded: nothing.
type Report struct {
	Score
	ByTask  []TaskScore      // in the course's order, those that were asked
	Prompts []Outcome        // in the paper's order
	Study   []model.LessonID // to read again: those of the wrong prompts, the most wrong first, then in learning order
	Limit   time.Duration    // 0: there was none
	Used    time.Duration    // of the limit, pauses left out; without a limit the thinking time
	Away    time.Duration    // of the time used, how long the exam was not on screen
	Paused  time.Duration    // how long the clock was stopped
}

// TaskScore is the share of one task. A prompt counts for the task of its first
// objective.
type TaskScore struct {
	Task         model.Task
	Right, Total int
}

// Outcome is how one prompt went.
type Outcome struct {
	Right   bool
	Blank   bool // fewer options were chosen than asked for
	Flagged bool
	Time    time.Duration // thinking time
}

// Report sums up an exam. Any session has one.
func (s *Session) Report() Report {
	r := Report{
		Score: s.Score(), Study: s.study(),
		Limit: s.clock.Limit(), Used: s.clock.Used(), Away: s.clock.Away(), Paused: s.clock.Paused(),
	}
	if r.Limit == 0 {
		r.Used = r.Score.Time
	}
	for _, e := range s.entries {
		r.Prompts = append(r.Prompts, Outcome{Right: e.right, Blank: !e.complete(), Flagged: e.flagged, Time: e.thinking})
	}
	for _, task := range s.course.Tasks() {
		if by := s.onTask(task); by.Total > 0 {
			r.ByTask = append(r.ByTask, by)
		}
	}
	return r
}

func (s *Session) onTask(task model.Task) TaskScore {
	by := TaskScore{Task: task}
	for _, e := range s.entries {
		if !e.graded || taskOf(s.course, e.prompt.Objectives) != task.ID {
			continue
		}
		by.Total++
		if e.right {
			by.Right++
		}
	}
	return by
}

// study are the lessons of the wrong prompts.
func (s *Session) study() []model.LessonID {
	wrong := make(map[model.LessonID]int)
	for _, e := range s.entries {
		if e.graded && !e.right {
			wrong[e.prompt.Lesson]++
		}
	}
	var lessons []model.LessonID
	for _, l := range s.course.Lessons() {
		if wrong[l.ID] > 0 {
			lessons = append(lessons, l.ID)
		}
	}
	slices.SortStableFunc(lessons, func(a, b model.LessonID) int { return wrong[b] - wrong[a] })
	return lessons
}
