package incident

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
)

const (
	airy     = 60 // from this width on blank lines stand between the choices, and there is room for words
	choiceIn = 6  // the column of a choice's text
	labelIn  = 11 // the column of what stands behind "Whose job"
)

// set puts the page together.
func (s *Incident) set(p *page.Setter) {
	p.Blank()
	switch s.state {
	case opening:
		s.open(p)
	case deciding:
		s.ask(p)
	case decided:
		s.tell(p)
	case ended:
		s.close(p)
	}
}

func prose(p *page.Setter, role theme.Role, text string) {
	p.Put(role, "", text, 1, p.Prose(1))
}

// open tells what has happened before the first decision.
func (s *Incident) open(p *page.Setter) {
	prose(p, theme.Plain, s.story.Opening())
	p.Blank()
	fewest, most := s.story.Decisions(s.story.Start())
	many := fmt.Sprintf("%d to %d", fewest, most)
	if fewest == most {
		many = fmt.Sprint(most)
	}
	prose(p, theme.Dim, "You will decide "+many+" times. Each time, ask yourself whose job it is.")
	next(p, "Begin", s.begin)
}

// ask tells the story up to a decision, and what there is to choose.
func (s *Incident) ask(p *page.Setter) {
	prose(p, theme.Plain, s.step.Text)
	for i, c := range s.step.Choices {
		if i == 0 || p.Width() >= airy {
			p.Blank()
		}
		p.Add(page.Thing{
			Verb: "decide", Label: p.Theme.Paint(theme.Accent, fmt.Sprint(i+1)), Text: c.Text, In: choiceIn,
			Open: func() tea.Cmd { return s.decide(c) },
		})
	}
}

// tell says what came of a decision, and whose job it was.
func (s *Incident) tell(p *page.Setter) {
	t, d := p.Theme, s.last()
	sign, role, verdict := verdict(d.choice)
	p.Put(theme.Plain, " "+t.Paint(role, sign), d.choice.Text, page.Mark, p.Prose(page.Mark))
	p.Put(role, "", verdict, page.Mark, p.Prose(page.Mark))
	p.Blank()
	prose(p, theme.Plain, d.choice.Outcome)
	p.Blank()
	s.job(p, d)
	next(p, "Go on", s.goOn)
}

// next is the one thing to do on a page.
func next(p *page.Setter, text string, do func() tea.Cmd) {
	p.Blank()
	p.Add(page.Thing{Verb: strings.ToLower(text), Text: text, Open: do})
}

// job says whose job a decision was, and where that is taught.
func (s *Incident) job(p *page.Setter, d decision) {
	t := p.Theme
	cell, ok := s.deps.Course.Matrix().Cell(d.step.Cell)
	if !ok {
		return
	}
	s.label(p, "Whose job", cellinfo.Title(s.deps.Course.Matrix(), cell.Ref()))
	for _, side := range []struct {
		party model.Party
		text  string
	}{{model.AWS, cell.AWS}, {model.Customer, cell.You}} {
		if side.text != "" && (cell.Party == side.party || cell.Party == model.Shared) {
			in := labelIn + 7
			p.Put(theme.Plain, "           "+cellinfo.Party(t, side.party), side.text, in, p.Prose(in))
		}
	}
	if l, ok := s.deps.Course.Lesson(d.step.Lesson); ok {
		s.label(p, "Lesson", l.Title)
	}
}

// label sets a text behind a word.
func (s *Incident) label(p *page.Setter, word, text string) {
	p.Put(theme.Plain, " "+p.Theme.Paint(theme.Dim, word), text, labelIn, p.Prose(labelIn))
}

// verdict is the sign of a choice, and what is said of it.
func verdict(c model.Choice) (sign string, role theme.Role, text string) {
	if c.Good {
		return "✓", theme.Right, "Well decided."
	}
	return "✗", theme.Wrong, "Not the best choice."
}

// close tells how the story ends, and maps each decision to its cell and its
// lesson.
func (s *Incident) close(p *page.Setter) {
	t := p.Theme
	ending, role := "✗ It ends badly.", theme.Wrong
	if s.end.Good {
		ending, role = "✓ It ends well.", theme.Right
	}
	prose(p, role, ending)
	prose(p, theme.Plain, s.end.Text)
	p.Heading("Whose job it was", "")
	for _, d := range s.made {
		sign, role, _ := verdict(d.choice)
		p.Add(page.Thing{
			Verb: "open the cell", Label: t.Paint(role, sign), Text: d.choice.Text, In: page.Mark + 2,
			Open: func() tea.Cmd { return screen.Send(screen.OpenCell{Ref: d.step.Cell}) },
		})
		s.mapping(p, d)
		p.Extend()
	}
	next(p, "Play again", s.begin)
}

// mapping is where a decision stands in the matrix and which lesson teaches it,
// and what would have been better.
func (s *Incident) mapping(p *page.Setter, d decision) {
	const in = page.Mark + 2
	if !d.choice.Good {
		for _, c := range d.step.Choices {
			if c.Good {
				p.Put(theme.Dim, "", "Better: "+c.Text, in, p.Prose(in))
			}
		}
	}
	cell, ok := s.deps.Course.Matrix().Cell(d.step.Cell)
	if !ok {
		return
	}
	text := fmt.Sprintf("%s: %s", cellinfo.Title(s.deps.Course.Matrix(), cell.Ref()), theme.Name(cell.Party))
	if n := s.deps.Course.LessonNumber(d.step.Lesson); n > 0 {
		text += fmt.Sprintf(" · lesson %d", n)
	}
	label := "     " + p.Theme.Sign(cell.Party)
	p.Put(theme.Dim, label, text, in+3, p.Prose(in+3))
}
