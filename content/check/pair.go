package check

import (
	"slices"
	"strings"

	"whose/model"
)

// minEachWay is how many questions a pair has at least in which the right option
// is its first, and its second.
const minEachWay = 2

func pairComparison() Rule {
	return Rule{
		"pair-comparison", "In a complete course, a lesson has a table for each pair whose header names both concepts, by name or by one of the concept's words.",
		func(c course) {
			var headers [][]string
			for _, l := range c.Lessons() {
				headers = append(headers, read(l.Markdown).headers...)
			}
			for _, p := range c.Pairs() {
				compared := slices.ContainsFunc(headers, func(h []string) bool { return c.names(h, p.First) && c.names(h, p.Second) })
				if c.Complete() && !compared {
					c.report(c.places.Pairs[p.ID], "no lesson compares the two in a table: name both in its header")
				}
			}
		},
	}
}

// names reports whether a cell of a table's header names a concept.
func (c course) names(header []string, id model.ConceptID) bool {
	concept, _ := c.Concept(id)
	names := append([]string{concept.Name}, concept.Words...)
	return slices.ContainsFunc(header, func(cell string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return hasWords(cell, name) })
	})
}

// hasWords reports whether a phrase stands in a text as whole words, in any
// case.
func hasWords(text, phrase string) bool {
	spaced := func(s string) string { return " " + strings.Join(wordsOf(s), " ") + " " }
	return strings.Contains(spaced(text), spaced(phrase))
}

func pairQuestions() Rule {
	return Rule{
		"pair-questions", "In a complete course, each pair has at least 4 questions: 2 in which a right option is its first concept and a wrong one its second, and 2 the other way round.",
		func(c course) {
			for _, p := range c.Pairs() {
				first, second := c.askedAbout(p)
				if c.Complete() && (first < minEachWay || second < minEachWay) {
					c.report(c.places.Pairs[p.ID], "in %d questions %s is right and %s wrong, and in %d it is the other way round: write at least %d each way",
						first, p.First, p.Second, second, minEachWay)
				}
			}
		},
	}
}

// askedAbout counts the questions about a pair in which its first is right and
// its second wrong, and the other way round.
func (c course) askedAbout(p model.Pair) (first, second int) {
	for _, q := range c.Questions() {
		if q.Pair() != p.ID {
			continue
		}
		has := func(id model.ConceptID, right bool) bool {
			return slices.ContainsFunc(q.Options(), func(o model.Option) bool { return o.Concept == id && o.Correct == right })
		}
		if has(p.First, true) && has(p.Second, false) {
			first++
		}
		if has(p.Second, true) && has(p.First, false) {
			second++
		}
	}
	return first, second
}
