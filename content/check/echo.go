package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"whose/model"
)

// minEcho is how many letters a word has at least that one recognises.
const minEcho = 5

func stemEcho() Rule {
	return Rule{
		"stem-echo", "If a right option repeats a word of the stem, of 5 letters or more and not a common one, so does a wrong one, the same word or another.",
		func(c course) {
			for _, q := range c.Questions() {
				stem := slices.DeleteFunc(subject(q.Stem(), everywhere), func(w string) bool { return utf8.RuneCountInString(w) < minEcho })
				echo := func(o model.Option) []string {
					said := subject(o.Text, everywhere)
					return slices.DeleteFunc(slices.Clone(stem), func(w string) bool { return !slices.Contains(said, w) })
				}
				wrong := slices.ContainsFunc(q.Options(), func(o model.Option) bool { return !o.Correct && len(echo(o)) > 0 })
				for _, o := range q.Options() {
					if words := echo(o); o.Correct && !wrong && len(words) > 0 {
						c.report(c.option(q, o), "only a right option repeats a word of the stem (%s): say it otherwise, or let a wrong one repeat one",
							strings.Join(words, ", "))
					}
				}
			}
		},
	}
}
