package cli

import (
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"whose/ui/config"
	"whose/ui/screen"
	"whose/ui/theme"
)

// look is how the program shall look: the preferences in the configuration
// file, and what the flags and the environment of this run say instead.
type look struct {
	dir       string
	prefs     screen.Preferences
	fault     error // what is wrong with the file
	theme     screen.ThemeChoice
	overruled screen.Overruled
}

// readLook reads the configuration file. A fault in it does not keep the program
// from starting.
func readLook(sys System, themeFlag string) (look, error) {
	dir, err := configDir(sys)
	if err != nil {
		return look{}, err
	}
	l := look{dir: dir}
	l.prefs, l.fault = config.Load(dir)
	l.theme = l.prefs.Theme
	if themeFlag != "" {
		if l.theme, err = screen.ParseThemeChoice(themeFlag); err != nil {
			return look{}, usage("%w", err)
		}
		l.overruled.Theme = "--theme " + themeFlag
	}
	switch {
	case sys.getenv("WHOSE_MOTION") == "0":
		l.overruled.Motion = "WHOSE_MOTION=0"
	case sys.getenv("NO_COLOR") != "":
		l.overruled.Motion = "NO_COLOR"
	}
	return l, nil
}

// firstTheme is the theme until the terminal tells what it is.
func (l look) firstTheme() *theme.Theme {
	return theme.New(l.theme != screen.ThemeLight, colorprofile.TrueColor)
}

// give tells the screens.
func (l look) give(d *screen.Deps) {
	d.Preferences, d.Overruled = l.prefs, l.overruled
	d.Env.Motion = l.prefs.Motion && l.overruled.Motion == ""
	d.SavePreferences = func(p screen.Preferences) (string, error) { return config.Save(l.dir, p) }
}

// notices tell the learner of a fault in the file.
func (l look) notices() []tea.Msg {
	if l.fault == nil {
		return nil
	}
	text := l.fault.Error() + "\n\nWhat is wrong is left out, and the default holds in its place. Mend the file, or choose in the settings: the old file is then kept as " + config.File + ".bak."
	if errors.Is(l.fault, config.ErrNoFolder) {
		text = l.fault.Error() + "\n\nThe defaults hold. Let WHOSE_CONFIG name a folder: the settings are in the file " + config.File + " in it."
	}
	return []tea.Msg{screen.Notice{Title: "Your settings could not be read", Text: text}}
}
