// Package check holds the rules for a course that loads: what an author got
// right in form and should still better.
package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"whose/content"
	"whose/model"
)

// A lesson of 4 to 8 minutes has so many words.
const (
	minWords = 600
	maxWords = 1200
)

const (
	// longestShare is how many of 100 right options may be the longest of
	// their question. By chance alone it would be 25.
	longestShare = 30
	// fewQuestions is how many questions it takes before that share says
	// anything.
	fewQuestions = 20
	// slack is how many characters longer than the next an option may be before
	// its length gives it away, however short both are: "You" and "Nobody".
	slack = 10
)

// Run reports what the rules find in a course. The places are those that
// content.Load gave with it.
func Run(c *model.Course, places content.Places) content.Faults {
	var faults content.Faults
	for _, l := range c.Lessons() {
		if n := words(l.Markdown); n < minWords || n > maxWords {
			faults.Add(places.Lessons[l.ID], "lesson-length", "the lesson has %d words: write %d to %d", n, minWords, maxWords)
		}
	}
	optionLengths(c, places, &faults)
	faults.Sort()
	return faults
}

// words counts the words of a Markdown text; marks alone are none.
func words(markdown string) int {
	n := 0
	for _, field := range strings.Fields(markdown) {
		if strings.ContainsFunc(field, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// optionLengths reports answers that can be guessed by their length, in
// questions with one right option.
func optionLengths(c *model.Course, places content.Places, faults *content.Faults) {
	asked, longest := 0, 0
	var first content.Place
	for _, q := range c.Questions() {
		if q.Right() != 1 {
			continue
		}
		right, next := lengths(q.Options())
		asked++
		if right.length > next {
			longest++
			if longest == 1 {
				first = places.Questions[q.ID()]
			}
		}
		if 2*right.length > 3*next && right.length > next+slack {
			faults.Add(places.Options[content.OptionRef{Question: q.ID(), Option: right.id}], "option-length",
				"the right option has %d characters, the next longest %d: shorten it or lengthen another", right.length, next)
		}
	}
	if asked >= fewQuestions && 100*longest > longestShare*asked {
		faults.Add(content.Place{File: first.File, Line: 1, Column: 1}, "option-lengths",
			"in %d of all %d questions with one right option it is the longest: let it be at most %d in 100",
			longest, asked, longestShare)
	}
}

// option is the id of an option and how many characters it has.
type option struct {
	id     string
	length int
}

// lengths gives the right option and the length of the longest wrong one.
func lengths(options []model.Option) (right option, next int) {
	for _, o := range options {
		if n := utf8.RuneCountInString(o.Text); o.Correct {
			right = option{o.ID, n}
		} else {
			next = max(next, n)
		}
	}
	return right, next
}
