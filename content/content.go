// Package content turns a folder of Markdown and YAML into a course: the one
// that is built in, or any other. What is wrong with a folder is reported all
// at once, each fault with its file, line and column.
package content

import (
	"embed"
	"fmt"
	"io/fs"

	"whose/model"
)

//go:generate go test . -run ^TestCourseJSON$ -count=1 -accept

// courseJSON is the built-in course as Encode writes it: reading the YAML would
// cost a start of the program fifty times as much.
//
//go:embed course.json
var courseJSON []byte

// sources are the files that courseJSON is made from.
//
//go:embed course.yaml objectives.yaml pairs.yaml lessons matrix questions
var sources embed.FS

// Embedded is the built-in course. An error means that the program was built
// from a damaged course.json.
func Embedded() (*model.Course, error) {
	course, err := Decode(courseJSON)
	if err != nil {
		return nil, fmt.Errorf("the built-in course: %w", err)
	}
	return course, nil
}

// Source is the folder that the built-in course was made from, in the form that
// Load reads.
func Source() fs.FS { return sources }
