package quiz_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"whose/quiz"
)

// minutes is a moment that many minutes after noon.
func minutes(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }

// kept is a clock after a trip through a file.
func kept(t failer, c quiz.Clock) quiz.Clock {
	t.Helper()
	text, err := json.Marshal(c.Save())
	if err != nil {
		t.Fatalf("%v", err)
	}
	var saved *quiz.SavedClock
	if err := json.Unmarshal(text, &saved); err != nil {
		t.Fatalf("%v", err)
	}
	restored, err := quiz.RestoreClock(noon, saved)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return restored
}

func TestClock(t *testing.T) {
	type clock = quiz.Clock
	tests := map[string]struct {
		run                func(clock) clock
		left, away, paused int // minutes
	}{
		"on screen": {func(c clock) clock { return c.Show(minutes(0)).Look(minutes(10)) }, 20, 0, 0},
		"hidden": {func(c clock) clock {
			return c.Show(minutes(0)).Hide(minutes(5)).Show(minutes(9)).Look(minutes(10))
		}, 20, 4, 0},
		"hidden twice": {func(c clock) clock {
			return c.Show(minutes(0)).Hide(minutes(5)).Show(minutes(9)).Hide(minutes(10)).Show(minutes(13))
		}, 17, 7, 0},
		"paused twice": {func(c clock) clock {
			return c.Show(minutes(0)).Pause(minutes(5)).Show(minutes(9)).Pause(minutes(10)).Show(minutes(13))
		}, 24, 0, 7},
		"before it is first shown": {func(c clock) clock { return c.Show(minutes(3)) }, 27, 3, 0},
		"paused": {func(c clock) clock {
			return c.Show(minutes(0)).Pause(minutes(5)).Look(minutes(50)).Show(minutes(60)).Look(minutes(61))
		}, 24, 0, 55},
		"paused and hidden": {func(c clock) clock {
			return c.Show(minutes(0)).Pause(minutes(5)).Hide(minutes(6)).Show(minutes(60))
		}, 25, 0, 55},
		"paused and broken off": {func(c clock) clock {
			return kept(t, c.Show(minutes(0)).Pause(minutes(5))).Show(minutes(60))
		}, 25, 0, 55},
		"broken off after a save": {func(c clock) clock {
			return kept(t, c.Show(minutes(0)).Look(minutes(5))).Show(minutes(15))
		}, 15, 10, 0},
		"set back and forth": {func(c clock) clock {
			return c.Show(minutes(0)).Look(minutes(10)).Look(minutes(2)).Look(minutes(11))
		}, 19, 0, 0},
		"set back while away": {func(c clock) clock {
			return kept(t, c.Show(minutes(0)).Look(minutes(10))).Show(minutes(2))
		}, 20, 0, 0},
		"run out on screen":   {func(c clock) clock { return c.Show(minutes(0)).Look(minutes(99)) }, 0, 0, 0},
		"run out while away":  {func(c clock) clock { return c.Show(minutes(0)).Hide(minutes(10)).Show(minutes(99)) }, 0, 20, 0},
		"paused too late":     {func(c clock) clock { return c.Show(minutes(0)).Pause(minutes(31)).Show(minutes(50)) }, 0, 0, 0},
		"stopped":             {func(c clock) clock { return c.Show(minutes(0)).Stop(minutes(10)).Look(minutes(20)).Show(minutes(21)) }, 20, 0, 0},
		"stopped in a pause":  {func(c clock) clock { return c.Pause(minutes(10)).Stop(minutes(12)).Look(minutes(20)) }, 20, 10, 2},
		"stopped and kept":    {func(c clock) clock { return kept(t, c.Show(minutes(0)).Stop(minutes(10))).Show(minutes(20)) }, 20, 0, 0},
		"stopped and paused":  {func(c clock) clock { return c.Stop(minutes(10)).Pause(minutes(12)).Look(minutes(20)) }, 20, 10, 0},
		"stopped and hidden":  {func(c clock) clock { return c.Stop(minutes(10)).Hide(minutes(12)).Look(minutes(20)) }, 20, 10, 0},
		"on the second of it": {func(c clock) clock { return c.Show(minutes(0)).Look(minutes(30)) }, 0, 0, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := test.run(quiz.NewClock(noon, 30*time.Minute))
			got := [3]time.Duration{c.Left(), c.Away(), c.Paused()}
			want := [3]time.Duration{}
			for i, n := range []int{test.left, test.away, test.paused} {
				want[i] = time.Duration(n) * time.Minute
			}
			if got != want {
				t.Errorf("left, away, paused: %v, want %v", got, want)
			}
			if c.Over() != (test.left == 0) {
				t.Errorf("over: %v with %v left", c.Over(), c.Left())
			}
		})
	}
}

func TestTheDeadlineIsAbsoluteAndAPausePutsItOff(t *testing.T) {
	c := quiz.NewClock(noon, 30*time.Minute).Show(minutes(0)).Hide(minutes(5))
	if got := c.Show(minutes(20)).Deadline(); !got.Equal(minutes(30)) {
		t.Errorf("after being away the deadline is %v", got)
	}
	if got := c.Pause(minutes(6)).Show(minutes(10)).Deadline(); !got.Equal(minutes(34)) {
		t.Errorf("after a pause of 4 minutes the deadline is %v", got)
	}
}

