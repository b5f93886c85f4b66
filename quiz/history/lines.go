package history

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
)

// lineReader remembers where lines end, to say where a fault is.
type lineReader struct {
	r    io.Reader
	read int64
	ends []int64 // offsets of the newlines
}

// Read reads on.
func (l *lineReader) Read(p []byte) (n int, err error) {
	n, err = l.r.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	return n, err
}

// locate adds to an error the line and the byte that the decoder came to.
func (l *lineReader) locate(dec *json.Decoder, err error) error {
	at := dec.InputOffset()
	// Not errors.As: one that is wrapped is of a text inside an element.
	if _, ok := err.(*json.SyntaxError); ok { //nolint:errorlint
		at += spaceBefore(dec.Buffered())
	}
	if !errors.Is(err, errNoExport) && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)) {
		at, err = l.read, errors.New("the file ends in the middle: export again")
	}
	line := 1 + sort.Search(len(l.ends), func(i int) bool { return l.ends[i] >= at })
	return fmt.Errorf("line %d, byte %d: %w", line, at, err)
}

// spaceBefore counts the white space before the element that does not read: the
// decoder stands before it.
func spaceBefore(r io.Reader) int64 {
	text, err := io.ReadAll(r)
	if err != nil {
		return 0 // it reads from memory
	}
	return int64(len(text) - len(bytes.TrimLeft(text, " \t\r\n")))
}
