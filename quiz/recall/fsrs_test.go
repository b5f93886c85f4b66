package recall_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/quiz/recall"
)

func TestVectors(t *testing.T) {
	raw, err := os.ReadFile("testdata/fsrs6.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Sequences [][]struct {
			Days       int           `json:"elapsed_days"`
			Rating     recall.Rating `json:"rating"`
			Recall     *float64      `json:"retrievability_before"`
			Stability  float64       `json:"stability"`
			Difficulty float64       `json:"difficulty"`
			Interval   int           `json:"interval_days_at_90"`
		} `json:"sequences"`
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	steps := 0
	for n, sequence := range file.Sequences {
		var m recall.Memory
		for i, s := range sequence {
			if s.Recall != nil && math.Abs(m.Recall(float64(s.Days))-*s.Recall) > 1e-6 {
				t.Errorf("sequence %d step %d: recall %v, want %v", n, i, m.Recall(float64(s.Days)), *s.Recall)
			}
			m = m.After(s.Days, s.Rating)
			if math.Abs(m.Stability/s.Stability-1) > 1e-6 {
				t.Errorf("sequence %d step %d: stability %v, want %v", n, i, m.Stability, s.Stability)
			}
			if math.Abs(m.Difficulty-s.Difficulty) > 1e-6 {
				t.Errorf("sequence %d step %d: difficulty %v, want %v", n, i, m.Difficulty, s.Difficulty)
			}
			if m.Interval() != s.Interval {
				t.Errorf("sequence %d step %d: interval %d, want %d", n, i, m.Interval(), s.Interval)
			}
			steps++
		}
	}
	if steps < 100 {
		t.Fatalf("only %d steps", steps)
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9*math.Max(1, math.Abs(want)) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestMemoryStaysInItsBounds(t *testing.T) {
	var strong recall.Memory
	for range 40 {
		strong = strong.After(36500, recall.Easy)
	}
	near(t, "the strongest memory", strong.Stability, 36500)
	near(t, "its interval", float64(strong.Interval()), 36500)
	near(t, "its difficulty", strong.Difficulty, 1)
	weak := recall.First(recall.Again)
	for range 40 {
		weak = weak.After(0, recall.Again)
	}
	near(t, "the weakest memory", weak.Stability, 0.001)
	near(t, "its interval", float64(weak.Interval()), 1)
	if weak.Difficulty < 9.9 || weak.Difficulty > 10 {
		t.Errorf("difficulty after many wrong answers is %v", weak.Difficulty)
	}
	near(t, "stability beyond every interval", float64(recall.Memory{Stability: 99999, Difficulty: 1}.Interval()), 36500)
	if d := (recall.Memory{Stability: 1, Difficulty: 10}).After(1, recall.Again).Difficulty; d > 10 {
		t.Errorf("difficulty %v is off its scale", d)
	}
}

func TestASameDayAnswerNeverLowersStabilityUnlessWrong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := recall.Memory{
			Stability:  rapid.Float64Range(0.001, 36500).Draw(t, "stability"),
			Difficulty: rapid.Float64Range(1, 10).Draw(t, "difficulty"),
		}
		for _, r := range []recall.Rating{recall.Hard, recall.Good, recall.Easy} {
			if got := m.After(0, r).Stability; got < m.Stability {
				t.Fatalf("rating %d lowers stability from %v to %v", r, m.Stability, got)
			}
		}
		if m.Stability > 0.3 && m.After(0, recall.Again).Stability >= m.Stability {
			t.Fatalf("a wrong answer leaves %v", m)
		}
	})
}

func TestRecallFallsFromOneToNineInTenAtItsStability(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := recall.Memory{Stability: rapid.Float64Range(0.001, 36500).Draw(t, "stability"), Difficulty: 5}
		days := rapid.Float64Range(0, 5000).Draw(t, "days")
		if m.Recall(0) != 1 || math.Abs(m.Recall(m.Stability)-recall.Retention) > 1e-9 {
			t.Fatalf("recall is %v at once and %v at its stability", m.Recall(0), m.Recall(m.Stability))
		}
		if m.Recall(days+1) >= m.Recall(days) {
			t.Fatalf("recall does not fall after %v days", days)
		}
		if m.Recall(-days) != 1 {
			t.Fatalf("before its answer recall is %v", m.Recall(-days))
		}
	})
}

func TestAClockSetBackCountsAsTheSameDay(t *testing.T) {
	m := recall.Memory{Stability: 5, Difficulty: 5}
	if m.After(-3, recall.Good) != m.After(0, recall.Good) {
		t.Error("days before the last answer count")
	}
}

func TestAnUnaskedItemIsNotKnown(t *testing.T) {
	near(t, "recall of nothing", recall.Memory{}.Recall(0), 0)
	near(t, "recall of no answer", recall.Trace{}.Recall(time.Unix(0, 0)), 0)
	if (recall.Trace{}).Due() != 0 {
		t.Error("an item that was never asked is due")
	}
}

func TestForgettingAWeakMemoryCostsAsMuchAsOnTheSameDay(t *testing.T) {
	m := recall.Memory{Stability: 0.05, Difficulty: 5}
	near(t, "stability after forgetting", m.After(1000, recall.Again).Stability, 0.05/math.Exp(0.5425*0.0912))
	near(t, "recall of a day's memory at once", recall.Memory{Stability: 1, Difficulty: 5}.Recall(0), 1)
}
