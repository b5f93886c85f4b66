package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

// reading is a file that is read, with a line that tells how far, once a second.
type reading struct {
	from io.Reader
	to   io.Writer
	now  func() time.Time
	next time.Time // when the line is to be written again
	n    int64
	told bool
}

// tellReading has a person told how far a long file is read. Where nobody looks
// at standard error it tells nothing.
func tellReading(sys System, from io.Reader) (r io.Reader, done func()) {
	if f, ok := sys.Stderr.(*os.File); !ok || !term.IsTerminal(f.Fd()) {
		return from, func() {}
	}
	told := newReading(from, sys.Stderr, sys.Now)
	return told, told.done
}

func newReading(from io.Reader, to io.Writer, now func() time.Time) *reading {
	return &reading{from: from, to: to, now: now, next: now().Add(time.Second)}
}

// Read reads on.
func (r *reading) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	r.n += int64(n)
	if now := r.now(); !now.Before(r.next) {
		r.next, r.told = now.Add(time.Second), true
		fmt.Fprintf(r.to, "\rimporting: %d MB read", r.n/1_000_000)
	}
	return n, err
}

// done takes the line away.
func (r *reading) done() {
	if r.told {
		fmt.Fprint(r.to, "\r\x1b[K")
	}
}