func TestNoClockNeverRuns(t *testing.T) {
	for _, c := range []quiz.Clock{{}, quiz.NewClock(noon, 0), quiz.NewClock(noon, -time.Minute)} {
		c = c.Show(noon).Pause(minutes(1)).Hide(minutes(2)).Stop(minutes(90))
		if c != (quiz.Clock{}) || c.Exists() || c.Over() || c.Pausing() || c.Save() != nil {
			t.Errorf("it became %+v", c)
		}
	}
	if c, err := quiz.RestoreClock(noon, nil); err != nil || c.Exists() {
		t.Errorf("restored from nothing: %+v, %v", c, err)
	}
}

func TestRestoreClockTakesNoNonsense(t *testing.T) {
	for _, saved := range []quiz.SavedClock{
		{Limit: 0, Seen: noon, State: "running"},
		{Limit: -1, Seen: noon, State: "running"},
		{Limit: time.Hour, Seen: noon, State: "what"},
		{Limit: time.Hour, Seen: noon},
	} {
		if c, err := quiz.RestoreClock(noon, &saved); err == nil {
			t.Errorf("%+v became %+v", saved, c)
		}
	}
	odd := map[string]quiz.SavedClock{
		"seen before it began":    {Seen: minutes(-9), Paused: time.Minute, Away: time.Minute},
		"seen after the deadline": {Seen: minutes(999), Away: 999 * time.Minute},
		"paused below nothing":    {Seen: minutes(9), Paused: -time.Minute, Away: -time.Minute},
		"paused all the time":     {Seen: minutes(9), Paused: time.Hour},
	}
	for name, saved := range odd {
		saved.Limit, saved.State = 30*time.Minute, "running"
		c, err := quiz.RestoreClock(noon, &saved)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sound(t, c, 30*time.Minute)
	}
}

// sound holds a clock to what must be so whatever happens.
func sound(t failer, c quiz.Clock, limit time.Duration) {
	t.Helper()
	used := c.Used()
	if used < 0 || used > limit || c.Left() != limit-used || c.Over() != (used == limit) {
		t.Fatalf("%v used, %v left of %v, over: %v", used, c.Left(), limit, c.Over())
	}
	if c.Paused() < 0 || c.Away() < 0 || c.Away() > used {
		t.Fatalf("paused %v, away %v, used %v", c.Paused(), c.Away(), used)
	}
	if !c.Deadline().Equal(noon.Add(limit + c.Paused())) {
		t.Fatalf("the deadline is %v with a pause of %v", c.Deadline(), c.Paused())
	}
}

func TestNothingThatHappensGivesTimeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := time.Duration(rapid.IntRange(1, 3600).Draw(t, "limit")) * time.Second
		c := quiz.NewClock(noon, limit)
		now, latest := noon, noon
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(-400, 600).Draw(t, "seconds")) * time.Second)
			before, ran := c, !c.Pausing()
			if now.After(latest) {
				latest = now
			}
			switch rapid.SampledFrom([]string{"look", "show", "hide", "pause", "break off"}).Draw(t, "event") {
			case "look":
				c = c.Look(now)
			case "show":
				c = c.Show(now)
			case "hide":
				c = c.Hide(now)
			case "pause":
				c = c.Pause(now)
			case "break off":
				c = kept(t, c.Look(now))
			}
			sound(t, c, limit)
			if c.Left() > before.Left() {
				t.Fatalf("%v left, and %v before", c.Left(), before.Left())
			}
			if ran && c.Used() != min(limit, latest.Sub(noon)-before.Paused()) {
				t.Fatalf("%v used by %v with a pause of %v", c.Used(), latest, before.Paused())
			}
			if !ran && c.Used() != before.Used() {
				t.Fatalf("it went on in a pause: %v used, then %v", before.Used(), c.Used())
			}
		}
	})
}

// A computer that sleeps stops one of its two clocks: the exam goes by the wall
// clock, which this moment is read from.
func TestTheClockGoesByTheWallClock(t *testing.T) {
	started := time.Now()
	c := quiz.NewClock(started, time.Hour).Show(started)
	if got := c.Deadline().String(); got != started.Add(time.Hour).Round(0).String() {
		t.Errorf("the deadline %s still holds the other clock", got)
	}
	now := started.Add(time.Minute)
	if got := c.Look(now).Save().Seen.String(); got != now.Round(0).String() {
		t.Errorf("the last look %s still holds the other clock", got)
	}
}

func TestExamTime(t *testing.T) {
	tests := []struct {
		n         int
		allowance quiz.Allowance
		want      int // minutes
	}{
		{65, quiz.AsIs, 90},
		{20, quiz.AsIs, 28},
		{1, quiz.AsIs, 2},
		{60, quiz.AsIs, 83}, // to the second
		{0, quiz.AsIs, 0},
		{-3, quiz.AsIs, 0},
		{65, quiz.HalfMore, 135},
		{20, quiz.HalfMore, 42},
		{65, quiz.NoLimit, 0},
	}
	for _, test := range tests {
		want := time.Duration(test.want) * time.Minute
		if got := quiz.ExamTime(test.n, test.allowance); got != want {
			t.Errorf("%d questions, %s: %v, want %v", test.n, test.allowance, got, want)
		}
	}
}

func TestParseAllowance(t *testing.T) {
	for _, want := range []quiz.Allowance{quiz.AsIs, quiz.HalfMore, quiz.NoLimit} {
		if got, err := quiz.ParseAllowance(string(want)); err != nil || got != want {
			t.Errorf("%s: %s, %v", want, got, err)
		}
	}
	for _, s := range []string{"", "double", "AS-IS"} {
		if _, err := quiz.ParseAllowance(s); err == nil {
			t.Errorf("%q was taken", s)
		}
	}
}
