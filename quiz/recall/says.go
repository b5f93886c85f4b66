package recall

import (
	"fmt"
	"time"
)

// says puts the plan in a sentence or two, today. Daily is the time that it takes
// a day, for a course of so many objectives.
func (p Plan) says(today Day, daily time.Duration, objectives int) string {
	minutes := int(daily.Round(time.Minute) / time.Minute)
	left := days(p.DaysLeft)
	switch {
	case p.Exam == 0:
		return "Ten minutes a day keep what you know. With an exam date this becomes a plan."
	case p.Exam < today:
		return "The exam date has passed: set a new one, or none."
	case p.DaysLeft == 0:
		return "The exam is today: one short look at what is weakest, then trust what you know."
	case p.Sweep && len(p.Unmet) > 0:
		return fmt.Sprintf("%s left and %d of %d topics never asked: too near for all of it. First one question of each, then what is weakest.",
			left, len(p.Unmet), objectives)
	case p.Sweep && p.Left > 0:
		return fmt.Sprintf("%s left: now mostly what is weakest. %d questions stay unasked.", left, p.Left)
	case p.Sweep:
		return fmt.Sprintf("%s left: from now on what is weakest.", left)
	case !p.Fits:
		return fmt.Sprintf("%s left: too near for all of it. At an hour a day %d of %d new questions stay unasked; what counts most comes first.",
			left, p.Left, p.Unseen)
	case p.Unseen == 0:
		return fmt.Sprintf("%s left and every question met: %d minutes a day keep them.", left, minutes)
	}
	return fmt.Sprintf("%s left: %d minutes a day meet every question, and leave the last three days for what is weakest.", left, minutes)
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
