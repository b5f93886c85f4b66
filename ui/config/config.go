// Package config is the file that says how the program looks on this computer.
// What belongs to a learner and a course is in the history instead.
package config

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"whose/ui/screen"
)

// Default is what holds where the file says nothing.
func Default() screen.Preferences {
	return screen.Preferences{Theme: screen.ThemeAuto, Motion: true}
}

// Fault is something wrong in the file. Line and Column count from 1.
type Fault struct {
	File         string
	Line, Column int
	Message      string
}

// Error is the fault as compilers write it: file:line:column: message.
func (f Fault) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// The settings that the file may hold.
const (
	themeKey  = "theme"
	motionKey = "motion"
)

// Parse reads the text of a configuration file:
//
//	theme: auto     # or dark, or light
//	motion: true    # or false
//
// The error is a Fault, or several that are joined; each names the file as
// given. What is wrong is then as Default has it, the rest as written.
func Parse(file, text string) (screen.Preferences, error) {
	prefs := Default()
	settings, err := settingsOf(file, text)
	if err != nil {
		return prefs, err
	}
	var faults []error
	for _, s := range settings {
		if at, err := set(&prefs, s); err != nil {
			faults = append(faults, Fault{file, at.Position.Line, at.Position.Column, err.Error()})
		}
	}
	return prefs, errors.Join(faults...)
}

// setting is a line of the file.
type setting struct {
	key   *token.Token
	value ast.Node
}

// settingsOf reads the file as YAML.
func settingsOf(file, text string) (settings []setting, err error) {
	defer func() {
		// The parser panics on a few kinds of nonsense, and the file is somebody
		// else's.
		if r := recover(); r != nil {
			settings, err = nil, Fault{file, 1, 1, fmt.Sprintf("this is no YAML: %v", r)}
		}
	}()
	tree, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		return nil, syntaxFault(file, err)
	}
	for i, doc := range tree.Docs {
		if i > 0 {
			return nil, Fault{file, doc.Start.Position.Line, 1, "a second document begins: one file is one document"}
		}
		if doc.Body == nil {
			continue
		}
		pairs, ok := doc.Body.(ast.MapNode)
		if !ok {
			at := doc.Body.GetToken().Position
			return nil, Fault{file, at.Line, at.Column, `here stands no setting: write "theme: dark"`}
		}
		for i := pairs.MapRange(); i.Next(); {
			settings = append(settings, setting{i.Key().GetToken(), i.Value()})
		}
	}
	return settings, nil
}

// syntaxFault finds the place in the parser's error.
func syntaxFault(file string, err error) error {
	var syntax interface {
		error
		GetMessage() string
		GetToken() *token.Token
	}
	if !errors.As(err, &syntax) || syntax.GetToken() == nil {
		return Fault{file, 1, 1, err.Error()}
	}
	at := syntax.GetToken().Position
	return Fault{file, at.Line, at.Column, syntax.GetMessage()}
}

// set takes one setting over. The error says what may stand at the token.
func set(prefs *screen.Preferences, s setting) (*token.Token, error) {
	at := s.value.GetToken()
	switch s.key.Value {
	case themeKey:
		choice, err := screen.ParseThemeChoice(at.Value)
		if _, ok := s.value.(*ast.StringNode); !ok || err != nil {
			return at, fmt.Errorf("theme is auto, dark or light, not %q", at.Value)
		}
		prefs.Theme = choice
	case motionKey:
		on, ok := s.value.(*ast.BoolNode)
		if !ok {
			return at, fmt.Errorf("motion is true or false, not %q", at.Value)
		}
		prefs.Motion = on.Value
	default:
		return s.key, fmt.Errorf("there is no setting %q: there are theme and motion", s.key.Value)
	}
	return nil, nil
}
