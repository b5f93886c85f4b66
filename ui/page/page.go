package page

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"whose/ui/keys"
	"whose/ui/screen"
	"whose/ui/theme"
	"whose/ui/widget"
)

// HeaderHeight is the title and its rule.
const HeaderHeight = 2

// Page is the part of a screen below its title.
type Page struct {
	// Progress is how much of the rule below the title is drawn as done, from 0
	// to 1.
	Progress float64

	deps   *screen.Deps
	set    func(*Setter)
	text   text
	fresh  bool // text shows what there is now
	width  int
	height int // lines in sight
	top    int // the first of them
	focus  int // the thing with the focus, -1 for none
	find   finding
}

// New makes a page of what set puts together. That is done again after Stale,
// and at another width.
func New(d *screen.Deps, set func(*Setter)) *Page { return &Page{deps: d, set: set, focus: -1} }

// Stale says that what the page shows has changed.
func (p *Page) Stale() { p.fresh = false }

// Begin shows a page that has become another one from its top, with the focus on
// a thing if that is in sight, on none if it is not or focus is -1.
func (p *Page) Begin(focus int) {
	p.top, p.focus, p.fresh = 0, -1, false
	if all := p.current().items; focus >= 0 && focus < len(all) && all[focus].last < p.height {
		p.focus, p.fresh = focus, false
	}
}

// Resize takes the size of the screen, its title included.
func (p *Page) Resize(w, h int) {
	if w == p.width && h-HeaderHeight == p.height {
		return
	}
	p.width, p.height, p.fresh = w, h-HeaderHeight, false
}

// current is the page as it is now.
func (p *Page) current() *text {
	if !p.fresh {
		s := &Setter{Theme: p.deps.Theme, query: p.find.query, width: p.width, focus: p.focus}
		p.set(s)
		slices.Sort(s.hits)
		p.text, p.fresh = s.text, true
	}
	return &p.text
}

// View draws a screen of w by h: a title with something painted at its right, a
// rule that says how much is below, and what is in sight.
func (p *Page) View(title, right string, w, h int) string {
	p.Resize(w, h)
	p.Scroll(0)
	lines := append([]string{widget.TitleLine(p.deps.Theme, title, right, w), p.rule(w)}, p.sight()...)
	return widget.Join(lines, h)
}

// rule is the line below the title.
func (p *Page) rule(w int) string {
	t, more := p.deps.Theme, ""
	if below := p.below(); below > 0 {
		more = fmt.Sprintf(" ↓ %d more ──", below)
	}
	line := w - 2 - widget.Width(more)
	done := max(0, min(int(p.Progress*float64(line)+0.5), line))
	return " " + t.Paint(theme.Accent, strings.Repeat("━", done)) + t.Paint(theme.Dim, strings.Repeat("─", line-done)+more)
}

// below is how many lines there are below those in sight.
func (p *Page) below() int { return len(p.current().lines) - p.top - p.height }

// More reports whether there is something below what is in sight.
func (p *Page) More() bool { return p.below() > 0 }

// ScrollOn brings the next screenful in sight, with a line of this one.
func (p *Page) ScrollOn() { p.Scroll(max(1, p.height-1)) }

// sight is the lines in sight.
func (p *Page) sight() []string {
	all := p.current().lines
	return all[p.top:min(len(all), p.top+p.height)]
}

// Scroll moves the text by n lines.
func (p *Page) Scroll(n int) { p.top = max(0, min(p.top+n, len(p.current().lines)-p.height)) }

// Scrolls reports whether there is more than fits.
func (p *Page) Scrolls() bool { return len(p.current().lines) > p.height }

// Things counts what can be opened.
func (p *Page) Things() int { return len(p.current().items) }

// Focus is the thing with the focus, -1 for none.
func (p *Page) Focus() int { return p.focus }

