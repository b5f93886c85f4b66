package check

import (
	"slices"

	"whose/model"
)

// absolute are the words that hardly ever stand in a true sentence, and by which
// people know a wrong one; periods are those that "all" and "every" may go
// before.
const (
	absolute = ` always never only all every `
	periods  = ` day days few hour hours minute minutes month months night nights time times week weeks year years `
)

func absolutes() Rule {
	return Rule{
		"absolute", "If a wrong option says always, never, only, all or every, so does a right one, the same word or another. Periods such as every day do not count.",
		func(c course) {
			for _, q := range c.Questions() {
				has := func(o model.Option) bool { return isAbsolute(wordsOf(o.Text)) }
				if slices.ContainsFunc(q.Options(), func(o model.Option) bool { return o.Correct && has(o) }) {
					continue
				}
				for _, o := range q.Options() {
					if has(o) {
						c.report(c.option(q, o), "only wrong options are absolute (always, never, only, all, every): say it otherwise")
					}
				}
			}
		},
	}
}

func isAbsolute(words []string) bool {
	for i, w := range words {
		period := i+1 < len(words) && among(words[i+1], periods)
		if among(w, absolute) && !period {
			return true
		}
	}
	return false
}
