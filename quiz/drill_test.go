package quiz_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

func topic(t failer, c *model.Course, id string) quiz.Topic {
	t.Helper()
	top, err := quiz.ParseTopic(c, id)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return top
}

func TestEveryDrillIsHonest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCourse(t)
		id := rapid.SampledFrom([]string{"", "2.1", "2.1.s2", "2.1.s3", "2.1.s4", "2.1.s5", "rds", "ebs", "moving"}).Draw(t, "topic")
		p, ok := quiz.Drill(c, topic(t, c, id), anySeed(t))
		if !ok {
			return
		}
		right := 0
		texts := map[string]bool{}
		for _, o := range p.Options {
			if o.Correct {
				right++
			}
			if o.Text == "" || o.Reason == "" || texts[o.Text] {
				t.Fatalf("%q: option %+v is empty or stands twice", p.Stem, o)
			}
			texts[o.Text] = true
		}
		if right != p.Pick || right == 0 {
			t.Fatalf("%q: %d options are right, %d to pick", p.Stem, right, p.Pick)
		}
		if _, ok := c.Lesson(p.Lesson); !ok || len(p.Sources) == 0 || len(p.Objectives) == 0 {
			t.Fatalf("%q has no lesson, source or objective", p.Stem)
		}
		checkForm(t, p)
		_, grades := p.Grade(c, nil)
		for _, ref := range p.Cells {
			checkCell(t, c, p, ref, grades)
		}
	})
}

// checkForm holds a drill to the exam's forms; who has its own three options.
func checkForm(t *rapid.T, p quiz.Prompt) {
	n := len(p.Options)
	several := p.Pick > 1 && p.Pick < 4 && (n == 5 || n == 6)
	if kind := p.Spec.Drill.Kind; kind == quiz.Who && (p.Pick != 1 || n != 3) || kind != quiz.Who && !several && (p.Pick != 1 || n != 4) {
		t.Fatalf("%q: %d right of %d is none of the exam's forms", p.Stem, p.Pick, n)
	}
	words := map[int]string{1: "?", 2: "(Select TWO.)", 3: "(Select THREE.)"}
	if !strings.HasSuffix(p.Stem, words[p.Pick]) {
		t.Fatalf("%q does not say to pick %d", p.Stem, p.Pick)
	}
}

func checkCell(t *rapid.T, c *model.Course, p quiz.Prompt, ref model.CellRef, grades []quiz.Grade) {
	cell, ok := c.Matrix().Cell(ref)
	if !ok || !cell.Graded || cell.Party == model.None {
		t.Fatalf("%q asks for %s, which may not be asked", p.Stem, ref)
	}
	if cell.Party == model.Shared && p.Spec.Drill.Kind != quiz.Who {
		t.Fatalf("%q asks for %s, which is shared, with neither three ways nor a cue", p.Stem, ref)
	}
	if !slices.ContainsFunc(grades, func(g quiz.Grade) bool { return g.Item == model.CellItem(cell) }) {
		t.Fatalf("%q does not grade %s", p.Stem, ref)
	}
}

func TestDrillsAreRightByTheMatrix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCourse(t)
		p, ok := quiz.Drill(c, quiz.Topic{}, anySeed(t))
		if !ok {
			return
		}
		party := func(service, layer string) model.Party {
			cell, _ := c.Matrix().Cell(model.CellRef{Service: model.ServiceID(service), Layer: model.LayerID(layer)})
			return cell.Party
		}
		d := p.Spec.Drill
		for _, o := range p.Options {
			want := false
			switch d.Kind {
			case quiz.Who:
				want = o.ID == party(string(d.Service), string(d.Layer)).String()
				if strings.HasPrefix(d.Cue, "running") {
					want = o.ID == "aws"
				} else if d.Cue != "" {
					want = o.ID == "customer"
				}
			case quiz.Where:
				want = party(o.ID, string(d.Layer)) == d.Side
			case quiz.Move:
				want = party(string(d.Service), o.ID) == model.Customer && party(string(d.To), o.ID) == d.Side
			}
			if o.Correct != want {
				t.Fatalf("%q: option %q is right: %v, want %v", p.Stem, o.Text, o.Correct, want)
			}
		}
	})
}

