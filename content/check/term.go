package check

import "whose/model"

func unusedTerm() Rule {
	return Rule{
		"unused-term", "Each term of the glossary stands, by its name or one of its words, in a lesson, a cell, a service, a question or an incident, or a lesson links it.",
		func(c course) {
			used := make(map[model.TermID]bool)
			finder := model.NewTermFinder(c.Glossary())
			for _, p := range c.passages() {
				for _, use := range finder.Find(p.text) {
					used[use.Term] = true
				}
			}
			for _, t := range c.Glossary() {
				if !used[t.ID] && !c.linked(t.ID) {
					c.report(c.places.Terms[t.ID], "nothing in the course says %q: use it, give it the words that stand there, or drop it", t.Term)
				}
			}
		},
	}
}

func (c course) linked(id model.TermID) bool {
	for _, l := range c.Lessons() {
		for _, link := range read(l.Markdown).links {
			if link == "term:"+string(id) {
				return true
			}
		}
	}
	return false
}
