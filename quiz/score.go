package quiz

import (
	"slices"
	"time"

	"whose/model"
)

// Score is what a session came to so far. Only what is graded counts.
type Score struct {
	Right       int
	Graded      int
	Total       int           // all prompts of the session
	Time        time.Duration // thinking time of all prompts
	ByObjective []ObjectiveScore
	Wrong       []int       // places of the wrong prompts, counted from 0
	Confusions  []Confusion // the most frequent first
}

// ObjectiveScore is the share of one objective, in the course's order. A prompt
// with two objectives counts for both.
type ObjectiveScore struct {
	Objective    model.Objective
	Right, Total int
}

// Confusion says that the learner took one thing for another.
type Confusion struct {
	Took, For model.ConceptID
	Times     int
}

// Score sums up the session.
func (s *Session) Score() Score {
	score := Score{Total: len(s.entries)}
	for i, e := range s.entries {
		score.Time += e.thinking
		switch {
		case !e.graded:
			continue
		case e.right:
			score.Right++
		default:
			score.Wrong = append(score.Wrong, i)
			score.confused(e)
		}
		score.Graded++
	}
	slices.SortStableFunc(score.Confusions, func(a, b Confusion) int { return b.Times - a.Times })
	for _, o := range s.course.Objectives() {
		if by := s.on(o); by.Total > 0 {
			score.ByObjective = append(score.ByObjective, by)
		}
	}
	return score
}

func (s *Session) on(o model.Objective) ObjectiveScore {
	by := ObjectiveScore{Objective: o}
	for _, e := range s.entries {
		if !e.graded || !slices.Contains(e.prompt.Objectives, o.ID) {
			continue
		}
		by.Total++
		if e.right {
			by.Right++
		}
	}
	return by
}

// confused notes each thing that was chosen wrongly beside each right one that
// was missed.
func (score *Score) confused(e entry) {
	for _, took := range e.prompt.Options {
		if took.Correct || took.Concept == "" || !slices.Contains(e.chosen, took.ID) {
			continue
		}
		for _, missed := range e.prompt.Options {
			if missed.Correct && missed.Concept != "" && missed.Concept != took.Concept && !slices.Contains(e.chosen, missed.ID) {
				score.confusion(took.Concept, missed.Concept).Times++
			}
		}
	}
}

func (score *Score) confusion(took, missed model.ConceptID) *Confusion {
	at := slices.IndexFunc(score.Confusions, func(k Confusion) bool { return k.Took == took && k.For == missed })
	if at < 0 {
		at = len(score.Confusions)
		score.Confusions = append(score.Confusions, Confusion{Took: took, For: missed})
	}
	return &score.Confusions[at]
}

// Retry begins a study session of the prompts that were wrong. It reports false
// when none was.
func (s *Session) Retry(id string, now time.Time) (*Session, bool) {
	var prompts []Prompt
	for _, i := range s.Score().Wrong {
		prompts = append(prompts, s.entries[i].prompt)
	}
	setup := s.setup
	setup.ID, setup.Mode = id, Study
	again, err := NewSession(s.course, setup, prompts, now)
	return again, err == nil
}
