package recall_test

import (
	"fmt"
	"testing"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

// noon is the moment of most tests.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func days(n float64) time.Duration { return time.Duration(n * 24 * float64(time.Hour)) }

// smallCourse has two tasks, three to one in the exam, each with two objectives
// of a lesson of their own, which requires the one before. Of the ten questions
// of an objective, the first two tell a pair apart, the next two are about a
// cell. The matrix has four cells.
func smallCourse(tb testing.TB) *model.Course {
	tb.Helper()
	spec := model.CourseSpec{
		ID: "small", Title: "Small", Version: "1",
		Tasks:    []model.Task{{ID: "1", Name: "one", Short: "one", Weight: 3}, {ID: "2", Name: "two", Short: "two", Weight: 1}},
		Concepts: []model.Concept{{ID: "a", Name: "a"}, {ID: "b", Name: "b"}},
		Pairs:    []model.Pair{{ID: "a/b", First: "a", Second: "b"}},
	}
	for i, id := range []model.ObjectiveID{"1.a", "1.b", "2.a", "2.b"} {
		spec.Objectives = append(spec.Objectives, model.Objective{ID: id, Task: model.TaskID(id[:1]), Text: string(id)})
		lesson := model.Lesson{ID: model.LessonID("l" + id), Title: string(id), Minutes: 5, Objectives: []model.ObjectiveID{id}}
		if i > 0 {
			lesson.Requires = []model.LessonID{spec.Lessons[i-1].ID}
		}
		spec.Lessons = append(spec.Lessons, lesson)
		for n := range 10 {
			spec.Questions = append(spec.Questions, smallQuestion(tb, id, n))
		}
	}
	layers := []model.Layer{{ID: "hardware", Name: "hardware", Short: "hardware"}, {ID: "data", Name: "data", Short: "data"}}
	services := []model.Service{
		{ID: "ec2", Name: "EC2", Short: "EC2", Category: model.Infrastructure},
		{ID: "s3", Name: "S3", Short: "S3", Category: model.Abstracted},
	}
	var cells []model.Cell
	for i, layer := range layers {
		for _, service := range services {
			cells = append(cells, model.Cell{
				Service: service.ID, Layer: layer.ID, Party: []model.Party{model.AWS, model.Customer}[i], AWS: "does", You: "do", Why: "so",
				Sources: []string{"https://docs.aws.amazon.com/"}, Basis: model.Stated, Graded: true, Lesson: "l1.a",
			})
		}
	}
	var err error
	if spec.Matrix, err = model.NewMatrix(layers, services, cells); err != nil {
		tb.Fatal(err)
	}
	c, err := model.NewCourse(spec)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func smallQuestion(tb testing.TB, objective model.ObjectiveID, n int) model.Question {
	tb.Helper()
	spec := model.QuestionSpec{
		ID: model.QuestionID(fmt.Sprintf("%s-%d", objective, n)), Revision: 1, Lesson: model.LessonID("l" + objective),
		Objectives: []model.ObjectiveID{objective}, Difficulty: 2, Stem: "?",
	}
	switch n {
	case 0, 1:
		spec.Pair = "a/b"
	case 2, 3:
		spec.Cells = []model.CellRef{{Service: "ec2", Layer: "data"}}
	}
	for i := range 4 {
		spec.Options = append(spec.Options, model.Option{ID: fmt.Sprint(i), Text: fmt.Sprint(i), Correct: i == 0})
	}
	q, err := model.NewQuestion(spec)
	if err != nil {
		tb.Fatal(err)
	}
	return q
}

// question is an item of the small course.
func question(objective string, n int) model.Item {
	return model.QuestionItem(model.QuestionID(fmt.Sprintf("%s-%d", objective, n)), 1)
}

// allQuestions are the items of all questions of a course.
func allQuestions(c *model.Course) (all []model.Item) {
	for _, q := range c.Questions() {
		all = append(all, model.QuestionItem(q.ID(), q.Revision()))
	}
	return all
}

// asked is a learner who was asked some items once, at a moment.
func asked(at time.Time, r recall.Rating, items ...model.Item) recall.Learner {
	l := recall.Learner{Traces: map[model.Item]recall.Trace{}, Read: map[model.LessonID]time.Time{}}
	for _, item := range items {
		l.Traces[item] = recall.Trace{}.After(at, r)
	}
	return l
}

// about is what a pick must not share with its neighbour.
func about(c *model.Course, item model.Item) (keys []string) {
	for _, q := range c.Questions() {
		if model.QuestionItem(q.ID(), q.Revision()) != item {
			continue
		}
		if q.Pair() != "" {
			keys = append(keys, string(q.Pair()))
		}
		for _, ref := range q.Cells() {
			keys = append(keys, ref.String())
		}
	}
	for _, cell := range c.Matrix().Cells() {
		if model.CellItem(cell) == item {
			keys = append(keys, cell.Ref().String())
		}
	}
	return keys
}
