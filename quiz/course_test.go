package quiz_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"pgregory.net/rapid"

	"whose/model"
)

// failer is what *testing.T and *rapid.T have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

var services = []model.Service{
	{ID: "ec2", Name: "Amazon EC2", Short: "EC2", Category: model.Infrastructure},
	{ID: "rds", Name: "Amazon RDS", Short: "RDS", Category: model.Container, From: []model.ServiceID{"ec2"}},
	{ID: "s3", Name: "Amazon S3", Short: "S3", Category: model.Abstracted, From: []model.ServiceID{"ec2"}},
	{ID: "lambda", Name: "AWS Lambda", Short: "Lambda", Category: model.Abstracted, From: []model.ServiceID{"ec2"}},
	{ID: "fargate", Name: "AWS Fargate", Short: "Fargate", Category: model.Container, From: []model.ServiceID{"ec2"}},
	{ID: "ebs", Name: "Amazon EBS", Short: "EBS", Category: model.Infrastructure},
}

// grid has a row for each layer and a letter for each service: A AWS, C the
// customer, S shared, - none; in lower case it is not graded.
var grid = []string{
	"hardware    AAAAAA replacing failed servers",
	"host        AAAAAA patching the hypervisor",
	"guest-os    CAAAA- patching the guest operating system",
	"hardening   CAAAA- hardening the guest operating system",
	"engine      CSAAsA patching the engine",
	"application CCCCC- fixing the application code",
	"firewall    CCSsCc deciding which traffic may get in",
	"identity    CCCCCC deciding who may use it",
	"encryption  SSSSSS encrypting the stored data",
	"data        CCCCCC classifying the data",
}

var parties = map[string]model.Party{"A": model.AWS, "C": model.Customer, "S": model.Shared, "-": model.None}

func cells(rows []string) (layers []model.Layer, all []model.Cell) {
	for _, row := range rows {
		fields := strings.SplitN(strings.Join(strings.Fields(row), " "), " ", 3)
		id := model.LayerID(fields[0])
		layers = append(layers, model.Layer{ID: id, Name: fields[0], Short: fields[0], Task: fields[2]})
		for i, letter := range strings.Split(fields[1], "") {
			service := services[i]
			cell := model.Cell{
				Service: service.ID, Layer: id, Party: parties[strings.ToUpper(letter)],
				AWS: "does its part of " + fields[0], You: "do your part of " + fields[0],
				Why:     fmt.Sprintf("This is why, on %s, %s is so", service.Short, fields[0]),
				Sources: []string{"https://docs.aws.amazon.com/" + string(service.ID)},
				Basis:   model.Stated, Graded: letter == strings.ToUpper(letter), Lesson: "halves",
			}
			if i == 1 || i == 2 { // RDS and S3
				cell.Lesson = "moving"
			}
			if cell.Party == model.Shared {
				cell.Exam = model.Customer
				cell.Cues = []model.Cue{
					{Side: model.AWS, Words: "underlying, by default", Ask: "running the machinery of " + fields[0]},
					{Side: model.Customer, Words: "choose, enable", Ask: "choosing the settings of " + fields[0]},
				}
			}
			all = append(all, cell)
		}
	}
	return layers, all
}

// option ids name their concept; those in capitals are right.
func question(id string, cell model.CellRef, objective model.ObjectiveID, options ...string) model.QuestionSpec {
	q := model.QuestionSpec{
		ID: model.QuestionID(id), Revision: 1, Lesson: "halves", Difficulty: 1,
		Objectives: []model.ObjectiveID{objective}, Cells: []model.CellRef{cell},
		Stem: "Stem of " + id + "?", Sources: []string{"https://docs.aws.amazon.com/" + id},
	}
	for _, o := range options {
		concept, name, found := strings.Cut(o, ":")
		if !found {
			concept, name = "", o
		}
		q.Options = append(q.Options, model.Option{
			ID: name, Text: "Text of " + name, Correct: strings.ToUpper(name) == name,
			Reason: "Reason of " + name, Concept: model.ConceptID(concept),
		})
	}
	return q
}

func questions() []model.QuestionSpec {
	guest := model.CellRef{Service: "rds", Layer: "guest-os"}
	data := model.CellRef{Service: "s3", Layer: "data"}
	return []model.QuestionSpec{
		question("os", guest, "2.1.s3", "guest:GUEST", "host:host", "keys:p", "q"),
		question("disks", model.CellRef{Service: "ec2", Layer: "hardware"}, "2.1.s3", "A", "b", "c", "d"),
		question("files", data, "2.1.s2", "A", "b", "c", "d"),
		question("two", data, "2.1.s2", "guest:A", "keys:B", "host:c", "d", "e"),
		question("model", guest, "2.1.k1", "A", "b", "c", "d"),
	}
}

func spec(rows []string) model.CourseSpec {
	objectives := []model.Objective{}
	for _, id := range []model.ObjectiveID{"2.1.k1", "2.1.s2", "2.1.s3", "2.1.s4", "2.1.s5"} {
		objectives = append(objectives, model.Objective{ID: id, Task: "2.1", Text: "Say " + string(id)})
	}
	return model.CourseSpec{
		ID: "course", Title: "A course", Version: "1",
		Tasks:      []model.Task{{ID: "2.1", Name: "Shared responsibility"}, {ID: "2.2", Name: "Security"}},
		Objectives: append(objectives, model.Objective{ID: "2.2.k1", Task: "2.2", Text: "Nothing is asked on it"}),
		Lessons: []model.Lesson{
			{ID: "halves", Title: "Two halves", Objectives: []model.ObjectiveID{"2.1.k1"}, Checks: []model.QuestionID{"two", "os"}},
			{ID: "moving", Title: "The line moves", Objectives: []model.ObjectiveID{"2.1.s2"}},
		},
		Concepts: []model.Concept{{ID: "guest"}, {ID: "host"}, {ID: "keys"}},
	}
}

// build makes a course of the grid's form; change may alter what it is made of.
func build(t failer, rows []string, change func(*model.CourseSpec, []model.Cell, []model.QuestionSpec)) *model.Course {
	t.Helper()
	s := spec(rows)
	layers, all := cells(rows)
	asked := questions()
	if change != nil {
		change(&s, all, asked)
	}
	matrix, err := model.NewMatrix(layers, services, all)
	if err != nil {
		t.Fatalf("the matrix: %v", err)
	}
	s.Matrix = matrix
	for _, q := range asked {
		made, err := model.NewQuestion(q)
		if err != nil {
			t.Fatalf("the question: %v", err)
		}
		s.Questions = append(s.Questions, made)
	}
	c, err := model.NewCourse(s)
	if err != nil {
		t.Fatalf("the course: %v", err)
	}
	return c
}

func course(t failer) *model.Course {
	t.Helper()
	return build(t, grid, nil)
}

// anyCourse is a course with any parties, graded or not, on the grid's layers.
func anyCourse(t *rapid.T) *model.Course {
	var rows []string
	for _, row := range grid {
		fields := strings.SplitN(strings.Join(strings.Fields(row), " "), " ", 3)
		letters := rapid.StringMatching(`[ACACACSacs-]{6}`).Draw(t, fields[0])
		rows = append(rows, fields[0]+" "+letters+" "+fields[2])
	}
	return build(t, rows, nil)
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

func anySeed(t *rapid.T) *rand.Rand { return seeded(rapid.Uint64().Draw(t, "seed")) }
