package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
)

// goodStory has four steps in a row, each with a good choice and a bad one, that
// lead to the same next step.
func goodStory() model.IncidentSpec {
	step := func(id, next, badNext model.StepID) model.Step {
		return model.Step{ID: id, Cell: model.CellRef{Service: "rds", Layer: "host"}, Lesson: "first", Choices: []model.Choice{
			{ID: "good", Good: true, Next: next}, {ID: "bad", Next: badNext},
		}}
	}
	return model.IncidentSpec{
		ID: "leak", Title: "The leak", Start: "s1",
		Steps:   []model.Step{step("s1", "s2", "s2"), step("s2", "s3", "s3"), step("s3", "s4", "s4"), step("s4", "well", "badly")},
		Endings: []model.Ending{{ID: "well", Good: true}, {ID: "badly"}},
	}
}

func TestNewIncidentFindsItsParts(t *testing.T) {
	in, err := model.NewIncident(goodStory())
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := in.Step(in.Start()); !ok || s.Choices[0].Next != "s2" {
		t.Errorf("the first step is %v, %v", s, ok)
	}
	if e, ok := in.Ending("well"); !ok || !e.Good {
		t.Errorf("the ending is %v, %v", e, ok)
	}
	if _, ok := in.Step("well"); ok {
		t.Error("an ending was found among the steps")
	}
	if _, ok := in.Ending("s1"); ok {
		t.Error("a step was found among the endings")
	}
}

func TestNewIncidentRefusesStoriesThatDoNotWork(t *testing.T) {
	choice := func(s *model.IncidentSpec, step, n int) *model.Choice { return &s.Steps[step].Choices[n] }
	tests := []struct {
		name string
		edit func(*model.IncidentSpec)
		want string // part, choice: problem
	}{
		{"no id", func(s *model.IncidentSpec) { s.ID = "" }, "//it has no id"},
		{"step without id", func(s *model.IncidentSpec) { s.Steps[1].ID = "" }, "//a step or an ending has no id"},
		{"double step", func(s *model.IncidentSpec) { s.Steps[1].ID = "s1" }, "s1//the id stands twice"},
		{"ending like a step", func(s *model.IncidentSpec) { s.Endings[1].ID = "s1" }, "s1//the id stands twice"},
		{"no start", func(s *model.IncidentSpec) { s.Start = "s9" }, `//it starts at "s9"`},
		{"start at an ending", func(s *model.IncidentSpec) { s.Start = "well" }, `//it starts at "well"`},
		{"choice without id", func(s *model.IncidentSpec) { choice(s, 0, 1).ID = "" }, "s1//a choice has no id"},
		{"double choice", func(s *model.IncidentSpec) { choice(s, 0, 1).ID = "good" }, "s1/good/the id stands twice"},
		{"dead next", func(s *model.IncidentSpec) { choice(s, 0, 1).Next = "s9" }, `s1/bad/it leads to "s9"`},
		{"no next", func(s *model.IncidentSpec) { choice(s, 0, 1).Next = "" }, `s1/bad/it leads to ""`},
		{"no good choice", func(s *model.IncidentSpec) { choice(s, 1, 0).Good = false }, "s2//exactly one choice is good, not 0"},
		{"two good choices", func(s *model.IncidentSpec) { choice(s, 1, 1).Good = true }, "s2//exactly one choice is good, not 2"},
		{"one choice", func(s *model.IncidentSpec) { s.Steps[1].Choices = s.Steps[1].Choices[:1] }, "s2//there is nothing to decide"},
		{"round in circles", func(s *model.IncidentSpec) { choice(s, 2, 1).Next = "s1" }, `s3/bad/it leads back to "s1"`},
		{"back to itself", func(s *model.IncidentSpec) { choice(s, 2, 1).Next = "s3" }, `s3/bad/it leads back to "s3"`},
		{"step out of reach", func(s *model.IncidentSpec) {
			far := s.Steps[3]
			far.ID = "s5"
			s.Steps = append(s.Steps, far)
		}, "s5//no way leads to this step"},
		{"ending out of reach", func(s *model.IncidentSpec) { choice(s, 3, 1).Next = "well" }, "badly//no way leads to this ending"},
		{"a way too short", func(s *model.IncidentSpec) { choice(s, 0, 1).Next = "s3" }, "//a way through it has 3 to 4 decisions"},
		{"a way too long", func(s *model.IncidentSpec) {
			for _, id := range []model.StepID{"a", "b", "c", "d"} {
				more := model.Step{ID: id, Choices: slices.Clone(s.Steps[0].Choices)}
				more.Choices[0].Next, more.Choices[1].Next = s.Start, s.Start
				s.Steps, s.Start = append(s.Steps, more), id
			}
		}, "//a way through it has 8 to 8 decisions"},
		{"good choices that end badly", func(s *model.IncidentSpec) { s.Endings[0].Good = false }, "well//good choices alone lead to this ending"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			spec := goodStory()
			test.edit(&spec)
			_, err := model.NewIncident(spec)
			wrong, ok := errors.AsType[*model.IncidentError](err)
			if !ok {
				t.Fatalf("the error is %v", err)
			}
			found := slices.ContainsFunc(wrong.Faults, func(f model.IncidentFault) bool {
				return strings.HasPrefix(string(f.Part)+"/"+string(f.Choice)+"/"+f.Problem, test.want)
			})
			if !found {
				t.Errorf("the faults are %v, want %q", wrong.Faults, test.want)
			}
		})
	}
}

func TestIncidentErrorSaysWhere(t *testing.T) {
	spec := goodStory()
	spec.Steps[0].Choices[1].Next = "s9"
	spec.Endings[1].ID = "s2"
	_, err := model.NewIncident(spec)
	want := `incident leak, s2: the id stands twice
incident leak, s1, choice bad: it leads to "s9", which is no step and no ending
incident leak, s4, choice bad: it leads to "badly", which is no step and no ending`
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

// Whatever is decided, a story that NewIncident takes ends after 4 to 7
// decisions.
func TestEveryWayThroughAnIncidentEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spec := goodStory()
		parts := []model.StepID{"s1", "s2", "s3", "s4", "s5", "s6", "well", "badly"}
		spec.Steps = nil
		for _, id := range parts[:rapid.IntRange(3, 6).Draw(t, "steps")] {
			next := rapid.SampledFrom(parts)
			spec.Steps = append(spec.Steps, model.Step{ID: id, Choices: []model.Choice{
				{ID: "good", Good: true, Next: next.Draw(t, "good")}, {ID: "bad", Next: next.Draw(t, "bad")},
			}})
		}
		in, err := model.NewIncident(spec)
		if err != nil {
			return
		}
		for range 50 {
			at, decisions := in.Start(), 0
			for step, ok := in.Step(at); ok; step, ok = in.Step(at) {
				at = step.Choices[rapid.IntRange(0, 1).Draw(t, "choice")].Next
				if decisions++; decisions > model.MaxDecisions {
					t.Fatalf("%d decisions and no end", decisions)
				}
			}
			if _, ok := in.Ending(at); !ok || decisions < model.MinDecisions {
				t.Fatalf("after %d decisions it stops at %q", decisions, at)
			}
		}
	})
}
