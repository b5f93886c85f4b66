// Package study is how a plan and what it is made for are said, on every screen
// and at the prompt in the same words.
package study

import (
	"fmt"
	"math"
	"strings"
	"time"

	"whose/quiz/recall"
)

// farthest is how many days ahead an exam may be: beyond that it is a slip of
// the keyboard, and no plan helps.
const farthest = 2 * 365

// NoDate is how the absence of an exam's date is written.
const NoDate = "none"

// ParseExam reads the date of an exam as a learner types it, "none" for no date,
// which is the zero Day. The error says what to write.
func ParseExam(text string, today recall.Day) (recall.Day, error) {
	text = strings.TrimSpace(text)
	if text == "" || strings.EqualFold(text, NoDate) {
		return 0, nil
	}
	day, err := recall.ParseDay(text)
	switch {
	case err != nil:
		return 0, err
	case day < today:
		return 0, fmt.Errorf("%s has passed: today is %s", day, today)
	case day > today+farthest:
		return 0, fmt.Errorf("%s is more than two years away: check the year", day)
	}
	return day, nil
}

// Latest is the last day that an exam may be on.
func Latest(today recall.Day) recall.Day { return today + farthest }

// Away says how far an exam's day is: "in 12 days", "tomorrow", "today", "has
// passed".
func Away(exam, today recall.Day) string {
	switch n := int(exam - today); {
	case n < 0:
		return "has passed"
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	default:
		return fmt.Sprintf("in %d days", n)
	}
}

// Minutes says a time of work: "about 9 minutes", at least one.
func Minutes(d time.Duration) string {
	n := minutes(d)
	if n == 1 {
		return "about 1 minute"
	}
	return fmt.Sprintf("about %d minutes", n)
}

// FewMinutes says the same where there is little room: "9 min".
func FewMinutes(d time.Duration) string { return fmt.Sprintf("%d min", minutes(d)) }

func minutes(d time.Duration) int { return max(1, int(d.Round(time.Minute)/time.Minute)) }

// Percent says a share from 0 to 1 in whole per cent: "52 %".
func Percent(share float64) string { return fmt.Sprintf("%d %%", points(share)) }

// Readiness says a readiness that is known: "52 % ± 6".
func Readiness(r recall.Readiness) string {
	return fmt.Sprintf("%d %% ± %d", points(r.Share), max(1, points(r.Margin)))
}

func points(share float64) int { return int(math.Round(100 * share)) }

// Missing says what is to be done until readiness is known: "answer 15 more to
// know".
func Missing(r recall.Readiness) string { return fmt.Sprintf("answer %d more to know", r.Missing) }
