package ui_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"whose/content"
	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
	"whose/ui/study"
	"whose/ui/uitest"
)

// month is a learner who studies by the program's advice, and a clock.
type month struct {
	*testing.T
	deps     *screen.Deps
	clock    *uitest.Clock
	d        *uitest.Driver // the program as it runs today
	rng      *rand.Rand
	answered map[recall.Day]int // what the learner knows to have answered
	sessions int                // and to have finished
}

// A month through the real screens, in the real course: the learner sets a date,
// does what home says on most days, reads lessons, stays away for nine days and
// takes mock exams. Whatever a screen says must be what the others say and what
// the learner did.
func TestAMonthOfStudy(t *testing.T) {
	if testing.Short() {
		t.Skip("a month takes long")
	}
	m := newMonth(t)
	m.open(0)
	m.placement()
	m.setExam()
	for day := range 32 {
		if day >= 10 && day < 19 {
			continue // away
		}
		m.open(day)
		m.agree()
		if day == 19 {
			m.isNoWall()
		}
		if day%10 == 9 {
			m.mockExam()
			m.agree()
		}
		if day%3 == 0 {
			m.readLesson()
			m.agree()
		}
		for m.plan().Today.Items() > 0 {
			m.review()
			m.agree()
		}
		m.d.Want("done for today")
	}
	if ready, _ := m.assess(); ready.Missing > 0 || ready.Share < 0.7 || ready.Margin > 0.08 {
		t.Errorf("after a month readiness is %+.3v", ready)
	}
}

