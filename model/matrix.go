package model

import (
	"errors"
	"fmt"
	"strings"
)

// LayerID names a row of the matrix, ServiceID a column.
type (
	LayerID   string
	ServiceID string
)

// Layer is one row of the matrix.
type Layer struct {
	ID    LayerID  `json:"id"`
	Name  string   `json:"name"`
	Short string   `json:"short"` // at most 24 columns
	Task  string   `json:"task"`  // completes "Whose job is … on Amazon RDS?"
	Words []string `json:"words"` // what people type when they mean it
}

// Category is AWS's old kind of service. It is taught, never graded.
type Category string

// The categories. A container service is shown as "managed": the old word now
// misleads.
const (
	Infrastructure Category = "infrastructure"
	Container      Category = "container"
	Abstracted     Category = "abstracted"
)

// Valid reports whether c is one of the three categories.
func (c Category) Valid() bool {
	return c == Infrastructure || c == Container || c == Abstracted
}

// Label is the category's word on screen.
func (c Category) Label() string {
	if c == Container {
		return "managed"
	}
	return string(c)
}

// Service is one column of the matrix.
type Service struct {
	ID       ServiceID `json:"id"`
	Name     string    `json:"name"`
	Short    string    `json:"short"` // at most 8 columns
	Category Category  `json:"category"`
	Words    []string  `json:"words"`    // what people type when they mean it
	What     string    `json:"what"`     // what it is, in one sentence
	Variants []Variant `json:"variants"` // forms of it in which other cells hold
	Trap     string    `json:"trap"`     // what the exam likes to ask about it, and people get wrong

	From []ServiceID `json:"from"` // services that a workload moves to this one from; drills ask what such a move changes
}

// Variant is a form of a service in which the line stands elsewhere.
type Variant struct {
	Name   string    `json:"name"`
	Moves  string    `json:"moves"`  // how the line moves
	Cells  []LayerID `json:"cells"`  // the layers of the service where it moves
	Source string    `json:"source"` // AWS's page that says so
}

// CellRef names a cell: service and layer.
type CellRef struct {
	Service ServiceID
	Layer   LayerID
}

// ParseCellRef reads "service/layer", as links and questions write it.
func ParseCellRef(s string) (CellRef, error) {
	service, layer, ok := strings.Cut(s, "/")
	if !ok || service == "" || layer == "" || strings.Contains(layer, "/") {
		return CellRef{}, fmt.Errorf("%q names no cell: write service/layer", s)
	}
	return CellRef{ServiceID(service), LayerID(layer)}, nil
}

// String is "service/layer".
func (r CellRef) String() string { return string(r.Service) + "/" + string(r.Layer) }

// MarshalText writes "service/layer".
func (r CellRef) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads "service/layer".
func (r *CellRef) UnmarshalText(text []byte) (err error) {
	*r, err = ParseCellRef(string(text))
	return err
}

// Cue is wording in a question about a shared cell that decides which side it
// asks for.
type Cue struct {
	Side  Party  `json:"side"`  // AWS or Customer
	Words string `json:"words"` // the words to look for
	Ask   string `json:"ask"`   // a task of that side alone; completes "Whose job is …?"
}

// Cell says who is responsible for one layer of one service, and why.
type Cell struct {
	Service ServiceID `json:"service"`
	Layer   LayerID   `json:"layer"`
	Party   Party     `json:"party"`
	Exam    Party     `json:"exam,omitempty"` // the side a plain two-way question means; shared cells only
	Cues    []Cue     `json:"cues,omitempty"` // shared cells only
	AWS     string    `json:"aws"`            // what AWS does; at most 72 columns
	You     string    `json:"you"`            // what the customer does; at most 72 columns
	Why     string    `json:"why"`            // at most 150 columns
	Sources []string  `json:"sources"`        // AWS's pages
	Basis   Basis     `json:"basis"`
	Graded  bool      `json:"graded"` // false: the fact is not verified, so it is never asked
	Lesson  LessonID  `json:"lesson"`
}

// Ref is the cell's name.
func (c Cell) Ref() CellRef { return CellRef{c.Service, c.Layer} }

// Askable reports whether a question may grade the cell: its fact is verified
// and the service has such a layer.
func (c Cell) Askable() bool { return c.Graded && c.Party != None }

// check finds what a cell may not be.
func (c Cell) check() error {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("cell %s: %s", c.Ref(), fmt.Sprintf(format, args...))
	}
	var errs []error
	if !c.Party.Valid() {
		errs = append(errs, bad("it has no party"))
	}
	if c.Basis != Stated && c.Basis != Inferred {
		errs = append(errs, bad("it has no basis"))
	}
	switch {
	case c.Party == Shared && !c.Exam.OneSided():
		errs = append(errs, bad("a shared cell needs its exam reading, aws or customer"))
	case c.Party != Shared && (c.Exam != 0 || len(c.Cues) > 0):
		errs = append(errs, bad("only a shared cell has an exam reading and cues"))
	}
	for _, cue := range c.Cues {
		if !cue.Side.OneSided() {
			errs = append(errs, bad("a cue decides for aws or customer"))
		}
	}
	return errors.Join(errs...)
}

