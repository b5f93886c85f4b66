package cellinfo_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"whose/model"
	"whose/ui/cellinfo"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/uitest"
	"whose/ui/widget"
)

func TestSearchStepsThroughTheRows(t *testing.T) {
	rows := []int{0, 2, 4, 6}
	texts := func(row int) []string { return []string{[]string{"one", "", "two", "", "One more", "", "three"}[row]} }
	var s cellinfo.Search
	step := func(query string, by, from int, want ...int) {
		t.Helper()
		row, at, of := s.Step(query, by, from, rows, texts)
		if got := []int{row, at, of}; !reflect.DeepEqual(got, want) {
			t.Errorf("%q %+d from %d: row, match and count are %v, want %v", query, by, from, got, want)
		}
	}
	step("ONE", 0, 1, 4, 2, 2)  // the first from row 1 on
	step("ONE", 1, 4, 0, 1, 2)  // around the end
	step("ONE", -1, 0, 4, 2, 2) // and back
	step("three", 0, 0, 6, 1, 1)
	step("one", 0, 6, 4, 2, 2) // none from row 6 on: the last one before it
	step("four", 0, 2, 2, 0, 0)
	step("", 0, 2, 2, 0, 0)
}

func TestHangKeepsTheTextBesideItsLabel(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	label := th.Paint(theme.AWS, "AWS") + "  "
	lines := cellinfo.Hang(th, label, strings.Repeat("word ", 40), "", 200)
	if len(lines) < 3 {
		t.Fatalf("prose is wider than it may be: %q", lines)
	}
	for i, l := range lines {
		if prefix := []string{label, "     "}[min(i, 1)]; !strings.HasPrefix(l, prefix+"word") || widget.Width(l) > 5+widget.ProseWidth {
			t.Errorf("line %d is %q", i, l)
		}
	}
}

func TestActionsWithoutAPageSaySo(t *testing.T) {
	action := cellinfo.ToSource()
	if got, ok := action.Send(uitest.Course(t), model.Cell{})().(screen.Toast); !ok {
		t.Errorf("a cell without a page opens %#v", got)
	}
}
