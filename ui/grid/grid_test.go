package grid_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"whose/model"
	"whose/ui/grid"
	"whose/ui/theme"
	"whose/ui/uitest"
)

// three is a grid of three layers and three services.
func three() grid.Grid {
	return grid.Grid{
		Services: []model.Service{{ID: "ec2", Short: "EC2"}, {ID: "rds", Short: "RDS"}, {ID: "dynamodb", Short: "DynamoDB"}},
		Layers:   []model.Layer{{ID: "data", Short: "Data"}, {ID: "guest", Short: "Guest OS"}, {ID: "host", Short: "Host"}},
	}
}

// look has signs of one column, but for the first layer.
func look(t *theme.Theme) grid.Look {
	return grid.Look{
		Sign: func(at grid.Place) (plain, painted string) {
			plain = strings.Repeat("x", 1+min(1, 2-at.Row))
			return plain, t.Paint(theme.You, plain)
		},
		Name:   func(_ int, name string, role theme.Role) string { return t.Paint(role, name) },
		Marked: func(int) bool { return false },
	}
}

// drawn is the grid in a window, as a person sees it.
func drawn(t *testing.T, g *grid.Grid, w, h int) string {
	t.Helper()
	th := uitest.Deps(t).Theme
	l := g.Arrange(w, h)
	lines := g.Draw(th, &l, look(th), nil)
	for i, s := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(s), " ")
	}
	return "\n" + strings.Join(lines, "\n")
}

func TestSignsStandUnderTheirServices(t *testing.T) {
	g := three()
	want := `
            EC2   RDS  DynamoDB
 ›Data     [xx]   xx      xx
  Guest OS  xx    xx      xx
  Host       x     x       x`
	if got := drawn(t, &g, 44, 24); got != want {
		t.Errorf("drawn is%s\nwant%s", got, want)
	}
	g.Press(uitest.Key("G"))
	g.Press(uitest.Key("tab"))
	if got := drawn(t, &g, 44, 24); !strings.Contains(got, " ›Host       x   [ x ]     x") {
		t.Errorf("drawn is%s", got)
	}
}

func TestKeysMoveWithinTheGridAndTabGoesRound(t *testing.T) {
	g := three()
	for _, tt := range []struct {
		key string
		at  grid.Place
	}{
		{"up", grid.Place{}},
		{"down", grid.Place{Row: 1}},
		{"left", grid.Place{Row: 1}},
		{"right", grid.Place{Row: 1, Col: 1}},
		{"G", grid.Place{Row: 2, Col: 1}},
		{"j", grid.Place{Row: 2, Col: 1}},
		{"tab", grid.Place{Row: 2, Col: 2}},
		{"right", grid.Place{Row: 2, Col: 2}},
		{"tab", grid.Place{Row: 2}},
		{"shift+tab", grid.Place{Row: 2, Col: 2}},
		{"g", grid.Place{Col: 2}},
	} {
		if !g.Press(uitest.Key(tt.key)) || g.At != tt.at {
			t.Errorf("%s leads to %v, want %v", tt.key, g.At, tt.at)
		}
	}
	if g.Press(uitest.Key("z")) {
		t.Error("a key that means nothing is taken")
	}
	if got := g.Ref(g.At); got != (model.CellRef{Service: "dynamodb", Layer: "data"}) {
		t.Errorf("the focus is on %s", got)
	}
}

func TestTheSecondClickOpens(t *testing.T) {
	g := three()
	drawn(t, &g, 44, 24)
	for _, tt := range []struct {
		x, y  int
		at    grid.Place
		opens bool
	}{
		{18, 2, grid.Place{Row: 1, Col: 1}, false},
		{18, 2, grid.Place{Row: 1, Col: 1}, true},
		{4, 3, grid.Place{Row: 2, Col: 1}, false}, // the layer's name
		{13, 0, grid.Place{Row: 2}, false},        // the service's name
		{40, 20, grid.Place{Row: 2}, false},
	} {
		if got := g.Click(tt.x, tt.y); got != tt.opens || g.At != tt.at {
			t.Errorf("a click on %d,%d leads to %v and opens: %v", tt.x, tt.y, g.At, got)
		}
	}
}

func TestAnEmptyGrid(t *testing.T) {
	full, noLayers, noServices := three(), three(), three()
	noLayers.Layers, noServices.Services = nil, nil
	if full.Empty() || !noLayers.Empty() || !noServices.Empty() {
		t.Error("it does not know whether it is empty")
	}
}
