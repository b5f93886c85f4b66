package content

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// Every start of the program reads the course by the quick way.
func TestScanReadsTheBuiltInCourse(t *testing.T) {
	text, err := courseJSON()
	if err != nil {
		t.Fatal(err)
	}
	var got, want document
	if !scan(text, &got) {
		t.Fatal("it could not")
	}
	if err := json.Unmarshal([]byte(text), &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("encoding/json reads it differently")
	}
}

func TestScanLeavesToEncodingJSONWhatItDoesNotKnow(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                "",
		"cut off":                `{"pairs": [{"id":"a"`,
		"cut off in a text":      `{"course": {"id":"a`,
		"cut off in an escape":   `{"course": {"id":"a\`,
		"another key":            `{"colour": "red"}`,
		"another case":           `{"Course": {}}`,
		"a key twice":            `{"course": {"id":"a"}, "course": {}}`,
		"null":                   `{"pairs": null}`,
		"another kind":           `{"course": {"id":1}}`,
		"a fraction":             `{"lessons": [{"minutes":1.5}]}`,
		"a negative number":      `{"lessons": [{"minutes":-1}]}`,
		"a number with a zero":   `{"lessons": [{"minutes":01}]}`,
		"a huge number":          `{"lessons": [{"minutes":99999999999999999999}]}`,
		"no number":              `{"lessons": [{"minutes":}]}`,
		"a bad party":            `{"cells": [{"party":"amazon"}]}`,
		"a comma too many":       `{"pairs": [{},]}`,
		"no comma":               `{"pairs": [{} {}]}`,
		"no colon":               `{"pairs" []}`,
		"a line break in a text": "{\"course\": {\"id\":\"a\nb\"}}",
		"an unknown escape":      `{"course": {"id":"\x"}}`,
		"what is not UTF-8":      "{\"course\": {\"id\":\"\xff\"}}",
		"something behind":       `{}{}`,
	} {
		if scan(text, new(document)) {
			t.Errorf("%s: it was read", name)
		}
	}
}

// Whatever scan reads, encoding/json reads alike.
func FuzzScan(f *testing.F) {
	course, _, faults := Load(os.DirFS("testdata/course"))
	if len(faults) > 0 {
		f.Fatal(faults)
	}
	good, err := Encode(course)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		string(good), "{}", `{"pairs": []}`, `{ "pairs" :[ {"id":"a\"\\\n\/\u00e9\ud83d\ude00\ud800"} , {} ] } `, `{"cells": [{"graded":true,"party":"aws"},{"graded":false}]}`,
		`{"questions": [{"cells":["a/b"],"difficulty":0,"revision":12}]}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got, want document
		if !scan(text, &got) {
			return
		}
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatalf("scan reads what encoding/json refuses: %v", err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("scan reads\n%+v\nand encoding/json\n%+v", got, want)
		}
	})
}
