package quiz_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/screen"
	quizscreen "whose/ui/screen/quiz"
	"whose/ui/uitest"
)

func TestStudyGradesEachAnswerAtOnce(t *testing.T) {
	p := study(t, 3)
	p.Want("Quiz · 2.1 Shared responsibility", "1 of 3", "1–4 choose")
	p.Keys(p.right()...)
	p.Keys("enter")
	p.Want("✓ Right.", "Right, your answer.", "1 of 3 · 1 right")
	p.Keys("enter")
	p.Want("2 of 3 · 1 right")
	wrong, right := p.wrong(), p.right()[0]
	p.Keys(wrong, "enter")
	p.Want("✗ Not yet: it is "+right+".", "Your answer.")
	if !strings.Contains(p.line("✗ "+wrong), p.session.Prompt(1).Options[wrong[0]-'1'].Text) {
		t.Errorf("the answer that was given is not marked:\n%s", p.Text())
	}
	for _, o := range p.session.Prompt(1).Options {
		p.Want(o.Text, o.Reason[:20])
	}
	if right, answered := p.answered(); right != 1 || answered != 2 {
		t.Errorf("%d of %d right on disk, want 1 of 2", right, answered)
	}
}

func TestEnterAnswersOnlyWhatWasChosen(t *testing.T) {
	p := study(t, 1)
	p.Keys("9", "enter", "enter")
	p.Want("Choose one first: 1 to 4.")
	if _, answered := p.answered(); answered != 0 {
		t.Errorf("%d answers without a choice", answered)
	}
	p.Keys("1")
	p.WantNot("Choose one first")
}

func TestArrowsChoose(t *testing.T) {
	p := study(t, 1)
	for _, step := range []struct{ key, want string }{
		{"down", "› 1"}, {"down", "› 2"}, {"j", "› 3"}, {"k", "› 2"}, {"down", "› 3"}, {"down", "› 4"}, {"down", "› 4"},
	} {
		p.Keys(step.key)
		p.Want(step.want)
	}
	p.Keys("enter")
	if e := p.session.Entry(0); !e.Graded || e.Chosen[0] != p.session.Prompt(0).Options[3].ID {
		t.Errorf("the answer is %v, want the last option", e.Chosen)
	}
}

func TestFocusStaysInSightBelowALongStem(t *testing.T) {
	d := uitest.Deps(t)
	prompts := questions(t, d, 1, false)
	prompts[0].Stem = strings.Repeat("A long story. ", 50)
	p := ask(t, d, 44, 16, quiz.Study, prompts...)
	for _, key := range []string{"1", "down", "4", "1", "up"} {
		p.Keys(key)
		p.Want("› ")
	}
	p.Keys("ctrl+u", "ctrl+u", "ctrl+u")
	p.WantNot("› ")
}

func TestSeveralRightOnesAreTicked(t *testing.T) {
	d := uitest.Deps(t)
	p := ask(t, d, 80, 24, quiz.Study, questions(t, d, 1, true)...)
	right := p.right()
	p.Want("Select ", "[ ]", "0 of ")
	p.Keys(right[0], "enter")
	p.Want("[x]", "Please choose ", "1 chosen so far")
	if _, answered := p.answered(); answered != 0 {
		t.Error("half of the options were taken for an answer")
	}
	p.Keys(right[0])
	p.WantNot("[x]")
	p.Keys(right...)
	p.Keys("enter")
	p.Want("✓ Right.")
}

func TestHalfRightIsNotRight(t *testing.T) {
	d := uitest.Deps(t)
	p := ask(t, d, 80, 40, quiz.Study, questions(t, d, 1, true)...)
	right := p.right()
	p.Keys(right[1:]...)
	p.Keys(p.wrong(), "enter")
	p.Want("✗ Not yet: they are ", "Right, you left it out.", "Right, your answer.", "Your answer.")
}

