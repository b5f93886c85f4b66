package quiz_test

import (
	"strings"
	"testing"
	"time"

	"whose/ui/uitest"
)

func TestTheOverviewIsNoThinkingOnAQuestion(t *testing.T) {
	p := sit(t, 80, 40, 2, limit)
	p.Pass(20 * time.Second)
	p.Keys("v")
	p.Pass(30 * time.Second)
	p.Keys("q") // the page that asks before leaving
	p.Pass(30 * time.Second)
	p.Keys("esc", "right", "enter")
	p.Pass(10 * time.Second)
	p.Keys("v", "g", "enter")
	p.Want("By the clock 1 min 30 s of 10 min.", "Thinking 30 s, 15 s a question", "question 1: 20 s · question 2: 10 s")
}

func TestTheQuestionsTimesComeToNoMoreThanTheWhole(t *testing.T) {
	p := sit(t, 80, 40, 3, limit)
	for range 3 {
		p.Pass(10*time.Second + 600*time.Millisecond)
		p.Keys("right")
	}
	p.Keys("g", "enter")
	p.Want("By the clock 31 s of 10 min.", "Thinking 31 s, 10 s a question", "question 1: 10 s")
	if line := p.line("  1  " + p.session.Prompt(0).Stem[:20]); !strings.HasSuffix(line, "0:10") {
		t.Errorf("a row says %q, the slowest 10 s", line)
	}
}

func TestGoingOnLeadsBackToTheOverview(t *testing.T) {
	for _, key := range []string{"esc", "enter"} {
		p := sit(t, 80, 24, 3, limit)
		p.Keys("v", "right", "q", "q", key)
		p.Want("Hand in", "[ 2_ ]")
	}
}

func TestHalfAnAnswerIsCalledTheSameEverywhere(t *testing.T) {
	d := uitest.Deps(t)
	clock := uitest.NewClock(d)
	p := sitAt(t, d, clock, 80, 60, limit, questions(t, d, 1, true)...)
	p.Keys("1", "v")
	p.Want("1 of 3 chosen", "1 question   ")
	p.Keys("g", "enter")
	if line := p.line("  1  " + p.session.Prompt(0).Stem[:20]); !strings.Contains(line, "1 of 3 chosen") {
		t.Errorf("the row is %q", line)
	}
	p.Keys("G", "enter")
	p.Want("✗ Only 1 of 3 chosen: they are ")
	p.WantNot("Not yet", "blank")
}

func TestAnExamNamesItsOverview(t *testing.T) {
	p := sit(t, 80, 24, 3, limit)
	p.Want("enter next", "f flag", "v overview", "? keys", "esc leave")
}

func TestASlipIsNoticedWhereItCanBeTakenBack(t *testing.T) {
	p := study(t, 2)
	p.Keys(p.wrong(), "enter")
	p.Want("enter next   U take back")
}

func TestTheLastQuestionOfALongPaperIsSeenWithWhatItAsks(t *testing.T) {
	d := uitest.Deps(t)
	clock := uitest.NewClock(d)
	few := questions(t, d, 10, false)
	prompts := append(few, few...)
	for len(prompts) < 65 {
		prompts = append(prompts, few...)
	}
	p := sitAt(t, d, clock, 44, 16, limit, prompts[:65]...)
	p.Keys("v")
	p.Want("65 questions are blank.")
	p.Keys("G")
	p.Want("[65_ ]", "65 "+p.session.Prompt(64).Stem[:20])
	p.Keys("g")
	p.Want("65 questions are blank.", "› Hand in")
}
