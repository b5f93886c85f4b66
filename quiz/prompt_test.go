package quiz_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

func TestMakeMakesTheSamePromptFromAStoredSpec(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := course(t)
		drawn, err := quiz.Draw(c, quiz.Topic{}, 5, anySeed(t))
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, p := range drawn {
			stored, err := json.Marshal(p.Spec)
			if err != nil {
				t.Fatalf("%v", err)
			}
			var read quiz.Spec
			if err := json.Unmarshal(stored, &read); err != nil {
				t.Fatalf("%v", err)
			}
			again, err := quiz.Make(c, read)
			if err != nil || !reflect.DeepEqual(again, p) {
				t.Fatalf("%s\nmade  %+v, %v\ndrawn %+v", stored, again, err, p)
			}
		}
	})
}

func TestWhatChangedIsGone(t *testing.T) {
	c := course(t)
	guest := find(t, c, is(quiz.DrillSpec{Kind: quiz.Who, Service: "rds", Layer: "guest-os"})).Spec
	cued := find(t, c, is(quiz.DrillSpec{Kind: quiz.Who, Service: "s3", Layer: "encryption", Cue: "choosing the settings of encryption"})).Spec
	where := find(t, c, is(quiz.DrillSpec{Kind: quiz.Where, Layer: "guest-os", Side: model.Customer})).Spec
	move := find(t, c, is(quiz.DrillSpec{Kind: quiz.Move, Service: "ec2", To: "rds", Side: model.Customer})).Spec
	asked := quiz.Checks(c, "halves", seeded(1))[1].Spec
	set := func(service, layer string, change func(*model.Cell)) func(*model.CourseSpec, []model.Cell, []model.QuestionSpec) {
		return func(_ *model.CourseSpec, all []model.Cell, _ []model.QuestionSpec) {
			for i := range all {
				if all[i].Ref().String() == service+"/"+layer {
					change(&all[i])
				}
			}
		}
	}
	party := func(p model.Party) func(*model.Cell) { return func(cell *model.Cell) { cell.Party = p } }
	onQuestion := func(change func(*model.QuestionSpec)) func(*model.CourseSpec, []model.Cell, []model.QuestionSpec) {
		return func(_ *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) { change(&asked[0]) }
	}
	tests := map[string]struct {
		spec   quiz.Spec
		change func(*model.CourseSpec, []model.Cell, []model.QuestionSpec)
	}{
		"a cell of another party":    {guest, set("rds", "guest-os", party(model.Customer))},
		"a cell no longer graded":    {guest, set("rds", "guest-os", func(cell *model.Cell) { cell.Graded = false })},
		"a layer the service lost":   {guest, set("rds", "guest-os", party(model.None))},
		"a cue in other words":       {cued, set("s3", "encryption", func(cell *model.Cell) { cell.Cues[1].Ask = "choosing" })},
		"a cue of the other side":    {cued, set("s3", "encryption", func(cell *model.Cell) { cell.Cues[1].Side = model.AWS })},
		"an option of another party": {where, set("ec2", "guest-os", party(model.AWS))},
		"a move that changes less":   {move, set("ec2", move.Right[0], party(model.AWS))},
		"a question at a revision":   {asked, onQuestion(func(q *model.QuestionSpec) { q.Revision = 2 })},
		"a question that vanished":   {asked, onQuestion(func(q *model.QuestionSpec) { q.ID = "other" })},
		"a question's lost option":   {asked, onQuestion(func(q *model.QuestionSpec) { q.Options[1].ID = "other" })},
		"another answer, same revision": {asked, onQuestion(func(q *model.QuestionSpec) {
			q.Options[0].Correct, q.Options[1].Correct = false, true
		})},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := quiz.Make(c, test.spec); err != nil {
				t.Fatalf("before the change: %v", err)
			}
			changed := build(t, grid, func(s *model.CourseSpec, all []model.Cell, asked []model.QuestionSpec) {
				s.Lessons[0].Checks = nil
				test.change(s, all, asked)
			})
			if p, err := quiz.Make(changed, test.spec); !errors.Is(err, quiz.ErrGone) {
				t.Errorf("made %+v, %v; want ErrGone", p, err)
			}
		})
	}
}

func TestMakeRefusesWhatNoPaperHolds(t *testing.T) {
	c := course(t)
	who := &quiz.DrillSpec{Kind: quiz.Who, Service: "rds", Layer: "guest-os"}
	tests := map[string]quiz.Spec{
		"nothing":            {},
		"an unknown kind":    {Drill: &quiz.DrillSpec{Kind: "why"}},
		"sides out of order": {Drill: who, Order: []string{"customer", "aws", "shared"}, Right: []string{"aws"}},
		"no options":         {Drill: &quiz.DrillSpec{Kind: quiz.Where, Layer: "guest-os", Side: model.Customer}},
		"an option twice": {
			Drill: &quiz.DrillSpec{Kind: quiz.Where, Layer: "guest-os", Side: model.Customer},
			Order: []string{"ec2", "ec2"}, Right: []string{"ec2", "ec2"},
		},
		"a question's option twice": {Question: "os", Revision: 1, Order: []string{"GUEST", "p", "p", "q"}, Right: []string{"GUEST"}},
		"an unknown service": {
			Drill: &quiz.DrillSpec{Kind: quiz.Move, Service: "ec2", To: "what", Side: model.Customer},
			Order: []string{"data"}, Right: []string{"data"},
		},
	}
	for name, spec := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := quiz.Make(c, spec); !errors.Is(err, quiz.ErrGone) {
				t.Errorf("%v, want ErrGone", err)
			}
		})
	}
}
