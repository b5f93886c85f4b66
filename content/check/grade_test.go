package check_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The grade rises with long sentences and long words. Terms of the glossary are
// easy ones, and tables and headings are not read.
func TestReadingGrade(t *testing.T) {
	const fault = "lessons/01-server.md:9:1: reading-grade"
	plain := strings.Repeat("The shop has a lock on its door. ", 90)
	hard := strings.Repeat("Organisations necessarily retain considerable accountability. ", 120)
	table := "| a | b |\n|---|---|\n| " + hard[:len(hard)/3] + " | x |\n\n"
	tests := []struct {
		name, text, terms string
		want              []string
	}{
		{"short words and sentences", plain, "", nil},
		{"long words", hard, "", []string{fault}},
		{"long sentences", strings.ReplaceAll(plain, ". ", " and "), "", []string{fault}},
		{"a text of grade 12", strings.Repeat("The manager of a company decides together with the engineers who may get into the database. ", 45), "", []string{fault}},
		{"a text of grade 10", strings.Repeat("The manager of a shop decides together with the engineers who may get into the database. ", 45), "", nil},
		{"long words as code in a sentence", strings.ReplaceAll(plain, "lock", "`necessarily considerable accountability`"), "", nil},
		{"long words in a table", plain + "\n\n" + table, "", nil},
		{"long words in code", plain[:len(plain)/2] + "\n\n```text\n" + hard[:len(hard)/2] + "\n```\n", "", nil},
		{"long words that the glossary explains", hard, "Organisations necessarily retain considerable accountability", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := good(t)
			text := string(files["lessons/01-server.md"].Data)
			head, _, _ := strings.Cut(text, "A bakery rents")
			files["lessons/01-server.md"] = &fstest.MapFile{Data: []byte(head + test.text + "\n\n## In short\n\nhypervisor, guest OS.\n")}
			apply(t, files, change{"course.yaml", "complete: true\n", ""})
			if test.terms != "" {
				apply(t, files, change{"glossary.yaml", "terms:\n", "terms:\n  - {id: t, term: " + test.terms + ", text: So.}\n"})
			}
			if got := find(t, files); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestLessonLength(t *testing.T) {
	const fault = "lessons/01-server.md:9:1: lesson-length"
	for words, want := range map[int][]string{599: {fault}, 600: nil, 1200: nil, 1201: {fault}} {
		files := good(t)
		head, _, _ := strings.Cut(string(files["lessons/01-server.md"].Data), "A bakery rents")
		end := "The guest OS and the hypervisor | - stay.\n\n## In short\n" // 9 words
		files["lessons/01-server.md"] = &fstest.MapFile{Data: []byte(head + strings.Repeat("So it is. ", (words-9)/3) + strings.Repeat("so ", (words-9)%3) + end)}
		apply(t, files, change{"course.yaml", "complete: true\n", ""})
		if got := find(t, files); !slices.Equal(got, want) {
			t.Errorf("%d words: got %q, want %q", words, got, want)
		}
	}
}
