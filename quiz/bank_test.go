package quiz_test

import (
	"fmt"

	"pgregory.net/rapid"

	"whose/model"
)

// bank is how many questions of each form, and how many objectives, each task of
// a course has.
type bank struct{ single, several, objectives int }

// weights are those of the tasks 2.1 to 2.4.
var weights = []int{4, 6, 6, 4}

// full is a bank that has enough of everything for an exam of 65.
func full() []bank { return []bank{{60, 30, 6}, {60, 30, 9}, {60, 30, 10}, {60, 30, 6}} }

// banked is a course with questions of its own; alike may make some of them
// alike.
func banked(t failer, banks []bank, alike func(n int, q *model.QuestionSpec)) *model.Course {
	t.Helper()
	layers, all := cells(grid)
	matrix, err := model.NewMatrix(layers, services, all)
	if err != nil {
		t.Fatalf("%v", err)
	}
	s := spec(grid)
	s.Tasks, s.Objectives, s.Matrix = nil, nil, matrix
	s.Lessons[0].Checks, s.Lessons[0].Objectives, s.Lessons[1].Objectives = nil, nil, nil
	s.Pairs = []model.Pair{{ID: "guest/host", First: "guest", Second: "host"}, {ID: "guest/keys", First: "guest", Second: "keys"}}
	for i, b := range banks {
		task := model.TaskID(fmt.Sprintf("2.%d", i+1))
		s.Tasks = append(s.Tasks, model.Task{ID: task, Weight: weights[i]})
		for k := range b.objectives {
			s.Objectives = append(s.Objectives, model.Objective{ID: model.ObjectiveID(fmt.Sprintf("%s.k%d", task, k+1)), Task: task})
		}
		for n := range b.single + b.several {
			options := []string{"A", "b", "c", "d"}
			if n >= b.single {
				options = []string{"A", "B", "c", "d", "e"}
			}
			q := question(fmt.Sprintf("%s-%d", task, n), model.CellRef{}, model.ObjectiveID(fmt.Sprintf("%s.k%d", task, n%b.objectives+1)), options...)
			q.Cells, q.Difficulty = nil, n%3+1
			if alike != nil {
				alike(len(s.Questions), &q)
			}
			made, err := model.NewQuestion(q)
			if err != nil {
				t.Fatalf("%v", err)
			}
			s.Questions = append(s.Questions, made)
		}
	}
	c, err := model.NewCourse(s)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return c
}

// anyBank has few questions, at times none.
func anyBank(t *rapid.T) []bank {
	banks := make([]bank, len(weights))
	for i := range banks {
		few := rapid.IntRange(0, 9)
		banks[i] = bank{few.Draw(t, "single"), few.Draw(t, "several"), rapid.IntRange(1, 4).Draw(t, "objectives")}
	}
	return banks
}
