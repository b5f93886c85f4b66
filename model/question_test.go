package model_test

import (
	"strings"
	"testing"

	"whose/model"
)

// goodQuestion has so many options, of which the first so many are right.
func goodQuestion(options, right int) model.QuestionSpec {
	spec := model.QuestionSpec{ID: "os", Revision: 1, Lesson: "first", Difficulty: 2, Stem: "Who?"}
	for i := range options {
		spec.Options = append(spec.Options, model.Option{ID: string(rune('a' + i)), Correct: i < right})
	}
	return spec
}

func TestNewQuestionTakesTheFormsOfTheExam(t *testing.T) {
	for _, form := range []struct{ options, right int }{{4, 1}, {5, 2}, {6, 2}, {5, 3}, {6, 3}} {
		q, err := model.NewQuestion(goodQuestion(form.options, form.right))
		if err != nil {
			t.Errorf("%d of %d: %v", form.right, form.options, err)
		}
		if q.Right() != form.right {
			t.Errorf("%d of %d: Right is %d", form.right, form.options, q.Right())
		}
	}
}

func TestNewQuestionRefusesWhatTheExamDoesNotAsk(t *testing.T) {
	tests := []struct {
		name string
		edit func(*model.QuestionSpec)
		want string
	}{
		{"no right option", func(q *model.QuestionSpec) { q.Options[0].Correct = false }, "no right option"},
		{"no options", func(q *model.QuestionSpec) { q.Options = nil }, "no right option"},
		{"one right of three", func(q *model.QuestionSpec) { q.Options = q.Options[:3] }, "among 4 options, not 3"},
		{"two right of four", func(q *model.QuestionSpec) { q.Options[1].Correct = true }, "among 5 or 6 options, not 4"},
		{"four right", func(q *model.QuestionSpec) { *q = goodQuestion(6, 4) }, "at most 3 options are right"},
		{"two right of seven", func(q *model.QuestionSpec) { *q = goodQuestion(7, 2) }, "among 5 or 6 options, not 7"},
		{"double option", func(q *model.QuestionSpec) { q.Options[1].ID = "a" }, "option a stands twice"},
		{"option without id", func(q *model.QuestionSpec) { q.Options[1].ID = "" }, "an option has no id"},
		{"no id", func(q *model.QuestionSpec) { q.ID = "" }, "it has no id"},
		{"no stem", func(q *model.QuestionSpec) { q.Stem = "" }, "it has no stem"},
		{"revision 0", func(q *model.QuestionSpec) { q.Revision = 0 }, "revisions count from 1"},
		{"difficulty 0", func(q *model.QuestionSpec) { q.Difficulty = 0 }, "difficulty is 1, 2 or 3"},
		{"difficulty 4", func(q *model.QuestionSpec) { q.Difficulty = 4 }, "difficulty is 1, 2 or 3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			spec := goodQuestion(4, 1)
			test.edit(&spec)
			_, err := model.NewQuestion(spec)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, want one with %q", err, test.want)
			}
		})
	}
}
