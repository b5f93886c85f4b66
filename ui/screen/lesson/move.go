package lesson

import (
	tea "charm.land/bubbletea/v2"

	"whose/ui/markdown"
	"whose/ui/screen"
)

// headerHeight is the title and its rule.
const headerHeight = 2

// room is how many lines of the text are in sight.
func (s *Lesson) room() int { return max(1, s.h-headerHeight) }

// length is how many lines there are to scroll through: the text, a blank line,
// and what comes next.
func (s *Lesson) length() int {
	if s.page == nil {
		return 0
	}
	return len(s.page.Lines) + 1 + len(s.ends())
}

func (s *Lesson) maxTop() int { return max(0, s.length()-s.room()) }

func (s *Lesson) atEnd() bool { return s.page != nil && s.top >= s.maxTop() }

// scroll puts a line at the top, as far as the text goes.
func (s *Lesson) scroll(top int) {
	s.top = max(0, min(top, s.maxTop()))
	if s.focus >= 0 && !s.inSight(s.spotLine(s.focus)) {
		s.focus = -1
	}
}

// show scrolls to a place and stays there when the text is set anew, even if the
// last screenful is too long to have it at its top.
func (s *Lesson) show(at place) {
	s.place = at
	if s.page != nil {
		s.scroll(s.page.Line(at.block, at.offset))
	}
}

// goTo is the learner's way to a line.
func (s *Lesson) goTo(line int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	s.scroll(line)
	s.placed = true
	s.place.block, s.place.offset = s.page.Position(s.top)
	return s.markRead()
}

func (s *Lesson) move(lines int) tea.Cmd { return s.goTo(s.top + lines) }

// sections are the lines that begin with a heading.
func (s *Lesson) sections() (all []markdown.Block) {
	if s.page == nil {
		return nil
	}
	for _, b := range s.page.Blocks {
		if b.Heading != "" {
			all = append(all, b)
		}
	}
	return all
}

// sectionAfter is the line of the first heading below the top, or the end.
func (s *Lesson) sectionAfter() int {
	for _, b := range s.sections() {
		if b.First > s.top {
			return b.First
		}
	}
	return s.length()
}

// readOn is the next section if its heading is in sight. In a longer one it is
// the next screenful, so that no line is passed over.
func (s *Lesson) readOn() int { return min(s.sectionAfter(), s.top+max(1, s.room()-1)) }

// sectionBefore is the line of the last heading above the top, or the beginning.
func (s *Lesson) sectionBefore() (line int) {
	for _, b := range s.sections() {
		if b.First < s.top {
			line = b.First
		}
	}
	return line
}

// section is the heading that the learner reads under, counted from 0; -1 for
// what stands before the first.
func (s *Lesson) section() int {
	all := s.sections()
	if s.maxTop() > 0 && s.atEnd() {
		return len(all) - 1
	}
	at := -1
	for i, b := range all {
		if b.First <= s.top+1 {
			at = i
		}
	}
	return at
}

// spots are what can have the focus: the links, then what comes next.
func (s *Lesson) spots() int { return len(s.page.Links) + len(s.ends()) }

// spotLine is the first line of a spot.
func (s *Lesson) spotLine(spot int) int {
	links := len(s.page.Links)
	if spot >= links {
		return len(s.page.Lines) + 1 + spot - links
	}
	if spans := s.page.Links[spot].Spans; len(spans) > 0 {
		return spans[0].Line
	}
	return 0
}

func (s *Lesson) inSight(line int) bool { return line >= s.top && line < s.top+s.room() }

// step moves the focus to the next or the previous spot, beginning with those in
// sight, and scrolls to it.
func (s *Lesson) step(n int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	to := max(s.focus, s.nextSpot()) + n
	if to-n < 0 {
		to = s.firstSpot(n)
	}
	if to < 0 || to >= s.spots() {
		return nil
	}
	line := s.spotLine(to)
	s.focus = to
	if s.inSight(line) {
		return s.markRead()
	}
	// Not to the very edge: the sentence around a link is what it is about.
	if n > 0 {
		return s.goTo(line - s.room() + min(4, s.room()))
	}
	return s.goTo(line - min(3, s.room()-1))
}

// firstSpot is the one that the focus comes to when nothing has it.
func (s *Lesson) firstSpot(n int) int {
	if n > 0 {
		for i := range s.spots() {
			if s.spotLine(i) >= s.top {
				return i
			}
		}
		return -1
	}
	for i := s.spots() - 1; i >= 0; i-- {
		if s.spotLine(i) < s.top+s.room() {
			return i
		}
	}
	return -1
}

// click gives the focus to what was clicked on, and opens it if it has it.
func (s *Lesson) click(msg screen.Click) tea.Cmd {
	z, ok := s.zones.At(msg.X, msg.Y)
	switch {
	case !ok:
		return nil
	case z.section:
		return s.goTo(z.index)
	case z.index == s.focus || z.index == s.nextSpot():
		return s.follow(z.index).do()
	}
	s.focus = z.index
	return s.markRead()
}
