package matrix

import (
	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/grid"
)

// finding is a search of the grid: names of services and layers, and the texts
// of the cells.
type finding struct {
	query  string
	from   grid.Place   // the focus when the search began
	hits   []grid.Place // names first, then cells in the order of reading
	at     int
	marked map[grid.Place]bool
}

func (f *finding) marks(t grid.Place) bool { return f.marked[t] }

// Find marks what matches the query and moves the focus: to a name that does,
// else to the nearest cell from where the search began.
func (m *Matrix) Find(query string, step int) (at, of int) {
	if query == "" {
		m.find = finding{}
		return 0, 0
	}
	if query != m.find.query {
		if m.find.query != "" {
			m.grid.At = m.find.from
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
	if hit.Row >= 0 {
		m.grid.At.Row = hit.Row
	}
	if hit.Col >= 0 {
		m.grid.At.Col = hit.Col
	}
	return m.find.at + 1, len(m.find.hits)
}

func (m *Matrix) search(query string) finding {
	f := finding{query: query, from: m.grid.At, marked: make(map[grid.Place]bool)}
	add := func(hit grid.Place, texts ...string) {
		for _, s := range texts {
			if cellinfo.Has(s, query) {
				f.hits = append(f.hits, hit)
				f.marked[hit] = true
				return
			}
		}
	}
	for col, s := range m.grid.Services {
		add(grid.Place{Row: -1, Col: col}, s.Short, s.Name)
	}
	for row, l := range m.grid.Layers {
		add(grid.Place{Row: row, Col: -1}, l.Short, l.Name)
	}
	for row := range m.grid.Layers {
		for col := range m.grid.Services {
			c := m.cellAt(row, col)
			add(grid.Place{Row: row, Col: col}, words(c)...)
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
		if hit.Row < 0 || hit.Col < 0 || hit.Row > m.grid.At.Row || hit.Row == m.grid.At.Row && hit.Col >= m.grid.At.Col {
			return i
		}
	}
	return 0
}