func newMonth(t *testing.T) *month {
	t.Helper()
	m := &month{T: t, deps: uitest.Deps(t), rng: rand.New(rand.NewPCG(5, 6)), answered: map[recall.Day]int{}}
	m.clock = uitest.NewClock(m.deps)
	var err error
	if m.deps.Course, err = content.Embedded(); err != nil {
		t.Fatal(err)
	}
	store, err := history.Open(context.Background(), history.Options{Dir: t.TempDir(), Course: m.deps.Course.ID(), Owner: "month", Now: m.clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	m.deps.History = store
	return m
}

// open starts the program in the evening of a day of the month.
func (m *month) open(day int) {
	m.clock.Set(uitest.Start.AddDate(0, 0, day))
	m.d = uitest.OpenAt(m, m.deps, m.clock, 120, 36)
}

func (m *month) today() recall.Day { return recall.DayOf(m.clock.Now()) }

func (m *month) assess() (recall.Readiness, recall.Plan) {
	m.Helper()
	l, err := m.deps.History.Learner(context.Background())
	if err != nil {
		m.Fatal(err)
	}
	return recall.Assess(m.deps.Course, l, m.clock.Now())
}

func (m *month) plan() recall.Plan {
	_, p := m.assess()
	return p
}

// choose opens a row of home by its name.
func (m *month) choose(row string) {
	m.Helper()
	m.d.Keys("g")
	for range 20 {
		if regexp.MustCompile(`› ` + row + ` `).MatchString(m.d.Text()) {
			m.d.Keys("enter")
			return
		}
		m.d.Keys("down")
	}
	m.Fatalf("home has no row %s:\n%s", row, m.d.Text())
}

// setExam sets a date five weeks ahead in the settings: the first one offered,
// and a week and two days on.
func (m *month) setExam() {
	m.Helper()
	m.choose("Settings")
	m.d.Keys("right", ">", "left", "left")
	m.d.Want("in 35 days")
	m.d.Keys("esc")
	m.d.Want("exam in 35 days")
}

func (m *month) placement() {
	m.Helper()
	m.choose("Placement")
	m.d.Want("1 of 12")
	m.answerAll(12)
	m.d.Keys("esc")
	m.d.WantNot("Placement")
	m.d.Want("answer 8 more to know")
}

// review does the review that home offers; it must be as long as home says.
func (m *month) review() {
	m.Helper()
	n := m.plan().Sitting.Items()
	m.choose("Review")
	m.d.Want(fmt.Sprintf("1 of %d", n))
	m.answerAll(n)
	m.d.Keys("esc")
}

// readLesson reads the lesson that home goes on with, to its end.
func (m *month) readLesson() {
	m.Helper()
	l, err := m.deps.History.Learner(context.Background())
	if err != nil {
		m.Fatal(err)
	}
	id, ok := recall.Lesson(m.deps.Course, l)
	if !ok {
		m.Fatal("all lessons are read")
	}
	lesson, _ := m.deps.Course.Lesson(id)
	m.choose("Continue")
	m.d.Want(lesson.Title)
	for range 40 {
		m.d.Keys("pgdown")
	}
	m.d.Pass(5 * time.Minute)
	m.d.Keys("esc")
	if l, err = m.deps.History.Learner(context.Background()); err != nil || l.Read[id].IsZero() {
		m.Errorf("lesson %s is not read, %v", id, err)
	}
}

func (m *month) mockExam() {
	m.Helper()
	m.choose("Mock exam")
	m.d.Keys("enter")
	m.d.Want("1 of 20")
	for range 20 {
		m.pick()
		m.d.Pass(20 * time.Second)
		m.d.Keys("enter")
	}
	m.d.Want("Hand in")
	m.d.Keys("enter")
	m.d.Want("AWS scales")
	m.answered[m.today()] += 20
	m.sessions++
	m.d.Keys("esc")
}

// answerAll answers the questions of a session in study mode to its result.
func (m *month) answerAll(n int) {
	m.Helper()
	for i := range n {
		m.pick()
		m.d.Pass(time.Duration(10+m.rng.IntN(30)) * time.Second)
		if i == n-1 {
			m.d.Want(fmt.Sprintf("%d of %d", n, n))
		}
		m.d.Keys("enter", "enter")
	}
	m.answered[m.today()] += n
	m.sessions++
}

// pick chooses options: four times in five the right ones, as far as the screen
// tells which they are, else the first.
func (m *month) pick() {
	m.Helper()
	right, pick := m.rightOnes()
	if len(right) == 0 || m.rng.IntN(5) == 0 {
		right = nil
		for i := range pick {
			right = append(right, fmt.Sprint(i+1))
		}
	}
	m.d.Keys(right...)
}

var optionLine = regexp.MustCompile(`(?m)^[ ›]*([1-6])  (?:\[.\] )?(\S.*)$`)

// rightOnes finds the question on the screen in the course, and the keys of its
// right options. Of a drill it only says how many to choose.
func (m *month) rightOnes() (keys []string, pick int) {
	text := m.d.Text()
	pick = 1
	for n, word := range map[int]string{2: "(Select TWO.)", 3: "(Select THREE.)"} {
		if strings.Contains(strings.Join(strings.Fields(text), " "), word) {
			pick = n
		}
	}
	q, ok := m.question(text)
	if !ok {
		return nil, pick
	}
	for _, line := range optionLine.FindAllStringSubmatch(text, -1) {
		for _, o := range q.Options() {
			if o.Correct && strings.HasPrefix(o.Text, begin(line[2])) {
				keys = append(keys, line[1])
			}
		}
	}
	if len(keys) != pick {
		return nil, pick
	}
	return keys, pick
}

// begin is as much of a text as stands on one line at any size.
func begin(s string) string { return s[:min(len(s), 30)] }

// question is the one whose stem is on the screen.
func (m *month) question(text string) (model.Question, bool) {
	for _, q := range m.deps.Course.Questions() {
		if strings.Contains(text, " "+begin(q.Stem())) {
			return q, true
		}
	}
	return model.Question{}, false
}

// agree fails unless home, progress and the past sessions say the same of the
// learner, and what the learner did.
func (m *month) agree() {
	m.Helper()
	ready, plan := m.assess()
	number, away := study.Readiness(ready), study.Away(plan.Exam, m.today())
	if ready.Missing > 0 {
		number = study.Missing(ready)
	}
	m.d.Want(number, "exam "+away)
	due := 0
	for _, task := range ready.Tasks {
		due += task.Due
		if task.Due > 0 {
			m.d.Want(fmt.Sprintf("%d due", task.Due))
		}
	}
	if !plan.Sweep && plan.Today.Due+plan.Backlog != due {
		m.Errorf("today asks %d and %d can wait, but %d are due", plan.Today.Due, plan.Backlog, due)
	}
	m.week(plan)
	m.progress(ready, plan, number, away)
	m.past()
}

// week compares what home says of the next days.
func (m *month) week(plan recall.Plan) {
	m.Helper()
	for i, day := range plan.Days[:min(7, len(plan.Days))] {
		name := "today"
		if i > 0 {
			name = (m.today() + recall.Day(i)).Date().Format("Mon 2")
		}
		if !regexp.MustCompile(name + ` .* ` + strconv.Itoa(day.Items()) + `\b`).MatchString(m.d.Text()) {
			m.Errorf("home does not say %d for %s:\n%s", day.Items(), name, m.d.Text())
		}
	}
}

// progress goes through the pages of the progress screen.
func (m *month) progress(ready recall.Readiness, plan recall.Plan, number, away string) {
	m.Helper()
	m.choose("Progress")
	m.d.Want("[Readiness]")
	if ready.Missing == 0 {
		m.d.Want(number)
	}
	m.d.Keys("tab")
	m.d.Want("[Plan]", away, fmt.Sprintf("%d of %d questions", len(m.deps.Course.Questions())-plan.Unseen, len(m.deps.Course.Questions())))
	m.d.Want(fmt.Sprintf("%d of %d objectives", len(plan.Unmet), len(m.deps.Course.Objectives())))
	if plan.Today.Due > 0 {
		m.d.Want(fmt.Sprintf("%d due", plan.Today.Due))
	}
	m.d.Keys("tab")
	total, days := 0, 0
	for _, n := range m.answered {
		total += n
		days++
	}
	m.d.Want("[Calendar]", fmt.Sprintf("%d answers on %d day", total, days))
	if n := m.answered[m.today()]; n > 0 {
		m.d.Want(fmt.Sprintf("%d answers", n))
	} else {
		m.d.Want("no answer")
	}
	m.d.Keys("esc")
	m.kept(ready)
}

// kept compares what is on disk with what the learner did.
func (m *month) kept(ready recall.Readiness) {
	m.Helper()
	p, err := m.deps.History.Progress(context.Background())
	if err != nil {
		m.Fatal(err)
	}
	for _, day := range p.Days {
		if day.Answered != m.answered[day.Day] {
			m.Errorf("on %s %d answers are kept of %d", day.Day, day.Answered, m.answered[day.Day])
		}
	}
	if ready.Missing > 0 {
		return
	}
	last := p.Readiness[len(p.Readiness)-1]
	if last.Day != m.today() || study.Percent(last.Share) != study.Percent(ready.Share) {
		m.Errorf("on %s readiness is kept as %v of %s, want %v", m.today(), last.Share, last.Day, ready.Share)
	}
}

// past compares the finished sessions.
func (m *month) past() {
	m.Helper()
	all, err := m.deps.History.Sessions(context.Background())
	if err != nil || len(all) != m.sessions {
		m.Errorf("%d past sessions of %d, %v", len(all), m.sessions, err)
	}
}

// isNoWall fails unless who comes back after days away is asked for no more than
// on any other day, and told that the rest can wait or is planned.
func (m *month) isNoWall() {
	m.Helper()
	p := m.plan()
	if p.Backlog == 0 && p.Today.Due < 20 {
		m.Errorf("after nine days away only %d are due", p.Today.Due)
	}
	if p.Sitting.Time > recall.Sitting+time.Minute || p.Today.Time > time.Hour {
		m.Errorf("a sitting takes %v, the day %v", p.Sitting.Time, p.Today.Time)
	}
}
