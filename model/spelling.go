package model

import "strings"

// stem cuts a word's ending so that patch, patches, patched and patching are
// the same. It only has to treat words alike, not to give real ones.
func stem(s string) string {
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		s = s[:len(s)-3] + "y"
	case hasAnySuffix(s, "ches", "shes", "sses", "xes"):
		s = s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 3:
		s = s[:len(s)-1]
	}
	for _, ending := range []string{"ing", "ion", "ed"} {
		if rest, ok := strings.CutSuffix(s, ending); ok && len(rest) >= 4 {
			return undouble(rest)
		}
	}
	if len(s) > 4 {
		s = strings.TrimSuffix(s, "e")
	}
	return s
}

func hasAnySuffix(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// undouble takes back the doubling of the last letter: logg is log.
func undouble(s string) string {
	if n := len(s); n > 3 && s[n-1] == s[n-2] && s[n-1] != 's' {
		return s[:n-1]
	}
	return s
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbour to get from one word to another.
func distance(from, to string) int {
	a, b := []rune(from), []rune(to)
	var before, above []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
