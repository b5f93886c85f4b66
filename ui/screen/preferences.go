package screen

import (
	"fmt"
	"slices"
)

// Preferences are how the program looks on this computer, whoever learns on it.
type Preferences struct {
	Theme  ThemeChoice
	Motion bool // whether things may move
}

// ThemeChoice is dark or light, or that the terminal is asked.
type ThemeChoice string

// The choices of theme.
const (
	ThemeAuto  ThemeChoice = "auto"
	ThemeDark  ThemeChoice = "dark"
	ThemeLight ThemeChoice = "light"
)

// ThemeChoices are all of them, the usual one first.
func ThemeChoices() []ThemeChoice { return []ThemeChoice{ThemeAuto, ThemeDark, ThemeLight} }

// ParseThemeChoice reads auto, dark or light.
func ParseThemeChoice(s string) (ThemeChoice, error) {
	if c := ThemeChoice(s); slices.Contains(ThemeChoices(), c) {
		return c, nil
	}
	return "", fmt.Errorf("there is no theme %q: use auto, dark or light", s)
}

// Overruled is what in this run wins over a preference, as the learner wrote it,
// such as "--theme light" or "NO_COLOR"; empty where nothing does.
type Overruled struct{ Theme, Motion string }

// Prefer asks the root to look as preferred from now on. Saving it is the
// sender's.
type Prefer struct{ Preferences Preferences }

// Notice tells the learner, over whatever is on screen, what must not be missed.
type Notice struct{ Title, Text string }
