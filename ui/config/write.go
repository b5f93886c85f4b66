package config

import (
	"fmt"
	"strings"

	"whose/ui/screen"
)

// Edit is the text of a configuration file with other preferences in it. It
// keeps comments and order as long as what it makes reads as the preferences
// do; a text that has a fault it replaces whole.
func Edit(text string, prefs screen.Preferences) string {
	settings, err := settingsOf("", text)
	if err != nil || strings.TrimSpace(text) == "" {
		return fresh(prefs)
	}
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for _, want := range pairs(prefs) {
		lines = put(lines, settings, want.key, want.value)
	}
	edited := strings.Join(lines, "\n") + "\n"
	if got, err := Parse("", edited); err != nil || got != prefs {
		return fresh(prefs)
	}
	return edited
}

type pair struct{ key, value string }

// pairs are the preferences as the file has them.
func pairs(prefs screen.Preferences) []pair {
	return []pair{{themeKey, string(prefs.Theme)}, {motionKey, fmt.Sprint(prefs.Motion)}}
}

// put writes a value over the one that stands in its line, or adds a line.
func put(lines []string, settings []setting, key, value string) []string {
	for _, s := range settings {
		if s.key.Value != key {
			continue
		}
		t := s.value.GetToken()
		old, line := strings.TrimSpace(t.Origin), []rune(lines[t.Position.Line-1])
		from := t.Position.Column - 1
		upTo := min(from+len([]rune(old)), len(line))
		lines[t.Position.Line-1] = string(line[:from]) + value + string(line[upTo:])
		return lines
	}
	return append(lines, key+": "+value)
}

// fresh is a file of these preferences and no more.
func fresh(prefs screen.Preferences) string {
	var b strings.Builder
	b.WriteString("# How whose looks on this computer.\n")
	for _, p := range pairs(prefs) {
		b.WriteString(p.key + ": " + p.value + "\n")
	}
	return b.String()
}
