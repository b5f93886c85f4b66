package cli_test

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"whose/content"
	"whose/quiz"
	"whose/quiz/history"
)

// TestExamSurvivesKill kills the program in the middle of a mock exam, starts it
// again and goes on: the same question, the same answers and flags, and a clock
// that went on meanwhile.
func TestExamSurvivesKill(t *testing.T) {
	whose, data := build(t, "whose"), t.TempDir()
	p := run(t, 80, 24, whose, "--data", data, "exam")
	p.wait("20 questions · 28 minutes")
	p.press("\r")
	p.wait("1 of 20 · 20 blank")
	for i := range 6 {
		p.press(choice(p))
		if i%3 == 1 {
			p.press("f")
			p.wait("! flagged")
		}
		p.press("\r")
		p.wait(strconv.Itoa(i+2) + " of 20")
	}
	p.press("v")
	before := p.until("the overview", func(screen string) bool { return strings.Contains(screen, "14 questions are blank") })
	paper, left := grid(p.text()), clockOf(t, p.text())
	if strings.Count(paper, "•") != 6 || strings.Count(paper, "!") != 2 {
		t.Fatalf("want 6 answered and 2 flagged:\n%s", paper)
	}
	waitForDisk(t, data, func(s quiz.Saved) bool { return s.At == 6 })
	p.kill()

	p = run(t, 80, 24, whose, "--data", data)
	p.wait("Resume", "Mock exam · question 7 of 20 · clock running")
	p.press("\r")
	p.wait("7 of 20 · 14 blank")
	p.press("v")
	after := p.until("the overview", func(screen string) bool { return strings.Contains(screen, "14 questions are blank") })
	if got := grid(p.text()); got != paper {
		t.Errorf("after the kill the paper is\n%s\nwant\n%s", got, paper)
	}
	gone := left - clockOf(t, p.text())
	if passed := after.Sub(before); gone < passed-2*time.Second || gone > passed+2*time.Second {
		t.Errorf("the clock has moved on by %v in %v", gone, passed)
	}
}

// grid is the overview's questions with their signs.
func grid(screen string) string {
	var rows []string
	for line := range strings.Lines(screen) {
		if regexp.MustCompile(`^ *\[? ?1?1[•_]`).MatchString(line) {
			rows = append(rows, strings.TrimSpace(line))
		}
	}
	return strings.Join(rows, "\n")
}

// clockOf is the time that the exam on screen has left.
func clockOf(t *testing.T, screen string) time.Duration {
	t.Helper()
	digits := regexp.MustCompile(`(\d+):(\d\d)\s*\n`).FindStringSubmatch(screen)
	if digits == nil {
		t.Fatalf("no clock:\n%s", screen)
	}
	minutes, _ := strconv.Atoi(digits[1]) // they are digits
	seconds, _ := strconv.Atoi(digits[2])
	return time.Duration(minutes)*time.Minute + time.Duration(seconds)*time.Second
}

// waitForDisk waits until the exam on disk is as it should be.
func waitForDisk(t *testing.T, dir string, fits func(quiz.Saved) bool) {
	t.Helper()
	course, err := content.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	store, err := history.Open(context.Background(), history.Options{Dir: dir, Course: course.ID(), Owner: "test", Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		sum, err := store.Summary(context.Background())
		if err != nil || len(sum.Unfinished) != 1 {
			t.Fatalf("%d unfinished sessions, %v", len(sum.Unfinished), err)
		}
		saved, err := store.Session(context.Background(), sum.Unfinished[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if fits(saved) {
			return
		}
	}
	t.Fatal("the exam on disk is not what was on screen")
}