// Turn moves the focus n things on, round the end, and brings it in sight.
func (p *Page) Turn(n int) {
	count := p.Things()
	if count == 0 {
		return
	}
	if p.focus < 0 && n < 0 {
		p.focus = 0
	}
	p.Aim((p.focus + n + count) % count)
}

// Move moves the focus n things on, as far as there are some. What stands above
// the first comes in sight with it, and what stands below the last.
func (p *Page) Move(n int) {
	count := p.Things()
	if count == 0 {
		p.Scroll(n)
		return
	}
	to := max(0, min(p.focus+n, count-1))
	p.Aim(to)
	switch to {
	case 0:
		p.top = max(0, p.current().items[0].last+1-p.height)
	case count - 1:
		p.top = min(p.current().items[to].first, max(0, len(p.current().lines)-p.height))
	}
}

// Aim gives a thing the focus and brings it in sight.
func (p *Page) Aim(i int) {
	p.focus, p.fresh = i, false
	all := p.current()
	p.top = widget.Follow(p.top, all.items[i].last, len(all.lines), p.height)
	p.top = widget.Follow(p.top, all.items[i].first, len(all.lines), p.height)
}

// Click gives the focus to what was clicked on, and opens what has it already.
func (p *Page) Click(msg screen.Click) tea.Cmd {
	line := p.top + msg.Y - HeaderHeight
	for i, it := range p.current().items {
		if msg.Y < HeaderHeight || line < it.first || line > it.last {
			continue
		}
		if i == p.focus {
			return p.Open()
		}
		p.Aim(i)
	}
	return nil
}

// Open opens the thing with the focus.
func (p *Page) Open() tea.Cmd {
	if p.focus < 0 || p.focus >= p.Things() {
		return nil
	}
	return p.current().items[p.focus].open()
}

// Enter is the binding that opens the thing with the focus; it is off while
// there is none.
func (p *Page) Enter() key.Binding {
	if p.focus < 0 || p.focus >= p.Things() {
		return keys.When(false, keys.Enter(""))
	}
	return keys.Enter(p.current().items[p.focus].verb)
}

// Scrolling are the bindings that scroll; they are off while all is in sight.
func (p *Page) Scrolling() []key.Binding {
	up := keys.Up()
	up.SetHelp(up.Help().Key, "scroll")
	return p.bindings(p.Scrolls(), up)
}

// Moving are the bindings that move the focus, or scroll where there is nothing
// to move it to.
func (p *Page) Moving() []key.Binding {
	if p.Things() == 0 {
		return p.Scrolling()
	}
	return p.bindings(p.Things() > 1 || p.focus < 0 || p.Scrolls(), keys.Up())
}

func (p *Page) bindings(on bool, up key.Binding) []key.Binding {
	all := []key.Binding{up, keys.Down(), keys.Top(), keys.Bottom()}
	for i := range all {
		all[i] = keys.When(on, all[i])
	}
	return append(all, keys.When(p.Scrolls(), keys.HalfDown()), keys.When(p.Scrolls(), keys.HalfUp()))
}

// PressScrolling scrolls if the key is one of those of Scrolling.
func (p *Page) PressScrolling(msg tea.KeyPressMsg) bool { return p.press(msg, p.Scroll) }

// PressMoving moves the focus if the key is one of those of Moving.
func (p *Page) PressMoving(msg tea.KeyPressMsg) bool { return p.press(msg, p.Move) }

func (p *Page) press(msg tea.KeyPressMsg, step func(int)) bool {
	all := len(p.current().lines)
	switch {
	case key.Matches(msg, keys.Up()):
		step(-1)
	case key.Matches(msg, keys.Down()):
		step(1)
	case key.Matches(msg, keys.Top()):
		step(-all)
	case key.Matches(msg, keys.Bottom()):
		step(all)
	case key.Matches(msg, keys.HalfDown()):
		p.Scroll(p.height / 2)
	case key.Matches(msg, keys.HalfUp()):
		p.Scroll(-p.height / 2)
	default:
		return false
	}
	return true
}
