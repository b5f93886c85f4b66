// Package content turns a folder of Markdown and YAML into a course: the one
// that is built in, or any other. What is wrong with a folder is reported all
// at once, each fault with its file, line and column.
package content

import (
	_ "embed" // for course.lz4
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/pierrec/lz4/v4"

	"whose/model"
)

//go:generate go test . -run ^TestCourseJSON$ -count=1 -accept

// packed is course.json, which is the built-in course as Encode writes it:
// reading the YAML would cost a start of the program fifty times as much. Its
// first four bytes are the length of the text, the rest is one LZ4 block.
//
//go:embed course.lz4
var packed []byte

// courseJSON is the text in packed.
var courseJSON = sync.OnceValues(func() (string, error) {
	if len(packed) < lengthBytes {
		return "", errors.New("the built-in course: there is nothing in it")
	}
	text := make([]byte, binary.BigEndian.Uint32(packed))
	n, err := lz4.UncompressBlock(packed[lengthBytes:], text)
	if err != nil {
		return "", fmt.Errorf("the built-in course: %w", err)
	}
	return string(text[:n]), nil
})

const lengthBytes = 4

// EmbeddedID is the built-in course's id, known without reading the course.
const EmbeddedID = "clf-c02-domain-2"

// Embedded is the built-in course. An error means that the program was built
// from a damaged one.
func Embedded() (*model.Course, error) {
	text, err := courseJSON()
	if err != nil {
		return nil, err
	}
	course, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("the built-in course: %w", err)
	}
	return course, nil
}
