package cellinfo

import (
	"slices"
	"strings"

	"whose/model"
)

// Variants are the forms of a service in which the line stands elsewhere: those
// where it does in a layer, and the others.
func Variants(s model.Service, layer model.LayerID) (here, others []model.Variant) {
	for _, v := range s.Variants {
		if slices.Contains(v.Cells, layer) {
			here = append(here, v)
		} else {
			others = append(others, v)
		}
	}
	return here, others
}

// Text is everything that is said about a cell and its service, to look words up
// in.
func Text(m *model.Matrix, c model.Cell) string {
	service, _ := m.Service(c.Service)
	layer, _ := m.Layer(c.Layer)
	texts := []string{service.Name, layer.Name, c.AWS, c.You, c.Why, service.What, service.Trap}
	for _, cue := range c.Cues {
		texts = append(texts, cue.Words, cue.Ask)
	}
	for _, v := range service.Variants {
		texts = append(texts, v.Name, v.Moves)
	}
	return strings.Join(texts, "\n")
}
