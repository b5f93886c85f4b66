package model

import "fmt"

// NewIncident refuses a story in which a choice leads nowhere, a step is never
// reached, the learner can go round in circles, decides too seldom or too often,
// or has not exactly one good choice at each step. Its error is an
// *IncidentError that names all of it.
func NewIncident(spec IncidentSpec) (Incident, error) {
	r := storyReader{
		in: Incident{
			spec:  spec,
			steps: make(map[StepID]int, len(spec.Steps)), endings: make(map[StepID]int, len(spec.Endings)),
		},
		err: &IncidentError{Incident: spec.ID},
	}
	r.index()
	r.checkSteps()
	if len(r.err.Faults) == 0 {
		r.checkWays()
	}
	if len(r.err.Faults) > 0 {
		return Incident{}, r.err
	}
	return r.in, nil
}

// storyReader collects what is wrong with a story.
type storyReader struct {
	in  Incident
	err *IncidentError
}

func (r *storyReader) bad(part StepID, choice ChoiceID, format string, args ...any) {
	r.err.Faults = append(r.err.Faults, IncidentFault{part, choice, fmt.Sprintf(format, args...)})
}

func (r *storyReader) index() {
	if r.in.spec.ID == "" {
		r.bad("", "", "it has no id")
	}
	add := func(into map[StepID]int, i int, id StepID) {
		switch {
		case id == "":
			r.bad("", "", "a step or an ending has no id")
		case r.known(id):
			r.bad(id, "", "the id stands twice")
		}
		into[id] = i
	}
	for i, s := range r.in.spec.Steps {
		add(r.in.steps, i, s.ID)
	}
	for i, e := range r.in.spec.Endings {
		add(r.in.endings, i, e.ID)
	}
	if !has(r.in.steps, r.in.spec.Start) {
		r.bad("", "", "it starts at %q, which is no step", r.in.spec.Start)
	}
}

func (r *storyReader) known(id StepID) bool { return has(r.in.steps, id) || has(r.in.endings, id) }

func (r *storyReader) checkSteps() {
	for _, s := range r.in.spec.Steps {
		good, seen := 0, make(map[ChoiceID]bool, len(s.Choices))
		for _, c := range s.Choices {
			if c.Good {
				good++
			}
			switch {
			case c.ID == "":
				r.bad(s.ID, "", "a choice has no id")
			case seen[c.ID]:
				r.bad(s.ID, c.ID, "the id stands twice")
			}
			seen[c.ID] = true
			if !r.known(c.Next) {
				r.bad(s.ID, c.ID, "it leads to %q, which is no step and no ending", c.Next)
			}
		}
		if good != 1 {
			r.bad(s.ID, "", "exactly one choice is good, not %d", good)
		}
		if len(s.Choices) < 2 {
			r.bad(s.ID, "", "there is nothing to decide: offer two choices or more")
		}
	}
}

// span is how many decisions lie between a step and the endings behind it.
type span struct{ fewest, most int }

// checkWays follows every way through the story.
func (r *storyReader) checkWays() {
	spans, onWay := make(map[StepID]span), make(map[StepID]bool)
	if !r.follow(r.in.spec.Start, spans, onWay) {
		return
	}
	for _, s := range r.in.spec.Steps {
		if _, reached := spans[s.ID]; !reached {
			r.bad(s.ID, "", "no way leads to this step")
		}
	}
	for _, e := range r.in.spec.Endings {
		if _, reached := spans[e.ID]; !reached {
			r.bad(e.ID, "", "no way leads to this ending")
		}
	}
	if whole := spans[r.in.spec.Start]; whole.fewest < MinDecisions || whole.most > MaxDecisions {
		r.bad("", "", "a way through it has %d to %d decisions: let every one have %d to %d",
			whole.fewest, whole.most, MinDecisions, MaxDecisions)
	}
	r.checkGoodWay()
}

// follow measures the ways that begin at a step. It reports whether all of them
// come to an end.
func (r *storyReader) follow(id StepID, spans map[StepID]span, onWay map[StepID]bool) bool {
	if _, done := spans[id]; done {
		return true
	}
	step, ok := r.in.Step(id)
	if !ok { // an ending
		spans[id] = span{}
		return true
	}
	onWay[id] = true
	all := span{fewest: len(r.in.spec.Steps)}
	for _, c := range step.Choices {
		if onWay[c.Next] {
			r.bad(id, c.ID, "it leads back to %q: the story must come to an end", c.Next)
			return false
		}
		if !r.follow(c.Next, spans, onWay) {
			return false
		}
		behind := spans[c.Next]
		all = span{min(all.fewest, behind.fewest+1), max(all.most, behind.most+1)}
	}
	delete(onWay, id)
	spans[id] = all
	return true
}

// checkGoodWay reports good choices that end badly.
func (r *storyReader) checkGoodWay() {
	id := r.in.spec.Start
	for {
		step, ok := r.in.Step(id)
		if !ok {
			break
		}
		for _, c := range step.Choices {
			if c.Good {
				id = c.Next
			}
		}
	}
	if e, _ := r.in.Ending(id); !e.Good {
		r.bad(id, "", "good choices alone lead to this ending, so it must be good")
	}
}
