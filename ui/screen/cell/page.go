package cell

import (
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

const stemMost = 2 // lines of a question's stem

// set puts the page together: first the cell, then its service, then what can be
// asked.
func (c *Cell) set(s *page.Setter) {
	cell := c.cell()
	service, _ := c.grid.Service(cell.Service)
	layer, _ := c.grid.Layer(cell.Layer)
	s.Put(theme.Dim, "", service.Name+" · "+layer.Name, widget.Margin, s.Prose(widget.Margin))
	parts(s, cell)
	reason(s, cell)
	exam(s, cell)
	here, elsewhere := cellinfo.Variants(service, cell.Layer)
	if len(here) > 0 {
		s.Heading("What moves the line here", "")
		variants(s, here)
	}
	c.pages(s, cell)
	c.lesson(s, cell)
	about(s, service, elsewhere)
	c.questions(s, cell)
}

// parts are what each side does: side by side where there is room.
func parts(s *page.Setter, cell model.Cell) {
	s.Blank()
	s.Both(
		func(s *page.Setter) { part(s, model.AWS, cell.AWS) },
		func(s *page.Setter) { part(s, model.Customer, cell.You) },
	)
}

// part is what one side does, as a sentence after its sign and name.
func part(s *page.Setter, side model.Party, text string) {
	if text == "" {
		return
	}
	label := " " + cellinfo.Party(s.Theme, side)
	in := widget.Width(label) + page.Indent
	s.Put(theme.Plain, label, text, in, s.Prose(in))
}

// reason is why it is so.
func reason(s *page.Setter, cell model.Cell) {
	if cell.Why == "" {
		return
	}
	s.Blank()
	label := " " + s.Theme.Paint(theme.Dim, "Why")
	in := widget.Width(" "+cellinfo.Party(s.Theme, model.AWS)) + page.Indent
	s.Put(theme.Plain, label, cell.Why, in, s.Prose(in))
}

// exam is how a question about a shared cell is meant.
func exam(s *page.Setter, cell model.Cell) {
	if cell.Exam == 0 {
		return
	}
	s.Heading("How it is asked", "")
	text := cellinfo.PlainQuestion(cell)
	if len(cell.Cues) > 0 {
		text += " These words decide:"
	}
	s.Put(theme.Plain, "", text, page.Mark, s.Prose(page.Mark))
	s.Both(
		func(s *page.Setter) { cues(s, cell, model.AWS) },
		func(s *page.Setter) { cues(s, cell, model.Customer) },
	)
}

// cues are the words that point to a side, and a task that is that side's alone.
func cues(s *page.Setter, cell model.Cell, side model.Party) {
	label := "   " + cellinfo.Party(s.Theme, side)
	in := widget.Width(label) + page.Indent
	for _, cue := range cell.Cues {
		if cue.Side != side {
			continue
		}
		s.Put(theme.Plain, label, cue.Words, in, s.Prose(in))
		s.Put(theme.Dim, "", "such as "+cue.Ask, in, s.Prose(in))
		label = ""
	}
}

// about is what the service is and what the exam likes to ask about it, and the
// forms of it in which the line moves in other layers.
func about(s *page.Setter, service model.Service, elsewhere []model.Variant) {
	if service.What == "" {
		return
	}
	s.Heading("About "+service.Short, "")
	s.Put(theme.Plain, "", service.What, page.Mark, s.Prose(page.Mark))
	if service.Trap != "" {
		const in = page.Mark + 6
		s.Put(theme.Plain, "   "+s.Theme.Paint(theme.Dim, "Exam"), service.Trap, in, s.Prose(in))
	}
	if len(elsewhere) > 0 {
		s.Heading("What moves the line in other layers", "")
		variants(s, elsewhere)
	}
}

// variants are forms of a service, each with how the line moves in it.
func variants(s *page.Setter, all []model.Variant) {
	const in = page.Mark + page.Indent
	for _, v := range all {
		open := screen.Send(screen.OpenSource{URL: v.Source})
		s.Add(page.Thing{Verb: "open page", Text: v.Name, Most: 1, Open: func() tea.Cmd { return open }})
		s.Put(theme.Dim, "", v.Moves, in, s.Prose(in))
		s.Extend()
	}
}
