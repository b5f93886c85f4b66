package check

import (
	"regexp"
	"strings"

	"whose/model"
)

// maxGrade is the school year in which one can read a lesson at ease.
const maxGrade = 11.0

func readingGrade() Rule {
	return Rule{
		"reading-grade", "The Flesch-Kincaid grade of a lesson's paragraphs and lists, 0.39 words a sentence + 11.8 syllables a word - 15.59, is at most 11. A term of the glossary counts as one word of one syllable; tables, headings and code do not count.",
		func(c course) {
			finder := model.NewTermFinder(c.Glossary())
			for _, l := range c.Lessons() {
				if g := grade(read(l.Markdown).prose, finder); g > maxGrade {
					c.report(c.places.Lessons[l.ID], "its Flesch-Kincaid grade is %.1f: with shorter sentences and words let it be at most %.0f", g, maxGrade)
				}
			}
		},
	}
}

// grade is the Flesch-Kincaid grade of some paragraphs.
func grade(paragraphs []string, finder model.TermFinder) float64 {
	var sentences, words, syllables int
	for _, p := range paragraphs {
		for _, sentence := range sentenceEnd.Split(easy(p, finder), -1) {
			all := wordsOf(sentence)
			if len(all) == 0 {
				continue
			}
			sentences++
			words += len(all)
			for _, w := range all {
				syllables += countSyllables(w)
			}
		}
	}
	if words == 0 {
		return 0
	}
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
}

var sentenceEnd = regexp.MustCompile(`[.!?]+(?:\s|$)`)

// easy puts an easy word in the place of every term.
func easy(text string, finder model.TermFinder) string {
	var b strings.Builder
	end := 0
	for _, use := range finder.Find(text) {
		b.WriteString(text[end:use.Start] + "it")
		end = use.End
	}
	return b.String() + text[end:]
}

var vowels = regexp.MustCompile(`[aeiouy]+`)

// countSyllables counts groups of vowels, but for a mute e at the end.
func countSyllables(word string) int {
	n := len(vowels.FindAllString(word, -1))
	if strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") {
		n--
	}
	return max(n, 1)
}
