package model_test

import (
	"testing"

	"whose/model"
)

func TestDecisionsCountsTheShortestAndTheLongestWay(t *testing.T) {
	step := func(id model.StepID, good, bad model.StepID) model.Step {
		return model.Step{ID: id, Choices: []model.Choice{{ID: "good", Good: true, Next: good}, {ID: "bad", Next: bad}}}
	}
	in, err := model.NewIncident(model.IncidentSpec{
		ID: "story", Start: "zero",
		Steps: []model.Step{
			step("zero", "one", "one"), step("one", "two", "detour"), step("detour", "two", "two"), step("two", "three", "three"), step("three", "four", "badly"), step("four", "well", "badly"),
		},
		Endings: []model.Ending{{ID: "well", Good: true}, {ID: "badly"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[model.StepID][2]int{"zero": {4, 6}, "one": {3, 5}, "detour": {3, 4}, "two": {2, 3}, "four": {1, 1}, "well": {0, 0}, "nothing": {0, 0}} {
		if fewest, most := in.Decisions(from); fewest != want[0] || most != want[1] {
			t.Errorf("from %s there are %d to %d decisions, want %v", from, fewest, most, want)
		}
	}
}
