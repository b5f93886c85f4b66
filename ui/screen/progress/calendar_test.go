package progress_test

import (
	"testing"
	"time"

	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/uitest"
)

// work is some days before today with answers.
func work(ago ...int) (days []history.DayWork) {
	for _, n := range ago {
		days = append(days, history.DayWork{
			Day: recall.DayOf(uitest.Start) - recall.Day(n), Tally: recall.Tally{Right: n, Answered: n + 9}, Time: 21 * time.Minute,
		})
	}
	return days
}

func TestCalendarCountsTheDaysInARow(t *testing.T) {
	for _, tt := range []struct {
		days []history.DayWork
		says string
	}{
		{nil, "No answer yet"},
		{work(0), "9 answers on 1 day · 1 day in a row, at most 1"},
		{work(9, 8, 7, 6, 2, 1), "87 answers on 6 days · 2 days in a row, at most 4"}, // today can still come
		{work(3, 2), "23 answers on 2 days · at most 2 in a row"},
		{work(2, 1, 0), "30 answers on 3 days · 3 days in a row, at most 3"},
	} {
		d := open(t, tell(t, told{progress: history.Progress{Days: tt.days}}), 80, 24)
		d.Keys("tab", "tab")
		d.Want(tt.says)
	}
}

func TestCalendarShadesByAnswersAndTellsTheDay(t *testing.T) {
	days := []history.DayWork{}
	for n, answers := range []int{50, 49, 24, 9} { // Tuesday to Friday
		days = append(days, history.DayWork{Day: recall.DayOf(uitest.Start) - 3 + recall.Day(n), Tally: recall.Tally{Right: 7, Answered: answers}, Time: 21 * time.Minute})
	}
	d := open(t, tell(t, told{progress: history.Progress{Days: days}}), 80, 24)
	d.Keys("tab", "tab")
	d.Want("· █\n", "· ▓\n", "· ▒\n", "·[░]", "Fri 20 November 2026: 9 answers, 7 right, about 21 minutes")
	d.Keys("up")
	d.Want("·[▒]", "Thu 19 November 2026: 24 answers")
	d.Keys("left", "down")
	d.Want("Fri 13 November 2026: no answer")
}

func TestCalendarInASCII(t *testing.T) {
	deps := tell(t, told{progress: history.Progress{Days: work(0, 40)}})
	deps.Env.ASCII = true
	d := open(t, deps, 80, 24)
	d.Keys("tab", "tab")
	d.Want("[:]", ". no answer", "* 25 to 49", "# 50 or more")
}

func TestCalendarEndsWhereItsDaysEnd(t *testing.T) {
	d := open(t, tell(t, told{progress: history.Progress{Days: work(0)}}), 80, 24)
	d.Keys("tab", "tab", "down")
	d.Want("Fri 20 November 2026")
	d.Keys("left", "right")
	d.Want("Fri 20 November 2026", "[Calendar]")
	d.Keys("right")
	d.Want("[Mix-ups]")
	d.Keys("left", "g", "up")
	d.Want("Mon 23 March 2026")
	d.Keys("left")
	d.Want("[Plan]")
	d.Keys("right", "down", "left", "right")
	d.Want("Tue 24 March 2026") // the focus stays where it was
	d.Keys("up", "ctrl+d")
	d.Want("Mon 20 April 2026")
	d.Keys("G", "ctrl+u", "left", "G", "up", "left", "down", "right")
	d.Want("Fri 20 November 2026") // Friday stands for the day to come that the week to the right has not yet
}

func TestADayIsClickedOn(t *testing.T) {
	d := open(t, tell(t, told{progress: history.Progress{Days: work(0, 1)}}), 80, 24)
	d.Keys("tab", "tab")
	d.ClickOn("▒")
	d.Want("Thu 19 November 2026")
	d.ClickOn("·[▒]")
	d.Want("Thu 12 November 2026")
	d.ClickOn("[·]")
	d.Want("Past sessions")
	d.Keys("esc", "enter")
	d.Want("Past sessions")
}
