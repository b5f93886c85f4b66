package quiz

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/study"
)

// answer grades what is chosen, in study mode, or says what is missing.
func (q *Quiz) answer(grade func() (tea.Cmd, error)) tea.Cmd {
	cmd, err := grade()
	var pick *quiz.PickError
	p, e := q.prompt()
	switch {
	case errors.As(err, &pick) && pick.Want == 1:
		q.say = fmt.Sprintf("Choose one first: 1 to %d.", len(p.Options))
	case errors.As(err, &pick):
		q.say = fmt.Sprintf("Please %s; %d chosen so far.", pick, len(e.Chosen))
	case err != nil:
		q.say = err.Error()
	}
	return cmd
}

func (q *Quiz) answerUnsure() tea.Cmd { return q.answer(q.run.AnswerUnsure) }

// mayTakeBack reports whether the grading on screen may have been a slip: once
// the result is out it counts.
func (q *Quiz) mayTakeBack() bool {
	return q.run.Session().Mode() == quiz.Study && !q.seen
}

// takeBack opens the question again.
func (q *Quiz) takeBack() tea.Cmd {
	cmd, err := q.run.TakeBack()
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	q.say, q.concluded = "Taken back: answer again.", false
	return cmd
}

// practise asks more of what went wrong here, while this session waits.
func (q *Quiz) practise(i int) tea.Cmd {
	s := q.run.Session()
	topic := quiz.TopicOf(q.deps.Course, s.Prompt(i), s.Entry(i).Chosen)
	return screen.Send(screen.Practise{Topic: topic})
}

// afterwards is what follows from a session for the days to come.
type afterwards string

// conclude does once what the end of a session calls for: a placement is not
// offered again, and after a review the next one is foretold.
func (q *Quiz) conclude() tea.Cmd {
	if q.concluded {
		return nil
	}
	q.concluded = true
	hist, course, now := q.deps.History, q.deps.Course, q.deps.Now()
	switch q.run.Session().Kind() {
	case quiz.KindPlacement:
		return func() tea.Msg { return screen.SaveResult{Err: hist.SetPlaced(context.Background())} }
	case quiz.KindReview:
		return func() tea.Msg {
			learner, err := hist.Learner(context.Background())
			if err != nil {
				return nil // then nothing is foretold
			}
			return afterwards(tomorrow(recall.MakePlan(course, learner, now)))
		}
	}
	return nil
}

// tomorrow says what a plan has for the next day.
func tomorrow(p recall.Plan) string {
	if len(p.Days) < 2 {
		return ""
	}
	switch next := p.Days[1]; next.Items() {
	case 0:
		return "Tomorrow nothing is due."
	default:
		return fmt.Sprintf("Tomorrow: %d to ask, %s.", next.Items(), study.Minutes(next.Time))
	}
}
