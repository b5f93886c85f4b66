package run

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
)

// claimed is a session that was fetched.
type claimed struct {
	saved quiz.Saved
	err   error
}

// errUnfinished says that a session which is only to be looked at is still open.
var errUnfinished = errors.New("it is not finished yet")

func (r *Run) claim(force bool) tea.Cmd {
	r.claiming = true
	hist, id := r.deps.History, r.id
	if r.past {
		return r.after(func() tea.Msg {
			saved, err := hist.Session(context.Background(), id)
			if err == nil && !saved.Done {
				err = errUnfinished
			}
			return claimed{saved, err}
		})
	}
	return r.after(func() tea.Msg {
		saved, err := hist.Claim(context.Background(), id, force)
		return claimed{saved, err}
	})
}

// restore goes on with what was fetched. If the disk cannot be read, it goes on
// with what is here.
func (r *Run) restore(m claimed) tea.Cmd {
	r.claiming, r.left = false, false
	dropped := 0
	var other *history.TakenError
	switch {
	case errors.As(m.err, &other):
		r.taken = m.err
	case errors.Is(m.err, history.ErrNoSession), m.err != nil && r.session == nil:
		r.lost = m.err
	case m.err == nil:
		dropped, r.lost = r.adopt(m.saved)
	}
	if r.Trouble() != nil {
		r.kept = nil
		return nil
	}
	var cmd tea.Cmd
	if r.shown {
		cmd = r.appear()
	}
	switch {
	case m.err != nil:
		return tea.Batch(cmd, screen.Send(screen.SaveResult{Err: m.err}))
	case dropped > 0:
		return tea.Batch(cmd, screen.Send(screen.Toast{Text: fmt.Sprintf("%d of the questions changed since then and were taken out", dropped)}))
	}
	return cmd
}

// adopt makes the saved session the one that is run.
func (r *Run) adopt(saved quiz.Saved) (dropped int, err error) {
	s, dropped, err := quiz.Restore(r.deps.Course, saved)
	if err != nil {
		return dropped, err
	}
	r.session, r.stored, r.stale, r.over = s, true, false, InTime
	return dropped, nil
}

// Trouble is why the session cannot be gone on with here: a *history.TakenError
// or history.ErrTakenOver when another window has it, which TakeOver can change;
// anything else when it cannot be had. It is nil while all is well.
func (r *Run) Trouble() error {
	if r.taken != nil {
		return r.taken
	}
	return r.lost
}

// Taken reports whether another window has the session.
func (r *Run) Taken() bool { return r.taken != nil }

// Explain says in a sentence or two what Trouble is.
func (r *Run) Explain() string {
	var other *history.TakenError
	switch err := r.Trouble(); {
	case err == nil:
		return ""
	case errors.As(err, &other):
		return fmt.Sprintf("This session is open in another window (process %d).", other.PID)
	case errors.Is(err, history.ErrTakenOver):
		if r.test() {
			return "Another window has taken this test over. It counts as it stands there: what you did here since is not kept."
		}
		return "Another window has taken this session over. The answers that you gave here are kept."
	case errors.Is(err, history.ErrUnknown):
		return "This session is not in your history."
	case errors.Is(err, history.ErrNoSession):
		return "This session was finished or dropped in another window."
	default:
		return "This session cannot be opened: " + err.Error() + "."
	}
}

// TakeOver fetches the session from the window that has it, as it stands there.
func (r *Run) TakeOver() tea.Cmd {
	r.taken = nil
	return r.claim(true)
}
