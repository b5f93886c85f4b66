package cell

import (
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/cellinfo"
	"whose/ui/screen"
)

// askable reports whether there is anything to practise on the cell.
func (c *Cell) askable() bool {
	return c.cell().Askable() || len(c.deps.Course.QuestionsOn(c.cell().Ref())) > 0
}

// prompts are everything that can be asked about the cell alone: its questions,
// then whose job it is.
func (c *Cell) prompts() (all []quiz.Prompt) {
	for _, id := range c.deps.Course.QuestionsOn(c.cell().Ref()) {
		all = append(all, c.asked(id)...)
	}
	return append(all, c.drills()...)
}

// asked is one of the cell's questions with its options shuffled.
func (c *Cell) asked(id model.QuestionID) []quiz.Prompt {
	q, ok := c.deps.Course.Question(id)
	if !ok {
		return nil
	}
	options := append([]model.Option(nil), q.Options()...)
	c.deps.Rand.Shuffle(len(options), func(i, j int) { options[i], options[j] = options[j], options[i] })
	spec := quiz.Spec{Question: id, Revision: q.Revision()}
	for _, o := range options {
		spec.Order = append(spec.Order, o.ID)
		if o.Correct {
			spec.Right = append(spec.Right, o.ID)
		}
	}
	return c.made(spec)
}

// drills ask whose job the cell is and, for a shared one, each task that its
// cues name.
func (c *Cell) drills() (all []quiz.Prompt) {
	cell := c.cell()
	all = c.who("", cell.Party)
	for _, cue := range cell.Cues {
		all = append(all, c.who(cue.Ask, cue.Side)...)
	}
	return all
}

func (c *Cell) who(cue string, right model.Party) []quiz.Prompt {
	ref := c.cell().Ref()
	drill := quiz.DrillSpec{Kind: quiz.Who, Service: ref.Service, Layer: ref.Layer, Cue: cue}
	order := []string{model.AWS.String(), model.Customer.String(), model.Shared.String()}
	return c.made(quiz.Spec{Drill: &drill, Order: order, Right: []string{right.String()}})
}

// made is the prompt of a spec, or none if the quiz does not ask such a thing,
// as with a cell that is not graded.
func (c *Cell) made(spec quiz.Spec) []quiz.Prompt {
	p, err := quiz.Make(c.deps.Course, spec)
	if err != nil {
		return nil
	}
	return []quiz.Prompt{p}
}

// practise starts a session of the prompts.
func (c *Cell) practise(prompts []quiz.Prompt) tea.Cmd {
	ref := c.cell().Ref()
	s, err := quiz.NewSession(c.deps.Course, quiz.Setup{
		ID: c.deps.NewID(), Kind: quiz.KindQuiz, Mode: quiz.Study, Topic: string(ref.Service), Title: cellinfo.Title(c.grid, ref),
	}, prompts, c.deps.Now())
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.OpenQuiz{Session: s})
}
