package model_test

import (
	"strings"
	"testing"

	"whose/model"
)

// goodCourse has two lessons, and a question that refers to everything.
func goodCourse(t *testing.T, edit func(*model.QuestionSpec)) *model.CourseSpec {
	t.Helper()
	g := goodGrid()
	g.cells[0].Lesson, g.cells[1].Lesson = "first", "second"
	matrix, err := g.build()
	if err != nil {
		t.Fatal(err)
	}
	spec := goodQuestion(4, 1)
	spec.Objectives = []model.ObjectiveID{"2.1.k1"}
	spec.Concepts = []model.ConceptID{"guest"}
	spec.Cells = []model.CellRef{{Service: "rds", Layer: "host"}}
	spec.Pair = "guest/host"
	spec.Options[1].Concept = "host"
	edit(&spec)
	question, err := model.NewQuestion(spec)
	if err != nil {
		t.Fatal(err)
	}
	incident, err := model.NewIncident(goodStory())
	if err != nil {
		t.Fatal(err)
	}
	return &model.CourseSpec{
		ID: "c", Title: "Course", Version: "1",
		Tasks:      []model.Task{{ID: "2.1"}},
		Objectives: []model.Objective{{ID: "2.1.k1", Task: "2.1"}},
		Matrix:     matrix,
		Lessons: []model.Lesson{
			{ID: "first", Objectives: []model.ObjectiveID{"2.1.k1"}, Checks: []model.QuestionID{"os"}},
			{ID: "second", Requires: []model.LessonID{"first"}},
		},
		Questions: []model.Question{question},
		Concepts:  []model.Concept{{ID: "guest"}, {ID: "host"}},
		Pairs:     []model.Pair{{ID: "guest/host", First: "guest", Second: "host"}},
		Glossary:  []model.Term{{ID: "patch", Term: "patch"}},
		Incidents: []model.Incident{incident},
	}
}

func TestNewCourseFindsItsParts(t *testing.T) {
	c, err := model.NewCourse(*goodCourse(t, func(*model.QuestionSpec) {}))
	if err != nil {
		t.Fatal(err)
	}
	if n := c.LessonNumber("second"); n != 2 {
		t.Errorf("the second lesson is number %d", n)
	}
	if n := c.LessonNumber("third"); n != 0 {
		t.Errorf("a lesson that is not there is number %d", n)
	}
	if got := c.QuestionsOn(model.CellRef{Service: "rds", Layer: "host"}); len(got) != 1 || got[0] != "os" {
		t.Errorf("the questions on the cell are %v", got)
	}
	if k, ok := c.Concept("host"); !ok || k.ID != "host" {
		t.Errorf("the concept is %v, %v", k, ok)
	}
	if p, ok := c.Pair("guest/host"); !ok || p.Second != "host" {
		t.Errorf("the pair is %v, %v", p, ok)
	}
	if term, ok := c.Term("patch"); !ok || term.Term != "patch" {
		t.Errorf("the term is %v, %v", term, ok)
	}
	if in, ok := c.Incident("leak"); !ok || in.Title() != "The leak" {
		t.Errorf("the incident is %v, %v", in, ok)
	}
	if _, ok := c.Question("nothing"); ok {
		t.Error("a question that is not there was found")
	}
}

func TestATaskWithoutAWeightWeighsOne(t *testing.T) {
	spec := goodCourse(t, func(*model.QuestionSpec) {})
	spec.Tasks = append(spec.Tasks, model.Task{ID: "2.2", Weight: 100})
	c, err := model.NewCourse(*spec)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Tasks(); got[0].Weight != 1 || got[1].Weight != 100 {
		t.Errorf("the tasks are %+v", got)
	}
	if spec.Tasks[0].Weight != 0 {
		t.Error("the caller's tasks were changed")
	}
}

func TestACourseHoldsWhatItsItemsName(t *testing.T) {
	c, err := model.NewCourse(*goodCourse(t, func(*model.QuestionSpec) {}))
	if err != nil {
		t.Fatal(err)
	}
	host := model.CellRef{Service: "rds", Layer: "host"}
	cell, _ := c.Matrix().Cell(host)
	other := model.Customer
	if cell.Party == other {
		other = model.AWS
	}
	tests := []struct {
		subject model.Subject
		want    bool
	}{
		{model.Subject{Question: "os", Revision: 1}, true},
		{model.Subject{Question: "os", Revision: 2}, false},
		{model.Subject{Question: "vm", Revision: 1}, false},
		{model.Subject{Cell: host, Party: cell.Party}, true},
		{model.Subject{Cell: host, Party: other}, false},
		{model.Subject{Cell: model.CellRef{Service: "rds", Layer: "os"}, Party: cell.Party}, false},
	}
	for _, test := range tests {
		if got := c.Holds(test.subject); got != test.want {
			t.Errorf("%+v: %v, want %v", test.subject, got, test.want)
		}
	}
}