func TestWhoDrillHasSignsAndThreeKeys(t *testing.T) {
	d := uitest.Deps(t)
	p := ask(t, d, 80, 24, quiz.Study, whoDrill(t, d))
	p.Want("1  ■   AWS", "2  ●   The customer", "3  ■●  Both", "1–3 choose")
	p.Keys("4", "3", "enter")
	p.Want("✗ Not yet: it is 1, AWS.")
}

func TestClickChoosesAndClickAgainAnswers(t *testing.T) {
	p := study(t, 2)
	text := p.session.Prompt(0).Options[1].Text
	p.ClickOn(text)
	p.Want("› 2")
	p.ClickOn(text)
	p.Want("Your answer") // "Right, your answer." when it is right
	p.ClickOn(verdictSign(p))
	p.Want("2 of 2")
}

func verdictSign(p *paper) string {
	if p.session.Entry(0).Right {
		return "✓ Right."
	}
	return "✗ Not yet"
}

func TestGradingIsHeldBackUntilItIsOnDisk(t *testing.T) {
	d := uitest.Deps(t)
	s := session(t, d, quiz.Study, questions(t, d, 2, false))
	q := quizscreen.New(d, s)
	q.Update(screen.Resized{W: 80, H: 23})
	q.Update(uitest.Key("2"))
	write := q.Update(uitest.Key("enter"))
	if view := q.View(80, 23); !strings.Contains(view, "saving…") || strings.Contains(view, "your answer") || strings.Contains(view, "right") {
		t.Errorf("while the answer is written:\n%s", view)
	}
	for _, name := range []string{"enter", "3"} { // on to the next question, and choose there
		if cmd := q.Update(uitest.Key(name)); cmd != nil {
			t.Errorf("key %s does something while the answer is written", name)
		}
	}
	q.Update(write())
	if s.At() != 1 || len(s.Entry(1).Chosen) != 1 {
		t.Errorf("at question %d with %v chosen: want the keys that were pressed meanwhile to count", s.At()+1, s.Entry(1).Chosen)
	}
}

func TestNotSavedStaysInSightUntilItIs(t *testing.T) {
	d := uitest.Deps(t)
	broken := &uitest.Broken{History: d.History, Fails: true}
	d.History = broken
	p := ask(t, d, 80, 24, quiz.Study, questions(t, d, 2, false)...)
	p.Keys(p.right()...)
	p.Keys("enter")
	p.Want("✓ Right.", "✗ not saved")
	broken.Fails = false
	p.Keys("enter", p.wrong(), "enter")
	p.Want("✗ Not yet")
	p.WantNot("not saved")
	if right, answered := p.answered(); right != 1 || answered != 2 {
		t.Errorf("%d of %d right on disk, want both answers", right, answered)
	}
}

func TestSessionIsGoneOnWithWhereItWasLeft(t *testing.T) {
	p := study(t, 3)
	p.answer(true)
	p.Keys("3", "esc")
	p.Want("Resume", "question 2 of 3")
	p.Keys("enter")
	p.Want("2 of 3 · 1 right", "› 3")
	p.Keys("enter")
	if _, answered := p.answered(); answered != 2 {
		t.Errorf("%d answers, want 2", answered)
	}
}

func TestUntouchedQuizIsNotOfferedAgain(t *testing.T) {
	p := study(t, 3)
	p.Keys("esc")
	p.WantNot("Resume")
}

func TestBackFromTheLessonIsTheSameQuestion(t *testing.T) {
	p := study(t, 2)
	p.Keys("2", "enter")
	before := p.Text()
	p.Keys("r")
	p.WantNot("1 of 2")
	p.Keys("esc")
	if after := p.Text(); after != before {
		t.Errorf("not back where it was:\n%s", after)
	}
	p.Keys("enter")
	p.Want("2 of 2")
}

