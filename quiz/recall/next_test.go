package recall_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz/recall"
)

func first(t *testing.T, c *model.Course, l recall.Learner, only ...model.Item) recall.Pick {
	t.Helper()
	ch := recall.NewChooser(c, l, noon)
	if len(only) > 0 {
		ch.Only(func(item model.Item) bool { return slices.Contains(only, item) })
	}
	p, ok := ch.Next()
	if !ok {
		t.Fatal("nothing is left to ask")
	}
	return p
}

func TestWhatTheExamAsksMoreOfComesFirst(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(5)), recall.Good, allQuestions(c)...)
	if p := first(t, c, l, question("2.a", 5), question("1.b", 5)); p.Item != question("1.b", 5) {
		t.Errorf("%s comes before a question of a task that weighs three times as much", p.Item)
	}
}

func TestWhatIsForgottenMoreComesFirst(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(4)), recall.Good, question("1.a", 5), question("1.a", 6))
	l.Traces[question("1.a", 6)] = l.Traces[question("1.a", 6)].After(noon.Add(-days(2)), recall.Good)
	if p := first(t, c, l, question("1.a", 5), question("1.a", 6)); p.Item != question("1.a", 5) || p.Reason != recall.Due {
		t.Errorf("%+v comes before what was asked only once", p)
	}
	l.Traces[question("1.a", 6)] = recall.Trace{}.After(noon.Add(-days(4)), recall.Again)
	if p := first(t, c, l, question("1.a", 5), question("1.a", 6)); p.Item != question("1.a", 6) {
		t.Errorf("%+v comes before what was wrong", p)
	}
}

func TestSomethingNewComesBeforeWhatIsStillKnown(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(1)), recall.Good, question("1.a", 5))
	if p := first(t, c, l, question("1.a", 5), question("1.a", 6)); p.Item != question("1.a", 6) || p.Reason != recall.New {
		t.Errorf("%+v comes first", p)
	}
	if p := first(t, c, l, question("1.a", 5)); p.Reason != recall.Ahead {
		t.Errorf("what is not due is picked as %v", p.Reason)
	}
}

func TestANewItemWaitsForTheLessonsBeforeItsOwn(t *testing.T) {
	c := smallCourse(t)
	pair := []model.Item{question("1.b", 5), question("1.a", 5)}
	l := asked(noon, recall.Good)
	if p := first(t, c, l, pair...); p.Item != question("1.a", 5) {
		t.Errorf("%s comes before what its lesson requires", p.Item)
	}
	l.Read["l1.a"] = noon.Add(-days(30))
	// Having read a lesson leaves less to gain on its own questions.
	if p := first(t, c, l, pair...); p.Item != question("1.b", 5) {
		t.Errorf("%s comes first after the required lesson was read", p.Item)
	}
	known := asked(noon.Add(-time.Hour), recall.Good, question("1.a", 0), question("1.a", 1), question("1.a", 2))
	if p := first(t, c, known, question("1.b", 5), question("2.a", 5)); p.Item != question("1.b", 5) {
		t.Errorf("%s comes first after the required lesson is known", p.Item)
	}
}

func TestChooserAsksEverythingOnceAndNothingAlikeInARow(t *testing.T) {
	c := smallCourse(t)
	rapid.Check(t, func(t *rapid.T) {
		l := someLearner(t, c)
		ch := recall.NewChooser(c, l, noon)
		var order []model.Item
		for {
			p, ok := ch.Next()
			if !ok {
				break
			}
			if slices.Contains(order, p.Item) {
				t.Fatalf("%s is picked twice", p.Item)
			}
			order = append(order, p.Item)
		}
		if len(order) != 44 {
			t.Fatalf("%d items in place of 44", len(order))
		}
		apart(t, c, order[:30]) // the last ones may be all alike
	})
}

// apart fails if two neighbours are about the same cell or pair.
func apart(t *rapid.T, c *model.Course, order []model.Item) {
	for i := 1; i < len(order); i++ {
		for _, key := range about(c, order[i]) {
			if slices.Contains(about(c, order[i-1]), key) {
				t.Fatalf("%s and %s in a row are both about %s", order[i-1], order[i], key)
			}
		}
	}
}

// someLearner has answered some items at some times, has read some lessons and
// may have an exam ahead.
func someLearner(t *rapid.T, c *model.Course) recall.Learner {
	l := asked(noon, recall.Good)
	items := allQuestions(c)
	for _, cell := range c.Matrix().Cells() {
		items = append(items, model.CellItem(cell))
	}
	for _, item := range items {
		var trace recall.Trace
		ago := rapid.Float64Range(0, 40).Draw(t, "days ago")
		for range rapid.IntRange(0, 3).Draw(t, "answers") {
			trace = trace.After(noon.Add(-days(ago)), recall.Rating(rapid.IntRange(1, 4).Draw(t, "rating")))
			ago /= 2
		}
		if trace.Seen > 0 {
			l.Traces[item] = trace
		}
	}
	for _, lesson := range c.Lessons() {
		if rapid.Bool().Draw(t, "read") {
			l.Read[lesson.ID] = noon.Add(-days(rapid.Float64Range(0, 40).Draw(t, "read ago")))
		}
	}
	if rapid.Bool().Draw(t, "exam") {
		l.Exam = recall.DayOf(noon) + recall.Day(rapid.IntRange(-3, 60).Draw(t, "days to the exam"))
	}
	l.Today = rapid.IntRange(0, 30).Draw(t, "answered today")
	l.Pace = time.Duration(rapid.IntRange(0, 90).Draw(t, "pace")) * time.Second
	return l
}

func TestTheLessonToGoOnWith(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon, recall.Good)
	for _, want := range []model.LessonID{"l1.a", "l1.b", "l2.a", "l2.b"} {
		if got, ok := recall.Lesson(c, l); !ok || got != want {
			t.Errorf("%s is next, want %s", got, want)
		}
		l.Read[want] = noon
	}
	if got, ok := recall.Lesson(c, l); ok {
		t.Errorf("%s is next when all are read", got)
	}
	delete(l.Read, "l1.b")
	delete(l.Read, "l2.a")
	if got, _ := recall.Lesson(c, l); got != "l1.b" {
		t.Errorf("%s is next although it requires one that is not read", got)
	}
}

// The bar is 5 ms for the next item, whatever the history: a learner is never
// more than one trace for each item.
func BenchmarkNext(b *testing.B) {
	w := newWorld(b, 0.5, rng(1))
	m := newMind(w, usualTruth(), rng(2))
	for day := range 40 {
		m.now = simStart.AddDate(0, 0, day)
		for _, i := range shuffled(m, 40) {
			m.answer(i)
		}
	}
	for b.Loop() {
		if _, ok := recall.NewChooser(w.course, m.learner, m.now).Next(); !ok {
			b.Fatal("nothing is left")
		}
	}
}

func BenchmarkAssess(b *testing.B) {
	w := newWorld(b, 0.5, rng(1))
	m := newMind(w, usualTruth(), rng(2))
	for day := range 40 {
		m.now = simStart.AddDate(0, 0, day)
		for _, i := range shuffled(m, 40) {
			m.answer(i)
		}
	}
	m.learner.Exam = recall.DayOf(m.now) + 25
	for b.Loop() {
		_, _ = recall.Assess(w.course, m.learner, m.now)
	}
}
