package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

func TestALongImportTellsHowFarItIs(t *testing.T) {
	for name, c := range map[string]struct {
		step time.Duration
		want string
	}{
		"quick": {time.Microsecond, ""},
		"slow":  {600 * time.Millisecond, "\rimporting: 1 MB read\rimporting: 2 MB read\r\x1b[K"},
	} {
		now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
		var told bytes.Buffer
		file := io.MultiReader(strings.NewReader(strings.Repeat("x", 600_000)), strings.NewReader(strings.Repeat("x", 600_000)),
			strings.NewReader(strings.Repeat("x", 600_000)), strings.NewReader(strings.Repeat("x", 600_000)))
		r := newReading(file, &told, func() time.Time { now = now.Add(c.step); return now })
		buffer := make([]byte, 600_000)
		for {
			if _, err := io.ReadFull(r, buffer); err != nil {
				break
			}
		}
		r.done()
		if got := told.String(); got != c.want {
			t.Errorf("%s: told %q, want %q", name, got, c.want)
		}
	}
}

func TestNobodyIsToldWhereThereIsNoTerminal(t *testing.T) {
	file, told := strings.NewReader("x"), &bytes.Buffer{}
	if r, _ := tellReading(System{Stderr: told, Now: time.Now}, file); r != io.Reader(file) {
		t.Error("a log is told how far an import is")
	}
}
