package ui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
	"whose/ui/words"
)

// palette finds everything by a few letters: the actions of the screen below,
// lessons, topics, incidents, terms, cells.
type palette struct {
	theme  *theme.Theme
	input  textinput.Model
	all    []entry
	found  []entry
	at     widget.Cursor
	zones  widget.Zones[int]
	height int
}

// entry is one thing that can be chosen.
type entry struct {
	kind, title, detail string
	words               string // what the query is looked for in, lower case
	then                tea.Msg
}

func newPalette(d *screen.Deps, s screen.Screen, globals []key.Binding) *palette {
	p := &palette{theme: d.Theme, input: newInput("a lesson, a word, a cell, a topic, an action")}
	p.all = append(actions(s.Keys()), actions(globals)...)
	p.all = append(p.all, placeEntries(d.Course)...)
	p.all = append(p.all, lessonEntries(d.Course)...)
	p.all = append(p.all, topicEntries(d.Course)...)
	p.all = append(p.all, storyEntries(d.Course)...)
	p.all = append(p.all, termEntries(d.Course)...)
	p.all = append(p.all, cellEntries(d.Course)...)
	for i, e := range p.all {
		p.all[i].words = strings.ToLower(e.kind + " " + e.title + " " + e.detail + " " + e.words)
	}
	p.found = p.all
	return p
}

// actions are what the bindings would do; choosing one presses its key.
func actions(bindings []key.Binding) (all []entry) {
	for _, b := range listed(bindings) {
		press, ok := pressOf(b.Keys()[0])
		if !ok {
			continue
		}
		all = append(all, entry{kind: "do", title: b.Help().Desc, detail: b.Help().Key, then: replay{press}})
	}
	return all
}

// pressOf is the press of a key that is an action by itself: a letter or a
// sign. Movement needs no palette.
func pressOf(name string) (tea.KeyPressMsg, bool) {
	if name == "enter" {
		return tea.KeyPressMsg{Code: tea.KeyEnter}, true
	}
	if r := []rune(name); len(r) == 1 && name != ":" && name != "g" {
		return tea.KeyPressMsg{Code: r[0], Text: name}, true
	}
	return tea.KeyPressMsg{}, false
}

func placeEntries(c *model.Course) []entry {
	all := []entry{
		{kind: "go", title: "Matrix", detail: "who does what", then: screen.OpenMatrix{}},
		{kind: "go", title: "Lessons", detail: "all of them", then: screen.OpenLessons{}},
		{kind: "go", title: "Quiz", detail: "choose a topic and a length", then: screen.OpenChooser{}},
		{kind: "go", title: "Mock exam", detail: "at the pace of the real one", then: screen.OpenExam{}},
		{kind: "go", title: "Compare", detail: "services side by side", then: screen.OpenCompare{}},
		{kind: "go", title: "Review", detail: "what you are about to forget", words: "due repeat", then: screen.OpenReview{}},
		{kind: "go", title: "Settings", detail: "exam date, time and looks", words: "theme motion allowance plan", then: screen.OpenSettings{}},
		{kind: "go", title: "Progress", detail: "what you know, what you are losing", words: "readiness plan calendar forecast", then: screen.OpenProgress{}},
		{kind: "go", title: "Heat map", detail: "your recall of every cell", words: "progress", then: screen.OpenHeat{}},
		{kind: "go", title: "Past sessions", detail: "quizzes, reviews, exams", words: "progress history", then: screen.OpenSessions{}},
	}
	if len(c.Incidents()) > 0 {
		all = append(all, entry{kind: "go", title: "Incidents", detail: "whose job was it?", then: screen.OpenIncidents{}})
	}
	if len(c.Glossary()) > 0 {
		all = append(all, entry{kind: "go", title: "Glossary", detail: "all words", then: screen.OpenGlossary{}})
	}
	return all
}

func storyEntries(c *model.Course) (all []entry) {
	for _, in := range c.Incidents() {
		all = append(all, entry{kind: "story", title: in.Title(), words: "incident " + string(in.ID()), then: screen.OpenIncident{ID: in.ID()}})
	}
	return all
}

func termEntries(c *model.Course) (all []entry) {
	for _, t := range words.Sorted(c) {
		all = append(all, entry{
			kind: "term", title: t.Term, detail: t.Text, words: strings.Join(t.Words, " "), then: screen.OpenTerm{ID: t.ID},
		})
	}
	return all
}

func lessonEntries(c *model.Course) (all []entry) {
	for _, l := range c.Lessons() {
		all = append(all, entry{kind: "lesson", title: l.Title, words: string(l.ID), then: screen.OpenLesson{ID: l.ID}})
	}
	return all
}

