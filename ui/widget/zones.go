package widget

// Zones remember what was drawn where, so that a click finds it. A screen
// clears them at the start of View and adds what it draws.
type Zones[T any] struct{ all []zone[T] }

type zone[T any] struct {
	x, y, w, h int
	what       T
}

// Clear forgets the last frame's zones.
func (z *Zones[T]) Clear() { z.all = z.all[:0] }

// Add says that what stands in w by h cells at x, y.
func (z *Zones[T]) Add(x, y, w, h int, what T) {
	z.all = append(z.all, zone[T]{x, y, w, h, what})
}

// At is what was drawn at x, y; the last one added, if several overlap.
func (z *Zones[T]) At(x, y int) (what T, ok bool) {
	for i := len(z.all) - 1; i >= 0; i-- {
		if r := z.all[i]; x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h {
			return r.what, true
		}
	}
	return what, false
}
