package cellinfo

// Search is a search of a list of layers.
type Search struct {
	Query string
	hits  []int
	at    int
}

// Step looks for the query in the texts of rows and returns the row to focus,
// which match it is and how many there are. A new query goes to the first match
// from row from on; the same one goes step matches on, around the end.
func (s *Search) Step(query string, step, from int, rows []int, texts func(row int) []string) (row, at, of int) {
	if query != s.Query {
		*s = Search{Query: query, hits: hits(query, rows, texts)}
		for s.at < len(s.hits)-1 && s.hits[s.at] < from {
			s.at++
		}
	} else if n := len(s.hits); n > 0 {
		s.at = (s.at + step + n) % n
	}
	if len(s.hits) == 0 {
		return from, 0, 0
	}
	return s.hits[s.at], s.at + 1, len(s.hits)
}

func hits(query string, rows []int, texts func(row int) []string) (all []int) {
	for _, row := range rows {
		for _, text := range texts(row) {
			if Has(text, query) {
				all = append(all, row)
				break
			}
		}
	}
	return all
}