func TestSessionOfAnotherWindow(t *testing.T) {
	dir := t.TempDir()
	d, other := uitest.Deps(t), uitest.Deps(t)
	d.History, other.History = store(t, dir, "here", d.Course, d), store(t, dir, "there", d.Course, d)
	there := ask(t, other, 80, 24, quiz.Study, questions(t, other, 3, false)...)
	there.answer(true)
	here := &paper{uitest.OpenWith(t, d, 80, 24, screen.Resume{ID: there.session.ID(), Kind: quiz.KindQuiz}), t, d, there.session}
	here.Want("This session is open in another window", "enter take it over here")
	here.Keys("enter")
	here.Want("1 of 3 · 1 right", "✓ Right.")
	there.Keys(there.right()...)
	there.Keys("enter")
	there.Want("Another window has taken this session over.")
	there.WantNot("not saved")
	if _, answered := there.answered(); answered != 2 {
		t.Errorf("%d answers, want both", answered)
	}
}

func TestSessionThatIsGone(t *testing.T) {
	d := uitest.Deps(t)
	p := uitest.OpenWith(t, d, 80, 24, screen.Resume{ID: "gone", Kind: quiz.KindQuiz})
	p.Want("This session was finished or dropped in another window.")
	p.WantNot("take it over")
	p.Keys("enter", "1", "esc")
	p.Want("On AWS, whose job is it?")
}

func TestActionsOfAGradedQuestion(t *testing.T) {
	p := study(t, 1)
	p.Keys("1", "enter", "b")
	p.Want("bookmarked")
	p.Keys("G")
	p.Want("★ 1 of 1")
	p.Keys("b")
	p.Want("bookmark taken away")
	p.Keys("x")
	p.Want("copied what a report needs")
	p.Keys("y")
	prompt := p.session.Prompt(0)
	for i, want := range []string{
		"question " + string(prompt.Spec.Question) + "@1, course " + p.deps.Course.ID() + " " + p.deps.Course.Version(),
		prompt.Stem + "\n\n1. " + prompt.Options[0].Text,
	} {
		if got := copied(p.Driver)[i]; !strings.HasPrefix(got, want) {
			t.Errorf("copied %q, want %q", got, want)
		}
	}
	p.Keys("o")
	p.Want("opened " + prompt.Sources[0][:40])
	p.Keys("m")
	p.Want("Matrix · ")
}

func TestDrillIsReportedByItsCell(t *testing.T) {
	d := uitest.Deps(t)
	p := ask(t, d, 80, 24, quiz.Study, whoDrill(t, d))
	p.Keys("x", "b")
	if got, want := copied(p.Driver)[0], "drill who on rds/guest-os-patching@aws, course "; !strings.HasPrefix(got, want) {
		t.Errorf("copied %q, want %q", got, want)
	}
	marks, err := d.History.Bookmarks(t.Context())
	if err != nil || len(marks) != 1 || marks[0].ID != "rds/guest-os-patching" {
		t.Errorf("bookmarks %v %v: want the cell", marks, err)
	}
}

// copied are the texts that went to the clipboard, in messages whose type is not
// exported.
func copied(p *uitest.Driver) (texts []string) {
	clipboard := reflect.TypeOf(tea.SetClipboard("")())
	for _, msg := range p.Left {
		if reflect.TypeOf(msg) == clipboard {
			texts = append(texts, fmt.Sprint(msg))
		}
	}
	return texts
}

func TestFindMarksTheReasons(t *testing.T) {
	p := study(t, 1)
	p.Resize(44, 16)
	p.Keys("1", "enter")
	last := p.session.Prompt(0).Options[3].Reason
	word := last[strings.LastIndex(strings.TrimSuffix(last, "."), " ")+1:]
	word = strings.TrimSuffix(word, ".")
	p.WantNot(word + ".")
	p.Keys("/")
	p.Type(word + ".")
	p.Keys("enter")
	p.Want(word+".", verdictSign(p))
	p.Keys("n", "N", "esc")
	p.Want("1 of 1")
}

func TestFindIsNotHiddenByTheVerdict(t *testing.T) {
	p := study(t, 1)
	p.Resize(44, 16)
	p.Keys("4", "enter", "G")
	text := p.session.Prompt(0).Options[0].Text
	p.WantNot(text[:20])
	p.Keys("/")
	p.Type(text[:14])
	p.Want(text[:20], verdictSign(p), "1 of 1")
}

