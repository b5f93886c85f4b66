// Package exam is the screen before a mock exam: it says what is coming and lets
// the learner choose its length and time.
package exam

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/page"
	"whose/ui/screen"
	"whose/ui/widget"
)

// Exam offers a mock exam. Its two choices have keys of their own, so there is no
// focus to move between them.
type Exam struct {
	deps     *screen.Deps
	page     *page.Page
	lengths  []int
	length   int // place in lengths
	time     quiz.Allowance
	own      quiz.Allowance // the learner's usual one
	chosen   bool           // the time was chosen for this exam
	loaded   bool
	starting bool // enter was pressed before what was asked is known
	known    loaded
	zones    widget.Zones[target]
	keys     keymap
}

type keymap struct{ enter, another, left, right, next, prev key.Binding }

// New offers an exam of so many questions and so much time; zero values stand
// for the usual.
func New(d *screen.Deps, questions int, allowance quiz.Allowance) *Exam {
	e := &Exam{
		deps: d, lengths: lengths(d.Course, questions), time: quiz.AsIs, own: quiz.AsIs,
		keys: keymap{
			enter: keys.Enter("start"), another: keys.Bind("a", "start another", "a"),
			left: keys.Left("length"), right: keys.Right(), next: keys.Next("time"), prev: keys.Prev(),
		},
	}
	if questions > 0 {
		e.length = max(0, slices.Index(e.lengths, min(questions, len(d.Course.Questions()))))
	}
	if allowance != "" {
		e.time, e.chosen = allowance, true
	}
	e.page = page.New(d, e.set)
	return e
}

// lengths are what an exam can be long: the usual length, the real exam's, and
// one that was asked for, as far as the course has so many questions. If it has
// none there is still a length to show: starting says what is wrong.
func lengths(c *model.Course, asked int) (all []int) {
	for _, n := range []int{quiz.UsualExam, quiz.RealExam, asked} {
		if n = min(n, len(c.Questions())); n > 0 && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		return []int{quiz.UsualExam}
	}
	slices.Sort(all)
	return all
}

// Init asks the history what was asked when, for the learner's usual time, and
// whether another exam is not handed in yet.
func (e *Exam) Init() tea.Cmd {
	hist, now := e.deps.History, e.deps.Now()
	return func() tea.Msg { return load(hist, now) }
}

// Update makes the choices and starts.
func (e *Exam) Update(msg tea.Msg) tea.Cmd {
	e.page.Stale()
	switch msg := msg.(type) {
	case loaded:
		return e.take(msg)
	case screen.Shown:
		return e.Init() // the settings may have been here meanwhile
	case screen.Resized:
		e.page.Resize(msg.W, msg.H-below)
	case screen.Wheel:
		e.page.Scroll(msg.Step)
	case screen.Click:
		if what, ok := e.zones.At(msg.X, msg.Y); ok {
			e.choose(what)
		}
	case tea.KeyPressMsg:
		return e.press(msg)
	}
	return nil
}

func (e *Exam) take(m loaded) tea.Cmd {
	e.loaded, e.known = true, m
	if m.allowance != "" {
		e.own = m.allowance
	}
	if !e.chosen {
		e.time = e.own
	}
	if e.starting && m.open == nil {
		return e.start()
	}
	e.starting = false // the learner has to see what there is first
	return nil
}

func (e *Exam) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, e.keys.enter):
		if !e.loaded {
			e.starting = true
			return nil
		}
		if e.known.open != nil {
			return e.goOn()
		}
		return e.start()
	case e.known.open != nil && key.Matches(msg, e.keys.another):
		return e.start()
	case key.Matches(msg, e.keys.left):
		e.length = max(0, e.length-1)
	case key.Matches(msg, e.keys.right):
		e.length = min(len(e.lengths)-1, e.length+1)
	case key.Matches(msg, e.keys.next):
		e.turn(1)
	case key.Matches(msg, e.keys.prev):
		e.turn(-1)
	default:
		e.page.PressScrolling(msg)
	}
	return nil
}

// turn chooses the next time.
func (e *Exam) turn(step int) {
	all := quiz.Allowances()
	e.time, e.chosen = all[(slices.Index(all, e.time)+step+len(all))%len(all)], true
}

// questions is the length that is chosen.
func (e *Exam) questions() int { return e.lengths[e.length] }

// goOn opens the exam that is not handed in.
func (e *Exam) goOn() tea.Cmd {
	return screen.Send(screen.Resume{ID: e.known.open.ID, Kind: quiz.KindExam})
}

// start draws the paper and opens it in the place of this screen: the clock
// begins to run.
func (e *Exam) start() tea.Cmd {
	d := e.deps
	e.starting = false
	prompts, err := quiz.DrawExam(d.Course, e.questions(), e.lastAsked, d.Rand)
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{
		ID: d.NewID(), Kind: quiz.KindExam, Mode: quiz.Test, Title: "Mock exam", Limit: quiz.ExamTime(len(prompts), e.time),
	}, prompts, d.Now())
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.OpenQuiz{Session: s, Replace: true})
}

// lastAsked is when a question was asked last, or seen in an exam and left blank;
// the zero time for never.
func (e *Exam) lastAsked(id model.QuestionID) time.Time {
	q, ok := e.deps.Course.Question(id)
	if !ok {
		return time.Time{}
	}
	last := e.known.traces[model.QuestionItem(id, q.Revision())].Last
	if seen := e.known.seen[id]; seen.After(last) {
		return seen
	}
	return last
}

// Keys are the screen's bindings.
func (e *Exam) Keys() []key.Binding {
	several, enter := len(e.lengths) > 1, e.keys.enter
	if e.known.open != nil {
		enter = keys.Enter("go on with it")
	}
	all := []key.Binding{enter, keys.When(e.known.open != nil, e.keys.another), keys.When(several, e.keys.left), keys.When(several, e.keys.right), e.keys.next, e.keys.prev}
	return append(all, e.page.Scrolling()...)
}

// Title names the screen.
func (e *Exam) Title() string { return "Mock exam" }

// Find searches the page: see screen.Finder.
func (e *Exam) Find(query string, step int) (at, of int) { return e.page.Find(query, step) }
