package run

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"whose/quiz"
	"whose/quiz/history"
	"whose/ui/screen"
)

// job is one write to the history.
type job struct {
	answers []quiz.Answer
	undone  []string
	session *quiz.Saved // nil to leave the session's row alone
	release string      // the session to give up after the write; "" for none
	grading bool        // the screen waits for it
	of      string      // the session that it is about
}

// written is how a job went.
type written struct {
	job
	err error
}

// Lost tells what a farewell could not save: see screen.Farewell.
func (w written) Lost() (session string, answers int, err error) {
	if w.release == "" || errors.Is(w.err, history.ErrTakenOver) {
		return w.of, 0, nil // a farewell follows; or the answers are kept, or not to be kept
	}
	return w.of, len(w.answers), w.err
}

func (j job) do(hist screen.History) error {
	ctx := context.Background()
	saved, err := j.undo(ctx, hist)
	if err == nil && (len(j.answers) > 0 || j.session != nil && !saved) {
		err = hist.Append(ctx, j.answers, j.session)
	}
	if j.release != "" && err == nil {
		err = hist.Release(ctx, j.release)
	}
	return err
}

// undo takes answers back and reports whether the session was saved with it. Of a
// session that another window has Append says so again, once the answers are kept.
func (j job) undo(ctx context.Context, hist screen.History) (saved bool, err error) {
	for _, id := range j.undone {
		switch err := hist.Undo(ctx, id, j.session); {
		case errors.Is(err, history.ErrUnknown): // the file is a new one, which never had it
		case errors.Is(err, history.ErrTakenOver):
			saved = false
		case err != nil:
			return saved, err
		default:
			saved = true
		}
	}
	return saved, nil
}

// Save keeps the drafts and the place. While a write is under way it waits for
// the end of that one; of several waiting the newest wins.
func (r *Run) Save() tea.Cmd {
	if r.writing > 0 {
		r.pending = true
		return nil
	}
	return r.start(r.job())
}

// farewell writes what is not on disk and gives the session up, so that any
// window can go on with it. A session in which nothing was done is not kept.
func (r *Run) farewell() tea.Cmd {
	j := job{release: r.id}
	switch {
	case r.session == nil || r.Trouble() != nil:
		j.answers, j.undone = slices.Clone(r.unsaved), slices.Clone(r.undone)
	case r.session.Done() && !r.stale && r.writing == 0, !r.stored && !r.begun():
		return nil
	default:
		j = r.job()
		j.release = r.id
	}
	return r.start(j)
}

// begun reports whether the session has a draft, a flag or an answer, or a clock
// that runs.
func (r *Run) begun() bool {
	if r.timed() {
		return true
	}
	for i := range r.session.Len() {
		if e := r.session.Entry(i); e.Graded || e.Flagged || len(e.Chosen) > 0 {
			return true
		}
	}
	return false
}

func (r *Run) job() job {
	saved := r.session.Save(r.deps.Now())
	return job{answers: slices.Clone(r.unsaved), undone: slices.Clone(r.undone), session: &saved, grading: r.saving}
}

func (r *Run) start(j job) tea.Cmd {
	r.writing++
	r.pending = false
	j.of = r.id
	hist := r.deps.History
	return r.after(func() tea.Msg { return written{j, j.do(hist)} })
}

// after makes a command that waits for the end of the one made before it.
func (r *Run) after(do func() tea.Msg) tea.Cmd {
	before, done := r.last, make(chan struct{})
	r.last = done
	return func() tea.Msg {
		defer close(done)
		if before != nil {
			<-before
		}
		return do()
	}
}

// Update takes the results of the run's own commands and reports whether the
// message was one.
func (r *Run) Update(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case written:
		return r.take(msg), true
	case claimed:
		return r.restore(msg), true
	case tick:
		return r.onTick(msg), true
	}
	return nil, false
}

func (r *Run) take(m written) tea.Cmd {
	r.writing--
	if m.grading {
		r.saving = false
		if r.test() {
			r.kept = nil // they were meant for the paper that is handed in
		}
	}
	err := m.err
	if errors.Is(err, history.ErrTakenOver) {
		r.taken, err = err, nil // the answers are kept all the same, or not to be kept
		r.saving = false        // what is still to be written waits no longer
		if r.test() {
			r.unsaved = nil
		}
	}
	if err == nil {
		r.unsaved = slices.DeleteFunc(r.unsaved, func(a quiz.Answer) bool {
			return slices.ContainsFunc(m.answers, func(b quiz.Answer) bool { return a.ID == b.ID })
		})
		r.undone = slices.DeleteFunc(r.undone, func(id string) bool { return slices.Contains(m.undone, id) })
	}
	if m.session != nil {
		r.stored, r.stale = r.stored || m.err == nil, err != nil
	}
	if m.release != "" {
		r.left = m.err == nil && !(m.session != nil && m.session.Done) // nobody can claim what is done
	}
	if r.Trouble() != nil {
		r.kept = nil // they were meant for another screen
	}
	result := screen.Send(screen.SaveResult{Err: err, Of: r.id})
	switch {
	case r.writing > 0:
		return result
	case r.pending && r.Trouble() == nil:
		return tea.Batch(result, r.start(r.job()))
	case r.back:
		r.back = false
		return tea.Batch(result, r.Show())
	}
	return result
}
