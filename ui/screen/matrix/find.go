package matrix

import (
	"whose/model"
	"whose/ui/cellinfo"
)

// finding is a search of the grid: names of services and layers, and the texts
// of the cells.
type finding struct {
	query  string
	from   place    // the focus when the search began
	hits   []target // names first, then cells in the order of reading
	at     int
	marked map[target]bool
}

func (f *finding) marks(t target) bool { return f.marked[t] }

// Find marks what matches the query and moves the focus: to a name that does,
// else to the nearest cell from where the search began.
func (m *Matrix) Find(query string, step int) (at, of int) {
	if query == "" {
		m.find = finding{}
		return 0, 0
	}
	if query != m.find.query {
		if m.find.query != "" {
			m.at = m.find.from
		}
		m.find = m.search(query)
		m.find.at = m.nearest()
	} else if n := len(m.find.hits); n > 0 {
		m.find.at = (m.find.at + step + n) % n
	}
	if len(m.find.hits) == 0 {
		return 0, 0
	}
	hit := m.find.hits[m.find.at]
	if hit.row >= 0 {
		m.at.row = hit.row
	}
	if hit.col >= 0 {
		m.at.col = hit.col
	}
	return m.find.at + 1, len(m.find.hits)
}

func (m *Matrix) search(query string) finding {
	f := finding{query: query, from: m.at, marked: make(map[target]bool)}
	add := func(hit target, texts ...string) {
		for _, s := range texts {
			if cellinfo.Has(s, query) {
				f.hits = append(f.hits, hit)
				f.marked[hit] = true
				return
			}
		}
	}
	for col, s := range m.services {
		add(target{-1, col}, s.Short, s.Name)
	}
	for row, l := range m.layers {
		add(target{row, -1}, l.Short, l.Name)
	}
	for row := range m.layers {
		for col := range m.services {
			c := m.cellAt(row, col)
			add(target{row, col}, words(c)...)
		}
	}
	return f
}

// words are the cell's texts that the pane shows.
func words(c model.Cell) []string { return []string{c.AWS, c.You, c.Why} }

// nearest is the match to begin with: a name, or else the first cell from the
// focus on, or else the first of all.
func (m *Matrix) nearest() int {
	for i, hit := range m.find.hits {
		if hit.row < 0 || hit.col < 0 || hit.row > m.at.row || hit.row == m.at.row && hit.col >= m.at.col {
			return i
		}
	}
	return 0
}
