package quiz_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz"
)

// stored is a session after a trip through a file.
func stored(t failer, c *model.Course, s *quiz.Session, now time.Time) (*quiz.Session, int) {
	t.Helper()
	text, err := json.Marshal(s.Save(now))
	if err != nil {
		t.Fatalf("%v", err)
	}
	var saved quiz.Saved
	if err := json.Unmarshal(text, &saved); err != nil {
		t.Fatalf("%v", err)
	}
	restored, dropped, err := quiz.Restore(c, saved)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return restored, dropped
}

func TestASessionComesBackFromAnyMomentOfARun(t *testing.T) {
	c := course(t)
	rapid.Check(t, func(t *rapid.T) {
		mode := rapid.SampledFrom([]quiz.Mode{quiz.Study, quiz.Test}).Draw(t, "mode")
		paper, err := quiz.Draw(c, quiz.Topic{}, rapid.IntRange(1, 6).Draw(t, "n"), anySeed(t))
		if err != nil {
			t.Fatalf("%v", err)
		}
		setup := quiz.Setup{ID: "run", Kind: quiz.KindQuiz, Mode: mode}
		if mode == quiz.Test && rapid.Bool().Draw(t, "with a clock") {
			setup.Kind, setup.Limit = quiz.KindExam, time.Duration(rapid.IntRange(1, 600).Draw(t, "limit"))*time.Second
		}
		s, err := quiz.NewSession(c, setup, paper, noon)
		if err != nil {
			t.Fatalf("%v", err)
		}
		now, newID := noon, ids()
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(-5, 60).Draw(t, "seconds")) * time.Second)
			step(t, s, now, newID)
			same(t, c, s, now)
		}
	})
}

// step does something that a learner may do; what the session refuses must leave
// it as it was.
func step(t *rapid.T, s *quiz.Session, now time.Time, newID func() string) {
	before := s.Save(now)
	var err error
	switch rapid.IntRange(0, 12).Draw(t, "step") {
	case 0:
		s.Show(now)
	case 1:
		s.Hide(now)
	case 2:
		err = s.Next(now)
	case 3:
		err = s.Prev(now)
	case 4:
		err = s.Go(rapid.IntRange(-1, s.Len()).Draw(t, "place"), now)
	case 5:
		_, err = s.Answer(now, newID)
	case 6:
		if rapid.IntRange(0, 5).Draw(t, "sure") == 0 {
			_, err = s.HandIn(now, newID)
		}
	case 7:
		_, err = s.AnswerUnsure(now, newID)
	case 8:
		_, err = s.TakeBack(now)
	case 9:
		err = s.Flag(now)
	case 10:
		err = s.Pause(now)
	case 11:
		s.Resume(now)
	default:
		options := s.Prompt(s.At()).Options
		err = s.Choose(options[rapid.IntRange(0, len(options)-1).Draw(t, "option")].ID, now)
	}
	if err != nil && !reflect.DeepEqual(before, s.Save(now)) {
		t.Fatalf("refused (%v), and changed the session nonetheless", err)
	}
}

func same(t *rapid.T, c *model.Course, s *quiz.Session, now time.Time) {
	restored, dropped := stored(t, c, s, now)
	score := s.Score()
	if dropped != 0 || !reflect.DeepEqual(restored.Score(), score) {
		t.Fatalf("restored %+v\nwant     %+v, %d dropped", restored.Score(), score, dropped)
	}
	if restored.At() != s.At() || restored.Done() != s.Done() || restored.Blanks() != s.Blanks() {
		t.Fatalf("restored at %d, done %v; want %d, %v", restored.At(), restored.Done(), s.At(), s.Done())
	}
	leftNow, limited := s.Left(now)
	leftThen, stillLimited := restored.Left(now)
	if leftThen != leftNow || stillLimited != limited || restored.Away() != s.Away() || restored.Paused() != s.Paused() ||
		restored.Pausing() != s.Pausing() || restored.Expired(now) != s.Expired(now) {
		t.Fatalf("restored with %v left, want %v", leftThen, leftNow)
	}
	for i := range s.Len() {
		if !reflect.DeepEqual(restored.Entry(i), s.Entry(i)) || !reflect.DeepEqual(restored.Prompt(i), s.Prompt(i)) {
			t.Fatalf("restored %+v\nwant     %+v", restored.Entry(i), s.Entry(i))
		}
		if s.Entry(i).Thinking < 0 {
			t.Fatalf("thought %v on %d", s.Entry(i).Thinking, i)
		}
	}
}

func TestRestoreKeepsWhatTheSessionIs(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, checks(c))
	s.Show(noon)
	got, _ := stored(t, c, s, after(7))
	if got.Entry(0).Thinking != 7*time.Second {
		t.Errorf("thought %v, want the 7 s on screen", got.Entry(0).Thinking)
	}
	if got.ID() != "run" || got.Kind() != quiz.KindQuiz || got.Mode() != quiz.Test || got.Topic() != "2.1" ||
		got.Title() != "Shared responsibility" || !got.Started().Equal(noon) {
		t.Errorf("restored %+v", got)
	}
}

func TestRestoreDropsAndCountsWhatIsGone(t *testing.T) {
	c := course(t)
	two, os := checks(c)[0], checks(c)[1]
	paper := []quiz.Prompt{os, two, os, quiz.TestMe(c, "rds")[0]}
	s := begin(t, c, quiz.Study, paper)
	answer(t, s, "GUEST")
	if err := s.Next(noon); err != nil {
		t.Fatal(err)
	}
	answer(t, s, "A", "B")
	if err := s.Next(noon); err != nil {
		t.Fatal(err)
	}
	choose(t, s, "p") // at the third
	revised := build(t, grid, func(_ *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) { asked[0].Revision = 2 })
	got, dropped := stored(t, revised, s, noon)
	if dropped != 2 || got.Len() != 2 || got.At() != 1 || got.Prompt(0).Spec.Question != "two" {
		t.Fatalf("dropped %d, at %d of %d", dropped, got.At(), got.Len())
	}
	if score := got.Score(); score.Right != 1 || score.Graded != 1 {
		t.Errorf("score %+v, want the answer that is left", score)
	}
	if e := got.Entry(1); e.Graded || len(e.Chosen) != 0 {
		t.Errorf("the next prompt has taken over another's draft: %+v", e)
	}
}

func TestRestoreRefusesWhatItCannotGoOnWith(t *testing.T) {
	c := course(t)
	saved := begin(t, c, quiz.Study, checks(c)[1:]).Save(noon)
	revised := build(t, grid, func(_ *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) { asked[0].Revision = 2 })
	if _, dropped, err := quiz.Restore(revised, saved); !errors.Is(err, quiz.ErrEmpty) || dropped != 1 {
		t.Errorf("nothing left: %d dropped, %v", dropped, err)
	}
	other := saved
	other.Course = "other"
	if _, _, err := quiz.Restore(c, other); err == nil {
		t.Error("a session of another course was restored")
	}
	other = saved
	other.Entries[0].Thinking = -time.Second
	if s, _, err := quiz.Restore(c, other); err != nil || s.Score().Time != 0 {
		t.Errorf("a negative time was taken over: %v", err)
	}
	other = saved
	other.Mode = "exam"
	if _, _, err := quiz.Restore(c, other); err == nil {
		t.Error("a session of an unknown mode was restored")
	}
}

// What the first version of the program saved must always be readable.
func TestASessionOfTheFirstVersionIsRestored(t *testing.T) {
	const old = `{"id":"run","course":"course","version":"1","kind":"quiz","mode":"study","topic":"2.1",
		"title":"Shared responsibility","started":"2026-11-20T12:00:00+01:00","at":1,"done":false,"entries":[
		{"spec":{"question":"two","revision":1,"order":["B","A","d","e","c"],"right":["B","A"]},
			"chosen":["A","c"],"graded":true,"thinking":9000000000},
		{"spec":{"drill":{"kind":"who","service":"rds","layer":"guest-os"},"order":["aws","customer","shared"],"right":["aws"]},
			"chosen":["aws"]}]}`
	var saved quiz.Saved
	if err := json.Unmarshal([]byte(old), &saved); err != nil {
		t.Fatal(err)
	}
	s, dropped, err := quiz.Restore(course(t), saved)
	if err != nil || dropped != 0 || s.Len() != 2 || s.At() != 1 || s.Title() != "Shared responsibility" {
		t.Fatalf("restored %+v, %d dropped, %v", s, dropped, err)
	}
	if e := s.Entry(0); !e.Graded || e.Right || e.Unsure || e.Flagged || e.Thinking != 9*time.Second {
		t.Errorf("the answer is %+v", e)
	}
	if _, limited := s.Left(noon); limited {
		t.Error("it has a clock")
	}
	if err := s.Prev(noon); err != nil {
		t.Fatal(err)
	}
	_, err = s.TakeBack(noon)
	wants(t, "taking back an answer without an id", err, quiz.ErrNoAnswer)
	if err := s.Next(noon); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Answer(noon, ids()); err != nil || !a.Right {
		t.Errorf("going on: %+v, %v", a, err)
	}
}

func TestASessionWithABrokenClockIsRefused(t *testing.T) {
	saved := exam(t).Save(minutes(1))
	saved.Clock.State = "what"
	if _, _, err := quiz.Restore(course(t), saved); err == nil {
		t.Error("it was restored")
	}
}
