package lessons

import (
	"slices"
	"strings"

	"whose/model"
)

// find is a search among the lessons.
type find struct {
	query   string // in lower case
	matches []int  // lessons, counted from 0
	at      int    // the match that was gone to
}

// Find goes to a lesson by its title, its id or what it teaches: see
// screen.Finder.
func (s *Lessons) Find(query string, step int) (at, of int) {
	f := &s.find
	if query = strings.ToLower(query); query != f.query {
		*f = find{query: query, matches: s.matches(query)}
		f.at = max(0, slices.IndexFunc(f.matches, func(i int) bool { return i >= s.at.At }))
	}
	if len(f.matches) == 0 {
		return 0, 0
	}
	f.at = (f.at + step + len(f.matches)) % len(f.matches)
	s.move(f.matches[f.at] - s.at.At)
	return f.at + 1, len(f.matches)
}

func (s *Lessons) matches(query string) (found []int) {
	for i, l := range s.all {
		if query != "" && strings.Contains(s.words(l), query) {
			found = append(found, i)
		}
	}
	return found
}

// words are what a lesson is found by, in lower case.
func (s *Lessons) words(l model.Lesson) string {
	words := []string{l.Title, string(l.ID)}
	for _, id := range l.Objectives {
		o, _ := s.deps.Course.Objective(id)
		words = append(words, string(id), o.Text)
	}
	return strings.ToLower(strings.Join(words, "\n"))
}