func TestFindOnTheResult(t *testing.T) {
	p := study(t, 2)
	p.answer(false)
	p.answer(true)
	p.Keys("/")
	p.Type("Ask the wrong")
	p.Want("1 of 1")
}

func TestUnsureIsSaidAndKept(t *testing.T) {
	p := study(t, 2)
	p.Keys("u")
	p.Want("Choose one first: 1 to 4.")
	p.Keys(p.right()...)
	p.Keys("u")
	p.Want("✓ Right, and you were not sure: it comes back sooner.")
	p.Keys("enter", p.wrong(), "u")
	p.Want("✗ Not yet")
	p.WantNot("sure")
	saved, err := p.deps.History.Session(t.Context(), p.session.ID())
	if err != nil || !saved.Entries[0].Unsure || !saved.Entries[1].Unsure {
		t.Errorf("%v: the history does not know that the answers were not sure: %+v", err, saved.Entries)
	}
}

func TestAnAnswerIsTakenBack(t *testing.T) {
	p := study(t, 2)
	p.Keys(p.wrong(), "enter")
	p.Resize(120, 24)
	p.Want("✗ Not yet", "U take back")
	p.Keys("U")
	p.Want("Taken back: answer again.", "› "+p.wrong(), "1 of 2")
	p.WantNot("✗", "✓")
	if _, answered := p.answered(); answered != 0 {
		t.Errorf("%d answers count, want none", answered)
	}
	p.Keys(p.right()...)
	p.Keys("enter")
	p.Want("✓ Right.", "1 of 2 · 1 right")
	if right, answered := p.answered(); right != 1 || answered != 1 {
		t.Errorf("%d of %d right on disk, want 1 of 1", right, answered)
	}
}

func TestTheLastAnswerIsTakenBack(t *testing.T) {
	p := study(t, 1)
	p.Keys("1", "enter", "U", "esc")
	p.Want("Resume", "question 1 of 1")
	p.Keys("enter")
	p.Want("› 1")
	p.answer(true)
	p.Want("result")
	p.Keys("down", "down", "enter")
	p.WantNot("take back") // the result is out
	p.Keys("U")
	p.Want("✓ Right.")
}

func TestAnswerThatCannotBeTakenBackOnDiskSaysSo(t *testing.T) {
	d := uitest.Deps(t)
	broken := &uitest.Broken{History: d.History}
	d.History = broken
	p := ask(t, d, 80, 24, quiz.Study, questions(t, d, 2, false)...)
	p.Keys(p.wrong(), "enter")
	broken.Fails = true
	p.Keys("U")
	p.Want("Taken back: answer again.", "✗ not saved")
	broken.Fails = false
	p.Keys(p.right()...)
	p.Keys("enter")
	p.WantNot("not saved")
	if right, answered := p.answered(); right != 1 || answered != 1 {
		t.Errorf("%d of %d right on disk, want 1 of 1", right, answered)
	}
}

func TestAnswerThatNeverReachedTheDiskIsTakenBack(t *testing.T) {
	d := uitest.Deps(t)
	broken := &uitest.Broken{History: d.History, Fails: true}
	d.History = broken
	p := ask(t, d, 80, 24, quiz.Study, questions(t, d, 2, false)...)
	p.Keys(p.wrong(), "enter", "U")
	p.Want("Taken back")
	broken.Fails = false
	p.Keys(p.right()...)
	p.Keys("enter")
	p.WantNot("not saved")
	if right, answered := p.answered(); right != 1 || answered != 1 {
		t.Errorf("%d of %d right on disk, want 1 of 1", right, answered)
	}
}

func TestWhatWasWrongIsPractised(t *testing.T) {
	p := study(t, 2)
	p.Keys(p.right()...)
	p.Keys("enter")
	p.WantNot("practise")
	p.Keys("enter", p.wrong(), "enter")
	before := p.Text()
	p.Keys("p")
	p.Want("Quiz · ", "1 of ")
	p.Keys("2", "enter", "esc")
	if after := p.Text(); after != before {
		t.Errorf("not back where it was:\n%s", after)
	}
}