func topicEntries(c *model.Course) (all []entry) {
	add := func(id, title, detail string) {
		topic, err := quiz.ParseTopic(c, id)
		if err != nil {
			return
		}
		all = append(all, entry{kind: "quiz", title: title, detail: detail, words: id, then: screen.Practise{Topic: topic}})
	}
	for _, t := range c.Tasks() {
		add(string(t.ID), string(t.ID)+" "+t.Name, "")
	}
	for _, o := range c.Objectives() {
		add(string(o.ID), o.Text, string(o.ID))
	}
	for _, s := range c.Matrix().Services() {
		add(string(s.ID), s.Short, s.Name)
	}
	return all
}

func cellEntries(c *model.Course) (all []entry) {
	m := c.Matrix()
	for _, s := range m.Services() {
		for _, l := range m.Layers() {
			ref := model.CellRef{Service: s.ID, Layer: l.ID}
			cell, _ := m.Cell(ref)
			all = append(all, entry{
				kind: "cell", title: s.Short + " · " + l.Short, detail: theme.Name(cell.Party),
				words: s.Name + " " + l.Name + " " + strings.Join(l.Words, " ") + " " + strings.Join(s.Words, " "),
				then:  screen.OpenCell{Ref: ref},
			})
		}
	}
	return all
}

func (p *palette) update(msg tea.Msg) (tea.Msg, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.press(msg)
	case tea.PasteMsg:
		p.edit(msg)
	case screen.Wheel:
		p.at.Move(msg.Step, len(p.found))
	case screen.Click:
		if i, ok := p.zones.At(msg.X, msg.Y); ok {
			return p.found[i].then, true
		}
	}
	return nil, false
}

func (p *palette) press(msg tea.KeyPressMsg) (tea.Msg, bool) {
	switch msg.String() {
	case "enter":
		if len(p.found) > 0 {
			return p.found[p.at.At].then, true
		}
	case "down", "ctrl+n", "tab":
		p.at.Move(1, len(p.found))
	case "up", "ctrl+p", "shift+tab":
		p.at.Move(-1, len(p.found))
	case "pgdown", "ctrl+d":
		p.at.Move(p.height/2, len(p.found))
	case "pgup", "ctrl+u":
		p.at.Move(-p.height/2, len(p.found))
	default:
		p.edit(msg)
	}
	return nil, false
}

// edit changes the query and looks again.
func (p *palette) edit(msg tea.Msg) {
	before := p.input.Value()
	p.input, _ = p.input.Update(msg)
	if p.input.Value() == before {
		return
	}
	p.found = search(p.all, p.input.Value())
	p.at = widget.Cursor{}
}

// search keeps the entries that have every word of the query, those whose title
// begins with it first, otherwise in their order.
func search(all []entry, query string) []entry {
	query = strings.ToLower(strings.TrimSpace(query))
	words := strings.Fields(query)
	var first, rest []entry
	for _, e := range all {
		switch {
		case !hasAll(e.words, words):
		case strings.HasPrefix(strings.ToLower(e.title), query):
			first = append(first, e)
		default:
			rest = append(rest, e)
		}
	}
	return append(first, rest...)
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (p *palette) view(w, h int) string {
	t := p.theme
	p.input.SetWidth(max(10, w-6))
	lines := widget.Header(t, "Everything", t.Paint(theme.Dim, fmt.Sprintf("%d found", len(p.found))), w)
	lines = append(lines, "   "+p.input.View(), "")
	p.zones.Clear()
	p.height = h - len(lines)
	first, last := p.at.Window(len(p.found), p.height)
	for i := first; i < last; i++ {
		p.zones.Add(0, len(lines), w, 1, i)
		lines = append(lines, p.row(i, w))
	}
	if len(p.found) == 0 {
		lines = append(lines, "   "+t.Paint(theme.Dim, "nothing by that name; fewer letters find more"))
	}
	return widget.Join(lines, h)
}

func (p *palette) row(i, w int) string {
	t, e := p.theme, p.found[i]
	title := widget.Clip(e.title, w-14)
	detail := widget.Clip(e.detail, max(0, w-14-widget.Width(title)-2))
	mark := "   "
	if i == p.at.At {
		mark, title = " "+t.Paint(theme.Accent, "›")+" ", t.Paint(theme.Focus, title)
	}
	return mark + t.Paint(theme.Dim, widget.PadRight(e.kind, 8)) + title + "  " + t.Paint(theme.Dim, detail)
}

func (p *palette) footer(w int) string {
	return widget.Footer(p.theme, []key.Binding{keys.Bind("enter", "open", "enter"), keys.Bind("↑/↓", "move", "down")}, []key.Binding{keys.Bind("esc", "close", "esc")}, w)
}

func (p *palette) cursor() *tea.Cursor {
	c := p.input.Cursor()
	if c != nil {
		c.X += 3
		c.Y = 2
	}
	return c
}
