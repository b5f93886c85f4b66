package model

// Decisions are how many decisions lie between a step and the endings behind it,
// on the shortest way and on the longest. An ending has none before it.
func (in Incident) Decisions(from StepID) (fewest, most int) {
	known := make(map[StepID]span)
	var follow func(StepID) span
	follow = func(id StepID) span {
		step, ok := in.Step(id)
		if !ok {
			return span{}
		}
		if all, ok := known[id]; ok {
			return all
		}
		all := span{fewest: len(in.spec.Steps)}
		for _, c := range step.Choices {
			behind := follow(c.Next)
			all = span{min(all.fewest, behind.fewest+1), max(all.most, behind.most+1)}
		}
		known[id] = all
		return all
	}
	all := follow(from)
	return all.fewest, all.most
}
