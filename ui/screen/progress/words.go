package progress

import (
	"fmt"
	"math"

	"whose/quiz/recall"
)

// whole is a share in whole per cent.
func whole(f float64) int { return int(math.Round(100 * f)) }

// date is a day without its year: "20 November".
func date(d recall.Day) string { return d.Date().Format("2 January") }

// longDate is a day with all there is to say: "Fri 20 November 2026".
func longDate(d recall.Day) string { return d.Date().Format("Mon 2 January 2006") }

// count is a number of things: "1 answer", "3 answers".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
