package content_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"whose/content"
	"whose/model"
)

func TestDecodeReadsWhatEncodeWrites(t *testing.T) {
	want, _, faults := content.Load(os.DirFS("testdata/course"))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	written := encode(t, want)
	got, err := content.Decode([]byte(written))
	if err != nil {
		t.Fatal(err)
	}
	if again := encode(t, got); again != written {
		t.Error("the course reads back differently")
	}
	if !reflect.DeepEqual(got.Questions()[0].Spec(), want.Questions()[0].Spec()) {
		t.Errorf("the first question is %+v, want %+v", got.Questions()[0].Spec(), want.Questions()[0].Spec())
	}
	if !reflect.DeepEqual(got.Incidents()[0], want.Incidents()[0]) {
		t.Error("the incident reads back differently")
	}
	if !reflect.DeepEqual(got.Matrix().Services()[1].Variants, want.Matrix().Services()[1].Variants) {
		t.Error("the variants read back differently")
	}
	if !reflect.DeepEqual(got.Matrix().Cells(), want.Matrix().Cells()) {
		t.Error("the cells read back differently")
	}
}

// Any text survives the way to JSON and back.
func TestAnyTextReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		matrix, err := model.NewMatrix(
			[]model.Layer{{ID: "host", Task: text}}, []model.Service{{ID: "rds", Words: []string{text}}},
			[]model.Cell{{Service: "rds", Layer: "host", Party: model.AWS, Basis: model.Stated, Why: text, Lesson: "first"}})
		if err != nil {
			t.Fatal(err)
		}
		course, err := model.NewCourse(model.CourseSpec{
			ID: "c", Title: text, Version: "1", Matrix: matrix,
			Lessons: []model.Lesson{{ID: "first", Title: text, Markdown: text}},
		})
		if err != nil {
			t.Fatal(err)
		}
		data, err := content.Encode(course)
		if err != nil {
			t.Fatal(err)
		}
		again, err := content.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		cell := again.Matrix().At(0, 0)
		for _, got := range []string{
			again.Title(), again.Lessons()[0].Markdown, cell.Why,
			again.Matrix().Layers()[0].Task, again.Matrix().Services()[0].Words[0],
		} {
			if got != text {
				t.Fatalf("%q reads back as %q", text, got)
			}
		}
	})
}

// The shape is what other programs read: lists are never null, and only a
// shared cell has an exam reading.
func TestTheShapeOfTheJSON(t *testing.T) {
	course, _, _ := content.Load(os.DirFS("testdata/course"))
	written := encode(t, course)
	var parts map[string]any
	if err := json.Unmarshal([]byte(written), &parts); err != nil {
		t.Fatal(err)
	}
	keys := map[string]string{
		"tasks":      "id name short weight",
		"objectives": "id task text",
		"layers":     "id name short",
		"services":   "id name short category words what variants trap",
		"concepts":   "id name words",
		"pairs":      "id first second",
		"glossary":   "id term text words",
		"incidents":  "id title opening start steps endings",
		"cells":      "service layer party aws you why sources basis graded lesson",
		"lessons":    "id title requires objectives minutes checks markdown",
		"questions":  "id revision lesson objectives concepts cells difficulty stem options sources",
	}
	for name, want := range keys {
		first := parts[name].([]any)[0].(map[string]any)
		for key := range strings.FieldsSeq(want) {
			if _, ok := first[key]; !ok {
				t.Errorf("%s has no %q", name, key)
			}
		}
	}
	for _, cell := range parts["cells"].([]any) {
		cell := cell.(map[string]any)
		_, exam := cell["exam"]
		_, cues := cell["cues"]
		if shared := cell["party"] == "shared"; exam != shared || cues != shared {
			t.Errorf("the cell %v/%v is %v and has exam: %v, cues: %v", cell["service"], cell["layer"], cell["party"], exam, cues)
		}
	}
	if line := strings.Split(written, "\n")[1]; line != `"course": {"id":"small","title":"A small course","version":"1.0.0","complete":false},` {
		t.Errorf("the second line is %s", line)
	}
}

func TestAbsentListsAreWrittenAsEmptyOnes(t *testing.T) {
	matrix, err := model.NewMatrix(
		[]model.Layer{{ID: "host"}}, []model.Service{{ID: "rds"}},
		[]model.Cell{{Service: "rds", Layer: "host", Party: model.AWS, Basis: model.Stated, Lesson: "first"}})
	if err != nil {
		t.Fatal(err)
	}
	question, err := model.NewQuestion(model.QuestionSpec{
		ID: "q", Revision: 1, Lesson: "first", Difficulty: 1, Stem: "Who?",
		Options: []model.Option{{ID: "a", Correct: true}, {ID: "b"}, {ID: "c"}, {ID: "d"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	course, err := model.NewCourse(model.CourseSpec{
		Matrix: matrix, Lessons: []model.Lesson{{ID: "first"}}, Questions: []model.Question{question},
	})
	if err != nil {
		t.Fatal(err)
	}
	if written := encode(t, course); strings.Contains(written, "null") {
		t.Errorf("the JSON holds a null:\n%s", written)
	}
}

func TestDecodeRefusesWhatIsNoCourse(t *testing.T) {
	course, _, _ := content.Load(os.DirFS("testdata/course"))
	good := encode(t, course)
	for name, bad := range map[string]string{
		"empty":               "",
		"cut off":             good[:len(good)/2],
		"unknown party":       strings.Replace(good, `"party":"aws"`, `"party":"amazon"`, 1),
		"missing cell":        strings.Replace(good, `"layer":"platform-patching"`, `"layer":"guest-os-patching"`, 1),
		"no right option":     strings.ReplaceAll(good, `"correct":true`, `"correct":false`),
		"unknown lesson":      strings.Replace(good, `"lesson":"first"`, `"lesson":"zero"`, 1),
		"incident in circles": strings.Replace(good, `"next":"well"`, `"next":"mail"`, 1),
		"something behind":    good + "{}",
		"cell without name":   strings.Replace(good, `"cells":["rds/guest-os-patching"]`, `"cells":["rds"]`, 1),
	} {
		if bad == good {
			t.Errorf("%s: the text was not changed", name)
		}
		if _, err := content.Decode([]byte(bad)); err == nil {
			t.Errorf("%s: Decode took it", name)
		}
	}
}
