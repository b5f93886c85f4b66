package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/screen"
	quizscreen "whose/ui/screen/quiz"
)

// practiceLength is how many questions `p` asks.
const practiceLength = 10

// picked is what was picked for a session that is to be opened.
type picked struct {
	setup quiz.Setup
	topic quiz.Topic // what to draw from at random if nothing was picked
	items []model.Item
}

// pick looks at the learner's memory beside the screen, and opens a session of
// what fn picks if the learner has not gone elsewhere meanwhile. A history that
// cannot be read is that of someone who never answered.
func (r *Root) pick(fn func(recall.Learner) tea.Msg) tea.Cmd {
	hist := r.deps.History
	return r.own(r.top().id, func() tea.Msg {
		l, err := hist.Learner(context.Background())
		if err != nil {
			l = recall.Learner{}
		}
		return fn(l)
	})
}

// review picks what today asks, or as much as was asked for.
func (r *Root) review(msg screen.OpenReview) tea.Cmd {
	c, now := r.deps.Course, r.deps.Now()
	return r.pick(func(l recall.Learner) tea.Msg {
		n := msg.Items
		switch {
		case n > 0:
		case msg.Minutes > 0:
			n = l.Items(time.Duration(msg.Minutes) * time.Minute)
		default:
			if n = recall.MakePlan(c, l, now).Sitting.Items(); n == 0 { // done for today, and asked for more
				n = l.Items(recall.Sitting)
			}
		}
		var items []model.Item
		for _, p := range recall.Review(c, l, now, n) {
			items = append(items, p.Item)
		}
		if len(items) == 0 {
			return screen.Toast{Text: "nothing is due: a quiz or a lesson goes on from here"}
		}
		return picked{setup: quiz.Setup{Kind: quiz.KindReview, Title: "Review"}, items: items}
	})
}

// practise picks what of a topic is weakest or was never asked.
func (r *Root) practise(topic quiz.Topic) tea.Cmd {
	c, now := r.deps.Course, r.deps.Now()
	return r.pick(func(l recall.Learner) tea.Msg {
		next := recall.NewChooser(c, l, now)
		next.Only(func(item model.Item) bool { return topic.Has(c, item) })
		var items []model.Item
		for len(items) < practiceLength {
			p, ok := next.Next()
			if !ok {
				break
			}
			items = append(items, p.Item)
		}
		return picked{quiz.Setup{Kind: quiz.KindQuiz, Topic: topic.String(), Title: topic.Title(c)}, topic, items}
	})
}

// ask opens what was picked. Where that makes no question, it draws at random.
func (r *Root) ask(m picked) tea.Cmd {
	d := r.deps
	prompts := quiz.Paper(d.Course, m.items, d.Rand)
	var err error
	if len(prompts) == 0 {
		prompts, err = quiz.Draw(d.Course, m.topic, practiceLength, d.Rand)
	}
	return r.begins(m.setup, prompts, err)
}

// place asks what shows where a learner stands.
func (r *Root) place() tea.Cmd {
	prompts, err := quiz.DrawPlacement(r.deps.Course, r.deps.Rand)
	return r.begins(quiz.Setup{Kind: quiz.KindPlacement, Title: "Placement"}, prompts, err)
}

// begins opens a session in study mode, or says why it cannot.
func (r *Root) begins(setup quiz.Setup, prompts []quiz.Prompt, err error) tea.Cmd {
	d := r.deps
	setup.ID, setup.Mode = d.NewID(), quiz.Study
	var s *quiz.Session
	if err == nil {
		s, err = quiz.NewSession(d.Course, setup, prompts, d.Now())
	}
	if err != nil {
		r.toast = err.Error()
		return nil
	}
	return r.push(quizscreen.New(d, s))
}
