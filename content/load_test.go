package content_test

import (
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"whose/content"
	"whose/model"
)

// small is a copy in memory of the good course in testdata/course.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	copied := fstest.MapFS{}
	good := os.DirFS("testdata/course")
	err := fs.WalkDir(good, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(good, name)
		copied[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

// replace changes the one place in a file where old stands.
func replace(t *testing.T, fsys fstest.MapFS, file, old, now string) {
	t.Helper()
	text := string(fsys[file].Data)
	if n := strings.Count(text, old); n != 1 {
		t.Fatalf("%s has %q %d times, not once", file, old, n)
	}
	fsys[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, now, 1))}
}

// heads gives the faults without their messages: "file:line:column: rule".
func heads(faults content.Faults) []string {
	all := make([]string, len(faults))
	for i, f := range faults {
		all[i] = f.Place.String() + ": " + f.Rule
	}
	return all
}

func TestLoadReadsAGoodCourse(t *testing.T) {
	course, places, faults := content.Load(small(t))
	if len(faults) > 0 {
		t.Fatalf("faults in a good course:\n%v", faults)
	}
	if tasks := course.Tasks(); len(tasks) != 1 || tasks[0].Weight != 1 {
		t.Errorf("the tasks are %+v, want one of weight 1", tasks)
	}
	if course.ID() != "small" || course.Title() != "A small course" || course.Version() != "1.0.0" {
		t.Errorf("the course is %q %q %q", course.ID(), course.Title(), course.Version())
	}
	lesson, _ := course.Lesson("second")
	if !strings.HasPrefix(lesson.Markdown, "On RDS") || !strings.HasSuffix(lesson.Markdown, "The line moves.\n") {
		t.Errorf("the Markdown is %q", lesson.Markdown)
	}
	cell, _ := course.Matrix().Cell(model.CellRef{Service: "rds", Layer: "platform-patching"})
	if cell.Party != model.Shared || cell.Exam != model.AWS || len(cell.Cues) != 1 || cell.Cues[0].Side != model.Customer {
		t.Errorf("the cell is %+v", cell)
	}
	question, _ := course.Question("ec2-os")
	if got := question.Stem(); got != "A company runs an instance on Amazon EC2. What does it patch?" {
		t.Errorf("the stem is %q", got)
	}
	rds, _ := course.Matrix().Service("rds")
	variant := model.Variant{
		Name: "RDS Custom", Moves: "The operating system is open to you.", Cells: []model.LayerID{"guest-os-patching"},
		Source: "https://docs.aws.amazon.com/rds/",
	}
	if !reflect.DeepEqual(rds.Variants, []model.Variant{variant}) || !strings.HasPrefix(rds.What, "A data") || !strings.HasPrefix(rds.Trap, "There") {
		t.Errorf("the service is %+v", rds)
	}
	term, _ := course.Term("guest-os")
	if term.Term != "guest operating system" || !slices.Equal(term.Words, []string{"guest OS"}) {
		t.Errorf("the term is %+v", term)
	}
	incident, _ := course.Incident("old-engine")
	if step, ok := incident.Step("host"); !ok || step.Cell.String() != "rds/guest-os-patching" || len(step.Choices) != 2 {
		t.Errorf("the step is %+v", step)
	}
	if course.Complete() {
		t.Error("the course claims to be complete")
	}
	want := map[string]content.Place{
		"objective": {File: "objectives.yaml", Line: 5, Column: 10},
		"pair":      {File: "pairs.yaml", Line: 5, Column: 10},
		"term":      {File: "glossary.yaml", Line: 3, Column: 10},
		"service":   {File: "matrix/ec2.yaml", Line: 1, Column: 1},
		"incident":  {File: "incidents/old-engine.yaml", Line: 1, Column: 5},
		"step":      {File: "incidents/old-engine.yaml", Line: 13, Column: 5},
		"ending":    {File: "incidents/old-engine.yaml", Line: 36, Column: 5},
		"lesson":    {File: "lessons/01-first.md", Line: 9, Column: 1},
		"cell":      {File: "matrix/rds.yaml", Line: 20, Column: 3},
		"question":  {File: "questions/first.yaml", Line: 18, Column: 3},
		"option":    {File: "questions/first.yaml", Line: 28, Column: 7},
	}
	got := map[string]content.Place{
		"objective": places.Objectives["2.1.s5"],
		"pair":      places.Pairs["guest-os/host-os"],
		"term":      places.Terms["patch"],
		"service":   places.Services["ec2"],
		"incident":  places.Incidents["old-engine"],
		"step":      places.Steps[content.StepRef{Incident: "old-engine", Step: "plan"}],
		"ending":    places.Steps[content.StepRef{Incident: "old-engine", Step: "late"}],
		"lesson":    places.Lessons["first"],
		"cell":      places.Cells[cell.Ref()],
		"question":  places.Questions["ec2-two"],
		"option":    places.Options[content.OptionRef{Question: "ec2-two", Option: "app"}],
	}
	for what, place := range want {
		if got[what] != place {
			t.Errorf("the %s stands at %v, want %v", what, got[what], place)
		}
	}
}

func TestLoadReadsWindowsLineBreaksAndByteOrderMarks(t *testing.T) {
	fsys := small(t)
	want, _, _ := content.Load(fsys)
	for name, file := range fsys {
		fsys[name] = &fstest.MapFile{Data: []byte("\ufeff" + strings.ReplaceAll(string(file.Data), "\n", "\r\n"))}
	}
	got, _, faults := content.Load(fsys)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if encode(t, got) != encode(t, want) {
		t.Error("the course differs")
	}
}

func encode(t *testing.T, c *model.Course) string {
	t.Helper()
	data, err := content.Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestLoadReadsTheWeightOfATask(t *testing.T) {
	fsys := small(t)
	replace(t, fsys, "objectives.yaml", "short: Shared model", "short: Shared model, weight: 7")
	course, _, faults := content.Load(fsys)
	if len(faults) > 0 || course.Tasks()[0].Weight != 7 {
		t.Errorf("the tasks are %+v, %v", course.Tasks(), faults)
	}
}
