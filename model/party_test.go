package model_test

import (
	"encoding/json"
	"testing"

	"whose/model"
)

func TestPartiesReadBackAsTheyAreWritten(t *testing.T) {
	for _, p := range []model.Party{model.AWS, model.Customer, model.Shared, model.None} {
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var again model.Party
		if err := json.Unmarshal(data, &again); err != nil || again != p {
			t.Errorf("%s reads back as %v, %v", data, again, err)
		}
	}
}

func TestTheZeroPartyIsNoParty(t *testing.T) {
	var p model.Party
	if p.Valid() || p.OneSided() {
		t.Error("the zero party passes for one")
	}
	if _, err := json.Marshal(p); err == nil {
		t.Error("the zero party can be written")
	}
	if _, err := model.ParseParty(""); err == nil {
		t.Error("an empty text is read as a party")
	}
}

func TestCellRefsReadBackAsTheyAreWritten(t *testing.T) {
	ref := model.CellRef{Service: "rds", Layer: "host"}
	if again, err := model.ParseCellRef(ref.String()); err != nil || again != ref {
		t.Errorf("%v reads back as %v, %v", ref, again, err)
	}
	for _, bad := range []string{"", "rds", "/", "rds/", "/host", "rds/host/x"} {
		if ref, err := model.ParseCellRef(bad); err == nil {
			t.Errorf("%q is read as %v", bad, ref)
		}
	}
}

// A memory must be left behind when the right answer changes.
func TestItemsChangeWithTheRightAnswer(t *testing.T) {
	if a, b := model.QuestionItem("os", 1), model.QuestionItem("os", 2); a == b || a != "q:os@1" {
		t.Errorf("the items are %s and %s", a, b)
	}
	cell := model.Cell{Service: "rds", Layer: "host", Party: model.AWS}
	if got := model.CellItem(cell); got != "c:rds/host@aws" {
		t.Errorf("the item is %s", got)
	}
}
