package check

import (
	"strings"
	"unicode/utf8"

	"whose/content"
	"whose/model"
)

// passage is a text of a course that people read, and where it stands: the text
// itself, if it is exact, or else what the text is part of.
type passage struct {
	text  string
	whole string // what a reader has before him, if it is more than the text
	at    content.Place
	exact bool
}

// place is where an offset of the passage stands.
func (p passage) place(offset int) content.Place {
	if !p.exact || p.at == (content.Place{}) {
		return p.at
	}
	before := p.text[:offset]
	line := strings.LastIndexByte(before, '\n') + 1
	return content.Place{
		File: p.at.File, Line: p.at.Line + strings.Count(before, "\n"), Column: utf8.RuneCountInString(before[line:]) + 1,
	}
}

// passages gives every text of the course but the glossary's.
func (c course) passages() []passage {
	var all []passage
	add := func(at content.Place, texts ...string) {
		for _, text := range texts {
			all = append(all, passage{text: text, at: at})
		}
	}
	for _, l := range c.Lessons() {
		all = append(all, passage{text: l.Markdown, at: c.places.Lessons[l.ID], exact: true})
	}
	for _, s := range c.Matrix().Services() {
		add(c.places.Services[s.ID], s.Name, s.What, s.Trap)
		for _, v := range s.Variants {
			add(c.places.Services[s.ID], v.Name+": "+v.Moves)
		}
	}
	for _, cell := range c.Matrix().Cells() {
		add(c.places.Cells[cell.Ref()], cell.AWS, cell.You, cell.Why)
	}
	for _, q := range c.Questions() {
		all = append(all, c.asked(q)...)
	}
	for _, in := range c.Incidents() {
		add(c.places.Incidents[in.ID()], in.Title(), in.Opening())
		for _, s := range in.Steps() {
			at := c.places.Steps[content.StepRef{Incident: in.ID(), Step: s.ID}]
			add(at, s.Text)
			for _, choice := range s.Choices {
				add(at, choice.Text, choice.Outcome)
			}
		}
		for _, e := range in.Endings() {
			add(c.places.Steps[content.StepRef{Incident: in.ID(), Step: e.ID}], e.Text)
		}
	}
	return all
}

// asked gives the texts of a question, which people read as one.
func (c course) asked(q model.Question) []passage {
	all := []passage{{text: q.Stem(), at: c.places.Questions[q.ID()]}}
	for _, o := range q.Options() {
		all = append(all, passage{text: o.Text, at: c.option(q, o)}, passage{text: o.Reason, at: c.option(q, o)})
	}
	var whole strings.Builder
	for _, p := range all {
		whole.WriteString(p.text + " ")
	}
	for i := range all {
		all[i].whole = whole.String()
	}
	return all
}
