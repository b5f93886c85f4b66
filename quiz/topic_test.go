package quiz_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

// paired is the course with two pairs. Only the question model is tagged with
// one, but the options of os and two tell them apart too.
func paired(t failer) *model.Course {
	t.Helper()
	return build(t, grid, func(s *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) {
		s.Concepts = []model.Concept{{ID: "guest", Name: "guest OS"}, {ID: "host", Name: "host OS"}, {ID: "keys", Name: "keys"}}
		s.Pairs = []model.Pair{{ID: "guest/host", First: "guest", Second: "host"}, {ID: "host/keys", First: "host", Second: "keys"}}
		asked[4].Pair = "guest/host"
	})
}

func TestParseTopic(t *testing.T) {
	c := paired(t)
	tests := map[string]struct{ id, title string }{
		"":        {"", "All topics"},
		"2.1":     {"2.1", "2.1 Shared responsibility"},
		"2.1.S5":  {"2.1.s5", "2.1.s5 Say 2.1.s5"},
		"RDS":     {"rds", "RDS"},
		"moving":  {"moving", "The line moves"},
		"Fargate": {"fargate", "Fargate"},

		"Guest/Host":   {"guest/host", "guest OS or host OS"},
		"RDS/guest-os": {"rds/guest-os", "RDS · guest-os"},
	}
	for in, want := range tests {
		got, err := quiz.ParseTopic(c, in)
		if err != nil || got.String() != want.id || got.Title(c) != want.title {
			t.Errorf("%q: %q %q, %v; want %v", in, got, got.Title(c), err, want)
		}
	}
}

