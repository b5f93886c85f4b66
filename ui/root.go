// Package ui is the full-screen program: one root model that owns the window,
// the theme and the stack of screens.
package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/screen/home"
	"whose/ui/theme"
)

// Root is the program's tea.Model. It is changed in place.
type Root struct {
	load  Loader
	deps  *screen.Deps // nil until loaded
	err   error        // why nothing could be loaded
	early []tea.KeyPressMsg
	stack []level
	next  int // the id of the next screen

	w, h     int
	theme    *theme.Theme
	chosen   screen.ThemeChoice
	dark     bool // what the terminal says of itself, dark until it does
	overlay  overlay
	find     findBar
	toast    string
	unsaved  map[string]error // by the session whose answers are not saved; "" for everything else
	noMouse  bool
	quitting bool
}

// Loader makes what the screens are given and says what to open above home, as
// the messages that screens send. It runs beside the set-up of the terminal.
type Loader func() (*screen.Deps, []tea.Msg, error)

// level is one screen of the stack. Its id stands on the results of its
// commands, so that they reach it wherever it is.
type level struct {
	id     int
	screen screen.Screen
}

// routed is the result of a command on its way to the screen that asked.
type routed struct {
	id  int
	msg tea.Msg
}

// New makes the program. Where the choice of theme is auto, the given one is
// that until the terminal tells what it is; Deps.Theme follows it.
func New(th *theme.Theme, choice screen.ThemeChoice, load Loader) *Root {
	return &Root{unsaved: map[string]error{}, load: load, theme: th, chosen: choice, dark: th.Dark, w: 80, h: 24}
}

// Err is why the program ended at once, nil if it did not.
func (r *Root) Err() error { return r.err }

// loaded is what the loader made.
type loaded struct {
	deps  *screen.Deps
	start []tea.Msg
	err   error
}

// Init loads, and asks the terminal what it is.
func (r *Root) Init() tea.Cmd {
	return tea.Batch(func() tea.Msg {
		deps, start, err := r.load()
		return loaded{deps, start, err}
	}, tea.RequestBackgroundColor)
}

// begin opens home and what was asked for above it, and takes the keys that
// were pressed before there was anything to press them on.
func (r *Root) begin(m loaded) tea.Cmd {
	if m.err != nil {
		r.err = m.err
		return tea.Quit
	}
	r.deps = m.deps
	r.deps.Theme = r.theme
	cmds := []tea.Cmd{r.push(home.New(r.deps))}
	for _, msg := range m.start {
		cmds = append(cmds, r.navigate(msg))
	}
	for _, key := range r.early {
		cmds = append(cmds, r.press(key))
	}
	return tea.Batch(cmds...)
}

// Update handles what is the window's and passes the rest to the screen that it
// is for.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case loaded:
		return r, r.begin(msg)
	case tea.WindowSizeMsg:
		return r, r.resize(msg)
	case tea.ColorProfileMsg:
		return r, r.restyle(msg.Profile)
	case tea.BackgroundColorMsg:
		r.dark = msg.IsDark()
		return r, r.restyle(r.theme.Profile)
	}
	if len(r.stack) == 0 {
		return r, r.before(msg)
	}
	switch msg := msg.(type) {
	case tea.ResumeMsg:
		return r, r.toTop(screen.Shown{})
	case tea.KeyPressMsg:
		return r, r.press(msg)
	case tea.PasteMsg:
		return r, r.paste(msg)
	case tea.MouseClickMsg:
		return r, r.click(msg)
	case tea.MouseWheelMsg:
		return r, r.wheel(msg)
	case routed:
		return r, r.deliver(msg)
	}
	return r, nil
}

// resize takes the window's size. A terminal that does not know it says 0 by 0.
func (r *Root) resize(msg tea.WindowSizeMsg) tea.Cmd {
	r.w, r.h = msg.Width, msg.Height
	if r.w <= 0 || r.h <= 0 {
		r.w, r.h = 80, 24
	}
	return r.toAll(r.resized())
}

func (r *Root) resized() screen.Resized {
	return screen.Resized{W: max(r.w, screen.MinWidth), H: max(r.h, screen.MinHeight) - 1}
}

// restyle makes the theme that was chosen, or that the terminal needs.
func (r *Root) restyle(profile colorprofile.Profile) tea.Cmd {
	dark := r.dark
	if r.chosen != screen.ThemeAuto {
		dark = r.chosen == screen.ThemeDark
	}
	if dark == r.theme.Dark && profile == r.theme.Profile {
		return nil
	}
	r.theme = theme.New(dark, profile)
	if r.deps == nil {
		return nil
	}
	r.deps.Theme = r.theme
	return r.toAll(screen.Restyled{})
}

// before keeps what the learner types before there is a screen.
func (r *Root) before(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		if key.Matches(msg, keys.Interrupt()) {
			return tea.Quit
		}
		r.early = append(r.early, msg)
	}
	return nil
}

