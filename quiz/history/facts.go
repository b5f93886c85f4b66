package history

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
)

// fact is an answer as it is kept and exported.
type fact struct {
	ID       string          `json:"id"`
	Session  string          `json:"session"`
	At       moment          `json:"at"`
	Mode     string          `json:"mode"`
	Spec     json.RawMessage `json:"spec"`
	Task     model.TaskID    `json:"task"`
	Shown    json.RawMessage `json:"shown"`
	Chosen   json.RawMessage `json:"chosen"`
	Thinking int64           `json:"thinking_ms"`
	Right    bool            `json:"right"`
	Sure     sureness        `json:"sure"`
	Words    int             `json:"words"`
	Tempo    float64         `json:"tempo"`
	Grades   []grade         `json:"grades"`
	Confused []confused      `json:"confused,omitempty"`
	Undone   *moment         `json:"undone,omitempty"` // when it was taken back
}

type grade struct {
	Item   model.Item    `json:"item"`
	Right  bool          `json:"right"`
	Rating recall.Rating `json:"rating"`
}

type confused struct {
	Took  model.ConceptID `json:"took"`
	For   model.ConceptID `json:"for"`
	Times int             `json:"times"`
}

// sureness is how sure the learner was of an answer.
type sureness string

const (
	unsure sureness = "unsure"
	sure   sureness = "sure"
	fast   sureness = "fast" // sure, and clearly faster than usual
)

// surenessOf tells it by the rating of an answer that is right, or would be.
func surenessOf(r recall.Rating) sureness {
	switch r {
	case recall.Hard:
		return unsure
	case recall.Easy:
		return fast
	}
	return sure
}

// factOf is what is kept of an answer that is given now by a learner with a
// usual tempo.
func factOf(a quiz.Answer, usual float64) (fact, error) {
	spec, err1 := json.Marshal(a.Spec)
	shown, err2 := json.Marshal(append([]string{}, a.Order...))
	chosen, err3 := json.Marshal(append([]string{}, a.Chosen...))
	if err := errors.Join(err1, err2, err3); err != nil {
		return fact{}, fmt.Errorf("answer %s: %w", a.ID, err)
	}
	tempo := quiz.Tempo(a)
	f := fact{
		ID: a.ID, Session: a.Session, At: momentOf(a.At), Mode: string(a.Mode), Spec: spec, Task: a.Task,
		Shown: shown, Chosen: chosen, Thinking: a.Thinking.Milliseconds(), Right: a.Right,
		Sure: surenessOf(recall.Rate(true, a.Unsure, tempo, usual)), Words: a.Words, Tempo: tempo,
	}
	for _, g := range a.Grades {
		f.Grades = append(f.Grades, grade{g.Item, g.Right, recall.Rate(g.Right, a.Unsure, tempo, usual)})
	}
	for _, c := range a.Confusions {
		f.Confused = append(f.Confused, confused{c.Took, c.For, max(1, c.Times)})
	}
	return f, nil
}

// insert keeps an answer, but nothing that follows from it, and reports whether
// it was not there yet.
func (l ledger) insert(ctx context.Context, f fact) (added bool, err error) {
	rows, err := l.exec(ctx, `INSERT INTO answer
		(learner, course, id, session, at, zone, mode, spec, task, shown, chosen, thinking, right, sure, words, tempo)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (id) DO NOTHING`,
		f.ID, f.Session, f.At.at, f.At.zone, f.Mode, string(f.Spec), string(f.Task), string(f.Shown), string(f.Chosen),
		f.Thinking, f.Right, string(f.Sure), f.Words, f.Tempo)
	if err != nil || rows == 0 {
		return false, err
	}
	for n, g := range f.Grades {
		_, err := l.exec(ctx, `INSERT INTO grade (learner, course, answer, n, item, right, rating) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
			f.ID, n, string(g.Item), g.Right, g.Rating)
		if err != nil {
			return false, fmt.Errorf("grade of %s: %w", g.Item, err)
		}
	}
	for n, c := range f.Confused {
		_, err := l.exec(ctx, `INSERT INTO confused (learner, course, answer, n, at, took, missed, times) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
			f.ID, n, f.At.at, string(c.Took), string(c.For), c.Times)
		if err != nil {
			return false, fmt.Errorf("confusion of %s and %s: %w", c.Took, c.For, err)
		}
	}
	return true, nil
}