func TestAnUnknownTopicIsAnsweredWithWhatComesNear(t *testing.T) {
	c := course(t)
	tests := map[string]string{
		"rsd":    `there is no topic "rsd": did you mean rds?`,
		"lamda":  "did you mean lambda?",
		"mov":    "did you mean moving?",
		"2.3":    "did you mean 2.1 or 2.2",
		"\x1b[m": `there is no topic "\x1b[m": use the id of a task`,
	}
	for in, want := range tests {
		if _, err := quiz.ParseTopic(c, in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func TestTheQuestionsOnATopic(t *testing.T) {
	c := paired(t)
	tests := map[string][]model.QuestionID{
		"":             {"os", "disks", "files", "two", "model"},
		"2.1.s3":       {"os", "disks"},
		"s3":           {"files", "two"},
		"moving":       nil,
		"guest/host":   {"os", "two", "model"},
		"host/keys":    {"two"},
		"rds/guest-os": {"os", "model"},
		"rds/data":     nil,
	}
	for id, want := range tests {
		var got []model.QuestionID
		for _, q := range topic(t, c, id).Questions(c) {
			got = append(got, q.ID())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", id, got, want)
		}
	}
}

func TestATopicHasItems(t *testing.T) {
	c := paired(t)
	tests := []struct {
		topic string
		item  model.Item
		want  bool
	}{
		{"", "q:os@1", true},
		{"", "c:rds/guest-os@aws", true},
		{"", "q:os@2", false},
		{"", "c:rds/guest-os@customer", false},
		{"", "c:lambda/firewall@shared", false}, // not graded
		{"", "nonsense", false},
		{"2.1", "c:rds/guest-os@aws", true},
		{"2.2", "c:rds/guest-os@aws", false},
		{"2.1.s3", "q:os@1", true},
		{"2.1.s3", "q:files@1", false},
		{"2.1.s3", "c:rds/guest-os@aws", true},
		{"2.1.s2", "c:rds/guest-os@aws", false},
		{"moving", "c:rds/guest-os@aws", true},
		{"halves", "c:rds/guest-os@aws", false},
		{"halves", "q:os@1", true},
		{"rds", "c:rds/data@customer", true},
		{"rds", "c:s3/data@customer", false},
		{"rds", "q:os@1", true},
		{"rds/guest-os", "c:rds/guest-os@aws", true},
		{"rds/guest-os", "c:s3/guest-os@aws", false},
		{"rds/guest-os", "c:rds/hardening@aws", false},
		{"rds/guest-os", "q:os@1", true},
		{"rds/guest-os", "q:disks@1", false},
		{"guest/host", "q:os@1", true},
		{"guest/host", "q:files@1", false},
		{"guest/host", "c:rds/guest-os@aws", false},
	}
	for _, test := range tests {
		if got := topic(t, c, test.topic).Has(c, test.item); got != test.want {
			t.Errorf("%q has %s: %v, want %v", test.topic, test.item, got, test.want)
		}
	}
}

// Whatever a drill on a cell asks, the cell is among what it grades.
func TestADrillOnACellGradesIt(t *testing.T) {
	c := course(t)
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.SampledFrom(c.Matrix().Cells()).Draw(t, "cell")
		paper, err := quiz.Draw(c, topic(t, c, cell.Ref().String()), 6, anySeed(t))
		if err != nil {
			if cell.Askable() || len(c.QuestionsOn(cell.Ref())) > 0 {
				t.Fatalf("%s: %v", cell.Ref(), err)
			}
			return
		}
		for _, p := range paper {
			_, grades := p.Grade(c, nil)
			on := slices.ContainsFunc(grades, func(g quiz.Grade) bool { return g.Item == model.CellItem(cell) })
			if !on && (p.Spec.Drill != nil || !slices.Contains(p.Cells, cell.Ref())) {
				t.Fatalf("%s: %q grades %v", cell.Ref(), p.Stem, grades)
			}
		}
	})
}

func TestMovesFromAndToAServiceAreOnIt(t *testing.T) {
	c := course(t)
	tests := map[string]string{"ec2": "ec2>fargate ec2>lambda ec2>rds ec2>s3", "rds": "ec2>rds", "rds/guest-os": "ec2>rds", "ec2/guest-os": "", "rds/data": ""}
	for id, want := range tests {
		moves := map[string]bool{}
		for seed := range uint64(200) {
			if p, _ := quiz.Drill(c, topic(t, c, id), seeded(seed)); p.Spec.Drill.Kind == quiz.Move {
				moves[string(p.Spec.Drill.Service+">"+p.Spec.Drill.To)] = true
			}
		}
		if got := strings.Join(slices.Sorted(maps.Keys(moves)), " "); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

func TestAQuizOnAPairHasNoDrills(t *testing.T) {
	c := paired(t)
	if got := drills(draw(t, c, "guest/host", 9, 1)); got != 0 {
		t.Errorf("%d drills", got)
	}
}

func TestWhatToPractiseAfterAWrongAnswer(t *testing.T) {
	c := paired(t)
	ask := func(id model.QuestionID) quiz.Prompt {
		p, err := quiz.Ask(c, id, seeded(1))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	where, err := quiz.Make(c, quiz.Spec{
		Drill: &quiz.DrillSpec{Kind: quiz.Where, Layer: "guest-os", Side: model.Customer},
		Order: []string{"rds", "ec2", "s3", "lambda"}, Right: []string{"ec2"},
	})
	if err != nil {
		t.Fatal(err)
	}
	bare := ask("os")
	bare.Cells = nil
	tests := map[string]struct {
		prompt quiz.Prompt
		chosen []string
		want   string
	}{
		"the pair that it mixed up":           {ask("os"), []string{"host"}, "guest/host"},
		"the pair the other way round":        {ask("two"), []string{"A", "c"}, "host/keys"},
		"confused, but no pair of the course": {ask("os"), []string{"p"}, "rds/guest-os"},
		"the cell":                            {ask("os"), []string{"q"}, "rds/guest-os"},
		"the cell of a drill":                 {quiz.TestMe(c, "rds")[2], []string{"customer"}, "rds/guest-os"},
		"the first cell that went wrong":      {where, []string{"ec2", "lambda"}, "lambda/guest-os"},
		"the objective":                       {bare, []string{"q"}, "2.1.s3"},
		"nothing to go by":                    {quiz.Prompt{}, nil, ""},
	}
	for name, test := range tests {
		if got := quiz.TopicOf(c, test.prompt, test.chosen); got.String() != test.want || got != topic(t, c, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
