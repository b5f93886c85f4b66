package cli_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"whose/content"
	"whose/quiz/history"
)

var kills = flag.Int("kills", 6, "how often TestAnswersSurviveKill kills the program")

// TestAnswersSurviveKill answers questions in the real program and kills it,
// again and again, at any moment: every answer that was shown as graded is on
// disk, and the quiz goes on where it was.
//
//	go test ./ui/cli -run TestAnswersSurviveKill -args -kills 100
func TestAnswersSurviveKill(t *testing.T) {
	whose, data := build(t, "whose"), t.TempDir()
	hand := rand.New(rand.NewPCG(11, 3))
	graded := 0
	for i := range *kills {
		var p *program
		if i == 0 {
			p = run(t, 80, 24, whose, "--data", data, "quiz", "--n", "400", "--seed", "5")
		} else {
			p = run(t, 80, 24, whose, "--data", data)
			p.wait("Resume", "quit")
			p.press("\r")
		}
		p.until("a question", func(screen string) bool { return asking(screen) || isGraded(screen) })
		if isGraded(p.text()) {
			p.press("\r")
			p.until("the next question", asking)
		}
		for range hand.IntN(4) {
			answerOne(p)
			graded++
			p.press("\r")
			p.until("the next question", asking)
		}
		if hit := killWhileAnswering(p, hand); hit {
			graded++
		}
		if kept := answersKept(t, data); kept < graded || kept > graded+1 {
			t.Fatalf("kill %d: %d answers were shown as graded, %d are on disk", i+1, graded, kept)
		} else {
			graded = kept // one was on disk and not shown yet: from now on it counts
		}
	}
}

func isGraded(screen string) bool {
	return strings.Contains(screen, "✓ Right") || strings.Contains(screen, "✗ Not yet")
}

func asking(screen string) bool {
	return strings.Contains(screen, "enter answer") && !isGraded(screen)
}

// answerOne answers the question on screen, with as many options as it wants,
// and waits for the verdict.
func answerOne(p *program) {
	p.press(choice(p) + "\r")
	p.until("a verdict", isGraded)
}

// choice is the keys that choose as many options as the question asks for.
func choice(p *program) string {
	text := strings.Join(strings.Fields(p.text()), " ")
	switch {
	case strings.Contains(text, "Select TWO"):
		return "12"
	case strings.Contains(text, "Select THREE"):
		return "123"
	}
	return "1"
}

// killWhileAnswering kills the program within a few milliseconds of the answer
// and reports whether the verdict was on the screen by then.
func killWhileAnswering(p *program, hand *rand.Rand) bool {
	p.press(choice(p) + "\r")
	time.Sleep(time.Duration(hand.IntN(30_000)) * time.Microsecond) // the moment of the kill, not a wait for anything
	p.kill()
	return isGraded(p.text())
}

// answersKept counts the answers on disk as the next start of the program would.
func answersKept(t *testing.T, dir string) int {
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
	sum, err := store.Summary(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if n := store.Notice(); n != "" {
		t.Fatal(n)
	}
	return sum.Answered
}