// press gives a key to whoever has the focus: what always works, the overlay,
// the find bar, the screen's text field, the globals, the screen.
func (r *Root) press(msg tea.KeyPressMsg) tea.Cmd {
	r.toast = ""
	switch {
	case key.Matches(msg, keys.Interrupt()):
		return r.quit()
	case key.Matches(msg, keys.Suspend()):
		return tea.Sequence(r.leave(), tea.Suspend)
	case r.tooSmall():
		return r.pressTooSmall(msg)
	case r.overlay != nil:
		return r.pressOverlay(msg)
	case r.find.typing:
		return r.pressFind(msg)
	}
	if t, ok := r.top().screen.(screen.Typer); ok && t.Typing() && msg.Mod == 0 && msg.Text != "" {
		return r.toTop(msg)
	}
	if cmd, ok := r.pressGlobal(msg); ok {
		return cmd
	}
	return r.toTop(msg)
}

func (r *Root) pressGlobal(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	_, finds := r.top().screen.(screen.Finder)
	switch {
	case key.Matches(msg, keys.Help()):
		r.overlay = newHelp(r.deps, r.top().screen, r.globals())
	case key.Matches(msg, keys.Palette()):
		r.overlay = newPalette(r.deps, r.top().screen, r.globals())
	case key.Matches(msg, keys.Mouse()):
		r.noMouse = !r.noMouse
		r.toast = "the mouse is the program's again"
		if r.noMouse {
			r.toast = "the mouse is your terminal's: select and copy; M takes it back"
		}
	case key.Matches(msg, keys.Quit()):
		return r.pressQuit(), true
	case finds && key.Matches(msg, keys.Find()):
		r.find = openFind()
	case r.find.query != "" && key.Matches(msg, keys.FindNext()):
		r.findStep(1)
	case r.find.query != "" && key.Matches(msg, keys.FindPrev()):
		r.findStep(-1)
	case r.find.query != "" && key.Matches(msg, keys.Back()):
		r.closeFind()
	case len(r.stack) > 1 && key.Matches(msg, keys.Back()) && !r.ownsBack():
		return r.pop(), true
	default:
		return nil, false
	}
	return nil, true
}

// ownsBack reports whether the screen has something of its own to go back from
// before it is closed.
func (r *Root) ownsBack() bool {
	for _, b := range r.top().screen.Keys() {
		if isBack(b) {
			return true
		}
	}
	return false
}

// isBack reports whether a binding takes esc now.
func isBack(b key.Binding) bool {
	return key.Matches(tea.KeyPressMsg{Code: tea.KeyEscape}, b)
}

// globals are the root's bindings that do something on the top screen.
func (r *Root) globals() []key.Binding {
	_, finds := r.top().screen.(screen.Finder)
	return []key.Binding{
		keys.When(finds, keys.Find()),
		keys.When(finds && r.find.query != "", keys.FindNext()),
		keys.When(finds && r.find.query != "", keys.FindPrev()),
		keys.Palette(),
		keys.Help(),
		keys.Mouse(),
		keys.When(len(r.stack) > 1 && !r.ownsBack(), keys.Back()),
		keys.Quit(),
		keys.Suspend(),
		keys.Interrupt(),
	}
}

// Bindings are all bindings of what is on screen: the screen's and the root's.
func (r *Root) Bindings() []key.Binding {
	return append(r.top().screen.Keys(), r.globals()...)
}

func (r *Root) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case r.overlay != nil:
		return r.toOverlay(msg)
	case r.find.typing:
		return r.find.update(msg, r)
	}
	return nil
}

func (r *Root) click(msg tea.MouseClickMsg) tea.Cmd {
	r.toast = ""
	if msg.Button != tea.MouseLeft || r.tooSmall() {
		return nil
	}
	if r.overlay != nil {
		return r.toOverlay(screen.Click{X: msg.X, Y: msg.Y})
	}
	if msg.Y == r.h-1 {
		return nil
	}
	return r.toTop(screen.Click{X: msg.X, Y: msg.Y})
}

func (r *Root) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	step := 1
	switch msg.Button {
	case tea.MouseWheelDown:
	case tea.MouseWheelUp:
		step = -1
	default:
		return nil
	}
	if r.tooSmall() {
		return nil
	}
	if r.overlay != nil {
		return r.toOverlay(screen.Wheel{X: msg.X, Y: msg.Y, Step: step})
	}
	return r.toTop(screen.Wheel{X: msg.X, Y: msg.Y, Step: step})
}

// quit puts everything away and ends; asked again, it ends at once.
func (r *Root) quit() tea.Cmd {
	if r.quitting {
		return tea.Quit
	}
	r.quitting = true
	return tea.Sequence(r.leave(), tea.Quit)
}

// leave has every screen put away what it has.
func (r *Root) leave() tea.Cmd {
	var cmds []tea.Cmd
	for i := len(r.stack) - 1; i >= 0; i-- {
		if l, ok := r.stack[i].screen.(screen.Leaver); ok {
			cmds = append(cmds, r.own(r.stack[i].id, l.Leave()))
		}
	}
	return tea.Sequence(cmds...)
}
