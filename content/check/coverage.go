package check

import (
	"slices"

	"whose/model"
)

// minQuestions is how many questions each objective of a complete course has at
// least.
const minQuestions = 8

func objectiveTaught() Rule {
	return Rule{
		"objective-taught", "In a complete course, each objective is listed by at least one lesson.",
		func(c course) {
			for _, o := range c.Objectives() {
				taught := slices.ContainsFunc(c.Lessons(), func(l model.Lesson) bool { return slices.Contains(l.Objectives, o.ID) })
				if c.Complete() && !taught {
					c.report(c.places.Objectives[o.ID], "no lesson teaches %s: list it in one that does", o.ID)
				}
			}
		},
	}
}

func objectiveQuestions() Rule {
	return Rule{
		"objective-questions", "In a complete course, each objective is listed by at least 8 questions.",
		func(c course) {
			asked := make(map[model.ObjectiveID]int)
			for _, q := range c.Questions() {
				for _, id := range q.Objectives() {
					asked[id]++
				}
			}
			for _, o := range c.Objectives() {
				if n := asked[o.ID]; c.Complete() && n < minQuestions {
					c.report(c.places.Objectives[o.ID], "%d of the questions test %s: write at least %d", n, o.ID, minQuestions)
				}
			}
		},
	}
}