// Matrix holds exactly one cell for every service and layer.
type Matrix struct {
	layers   []Layer
	services []Service
	row      map[LayerID]int
	column   map[ServiceID]int
	cells    []Cell // row by row
}

// NewMatrix builds a matrix with its rows and columns in the order given. It
// refuses a double id, a cell outside the grid, a missing or double cell and a
// cell that contradicts itself, and names them all.
func NewMatrix(layers []Layer, services []Service, cells []Cell) (*Matrix, error) {
	m := &Matrix{
		layers: layers, services: services,
		row: make(map[LayerID]int, len(layers)), column: make(map[ServiceID]int, len(services)),
		cells: make([]Cell, len(layers)*len(services)),
	}
	var errs []error
	for i, l := range layers {
		if _, double := m.row[l.ID]; double {
			errs = append(errs, fmt.Errorf("layer %s stands twice", l.ID))
		}
		m.row[l.ID] = i
	}
	for i, s := range services {
		if _, double := m.column[s.ID]; double {
			errs = append(errs, fmt.Errorf("service %s stands twice", s.ID))
		}
		m.column[s.ID] = i
		errs = append(errs, m.checkVariants(s)...)
	}
	filled := make([]bool, len(m.cells))
	for _, c := range cells {
		i, ok := m.index(c.Ref())
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("cell %s: no such service or layer", c.Ref()))
			continue
		case filled[i]:
			errs = append(errs, fmt.Errorf("cell %s stands twice", c.Ref()))
		}
		if err := c.check(); err != nil {
			errs = append(errs, err)
		}
		filled[i], m.cells[i] = true, c
	}
	for i, ok := range filled {
		if !ok {
			ref := CellRef{services[i%len(services)].ID, layers[i/len(services)].ID}
			errs = append(errs, fmt.Errorf("cell %s is missing", ref))
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return m, nil
}

// checkVariants finds variants that move the line in a layer that is not there.
func (m *Matrix) checkVariants(s Service) (errs []error) {
	for _, v := range s.Variants {
		for _, layer := range v.Cells {
			if _, ok := m.row[layer]; !ok {
				errs = append(errs, fmt.Errorf("variant %s of %s: there is no layer %q", v.Name, s.ID, layer))
			}
		}
	}
	return errs
}

func (m *Matrix) index(ref CellRef) (int, bool) {
	row, ok := m.row[ref.Layer]
	column, ok2 := m.column[ref.Service]
	return row*len(m.services) + column, ok && ok2
}

// Layers are the rows, top to bottom. The caller must not change them.
func (m *Matrix) Layers() []Layer { return m.layers }

// Services are the columns, left to right. The caller must not change them.
func (m *Matrix) Services() []Service { return m.services }

// Cells are all cells, row by row. The caller must not change them.
func (m *Matrix) Cells() []Cell { return m.cells }

// At is the cell in a row and a column, both counted from 0. It panics outside
// the grid.
func (m *Matrix) At(row, column int) Cell { return m.cells[row*len(m.services)+column] }

// Cell finds a cell by name.
func (m *Matrix) Cell(ref CellRef) (Cell, bool) {
	i, ok := m.index(ref)
	if !ok {
		return Cell{}, false
	}
	return m.cells[i], true
}

// Row is a layer's row, counted from 0.
func (m *Matrix) Row(id LayerID) (int, bool) {
	i, ok := m.row[id]
	return i, ok
}

// Column is a service's column, counted from 0.
func (m *Matrix) Column(id ServiceID) (int, bool) {
	i, ok := m.column[id]
	return i, ok
}

// Layer finds a layer by id.
func (m *Matrix) Layer(id LayerID) (Layer, bool) {
	i, ok := m.row[id]
	if !ok {
		return Layer{}, false
	}
	return m.layers[i], true
}

// Service finds a service by id.
func (m *Matrix) Service(id ServiceID) (Service, bool) {
	i, ok := m.column[id]
	if !ok {
		return Service{}, false
	}
	return m.services[i], true
}

// Moves reports whether the services do not all have the same party in a
// layer: that is where the line moves between them.
func (m *Matrix) Moves(layer LayerID, services ...ServiceID) bool {
	var first Party
	for _, s := range services {
		c, ok := m.Cell(CellRef{s, layer})
		if !ok {
			continue
		}
		if first == 0 {
			first = c.Party
		} else if c.Party != first {
			return true
		}
	}
	return false
}
