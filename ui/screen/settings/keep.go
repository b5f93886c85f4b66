package settings

import (
	"sync"

	tea "charm.land/bubbletea/v2"
)

// keeper writes values in the order in which they were chosen, so that a slow
// write never undoes a later one.
type keeper[T any] struct {
	write  func(T) kept
	latest T
	chosen int // how many values were
	known  int // the last of them that Update knows to be written

	mu      sync.Mutex
	written int
}

// kept is how a write went.
type kept struct {
	looks  bool   // it was the preferences'
	copied string // see screen.Deps.SavePreferences
	err    error
	done   func()
}

func newKeeper[T any](write func(T) kept) *keeper[T] { return &keeper[T]{write: write} }

// keep writes a value, unless a later one is written by then.
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
		result := k.write(value)
		k.written = n
		result.done = func() { k.known = max(k.known, n) }
		return result
	}
}

// again writes the latest value once more if it is not known to be on disk.
func (k *keeper[T]) again() tea.Cmd {
	if k.known == k.chosen {
		return nil
	}
	return k.keep(k.latest)
}
