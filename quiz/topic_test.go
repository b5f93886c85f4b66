package quiz_test

import (
	"strings"
	"testing"

	"whose/quiz"
)

func TestParseTopic(t *testing.T) {
	c := course(t)
	tests := map[string]struct{ id, title string }{
		"":        {"", "All topics"},
		"2.1":     {"2.1", "2.1 Shared responsibility"},
		"2.1.S5":  {"2.1.s5", "2.1.s5 Say 2.1.s5"},
		"RDS":     {"rds", "RDS"},
		"moving":  {"moving", "The line moves"},
		"Fargate": {"fargate", "Fargate"},
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
