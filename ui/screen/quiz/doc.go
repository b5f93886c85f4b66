package quiz

import (
	"slices"
	"strings"

	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// document is what stands below the title, set for one width; it is scrolled.
type document struct {
	theme   *theme.Theme
	query   string
	lines   []string
	hits    []int // the line of each match
	spots   []spot
	verdict int // its line; -1 when there is none
	reasons int // the line after the last of them
}

// spot is a part of the document that can be clicked on.
type spot struct {
	x, w, first, last int // last is the line after it
	what              target
}

// target is what a click means.
type target struct {
	kind targetKind
	i    int
}

type targetKind uint8

const (
	optionTarget targetKind = iota
	verdictTarget
	sourceTarget
	rowTarget
	cellTarget // a question on the overview
)

func (q *Quiz) newDocument() *document {
	return &document{theme: q.deps.Theme, query: q.query, verdict: -1}
}

// put adds a text, wrapped to right column w, from column in on, with something
// painted before its first line.
func (d *document) put(role theme.Role, label, text string, in, w int) {
	lines, hits := cellinfo.Wrap(d.theme, role, text, d.query, max(1, min(w-in, widget.ProseWidth)))
	for _, h := range hits {
		d.hits = append(d.hits, len(d.lines)+h)
	}
	pad := strings.Repeat(" ", in)
	for i, line := range lines {
		if i == 0 {
			d.lines = append(d.lines, widget.PadRight(label, in)+line)
		} else {
			d.lines = append(d.lines, pad+line)
		}
	}
}

func (d *document) line(painted string) { d.lines = append(d.lines, painted) }

func (d *document) blank() { d.lines = append(d.lines, "") }

// spot makes the lines from first on clickable, w columns from x on.
func (d *document) spot(first, x, w int, what target) {
	d.spots = append(d.spots, spot{x, w, first, len(d.lines), what})
}

// beside sets another document at the right of what was added from line first
// on, in column x.
func (d *document) beside(first, x int, right *document) {
	for i, line := range right.lines {
		if first+i == len(d.lines) {
			d.blank()
		}
		d.lines[first+i] = widget.PadRight(d.lines[first+i], x) + line
	}
	for _, h := range right.hits {
		d.hits = append(d.hits, first+h)
	}
	for _, s := range right.spots {
		d.spots = append(d.spots, spot{s.x + x, s.w, s.first + first, s.last + first, s.what})
	}
	slices.Sort(d.hits)
}

// lineOf is where a target stands.
func (d *document) lineOf(what target) (first, last int, ok bool) {
	i := slices.IndexFunc(d.spots, func(s spot) bool { return s.what == what })
	if i < 0 {
		return 0, 0, false
	}
	return d.spots[i].first, d.spots[i].last, true
}

// room is how many lines of the document fit below the title.
func (q *Quiz) room() int { return q.h - headerLines }

const headerLines = 2

func (q *Quiz) scrolls() bool {
	d := q.drawn
	if d == nil {
		d = q.document()
	}
	return len(d.lines) > q.room()
}

func (q *Quiz) scroll(n int) {
	q.top += n
	q.clamp()
}

func (q *Quiz) clamp() { q.clampTo(len(q.document().lines)) }

func (q *Quiz) clampTo(lines int) { q.top = max(0, min(q.top, lines-q.room())) }

func (q *Quiz) resize(w, h int) {
	q.w, q.h, q.drawn = w, h, nil
	if q.state() == graded {
		q.toVerdict()
	}
	q.follow()
	q.clamp()
}

// toVerdict scrolls as far as is needed to have all reasons in sight, and no
// further than to the verdict.
func (q *Quiz) toVerdict() {
	d := q.document()
	q.top = max(0, min(d.reasons-q.room(), d.verdict))
}

// follow scrolls to what has the focus.
func (q *Quiz) follow() {
	what := target{optionTarget, q.focus}
	switch q.state() {
	case asking:
	case lookingOver:
		what = target{cellTarget, q.paperAt}
		if q.paperAt == toHandIn {
			what = target{rowTarget, 0}
		}
	case leaving:
		what = target{rowTarget, q.leaveAt}
	case finished:
		what = target{rowTarget, q.rowAt}
	default:
		return
	}
	d := q.document()
	first, last, ok := d.lineOf(what)
	if !ok {
		return
	}
	if what.i == 0 {
		first = 0 // with the first one comes what stands above
	}
	q.top = widget.Follow(q.top, last-1, len(d.lines), q.room())
	q.top = widget.Follow(q.top, first, len(d.lines), q.room())
	if what.i == 0 && last > q.room() {
		q.top = last - q.room()
	}
}

// Find marks a text in all that can be scrolled to.
func (q *Quiz) Find(query string, step int) (at, of int) {
	fresh := query != q.query
	q.query, q.drawn = query, nil
	d := q.document()
	if of = len(d.hits); of == 0 {
		return 0, 0
	}
	if fresh {
		q.match = max(0, slices.IndexFunc(d.hits, func(line int) bool { return line >= q.top }))
	} else {
		q.match = (q.match + step + of) % of
	}
	line := d.hits[q.match]
	q.top = widget.Follow(q.top, line, len(d.lines), q.room())
	if q.top == line && line > d.verdict && d.verdict >= 0 {
		q.top-- // the verdict stands on the first line
	}
	q.clamp()
	return q.match + 1, of
}
