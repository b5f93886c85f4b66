package check_test

import (
	"os"
	"strings"
	"testing"

	"whose/content"
	"whose/content/check"
)

func TestTheBuiltInCourseKeepsTheRules(t *testing.T) {
	c, places, faults := content.Load(os.DirFS(".."))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, f := range check.Run(c, places) {
		t.Error(f)
	}
}

// A compiled course has no files: its faults stand at its beginning.
func TestFaultsOfACompiledCourse(t *testing.T) {
	files := good(t)
	for _, c := range []change{
		{"matrix/ec2.yaml", "trap: The guest OS is yours to patch, the host OS under it is not.\n", "trap: Never use AWS SSO.\n"},
		{"lessons/01-server.md", "- Whoever can log in does the work.\n", "- Whoever has AWS SSO does.\n"},
	} {
		apply(t, files, c)
	}
	c, _, faults := content.Load(files)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	found := check.Run(c, content.Places{})
	if len(found) != 1 || found[0].Place.String() != "course.json:1:1" || found[0].Rule != "retired-name" {
		t.Errorf("got %v", found)
	}
}

// These look wrong and are right, or the other way round.
func TestTheEdgesOfTheRules(t *testing.T) {
	const (
		q, m, l = "questions/server.yaml", "matrix/ec2.yaml", "lessons/01-server.md"
		reach   = `    - {id: reach, text: From who can reach it, correct: true, reason: "Without a login, nothing can be changed."}` + "\n"
		asked   = "  stem: From what does it follow who mends a layer?\n"
		summary = "- Whoever can log in does the work.\n"
		trap    = "trap: The guest OS is yours to patch, the host OS under it is not.\n"
	)
	tests := []struct {
		name    string
		changes []change
		want    string
	}{
		{"courses that do not claim to be complete need not be", []change{
			{"course.yaml", "complete: true\n", ""},
			{l, "objectives: [2.1.k1]\n", "objectives: []\n"},
			{l, "| | Host | Guest |\n", "| | Below | Above |\n"},
			{q, "  pair: guest-os/host-os\n  difficulty: 3\n", "  difficulty: 3\n"},
			{"objectives.yaml", "objectives:\n", "objectives:\n  - {id: 2.1.s1, text: Recognise the parts}\n"},
		}, ""},
		{"an objective with seven questions", []change{
			{"objectives.yaml", "objectives:\n", "objectives:\n  - {id: 2.1.s1, text: Recognise the parts}\n"},
			{l, "objectives: [2.1.k1]\n", "objectives: [2.1.k1, 2.1.s1]\n"},
			{q, "  objectives: [2.1.k1]\n  concepts: [host-os]\n  cells: [ec2/host]\n", "  objectives: [2.1.s1]\n  concepts: [host-os]\n  cells: [ec2/host]\n"},
		}, "objectives.yaml:4:10: objective-questions, objectives.yaml:5:10: objective-questions"},
		{"a right option half again as long as the next", []change{
			{q, "text: From who can reach it,", "text: " + strings.Repeat("x", 36) + ","},
			{q, "text: From its size in bytes,", "text: " + strings.Repeat("y", 24) + ","},
			{q, "text: From its age in years,", "text: From its age,"},
		}, ""},
		{"a right option more than half again as long as the next", []change{
			{q, "text: From who can reach it,", "text: " + strings.Repeat("x", 37) + ","},
			{q, "text: From its size in bytes,", "text: " + strings.Repeat("y", 24) + ","},
			{q, "text: From its age in years,", "text: From its age,"},
		}, "questions/server.yaml:114:7: option-length"},
		{"a wrong option far longer than the next", []change{{q, "text: From its size in bytes,", "text: " + strings.Repeat("y", 90) + ","}}, ""},
		{"a right option of few characters more", []change{{q, reach, strings.Replace(reach, "can reach it", "may touch it there", 1)}}, ""},
		{"a wrong option repeats a word of the stem, too", []change{
			{q, reach, strings.Replace(reach, "From who can reach it", "From a layer's login", 1)},
			{
				q, "    - {id: price, text: From its price, correct: false, reason: A dear instance is divided like a cheap one.}\n",
				"    - {id: price, text: From a layer's price, correct: false, reason: A dear instance is divided like a cheap one.}\n",
			},
		}, ""},
		{
			"the right option repeats a word in the plural",
			[]change{{q, reach, strings.Replace(reach, "who can reach it", "logins to layers", 1)}},
			"questions/server.yaml:114:7: stem-echo",
		},
		{"a period is not absolute", []change{{q, "text: From its age in years,", "text: From every year of age,"}}, ""},
		{"a right option is absolute, too", []change{
			{q, "text: From its age in years,", "text: Only from its age,"},
			{q, "text: From who can reach it,", "text: Only from its reach,"},
		}, ""},
		{"a stem that ends in an article", []change{
			{q, asked, "  stem: The layer below the guest is a\n"},
			{q, "text: From its age in years,", "text: Older system,"},
		}, "questions/server.yaml:116:7: grammar"},
		{"only the right option is in the plural", []change{
			{q, asked, "  stem: Which are the grounds for it?\n"},
			{q, "text: From who can reach it,", "text: Logins and keys,"},
			{q, "text: From its price,", "text: A price,"},
			{q, "text: From its size in bytes,", "text: A size in bytes,"},
			{q, "text: From its age in years,", "text: An age in years,"},
		}, "questions/server.yaml:104:3: grammar"},
		{"a wrong option is in the plural, too", []change{
			{q, asked, "  stem: Which are the grounds for it?\n"},
			{q, "text: From who can reach it,", "text: Logins and keys,"},
			{q, "text: From its price,", "text: The prices,"},
			{q, "text: From its size in bytes,", "text: A size in bytes,"},
			{q, "text: From its age in years,", "text: An age in years,"},
		}, ""},
		{"only the right option is in the singular", []change{
			{q, asked, "  stem: What is the ground for it?\n"},
			{q, "text: From who can reach it,", "text: Reach,"},
			{q, "text: From its price,", "text: Prices,"},
			{q, "text: From its size in bytes,", "text: Sizes in bytes,"},
			{q, "text: From its age in years,", "text: Age and price,"},
		}, "questions/server.yaml:104:3: grammar"},
		{"a negative in what is asked about", []change{{q, asked, "  stem: Which layer is patched by whoever does not own it?\n"}}, ""},
		{"a contracted negative", []change{{q, asked, "  stem: What doesn't decide who mends a layer?\n"}}, "questions/server.yaml:104:3: negative-stem"},
		{"one negative in capitals", []change{{q, asked, "  stem: What does NOT decide who mends a layer?\n"}}, ""},
		{"a negative before the question", []change{{q, asked, "  stem: A firm does not patch. Who mends a layer then?\n"}}, ""},
		{"a reason that begins with the verdict", []change{
			{q, "reason: Each layer has an owner.", "reason: Wrong. Each layer has an owner at all hours."},
		}, "questions/server.yaml:102:7: empty-reason"},
		{"a reason that repeats its option", []change{
			{q, "reason: Each layer has an owner.", "reason: Nobody answers."},
		}, "questions/server.yaml:102:7: empty-reason"},
		{"a term that is only linked", []change{
			{"glossary.yaml", "terms:\n", "terms:\n  - {id: kernel, term: kernel, text: The core of a system.}\n"},
			{l, summary, "- Whoever can [log in](term:kernel) does the work.\n"},
		}, ""},
		{"a term that stands in an incident, by another word", []change{
			{"glossary.yaml", "terms:\n", "terms:\n  - {id: custom, term: custom, text: What one does again and again., words: [a habit]}\n"},
		}, ""},
		{"an old name beside today's", []change{{m, trap, "trap: AWS SSO is IAM Identity Center today.\n"}}, ""},
		{"an old name with today's in another paragraph", []change{
			{l, summary, summary + "\nIdentity Center is new.\n\nThe old\nAWS Single\nSign-On is gone.\n"},
		}, "lessons/01-server.md:68:1: retired-name"},
		{"an old name in a question that says today's", []change{
			{q, asked, "  stem: From what does it follow who mends AWS SSO?\n"},
			{q, "reason: Small systems need their patches too.", "reason: Small ones need patches. It is Identity Center today."},
		}, ""},
		{"an old name that begins with today's", []change{{m, trap, "trap: The Personal Health Dashboard shows it.\n"}}, "matrix/ec2.yaml:1:1: retired-name"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := good(t)
			for _, c := range test.changes {
				if !strings.HasSuffix(c.old, "\n") { // a part of a line
					line := lineWith(t, string(files[c.file].Data), c.old)
					c.old, c.now = line, strings.Replace(line, c.old, c.now, 1)
				}
				apply(t, files, c)
			}
			if got := strings.Join(find(t, files), ", "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// lineWith is the one line of a text that has a part.
func lineWith(t *testing.T, text, part string) string {
	t.Helper()
	before, after, found := strings.Cut(text, part)
	if !found || strings.Contains(after, part) {
		t.Fatalf("%q does not stand once", part)
	}
	end := strings.IndexByte(after, '\n')
	return before[strings.LastIndexByte(before, '\n')+1:] + part + after[:end+1]
}
