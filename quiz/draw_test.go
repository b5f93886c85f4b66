package quiz_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

func draw(t failer, c *model.Course, id string, n int, seed uint64) []quiz.Prompt {
	t.Helper()
	prompts, err := quiz.Draw(c, topic(t, c, id), n, seeded(seed))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return prompts
}

func drills(prompts []quiz.Prompt) int {
	n := 0
	for _, p := range prompts {
		if p.Spec.Drill != nil {
			n++
		}
	}
	return n
}

func TestAPaperHasTheLengthAskedForAndNothingTwiceWhileThereIsMore(t *testing.T) {
	c := course(t)
	const distinct = 5 + 70 + 3 + 8 // questions; who, where and move drills
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 2*distinct).Draw(t, "n")
		paper := draw(t, c, "", n, rapid.Uint64().Draw(t, "seed"))
		if len(paper) != n {
			t.Fatalf("%d prompts, want %d", len(paper), n)
		}
		stems := map[string]bool{}
		for _, p := range paper[:min(n, distinct)] {
			if stems[p.Stem] {
				t.Fatalf("%q stands twice among %d", p.Stem, n)
			}
			stems[p.Stem] = true
		}
	})
}

func TestTheSameSeedDrawsTheSamePaper(t *testing.T) {
	c := course(t)
	if !reflect.DeepEqual(draw(t, c, "2.1", 20, 7), draw(t, c, "2.1", 20, 7)) {
		t.Error("two papers of one seed differ")
	}
	if reflect.DeepEqual(draw(t, c, "2.1", 20, 7), draw(t, c, "2.1", 20, 8)) {
		t.Error("two seeds draw the same paper")
	}
}

func TestTheMixOfAPaper(t *testing.T) {
	c := course(t)
	tests := []struct {
		topic     string
		n, drills int
	}{
		{"", 6, 2},
		{"", 1, 0},
		{"", 30, 25},      // the five questions run out
		{"2.1.s3", 3, 1},  // two questions
		{"2.1.k1", 1, 0},  // no drill fits
		{"2.1.s5", 4, 4},  // no question fits
		{"fargate", 4, 4}, // no question fits
	}
	for _, test := range tests {
		if got := drills(draw(t, c, test.topic, test.n, 3)); got != test.drills {
			t.Errorf("%q: %d of %d are drills, want %d", test.topic, got, test.n, test.drills)
		}
	}
}

func TestWhatRunsOutIsAskedAgain(t *testing.T) {
	c := course(t)
	paper := draw(t, c, "2.1.k1", 3, 1)
	for _, p := range paper {
		if p.Spec.Question != "model" {
			t.Errorf("%q is not on 2.1.k1", p.Stem)
		}
	}
}

func TestAPaperKeepsToItsTopic(t *testing.T) {
	c := course(t)
	has := func(p quiz.Prompt, service model.ServiceID) bool {
		d := p.Spec.Drill
		return d != nil && (d.Service == service || d.To == service) ||
			slices.ContainsFunc(p.Cells, func(ref model.CellRef) bool { return ref.Service == service })
	}
	tests := map[string]func(quiz.Prompt) bool{
		"2.1.s2": func(p quiz.Prompt) bool { return slices.Contains(p.Objectives, "2.1.s2") },
		"2.1.s5": func(p quiz.Prompt) bool { return slices.Contains(p.Objectives, "2.1.s5") },
		"rds":    func(p quiz.Prompt) bool { return has(p, "rds") },
		"ec2":    func(p quiz.Prompt) bool { return has(p, "ec2") },
		"moving": func(p quiz.Prompt) bool { return p.Lesson == "moving" },
	}
	for id, fits := range tests {
		t.Run(id, func(t *testing.T) {
			for seed := range uint64(20) {
				for _, p := range draw(t, c, id, 12, seed) {
					if !fits(p) {
						t.Errorf("%q (%s) is on another topic", p.Stem, p.Spec.Order)
					}
				}
			}
		})
	}
}

func TestADrillPrefersACellThatThePaperHasNotAskedAbout(t *testing.T) {
	c := course(t)
	for seed := range uint64(50) {
		paper := draw(t, c, "2.1.s3", 3, seed) // both questions, on rds/guest-os and ec2/hardware, and a drill
		for _, p := range paper {
			if d := p.Spec.Drill; d != nil && (p.Cells[0].String() == "rds/guest-os" || p.Cells[0].String() == "ec2/hardware") {
				t.Fatalf("seed %d asks %q beside the question on it", seed, p.Stem)
			}
		}
	}
}

func TestNothingToAsk(t *testing.T) {
	c := course(t)
	if _, err := quiz.Draw(c, topic(t, c, "2.2"), 5, seeded(1)); err == nil || !strings.Contains(err.Error(), `"2.2 Security"`) {
		t.Errorf("%v, want an error that names the topic", err)
	}
	if _, err := quiz.Draw(c, quiz.Topic{}, 0, seeded(1)); err == nil {
		t.Error("a paper of no questions was drawn")
	}
	if p, ok := quiz.Drill(c, topic(t, c, "2.2"), seeded(1)); ok {
		t.Errorf("a drill on 2.2: %q", p.Stem)
	}
}

func TestOptionsAreShuffled(t *testing.T) {
	c := course(t)
	first := map[string]bool{}
	for seed := range uint64(50) {
		first[quiz.Checks(c, "halves", seeded(seed))[1].Options[0].ID] = true
	}
	if len(first) != 4 {
		t.Errorf("the first option is one of %v, want any of four", first)
	}
}

func TestChecksAreTheLessonsOwnInItsOrder(t *testing.T) {
	c := course(t)
	var ids []string
	for _, p := range quiz.Checks(c, "halves", seeded(1)) {
		ids = append(ids, string(p.Spec.Question))
	}
	if !slices.Equal(ids, []string{"two", "os"}) {
		t.Errorf("checks are %v", ids)
	}
	if got := quiz.Checks(c, "what", seeded(1)); len(got) != 0 {
		t.Errorf("a lesson that is not there has checks %v", got)
	}
}

func TestTestMeAsksEachCellOfAServiceTopToBottom(t *testing.T) {
	c := course(t)
	var layers []string
	for _, p := range quiz.TestMe(c, "fargate") {
		if p.Spec.Drill.Cue != "" || len(p.Options) != 3 {
			t.Errorf("%q is not the plain three-way question", p.Stem)
		}
		layers = append(layers, string(p.Cells[0].Layer))
	}
	want := "hardware host guest-os hardening application firewall identity encryption data" // engine is not graded
	if got := strings.Join(layers, " "); got != want {
		t.Errorf("asked %s\nwant  %s", got, want)
	}
	if got := quiz.TestMe(c, "what"); len(got) != 0 {
		t.Errorf("a service that is not there is asked about: %v", got)
	}
}

func TestAskingOneQuestionShufflesItsOptionsAndRefusesAnUnknownOne(t *testing.T) {
	c := course(t)
	q := c.Questions()[0]
	p, err := quiz.Ask(c, q.ID(), seeded(1))
	if err != nil {
		t.Fatal(err)
	}
	if p.Stem != q.Stem() || len(p.Options) != len(q.Options()) {
		t.Errorf("asked %q with %d options", p.Stem, len(p.Options))
	}
	if _, err := quiz.Ask(c, "no-such", seeded(1)); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("an unknown question: %v", err)
	}
}
