package check

import "whose/content"

const (
	// How many of 100 questions have several right options.
	minSeveral = 20
	maxSeveral = 35
	// spread is how far, in hundredths, the questions of a difficulty may be
	// from their share.
	spread = 7
)

func severalShare() Rule {
	return Rule{
		"several-share", "From 100 questions on, 20 to 35 in 100 have several right options.",
		func(c course) {
			n := content.Count(c.Course)
			if n.Questions >= enough && (100*n.Multiple < minSeveral*n.Questions || 100*n.Multiple > maxSeveral*n.Questions) {
				c.report(c.bank(), "%d of %d questions have several right options: let it be %d to %d in 100",
					n.Multiple, n.Questions, minSeveral, maxSeveral)
			}
		},
	}
}

func difficultyShare() Rule {
	return Rule{
		"difficulty-share", "From 100 questions on, those of difficulty 1, 2 and 3 are 30, 40 and 30 in 100, each give or take 7.",
		func(c course) {
			n := content.Count(c.Course)
			for i, share := range []int{30, 40, 30} {
				off := 100*n.Difficulty[i] - share*n.Questions
				if n.Questions >= enough && max(off, -off) > spread*n.Questions {
					c.report(c.bank(), "%d of %d questions have difficulty %d: let it be about %d in 100", n.Difficulty[i], n.Questions, i+1, share)
				}
			}
		},
	}
}
