package content

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// unsafe finds the first character that no text may hold, because a terminal
// would obey it instead of showing it, or a reader could not see it: controls
// but line break and tab, controls of the writing direction, zero-width ones.
func unsafe(s string) (offset int, r rune, found bool) {
	for i, r := range s {
		if isUnsafe(r) {
			return i, r, true
		}
	}
	return 0, 0, false
}

func isUnsafe(r rune) bool {
	return r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

func spaceForUnsafe(r rune) rune {
	if isUnsafe(r) {
		return ' '
	}
	return r
}

// columns is how wide s is on a terminal.
func columns(s string) int { return ansi.StringWidth(s) }

// idForm is how a name is spelt that other files refer to.
var idForm = regexp.MustCompile(`^[a-z0-9]+([-.][a-z0-9]+)*$`)

// badLink says what is wrong with the address of a page, or nothing. Without
// hosts any host will do.
func badLink(address string, hosts []string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Scheme != "https" || strings.ContainsFunc(address, unicode.IsSpace):
		return "write a whole https address"
	case u.User != nil:
		return "an address names no user"
	case hosts != nil && !slices.Contains(hosts, u.Host):
		return "its host is not one of the hosts in course.yaml"
	}
	return ""
}

// ruler finds the line and column of an offset in a text.
type ruler struct {
	text   string
	file   string
	first  int   // the line of the file in which the text begins
	starts []int // where each line of the text begins
}

func newRuler(file string, first int, text string) ruler {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return ruler{text, file, first, starts}
}

func (r ruler) at(offset int) Place {
	line, exact := slices.BinarySearch(r.starts, offset)
	if !exact {
		line--
	}
	column := utf8.RuneCountInString(r.text[r.starts[line]:offset])
	return Place{r.file, r.first + line, column + 1}
}