// find draws drills until one satisfies want.
func find(t *testing.T, c *model.Course, want func(quiz.DrillSpec) bool) quiz.Prompt {
	t.Helper()
	for seed := range uint64(5000) {
		if p, ok := quiz.Drill(c, quiz.Topic{}, seeded(seed)); ok && want(*p.Spec.Drill) {
			return p
		}
	}
	t.Fatalf("no such drill was ever drawn")
	return quiz.Prompt{}
}

func is(want quiz.DrillSpec) func(quiz.DrillSpec) bool {
	return func(d quiz.DrillSpec) bool { return d == want }
}

func TestWordingOfDrills(t *testing.T) {
	c := course(t)
	tests := map[string]struct {
		drill   quiz.DrillSpec
		stem    string
		reasons map[string]string // by option id
	}{
		"who, AWS's": {
			quiz.DrillSpec{Kind: quiz.Who, Service: "rds", Layer: "guest-os"},
			"On Amazon RDS, whose job is patching the guest operating system?",
			map[string]string{
				"aws":      "This is why, on RDS, guest-os is so.",
				"customer": "You do your part of guest-os. Patching the guest operating system is AWS's.",
				"shared":   "Both is right only where the work itself is split. Here it is AWS's: AWS does its part of guest-os.",
			},
		},
		"who, the customer's": {
			quiz.DrillSpec{Kind: quiz.Who, Service: "ec2", Layer: "guest-os"},
			"On Amazon EC2, whose job is patching the guest operating system?",
			map[string]string{
				"aws":    "AWS does its part of guest-os. Patching the guest operating system is yours.",
				"shared": "Both is right only where the work itself is split. Here it is yours: you do your part of guest-os.",
			},
		},
		"who, shared": {
			quiz.DrillSpec{Kind: quiz.Who, Service: "s3", Layer: "encryption"},
			"On Amazon S3, whose job is encrypting the stored data?",
			map[string]string{
				"aws":      "It leaves out the half that is yours: you do your part of encryption.",
				"customer": "It leaves out the half that is AWS's: AWS does its part of encryption. Where a question offers only the two sides, this is the one it means.",
				"shared":   "AWS does its part of encryption. You do your part of encryption. This is why, on S3, encryption is so.",
			},
		},
		"who, with a cue": {
			quiz.DrillSpec{Kind: quiz.Who, Service: "s3", Layer: "encryption", Cue: "choosing the settings of encryption"},
			"On Amazon S3, whose job is choosing the settings of encryption?",
			map[string]string{
				"aws":      "AWS does its part of encryption. Choosing the settings of encryption is yours.",
				"customer": "You do your part of encryption. Words that point to you: choose, enable.",
				"shared":   "The layer as a whole is shared, each side with its own part. This part of it is yours alone.",
			},
		},
		"where": {
			quiz.DrillSpec{Kind: quiz.Where, Layer: "guest-os", Side: model.Customer},
			"On which of these services is patching the guest operating system your job?",
			map[string]string{"ec2": "Your job. This is why, on EC2, guest-os is so."},
		},
		"move, what stays": {
			quiz.DrillSpec{Kind: quiz.Move, Service: "ec2", To: "rds", Side: model.Customer},
			"Your company moves from Amazon EC2 to Amazon RDS. What stays yours?",
			map[string]string{
				"data":      "It stays yours. This is why, on RDS, data is so.",
				"guest-os":  "It becomes AWS's job. This is why, on RDS, guest-os is so.",
				"hardening": "It becomes AWS's job. This is why, on RDS, hardening is so.",
				"host":      "It was AWS's job before, and stays so. This is why, on RDS, host is so.",
			},
		},
		"move, what is handed over": {
			quiz.DrillSpec{Kind: quiz.Move, Service: "ec2", To: "s3", Side: model.AWS},
			"Your company moves from Amazon EC2 to Amazon S3. What becomes AWS's job?", nil,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := find(t, c, is(test.drill))
			if !strings.HasPrefix(p.Stem, test.stem) {
				t.Errorf("stem %q, want %q", p.Stem, test.stem)
			}
			for _, o := range p.Options {
				if want, ok := test.reasons[o.ID]; ok && o.Reason != want {
					t.Errorf("reason of %s\ngot  %q\nwant %q", o.ID, o.Reason, want)
				}
			}
		})
	}
}

