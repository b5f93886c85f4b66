package check

import (
	"regexp"
	"slices"
	"strings"

	"whose/model"
)

// asksWhich finds what a question asks for: how many, or of which number.
var asksWhich = regexp.MustCompile(`\b(?i:which|what|who) (two|three|is|are)\b`)

func grammar() Rule {
	return Rule{
		"grammar", `A stem that ends in "a" or "an" fits each option; one that asks "Which two" or "Which three" has so many right options; one that asks "Which are" has not only right options, and one that asks "Which is" not only wrong ones, in the plural (a first noun with s, or two with "and").`,
		func(c course) {
			for _, q := range c.Questions() {
				checkArticle(c, q)
				if asked := asksWhich.FindAllStringSubmatch(q.Stem(), -1); asked != nil {
					checkNumber(c, q, asked[len(asked)-1][1])
				}
			}
		},
	}
}

// checkArticle reports options that do not go on from a stem that ends in an
// article.
func checkArticle(c course, q model.Question) {
	words := wordsOf(q.Stem())
	last := words[max(len(words)-1, 0):]
	if len(last) == 0 || last[0] != "a" && last[0] != "an" {
		return
	}
	for _, o := range q.Options() {
		if vowel := strings.ContainsAny(strings.ToLower(o.Text[:1]), "aeiou"); vowel != (last[0] == "an") {
			c.report(c.option(q, o), "the stem ends in %q, which does not go before this option: take the article into the options", last[0])
		}
	}
}

func checkNumber(c course, q model.Question, asked string) {
	at := c.places.Questions[q.ID()]
	numbers := map[string]int{"two": 2, "three": 3}
	if n, ok := numbers[asked]; ok {
		if n != q.Right() {
			c.report(at, "the stem asks for %s, and %d options are right", asked, q.Right())
		}
		return
	}
	some := func(right, inPlural bool) bool {
		return slices.ContainsFunc(q.Options(), func(o model.Option) bool { return o.Correct == right && plural(o.Text) == inPlural })
	}
	if asked == "are" && some(true, true) && !some(true, false) && !some(false, true) ||
		asked == "is" && some(true, false) && !some(true, true) && !some(false, false) {
		c.report(at, "the stem asks with %q, and only right options are of that number: change the options or the verb", asked)
	}
}

// headEnd is where a text's first noun and what belongs to it end.
var headEnd = regexp.MustCompile(`[,;:]| (?:about|as|by|for|from|in|of|on|that|to|under|when|which|who|with)\b`)

// manyThings is an s that hardly ever belongs to one thing.
var manyThings = regexp.MustCompile(`[^isu]s$`)

// plural reports whether a text seems to name several things: its first noun
// ends in s, or it names two.
func plural(text string) bool {
	head := headEnd.Split(text, 2)[0]
	return slices.Contains(wordsOf(head), "and") || manyThings.MatchString(head)
}
