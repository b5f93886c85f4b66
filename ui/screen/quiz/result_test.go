package quiz_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
	"whose/ui/uitest"
)

func TestResultAfterTheLastQuestion(t *testing.T) {
	p := study(t, 4)
	for _, right := range []bool{true, false, true, false} {
		p.answer(right)
	}
	p.Want("result", "2 of 4 right · 50 %", "a question", "By objective", "Look at again", "› Ask the 2 wrong ones again")
	p.WantNot("Resume")
	if len(p.unfinished()) != 0 {
		t.Error("a finished quiz is offered again")
	}
}

func TestWrongOnesAreAskedAgain(t *testing.T) {
	p := study(t, 3)
	p.answer(false)
	p.answer(true)
	stem := p.session.Prompt(0).Stem[:30]
	p.answer(true)
	p.Keys("enter")
	p.Want("1 of 1", stem)
	p.session, _ = p.session.Retry("", time.Time{})
	p.answer(true)
	p.Want("1 of 1 right · 100 %")
	p.Keys("esc")
	p.Want("Lessons", "Matrix") // home: the retry took the place of the quiz
}

func TestWrongOnesAreLookedAtAgain(t *testing.T) {
	p := study(t, 3)
	p.answer(false)
	p.answer(true)
	p.answer(false)
	p.Keys("down", "down", "down", "down", "enter") // ask again, read, all, 1, 3
	p.Want("3 of 3 · 1 right", "✗ Not yet")
	p.Keys("left", "left")
	p.Want("1 of 3")
	p.Keys("esc")
	p.Want("1 of 3 right · 33 %", "›   3  ")
	p.Keys("esc")
	p.WantNot("right · 33 %")
}

func TestResultOffersTheLessonToRead(t *testing.T) {
	p := study(t, 2)
	p.answer(false)
	p.answer(true)
	l, _ := p.deps.Course.Lesson(p.session.Prompt(0).Lesson)
	p.Want("Read: " + l.Title)
	p.Keys("r")
	p.Want(l.Title)
	p.WantNot("Look at again")
}

func TestLessonToReadIsTheOneMostWrongOnesBelongTo(t *testing.T) {
	d := uitest.Deps(t)
	lessons := d.Course.Lessons()
	of := func(l model.Lesson, n int) (prompts []quiz.Prompt) {
		for _, q := range d.Course.Questions() {
			if p, err := quiz.Ask(d.Course, q.ID(), d.Rand); err == nil && p.Lesson == l.ID && p.Pick == 1 && len(prompts) < n {
				prompts = append(prompts, p)
			}
		}
		return prompts
	}
	p := ask(t, d, 80, 24, quiz.Study, append(of(lessons[0], 1), of(lessons[2], 2)...)...)
	for range 3 {
		p.answer(false)
	}
	p.Want("Read: " + lessons[2].Title)
}

func TestNothingWrongOffersNoLesson(t *testing.T) {
	p := study(t, 1)
	p.answer(true)
	p.Want("1 of 1 right · 100 %", "› Look through the question")
	p.WantNot("Read:", "again")
	p.Keys("r", "enter")
	p.Want("✓ Right.")
}

func TestResultSaysWhatWasMixedUp(t *testing.T) {
	d := uitest.Deps(t)
	for _, q := range d.Course.Questions() {
		prompt, err := quiz.Ask(d.Course, q.ID(), d.Rand)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range prompt.Options {
			if took, ok := d.Course.Concept(o.Concept); ok && !o.Correct && prompt.Pick == 1 {
				s := session(t, d, quiz.Study, []quiz.Prompt{prompt, prompt})
				for range 2 {
					if err := s.Choose(o.ID, d.Now()); err != nil {
						t.Fatal(err)
					}
					if _, err := s.Answer(d.Now(), d.NewID); err != nil {
						t.Fatal(err)
					}
					_ = s.Next(d.Now()) // the last one has none
				}
				if len(s.Score().Confusions) == 0 {
					continue
				}
				p := uitest.OpenWith(t, d, 120, 36, screen.OpenQuiz{Session: s})
				p.Keys("enter")
				p.Want("Mixed up", "You took “"+took.Name+"” for “", "twice.")
				return
			}
		}
	}
	t.Fatal("the course has no question with two concepts")
}

// test opens a test of n questions.
func test(t *testing.T, n int) *paper {
	t.Helper()
	d := uitest.Deps(t)
	return ask(t, d, 80, 24, quiz.Test, questions(t, d, n, false)...)
}

