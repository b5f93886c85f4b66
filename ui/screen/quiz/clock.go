package quiz

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/ui/keys"
	"whose/ui/run"
	"whose/ui/screen"
	"whose/ui/theme"
)

// lastMinutes are when the end of an exam is near enough to be told.
const lastMinutes = 5 * time.Minute

// clock is the time left, in words too when the end is near; it is empty where
// there is none.
func (q *Quiz) clock() string {
	left, timed := q.run.Left()
	if !timed || q.run.Session().Done() {
		return ""
	}
	t := q.deps.Theme
	if left <= lastMinutes {
		return t.Paint(theme.Strong, "last 5 min "+digits(left))
	}
	return digits(left)
}

// digits are a time as clocks show it, "23:41" or "1:05:00", the second that is
// running counted as a whole one.
func digits(d time.Duration) string { return face(int((d + time.Second - 1) / time.Second)) }

// face is so many seconds as a clock shows them.
func face(s int) string {
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// Progress is how much of an exam's time is gone, or, without a clock, how much
// of a test is answered.
func (q *Quiz) Progress() (percent int, shown bool) {
	s := q.run.Session()
	if s == nil || s.Mode() != quiz.Test || s.Done() || q.run.Trouble() != nil {
		return 0, false
	}
	if left, timed := q.run.Left(); timed {
		limit := q.run.Limit()
		return int(100 * (limit - left) / limit), true
	}
	return 100 * (s.Len() - s.Blanks()) / s.Len(), true
}

// AskToQuit asks what is to become of the clock if an exam is running.
func (q *Quiz) AskToQuit() (cmd tea.Cmd, asks bool) {
	q.drawn = nil
	if cmd, over := q.expire(); over {
		return cmd, true
	}
	if !q.run.Running() {
		return nil, false
	}
	q.askToLeave(true)
	q.settle()
	return nil, true
}

// askToLeave opens the page that asks before a running exam is left.
func (q *Quiz) askToLeave(quit bool) {
	if q.page != leavePage {
		q.from = q.page
	}
	q.page, q.quitting = leavePage, quit
}

// leaveRow is one way to go on from there.
type leaveRow struct {
	text, short string // short where there is little room
	verb        string
	do          func() tea.Cmd
}

func (q *Quiz) leaveRows() []leaveRow {
	leave := "Leave"
	if q.quitting {
		leave = "Quit"
	}
	left, _ := q.run.Left()
	return []leaveRow{
		{"Go on", "Go on", "go on", q.stay},
		{leave + ": the clock goes on, as in the real exam", leave + ": the clock goes on", "leave", q.goAway},
		{"Pause the clock at " + digits(left) + " and " + strings.ToLower(leave), "Pause the clock and " + strings.ToLower(leave), "pause and leave", q.pauseAndGo},
	}
}

// leave sets the page that asks before a running exam is left.
func (q *Quiz) leave(d *document) {
	d.blank()
	left, _ := q.run.Left()
	d.put(theme.Strong, "", fmt.Sprintf("The exam is running: %s left.", digits(left)), textIn, q.w-1)
	d.blank()
	for i, r := range q.leaveRows() {
		text := r.text
		if q.w < narrow {
			text = r.short
		}
		q.row(d, i, q.leaveAt, 0, q.w, text, "")
	}
	d.blank()
	d.put(theme.Dim, "", "Your answers, your flags and your place are kept. Resume at home brings you back here.", textIn, q.w-1)
}

func (q *Quiz) leaveActions() []action {
	rows := q.leaveRows()
	n := len(rows)
	return []action{
		on(true, keys.Enter(rows[q.leaveAt].verb), q.openLeaveRow),
		on(true, q.bindings.up, q.moveRow(&q.leaveAt, -1, n)), on(true, q.bindings.down, q.moveRow(&q.leaveAt, 1, n)),
		on(true, keys.Bind("esc", "go on", "esc"), q.stay),
	}
}

func (q *Quiz) openLeaveRow() tea.Cmd { return q.leaveRows()[q.leaveAt].do() }

func (q *Quiz) stay() tea.Cmd {
	q.page = q.from
	return nil
}

func (q *Quiz) goAway() tea.Cmd {
	if q.quitting {
		return screen.Send(screen.Quit{})
	}
	return screen.Send(screen.Back{})
}

func (q *Quiz) pauseAndGo() tea.Cmd {
	if err := q.run.Pause(); err != nil {
		q.say = err.Error()
		return nil
	}
	return q.goAway()
}

// timeIsOver says that the exam was handed in because its time was over.
func (q *Quiz) timeIsOver(d *document) {
	s := q.run.Session()
	text := "The time is over."
	if q.run.TimeOver() == run.OverAway {
		text = "The time ran out while the exam was not on screen."
	}
	d.blank()
	d.put(theme.Strong, "", text, textIn, q.w-1)
	d.blank()
	d.put(theme.Plain, "", fmt.Sprintf("Your paper is handed in as it stood then: %d of %d answered.", s.Len()-s.Blanks(), s.Len()), textIn, q.w-1)
}

func (q *Quiz) timeOverActions() []action {
	return []action{on(true, keys.Enter("see the result"), q.seeResult)}
}

func (q *Quiz) seeResult() tea.Cmd {
	q.told, q.page = true, resultPage
	return nil
}
