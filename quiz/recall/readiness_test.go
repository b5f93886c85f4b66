package recall_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz/recall"
)

func TestReadinessSaysWhenItDoesNotKnow(t *testing.T) {
	c := smallCourse(t)
	for asks, missing := range map[int]int{0: 20, 5: 15, 19: 1, 20: 0, 30: 0} {
		l := asked(noon, recall.Good, allQuestions(c)[:asks]...)
		if r := recall.Ready(c, l, noon); r.Missing != missing {
			t.Errorf("after %d questions %d are missing, want %d", asks, r.Missing, missing)
		}
	}
}

func TestReadinessMovesWithTime(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon, recall.Good, allQuestions(c)...)
	last := 1.0
	for _, after := range []float64{0, 1, 7, 30, 365} {
		r := recall.Ready(c, l, noon.Add(days(after)))
		if r.Share >= last {
			t.Errorf("after %v days readiness is %v, no lower than before", after, r.Share)
		}
		last = r.Share
	}
	if last < 0.25 {
		t.Errorf("readiness %v is below what guessing gives", last)
	}
}

func TestReadinessIsBetterForRightAnswersThanForWrong(t *testing.T) {
	c := smallCourse(t)
	right := recall.Ready(c, asked(noon, recall.Good, allQuestions(c)[:25]...), noon.Add(days(1)))
	wrong := recall.Ready(c, asked(noon, recall.Again, allQuestions(c)[:25]...), noon.Add(days(1)))
	if right.Share < wrong.Share+0.15 {
		t.Errorf("%v after right answers, %v after wrong ones", right.Share, wrong.Share)
	}
	// First answers tell of the questions still to come.
	if r, w := right.Objectives[3].Share, wrong.Objectives[3].Share; right.Objectives[3].Seen != 0 || r < w+0.2 {
		t.Errorf("of an objective not asked: %v after right answers elsewhere, %v after wrong ones", r, w)
	}
}

func TestAnObjectiveThatGoesWorseCountsForLess(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon, recall.Good, allQuestions(c)[:17]...)
	for n := range 6 {
		l.Traces[question("2.b", n)] = recall.Trace{}.After(noon, recall.Again)
	}
	r := recall.Ready(c, l, noon)
	if good, bad := r.Objectives[1].Share, r.Objectives[3].Share; bad > good-0.05 {
		t.Errorf("1.b %v, 2.b %v", good, bad)
	}
}

func TestALessonJustReadRaisesWhatItTeaches(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon, recall.Good, allQuestions(c)[:10]...)
	for n := range 10 {
		l.Traces[question("1.b", n)] = recall.Trace{}.After(noon, recall.Again)
	}
	before := recall.Ready(c, l, noon.Add(days(1)))
	l.Read["l2.a"] = noon.Add(days(1))
	after := recall.Ready(c, l, noon.Add(days(1)))
	later := recall.Ready(c, l, noon.Add(days(60)))
	if b, a := before.Objectives[2].Share, after.Objectives[2].Share; a < b+0.1 {
		t.Errorf("%v before, %v after reading", b, a)
	}
	if a, l := after.Objectives[2].Share, later.Objectives[2].Share; l >= a {
		t.Errorf("reading lasts: %v, then %v", a, l)
	}
}

func TestPredictionsThatCameOutBadlyAreTrustedLess(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon, recall.Good, allQuestions(c)[:30]...)
	now := noon.Add(days(5))
	usual := recall.Ready(c, l, now)
	l.Fit[4] = recall.Tally{Right: 30, Answered: 60}
	if bad := recall.Ready(c, l, now); bad.Share > usual.Share-0.1 {
		t.Errorf("%v where half of what was thought known was wrong, %v without", bad.Share, usual.Share)
	}
	l.Fit[4] = recall.Tally{Right: 59, Answered: 60}
	if good := recall.Ready(c, l, now); good.Share < usual.Share || good.Margin > usual.Margin {
		t.Errorf("%v ± %v where nearly all was right, %v ± %v without", good.Share, good.Margin, usual.Share, usual.Margin)
	}
}

func TestMoreAnswersMakeTheMarginSmaller(t *testing.T) {
	w := newWorld(t, 0.5, rng(1))
	last := 1.0
	for _, n := range []int{20, 60, 150, 400} {
		m := newMind(w, usualTruth(), rng(7))
		for m.answers < n {
			m.nextSitting(habit{everyDay: 1})
			for _, i := range shuffled(m, 20) {
				m.answer(i)
			}
		}
		r := recall.Ready(w.course, m.learner, m.now)
		if r.Margin >= last {
			t.Errorf("after %d answers the margin is %v, no smaller than before", n, r.Margin)
		}
		last = r.Margin
	}
}

func TestReadinessIsItsTasksAsTheExamWeighsThem(t *testing.T) {
	c := smallCourse(t)
	rapid.Check(t, func(t *rapid.T) {
		l := someLearner(t, c)
		r := recall.Ready(c, l, noon)
		sum, due, seen := 0.0, 0, 0
		for i, weight := range []float64{0.75, 0.25} {
			sum += weight * r.Tasks[i].Share
			due += r.Tasks[i].Due
			seen += r.Tasks[i].Seen
		}
		if math.Abs(sum-r.Share) > 1e-9 || r.Share < 0.2 || r.Share > 1 || r.Margin <= 0 {
			t.Fatalf("readiness %v ± %v, its tasks come to %v", r.Share, r.Margin, sum)
		}
		half := (r.Objectives[0].Share + r.Objectives[1].Share) / 2
		if math.Abs(half-r.Tasks[0].Share) > 1e-9 || r.Tasks[0].Total != 20 || r.Objectives[0].Total != 10 {
			t.Fatalf("a task is not its objectives: %+v", r)
		}
		wantDue, wantSeen := 0, 0
		for item, trace := range l.Traces {
			if trace.Due() <= recall.DayOf(noon) {
				wantDue++
			}
			if item[0] == 'q' {
				wantSeen++
			}
		}
		if due != wantDue || seen != wantSeen {
			t.Fatalf("%d due and %d seen, want %d and %d", due, seen, wantDue, wantSeen)
		}
		both, plan := recall.Assess(c, l, noon)
		if both.Share != r.Share || both.Margin != r.Margin {
			t.Fatal("Assess and Ready differ")
		}
		if again := recall.MakePlan(c, l, noon); again.Today != plan.Today || again.Says != plan.Says {
			t.Fatal("Assess and MakePlan differ")
		}
		if l.Exam == 0 && plan.Today.Due+plan.Backlog != due {
			t.Fatalf("%d due today and %d later, in all %d", plan.Today.Due, plan.Backlog, due)
		}
	})
}

func TestAnItemOfAnotherRevisionDoesNotCount(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon, recall.Good, model.QuestionItem("1.a-0", 2), model.QuestionItem("gone", 1))
	if r := recall.Ready(c, l, noon); r.Missing != 20 || r.Tasks[0].Seen != 0 {
		t.Errorf("what the course does not ask counts: %+v", r)
	}
}
