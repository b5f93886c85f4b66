package model

import (
	"slices"
	"strings"
	"unicode"
)

// Match is what Find makes of somebody's words.
type Match struct {
	// Cells fit best, all equally well, in the order of the matrix. One means
	// that the words are clear, none that they name nothing.
	Cells []CellRef
	// Unknown are the words that name nothing, as they were written.
	Unknown []string
	// Suggestions are the same words with each unknown one replaced by one that
	// is spelt like it, nearest first. There are at most three.
	Suggestions []string
}

const (
	wholePhrase   = 4 // a word of a phrase that is there as a whole
	partOfPhrase  = 2 // a word of a phrase of which others are missing
	maxSuggestion = 3
)

// Find looks for the cells that words name: ids, names, short names and common
// words of services and layers, in any order and case, in whatever sentence
// they stand. Words that name no service fit all of them, and likewise for
// layers.
func (m *Matrix) Find(words string) Match {
	query := split(words)
	services := make([]vocabulary, len(m.services))
	for i, s := range m.services {
		services[i] = newVocabulary(append([]string{string(s.ID), s.Name, s.Short}, s.Words...))
	}
	layers := make([]vocabulary, len(m.layers))
	for i, l := range m.layers {
		layers[i] = newVocabulary(append([]string{string(l.ID), l.Name, l.Short}, l.Words...))
	}
	known := slices.Concat(slices.Concat(services...), slices.Concat(layers...))
	unknown := slices.DeleteFunc(slices.Clone(query), func(w word) bool { return slices.ContainsFunc(known, w.isIn) })
	match := Match{Cells: m.best(query, services, layers)}
	for _, w := range unknown {
		match.Unknown = append(match.Unknown, w.written)
	}
	if len(unknown) > 0 {
		match.Suggestions = suggest(words, unknown, known)
	}
	return match
}

// best gives the cells with the highest score. A word that both the service and
// the layer know counts once.
func (m *Matrix) best(query []word, services, layers []vocabulary) []CellRef {
	top := 1
	var cells []CellRef
	for row, layer := range layers {
		rowCredits, rowBonus := layer.credits(query)
		for column, service := range services {
			credits, bonus := service.credits(query)
			score := bonus + rowBonus
			for i := range query {
				score += max(credits[i], rowCredits[i])
			}
			if score > top {
				top, cells = score, nil
			}
			if score == top {
				cells = append(cells, CellRef{m.services[column].ID, m.layers[row].ID})
			}
		}
	}
	return cells
}

// phrase is one name of a service or layer, word by word.
type phrase []word

func (w word) isIn(p phrase) bool {
	return slices.ContainsFunc(p, func(o word) bool { return o.stem == w.stem })
}

// vocabulary is all names of one service or layer, its id first.
type vocabulary []phrase

func newVocabulary(names []string) vocabulary {
	var v vocabulary
	for _, name := range names {
		if p := phrase(split(name)); len(p) > 0 {
			v = append(v, p)
		}
	}
	return v
}

// credits says how well each word of a query fits, and how long the longest
// phrase is that is there as a whole: "database patching" is more than the two
// words. The id counts for a word more, so that it always names its own.
func (v vocabulary) credits(query []word) (credits []int, bonus int) {
	credits = make([]int, len(query))
	for i, p := range v {
		whole := !slices.ContainsFunc(p, func(w word) bool { return !w.isIn(query) })
		credit := partOfPhrase
		if whole {
			credit = wholePhrase
			bonus = max(bonus, len(p))
			if i == 0 {
				bonus = max(bonus, len(p)+1)
			}
		}
		for j, w := range query {
			if w.isIn(p) {
				credits[j] = max(credits[j], credit)
			}
		}
	}
	return credits, bonus
}

// suggest rewrites the words with each unknown one replaced.
func suggest(words string, unknown []word, known []phrase) []string {
	replacements := make(map[string][]string, len(unknown))
	for _, w := range unknown {
		near := nearest(w.written, known)
		if len(near) == 0 {
			return nil // one word is beyond help, so the whole is
		}
		replacements[w.written] = near
	}
	var all []string
	for rank := range maxSuggestion {
		changed := false
		fields := fields(words)
		for i, f := range fields {
			if near, ok := replacements[f]; ok {
				changed = changed || rank < len(near)
				fields[i] = near[min(rank, len(near)-1)]
			}
		}
		if changed {
			all = append(all, strings.Join(fields, " "))
		}
	}
	return all
}

// nearest gives the known words that are spelt like one that is not, nearest
// first.
func nearest(written string, known []phrase) []string {
	limit := 2
	if len([]rune(written)) <= 4 {
		limit = 1
	}
	byDistance := make([][]string, limit+1)
	for _, w := range slices.Concat(known...) {
		if d := distance(written, w.written); d <= limit && len([]rune(w.written)) > limit+1 {
			byDistance[d] = append(byDistance[d], w.written)
		}
	}
	var near []string
	for _, w := range slices.Concat(byDistance...) {
		if !slices.Contains(near, w) && len(near) < maxSuggestion {
			near = append(near, w)
		}
	}
	return near
}

// word is a word as it was written, in small letters, and its stem.
type word struct{ written, stem string }

// fillers are words that say nothing about service or layer.
const fillers = " a after an and are at amazon aws by can do does for from handle handles has have how i if in is it its job " +
	"look looks me must my of off on or our own owns please responsible responsibility service should the their " +
	"them there they this to under us use we what when which who whose will with you your "

// split gives the words of a text that can name something, each once.
func split(text string) []word {
	var all []word
	for _, f := range fields(text) {
		w := word{f, stem(f)}
		if !strings.Contains(fillers, " "+f+" ") && !w.isIn(all) {
			all = append(all, w)
		}
	}
	return all
}

// fields gives all words of a text, in small letters.
func fields(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
