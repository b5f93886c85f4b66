// Package glossary is the screen that lists the words that the course explains:
// all of them, or those that stand in a text.
package glossary

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/ui/keys"
	"whose/ui/list"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
	"whose/ui/words"
)

// Glossary is the screen.
type Glossary struct {
	deps   *screen.Deps
	title  string
	terms  []model.Term
	list   *list.List
	places map[model.TermID][]words.Place // nil until they are known
}

// New lists all words of the course.
func New(d *screen.Deps) *Glossary { return open(d, "Glossary", words.Sorted(d.Course)) }

// Words lists the words that stand in a text, and says where that is.
func Words(d *screen.Deps, text, where string) *Glossary {
	return open(d, "Words here · "+where, words.In(d.Course, text))
}

func open(d *screen.Deps, title string, terms []model.Term) *Glossary {
	g := &Glossary{deps: d, title: title, terms: terms}
	rows := make([]list.Row, len(terms))
	for i, t := range terms {
		rows[i] = list.Row{Name: t.Term, Words: strings.Join(t.Words, "\n")}
	}
	g.list = list.New(d, rows)
	g.list.Verb, g.list.About = "open", g.about
	g.list.Open = func(row int) tea.Msg { return screen.OpenTerm{ID: terms[row].ID} }
	g.list.Width, g.list.Below = 34, 7
	return g
}

type found map[model.TermID][]words.Place

// Init looks up where the words are taught.
func (g *Glossary) Init() tea.Cmd {
	course := g.deps.Course
	return func() tea.Msg { return found(words.Places(course)) }
}

// Update moves the focus and opens words and lessons.
func (g *Glossary) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := g.list.Update(msg); ok {
		return cmd
	}
	switch msg := msg.(type) {
	case found:
		g.places = msg
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, g.read()):
			place := g.taught()[0]
			return screen.Send(screen.OpenLesson{ID: place.Lesson, Heading: place.Heading})
		case key.Matches(msg, g.all()):
			return screen.Send(screen.OpenGlossary{})
		}
	}
	return nil
}

// taught is where the word with the focus is taught.
func (g *Glossary) taught() []words.Place {
	if len(g.terms) == 0 {
		return nil
	}
	return g.places[g.terms[g.list.At()].ID]
}

func (g *Glossary) read() key.Binding { return keys.When(len(g.taught()) > 0, keys.Read()) }

// all leads from a list without a word to the one with all of them.
func (g *Glossary) all() key.Binding {
	return keys.When(len(g.terms) == 0 && len(g.deps.Course.Glossary()) > 0, keys.Enter("all words"))
}

// Keys are the screen's bindings.
func (g *Glossary) Keys() []key.Binding {
	return append([]key.Binding{g.list.Enter(), g.all(), g.read()}, g.list.Moving()...)
}

// Title names the screen.
func (g *Glossary) Title() string { return g.title }

// Find goes to a word: see screen.Finder.
func (g *Glossary) Find(query string, step int) (at, of int) { return g.list.Find(query, step) }

// View draws the words and what the one with the focus means.
func (g *Glossary) View(w, h int) string {
	t := g.deps.Theme
	count := fmt.Sprintf("%d words", len(g.terms))
	if len(g.terms) == 1 {
		count = "1 word"
	}
	header := widget.Header(t, widget.Clip(g.title, w-widget.Width(count)-4), t.Paint(theme.Dim, count), w)
	if len(g.terms) == 0 {
		header = append(header, "", "   No word of the glossary stands here.")
	}
	return g.list.View(header, w, h)
}

// about is what a word means, what else it is called and where it is taught.
func (g *Glossary) about(row, w int) []string {
	t, term := g.deps.Theme, g.terms[row]
	lines := []string{t.Paint(theme.Accent, widget.Clip(term.Term, w))}
	lines = append(lines, widget.Paragraph(t, theme.Plain, term.Text, 0, w)...)
	if len(term.Words) > 0 {
		lines = append(lines, widget.Paragraph(t, theme.Dim, "Also: "+strings.Join(term.Words, ", "), 0, w)...)
	}
	lines = append(lines, "")
	for _, p := range g.taught() {
		l, _ := g.deps.Course.Lesson(p.Lesson)
		text := fmt.Sprintf("Lesson %d · %s", g.deps.Course.LessonNumber(p.Lesson), l.Title)
		lines = append(lines, t.Paint(theme.Dim, widget.Clip(text, w)))
	}
	return lines
}
