package uitest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"time"

	"whose/quiz"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
)

// Study fills the history of a test with seven weeks of answers until the day of
// Start, the same at every run: sessions on most days, some answers unsure, some
// fast, some things mixed up, and what the program said of readiness each day.
func Study(d *screen.Deps) error {
	store, ok := d.History.(*history.Store)
	if !ok {
		return fmt.Errorf("the history is a %T", d.History)
	}
	kept, err := course() // whose answers the history of a test keeps
	if err != nil {
		return err
	}
	s := &study{deps: d, rng: rand.New(rand.NewPCG(3, 4)), now: Start.AddDate(0, 0, -7*7)}
	past, err := history.Open(context.Background(), history.Options{
		Dir: filepath.Dir(store.Path()), Course: kept.ID(), Owner: "study", Now: func() time.Time { return s.now },
	})
	if err != nil {
		return err
	}
	s.past = past
	if err := s.all(); err != nil {
		return err
	}
	return past.Close()
}

type study struct {
	deps *screen.Deps
	past *history.Store
	rng  *rand.Rand
	now  time.Time
	ids  int
}

func (s *study) id() string {
	s.ids++
	return fmt.Sprintf("%030dst", s.ids)
}

func (s *study) all() error {
	ctx := context.Background()
	for day := 0; s.now.Before(Start); day++ {
		next := s.now.AddDate(0, 0, 1)
		if s.rng.Float64() < 0.7 || next.After(Start) {
			if err := s.sitting(ctx, day); err != nil {
				return err
			}
		}
		s.now = next
	}
	if lessons := s.deps.Course.Lessons(); len(lessons) > 1 {
		return s.past.MarkRead(ctx, lessons[0].ID)
	}
	return nil
}

// sitting is one session, and what the program says after it.
func (s *study) sitting(ctx context.Context, day int) error {
	setup := quiz.Setup{ID: s.id(), Kind: quiz.KindQuiz, Mode: quiz.Study, Title: "All topics"}
	switch {
	case day%14 == 13:
		setup.Kind, setup.Mode, setup.Title = quiz.KindExam, quiz.Test, "Mock exam"
	case day%3 == 0:
		setup.Kind, setup.Title = quiz.KindReview, "Review"
	}
	prompts, err := quiz.Draw(s.deps.Course, quiz.Topic{}, 5+s.rng.IntN(12), s.rng)
	if err != nil {
		return err
	}
	session, err := quiz.NewSession(s.deps.Course, setup, prompts, s.now)
	if err != nil {
		return err
	}
	if err := s.run(ctx, session, 0.55+float64(day)/150); err != nil {
		return err
	}
	learner, err := s.past.Learner(ctx)
	if err != nil {
		return err
	}
	if r := recall.Ready(s.deps.Course, learner, s.now); r.Missing == 0 {
		return s.past.NoteReadiness(ctx, recall.DayOf(s.now), r.Share, r.Margin)
	}
	return nil
}

// run answers a session: each question rightly at the odds given.
func (s *study) run(ctx context.Context, session *quiz.Session, odds float64) error {
	var answers []quiz.Answer
	session.Show(s.now)
	for i := range session.Len() {
		if i > 0 {
			if err := session.Next(s.now); err != nil {
				return err
			}
		}
		right := s.rng.Float64() < odds
		if err := s.choose(session, right); err != nil {
			return err
		}
		s.now = s.now.Add(time.Duration(8+s.rng.IntN(40)) * time.Second)
		if session.Mode() == quiz.Test {
			continue
		}
		answer := session.Answer
		if s.rng.Float64() < 0.2 {
			answer = session.AnswerUnsure
		}
		a, err := answer(s.now, s.id)
		if err != nil {
			return err
		}
		answers = append(answers, a)
	}
	if session.Mode() == quiz.Test {
		graded, err := session.HandIn(s.now, s.id)
		if err != nil {
			return err
		}
		answers = graded
	}
	saved := session.Save(s.now)
	return s.past.Append(ctx, answers, &saved)
}

// choose picks the right options, or as many from the first wrong one on.
func (s *study) choose(session *quiz.Session, right bool) error {
	p := session.Prompt(session.At())
	picked := 0
	for _, first := range []bool{true, false} {
		for _, o := range p.Options {
			if picked == p.Pick {
				return nil
			}
			if (o.Correct == right) != first {
				continue
			}
			if err := session.Choose(o.ID, s.now); err != nil {
				return err
			}
			picked++
		}
	}
	return nil
}
