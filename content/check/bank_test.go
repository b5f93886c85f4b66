package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// bank is a course with a hundred questions or so, of which some have two right
// options, some a right option that is the longest, and some a difficulty.
func bank(t *testing.T, questions, several, longest int, difficulty [2]int) fstest.MapFS {
	t.Helper()
	var b strings.Builder
	for i := range questions {
		level := 3
		switch {
		case i < difficulty[0]:
			level = 1
		case i < difficulty[0]+difficulty[1]:
			level = 2
		}
		fmt.Fprintf(&b, "- {id: b%d, revision: 1, lesson: server, objectives: [2.1.k1], concepts: [], cells: [], difficulty: %d,\n", i, level)
		ending, wrong, right := "", []string{"one", "two", "six"}, "ten"
		if i >= questions-several {
			ending, wrong = " (Select TWO.)", []string{"one", "two", "six", "but"}
		} else if i < longest {
			right = "three"
		}
		fmt.Fprintf(&b, "   stem: 'Who mends m%d, n%d, o%d and p%d?%s', sources: [https://docs.aws.amazon.com/x], options: [\n", i, i, i, i, ending)
		fmt.Fprintf(&b, "   {id: right, text: %s, correct: true, reason: A good reason.},\n", right)
		for j, text := range wrong {
			fmt.Fprintf(&b, "   {id: w%d, text: %s, correct: %v, reason: A good reason.},\n", j, text, len(wrong) == 4 && j == 3)
		}
		b.WriteString("  ]}\n")
	}
	files := good(t)
	files["questions/bank.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	files["questions/server.yaml"] = &fstest.MapFile{Data: []byte("[]\n")}
	apply(t, files, change{"lessons/01-server.md", "checks: [server-linux-flaw, server-two-halves]\n", "checks: [b0, b1]\n"})
	apply(t, files, change{"course.yaml", "complete: true\n", ""})
	return files
}

// What shares of all questions are right is told from 100 questions on.
func TestShares(t *testing.T) {
	even := [2]int{30, 40}
	tests := []struct {
		name                        string
		questions, several, longest int
		difficulty                  [2]int
		want                        string
	}{
		{"as it should be", 100, 28, 20, even, ""},
		{"fewest with several right options", 100, 20, 0, even, ""},
		{"too few with several right options", 100, 19, 0, even, "several-share"},
		{"most with several right options", 100, 35, 0, even, ""},
		{"too many with several right options", 100, 36, 0, even, "several-share"},
		{"most right options that are the longest", 130, 30, 30, [2]int{39, 52}, ""},
		{"too many right options that are the longest", 130, 30, 31, [2]int{39, 52}, "option-lengths"},
		{"few questions say nothing", 99, 0, 99, [2]int{99, 0}, ""},
		{"difficulties as far off as may be", 100, 28, 0, [2]int{37, 40}, ""},
		{"too many easy ones and too few hard ones", 100, 28, 0, [2]int{38, 40}, "difficulty-share difficulty-share"},
		{"too few easy ones", 100, 28, 0, [2]int{22, 45}, "difficulty-share"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want []string
			for rule := range strings.FieldsSeq(test.want) {
				want = append(want, "questions/bank.yaml:1:1: "+rule)
			}
			if got := find(t, bank(t, test.questions, test.several, test.longest, test.difficulty)); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
