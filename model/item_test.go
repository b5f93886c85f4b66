package model_test

import (
	"strings"
	"testing"

	"whose/model"
)

func TestParseItemReadsWhatItemsAreMadeOf(t *testing.T) {
	cell := model.Cell{Service: "rds", Layer: "guest-os", Party: model.Shared}
	tests := map[model.Item]model.Subject{
		model.QuestionItem("who-patches", 12): {Question: "who-patches", Revision: 12},
		model.QuestionItem("a@b", 1):          {Question: "a@b", Revision: 1},
		model.CellItem(cell):                  {Cell: cell.Ref(), Party: model.Shared},
	}
	for item, want := range tests {
		if got, err := model.ParseItem(item); err != nil || got != want {
			t.Errorf("%s: %+v, %v; want %+v", item, got, err, want)
		}
	}
}

func TestParseItemRefusesWhatIsNoItem(t *testing.T) {
	for _, item := range []model.Item{
		"", "q", "q:", "q:os", "q:@1", "q:os@", "q:os@0", "q:os@-1", "q:os@one",
		"c:rds@aws", "c:rds/guest-os", "c:rds/guest-os@", "c:rds/guest-os@nobody", "c:/guest-os@aws", "x:os@1", "os@1",
	} {
		if got, err := model.ParseItem(item); err == nil || !strings.Contains(err.Error(), "is no item") {
			t.Errorf("%q: %+v, %v", item, got, err)
		}
	}
}
