// Package words is what several screens know of the words of the glossary: which
// of them stand in a text, and which lessons teach them.
package words

import (
	"regexp"
	"slices"
	"strings"

	"whose/model"
)

// Sorted are the terms of a glossary by name.
func Sorted(c *model.Course) []model.Term {
	all := slices.Clone(c.Glossary())
	slices.SortFunc(all, func(a, b model.Term) int {
		return strings.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term))
	})
	return all
}

// In are the terms that stand in a text, by name.
func In(c *model.Course, text string) (found []model.Term) {
	uses := model.NewTermFinder(c.Glossary()).Find(text)
	for _, t := range Sorted(c) {
		if slices.ContainsFunc(uses, func(u model.TermUse) bool { return u.Term == t.ID }) {
			found = append(found, t)
		}
	}
	return found
}

// Place is a lesson in which a term stands.
type Place struct {
	Lesson  model.LessonID
	Heading string // the section that has it most often; "" above the first heading
	Uses    int    // how often it stands in the lesson
}

// Places are where each term is taught: the lessons that have it or make a link
// of it, the one that has it most often first. It reads all lessons, so it
// belongs into a command.
func Places(c *model.Course) map[model.TermID][]Place {
	finder := model.NewTermFinder(c.Glossary())
	places := make(map[model.TermID][]Place)
	for _, l := range c.Lessons() {
		for id, place := range placesIn(l, finder) {
			places[id] = append(places[id], place)
		}
	}
	for _, all := range places {
		slices.SortStableFunc(all, func(a, b Place) int { return b.Uses - a.Uses })
	}
	return places
}

// placesIn are the terms that stand in a lesson.
func placesIn(l model.Lesson, finder model.TermFinder) map[model.TermID]Place {
	places := make(map[model.TermID]Place)
	most := make(map[model.TermID]int)
	for _, s := range sections(l.Markdown) {
		for id, n := range uses(s.text, finder) {
			place := places[id]
			place.Lesson, place.Uses = l.ID, place.Uses+n
			if n > most[id] {
				most[id], place.Heading = n, s.heading
			}
			places[id] = place
		}
	}
	return places
}

// uses counts the terms in Markdown, links to them as well.
func uses(markdown string, finder model.TermFinder) map[model.TermID]int {
	count := make(map[model.TermID]int)
	for _, use := range finder.Find(link.ReplaceAllString(markdown, "]")) {
		count[use.Term]++
	}
	for _, l := range link.FindAllStringSubmatch(markdown, -1) {
		if id, ok := strings.CutPrefix(l[1], "term:"); ok {
			count[model.TermID(id)]++
		}
	}
	return count
}

// link is the second half of a link: where it leads.
var link = regexp.MustCompile(`\]\(([^)\s]*)[^)]*\)`)

type section struct{ heading, text string }

// sections cuts Markdown at its headings.
func sections(markdown string) []section {
	all := []section{{}}
	for line := range strings.Lines(markdown) {
		if name, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); ok && strings.HasPrefix(line, "#") {
			all = append(all, section{heading: strings.TrimSpace(name)})
		}
		all[len(all)-1].text += line
	}
	return all
}