func TestTestGradesAtHandIn(t *testing.T) {
	p := test(t, 3)
	p.Want("1 of 3 · 3 blank")
	for range 3 {
		p.Keys(p.right()...)
		p.Keys("enter")
		p.WantNot("✓", "Right")
	}
	p.Want("All 3 questions are answered.", "› Hand in")
	if _, answered := p.answered(); answered != 0 {
		t.Errorf("%d answers before the hand-in", answered)
	}
	p.Keys("enter")
	p.Want("3 of 3 right · 100 %")
	if right, answered := p.answered(); right != 3 || answered != 3 {
		t.Errorf("%d of %d right on disk, want 3 of 3", right, answered)
	}
}

func TestTestWalksBothWays(t *testing.T) {
	p := test(t, 3)
	p.Keys("right", "right", "2", "left")
	p.Want("2 of 3 · 2 blank")
	p.Keys("right")
	p.Want("3 of 3 · 2 blank", "› 2")
	p.Keys("right")
	p.Want("2 questions are blank. They count as wrong.", "[ 1_ ]")
	p.Keys("up", "left")
	p.Want("3 of 3")
	p.Keys("right", "esc")
	p.Want("3 of 3")
}

func TestBlanksCanBeFilledBeforeHandIn(t *testing.T) {
	p := test(t, 3)
	p.Keys("right", "1", "enter", "enter")
	p.Want("[ 1_ ]  2•    3_", "1  "+p.session.Prompt(0).Stem[:30])
	p.Keys("tab", "enter")
	p.Want("3 of 3 · 2 blank")
	p.Keys("1", "shift+tab")
	p.Want("1 of 3 · 1 blank")
	p.Keys("tab")
	p.Want("1 question is blank. It counts as wrong.", "[ 1_ ]")
	p.Keys("up")
	p.Want("› Hand in")
	p.Keys("enter")
	p.Want("result")
	if _, answered := p.answered(); answered != 2 {
		t.Errorf("%d answers on disk: a blank is none", answered)
	}
	p.Keys("G")
	p.Want("blank")
}

func TestDraftsOfATestSurviveAKill(t *testing.T) {
	p := test(t, 3)
	p.Keys("2", "enter", "4") // and no farewell
	again := uitest.OpenWith(t, p.deps, 80, 24, screen.Resume{ID: p.session.ID(), Kind: quiz.KindQuiz})
	again.Want("2 of 3 · 1 blank", "› 4")
	again.Keys("left")
	again.Want("1 of 3 · 1 blank", "› 2")
}

func TestHandInThatIsNotSavedSaysSo(t *testing.T) {
	p := test(t, 1)
	broken := &uitest.Broken{History: p.deps.History, Fails: true}
	p.deps.History = broken
	p.Keys("1", "enter", "enter")
	p.Want("result", "✗ not saved")
	broken.Fails = false
	p.Keys("esc")
	if _, answered := p.answered(); answered != 1 {
		t.Errorf("%d answers on disk after leaving, want 1", answered)
	}
}

func TestThinkingTimeStandsStillWhileTheQuizIsCovered(t *testing.T) {
	for _, before := range [][]string{nil, {"1"}} { // nothing to keep, and a draft
		d := uitest.Deps(t)
		now := uitest.Start
		d.Now = func() time.Time { return now }
		p := ask(t, d, 80, 24, quiz.Study, questions(t, d, 1, false)...)
		now = now.Add(10 * time.Second)
		p.Keys(append(before, "ctrl+z")...) // to the shell
		now = now.Add(time.Hour)
		p.Send(tea.ResumeMsg{})
		now = now.Add(5 * time.Second)
		p.Keys("1", "enter", "enter")
		p.Want("15 s, 15 s a question")
	}
}

func TestBlanksFilledInAnotherWindow(t *testing.T) {
	dir := t.TempDir()
	d, other := uitest.Deps(t), uitest.Deps(t)
	d.History, other.History = store(t, dir, "here", d.Course, d), store(t, dir, "there", d.Course, d)
	here := ask(t, d, 80, 24, quiz.Test, questions(t, d, 2, false)...)
	here.Keys("enter", "enter", "right")
	here.Want("2 questions are blank", "[ 2_ ]")
	here.Keys("ctrl+z")
	there := uitest.OpenWith(t, other, 80, 24, screen.Resume{ID: here.session.ID(), Kind: quiz.KindQuiz})
	there.Keys("1", "left", "1", "esc")
	here.Send(tea.ResumeMsg{})
	here.Want("All 2 questions are answered.", "[ 2• ]")
}
