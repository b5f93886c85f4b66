package quiz

import (
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
)

// again are the ways to ask once more: what was wrong, and, of an exam and of
// what is past, the same paper.
func (q *Quiz) again(r quiz.Report) (rows []resultRow) {
	s := q.run.Session()
	if s.Kind() == quiz.KindTestMe {
		test := screen.OpenTestMe{Service: model.ServiceID(s.Topic())}
		return []resultRow{{text: "Test me on it again", verb: "test me", open: func() tea.Cmd { return screen.Send(test) }}}
	}
	if n := len(r.Wrong); n > 0 {
		rows = append(rows, resultRow{text: "Ask " + the(n, "wrong one") + " again", verb: "ask again", open: q.retry})
	}
	if s.Kind() == quiz.KindExam || q.past {
		rows = append(rows, q.sameAgain(r))
	}
	return rows
}

// sameAgain asks the same paper once more. Before a clock starts it asks.
func (q *Quiz) sameAgain(r quiz.Report) resultRow {
	row := resultRow{text: "The same paper again", verb: "start", open: q.repeat}
	switch {
	case r.Limit == 0:
	case q.sure:
		row.text, row.verb = "Start it now? The clock runs at once.", "start the clock"
	default:
		row.note, row.verb, row.open = took(r.Limit), "start", quietly(func() { q.sure = true })
	}
	return row
}

func (q *Quiz) retry() tea.Cmd {
	again, ok := q.run.Session().Retry(q.deps.NewID(), q.deps.Now())
	if !ok {
		return nil
	}
	return screen.Send(screen.OpenQuiz{Session: again, Replace: true})
}

// repeat asks the same paper once more.
func (q *Quiz) repeat() tea.Cmd {
	again := q.run.Session().Again(q.deps.NewID(), q.deps.Now())
	return screen.Send(screen.OpenQuiz{Session: again, Replace: true})
}
