package quiz

import (
	"slices"
	"strings"

	"whose/model"
)

// Has reports whether an item is on the topic: a question as the course holds
// it, or a cell that a drill on the topic asks about.
func (t Topic) Has(c *model.Course, item model.Item) bool {
	subject, err := model.ParseItem(item)
	if err != nil || !c.Holds(subject) {
		return false
	}
	if q, ok := c.Question(subject.Question); ok {
		return t.hasQuestion(c, q)
	}
	cell, _ := c.Matrix().Cell(subject.Cell)
	return cell.Askable() && t.hasCell(c, cell)
}

// Questions are the hand-written questions on the topic, in the course's order.
func (t Topic) Questions(c *model.Course) []model.Question {
	return slices.DeleteFunc(slices.Clone(c.Questions()), func(q model.Question) bool { return !t.hasQuestion(c, q) })
}

// hasQuestion reports whether a question is on the topic.
func (t Topic) hasQuestion(c *model.Course, q model.Question) bool {
	switch t.kind {
	case taskTopic, objectiveTopic:
		return t.hasObjective(c, q.Objectives())
	case lessonTopic:
		return string(q.Lesson()) == t.id
	case serviceTopic:
		return slices.ContainsFunc(q.Cells(), func(ref model.CellRef) bool { return string(ref.Service) == t.id })
	case cellTopic:
		return slices.Contains(q.Cells(), t.cell())
	case pairTopic:
		pair, _ := c.Pair(model.PairID(t.id))
		return q.Pair() == pair.ID || tells(q, pair.First, pair.Second) || tells(q, pair.Second, pair.First)
	}
	return true
}

// tells reports whether a question offers one concept as a wrong answer beside
// the other as a right one.
func tells(q model.Question, right, wrong model.ConceptID) bool {
	offers := func(concept model.ConceptID, correct bool) bool {
		return slices.ContainsFunc(q.Options(), func(o model.Option) bool {
			return o.Concept == concept && o.Correct == correct
		})
	}
	return offers(right, true) && offers(wrong, false)
}

// hasCell reports whether asking whose job a cell is belongs to the topic.
func (t Topic) hasCell(c *model.Course, cell model.Cell) bool {
	switch t.kind {
	case lessonTopic:
		return t.teaches(cell)
	case serviceTopic:
		return cell.Service == t.service()
	case cellTopic:
		return cell.Ref() == t.cell()
	}
	return t.hasObjective(c, objectives(c, whoObjective(cell.Party), cell.Lesson))
}

// hasObjective reports whether one of the objectives is the topic or belongs to
// it. Objectives have nothing to do with a pair; any other topic is met by all
// of them.
func (t Topic) hasObjective(c *model.Course, ids []model.ObjectiveID) bool {
	switch t.kind {
	case pairTopic:
		return false
	case objectiveTopic:
		return slices.Contains(ids, model.ObjectiveID(t.id))
	case taskTopic:
		return slices.ContainsFunc(ids, func(id model.ObjectiveID) bool {
			o, ok := c.Objective(id)
			return ok && string(o.Task) == t.id
		})
	}
	return true
}

// hasMove reports whether a move from one service to another fits the topic. A
// cell is about what a move to its service makes of it.
func (t Topic) hasMove(from, to model.ServiceID) bool {
	switch t.kind {
	case serviceTopic:
		return from == t.service() || to == t.service()
	case cellTopic:
		return to == t.service()
	}
	return true
}

// hasLayer reports whether a layer fits the topic; only a cell rules others out.
func (t Topic) hasLayer(id model.LayerID) bool {
	return t.kind != cellTopic || id == t.cell().Layer
}

// teaches reports whether the lesson of a cell is the topic; a topic of another
// kind is met by any.
func (t Topic) teaches(cell model.Cell) bool {
	return t.kind != lessonTopic || string(cell.Lesson) == t.id
}

// service is the service that the topic is or lies in; empty if it is of
// another kind.
func (t Topic) service() model.ServiceID {
	switch t.kind {
	case serviceTopic:
		return model.ServiceID(t.id)
	case cellTopic:
		return t.cell().Service
	}
	return ""
}

// cell is the cell that a topic is which was read as one.
func (t Topic) cell() model.CellRef {
	service, layer, _ := strings.Cut(t.id, "/")
	return model.CellRef{Service: model.ServiceID(service), Layer: model.LayerID(layer)}
}

// TopicOf is what to practise after a wrong answer to a prompt: the pair that it
// mixed up, else the cell that went wrong, else the prompt's first objective. It
// is the whole course when the prompt has none of them.
func TopicOf(c *model.Course, p Prompt, chosen []string) Topic {
	for _, k := range p.confusions(chosen) {
		for _, pair := range c.Pairs() {
			if pair.First == k.Took && pair.Second == k.For || pair.First == k.For && pair.Second == k.Took {
				return Topic{pairTopic, string(pair.ID)}
			}
		}
	}
	for _, o := range p.Options {
		if o.Cell != (model.CellRef{}) && o.Correct != slices.Contains(chosen, o.ID) {
			return Topic{cellTopic, o.Cell.String()}
		}
	}
	if len(p.Cells) > 0 {
		return Topic{cellTopic, p.Cells[0].String()}
	}
	if len(p.Objectives) > 0 {
		return Topic{objectiveTopic, string(p.Objectives[0])}
	}
	return Topic{}
}
