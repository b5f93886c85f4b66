package check

import (
	"regexp"
	"slices"
	"strings"

	"whose/content"
	"whose/model"
)

// negativeShare is how many of 100 questions may ask for what is not so.
const negativeShare = 2

func negativeStem() Rule {
	return Rule{
		"negative-stem", `A stem that asks "Which ... is not", with any such verb, or "except" has the word in capitals: NOT, EXCEPT.`,
		func(c course) {
			for _, q := range c.Questions() {
				if !shouted.MatchString(q.Stem()) && negative(q) {
					c.report(c.places.Questions[q.ID()], "the stem asks for what is not so: write NOT or EXCEPT in capitals, or ask for what is so")
				}
			}
		},
	}
}

func negativeStems() Rule {
	return Rule{
		"negative-stems", "At most 2 in 100 stems, rounded up, ask for what is not so.",
		func(c course) {
			found, last := 0, content.Place{}
			for _, q := range c.Questions() {
				if negative(q) {
					found++
					last = c.places.Questions[q.ID()]
				}
			}
			if most := (negativeShare*len(c.Questions()) + 99) / 100; found > most {
				c.report(last, "%d stems ask for what is not so: let it be at most %d", found, most)
			}
		},
	}
}

var (
	question = regexp.MustCompile(`[^.?!]*\?`)
	// shouted is a negative in capitals.
	shouted = regexp.MustCompile(`\b(NOT|EXCEPT)\b`)
)

const (
	asking = ` which what who `
	verbs  = ` is are was were does do did has have had can could may must should will would `
	// aside are the words with which a question turns to something else: what
	// follows in "Which service finds a key that is not used?" is not asked.
	aside = ` that which who whoever whatever whose when where while if because as `
)

// negative reports whether a question asks for what is not so.
func negative(q model.Question) bool {
	return slices.ContainsFunc(question.FindAllString(q.Stem(), -1), func(sentence string) bool {
		words := wordsOf(sentence)
		from := slices.IndexFunc(words, func(w string) bool { return among(w, asking) })
		for i := from + 1; from >= 0 && i < len(words); i++ {
			switch w := words[i]; {
			case among(w, aside):
				return false
			case w == "except", w == "cannot", strings.HasSuffix(w, "n't"):
				return true
			case w == "not" && (among(words[i-1], verbs) || among(words[max(i-2, 0)], verbs)):
				return true
			}
		}
		return false
	})
}
