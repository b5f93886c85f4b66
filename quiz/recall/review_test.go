package recall_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz/recall"
)

// count counts picks by reason.
func count(picks []recall.Pick) map[recall.Reason]int {
	n := map[recall.Reason]int{}
	for _, p := range picks {
		n[p.Reason]++
	}
	return n
}

func TestAReviewIsWhatIsDueWithASmallDoseOfNew(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(20)), recall.Good, allQuestions(c)[:30]...)
	picks := recall.Review(c, l, noon, 12)
	if n := count(picks); len(picks) != 12 || n[recall.Due] != 8 || n[recall.New] != 4 {
		t.Errorf("%d items: %v", len(picks), n)
	}
	if n := count(recall.Review(c, l, noon, 44)); n[recall.Due] != 30 || n[recall.New] != 14 {
		t.Errorf("all of it: %v", n)
	}
	fresh := recall.Review(c, asked(noon, recall.Good), noon, 5)
	if n := count(fresh); n[recall.New] != 5 {
		t.Errorf("with nothing due: %v", n)
	}
	done := asked(noon.Add(-time.Hour), recall.Good, allQuestions(c)...)
	for _, cell := range c.Matrix().Cells() {
		done.Traces[model.CellItem(cell)] = recall.Trace{}.After(noon.Add(-time.Hour), recall.Good)
	}
	if n := count(recall.Review(c, done, noon, 5)); n[recall.Ahead] != 5 {
		t.Errorf("with everything just answered: %v", n)
	}
}

func TestAReviewIsMixedAndNeverAlikeInARow(t *testing.T) {
	c := smallCourse(t)
	rapid.Check(t, func(t *rapid.T) {
		l := someLearner(t, c)
		n := rapid.IntRange(1, 50).Draw(t, "n")
		picks := recall.Review(c, l, noon, n)
		if len(picks) != min(n, 44) {
			t.Fatalf("%d picks in place of %d", len(picks), min(n, 44))
		}
		var order []model.Item
		for _, p := range picks {
			if slices.Contains(order, p.Item) {
				t.Fatalf("%s is asked twice", p.Item)
			}
			order = append(order, p.Item)
		}
		if !slices.Equal(picks, recall.Review(c, l, noon, n)) {
			t.Fatal("the same review is another one")
		}
		apart(t, c, order[:min(n, 12)])
	})
	l := asked(noon.Add(-days(20)), recall.Good, allQuestions(c)...)
	seen := map[byte]bool{}
	for _, p := range recall.Review(c, l, noon, 16) {
		seen[strings.TrimPrefix(string(p.Item), "q:")[2]] = true
	}
	if len(seen) < 2 {
		t.Error("sixteen items are all of one objective")
	}
}

func TestThePlanWithoutADateIsTenMinutesADay(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(30)), recall.Good, allQuestions(c)[:30]...)
	l.Pace = 45 * time.Second // a minute with the reasons
	p := recall.MakePlan(c, l, noon)
	if p.Today != (recall.Load{Due: 7, New: 3, Time: 10 * time.Minute}) || p.Sitting != p.Today || p.Backlog != 23 {
		t.Errorf("after a month away today is %+v, then %+v, and %d wait", p.Today, p.Sitting, p.Backlog)
	}
	if len(p.Days) != 30 || p.Days[0] != p.Today || p.DaysLeft != 0 || !p.Fits || p.Unseen != 10 {
		t.Errorf("%+v", p)
	}
	if len(p.Unmet) != 1 || p.Unmet[0] != "2.b" {
		t.Errorf("unmet are %v", p.Unmet)
	}
	for i, day := range p.Days {
		if day.Items() > 10 {
			t.Errorf("day %d takes %d items", i, day.Items())
		}
	}
}

func TestWhatWasAnsweredTodayIsTakenOff(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(30)), recall.Good, allQuestions(c)[:30]...)
	l.Pace = 45 * time.Second
	for range 3 {
		p := recall.MakePlan(c, l, noon)
		for _, pick := range recall.Review(c, l, noon, min(4, p.Today.Items())) {
			l.Traces[pick.Item] = l.Traces[pick.Item].After(noon, recall.Good)
			l.Today++
		}
	}
	if p := recall.MakePlan(c, l, noon); l.Today != 10 || p.Today.Items() != 0 || p.Sitting.Items() != 0 {
		t.Errorf("after %d answers today still asks %+v", l.Today, p.Today)
	}
	l.Today = 0
	if p := recall.MakePlan(c, l, noon.Add(days(1))); p.Today.Items() == 0 {
		t.Error("tomorrow asks nothing")
	}
}

func TestALongDayComesInSittings(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(20)), recall.Good, allQuestions(c)[:20]...)
	l.Pace, l.Exam = 45*time.Second, recall.DayOf(noon)+4
	p := recall.MakePlan(c, l, noon)
	if p.Today.New != 20 || p.Sitting.Items() != 10 || p.Sitting.New == 0 || p.Sitting.Due == 0 {
		t.Errorf("today %+v, this sitting %+v", p.Today, p.Sitting)
	}
}

