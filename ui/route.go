package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"whose/ui/screen"
)

func (r *Root) top() level { return r.stack[len(r.stack)-1] }

// push puts a screen on top of the stack.
func (r *Root) push(s screen.Screen) tea.Cmd {
	var leave tea.Cmd
	if len(r.stack) > 0 {
		leave = r.leaveTop()
	}
	r.closeFind()
	l := level{r.next, s}
	r.next++
	r.stack = append(r.stack, l)
	return tea.Batch(leave, r.own(l.id, s.Init()), r.toLevel(l, r.resized()))
}

// pop closes the top screen; home stays.
func (r *Root) pop() tea.Cmd {
	if len(r.stack) == 1 {
		return nil
	}
	leave := r.leaveTop()
	r.closeFind()
	r.stack = r.stack[:len(r.stack)-1]
	// The screen below looks at the history again, so what this one leaves there
	// comes first.
	id := r.top().id
	return tea.Sequence(leave, func() tea.Msg { return routed{id, screen.Shown{}} })
}

func (r *Root) leaveTop() tea.Cmd {
	if l, ok := r.top().screen.(screen.Leaver); ok {
		return r.own(r.top().id, l.Leave())
	}
	return nil
}

// replace puts a screen in the place of the top one.
func (r *Root) replace(s screen.Screen) tea.Cmd {
	if len(r.stack) == 1 {
		return r.push(s)
	}
	leave := r.leaveTop()
	r.stack = r.stack[:len(r.stack)-1]
	l := level{r.next, s}
	r.next++
	r.stack = append(r.stack, l)
	return tea.Sequence(leave, tea.Batch(r.own(l.id, s.Init()), r.toLevel(l, r.resized())))
}

// toTop, toAll and toLevel give a message to screens and own what they answer.
func (r *Root) toTop(msg tea.Msg) tea.Cmd { return r.toLevel(r.top(), msg) }

func (r *Root) toLevel(l level, msg tea.Msg) tea.Cmd {
	return r.own(l.id, l.screen.Update(msg))
}

func (r *Root) toAll(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(r.stack))
	for _, l := range r.stack {
		cmds = append(cmds, r.toLevel(l, msg))
	}
	return tea.Batch(cmds...)
}

// own marks the results of a screen's command with the screen's id. Screens use
// tea.Batch and no other command of tea's: what the runtime does (clipboard,
// quit) they ask of the root.
func (r *Root) own(id int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = r.own(id, c)
			}
			return msg
		default:
			return routed{id, msg}
		}
	}
}

// deliver does what a screen asks of the root, or brings a result to the screen
// that waits for it, if it is still there.
func (r *Root) deliver(m routed) tea.Cmd {
	switch msg := m.msg.(type) {
	case screen.Back:
		if r.top().id == m.id {
			return r.pop()
		}
		return nil
	case screen.Quit:
		return r.quit()
	case screen.Toast:
		r.toast = msg.Text
		return nil
	case screen.CopyText:
		r.toast = "copied " + msg.What
		return tea.SetClipboard(msg.Text)
	case screen.OpenSource:
		return r.openSource(msg.URL)
	case sourceOpened:
		return r.sourceOpened(msg)
	case screen.HistoryNotice:
		r.save(screen.SaveResult{Err: cmp.Or(msg.Err, r.unsaved[""])})
		r.overlay = noticeOf(r.deps.Theme, msg)
		return nil
	case screen.Prefer:
		return r.prefer(msg.Preferences)
	case screen.SaveResult:
		r.save(msg)
	default:
		if r.top().id == m.id || m.id == rootID {
			if cmd, ok := r.open(msg); ok {
				return cmd
			}
		}
	}
	for _, l := range r.stack {
		if l.id == m.id {
			return r.toLevel(l, m.msg)
		}
	}
	if f, ok := m.msg.(screen.Farewell); ok {
		r.takeFarewell(f)
	}
	return nil
}

// save keeps in mind how the last write went, of each session by itself.
func (r *Root) save(m screen.SaveResult) {
	if m.Err == nil {
		delete(r.unsaved, m.Of)
		return
	}
	r.unsaved[m.Of] = m.Err
}

// takeFarewell says what a closed screen could not save: nobody tries again.
func (r *Root) takeFarewell(f screen.Farewell) {
	session, answers, err := f.Lost()
	delete(r.unsaved, session)
	switch {
	case err == nil:
	case answers > 0:
		r.overlay = lostNotice(r.deps.Theme, answers, err)
	default:
		r.save(screen.SaveResult{Err: err})
	}
}

// rootID marks what the root itself asks for, from the palette.
const rootID = -1

// navigate opens what a message asks for.
func (r *Root) navigate(msg tea.Msg) tea.Cmd {
	cmd, _ := r.open(msg)
	return cmd
}

// sourceOpened is how opening a page went.
type sourceOpened struct {
	url string
	err error
}

// openSource shows a page in the learner's browser, or copies its address where
// there is none: over SSH it would open on the server.
func (r *Root) openSource(url string) tea.Cmd {
	if url == "" {
		return nil
	}
	if r.deps.Env.OpenURL == nil {
		r.toast = "copied " + url
		return tea.SetClipboard(url)
	}
	return r.own(r.top().id, func() tea.Msg { return sourceOpened{url, r.deps.Env.OpenURL(url)} })
}

func (r *Root) sourceOpened(m sourceOpened) tea.Cmd {
	if m.err != nil {
		r.toast = "no browser here, copied " + m.url
		return tea.SetClipboard(m.url)
	}
	r.toast = "opened " + m.url
	return nil
}
