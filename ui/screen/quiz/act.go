package quiz

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
)

func (q *Quiz) readLesson() tea.Cmd {
	p, _ := q.prompt()
	return screen.Send(screen.OpenLesson{ID: p.Lesson})
}

func (q *Quiz) openCell() tea.Cmd {
	p, _ := q.prompt()
	return screen.Send(screen.OpenMatrix{Focus: p.Cells[0]})
}

// words lists the words of the glossary in the question and its reasons.
func (q *Quiz) words() tea.Cmd {
	p, _ := q.prompt()
	all := []string{p.Stem}
	for _, o := range p.Options {
		all = append(all, o.Text, o.Reason)
	}
	return screen.Send(screen.OpenWords{Text: strings.Join(all, "\n"), Where: q.Title()})
}

func (q *Quiz) openSource(i int) tea.Cmd {
	p, _ := q.prompt()
	return screen.Send(screen.OpenSource{URL: p.Sources[i]})
}

// markOf is what a bookmark of the prompt stands on: the question, or the cell
// that a drill is made from.
func markOf(p quiz.Prompt) mark {
	if p.Spec.Drill != nil {
		return mark{history.KindCell, p.Cells[0].String()}
	}
	return mark{history.KindQuestion, string(p.Spec.Question)}
}

// bookmark sets the prompt's bookmark or takes it away.
func (q *Quiz) bookmark() tea.Cmd {
	hist := q.deps.History
	p, _ := q.prompt()
	m := markOf(p)
	return func() tea.Msg {
		set, err := hist.Toggle(context.Background(), m.kind, m.id)
		if err != nil {
			return screen.SaveResult{Err: err}
		}
		say := screen.Toast{Text: "bookmark taken away"}
		if set {
			say.Text = "bookmarked"
		}
		return tea.BatchMsg{screen.Send(screen.SaveResult{}), screen.Send(marked{m: set}), screen.Send(say)}
	}
}

// copy copies the question with its answer.
func (q *Quiz) copy() tea.Cmd {
	p, _ := q.prompt()
	return screen.Send(screen.CopyText{Text: asText(p), What: "the question and its answer"})
}

// asText is a prompt with its answer, as a message to a colleague would have it.
func asText(p quiz.Prompt) string {
	var b, key strings.Builder
	b.WriteString(p.Stem + "\n\n")
	for i, o := range p.Options {
		fmt.Fprintf(&b, "%d. %s\n", i+1, o.Text)
		if o.Correct {
			fmt.Fprintf(&key, "\nRight: %d. %s", i+1, o.Reason)
		}
	}
	b.WriteString(key.String())
	for _, url := range p.Sources {
		b.WriteString("\n" + url)
	}
	return b.String()
}

// report copies what says which question it is, for a report of a mistake.
func (q *Quiz) report() tea.Cmd {
	p, _ := q.prompt()
	c := q.deps.Course
	what := fmt.Sprintf("question %s@%d", p.Spec.Question, p.Spec.Revision)
	if p.Spec.Drill != nil {
		what = "drill " + string(p.Spec.Drill.Kind) + " on"
		for _, ref := range p.Cells {
			cell, _ := c.Matrix().Cell(ref)
			what += fmt.Sprintf(" %s@%s", ref, cell.Party)
		}
	}
	return screen.Send(screen.CopyText{
		Text: fmt.Sprintf("%s, course %s %s", what, c.ID(), c.Version()),
		What: "what a report needs",
	})
}
