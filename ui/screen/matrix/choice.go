package matrix

import (
	"fmt"
	"slices"
	"strings"

	"whose/model"
)

// choice is what the learner wants to see of the matrix. Its zero value is all
// of it, as the course orders it.
type choice struct {
	set   set         // which services
	party model.Party // whose cells; 0 for everybody's
	alike bool        // each service beside the one most like it
}

// set names services: all, those of a category, or the learner's own.
type set string

const (
	allServices set = ""
	mine        set = "mine"
)

// help is what the key to a set says.
func (s set) help() string {
	switch s {
	case allServices:
		return "all services"
	case mine:
		return "my services"
	}
	return model.Category(s).Label() + " only"
}

// parties is the order in which the filter goes through them.
var parties = [...]model.Party{0, model.AWS, model.Customer, model.Shared}

// nextParty is the choice with the next party's cells.
func (c choice) nextParty() choice {
	i := slices.Index(parties[:], c.party)
	c.party = parties[(i+1)%len(parties)]
	return c
}

// whose says whose cells are shown: "AWS's".
func (c choice) whose() string {
	switch c.party {
	case model.AWS:
		return "AWS's"
	case model.Customer:
		return "yours"
	case model.Shared:
		return "both's"
	}
	return ""
}

// filterHelp is what the key to the filter says when it leads to this choice.
func (c choice) filterHelp() string {
	if c.party == 0 {
		return "everybody's"
	}
	return "only " + c.whose()
}

// orderHelp is what the key to the order says.
func (c choice) orderHelp() string {
	if c.alike {
		return "course order"
	}
	return "like beside like"
}

// hides reports whether a party's cells are left out.
func (c choice) hides(p model.Party) bool { return c.party != 0 && c.party != p }

// chosen says what is shown, in few words: "8 managed · only AWS's · by likeness".
func (m *Matrix) chosen() string {
	what := "services"
	switch s := m.choice.set; s {
	case allServices:
	case mine:
		what = "of mine"
	default:
		what = model.Category(s).Label()
	}
	parts := []string{fmt.Sprintf("%d %s", len(m.grid.Services), what)}
	if m.choice.party != 0 {
		parts = append(parts, m.choice.filterHelp())
	}
	if m.choice.alike {
		parts = append(parts, "by likeness")
	}
	return strings.Join(parts, " · ")
}

// has reports whether a service is in a set.
func (m *Matrix) has(s set, service model.Service) bool {
	switch s {
	case allServices:
		return true
	case mine:
		return m.known.Mine[service.ID]
	}
	return service.Category == model.Category(s)
}

// nextSet is the next set that has services, and not all of them.
func (m *Matrix) nextSet() set {
	all := []set{allServices, set(model.Infrastructure), set(model.Container), set(model.Abstracted), mine}
	services := m.deps.Course.Matrix().Services()
	for i := slices.Index(all, m.choice.set) + 1; i < len(all); i++ {
		n := 0
		for _, s := range services {
			if m.has(all[i], s) {
				n++
			}
		}
		if n > 0 && n < len(services) {
			return all[i]
		}
	}
	return allServices
}

// mineHelp is what the key says that picks the service under the focus.
func (m *Matrix) mineHelp() string {
	if m.known.Mine[m.grid.Services[m.grid.At.Col].ID] {
		return "not mine"
	}
	return "mine"
}

// show takes the columns that a choice asks for. The focus stays on its service
// if that is among them.
func (m *Matrix) show(c choice) {
	all := m.deps.Course.Matrix()
	var at model.ServiceID
	if m.grid.At.Col < len(m.grid.Services) {
		at = m.grid.Services[m.grid.At.Col].ID
	}
	m.choice = c
	ids := m.shown()
	if len(ids) == 0 { // the last of the learner's own was taken away
		m.choice.set = allServices
		ids = m.shown()
	}
	if c.alike {
		ids = all.Chain(ids)
	}
	m.grid.Services, m.columns = nil, nil
	for _, id := range ids {
		service, _ := all.Service(id)
		column, _ := all.Column(id)
		m.grid.Services, m.columns = append(m.grid.Services, service), append(m.columns, column)
	}
	m.grid.At.Col = max(0, slices.Index(ids, at))
	m.find = finding{}
}

// reshow takes the columns anew after the learner's own services may have
// changed.
func (m *Matrix) reshow() {
	if m.choice.set == mine {
		m.show(m.choice)
	}
}

// shown are the services of the set that was chosen, in the course's order.
func (m *Matrix) shown() (ids []model.ServiceID) {
	for _, s := range m.deps.Course.Matrix().Services() {
		if m.has(m.choice.set, s) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
