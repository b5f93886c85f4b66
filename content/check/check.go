// Package check holds the rules for a course that loads: what an author got
// right in form and should still better. docs/rules.md explains each of them.
package check

import (
	"whose/content"
	"whose/model"
)

// Rule is something that a course must keep.
type Rule struct {
	Name    string // as it stands in a fault
	Formula string // what exactly is measured
	find    func(course)
}

// Rules are all rules, in the order of docs/rules.md.
func Rules() []Rule {
	return []Rule{
		objectiveTaught(), objectiveQuestions(), pairComparison(), pairQuestions(),
		optionLength(), optionLengths(), stemEcho(), absolutes(), grammar(),
		nearDuplicate(), negativeStem(), negativeStems(), emptyReason(), severalShare(), difficultyShare(),
		lessonLength(), readingGrade(), unusedTerm(), retiredName(),
	}
}

// Run reports what the rules find in a course. The places are those that
// content.Load gave with it, or none for a compiled course.
func Run(c *model.Course, places content.Places) content.Faults {
	var faults content.Faults
	for _, rule := range Rules() {
		rule.find(course{c, places, func(at content.Place, format string, args ...any) {
			faults.Add(at, rule.Name, format, args...)
		}})
	}
	faults.Sort()
	return faults
}

// course is what a rule looks at, and where it reports what it finds.
type course struct {
	*model.Course
	places content.Places
	report func(at content.Place, format string, args ...any)
}

// enough is how many questions it takes before shares of them say anything.
const enough = 100

// bank is the place of what concerns all questions: the file of the first one.
func (c course) bank() content.Place {
	if questions := c.Questions(); len(questions) > 0 {
		if at := c.places.Questions[questions[0].ID()]; at.File != "" {
			return content.Place{File: at.File, Line: 1, Column: 1}
		}
	}
	return content.Place{}
}

// option is the place of an option.
func (c course) option(q model.Question, o model.Option) content.Place {
	return c.places.Options[content.OptionRef{Question: q.ID(), Option: o.ID}]
}
