package quiz

import (
	"slices"
	"strings"

	"whose/model"
)

// sides are a who drill's options, always in this order.
func sides() []string {
	return []string{model.AWS.String(), model.Customer.String(), model.Shared.String()}
}

// whoPrompt asks whose job a cell is. A shared cell is asked three-way, or with
// a cue whose task is one side's.
func whoPrompt(c *model.Course, d DrillSpec, order []string) (Prompt, error) {
	if !slices.Equal(order, sides()) {
		return Prompt{}, gone("options other than the three parties")
	}
	cell, err := askable(c, d.ref())
	if err != nil {
		return Prompt{}, err
	}
	service, _ := c.Matrix().Service(d.Service)
	layer, _ := c.Matrix().Layer(d.Layer)
	p := Prompt{
		Objectives: objectives(c, whoObjective(cell.Party), cell.Lesson),
		Lesson:     cell.Lesson,
		Cells:      []model.CellRef{cell.Ref()},
		Sources:    cell.Sources,
	}
	task, right := layer.Task, cell.Party
	reasons := plainReasons(cell, layer.Task)
	if d.Cue != "" {
		cue, ok := cueOf(cell, d.Cue)
		if !ok {
			return Prompt{}, gone("cue %q of cell %s", d.Cue, d.ref())
		}
		task, right = cue.Ask, cue.Side
		reasons = cueReasons(cell, cue)
	}
	p.Stem = "On " + service.Name + ", whose job is " + task + "?"
	for _, party := range []model.Party{model.AWS, model.Customer, model.Shared} {
		p.Options = append(p.Options, Option{
			ID: party.String(), Text: sideText(party), Correct: party == right, Reason: reasons[party],
		})
	}
	return p, nil
}

func cueOf(cell model.Cell, ask string) (model.Cue, bool) {
	i := slices.IndexFunc(cell.Cues, func(cue model.Cue) bool { return cue.Ask == ask })
	if i < 0 {
		return model.Cue{}, false
	}
	return cell.Cues[i], true
}

func sideText(p model.Party) string {
	switch p {
	case model.AWS:
		return "AWS"
	case model.Customer:
		return "The customer"
	}
	return "Both, each its own part"
}

// reasons are why each party is the answer to a who drill, or is not.
type reasons map[model.Party]string

func plainReasons(cell model.Cell, task string) reasons {
	if cell.Party == model.Shared {
		return sharedReasons(cell)
	}
	right, wrong := cell.Party, other(cell.Party)
	return reasons{
		right: stop(cell.Why),
		wrong: join(part(cell, wrong, subject(wrong)), stop(capital(task)+" is "+owner(right))),
		model.Shared: join("Both is right only where the work itself is split.",
			"Here it is "+owner(right)+": "+part(cell, right, pronoun(right))),
	}
}

func sharedReasons(cell model.Cell) reasons {
	r := reasons{model.Shared: join(part(cell, model.AWS, "AWS"), part(cell, model.Customer, "You"), stop(cell.Why))}
	for _, side := range []model.Party{model.AWS, model.Customer} {
		missing := other(side)
		r[side] = "It leaves out the half that is " + owner(missing) + ": " + part(cell, missing, pronoun(missing))
		if side == cell.Exam {
			r[side] = join(r[side], "Where a question offers only the two sides, this is the one it means.")
		}
	}
	return r
}

// cueReasons belong to a task within a shared cell that is one side's alone.
func cueReasons(cell model.Cell, cue model.Cue) reasons {
	right, wrong := cue.Side, other(cue.Side)
	return reasons{
		right: join(part(cell, right, subject(right)), stop("Words that point to "+pronoun(right)+": "+cue.Words)),
		wrong: join(part(cell, wrong, subject(wrong)), stop(capital(cue.Ask)+" is "+owner(right))),
		model.Shared: join("The layer as a whole is shared, each side with its own part.",
			"This part of it is "+owner(right)+" alone."),
	}
}

func other(side model.Party) model.Party {
	if side == model.AWS {
		return model.Customer
	}
	return model.AWS
}

// subject begins a sentence about a side, pronoun stands within one.
func subject(side model.Party) string { return capital(pronoun(side)) }

func pronoun(side model.Party) string {
	if side == model.AWS {
		return "AWS"
	}
	return "you"
}

// join sets sentences one after the other and leaves out empty ones.
func join(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}
