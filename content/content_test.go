package content_test

import (
	"bytes"
	"encoding/binary"
	"flag"
	"os"
	"testing"

	"github.com/pierrec/lz4/v4"

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
		write(t, "course.json", want)
		write(t, "course.lz4", pack(t, want))
		return
	}
	for name, want := range map[string][]byte{"course.json": want, "course.lz4": pack(t, want)} {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the authored files say: run go generate ./content", name)
		}
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// pack makes what the program embeds: the length in four bytes, one LZ4 block.
func pack(t *testing.T, text []byte) []byte {
	t.Helper()
	block := make([]byte, lz4.CompressBlockBound(len(text)))
	c := lz4.CompressorHC{Level: lz4.Level9}
	n, err := c.CompressBlock(text, block)
	if err != nil {
		t.Fatal(err)
	}
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(text))), block[:n]...)
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
	if embedded.ID() != content.EmbeddedID {
		t.Errorf("its id is %q, and EmbeddedID says %q", embedded.ID(), content.EmbeddedID)
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
