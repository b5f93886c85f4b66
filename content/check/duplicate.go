package check

import "slices"

// nearly is how alike two stems may be, in hundredths.
const nearly = 70

func nearDuplicate() Rule {
	return Rule{
		"near-duplicate", "Of the words of two stems, without common ones and in the singular, fewer than 70 in 100 stand in both.",
		func(c course) {
			questions := c.Questions()
			stems := make([][]string, len(questions))
			for i, q := range questions {
				stems[i] = subject(q.Stem(), everywhere)
				for j := range i {
					if alike(stems[i], stems[j]) >= nearly {
						c.report(c.places.Questions[q.ID()], "the stem says nearly the same as that of %s: ask something else", questions[j].ID())
					}
				}
			}
		},
	}
}

// alike is how many of 100 words of two lists stand in both. The lists are
// sorted.
func alike(a, b []string) int {
	both := 0
	for _, w := range a {
		if _, found := slices.BinarySearch(b, w); found {
			both++
		}
	}
	if either := len(a) + len(b) - both; either > 0 {
		return 100 * both / either
	}
	return 0
}
