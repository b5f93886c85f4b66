package recall_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

// The simulated learners know nothing of FSRS: what they can do comes from item
// response theory, and they forget by a power law of their own.

// truth says what simulated learners are like. The fields are flags of the test:
// see sim_test.go.
type truth struct {
	ability   float64 // standard deviation of θ
	hardness  float64 // standard deviation of b
	authors   float64 // correlation of b with the difficulty that the question's author gave
	psiLow    float64 // the exponent of forgetting is uniform between these two
	psiHigh   float64
	tau       float64 // median days of the forgetting curve's scale after a first answer
	tauSpread float64 // standard deviation of its logarithm from learner to learner
	growth    float64 // how much a success on what is forgotten lengthens it
	lift      float64 // what reading a lesson adds to its items, of what is missing
	liftTau   float64 // days of the forgetting curve's scale after reading
	slip      float64 // how often a known item is answered wrongly
}

// usualTruth forgets, at the median, as FSRS's average learner does in the two
// months after a first right answer (least squares over 1, 2, 4, 7, 14, 30 and 60
// days, ψ = 0.4); the rest is guesswork.
func usualTruth() truth {
	return truth{
		ability: 1, hardness: 1, authors: 0.5, psiLow: 0.2, psiHigh: 0.6, tau: 15, tauSpread: 0.7, growth: 6,
		lift: 0.6, liftTau: 3, slip: 0.03,
	}
}

// world is a course that is asked in a simulation, the size of the real one.
type world struct {
	course *model.Course
	items  []simItem
	weight []float64 // of an item in readiness; they add up to 1
	byID   map[model.Item]int
	b      []float64 // true difficulties, in standard deviations
}

type simItem struct {
	id     model.Item
	lesson int
	guess  float64
}

// newWorld makes a course with tasks, objectives, lessons and questions in the
// proportions of the exam domain.
func newWorld(tb testing.TB, authors float64, rng *rand.Rand) *world {
	tb.Helper()
	spec := model.CourseSpec{ID: "sim", Title: "Simulation", Version: "1"}
	sizes := [][]int{{8, 7, 48, 20, 19, 61}, {24, 8, 15, 11, 14, 27, 32, 22, 8}, {22, 7, 17, 12, 25, 25, 18, 11, 9, 17}, {39, 9, 25, 7, 11, 10}}
	weights := []int{4, 6, 6, 4}
	w := &world{byID: map[model.Item]int{}}
	n := 0
	for t := range 4 {
		task := model.TaskID(fmt.Sprintf("2.%d", t+1))
		spec.Tasks = append(spec.Tasks, model.Task{ID: task, Name: string(task), Short: string(task), Weight: weights[t]})
		inTask := 0
		for _, size := range sizes[t] {
			inTask += size
		}
		for o, size := range sizes[t] {
			objective := model.ObjectiveID(fmt.Sprintf("%s.k%d", task, o+1))
			spec.Objectives = append(spec.Objectives, model.Objective{ID: objective, Task: task, Text: string(objective)})
			lesson := model.Lesson{ID: model.LessonID("l-" + string(objective)), Title: string(objective), Objectives: []model.ObjectiveID{objective}, Minutes: 5}
			if len(spec.Lessons) > 0 {
				lesson.Requires = []model.LessonID{spec.Lessons[len(spec.Lessons)-1].ID}
			}
			spec.Lessons = append(spec.Lessons, lesson)
			for range size {
				b := rng.NormFloat64()
				mark := authors*b + math.Sqrt(1-authors*authors)*rng.NormFloat64()
				w.b = append(w.b, b)
				q := simQuestion(tb, n, objective, lesson.ID, mark)
				n++
				spec.Questions = append(spec.Questions, q)
				item := model.QuestionItem(q.ID(), 1)
				w.byID[item] = len(w.items)
				w.items = append(w.items, simItem{item, len(spec.Lessons) - 1, 1 / float64(len(q.Options()))})
				w.weight = append(w.weight, float64(weights[t])/20/float64(inTask))
			}
		}
	}
	var err error
	if spec.Matrix, err = model.NewMatrix(nil, nil, nil); err != nil {
		tb.Fatal(err)
	}
	if w.course, err = model.NewCourse(spec); err != nil {
		tb.Fatal(err)
	}
	return w
}

// simQuestion has one right option of four or, one time in four, two of five.
func simQuestion(tb testing.TB, n int, objective model.ObjectiveID, lesson model.LessonID, mark float64) model.Question {
	difficulty := 2
	switch {
	case mark < -0.65:
		difficulty = 1
	case mark > 0.58:
		difficulty = 3
	}
	tb.Helper()
	spec := model.QuestionSpec{
		ID: model.QuestionID(fmt.Sprintf("q%d", n)), Revision: 1, Lesson: lesson,
		Objectives: []model.ObjectiveID{objective}, Difficulty: difficulty, Stem: "?",
	}
	options, right := 4, 1
	if n%4 == 3 {
		options, right = 5, 2
	}
	for i := range options {
		spec.Options = append(spec.Options, model.Option{ID: fmt.Sprint(i), Text: fmt.Sprint(i), Correct: i < right})
	}
	q, err := model.NewQuestion(spec)
	if err != nil {
		tb.Fatal(err)
	}
	return q
}

