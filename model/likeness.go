package model

// Differ counts the layers in which two services do not have the same party.
// A service that the matrix does not have differs in none.
func (m *Matrix) Differ(a, b ServiceID) (layers int) {
	for _, l := range m.layers {
		if m.Moves(l.ID, a, b) {
			layers++
		}
	}
	return layers
}

// Chain orders services so that each differs in few layers from the one before
// it: it begins with the first and goes on with the one that is most like the
// last, in the order given where several are. The services given stay as they
// are.
func (m *Matrix) Chain(services []ServiceID) []ServiceID {
	rest := append([]ServiceID(nil), services...)
	chain := make([]ServiceID, 0, len(rest))
	next := 0
	for len(rest) > 0 {
		last := rest[next]
		chain = append(chain, last)
		rest = append(rest[:next], rest[next+1:]...)
		next = 0
		for i := range rest {
			if m.Differ(last, rest[i]) < m.Differ(last, rest[next]) {
				next = i
			}
		}
	}
	return chain
}
