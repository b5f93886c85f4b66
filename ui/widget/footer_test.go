package widget_test

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/keys"
	"whose/ui/theme"
	"whose/ui/widget"
)

func TestTheFooterKeepsTheNextStepAndTheWayOut(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	first := []key.Binding{keys.Enter("open the cell"), keys.Up(), keys.When(false, keys.Read()), keys.Practise()}
	last := []key.Binding{keys.Palette(), keys.Help(), keys.Back()}
	for w, want := range map[int]string{
		80: "enter open the cell   ↑/↓ move   p practise   : everything   ? keys   esc back",
		60: "enter open the cell   : everything   ? keys   esc back",
		44: "enter open the cell  ? keys  esc back",
		32: "enter open the cell  esc back",
		12: "esc back",
		5:  "",
	} {
		got := strings.TrimSpace(ansi.Strip(widget.Footer(th, first, last, w)))
		if got != want {
			t.Errorf("%d columns: %q, want %q", w, got, want)
		}
	}
}
