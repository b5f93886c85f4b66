package markdown

import (
	"fmt"
	"strconv"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"

	"whose/ui/theme"
)

// styles are the theme's roles for Glamour. There is no margin, no width and no
// highlighting of code: Glamour pads every line of a block that has a width, cell
// by cell, and that took nine tenths of its time.
func styles(t *theme.Theme) glamour.StyleConfig {
	yes := true
	accent := colour(t, theme.Accent)
	return glamour.StyleConfig{
		Heading:       glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: accent, Bold: &yes}},
		Emph:          glamour.StylePrimitive{Italic: &yes},
		Strong:        glamour.StylePrimitive{Bold: &yes},
		Strikethrough: glamour.StylePrimitive{CrossedOut: &yes},
		LinkText:      glamour.StylePrimitive{Color: accent, Underline: &yes},
		Code:          glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: accent}},
	}
}

// colour is a role's colour as Glamour reads it, nil for the terminal's own.
func colour(t *theme.Theme, r theme.Role) *string {
	c := t.Color(r)
	if c == nil {
		return nil
	}
	if basic, ok := c.(ansi.BasicColor); ok {
		number := strconv.Itoa(int(basic))
		return &number
	}
	red, green, blue, _ := c.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", red>>8, green>>8, blue>>8)
	return &hex
}
