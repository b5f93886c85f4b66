package quiz

import "time"

// Retry begins a study session of the prompts that were wrong. It reports false
// when none was. What follows on an exam or a placement is a quiz.
func (s *Session) Retry(id string, now time.Time) (*Session, bool) {
	var prompts []Prompt
	for _, i := range s.Score().Wrong {
		prompts = append(prompts, s.entries[i].prompt)
	}
	if len(prompts) == 0 {
		return nil, false
	}
	setup := s.setup
	setup.ID, setup.Mode, setup.Limit = id, Study, 0
	if setup.Kind == KindExam || setup.Kind == KindPlacement {
		setup.Kind = KindQuiz
	}
	return begin(s.course, setup, prompts, now), true
}

// Again begins the same session once more: the same prompts and options in the
// same order, the same kind, mode and limit, nothing chosen.
func (s *Session) Again(id string, now time.Time) *Session {
	setup := s.setup
	setup.ID = id
	prompts := make([]Prompt, 0, len(s.entries))
	for _, e := range s.entries {
		prompts = append(prompts, e.prompt)
	}
	return begin(s.course, setup, prompts, now)
}
