package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whose/content"
	"whose/quiz/history"
	"whose/quiz/recall"
)

func TestAHistoryThatCouldNotBeOpenedIsTriedAgain(t *testing.T) {
	full, tries := true, 0
	l := &lazyHistory{open: func() (*history.Store, error) {
		if tries++; full {
			return nil, errors.New("the disk is full")
		}
		return history.Open(context.Background(), history.Options{Dir: t.TempDir(), Course: "c", Owner: "o", Now: time.Now})
	}}
	ctx := context.Background()
	if err := l.SetPlaced(ctx); err == nil || l.Notice() != "the disk is full" {
		t.Fatalf("a full disk: %v, %q", err, l.Notice())
	}
	full = false
	for range 2 {
		if err := l.SetPlaced(ctx); err != nil {
			t.Fatalf("with room again: %v", err)
		}
	}
	if tries != 3 {
		t.Errorf("opened %d times, want 3: two that fail and one", tries)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := l.SetPlaced(ctx); err == nil {
		t.Error("a closed history takes something")
	}
}

func TestClosingOpensNothing(t *testing.T) {
	l := &lazyHistory{open: func() (*history.Store, error) {
		t.Error("opened at the end")
		return nil, errors.New("no")
	}}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := l.SetPlaced(context.Background()); !errors.Is(err, errClosed) {
		t.Errorf("after the end: %v", err)
	}
}

func TestConceptsThatTheCourseDoesNotHaveAreLeftOutOfTheWords(t *testing.T) {
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	known := course.Concepts()
	st := standing{course: course, progress: history.Progress{Confusions: []history.Confusion{
		{Took: "retired", For: known[0].ID, Times: 9}, {Took: known[0].ID, For: "gone", Times: 8}, {Took: known[0].ID, For: known[1].ID, Times: 2},
	}}}
	var text bytes.Buffer
	st.printConfusions(&text)
	want := "\nConfused\n  took " + known[0].Name + " for " + known[1].Name + ", 2 times\n"
	if text.String() != want {
		t.Errorf("got %q, want %q", text.String(), want)
	}
	if n := len(st.report().Confusions); n != 3 {
		t.Errorf("the report for programs has %d, want all", n)
	}
	st.progress.Confusions = st.progress.Confusions[:2]
	text.Reset()
	if st.printConfusions(&text); text.Len() > 0 {
		t.Errorf("nothing known is %q", text.String())
	}
}

func TestWhereThereIsNoUTF8TheMarginIsWrittenInASCII(t *testing.T) {
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	st := standing{course: course, ready: recall.Readiness{Share: 0.79, Margin: 0.07}}
	for locale, want := range map[string]string{"C": "79 % +-7", "en_US.UTF-8": "79 % ± 7"} {
		path := filepath.Join(t.TempDir(), "out")
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := say(System{Stdout: out, Environ: []string{"LC_ALL=" + locale}}, st.print); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || !strings.Contains(string(got), want) {
			t.Errorf("in %s: %q, %v, want %q", locale, got, err, want)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		if err := say(System{Stdout: out}, st.print); err == nil {
			t.Error("what could not be written is no failure")
		}
	}
}
