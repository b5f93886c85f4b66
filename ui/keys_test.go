package ui_test

import (
	"strings"
	"testing"

	"whose/ui"
	"whose/ui/uitest"
)

// TestKeysAreUnambiguous finds any two bindings of one screen, globals included,
// that share a key while both do something.
func TestKeysAreUnambiguous(t *testing.T) {
	for _, s := range tour {
		t.Run(s.name, func(t *testing.T) {
			d := visit(t, s, 80, 24)
			owner := map[string]string{}
			for _, b := range d.Model().(*ui.Root).Bindings() {
				if !b.Enabled() {
					continue
				}
				for _, k := range b.Keys() {
					if other, taken := owner[k]; taken {
						t.Errorf("%s is both %q and %q", k, other, b.Help().Desc)
					}
					owner[k] = b.Help().Desc
				}
			}
			if len(owner) == 0 {
				t.Error("the screen has no keys")
			}
		})
	}
}

// TestFooterIsTrue presses what the footer promises.
func TestFooterIsTrue(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	d.Want("enter open", ": everything", "? keys", "q quit")
	d.Keys("?")
	d.Want("On this screen", "Everywhere", "let the mouse go")
	d.Keys("esc", ":")
	d.Want("Everything")
	d.Type("rds encryption rest")
	d.Want("RDS · Encryption at rest")
	if !strings.Contains(d.Text(), "cell") {
		t.Error("the palette does not say what kind of thing it found")
	}
}
