// Package chooser is the screen on which a quiz is put together: its topic, its
// length and when it is graded.
package chooser

import (
	"context"
	"fmt"
	"math/rand/v2"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/widget"
)

// lengths are what a quiz can be long; 0 is every question of the topic.
func lengths() []int { return []int{5, 10, 20, 0} }

// usual is the place of the length that is offered first.
const usual = 1

// Chooser lets the learner choose. Each of its three choices has keys of its
// own, so there is no focus to move between them.
type Chooser struct {
	deps   *screen.Deps
	topics []topic
	at     widget.Cursor
	length int // place in lengths
	test   bool
	known  map[model.Item]recall.Trace
	zones  widget.Zones[target]
	keys   keymap
}

// topic is a row of the list.
type topic struct {
	group     string // what begins here, as a heading; "" within a group
	topic     quiz.Topic
	title     string
	questions []model.Question
}

type keymap struct {
	enter, up, down, left, right, mode, top, bottom, halfDown, halfUp key.Binding
}

// New offers the topics of the course.
func New(d *screen.Deps) *Chooser {
	k := keymap{
		enter: keys.Enter("start"), up: keys.Up(), down: keys.Down(), left: keys.Left("length"), right: keys.Right(),
		mode: keys.Next("mode"), top: keys.Top(), bottom: keys.Bottom(), halfDown: keys.HalfDown(), halfUp: keys.HalfUp(),
	}
	k.up.SetHelp(k.up.Help().Key, "topic")
	return &Chooser{deps: d, topics: topicsOf(d.Course), length: usual, keys: k}
}

// topicsOf are all topics in groups, the wide ones first. A topic on which
// nothing can be asked is not offered.
func topicsOf(c *model.Course) (all []topic) {
	group := ""
	add := func(id, title string) {
		t, err := quiz.ParseTopic(c, id)
		questions := t.Questions(c)
		if err != nil || id != "" && len(questions) == 0 && !hasDrill(c, t) {
			return
		}
		all = append(all, topic{group, t, title, questions})
		group = ""
	}
	add("", "Everything")
	for _, t := range c.Tasks() {
		add(string(t.ID), string(t.ID)+"  "+t.Name)
	}
	group = "Lessons"
	for i, l := range c.Lessons() {
		add(string(l.ID), fmt.Sprintf("%d  %s", i+1, l.Title))
	}
	group = "Services"
	for _, s := range c.Matrix().Services() {
		add(string(s.ID), s.Name)
	}
	group = "Objectives"
	for _, o := range c.Objectives() {
		add(string(o.ID), string(o.ID)+"  "+o.Text)
	}
	return all
}

func hasDrill(c *model.Course, t quiz.Topic) bool {
	_, ok := quiz.Drill(c, t, rand.New(rand.NewPCG(0, 0)))
	return ok
}

// record is what the history knows of every question.
type record map[model.Item]recall.Trace

// Init asks the history how the questions were answered so far.
func (ch *Chooser) Init() tea.Cmd { return ch.load() }

func (ch *Chooser) load() tea.Cmd {
	hist, questions := ch.deps.History, ch.deps.Course.Questions()
	return func() tea.Msg {
		items := make([]model.Item, 0, len(questions))
		for _, q := range questions {
			items = append(items, model.QuestionItem(q.ID(), q.Revision()))
		}
		known, err := hist.Items(context.Background(), items)
		if err != nil {
			return nil // then nothing is said of them
		}
		return record(known)
	}
}

// Update makes the choices and starts.
func (ch *Chooser) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case record:
		ch.known = msg
	case screen.Shown:
		return ch.load()
	case screen.Wheel:
		ch.at.Move(msg.Step, len(ch.topics))
	case screen.Click:
		if what, ok := ch.zones.At(msg.X, msg.Y); ok {
			return ch.click(what)
		}
	case tea.KeyPressMsg:
		return ch.press(msg)
	}
	return nil
}

func (ch *Chooser) press(msg tea.KeyPressMsg) tea.Cmd {
	k, n := ch.keys, len(ch.topics)
	switch {
	case key.Matches(msg, k.enter):
		return ch.start()
	case key.Matches(msg, k.up):
		ch.at.Move(-1, n)
	case key.Matches(msg, k.down):
		ch.at.Move(1, n)
	case key.Matches(msg, k.top):
		ch.at.Set(0, n)
	case key.Matches(msg, k.bottom):
		ch.at.Set(n-1, n)
	case key.Matches(msg, k.halfDown):
		ch.at.Move(halfPage, n)
	case key.Matches(msg, k.halfUp):
		ch.at.Move(-halfPage, n)
	case key.Matches(msg, k.left):
		ch.length = max(0, ch.chosen()-1)
	case key.Matches(msg, k.right):
		ch.length = min(len(ch.lengths())-1, ch.chosen()+1)
	case key.Matches(msg, k.mode):
		ch.test = !ch.test
	}
	return nil
}

// halfPage is how many topics ctrl+d goes on.
const halfPage = 8

// lengths are those that the topic can have: where it has no questions but only
// drills, which never end, there is no "all".
func (ch *Chooser) lengths() []int {
	all := lengths()
	if len(ch.topic().questions) == 0 {
		return all[:len(all)-1]
	}
	return all
}

// chosen is the place of the length among those that the topic can have.
func (ch *Chooser) chosen() int { return min(ch.length, len(ch.lengths())-1) }

func (ch *Chooser) topic() topic { return ch.topics[ch.at.At] }

func (ch *Chooser) mode() quiz.Mode {
	if ch.test {
		return quiz.Test
	}
	return quiz.Study
}

// start draws the paper and opens it in the place of this screen.
func (ch *Chooser) start() tea.Cmd {
	d := ch.deps
	prompts, err := ch.draw()
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	t := ch.topic().topic
	s, err := quiz.NewSession(d.Course, quiz.Setup{
		ID: d.NewID(), Kind: quiz.KindQuiz, Mode: ch.mode(), Topic: t.String(), Title: t.Title(d.Course),
	}, prompts, d.Now())
	if err != nil {
		return screen.Send(screen.Toast{Text: err.Error()})
	}
	return screen.Send(screen.OpenQuiz{Session: s, Replace: true})
}

// draw draws as many prompts as were asked for, or each question of the topic
// once.
func (ch *Chooser) draw() ([]quiz.Prompt, error) {
	d := ch.deps
	if n := ch.lengths()[ch.chosen()]; n > 0 {
		return quiz.Draw(d.Course, ch.topic().topic, n, d.Rand)
	}
	questions := ch.topic().questions
	prompts := make([]quiz.Prompt, 0, len(questions))
	for _, i := range d.Rand.Perm(len(questions)) {
		p, err := quiz.Ask(d.Course, questions[i].ID(), d.Rand)
		if err != nil {
			return nil, err
		}
		prompts = append(prompts, p)
	}
	return prompts, nil
}

// click chooses what is clicked on, and starts on the topic that has the focus.
func (ch *Chooser) click(what target) tea.Cmd {
	switch what.kind {
	case topicTarget:
		if ch.at.At == what.i {
			return ch.start()
		}
		ch.at.Set(what.i, len(ch.topics))
	case lengthTarget:
		ch.length = what.i
	case modeTarget:
		ch.test = what.i == 1
	}
	return nil
}

// Keys are the screen's bindings.
func (ch *Chooser) Keys() []key.Binding {
	k := ch.keys
	return []key.Binding{k.enter, k.up, k.down, k.left, k.right, k.mode, k.top, k.bottom, k.halfDown, k.halfUp}
}

// Title names the screen.
func (ch *Chooser) Title() string { return "Quiz" }
