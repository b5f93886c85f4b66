// Package content turns a folder of Markdown and YAML into a course: the one
// that is built in, or any other. What is wrong with a folder is reported all
// at once, each fault with its file, line and column.
package content

import (
	_ "embed" // for course.json
	"encoding/json"
	"fmt"
	"strings"

	"whose/model"
)

//go:generate go test . -run ^TestCourseJSON$ -count=1 -accept

// courseJSON is the built-in course as Encode writes it: reading the YAML would
// cost a start of the program fifty times as much.
//
//go:embed course.json
var courseJSON string

// Embedded is the built-in course. An error means that the program was built
// from a damaged course.json.
func Embedded() (*model.Course, error) {
	course, err := decode(courseJSON)
	if err != nil {
		return nil, fmt.Errorf("the built-in course: %w", err)
	}
	return course, nil
}

// EmbeddedID is the built-in course's id. It reads no further than that.
func EmbeddedID() (string, error) {
	var course head
	d := json.NewDecoder(strings.NewReader(courseJSON))
	for range 2 { // the opening brace and the key "course"
		if _, err := d.Token(); err != nil {
			return "", fmt.Errorf("the built-in course: %w", err)
		}
	}
	if err := d.Decode(&course); err != nil {
		return "", fmt.Errorf("the built-in course: %w", err)
	}
	return course.ID, nil
}
