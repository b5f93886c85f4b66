package quiz

import (
	"slices"

	"whose/model"
)

// wherePrompt asks on which services a layer is one side's job. Every option's
// cell is wholly one side's, so that each is plainly right or wrong.
func wherePrompt(c *model.Course, d DrillSpec, order []string) (Prompt, error) {
	layer, ok := c.Matrix().Layer(d.Layer)
	if !ok || !d.Side.OneSided() {
		return Prompt{}, gone("layer %q", d.Layer)
	}
	p := Prompt{Stem: "On which of these services is " + layer.Task + " " + job(d.Side) + "?"}
	for i, id := range order {
		cell, err := oneSided(c, model.CellRef{Service: model.ServiceID(id), Layer: d.Layer})
		if err != nil {
			return Prompt{}, err
		}
		if slices.Contains(order[:i], id) {
			return Prompt{}, gone("option %q twice", id)
		}
		service, _ := c.Matrix().Service(cell.Service)
		p.Options = append(p.Options, Option{
			ID: id, Text: service.Name, Correct: cell.Party == d.Side, Cell: cell.Ref(),
			Reason: join(stop(capital(job(cell.Party))), stop(cell.Why)),
		})
	}
	p.aboutCells(c)
	return p, nil
}

// movePrompt asks what a move from one service to another leaves with the
// customer or hands over to AWS. It grades the cells of the new service.
func movePrompt(c *model.Course, d DrillSpec, order []string) (Prompt, error) {
	from, ok := c.Matrix().Service(d.Service)
	to, ok2 := c.Matrix().Service(d.To)
	if !ok || !ok2 || !d.Side.OneSided() {
		return Prompt{}, gone("move from %q to %q", d.Service, d.To)
	}
	p := Prompt{Stem: "Your company moves from " + from.Name + " to " + to.Name + ". " + moveQuestion(d.Side)}
	for i, id := range order {
		change, err := changeOf(c, d, model.LayerID(id))
		if err != nil {
			return Prompt{}, err
		}
		if slices.Contains(order[:i], id) {
			return Prompt{}, gone("option %q twice", id)
		}
		layer, _ := c.Matrix().Layer(model.LayerID(id))
		p.Options = append(p.Options, Option{
			ID: id, Text: capital(layer.Task), Correct: change.answers(d.Side), Cell: change.after.Ref(),
			Reason: join(change.verdict(), stop(change.after.Why)),
		})
	}
	p.aboutCells(c)
	return p, nil
}

func moveQuestion(side model.Party) string {
	if side == model.AWS {
		return "What becomes AWS's job?"
	}
	return "What stays yours?"
}

// change is what a move does to one layer; both cells are wholly one side's.
type change struct{ before, after model.Cell }

func changeOf(c *model.Course, d DrillSpec, layer model.LayerID) (change, error) {
	before, err := oneSided(c, model.CellRef{Service: d.Service, Layer: layer})
	if err != nil {
		return change{}, err
	}
	after, err := oneSided(c, model.CellRef{Service: d.To, Layer: layer})
	return change{before, after}, err
}

// stays reports that the customer keeps the job, handedOver that AWS takes it
// from the customer.
func (ch change) stays() bool {
	return ch.before.Party == model.Customer && ch.after.Party == model.Customer
}

func (ch change) handedOver() bool {
	return ch.before.Party == model.Customer && ch.after.Party == model.AWS
}

// answers reports whether the layer is right where side asks for what stays
// (Customer) or for what is handed over (AWS).
func (ch change) answers(side model.Party) bool {
	if side == model.AWS {
		return ch.handedOver()
	}
	return ch.stays()
}

func (ch change) verdict() string {
	switch {
	case ch.stays():
		return "It stays yours."
	case ch.handedOver():
		return "It becomes AWS's job."
	case ch.after.Party == model.AWS:
		return "It was AWS's job before, and stays so."
	}
	return "It becomes yours with the move."
}
