package uitest

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/ui"
	"whose/ui/screen"
	"whose/ui/theme"
)

// Clock is a clock that stands still until a test lets time pass. What waits for
// a time then comes when that time does.
type Clock struct {
	now    time.Time
	asleep chan *sleeper // what a command has just begun to wait for
	all    []*sleeper
}

// sleeper is a command that waits.
type sleeper struct {
	due  time.Time
	wake chan struct{}
	got  chan tea.Msg // where its result will be
}

// NewClock gives the dependencies a clock that stands at Start.
func NewClock(d *screen.Deps) *Clock {
	c := &Clock{now: Start, asleep: make(chan *sleeper)}
	d.Now = func() time.Time { return c.now }
	d.After = c.after
	return c
}

func (c *Clock) after(wait time.Duration, msg tea.Msg) tea.Cmd {
	s := &sleeper{due: c.now.Add(wait), wake: make(chan struct{})}
	return func() tea.Msg {
		c.asleep <- s
		<-s.wake
		return msg
	}
}

// Set sets the clock without waking anybody, as when the computer slept.
func (c *Clock) Set(now time.Time) { c.now = now }

// Now is what the clock shows.
func (c *Clock) Now() time.Time { return c.now }

// OpenAt is OpenWith by a clock that NewClock gave the dependencies.
func OpenAt(tb testing.TB, d *screen.Deps, c *Clock, w, h int, start ...tea.Msg) *Driver {
	tb.Helper()
	load := func() (*screen.Deps, []tea.Msg, error) { return d, start, nil }
	return drive(tb, c, ui.New(d.Theme, screen.ThemeAuto, load), w, h, func() *theme.Theme { return d.Theme })
}

// Pass lets time pass: whatever waits for a moment until then wakes at it.
func (d *Driver) Pass(t time.Duration) {
	d.tb.Helper()
	c := d.clock
	until := c.now.Add(t)
	for {
		next := c.next(until)
		if next == nil {
			c.now = until
			return
		}
		if next.due.After(c.now) {
			c.now = next.due
		}
		close(next.wake)
		d.handle(<-next.got)
	}
}

// next takes out what wakes first, nil if nothing does until then.
func (c *Clock) next(until time.Time) *sleeper {
	at := -1
	for i, s := range c.all {
		if !s.due.After(until) && (at < 0 || s.due.Before(c.all[at].due)) {
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	s := c.all[at]
	c.all = slices.Delete(c.all, at, at+1)
	return s
}
