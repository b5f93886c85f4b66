package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"whose/model"
)

const (
	// A lesson of 4 to 8 minutes has so many words.
	minWords = 600
	maxWords = 1200
	// longestShare is how many of 100 right options may be the longest of
	// their question. By chance alone it would be 25.
	longestShare = 30
	// slack is how many characters longer than the next an option may be before
	// its length gives it away, however short both are: "You" and "Nobody".
	slack = 10
)

func lessonLength() Rule {
	return Rule{
		"lesson-length", "A lesson has 600 to 1,200 words, tables and headings among them.",
		func(c course) {
			for _, l := range c.Lessons() {
				if n := countWords(l.Markdown); n < minWords || n > maxWords {
					c.report(c.places.Lessons[l.ID], "the lesson has %d words: write %d to %d", n, minWords, maxWords)
				}
			}
		},
	}
}

// countWords counts the words of a Markdown text; marks alone are none.
func countWords(markdown string) int {
	n := 0
	for _, field := range strings.Fields(markdown) {
		if strings.ContainsFunc(field, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

func optionLength() Rule {
	return Rule{
		"option-length", "In a question with one right option, it is not more than half again as long as the next longest, unless by at most 10 characters.",
		func(c course) {
			for _, q := range c.Questions() {
				if q.Right() != 1 {
					continue
				}
				right, length, next := lengths(q.Options())
				if 2*length > 3*next && length > next+slack {
					c.report(c.option(q, right),
						"the right option has %d characters, the next longest %d: shorten it or lengthen another", length, next)
				}
			}
		},
	}
}

func optionLengths() Rule {
	return Rule{
		"option-lengths", "From 100 questions with one right option on, it is longer than each other option in at most 30 of 100.",
		func(c course) {
			asked, longest := 0, 0
			for _, q := range c.Questions() {
				if q.Right() == 1 {
					asked++
					if _, length, next := lengths(q.Options()); length > next {
						longest++
					}
				}
			}
			if asked >= enough && 100*longest > longestShare*asked {
				c.report(c.bank(), "in %d of all %d questions with one right option it is the longest: let it be at most %d in 100",
					longest, asked, longestShare)
			}
		},
	}
}

// lengths gives the right option, how many characters it has, and how many the
// longest wrong one has.
func lengths(options []model.Option) (right model.Option, length, next int) {
	for _, o := range options {
		if n := utf8.RuneCountInString(o.Text); o.Correct {
			right, length = o, n
		} else {
			next = max(next, n)
		}
	}
	return right, length, next
}
