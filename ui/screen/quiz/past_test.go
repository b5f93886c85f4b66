package quiz_test

import (
	"context"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// past opens a finished session of p's.
func (p *paper) past(w, h int) *paper {
	p.t.Helper()
	return &paper{uitest.OpenWith(p.t, p.deps, w, h, screen.OpenPast{ID: p.session.ID()}), p.t, p.deps, p.session}
}

// past is paper's, with the clock of the exam.
func (s *sitting) past(w, h int) *paper {
	s.t.Helper()
	return &paper{uitest.OpenAt(s.t, s.deps, s.clock, w, h, screen.OpenPast{ID: s.session.ID()}), s.t, s.deps, s.session}
}

func TestAPastSessionIsLookedAt(t *testing.T) {
	p := study(t, 3)
	for _, right := range []bool{true, false, true} {
		p.answer(right)
	}
	past := p.past(80, 24)
	past.Want("Quiz · 2.1 Shared responsibility", "20 November 2026", "2 of 3 right · 66 %", "› Ask the wrong one again", "The same paper again")
	past.Keys("down", "down", "down", "enter") // the lesson, look through
	past.Want("1 of 3 · 2 right", "✓ Right.")
	past.WantNot("take back")
	past.Keys("right", "U", "u", "1", "f")
	past.Want("2 of 3 · 2 right", "✗ Not yet", "Your answer.")
	past.Keys("esc", "esc")
	past.Want("Lessons", "Matrix")
	if right, answered := p.answered(); right != 2 || answered != 3 {
		t.Errorf("%d of %d right on disk after looking, want 2 of 3", right, answered)
	}
}

func TestAPastSessionIsAskedAgain(t *testing.T) {
	p := study(t, 3)
	for _, right := range []bool{true, false, true} {
		p.answer(right)
	}
	past := p.past(80, 24)
	past.Keys("enter")
	past.Want("1 of 1", p.session.Prompt(1).Stem[:30])
	past = p.past(80, 24)
	past.Keys("down", "enter")
	past.Want("1 of 3", p.session.Prompt(0).Stem[:30])
	past.Keys("1", "enter")
	if _, answered := p.answered(); answered != 4 {
		t.Errorf("%d answers on disk, want one more", answered)
	}
}

func TestAPastExamIsAReport(t *testing.T) {
	p := sit(t, 80, 24, 2, limit)
	p.Pass(time.Minute)
	p.Keys("v", "g", "enter")
	past := p.past(80, 40)
	past.Want("Mock exam", "20 November 2026", "0 of 2 right", "By the clock 1 min of 10 min.", "AWS scales 100 to 1000", "The same paper again")
	if past.View().ProgressBar != nil {
		t.Error("the terminal shows a clock that has stopped")
	}
	past.Keys("q")
	if !past.Quit {
		t.Error("the program asks although nothing runs")
	}
}

func TestAPastTestMeLeadsBackToIt(t *testing.T) {
	d := uitest.Deps(t)
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: quiz.KindTestMe, Mode: quiz.Study, Topic: "rds", Title: "Test me: RDS"}, []quiz.Prompt{whoDrill(t, d)}, d.Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Choose("aws", d.Now()); err != nil {
		t.Fatal(err)
	}
	a, err := s.Answer(d.Now(), d.NewID)
	if err != nil {
		t.Fatal(err)
	}
	saved := s.Save(d.Now())
	if err := d.History.Append(t.Context(), []quiz.Answer{a}, &saved); err != nil {
		t.Fatal(err)
	}
	p := uitest.OpenWith(t, d, 80, 24, screen.OpenPast{ID: s.ID()})
	p.Want("Test me: RDS", "1 of 1 right", "› Test me on it again")
	p.Keys("enter")
	p.Want("0 of 17")
}

func TestAPastSessionThatCannotBeShown(t *testing.T) {
	p := study(t, 2)
	p.answer(true)
	p.past(80, 24).Want("This session cannot be opened: it is not finished yet.")
	gone := uitest.OpenWith(t, p.deps, 80, 24, screen.OpenPast{ID: "gone"})
	gone.Want("This session is not in your history.")
	gone.Keys("enter", "u", "esc")
	gone.Want("Lessons")
}

func TestPastQuestionsThatChangedAreLeftOut(t *testing.T) {
	p := study(t, 2)
	p.answer(true)
	p.answer(false)
	saved := p.session.Save(p.deps.Now())
	saved.Entries[1].Spec.Question = model.QuestionID("retired")
	if err := p.deps.History.SaveSession(t.Context(), saved); err != nil {
		t.Fatal(err)
	}
	p.past(80, 24).Want("1 of 1 right", "1 of the questions changed since then")
}

// began opens a study session of a kind.
func began(t *testing.T, d *screen.Deps, kind quiz.Kind, title string, prompts []quiz.Prompt) *paper {
	t.Helper()
	s, err := quiz.NewSession(d.Course, quiz.Setup{ID: d.NewID(), Kind: kind, Mode: quiz.Study, Title: title}, prompts, d.Now())
	if err != nil {
		t.Fatal(err)
	}
	return &paper{uitest.OpenWith(t, d, 80, 24, screen.OpenQuiz{Session: s}), t, d, s}
}

func TestPlacementSaysWhatIsWeakestAndIsTaken(t *testing.T) {
	d := uitest.Deps(t)
	p := began(t, d, quiz.KindPlacement, "Placement", questions(t, d, 2, false))
	p.Want("Placement", "1 of 2")
	p.answer(false)
	if settings, err := d.History.Settings(t.Context()); err != nil || settings.Placed {
		t.Errorf("half a placement counts as taken: %v %v", settings, err)
	}
	p.answer(true)
	p.Want("1 of 2 right", "Weakest: 2.1 Shared responsibility. Home starts from there now.", "By task")
	if settings, err := d.History.Settings(t.Context()); err != nil || !settings.Placed {
		t.Errorf("the placement does not count as taken: %v %v", settings, err)
	}
}

// placing is a history that counts how often a placement is taken.
type placing struct {
	screen.History
	times int
}

func (p *placing) SetPlaced(ctx context.Context) error {
	p.times++
	return p.History.SetPlaced(ctx)
}

func TestLookingAtAPlacementIsNotTakingIt(t *testing.T) {
	d := uitest.Deps(t)
	count := &placing{History: d.History}
	d.History = count
	p := began(t, d, quiz.KindPlacement, "Placement", questions(t, d, 1, false))
	p.answer(true)
	p.past(80, 24).Want("1 of 1 right")
	if count.times != 1 {
		t.Errorf("taken %d times, want once", count.times)
	}
}

// planless is a history that knows nothing of the learner.
type planless struct{ screen.History }

func (planless) Learner(context.Context) (recall.Learner, error) {
	return recall.Learner{}, uitest.ErrDisk
}

func TestReviewSaysWhatComesTomorrow(t *testing.T) {
	d := uitest.Deps(t)
	p := began(t, d, quiz.KindReview, "Review", questions(t, d, 1, false))
	p.Want("Review", "1 of 1")
	p.answer(true)
	learner, err := d.History.Learner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	plan := recall.MakePlan(d.Course, learner, d.Now())
	if len(plan.Days) > 1 {
		p.Want("Tomorrow")
	}
	d.History = planless{d.History}
	p = began(t, d, quiz.KindReview, "Review", questions(t, d, 1, false))
	p.answer(true)
	p.Want("1 of 1 right")
	p.WantNot("Tomorrow", "not saved")
}
