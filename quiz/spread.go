package quiz

import (
	"math/rand/v2"
	"slices"

	"whose/model"
)

// spread puts questions in random order, so that no two neighbours are alike
// where that can be helped.
func spread(questions []model.Question, rng *rand.Rand) {
	const tries = 20 // one is nearly always enough; where it cannot be helped more do not help either
	var best []model.Question
	fewest := len(questions)
	for range tries {
		shuffle(questions, rng)
		if n := settle(questions); n < fewest {
			best, fewest = slices.Clone(questions), n
		}
		if fewest == 0 {
			break
		}
	}
	copy(questions, best)
}

// settle exchanges questions as long as that leaves fewer neighbours alike, and
// counts those that are left.
func settle(questions []model.Question) int {
	n := alikes(questions)
	for better := true; better && n > 0; {
		better = false
		for i := 1; i < len(questions); i++ {
			if !alike(questions[i-1], questions[i]) {
				continue
			}
			for j := range questions {
				questions[i], questions[j] = questions[j], questions[i]
				if m := alikes(questions); m < n {
					n, better = m, true
					break
				}
				questions[i], questions[j] = questions[j], questions[i]
			}
		}
	}
	return n
}

// alikes counts neighbours that are alike.
func alikes(questions []model.Question) int {
	n := 0
	for i := 1; i < len(questions); i++ {
		if alike(questions[i-1], questions[i]) {
			n++
		}
	}
	return n
}

// alike reports whether two questions are on one pair or first on one cell.
func alike(a, b model.Question) bool {
	if a.Pair() != "" && a.Pair() == b.Pair() {
		return true
	}
	return len(a.Cells()) > 0 && len(b.Cells()) > 0 && a.Cells()[0] == b.Cells()[0]
}
