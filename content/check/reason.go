package check

import (
	"slices"
)

// minReason is how many words of its own a reason has at least.
const minReason = 2

// verdicts are words that only say that an option is right or wrong.
const verdicts = ` answer choice correct false incorrect option right true wrong statement `

func emptyReason() Rule {
	return Rule{
		"empty-reason", `A reason does not begin with "Incorrect", "Wrong", "Correct" or "Right", and has at least 2 words that its option does not have, without small ones and those that only say right or wrong.`,
		func(c course) {
			for _, q := range c.Questions() {
				for _, o := range q.Options() {
					words := wordsOf(o.Reason)
					verdict := len(words) > 0 && slices.Contains([]string{"incorrect", "wrong", "correct", "right"}, words[0])
					if verdict || len(ownWords(o.Reason, o.Text)) < minReason {
						c.report(c.option(q, o), "the reason only says that the option is right or wrong: say why, or what it is really for")
					}
				}
			}
		},
	}
}

// ownWords gives what a reason says beside its option.
func ownWords(reason, option string) []string {
	said := subject(option, verdicts)
	return slices.DeleteFunc(subject(reason, verdicts), func(w string) bool { return slices.Contains(said, w) })
}
