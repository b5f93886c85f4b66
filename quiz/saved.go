package quiz

import (
	"fmt"
	"slices"
	"time"

	"whose/model"
)

// Saved is a session as it is stored: the drawn paper itself, not a seed that
// would draw another one from a newer course.
type Saved struct {
	ID      string       `json:"id"`
	Course  string       `json:"course"`
	Version string       `json:"version"` // of the course, when it was saved
	Kind    Kind         `json:"kind"`
	Mode    Mode         `json:"mode"`
	Topic   string       `json:"topic,omitempty"`
	Title   string       `json:"title"`
	Started time.Time    `json:"started"`
	At      int          `json:"at"` // the current prompt, counted from 0
	Done    bool         `json:"done"`
	Clock   *SavedClock  `json:"clock,omitempty"` // nil when there is no limit
	Entries []SavedEntry `json:"entries"`
}

// SavedEntry is one prompt and how far the learner is with it.
type SavedEntry struct {
	Spec     Spec          `json:"spec"`
	Chosen   []string      `json:"chosen,omitempty"`
	Flagged  bool          `json:"flagged,omitempty"`
	Graded   bool          `json:"graded,omitempty"`
	Right    bool          `json:"right,omitempty"`
	Unsure   bool          `json:"unsure,omitempty"`
	Answer   string        `json:"answer,omitempty"`   // id of the answer that the grading made
	Thinking time.Duration `json:"thinking,omitempty"` // in nanoseconds
}

// Save is what Restore needs to go on from here, the thinking time until now
// included.
func (s *Session) Save(now time.Time) Saved {
	s.count(now)
	saved := Saved{
		ID: s.setup.ID, Course: s.course.ID(), Version: s.course.Version(),
		Kind: s.setup.Kind, Mode: s.setup.Mode, Topic: s.setup.Topic, Title: s.setup.Title,
		Started: s.started, At: s.at, Done: s.Done(), Clock: s.clock.Save(),
	}
	for _, e := range s.entries {
		saved.Entries = append(saved.Entries, SavedEntry{
			Spec: e.prompt.Spec, Chosen: slices.Clone(e.chosen), Flagged: e.flagged,
			Graded: e.graded, Right: e.right, Unsure: e.unsure, Answer: e.answer, Thinking: e.thinking,
		})
	}
	return saved
}

// Restore brings a saved session back, not yet on screen. The clock of an exam
// ran on since it was saved, unless it was paused. Prompts that the course no
// longer holds as they were asked are dropped, and counted. The error says that
// nothing is left or that the session is not one of this course.
func Restore(c *model.Course, saved Saved) (s *Session, dropped int, err error) {
	if saved.Course != c.ID() {
		return nil, 0, fmt.Errorf("session %s belongs to the course %q, not to %q", saved.ID, saved.Course, c.ID())
	}
	var prompts []Prompt
	var kept []SavedEntry
	at := 0
	for i, e := range saved.Entries {
		p, err := Make(c, e.Spec)
		if err != nil {
			dropped++
			continue
		}
		if i < saved.At {
			at++
		}
		prompts, kept = append(prompts, p), append(kept, e)
	}
	clock, err := RestoreClock(saved.Started, saved.Clock)
	if err != nil {
		return nil, dropped, fmt.Errorf("session %s: %w", saved.ID, err)
	}
	setup := Setup{
		ID: saved.ID, Kind: saved.Kind, Mode: saved.Mode, Topic: saved.Topic, Title: saved.Title, Limit: clock.Limit(),
	}
	s, err = NewSession(c, setup, prompts, saved.Started)
	if err != nil {
		return nil, dropped, fmt.Errorf("session %s: %w", saved.ID, err)
	}
	s.clock = clock
	for i, e := range kept {
		s.entries[i].restore(c, e)
	}
	s.at = min(at, len(s.entries)-1)
	return s, dropped, nil
}

// restore takes over a learner's choice. Whether it was right the prompt says
// itself.
func (e *entry) restore(c *model.Course, saved SavedEntry) {
	for _, o := range e.prompt.Options {
		if slices.Contains(saved.Chosen, o.ID) {
			e.chosen = append(e.chosen, o.ID)
		}
	}
	e.flagged, e.graded, e.thinking = saved.Flagged, saved.Graded, max(0, saved.Thinking)
	if e.graded {
		e.right, _ = e.prompt.Grade(c, e.chosen)
		e.unsure, e.answer = saved.Unsure, saved.Answer
	}
}
