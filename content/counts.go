package content

import "whose/model"

// Counts says how much a course holds.
type Counts struct {
	Objectives int    `json:"objectives"`
	Lessons    int    `json:"lessons"`
	Minutes    int    `json:"minutes"` // to read all lessons
	Services   int    `json:"services"`
	Layers     int    `json:"layers"`
	Cells      int    `json:"cells"`
	Graded     int    `json:"graded"` // cells whose fact is verified
	Shared     int    `json:"shared"`
	Inferred   int    `json:"inferred"`
	Questions  int    `json:"questions"`
	Multiple   int    `json:"multiple"`   // questions with more than one right option
	Difficulty [3]int `json:"difficulty"` // questions of difficulty 1, 2 and 3
	Concepts   int    `json:"concepts"`
	Pairs      int    `json:"pairs"`
	Terms      int    `json:"terms"`
	Incidents  int    `json:"incidents"`
}

// Count counts a course.
func Count(c *model.Course) Counts {
	n := Counts{
		Objectives: len(c.Objectives()), Lessons: len(c.Lessons()),
		Services: len(c.Matrix().Services()), Layers: len(c.Matrix().Layers()), Cells: len(c.Matrix().Cells()),
		Questions: len(c.Questions()), Concepts: len(c.Concepts()), Pairs: len(c.Pairs()),
		Terms: len(c.Glossary()), Incidents: len(c.Incidents()),
	}
	for _, l := range c.Lessons() {
		n.Minutes += l.Minutes
	}
	for _, cell := range c.Matrix().Cells() {
		n.Graded += one(cell.Graded)
		n.Shared += one(cell.Party == model.Shared)
		n.Inferred += one(cell.Basis == model.Inferred)
	}
	for _, q := range c.Questions() {
		n.Multiple += one(q.Right() > 1)
		n.Difficulty[q.Difficulty()-1]++
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