// mind is a simulated learner: the truth, which only the simulation sees, and
// the history, which is all that the program sees.
type mind struct {
	world *world
	truth truth
	theta float64
	psi   float64
	tau   float64
	base  []float64 // what is known of an item without study
	trace []simTrace
	read  []time.Time // when each lesson was read last

	learner recall.Learner
	rng     *rand.Rand
	now     time.Time
	answers int
}

type simTrace struct {
	tau  float64
	last time.Time
}

var simStart = time.Date(2026, 1, 1, 18, 0, 0, 0, time.UTC)

func newMind(w *world, t truth, rng *rand.Rand) *mind {
	m := &mind{
		world: w, truth: t, rng: rng, now: simStart,
		theta: rng.NormFloat64() * t.ability,
		psi:   t.psiLow + rng.Float64()*(t.psiHigh-t.psiLow),
		tau:   t.tau * math.Exp(rng.NormFloat64()*t.tauSpread),
		trace: make([]simTrace, len(w.items)),
		read:  make([]time.Time, len(w.course.Lessons())),
	}
	m.learner = recall.Learner{Traces: map[model.Item]recall.Trace{}, Read: map[model.LessonID]time.Time{}, Pace: 30 * time.Second}
	for _, b := range w.b {
		m.base = append(m.base, 1/(1+math.Exp(b*t.hardness-m.theta)))
	}
	return m
}

// known is the probability that the learner knows an item now: without study,
// from its last answer, or from its lesson.
func (m *mind) known(i int) float64 {
	missing := 1 - m.base[i]
	if tr := m.trace[i]; tr.tau > 0 {
		missing *= 1 - m.forget(m.now.Sub(tr.last), tr.tau)
	}
	if at := m.read[m.world.items[i].lesson]; !at.IsZero() {
		missing *= 1 - m.truth.lift*m.forget(m.now.Sub(at), m.truth.liftTau)
	}
	return 1 - missing
}

func (m *mind) forget(since time.Duration, tau float64) float64 {
	return math.Pow(1+since.Hours()/24/tau, -m.psi)
}

// right is the probability of a right answer now.
func (m *mind) right(i int) float64 {
	k := m.known(i)
	return k*(1-m.truth.slip) + (1-k)*m.world.items[i].guess
}

// readiness is what the program has to estimate.
func (m *mind) readiness() float64 {
	sum := 0.0
	for i := range m.world.items {
		sum += m.world.weight[i] * m.right(i)
	}
	return sum
}

// answer asks an item: the learner answers, sees the reasons and learns.
func (m *mind) answer(i int) {
	right := m.rng.Float64() < m.right(i)
	item := m.world.items[i].id
	before := m.learner.Traces[item]
	if before.Seen > 0 {
		band := &m.learner.Fit[recall.FitBand(before.Recall(m.now))]
		band.Answered++
		if right {
			band.Right++
		}
	}
	m.learner.Traces[item] = before.After(m.now, recall.Rate(right, false, 1, 1))
	tr := &m.trace[i]
	switch {
	case tr.tau == 0:
		tr.tau = m.tau
	case right:
		tr.tau *= 1 + m.truth.growth*(1-m.forget(m.now.Sub(tr.last), tr.tau))
	default:
		tr.tau = max(m.tau, tr.tau/2)
	}
	tr.last = m.now
	m.answers++
	m.now = m.now.Add(30 * time.Second)
}

// readLesson reads the next lesson that was not read.
func (m *mind) readLesson() {
	for l, at := range m.read {
		if at.IsZero() {
			m.read[l] = m.now
			m.learner.Read[m.world.course.Lessons()[l].ID] = m.now
			m.now = m.now.Add(5 * time.Minute)
			return
		}
	}
}

// habit is when and how much a learner studies.
type habit struct {
	everyDay float64 // the chance to study on a day
	gap      float64 // the chance that a long pause begins on a day
	answers  int     // in one sitting
	lessons  float64 // the chance to read a lesson first
}

func someHabit(rng *rand.Rand) habit {
	return habit{
		everyDay: []float64{1, 0.7, 0.4, 1.0 / 7}[rng.IntN(4)],
		gap:      []float64{0, 0.02}[rng.IntN(2)],
		answers:  []int{10, 20, 30}[rng.IntN(3)],
		lessons:  []float64{0, 0.5, 1}[rng.IntN(3)],
	}
}

// nextSitting moves the clock to the learner's next sitting.
func (m *mind) nextSitting(h habit) {
	days := 1
	for m.rng.Float64() > h.everyDay {
		days++
	}
	if m.rng.Float64() < h.gap {
		days += 7 + m.rng.IntN(14)
	}
	y, mo, d := m.now.Date()
	m.now = time.Date(y, mo, d+days, 17, m.rng.IntN(180), 0, 0, time.UTC)
}

func rng(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }
