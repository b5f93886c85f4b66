package quiz

import (
	"slices"
	"time"
)

// Answer grades the draft of the current prompt, in study mode. The error is a
// *PickError when another number of options must be chosen. newID names the
// answer.
func (s *Session) Answer(now time.Time, newID func() string) (Answer, error) {
	return s.answer(now, newID, false)
}

// AnswerUnsure does what Answer does and notes that the learner is not sure.
func (s *Session) AnswerUnsure(now time.Time, newID func() string) (Answer, error) {
	return s.answer(now, newID, true)
}

func (s *Session) answer(now time.Time, newID func() string, unsure bool) (Answer, error) {
	e := &s.entries[s.at]
	switch {
	case s.setup.Mode != Study:
		return Answer{}, ErrWrongMode
	case e.graded:
		return Answer{}, ErrGraded
	case !e.complete():
		return Answer{}, &PickError{Want: e.prompt.Pick}
	}
	s.count(now)
	e.unsure = unsure
	return s.grade(e, now, newID()), nil
}

// HandIn grades everything at once, in test mode. A blank prompt is graded wrong
// but makes no answer: it says nothing of what the learner knows. From an exam's
// deadline on the deadline is when the answers were given. A pause ends.
func (s *Session) HandIn(now time.Time, newID func() string) ([]Answer, error) {
	switch {
	case s.setup.Mode != Test:
		return nil, ErrWrongMode
	case s.Done():
		return nil, ErrGraded
	}
	s.count(now)
	s.clock = s.clock.Stop(now)
	now = s.clock.cut(now)
	var answers []Answer
	for i := range s.entries {
		e := &s.entries[i]
		if e.complete() {
			e.unsure = e.flagged
			answers = append(answers, s.grade(e, now, newID()))
		} else {
			e.graded = true
		}
	}
	return answers, nil
}

func (s *Session) grade(e *entry, now time.Time, id string) Answer {
	right, grades := e.prompt.Grade(s.course, e.chosen)
	e.graded, e.right, e.answer = true, right, id
	return Answer{
		ID: id, Session: s.setup.ID, At: now, Mode: s.setup.Mode,
		Spec: e.prompt.Spec, Task: taskOf(s.course, e.prompt.Objectives),
		Order: slices.Clone(e.prompt.Spec.Order), Chosen: slices.Clone(e.chosen),
		Thinking: e.thinking, Words: e.prompt.Words(), Unsure: e.unsure,
		Right: right, Grades: grades, Confusions: e.prompt.confusions(e.chosen),
	}
}

// TakeBack takes the grading of the current prompt back, in study mode: it is
// open again, with what was chosen as its draft. It gives the id of the answer
// that the history has to correct. The error is ErrWrongMode, ErrUngraded when
// there is nothing to take back, or ErrNoAnswer when the session was saved
// before sessions kept the ids of their answers.
func (s *Session) TakeBack(now time.Time) (answer string, err error) {
	e := &s.entries[s.at]
	switch {
	case s.setup.Mode != Study:
		return "", ErrWrongMode
	case !e.graded:
		return "", ErrUngraded
	case e.answer == "":
		return "", ErrNoAnswer
	}
	s.count(now)
	answer = e.answer
	e.graded, e.right, e.unsure, e.answer = false, false, false, ""
	return answer, nil
}
