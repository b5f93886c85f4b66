package recall

import (
	"fmt"
	"time"
)

// Day is a study day: a learner's local day from 04:00 to 04:00, so that an
// evening that ends after midnight is one day. It counts from 1 on 1970-01-01;
// the zero Day is none.
type Day int

// dayBegins is the local hour that a study day begins at.
const dayBegins = 4

// DayOf is the study day of a moment, in the moment's own zone.
func DayOf(t time.Time) Day {
	_, offset := t.Zone()
	local := t.Unix() + int64(offset) - dayBegins*60*60
	day := local / secondsPerDay
	if local%secondsPerDay < 0 {
		day--
	}
	return Day(day + 1)
}

const secondsPerDay = 24 * 60 * 60

// ParseDay reads a date such as "2026-12-20".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is no date: write it as 2026-12-20", s)
	}
	return Day(t.Unix()/secondsPerDay + 1), nil
}

// Date is midnight UTC of the day's date, to format it.
func (d Day) Date() time.Time { return time.Unix(int64(d-1)*secondsPerDay, 0).UTC() }

// String is the date, such as "2026-12-20"; that of the zero Day is empty.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Date().Format(time.DateOnly)
}
