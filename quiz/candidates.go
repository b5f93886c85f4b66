package quiz

import (
	"math/rand/v2"
	"slices"

	"whose/model"
)

// Drill draws one drill on a topic. It reports false when the topic has none.
func Drill(c *model.Course, t Topic, rng *rand.Rand) (Prompt, bool) {
	p := newDrillPool(c, t, rng)
	return p.take(nil)
}

// candidates are all drills that a course has to offer on a topic, their
// options not yet drawn.
func candidates(c *model.Course, t Topic) (all []DrillSpec) {
	for _, cell := range c.Matrix().Cells() {
		all = append(all, whoCandidates(c, t, cell)...)
	}
	if !t.hasMovingLine(c) {
		return all
	}
	for _, layer := range c.Matrix().Layers() {
		if !t.hasLayer(layer.ID) {
			continue
		}
		for _, side := range []model.Party{model.Customer, model.AWS} {
			all = append(all, DrillSpec{Kind: Where, Layer: layer.ID, Side: side})
		}
	}
	for _, to := range c.Matrix().Services() {
		for _, from := range to.From {
			if !t.hasMove(from, to.ID) {
				continue
			}
			for _, side := range []model.Party{model.Customer, model.AWS} {
				all = append(all, DrillSpec{Kind: Move, Service: from, To: to.ID, Side: side})
			}
		}
	}
	return slices.DeleteFunc(all, func(d DrillSpec) bool {
		return d.Kind != Who && len(choicesOf(c, t, d).forms()) == 0
	})
}

func whoCandidates(c *model.Course, t Topic, cell model.Cell) (all []DrillSpec) {
	if !cell.Askable() || !t.hasCell(c, cell) {
		return nil
	}
	plain := DrillSpec{Kind: Who, Service: cell.Service, Layer: cell.Layer}
	all = append(all, plain)
	for _, cue := range cell.Cues {
		if cue.Ask == "" {
			continue
		}
		cued := plain
		cued.Cue = cue.Ask
		all = append(all, cued)
	}
	return all
}

// hasMovingLine reports whether drills that compare services fit the topic. In
// a course without that objective they count for their lesson's, which are not
// known before the options are drawn; then only a task or an objective rules
// them out.
func (t Topic) hasMovingLine(c *model.Course) bool {
	return t.hasObjective(c, objectives(c, movingLine, ""))
}

// choices are the ids that the options of a where or move drill are drawn from.
type choices struct {
	right, wrong []string
	first        func(id string) bool // one of these is drawn wherever there is one
}

func choicesOf(c *model.Course, t Topic, d DrillSpec) choices {
	if d.Kind == Where {
		return whereChoices(c, t, d)
	}
	return moveChoices(c, t, d)
}

// whereChoices always offers the service that the quiz is about.
func whereChoices(c *model.Course, t Topic, d DrillSpec) choices {
	ch := choices{first: func(id string) bool { return id == string(t.service()) }}
	met := t.service() == ""
	for _, service := range c.Matrix().Services() {
		cell, err := oneSided(c, model.CellRef{Service: service.ID, Layer: d.Layer})
		if err != nil || !t.teaches(cell) {
			continue
		}
		met = met || ch.first(string(service.ID))
		ch.add(string(service.ID), cell.Party == d.Side)
	}
	if !met {
		return choices{}
	}
	return ch
}

// moveChoices always offers a layer that the move hands over, since a move that
// changes nothing teaches nothing; in a quiz about one cell it is the cell's.
// Asked what becomes AWS's job, it offers no layer that was AWS's before: that
// would be a trick.
func moveChoices(c *model.Course, t Topic, d DrillSpec) choices {
	handed := make(map[string]bool)
	ch := choices{first: func(id string) bool { return handed[id] }}
	for _, layer := range c.Matrix().Layers() {
		change, err := changeOf(c, d, layer.ID)
		if err != nil || !t.teaches(change.after) || d.Side == model.AWS && change.before.Party == model.AWS {
			continue
		}
		handed[string(layer.ID)] = change.handedOver() && t.hasLayer(layer.ID)
		ch.add(string(layer.ID), change.answers(d.Side))
	}
	if !slices.ContainsFunc(slices.Concat(ch.right, ch.wrong), ch.first) {
		return choices{}
	}
	return ch
}

func (ch *choices) add(id string, right bool) {
	if right {
		ch.right = append(ch.right, id)
	} else {
		ch.wrong = append(ch.wrong, id)
	}
}

// form is how many options are right and how many are wrong.
type form struct{ right, wrong int }

// forms are the exam's forms, one right of four and two or three right of five
// or six, that there are enough choices for.
func (ch choices) forms() []form {
	return slices.DeleteFunc([]form{{1, 3}, {2, 3}, {2, 4}, {3, 2}, {3, 3}}, func(f form) bool {
		return f.right > len(ch.right) || f.wrong > len(ch.wrong)
	})
}

// draw chooses options in one of the exam's forms and shuffles them.
func (ch choices) draw(rng *rand.Rand) []string {
	forms := ch.forms()
	f := forms[rng.IntN(len(forms))]
	order := append(ch.some(ch.right, f.right, rng), ch.some(ch.wrong, f.wrong, rng)...)
	shuffle(order, rng)
	return order
}

func (ch choices) some(from []string, n int, rng *rand.Rand) []string {
	from = slices.Clone(from)
	shuffle(from, rng)
	if i := slices.IndexFunc(from, ch.first); i > 0 {
		from[0], from[i] = from[i], from[0]
	}
	return from[:n]
}

func shuffle[T any](s []T, rng *rand.Rand) {
	rng.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
}