// study keeps the plan from noon on until the exam, every answer right or all
// wrong, and returns the first day that each objective was met on.
func study(t *rapid.T, c *model.Course, l recall.Learner, r recall.Rating) map[model.ObjectiveID]int {
	met := map[model.ObjectiveID]int{}
	for d := 0; recall.DayOf(noon)+recall.Day(d) < l.Exam; d++ {
		now := noon.Add(days(float64(d)))
		l.Today = 0
		for range 20 {
			p := recall.MakePlan(c, l, now)
			if p.Sitting.Items() == 0 {
				break
			}
			for _, pick := range recall.Review(c, l, now, p.Sitting.Items()) {
				l.Traces[pick.Item] = l.Traces[pick.Item].After(now, r)
				l.Today++
				if id, ok := strings.CutPrefix(string(pick.Item), "q:"); ok {
					if _, before := met[model.ObjectiveID(id[:3])]; !before {
						met[model.ObjectiveID(id[:3])] = d
					}
				}
			}
		}
		if p := recall.MakePlan(c, l, now); l.Today == 0 && p.Unseen > 0 {
			t.Fatalf("day %d asks nothing, and %d were never asked", d, p.Unseen)
		}
	}
	return met
}

func TestEveryObjectiveIsMetBeforeTheExam(t *testing.T) {
	c := smallCourse(t)
	rapid.Check(t, func(t *rapid.T) {
		ahead := rapid.IntRange(1, 25).Draw(t, "days")
		l := asked(noon.Add(-days(30)), recall.Good, allQuestions(c)[:rapid.IntRange(0, 10).Draw(t, "asked")]...)
		l.Exam = recall.DayOf(noon) + recall.Day(ahead)
		met := study(t, c, l, rapid.SampledFrom([]recall.Rating{recall.Again, recall.Good}).Draw(t, "rating"))
		for _, o := range c.Objectives() {
			day, ok := met[o.ID]
			known := len(l.Traces) > 0 && o.ID == "1.a"
			if !ok && !known {
				t.Fatalf("%s is never met", o.ID)
			}
			if ahead > 3 && day > ahead-3 {
				t.Fatalf("%s is met only on day %d of %d", o.ID, day, ahead)
			}
		}
	})
}

func TestTheLoadIsSpreadOverTheDaysLeft(t *testing.T) {
	w := newWorld(t, 0.5, rng(1))
	l := asked(noon, recall.Good)
	l.Exam = recall.DayOf(noon) + 33
	p := recall.MakePlan(w.course, l, noon)
	if !p.Fits || p.DaysLeft != 33 || len(p.Days) != 33 || p.Unseen != 588 {
		t.Fatalf("%d days of %d, fits %v, %d unseen", p.DaysLeft, len(p.Days), p.Fits, p.Unseen)
	}
	for d, day := range p.Days[:20] {
		if day.Items() != p.Days[0].Items() {
			t.Errorf("day %d asks %d, the first one %d", d, day.Items(), p.Days[0].Items())
		}
	}
	asked := 0
	for _, day := range p.Days[:30] {
		asked += day.New
	}
	if asked != 588 {
		t.Errorf("%d of 588 are asked before the last three days", asked)
	}
	if p.Days[0].Time > 45*time.Minute {
		t.Errorf("a day takes %v", p.Days[0].Time)
	}
	if !strings.Contains(p.Says, "33 days left") {
		t.Errorf("it says %q", p.Says)
	}
}

func TestADateTooNearIsSaidPlainly(t *testing.T) {
	w := newWorld(t, 0.5, rng(1))
	l := asked(noon, recall.Good)
	l.Exam = recall.DayOf(noon) + 7
	p := recall.MakePlan(w.course, l, noon)
	if p.Fits || p.Left < 588-4*80 || p.Left > 500 || !strings.Contains(p.Says, "too near") {
		t.Errorf("fits %v, %d left: %q", p.Fits, p.Left, p.Says)
	}
	for exam, says := range map[recall.Day]string{0: "exam date", -1: "passed", 1000: "today"} {
		l.Exam = 0
		switch exam {
		case -1:
			l.Exam = recall.DayOf(noon) - 1
		case 1000:
			l.Exam = recall.DayOf(noon)
		}
		if p := recall.MakePlan(w.course, l, noon); !strings.Contains(p.Says, says) || p.DaysLeft != 0 || p.Today.Items() == 0 {
			t.Errorf("exam on %s: %q", l.Exam, p.Says)
		}
	}
}

func TestTheLastThreeDaysSweepWhatIsWeakest(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(1)), recall.Easy, allQuestions(c)...)
	weak := []model.Item{question("1.a", 4), question("2.b", 7)}
	for _, item := range weak {
		l.Traces[item] = recall.Trace{}.After(noon.Add(-days(2)), recall.Good)
	}
	l.Exam = recall.DayOf(noon) + 4
	if p := recall.MakePlan(c, l, noon); p.Sweep {
		t.Error("four days before the exam it sweeps")
	}
	for before := range 3 {
		l.Exam = recall.DayOf(noon) + 1 + recall.Day(before)
		p := recall.MakePlan(c, l, noon)
		if !p.Sweep || !strings.Contains(p.Says, "weakest") || p.Today.Due == 0 {
			t.Errorf("%d days before: sweep %v, today %+v, %q", before+1, p.Sweep, p.Today, p.Says)
		}
		var asked []model.Item
		for _, pick := range recall.Review(c, l, noon, 5) {
			asked = append(asked, pick.Item)
		}
		for _, item := range weak {
			if !slices.Contains(asked, item) {
				t.Errorf("%d days before, %s is not asked, but %v", before+1, item, asked)
			}
		}
	}
}

func TestForesightTakesOneReviewInFiveForWrong(t *testing.T) {
	c := smallCourse(t)
	l := asked(noon.Add(-days(9)), recall.Easy, allQuestions(c)...) // due after 8 days
	l.Pace = 15 * time.Second                                       // 20 items a day
	p := recall.MakePlan(c, l, noon)
	total := 0
	for _, d := range p.Days {
		total += d.Due
	}
	if total <= 44 || total > 100 {
		t.Errorf("%d reviews in thirty days", total)
	}
}
