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
			for _, k := range e.prompt.confusions(e.chosen) {
				score.confusion(k.Took, k.For).Times++
			}
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

// confusions are each thing that was chosen wrongly beside each right one that
// was missed, each pair once, however many options are about it.
func (p Prompt) confusions(chosen []string) (all []Confusion) {
	for _, took := range p.Options {
		if took.Correct || took.Concept == "" || !slices.Contains(chosen, took.ID) {
			continue
		}
		for _, missed := range p.Options {
			if !missed.Correct || missed.Concept == "" || missed.Concept == took.Concept || slices.Contains(chosen, missed.ID) {
				continue
			}
			if k := (Confusion{Took: took.Concept, For: missed.Concept, Times: 1}); !slices.Contains(all, k) {
				all = append(all, k)
			}
		}
	}
	return all
}

func (score *Score) confusion(took, missed model.ConceptID) *Confusion {
	at := slices.IndexFunc(score.Confusions, func(k Confusion) bool { return k.Took == took && k.For == missed })
	if at < 0 {
		at = len(score.Confusions)
		score.Confusions = append(score.Confusions, Confusion{Took: took, For: missed})
	}
	return &score.Confusions[at]
}
