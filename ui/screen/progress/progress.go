// Package progress is the screen of what the learner knows and is losing, a
// question a page: how ready, what next, how much was done, what is mixed up,
// how sure.
package progress

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/keys"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/widget"
)

// view is one page of the screen.
type view int

const (
	readiness view = iota
	plan
	calendar
	mixUps
	sureness
	views
)

// name is the page's in the title line.
func (v view) name() string {
	return [views]string{"Readiness", "Plan", "Calendar", "Mix-ups", "Sureness"}[v]
}

// Progress is the screen.
type Progress struct {
	deps   *screen.Deps
	facts  facts
	loaded bool
	failed bool // the history could not be read
	at     view
	pages  [views]*page.Page // that of the calendar stays empty
	places [views][]place    // what the things on each page are about
	day    recall.Day        // of the calendar, with the focus
	w, h   int
	zones  widget.Zones[view]
}

// place is what a thing on a page is about.
type place struct {
	topic  string // the id of what can be practised, empty for nothing
	lesson model.LessonID
}

// New makes the screen.
func New(d *screen.Deps) *Progress {
	p := &Progress{deps: d}
	for v, set := range [views]func(*page.Setter){
		readiness: p.setReadiness, plan: p.setPlan, calendar: func(*page.Setter) {}, mixUps: p.setMixUps, sureness: p.setSureness,
	} {
		p.pages[v] = page.New(d, func(s *page.Setter) {
			p.places[v] = nil
			if p.shows() {
				set(s)
			}
		})
	}
	return p
}

// shows reports whether there is something to show.
func (p *Progress) shows() bool { return p.loaded && !p.failed }

// days reports whether the calendar is shown.
func (p *Progress) days() bool { return p.at == calendar && p.shows() }

// Title names the screen.
func (p *Progress) Title() string { return "Progress" }

// Init reads what there is to show.
func (p *Progress) Init() tea.Cmd { return p.load() }

// page is what is shown.
func (p *Progress) page() *page.Page { return p.pages[p.at] }

// Update moves between the pages and on them.
func (p *Progress) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case facts:
		return p.take(msg)
	case screen.Shown:
		return p.load()
	case screen.Restyled:
		p.stale()
	case screen.Resized:
		p.w, p.h = msg.W, msg.H
		for _, pg := range p.pages {
			pg.Resize(msg.W, msg.H)
		}
	case screen.Wheel:
		p.wheel(msg.Step)
	case screen.Click:
		return p.click(msg)
	case tea.KeyPressMsg:
		return p.press(msg)
	}
	return nil
}

func (p *Progress) stale() {
	for _, pg := range p.pages {
		pg.Stale()
	}
}

// take shows what was read. The focus stays where it is.
func (p *Progress) take(f facts) tea.Cmd {
	first := !p.loaded
	p.facts, p.loaded, p.failed = f, true, f.err != nil
	p.stale()
	if first {
		p.day = f.today
		for _, pg := range p.pages {
			pg.Begin(0)
		}
	}
	for _, pg := range p.pages {
		if n := pg.Things(); pg.Focus() >= n {
			pg.Begin(0)
		}
	}
	p.day = min(p.day, f.today)
	if f.err != nil {
		return screen.Send(screen.SaveResult{Err: f.err})
	}
	return nil
}

func (p *Progress) wheel(step int) {
	if p.days() {
		p.goDays(step)
		return
	}
	p.page().Scroll(step)
}

func (p *Progress) click(msg screen.Click) tea.Cmd {
	if v, ok := p.zones.At(msg.X, msg.Y); ok {
		p.at = v
		return nil
	}
	if p.days() {
		return p.clickDay(msg)
	}
	return p.page().Click(msg)
}

// turn goes n pages on, round the end.
func (p *Progress) turn(n int) { p.at = (p.at + view(n) + views) % views }

// bindings are the screen's own keys.
type bindings struct{ enter, practise, read, heat, next, prev, left, right, sessions key.Binding }

func (p *Progress) bindings() bindings {
	here, sides := p.place(), "page"
	enter, practise := p.page().Enter(), keys.Practise()
	if enter.Help().Desc == practise.Help().Desc {
		practise = keys.Bind("", "", practise.Keys()...) // enter speaks for it
	}
	if p.days() {
		sides = "week"
	}
	return bindings{
		enter:    enter,
		sessions: keys.When(p.days(), keys.Enter("past sessions")),
		practise: keys.When(here.topic != "", practise),
		read:     keys.When(here.lesson != "", keys.Read()),
		heat:     keys.HeatMap(),
		next:     keys.Next("next page"),
		prev:     keys.Prev(),
		left:     keys.Left(sides),
		right:    keys.Right(),
	}
}

// place is what the thing with the focus is about.
func (p *Progress) place() place {
	count, at := p.page().Things(), p.page().Focus()
	if at < 0 || at >= count {
		return place{}
	}
	return p.places[p.at][at]
}

// add adds a thing to a page and keeps what it is about.
func (p *Progress) add(s *page.Setter, v view, about place, t page.Thing) {
	s.Add(t)
	p.places[v] = append(p.places[v], about)
}

// practise starts a session on a topic.
func (p *Progress) practise(topic string) tea.Cmd {
	found, err := quiz.ParseTopic(p.deps.Course, topic)
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.Practise{Topic: found})
}

func (p *Progress) press(msg tea.KeyPressMsg) tea.Cmd {
	b := p.bindings()
	switch {
	case key.Matches(msg, b.next):
		p.turn(1)
	case key.Matches(msg, b.prev):
		p.turn(-1)
	case key.Matches(msg, b.left):
		p.sideways(-1)
	case key.Matches(msg, b.right):
		p.sideways(1)
	case key.Matches(msg, b.sessions):
		return screen.Send(screen.OpenSessions{})
	case key.Matches(msg, b.heat):
		return screen.Send(screen.OpenHeat{})
	case key.Matches(msg, b.practise):
		return p.practise(p.place().topic)
	case key.Matches(msg, b.read):
		return screen.Send(screen.OpenLesson{ID: p.place().lesson})
	case key.Matches(msg, b.enter):
		return p.page().Open()
	case p.days():
		p.pressDay(msg)
	default:
		p.page().PressMoving(msg)
	}
	return nil
}

// sideways goes to the page beside, or in the calendar to the week beside as
// long as there is one.
func (p *Progress) sideways(n int) {
	if !p.days() || !p.besideWeek(n) {
		p.turn(n)
	}
}

// Keys are the screen's bindings.
func (p *Progress) Keys() []key.Binding {
	b := p.bindings()
	moving := p.page().Moving()
	if p.days() {
		moving = movingDays()
	}
	return append([]key.Binding{b.enter, b.sessions, b.practise, b.next, b.read, b.heat, b.left, b.right, b.prev}, moving...)
}

// Find searches the page: see screen.Finder.
func (p *Progress) Find(query string, step int) (at, of int) { return p.page().Find(query, step) }