func TestMovesAreToAServiceThatTakesWorkOver(t *testing.T) {
	c := build(t, []string{
		"host        AAAAAA patching the hypervisor",
		"guest-os    CCAAAA patching the guest operating system",
		"hardening   CCAAAA hardening the guest operating system",
		"application CCC-CC fixing the application code",
		"identity    CCCCCC deciding who may use it",
		"data        CCCCCC classifying the data",
	}, func(s *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) {
		for i := range asked {
			asked[i].Cells = nil
		}
	})
	moves := map[string]bool{}
	for seed := range uint64(500) {
		p, _ := quiz.Drill(c, topic(t, c, "2.1.s5"), seeded(seed))
		d := p.Spec.Drill
		if d.Kind != quiz.Move {
			continue
		}
		moves[fmt.Sprintf("%s-%s", d.Service, d.To)] = true
		handedOver := false
		for _, o := range p.Options {
			before, _ := c.Matrix().Cell(model.CellRef{Service: d.Service, Layer: model.LayerID(o.ID)})
			after, _ := c.Matrix().Cell(o.Cell)
			handedOver = handedOver || before.Party == model.Customer && after.Party == model.AWS
			if d.Side == model.AWS && before.Party == model.AWS {
				t.Fatalf("%q tricks with %q, which was AWS's before", p.Stem, o.Text)
			}
		}
		if !handedOver {
			t.Fatalf("%q offers nothing that changes hands", p.Stem)
		}
	}
	// RDS takes nothing over, and nobody moves from EC2 to EBS.
	want := map[string]bool{"ec2-s3": true, "ec2-lambda": true, "ec2-fargate": true}
	if !maps.Equal(moves, want) {
		t.Errorf("moves %v, want %v", moves, want)
	}
}

func TestACueWithoutATaskOfItsOwnIsNotAsked(t *testing.T) {
	c := build(t, grid, func(_ *model.CourseSpec, all []model.Cell, _ []model.QuestionSpec) {
		for i := range all {
			for k := range all[i].Cues {
				all[i].Cues[k].Ask = ""
			}
		}
	})
	stems := map[string]bool{}
	for _, p := range draw(t, c, "2.1.s4", 24, 1)[:8] { // there are eight shared cells
		if stems[p.Stem] {
			t.Errorf("%q stands twice", p.Stem)
		}
		stems[p.Stem] = true
	}
}

func TestObjectivesOfDrills(t *testing.T) {
	c := course(t)
	tests := map[model.ObjectiveID]quiz.DrillSpec{
		"2.1.s2": {Kind: quiz.Who, Service: "ec2", Layer: "guest-os"},
		"2.1.s3": {Kind: quiz.Who, Service: "rds", Layer: "guest-os"},
		"2.1.s4": {Kind: quiz.Who, Service: "rds", Layer: "engine"},
		"2.1.s5": {Kind: quiz.Move, Service: "ec2", To: "rds", Side: model.Customer},
	}
	for want, drill := range tests {
		if p := find(t, c, is(drill)); !slices.Equal(p.Objectives, []model.ObjectiveID{want}) {
			t.Errorf("%q is on %v, want %s", p.Stem, p.Objectives, want)
		}
	}
}

func TestDrillsOfACourseThatFollowsAnotherGuideCountForTheLessonsObjectives(t *testing.T) {
	c := build(t, grid, func(s *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) {
		s.Objectives = []model.Objective{{ID: "own", Task: "2.1", Text: "Ours"}}
		for i := range s.Lessons {
			s.Lessons[i].Objectives = []model.ObjectiveID{"own"}
		}
		for i := range asked {
			asked[i].Objectives = []model.ObjectiveID{"own"}
		}
	})
	for _, kind := range []quiz.DrillKind{quiz.Who, quiz.Where, quiz.Move} {
		p := find(t, c, func(d quiz.DrillSpec) bool { return d.Kind == kind })
		if !slices.Equal(p.Objectives, []model.ObjectiveID{"own"}) {
			t.Errorf("%q is on %v, want the lesson's own", p.Stem, p.Objectives)
		}
	}
}
