package study_test

import (
	"strings"
	"testing"
	"time"

	"whose/quiz/recall"
	"whose/ui/study"
)

func day(t *testing.T, s string) recall.Day {
	t.Helper()
	d, err := recall.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestADateOfAnExamIsReadOrRefused(t *testing.T) {
	today := day(t, "2026-11-20")
	for text, want := range map[string]string{"2026-12-20": "2026-12-20", " 2026-11-20 ": "2026-11-20", "none": "", "NONE": "", "": "", "2028-11-19": "2028-11-19"} {
		got, err := study.ParseExam(text, today)
		if err != nil || got.String() != want {
			t.Errorf("%q is %q, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{
		"2026-11-19": "has passed: today is 2026-11-20", "2028-11-20": "more than two years away", "2026-02-30": "write it as 2026-12-20", "soon": "is no date",
	} {
		if _, err := study.ParseExam(text, today); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if last := study.Latest(today); last.String() != "2028-11-19" {
		t.Errorf("the last day is %s", last)
	}
}

func TestAwaySaysHowFar(t *testing.T) {
	for days, want := range map[recall.Day]string{-1: "has passed", 0: "today", 1: "tomorrow", 2: "in 2 days", 120: "in 120 days"} {
		if got := study.Away(1000+days, 1000); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
}

func TestNumbersAreSaidRounded(t *testing.T) {
	for got, want := range map[string]string{
		study.Minutes(0):                   "about 1 minute",
		study.Minutes(89 * time.Second):    "about 1 minute",
		study.Minutes(91 * time.Second):    "about 2 minutes",
		study.FewMinutes(0):                "1 min",
		study.FewMinutes(91 * time.Second): "2 min",
		study.Percent(0.524):               "52 %",
		study.Percent(0.526):               "53 %",
		study.Readiness(recall.Readiness{Share: 0.524, Margin: 0.061}):  "52 % ± 6",
		study.Readiness(recall.Readiness{Share: 0.524, Margin: 0.0001}): "52 % ± 1", // nobody knows it that well
		study.Missing(recall.Readiness{Missing: 15}):                    "answer 15 more to know",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
