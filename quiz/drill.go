package quiz

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"whose/model"
)

// drillPrompt makes a drill with its options in the order given.
func drillPrompt(c *model.Course, d DrillSpec, order []string) (Prompt, error) {
	switch d.Kind {
	case Who:
		return whoPrompt(c, d, order)
	case Where:
		return wherePrompt(c, d, order)
	case Move:
		return movePrompt(c, d, order)
	}
	return Prompt{}, gone("drill %q", d.Kind)
}

// askable finds a cell that a drill may grade.
func askable(c *model.Course, ref model.CellRef) (model.Cell, error) {
	cell, ok := c.Matrix().Cell(ref)
	if !ok || !cell.Askable() {
		return model.Cell{}, gone("cell %s", ref)
	}
	return cell, nil
}

// oneSided finds a cell that a drill may grade and that is wholly one side's.
func oneSided(c *model.Course, ref model.CellRef) (model.Cell, error) {
	cell, err := askable(c, ref)
	if err != nil {
		return model.Cell{}, err
	}
	if !cell.Party.OneSided() {
		return model.Cell{}, gone("cell %s as one side's", ref)
	}
	return cell, nil
}

// aboutCells fills in what a drill with one cell an option takes from them: the
// cells of the right options lead.
func (p *Prompt) aboutCells(c *model.Course) {
	for _, right := range []bool{true, false} {
		for _, o := range p.Options {
			if o.Correct != right {
				continue
			}
			cell, ok := c.Matrix().Cell(o.Cell)
			if !ok {
				continue
			}
			if p.Lesson == "" {
				p.Lesson = cell.Lesson
			}
			p.Cells = append(p.Cells, o.Cell)
			for _, source := range cell.Sources {
				if !slices.Contains(p.Sources, source) {
					p.Sources = append(p.Sources, source)
				}
			}
		}
	}
	p.Objectives = objectives(c, movingLine, p.Lesson)
}

// The exam guide's bullets that drills exercise.
const (
	customersPart model.ObjectiveID = "2.1.s2"
	awsPart       model.ObjectiveID = "2.1.s3"
	sharedPart    model.ObjectiveID = "2.1.s4"
	movingLine    model.ObjectiveID = "2.1.s5"
)

// whoObjective is the bullet that asking for a cell of this party exercises.
func whoObjective(p model.Party) model.ObjectiveID {
	switch p {
	case model.Customer:
		return customersPart
	case model.AWS:
		return awsPart
	}
	return sharedPart
}

// objectives are those of a drill: the bullet it exercises, or, in a course
// that follows another guide, what the cell's lesson teaches.
func objectives(c *model.Course, id model.ObjectiveID, lesson model.LessonID) []model.ObjectiveID {
	if _, ok := c.Objective(id); ok {
		return []model.ObjectiveID{id}
	}
	l, _ := c.Lesson(lesson)
	return l.Objectives
}

// part says what a side does in a cell, as a sentence. The course writes it as
// the rest of one ("builds the patches."), so that it can follow the side's
// name; a text with a capital letter is a sentence already.
func part(cell model.Cell, side model.Party, subject string) string {
	text := cell.AWS
	if side == model.Customer {
		text = cell.You
	}
	first, _ := utf8.DecodeRuneInString(text)
	if unicode.IsLower(first) {
		text = subject + " " + text
	}
	return stop(text)
}

// owner is a side as the owner of a job: "AWS's", "yours".
func owner(side model.Party) string {
	if side == model.AWS {
		return "AWS's"
	}
	return "yours"
}

// job is a side's job: "AWS's job", "your job".
func job(side model.Party) string {
	if side == model.AWS {
		return "AWS's job"
	}
	return "your job"
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// stop ends a text as a sentence.
func stop(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || unicode.IsPunct(last) && last != ')' && last != '"' {
		return s
	}
	return s + "."
}
