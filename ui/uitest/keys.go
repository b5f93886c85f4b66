package uitest

import (
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"
)

var special = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter, "tab": tea.KeyTab,
	"esc": tea.KeyEscape, "space": tea.KeySpace, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace,
}

// Key is the press of a key by the name that bindings use: "down", "shift+tab",
// "q", "G".
func Key(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	rest := name
	for _, p := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if after, ok := strings.CutPrefix(rest, p.prefix); ok {
			rest, k.Mod = after, k.Mod|p.mod
		}
	}
	if code, ok := special[rest]; ok {
		k.Code = code
		return k
	}
	k.Code = []rune(rest)[0]
	if k.Mod == 0 {
		k.Text = rest
	}
	return k
}

// Keys presses keys one after the other.
func (d *Driver) Keys(names ...string) {
	d.tb.Helper()
	for _, name := range names {
		k := Key(name)
		if k.String() != name {
			d.tb.Fatalf("key %q reads back as %q", name, k.String())
		}
		d.Send(k)
	}
}

// Type presses the letters of a text.
func (d *Driver) Type(text string) {
	for _, r := range text {
		if r == ' ' {
			d.Send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
			continue
		}
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// Click presses the left button.
func (d *Driver) Click(x, y int) {
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// ClickOn presses the left button on the first place where the text stands.
func (d *Driver) ClickOn(text string) {
	d.tb.Helper()
	for y, line := range strings.Split(d.Text(), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			d.Click(len([]rune(line[:i])), y)
			return
		}
	}
	d.tb.Fatalf("no %q to click on:\n%s", text, d.Text())
}

// sequence unpacks what tea.Batch and tea.Sequence make; the type of the latter
// is not exported.
func sequence(msg tea.Msg) ([]tea.Cmd, bool) {
	if batch, ok := msg.(tea.BatchMsg); ok {
		return batch, true
	}
	v := reflect.ValueOf(msg)
	if v.IsValid() && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		cmds := make([]tea.Cmd, v.Len())
		for i := range cmds {
			cmds[i] = v.Index(i).Interface().(tea.Cmd)
		}
		return cmds, true
	}
	return nil, false
}
