package check_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"whose/content"
	"whose/content/check"
)

// course writes a folder with one lesson of so many words and with questions
// whose options say what is given, the right one first.
func course(lessonWords int, questions ...[4]string) fstest.MapFS {
	files := fstest.MapFS{}
	write := func(name, format string, args ...any) {
		files[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	write("course.yaml", "id: c\ntitle: Course\nversion: 1.0.0\nservices: [rds]\nhosts: [docs.aws.amazon.com]\n")
	write("objectives.yaml", "tasks: [{id: '2.1', name: Task, short: Task}]\nobjectives: [{id: 2.1.k1, text: What}]\n")
	write("pairs.yaml", "concepts: []\npairs: []\n")
	write("matrix/layers.yaml", "layers: []\n")
	write("matrix/rds.yaml", "id: rds\nname: RDS\nshort: RDS\ncategory: container\nwords: []\ncells: {}\n")
	write("lessons/01-first.md", "---\nid: first\ntitle: First\nrequires: []\nobjectives: []\nminutes: 5\nchecks: [q0, q1]\n---\n%s\n\n## In short\n",
		strings.Repeat("word ", lessonWords-2))
	var b strings.Builder
	for i, q := range questions {
		fmt.Fprintf(&b, "- {id: q%d, revision: 1, lesson: first, objectives: [2.1.k1], concepts: [], cells: [], difficulty: 1, stem: Who?,\n", i)
		b.WriteString("   sources: [https://docs.aws.amazon.com/x], options: [\n")
		for j, text := range q {
			fmt.Fprintf(&b, "   {id: o%d, text: %q, correct: %v, reason: So.},\n", j, text, j == 0)
		}
		b.WriteString("  ]}\n")
	}
	write("questions/first.yaml", "%s", b.String())
	return files
}

func TestRun(t *testing.T) {
	even := [4]string{"the customer", "the provider", "the reseller", "the auditors"}
	longest := [4]string{"the customers", "the provider", "the reseller", "the auditors"}
	many := func(n, long int) (all [][4]string) {
		for i := range n {
			if i < long {
				all = append(all, longest)
			} else {
				all = append(all, even)
			}
		}
		return all
	}
	tests := []struct {
		name      string
		words     int
		questions [][4]string
		want      string
	}{
		{"nothing wrong", 600, many(20, 6), ""},
		{"lesson of most words", 1200, many(2, 0), ""},
		{"lesson too short", 599, many(2, 0), "lessons/01-first.md:9:1: lesson-length"},
		{"lesson too long", 1201, many(2, 0), "lessons/01-first.md:9:1: lesson-length"},
		{"right option too often the longest", 600, many(20, 7), "questions/first.yaml:1:1: option-lengths"},
		{"few questions say nothing", 600, many(19, 19), ""},
		{"right option far longer than the next", 600, [][4]string{
			even, {strings.Repeat("x", 31), strings.Repeat("y", 20), "z", "w"},
		}, "questions/first.yaml:10:4: option-length"},
		{"right option half again as long", 600, [][4]string{
			even, {strings.Repeat("x", 30), strings.Repeat("y", 20), "z", "w"},
		}, ""},
		{"wrong option far longer than the next", 600, [][4]string{
			even, {strings.Repeat("x", 20), strings.Repeat("y", 40), "z", "w"},
		}, ""},
		{"short options", 600, [][4]string{even, {"The customer", "AWS", "You", "Me"}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, places, faults := content.Load(course(test.words, test.questions...))
			if len(faults) > 0 {
				t.Fatalf("the course does not load:\n%v", faults)
			}
			var got []string
			for _, f := range check.Run(c, places) {
				got = append(got, f.Place.String()+": "+f.Rule)
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestTheBuiltInCourseKeepsTheRules(t *testing.T) {
	c, places, faults := content.Load(os.DirFS(".."))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, f := range check.Run(c, places) {
		t.Error(f)
	}
}
