package settings

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"whose/ui/screen"
)

// keeper writes values in the order in which they were chosen, so that a slow
// write never undoes a later one.
type keeper[T any] struct {
	write  func(T) (tell tea.Msg, err error) // tell is for the learner, nil for nothing
	latest T
	chosen int // how many values were
	known  int // the last of them that Update knows to be on disk

	mu      sync.Mutex
	written int
}

// kept lets Update know that a write has ended.
type kept func()

func newKeeper[T any](write func(T) (tea.Msg, error)) *keeper[T] { return &keeper[T]{write: write} }

// keep writes a value, unless a later one is written by then. What it tells goes
// to the root, which hears it although the screen may be closed by then.
func (k *keeper[T]) keep(value T) tea.Cmd {
	k.latest = value
	k.chosen++
	n := k.chosen
	return func() tea.Msg {
		k.mu.Lock()
		defer k.mu.Unlock()
		if n < k.written {
			return nil
		}
		tell, err := k.write(value)
		k.written = n
		if err != nil {
			return tell
		}
		return tea.BatchMsg{screen.Send(tell), screen.Send(kept(func() { k.known = max(k.known, n) }))}
	}
}

// again writes the latest value once more if it is not known to be on disk.
func (k *keeper[T]) again() tea.Cmd {
	if k.known == k.chosen {
		return nil
	}
	return k.keep(k.latest)
}
