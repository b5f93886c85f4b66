package recall

import (
	"time"

	"whose/model"
)

// Learner is all that recall needs of one learner's history in one course.
type Learner struct {
	Traces map[model.Item]Trace
	Read   map[model.LessonID]time.Time // lessons read to the end, and when first
	Fit    Fit
	Pace   time.Duration // usual thinking time of one answer; 0 as long as it is not known
	Exam   Day           // 0 when no date is set
	Today  int           // answers given on the present study day
}

// Fit is how the memory model's predictions came out for this learner: of the
// questions, not cells, that were asked again, how many were right, in bands of
// predicted recall.
type Fit [20]Tally

// Tally counts answers and the right ones among them.
type Tally struct{ Right, Answered int }

// FitBand is the place in a Fit of a prediction of recall from 0 to 1: band i
// holds those from 1-(i+1)/40 to 1-i/40, and the last one all that are lower.
func FitBand(predicted float64) int {
	return min(max(0, int((1-predicted)*40)), len(Fit{})-1)
}

// BandMiddle is the prediction in the middle of a band.
func BandMiddle(band int) float64 { return 1 - (float64(band)+0.5)/40 }

func (t *Tally) add(right bool) {
	t.Answered++
	if right {
		t.Right++
	}
}
