// Package keys is the one list of what each key means. Screens take their
// bindings from it, so the same letter means the same everywhere.
package keys

import "charm.land/bubbles/v2/key"

// Bind makes a binding. The first key is the one that the palette presses; name
// is how the key is written on screen, help what it does there. A binding
// without a name works and is not listed: its sibling speaks for it.
func Bind(name, help string, keys ...string) key.Binding {
	if name == "" {
		return key.NewBinding(key.WithKeys(keys...))
	}
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, help))
}

// When gives the binding back, switched on or off: the footer shows only what
// does something now.
func When(on bool, b key.Binding) key.Binding {
	b.SetEnabled(on)
	return b
}

// Movement. Up, Left and Top are listed for their siblings too.

// Up moves one up.
func Up() key.Binding { return Bind("↑/↓", "move", "up", "k") }

// Down moves one down.
func Down() key.Binding { return Bind("", "", "down", "j") }

// Left moves one left; help says over what ("service", "question").
func Left(help string) key.Binding { return Bind("←/→", help, "left", "h") }

// Right moves one right.
func Right() key.Binding { return Bind("", "", "right", "l") }

// Top goes to the first line.
func Top() key.Binding { return Bind("g/G", "first, last", "g", "home") }

// Bottom goes to the last line.
func Bottom() key.Binding { return Bind("", "", "G", "end", "shift+g") }

// HalfDown moves half a screen down.
func HalfDown() key.Binding { return Bind("ctrl+d/u", "half a screen", "ctrl+d", "pgdown") }

// HalfUp moves half a screen up.
func HalfUp() key.Binding { return Bind("", "", "ctrl+u", "pgup") }

// Next goes to the next thing on the screen that can be opened; help names it.
func Next(help string) key.Binding { return Bind("tab", help, "tab") }

// Prev goes to the one before.
func Prev() key.Binding { return Bind("", "", "shift+tab") }

// Enter does the obvious next thing; help names it.
func Enter(help string) key.Binding { return Bind("enter", help, "enter") }

// Space picks an option or pages on; help names it.
func Space(help string) key.Binding { return Bind("space", help, "space") }

// Actions. The same letter is the same action on every screen.

// Read opens the lesson.
func Read() key.Binding { return Bind("r", "read", "r") }

// Cell opens the cell in the matrix.
func Cell() key.Binding { return Bind("m", "matrix", "m") }

// HeatMap opens the matrix as a map of the learner's recall.
func HeatMap() key.Binding { return Bind("H", "heat map", "H") }

// Practise starts a quiz on this.
func Practise() key.Binding { return Bind("p", "practise", "p") }

// Compare puts services side by side.
func Compare() key.Binding { return Bind("c", "compare", "c") }

// Stack draws one service as AWS's own picture does.
func Stack() key.Binding { return Bind("s", "stack", "s") }

// Test hides the parties and asks for them.
func Test() key.Binding { return Bind("t", "test me", "t") }

// Bookmark marks this, or takes the mark away.
func Bookmark() key.Binding { return Bind("b", "bookmark", "b") }

// Source opens AWS's page.
func Source() key.Binding { return Bind("o", "source", "o") }

// Copy copies this.
func Copy() key.Binding { return Bind("y", "copy", "y") }

// Filter shows only some of what there is; help names what.
func Filter(help string) key.Binding { return Bind("f", help, "f") }

// Flag marks a question to be looked at again before the hand-in, or takes the
// mark away.
func Flag() key.Binding { return Bind("f", "flag", "f") }

// Unsure answers and says that the learner is not sure.
func Unsure() key.Binding { return Bind("u", "not sure", "u") }

// TakeBack takes the answer that was just graded back.
func TakeBack() key.Binding { return Bind("U", "take back", "U", "shift+u") }

// Overview shows all questions of a test at once.
func Overview() key.Binding { return Bind("v", "overview", "v") }

// Words lists the words of the glossary that stand here.
func Words() key.Binding { return Bind("w", "words here", "w") }

// Report copies what a report of a mistake needs.
func Report() key.Binding { return Bind("x", "this is wrong", "x") }

// Globals. The root adds them to every screen.

// Back is one level back.
func Back() key.Binding { return Bind("esc", "back", "esc") }

// Quit ends the program.
func Quit() key.Binding { return Bind("q", "quit", "q") }

// Interrupt ends the program whatever is on.
func Interrupt() key.Binding { return Bind("ctrl+c", "end at once", "ctrl+c") }

// Suspend puts the program in the background.
func Suspend() key.Binding { return Bind("ctrl+z", "suspend", "ctrl+z") }

// Help lists the keys of the screen.
func Help() key.Binding { return Bind("?", "keys", "?") }

// Palette finds any action, lesson, cell or topic.
func Palette() key.Binding { return Bind(":", "everything", ":", "ctrl+p") }

// Find searches the page.
func Find() key.Binding { return Bind("/", "find", "/") }

// FindNext goes to the next match.
func FindNext() key.Binding { return Bind("n/N", "next, previous match", "n") }

// FindPrev goes to the match before.
func FindPrev() key.Binding { return Bind("", "", "N", "shift+n") }

// Mouse lets the terminal have the mouse, to select text, or takes it back.
func Mouse() key.Binding { return Bind("M", "let the mouse go", "M", "shift+m") }
