package check

import (
	"slices"
	"strings"
	"unicode"
)

// wordsOf gives the words of a text in small letters, hyphens and apostrophes
// within them.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\''
	})
	for i, w := range words {
		words[i] = strings.Trim(strings.TrimSuffix(w, "'s"), "-'")
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// small are the words that every sentence has.
const small = ` a about after all also an and any are as at be been before being but by can could did do does each every
 for from had has have having her here his how if in into is it its just many may might more most must new no not now of
 on one only or other our out over own same she should so some such than that the their them then there these they this
 those three through to too two under until up upon use used uses using was we were what when where whether which while
 who whom whose why will with within without would you your `

// everywhere are the words that every other question has.
const everywhere = ` amazon aws cloud company customer service services `

// among reports whether a word stands in a list of words.
func among(w, list string) bool { return slices.Contains(strings.Fields(list), w) }

// subject gives a text's words that say what it is about: sorted, each once, in
// the singular, without small ones and those of a list.
func subject(text, but string) []string {
	words := slices.DeleteFunc(wordsOf(text), func(w string) bool { return among(w, small) || among(w, but) })
	for i, w := range words {
		words[i] = singular(w)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func singular(w string) string {
	for _, ending := range []string{"ches", "shes", "sses", "xes"} {
		if strings.HasSuffix(w, ending) {
			return strings.TrimSuffix(w, "es")
		}
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
