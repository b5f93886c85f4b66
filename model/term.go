package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TermID names a word of the glossary, as `term:` links write it.
type TermID string

// Term is a word that the course explains.
type Term struct {
	ID    TermID   `json:"id"`
	Term  string   `json:"term"`  // as it stands in a sentence: "guest operating system"
	Text  string   `json:"text"`  // one or two plain sentences
	Words []string `json:"words"` // what else it is called: plurals, short forms
}

// TermUse is a place in a text at which a term stands, from byte Start to
// before byte End.
type TermUse struct {
	Term       TermID
	Start, End int
}

// TermFinder finds the terms of a glossary in texts.
type TermFinder struct {
	byFirst map[string][]termName // by their first word
}

// termName is a name of a term: its words in small letters, and what stands
// before each word but the first.
type termName struct {
	term  TermID
	words []string
	gaps  []string
}

// NewTermFinder prepares a glossary for finding. It is worth keeping.
func NewTermFinder(glossary []Term) TermFinder {
	f := TermFinder{make(map[string][]termName, 2*len(glossary))}
	for _, t := range glossary {
		for _, name := range append([]string{t.Term}, t.Words...) {
			spots := spotsIn(name)
			if len(spots) == 0 {
				continue
			}
			p := termName{term: t.ID}
			for _, s := range spots {
				p.words, p.gaps = append(p.words, s.word), append(p.gaps, s.gap)
			}
			f.byFirst[p.words[0]] = append(f.byFirst[p.words[0]], p)
		}
	}
	return f
}

// Find gives every place of a text at which a term stands, by any of its names,
// in any case, over the end of a line too. Of two terms that begin at the same
// place the longer one counts, and no two overlap.
func (f TermFinder) Find(text string) []TermUse {
	var uses []TermUse
	spots := spotsIn(text)
	for i := 0; i < len(spots); {
		var longest termName
		for _, p := range f.byFirst[spots[i].word] {
			if len(p.words) > len(longest.words) && p.standsAt(spots[i:]) {
				longest = p
			}
		}
		n := len(longest.words)
		if n == 0 {
			i++
			continue
		}
		uses = append(uses, TermUse{longest.term, spots[i].start, spots[i+n-1].end})
		i += n
	}
	return uses
}

func (p termName) standsAt(spots []spot) bool {
	if len(spots) < len(p.words) {
		return false
	}
	for i, word := range p.words {
		if spots[i].word != word || i > 0 && spots[i].gap != p.gaps[i] {
			return false
		}
	}
	return true
}

// spot is a word of a text in small letters, where it stands, and what stands
// between the word before and it, with all white space made one space.
type spot struct {
	word, gap  string
	start, end int
}

func spotsIn(text string) []spot {
	var spots []spot
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	last := 0
	for at := 0; at < len(text); {
		start := strings.IndexFunc(text[at:], inWord)
		if start < 0 {
			break
		}
		start += at
		end := strings.IndexFunc(text[start:], func(r rune) bool { return !inWord(r) })
		if end < 0 {
			end = len(text) - start
		}
		end += start
		spots = append(spots, spot{strings.ToLower(text[start:end]), oneSpace(text[last:start]), start, end})
		at, last = end, end
	}
	return spots
}

// oneSpace makes each run of white space one space.
func oneSpace(gap string) string {
	if gap == " " || utf8.RuneCountInString(gap) == 1 && !strings.ContainsAny(gap, "\n\t") {
		return gap
	}
	var b strings.Builder
	space := false
	for _, r := range gap {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}
