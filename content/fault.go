package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Place is where something stands in a course folder. Lines and columns count
// from 1, columns in characters. The zero Place is somewhere in the compiled
// course, whose files are not at hand.
type Place struct {
	File         string // relative to the course folder, with forward slashes
	Line, Column int
}

// compiledFile is the built-in course, compiled.
const compiledFile = "course.json"

// Known is the place with a file for the compiled course, too: its beginning.
func (p Place) Known() Place {
	if p == (Place{}) {
		return Place{compiledFile, 1, 1}
	}
	return p
}

// String is "file:line:column".
func (p Place) String() string {
	p = p.Known()
	return fmt.Sprintf("%s:%d:%d", printable(p.File), p.Line, p.Column)
}

func (p Place) compare(q Place) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Fault is one thing that is wrong with a course: where, which rule it breaks,
// and what to do about it.
type Fault struct {
	Place
	Rule    string // short, in kebab case
	Message string // holds nothing that a terminal would obey
}

// String is "file:line:column: rule: message", on one line and safe to print.
func (f Fault) String() string {
	return fmt.Sprintf("%s: %s: %s", f.Place, f.Rule, f.Message)
}

// Faults are all that is wrong with a course, in the order of files and lines.
type Faults []Fault

// Error lists the faults, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Add appends a fault. What a terminal must not see is spelled out in its
// message.
func (fs *Faults) Add(at Place, rule, format string, args ...any) {
	*fs = append(*fs, Fault{at, rule, printable(fmt.Sprintf(format, args...))})
}

// Sort puts the faults in the order of files, lines and columns and drops those
// that stand twice.
func (fs *Faults) Sort() {
	slices.SortStableFunc(*fs, func(a, b Fault) int {
		return cmp.Or(a.compare(b.Place), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	*fs = slices.Compact(*fs)
}

// printable spells out what must not reach a terminal, as Go does in a string.
func printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strconv.IsPrint(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
	}
	return b.String()
}
