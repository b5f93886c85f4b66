// Package theme is what the program looks like: seven roles in place of
// colours, for dark and for light terminals, and the signs of the parties.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"whose/model"
)

// Role is what a piece of text is for. Screens paint roles, never colours.
type Role uint8

// The roles of design and the focus. Plain is the terminal's own foreground.
const (
	Plain Role = iota
	AWS
	You
	Accent
	Right
	Wrong
	Dim
	Strong
	Focus
	Mark // a find match
	roles
)

var roleNames = [roles]string{"plain", "aws", "you", "accent", "right", "wrong", "dim", "strong", "focus", "mark"}

// Roles are all roles, Plain first.
func Roles() []Role {
	all := make([]Role, roles)
	for i := range all {
		all[i] = Role(i)
	}
	return all
}

// String is the role's name in golden screens.
func (r Role) String() string { return roleNames[r] }

// Theme paints roles for one terminal. It is a value that never changes: a
// terminal that turns out to be light gets another one.
type Theme struct {
	Dark    bool
	Profile colorprofile.Profile
	colors  [roles]color.Color
	open    [roles]string // what Paint puts before the text
}

const reset = "\x1b[m"

// New makes the theme of a dark or a light terminal with the colours that it
// can show. With sixteen it takes the terminal's own palette, which its user
// chose to be readable.
func New(dark bool, profile colorprofile.Profile) *Theme {
	t := &Theme{Dark: dark, Profile: profile, colors: palette(dark, profile)}
	for r := Plain; r < roles; r++ {
		style := lipgloss.NewStyle()
		switch r {
		case Strong:
			style = style.Bold(true)
		case Focus:
			style = style.Reverse(true)
		case Mark:
			style = style.Underline(true).Bold(true)
		}
		if c := t.colors[r]; c != nil {
			style = style.Foreground(c)
		}
		t.open[r], _, _ = strings.Cut(style.Render("x"), "x")
	}
	return t
}

func palette(dark bool, profile colorprofile.Profile) (c [roles]color.Color) {
	switch {
	case profile <= colorprofile.ASCII && profile != colorprofile.Unknown:
		return c
	case profile == colorprofile.ANSI && dark:
		c[AWS], c[You], c[Accent], c[Right], c[Wrong], c[Dim] = lipgloss.BrightYellow, lipgloss.BrightBlue, lipgloss.BrightMagenta, lipgloss.BrightGreen, lipgloss.BrightRed, lipgloss.White
	case profile == colorprofile.ANSI:
		c[AWS], c[You], c[Accent], c[Right], c[Wrong], c[Dim] = lipgloss.Yellow, lipgloss.Blue, lipgloss.Magenta, lipgloss.Green, lipgloss.Red, lipgloss.BrightBlack
	case dark:
		c[AWS], c[You], c[Accent] = lipgloss.Color("#F5A742"), lipgloss.Color("#6CB6FF"), lipgloss.Color("#C3A6FF")
		c[Right], c[Wrong], c[Dim] = lipgloss.Color("#7EE08A"), lipgloss.Color("#FF8A95"), lipgloss.Color("#A6ADBA")
	default:
		c[AWS], c[You], c[Accent] = lipgloss.Color("#8F4E00"), lipgloss.Color("#0A58A8"), lipgloss.Color("#6A35B0")
		c[Right], c[Wrong], c[Dim] = lipgloss.Color("#1B6E2E"), lipgloss.Color("#B3202F"), lipgloss.Color("#565D68")
	}
	return c
}

// Color is the role's foreground, nil for the terminal's own.
func (t *Theme) Color(r Role) color.Color { return t.colors[r] }

// Paint gives the text the look of a role. The text must not be painted yet:
// an inner reset would end the outer look, so pieces are painted one by one.
func (t *Theme) Paint(r Role, text string) string {
	if t.open[r] == "" || text == "" {
		return text
	}
	return t.open[r] + text + reset
}

// PartyRole is the role that a party's name is painted in.
func PartyRole(p model.Party) Role {
	switch p {
	case model.AWS:
		return AWS
	case model.Customer:
		return You
	}
	return Plain
}

// Name is the party's name on screen.
func Name(p model.Party) string {
	switch p {
	case model.AWS:
		return "AWS"
	case model.Customer:
		return "You"
	case model.Shared:
		return "Both"
	}
	return "—"
}

// Signs of the parties. Their shapes differ, so that colour never stands alone.
const (
	signAWS  = "■"
	signYou  = "●"
	signNone = "—"
)

// Sign is the party's sign in its colours, SignWidth columns wide.
func (t *Theme) Sign(p model.Party) string {
	switch p {
	case model.AWS:
		return t.Paint(AWS, signAWS)
	case model.Customer:
		return t.Paint(You, signYou)
	case model.Shared:
		return t.Paint(AWS, signAWS) + t.Paint(You, signYou)
	}
	return t.Paint(Dim, signNone)
}

// PlainSign is the party's sign without colour, for places that paint it
// themselves, such as the focus.
func PlainSign(p model.Party) string {
	switch p {
	case model.AWS:
		return signAWS
	case model.Customer:
		return signYou
	case model.Shared:
		return signAWS + signYou
	}
	return signNone
}

// SignWidth is how many columns the party's sign takes.
func SignWidth(p model.Party) int {
	if p == model.Shared {
		return 2
	}
	return 1
}

// Legend explains the signs in one line: "■ AWS   ● You   ■● both".
func (t *Theme) Legend() string {
	return t.Sign(model.AWS) + t.Paint(Dim, " AWS   ") + t.Sign(model.Customer) + t.Paint(Dim, " You   ") + t.Sign(model.Shared) + t.Paint(Dim, " both")
}

// asciiOnly gives every sign of the program that is no ASCII a stand-in of the
// same width.
var asciiOnly = strings.NewReplacer(
	signAWS, "A", signYou, "Y", "—", "-", "–", "-", "─", "-", "│", "|", "█", "#", "░", ".", "›", ">", "‹", "<",
	"✓", "+", "✗", "x", "·", "-", "…", "~", "→", ">", "←", "<", "↑", "^", "↓", "v", "↔", "=", "×", "x", "≠", "#", "★", "*", "▸", ">", "± ", "+-", "±", "~",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "•", "*", "┃", "|", "━", "=", "▲", "^", "▼", "v",
	"▀", `"`, "▄", "_", "└", "+",
)

// ASCII replaces what a terminal without UTF-8 cannot show.
func ASCII(screen string) string { return asciiOnly.Replace(screen) }