func TestNewCourseRefusesReferencesThatLeadNowhere(t *testing.T) {
	course := func(edit func(*model.CourseSpec)) func(t *testing.T) *model.CourseSpec {
		return func(t *testing.T) *model.CourseSpec {
			spec := goodCourse(t, func(*model.QuestionSpec) {})
			edit(spec)
			return spec
		}
	}
	question := func(edit func(*model.QuestionSpec)) func(t *testing.T) *model.CourseSpec {
		return func(t *testing.T) *model.CourseSpec { return goodCourse(t, edit) }
	}
	incident := func(edit func(*model.Step)) func(t *testing.T) *model.CourseSpec {
		story := goodStory()
		edit(&story.Steps[0])
		return course(func(c *model.CourseSpec) { c.Incidents[0], _ = model.NewIncident(story) })
	}
	tests := []struct {
		name string
		spec func(t *testing.T) *model.CourseSpec
		want string
	}{
		{"no matrix", course(func(c *model.CourseSpec) { c.Matrix = nil }), "no matrix"},
		{"double lesson", course(func(c *model.CourseSpec) { c.Lessons[1].ID = "first" }), "lesson first stands twice"},
		{"double question", course(func(c *model.CourseSpec) { c.Questions = append(c.Questions, c.Questions[0]) }), "question os stands twice"},
		{"double objective", course(func(c *model.CourseSpec) { c.Objectives = append(c.Objectives, c.Objectives[0]) }), "objective 2.1.k1 stands twice"},
		{"double concept", course(func(c *model.CourseSpec) { c.Concepts = append(c.Concepts, c.Concepts[0]) }), "concept guest stands twice"},
		{"double pair", course(func(c *model.CourseSpec) { c.Pairs = append(c.Pairs, c.Pairs[0]) }), "pair guest/host stands twice"},
		{"double term", course(func(c *model.CourseSpec) { c.Glossary = append(c.Glossary, c.Glossary[0]) }), "term patch stands twice"},
		{"double incident", course(func(c *model.CourseSpec) { c.Incidents = append(c.Incidents, c.Incidents[0]) }), "incident leak stands twice"},
		{"incident to cell", incident(func(s *model.Step) { s.Cell.Layer = "os" }), "incident leak, step s1: there is no cell rds/os"},
		{"incident to lesson", incident(func(s *model.Step) { s.Lesson = "zero" }), `incident leak, step s1: there is no lesson "zero"`},
		{"negative weight", course(func(c *model.CourseSpec) { c.Tasks[0].Weight = -1 }), "task 2.1: its weight is -1"},
		{"weight too great", course(func(c *model.CourseSpec) { c.Tasks[0].Weight = 101 }), "task 2.1: its weight is 101: use 1 to 100"},
		{"objective to task", course(func(c *model.CourseSpec) { c.Objectives[0].Task = "2.9" }), "no task 2.9"},
		{"lesson to lesson", course(func(c *model.CourseSpec) { c.Lessons[1].Requires[0] = "zero" }), "no lesson zero"},
		{"lesson to objective", course(func(c *model.CourseSpec) { c.Lessons[0].Objectives[0] = "2.1.k9" }), "no objective 2.1.k9"},
		{"lesson to question", course(func(c *model.CourseSpec) { c.Lessons[0].Checks[0] = "vm" }), "no question vm"},
		{"cell to lesson", course(func(c *model.CourseSpec) { c.Lessons = c.Lessons[:1] }), `cell rds/data: there is no lesson "second"`},
		{"pair to concept", course(func(c *model.CourseSpec) { c.Pairs[0].Second = "vm" }), `pair guest/host: there is no concept "vm"`},
		{"question to lesson", question(func(q *model.QuestionSpec) { q.Lesson = "zero" }), `no lesson "zero"`},
		{"question to objective", question(func(q *model.QuestionSpec) { q.Objectives[0] = "2.1.k9" }), "no objective 2.1.k9"},
		{"question to cell", question(func(q *model.QuestionSpec) { q.Cells[0].Layer = "os" }), "no cell rds/os"},
		{"question to concept", question(func(q *model.QuestionSpec) { q.Concepts[0] = "vm" }), `question os: there is no concept "vm"`},
		{"option to concept", question(func(q *model.QuestionSpec) { q.Options[1].Concept = "vm" }), `question os: there is no concept "vm"`},
		{"question to pair", question(func(q *model.QuestionSpec) { q.Pair = "guest/vm" }), `no pair "guest/vm"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := model.NewCourse(*test.spec(t))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, want one with %q", err, test.want)
			}
		})
	}
}
