package recall_test

import (
	"testing"
	"time"

	"whose/quiz/recall"
)

func at(t *testing.T, s string) time.Time {
	t.Helper()
	moment, err := time.Parse("2006-01-02 15:04 -0700", s)
	if err != nil {
		t.Fatal(err)
	}
	return moment
}

func TestAStudyDayBeginsAtFourLocally(t *testing.T) {
	for _, c := range []struct{ moment, day string }{
		{"2026-03-01 03:59 +0000", "2026-02-28"},
		{"2026-03-01 04:00 +0000", "2026-03-01"},
		{"2026-03-02 03:59 +0000", "2026-03-01"},
		{"2026-03-01 23:00 -0800", "2026-03-01"},
		{"2026-03-02 03:00 +1300", "2026-03-01"},
		{"1970-01-01 12:00 +0000", "1970-01-01"},
		{"1969-12-30 12:00 +0000", "1969-12-30"},
	} {
		if got := recall.DayOf(at(t, c.moment)).String(); got != c.day {
			t.Errorf("%s is of study day %s, want %s", c.moment, got, c.day)
		}
	}
	if recall.DayOf(at(t, "1970-01-01 12:00 +0000")) != 1 || recall.Day(0).String() != "" {
		t.Error("days do not count from 1")
	}
}

func TestParseDayReadsWhatADayWrites(t *testing.T) {
	d, err := recall.ParseDay("2026-12-20")
	if err != nil || d.String() != "2026-12-20" || d != recall.DayOf(at(t, "2026-12-20 12:00 +0000")) {
		t.Errorf("%v, %v", d, err)
	}
	for _, bad := range []string{"", "tomorrow", "20.12.2026", "2026-02-30"} {
		if _, err := recall.ParseDay(bad); err == nil {
			t.Errorf("%q is taken for a date", bad)
		}
	}
}

func TestRating(t *testing.T) {
	for _, c := range []struct {
		right, unsure bool
		tempo, usual  float64
		want          recall.Rating
	}{
		{false, false, 0.1, 2, recall.Again},
		{false, true, 1, 2, recall.Again},
		{true, true, 0.1, 2, recall.Hard},
		{true, false, 2, 2, recall.Good},
		{true, false, 1, 2, recall.Good},
		{true, false, 0.99, 2, recall.Easy},
		{true, false, 0.5, 0, recall.Good}, // nothing usual yet
		{true, false, 0, 2, recall.Good},   // no time taken down
	} {
		if got := recall.Rate(c.right, c.unsure, c.tempo, c.usual); got != c.want {
			t.Errorf("right %v, unsure %v, tempo %v of %v: %d, want %d", c.right, c.unsure, c.tempo, c.usual, got, c.want)
		}
	}
}

func TestATraceCountsStudyDays(t *testing.T) {
	first := at(t, "2026-03-01 23:00 +0000")
	trace := recall.Trace{}.After(first, recall.Good)
	if trace.Seen != 1 || trace.Right != 1 || !trace.FirstRight || !trace.LastRight || !trace.First.Equal(first) || !trace.Last.Equal(first) {
		t.Errorf("after one right answer: %+v", trace)
	}
	if trace.Due().String() != "2026-03-03" {
		t.Errorf("due on %s", trace.Due())
	}
	night := trace.After(at(t, "2026-03-02 02:00 +0000"), recall.Good)
	if night.Memory != trace.Memory.After(0, recall.Good) {
		t.Error("after midnight it is another day")
	}
	next := trace.After(at(t, "2026-03-02 05:00 +0000"), recall.Again)
	if next.Memory != trace.Memory.After(1, recall.Again) || next.LastRight || next.Seen != 2 || next.Right != 1 || !next.FirstRight || !next.First.Equal(first) {
		t.Errorf("after a wrong answer on the next day: %+v", next)
	}
	back := next.After(first, recall.Good)
	if !back.Last.Equal(next.Last) || back.Memory != next.Memory.After(0, recall.Good) {
		t.Error("a clock set back does not stand still")
	}
	if got := trace.Recall(first.Add(36 * time.Hour)); got != trace.Memory.Recall(1.5) {
		t.Errorf("recall does not go by the hour: %v", got)
	}
}

func TestFitBands(t *testing.T) {
	for predicted, band := range map[float64]int{1: 0, 0.98: 0, 0.97: 1, 0.89: 4, 0.52: 19, 0.3: 19, 0: 19} {
		if got := recall.FitBand(predicted); got != band {
			t.Errorf("a prediction of %v is in band %d, want %d", predicted, got, band)
		}
	}
}
