package model_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"whose/model"
)

// likeness is a matrix with the parties of each service from the first layer to
// the last, a letter each.
func likeness(t testing.TB, columns map[model.ServiceID]string, order ...model.ServiceID) *model.Matrix {
	t.Helper()
	party := map[byte]model.Party{'a': model.AWS, 'y': model.Customer, 'n': model.None}
	var services []model.Service
	var layers []model.Layer
	var cells []model.Cell
	for _, id := range order {
		services = append(services, model.Service{ID: id})
		for i := range columns[id] {
			layer := model.LayerID(rune('0' + i))
			if len(layers) == i {
				layers = append(layers, model.Layer{ID: layer})
			}
			cells = append(cells, model.Cell{Service: id, Layer: layer, Party: party[columns[id][i]], Basis: model.Stated})
		}
	}
	m, err := model.NewMatrix(layers, services, cells)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestDifferCountsTheLayersInWhichTheLineMoves(t *testing.T) {
	m := likeness(t, map[model.ServiceID]string{"ec2": "aayy", "rds": "aaay", "s3": "aana"}, "ec2", "rds", "s3")
	for _, tt := range []struct {
		a, b model.ServiceID
		want int
	}{{"ec2", "ec2", 0}, {"ec2", "rds", 1}, {"rds", "ec2", 1}, {"ec2", "s3", 2}, {"rds", "s3", 2}, {"ec2", "nothing", 0}} {
		if got := m.Differ(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s differ in %d layers, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestChainGoesFromEachServiceToTheOneMostLikeIt(t *testing.T) {
	m := likeness(t, map[model.ServiceID]string{"ec2": "yyyy", "s3": "aaaa", "rds": "aayy", "ebs": "yyyy", "eks": "yayy"}, "ec2", "s3", "rds", "ebs", "eks")
	all := []model.ServiceID{"ec2", "s3", "rds", "ebs", "eks"}
	want := []model.ServiceID{"ec2", "ebs", "eks", "rds", "s3"}
	if got := m.Chain(all); !reflect.DeepEqual(got, want) {
		t.Errorf("the chain is %v, want %v", got, want)
	}
	if want := []model.ServiceID{"ec2", "s3", "rds", "ebs", "eks"}; !reflect.DeepEqual(all, want) {
		t.Errorf("the services given are now %v", all)
	}
	if got := m.Chain([]model.ServiceID{"s3", "ec2", "ebs"}); !reflect.DeepEqual(got, []model.ServiceID{"s3", "ec2", "ebs"}) {
		t.Errorf("equally like services do not keep their order: %v", got)
	}
	if got := m.Chain(nil); len(got) != 0 {
		t.Errorf("no service makes the chain %v", got)
	}
}

func TestChainHasEveryServiceOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		columns := make(map[model.ServiceID]string)
		var order []model.ServiceID
		for i := range rapid.IntRange(1, 12).Draw(rt, "services") {
			id := model.ServiceID(rune('A' + i))
			order = append(order, id)
			columns[id] = rapid.StringMatching(`[ayn]{5}`).Draw(rt, "parties")
		}
		m := likeness(t, columns, order...)
		chain := m.Chain(order)
		if chain[0] != order[0] {
			rt.Fatalf("it begins with %s", chain[0])
		}
		for i := 1; i < len(chain)-1; i++ {
			for _, other := range chain[i+1:] {
				if m.Differ(chain[i-1], other) < m.Differ(chain[i-1], chain[i]) {
					rt.Fatalf("%s comes after %s, though %s is more like it", chain[i], chain[i-1], other)
				}
			}
		}
		slices.Sort(chain)
		if !reflect.DeepEqual(chain, order) {
			rt.Fatalf("the chain has %v of %v", chain, order)
		}
	})
}
