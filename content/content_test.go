package content_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"whose/content"
)

var accept = flag.Bool("accept", false, "write course.json anew from the authored files")

// The embedded course must be what the authored files say today.
func TestCourseJSON(t *testing.T) {
	course, _, faults := content.Load(os.DirFS("."))
	if len(faults) > 0 {
		t.Fatalf("the course has faults:\n%v", faults)
	}
	want, err := content.Encode(course)
	if err != nil {
		t.Fatal(err)
	}
	if *accept {
		if err := os.WriteFile("course.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile("course.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("course.json is not what the authored files say: run go generate ./content")
	}
}

func TestTheBuiltInCourseIsTheAuthoredOne(t *testing.T) {
	source, _, faults := content.Load(os.DirFS("."))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	embedded, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if id, err := content.EmbeddedID(); err != nil || id != embedded.ID() {
		t.Errorf("its id is %q, %v; want %q", id, err, embedded.ID())
	}
	if encode(t, source) != encode(t, embedded) {
		t.Error("the two differ")
	}
}

func TestCount(t *testing.T) {
	course, _, _ := content.Load(os.DirFS("testdata/course"))
	want := content.Counts{
		Objectives: 2, Lessons: 2, Minutes: 10,
		Services: 2, Layers: 2, Cells: 4, Graded: 3, Shared: 1, Inferred: 1,
		Questions: 4, Multiple: 1, Difficulty: [3]int{1, 2, 1},
		Concepts: 2, Pairs: 1, Terms: 2, Incidents: 1,
	}
	if got := content.Count(course); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
