package quiz

import (
	"fmt"
	"slices"
	"time"
)

// Allowance is how much time a learner wants for a mock exam.
type Allowance string

// The allowances: the exam's own pace, half as much time again (AWS grants it
// on request), and no clock at all.
const (
	AsIs     Allowance = "as-is"
	HalfMore Allowance = "half"
	NoLimit  Allowance = "none"
)

// Allowances are all of them, the usual one first.
func Allowances() []Allowance { return []Allowance{AsIs, HalfMore, NoLimit} }

// ParseAllowance reads as-is, half or none.
func ParseAllowance(s string) (Allowance, error) {
	if a := Allowance(s); slices.Contains(Allowances(), a) {
		return a, nil
	}
	return "", fmt.Errorf("%q is no time allowance: use as-is, half or none", s)
}

// RealExam is how many questions the real exam has, UsualExam how many a mock
// exam has unless another length is chosen.
const (
	RealExam  = 65
	UsualExam = 20
)

// examPace is AWS's time for one question: 90 minutes for 65.
const examPace = 83 * time.Second

// ExamTime is the time for a mock exam of n questions, in whole minutes and
// never less than AWS's pace: 28 minutes for 20, 90 for 65. It is 0 where there
// is no limit.
func ExamTime(n int, a Allowance) time.Duration {
	whole := time.Duration(max(0, n)) * examPace
	switch a {
	case NoLimit:
		return 0
	case HalfMore:
		whole += whole / 2
	}
	return (whole + time.Minute - 1).Truncate(time.Minute)
}
