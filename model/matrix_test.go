package model_test

import (
	"strings"
	"testing"

	"whose/model"
)

// grid is what a matrix is built from.
type grid struct {
	layers   []model.Layer
	services []model.Service
	cells    []model.Cell
}

func (g grid) build() (*model.Matrix, error) { return model.NewMatrix(g.layers, g.services, g.cells) }

// goodGrid has one service and two layers.
func goodGrid() *grid {
	return &grid{
		layers:   []model.Layer{{ID: "host"}, {ID: "data"}},
		services: []model.Service{{ID: "rds"}},
		cells: []model.Cell{
			{Service: "rds", Layer: "host", Party: model.AWS, Basis: model.Stated, Graded: true},
			{
				Service: "rds", Layer: "data", Party: model.Shared, Exam: model.Customer, Basis: model.Inferred,
				Cues: []model.Cue{{Side: model.AWS, Words: "durable"}},
			},
		},
	}
}

func TestNewMatrixRefusesWhatCannotBe(t *testing.T) {
	tests := []struct {
		name string
		edit func(*grid)
		want string
	}{
		{"missing cell", func(g *grid) { g.cells = g.cells[:1] }, "cell rds/data is missing"},
		{"double cell", func(g *grid) { g.cells = append(g.cells, g.cells[0]) }, "cell rds/host stands twice"},
		{"cell of no service", func(g *grid) { g.cells[0].Service = "s3" }, "cell s3/host: no such service or layer"},
		{"cell of no layer", func(g *grid) { g.cells[0].Layer = "os" }, "cell rds/os: no such service or layer"},
		{"double layer", func(g *grid) { g.layers = append(g.layers, g.layers[1]) }, "layer data stands twice"},
		{"double service", func(g *grid) { g.services = append(g.services, g.services[0]) }, "service rds stands twice"},
		{"zero party", func(g *grid) { g.cells[0].Party = 0 }, "cell rds/host: it has no party"},
		{"no basis", func(g *grid) { g.cells[0].Basis = 0 }, "cell rds/host: it has no basis"},
		{"shared without exam reading", func(g *grid) { g.cells[1].Exam = 0 }, "cell rds/data: a shared cell needs"},
		{"exam reading of one side's cell", func(g *grid) { g.cells[0].Exam = model.AWS }, "cell rds/host: only a shared cell"},
		{"cues of one side's cell", func(g *grid) { g.cells[0].Cues = g.cells[1].Cues }, "cell rds/host: only a shared cell"},
		{"variant of no layer", func(g *grid) {
			g.services[0].Variants = []model.Variant{{Name: "Custom", Cells: []model.LayerID{"host", "os"}}}
		}, `variant Custom of rds: there is no layer "os"`},
		{"cue for both sides", func(g *grid) { g.cells[1].Cues[0].Side = model.Shared }, "cell rds/data: a cue decides"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := goodGrid()
			test.edit(g)
			_, err := g.build()
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestNewMatrixNamesAllThatIsWrong(t *testing.T) {
	g := goodGrid()
	g.cells[0].Party = 0
	g.cells = g.cells[:1]
	_, err := g.build()
	for _, want := range []string{"rds/host: it has no party", "rds/data is missing"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want one with %q", err, want)
		}
	}
}

func TestMatrixFindsItsParts(t *testing.T) {
	m, err := goodGrid().build()
	if err != nil {
		t.Fatal(err)
	}
	cell, ok := m.Cell(model.CellRef{Service: "rds", Layer: "data"})
	if !ok || cell.Exam != model.Customer || m.At(1, 0).Ref() != cell.Ref() {
		t.Errorf("the cell is %+v, %v", cell, ok)
	}
	if _, ok := m.Cell(model.CellRef{Service: "rds", Layer: "os"}); ok {
		t.Error("a cell that is not there was found")
	}
	if row, ok := m.Row("data"); row != 1 || !ok {
		t.Errorf("the row of data is %d, %v", row, ok)
	}
	if _, ok := m.Column("s3"); ok {
		t.Error("a column that is not there was found")
	}
}

func TestMovesWhereServicesDiffer(t *testing.T) {
	layers := []model.Layer{{ID: "host"}, {ID: "guest"}}
	services := []model.Service{{ID: "ec2"}, {ID: "rds"}, {ID: "s3"}}
	var cells []model.Cell
	for _, s := range services {
		guest := model.AWS
		if s.ID == "ec2" {
			guest = model.Customer
		}
		cells = append(cells,
			model.Cell{Service: s.ID, Layer: "host", Party: model.AWS, Basis: model.Stated},
			model.Cell{Service: s.ID, Layer: "guest", Party: guest, Basis: model.Stated})
	}
	m, err := model.NewMatrix(layers, services, cells)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		layer    model.LayerID
		services []model.ServiceID
		want     bool
	}{
		{"host", []model.ServiceID{"ec2", "rds", "s3"}, false},
		{"guest", []model.ServiceID{"ec2", "rds"}, true},
		{"guest", []model.ServiceID{"rds", "s3"}, false},
		{"guest", []model.ServiceID{"rds"}, false},
		{"guest", nil, false},
	} {
		if got := m.Moves(test.layer, test.services...); got != test.want {
			t.Errorf("Moves(%s, %v) is %v", test.layer, test.services, got)
		}
	}
}

func TestAskable(t *testing.T) {
	for _, test := range []struct {
		cell model.Cell
		want bool
	}{
		{model.Cell{Party: model.AWS, Graded: true}, true},
		{model.Cell{Party: model.AWS}, false},
		{model.Cell{Party: model.None, Graded: true}, false},
	} {
		if got := test.cell.Askable(); got != test.want {
			t.Errorf("%+v is askable: %v", test.cell, got)
		}
	}
}
