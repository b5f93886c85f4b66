package stack

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

const (
	longest   = 250 * time.Millisecond // that the line is under way
	frameTime = 50 * time.Millisecond  // between two rows, when it has not far to go
)

// motion is the line on its way from where one service has it to where another
// has it.
type motion struct {
	line int // layers below it now
	from int // column of the service that it comes from
	to   int // layers below it in the end
	each time.Duration
	run  int // tells the frames of this move from those of one that was cut short
}

// frame is the time for the line to go one row on.
type frame struct{ run int }

func still(line int) motion { return motion{line: line, to: line} }

// start sends the line on its way, one row a frame.
func (m *motion) start(from, to int) tea.Cmd {
	m.from, m.to = from, to
	m.run++
	rows := max(m.line-to, to-m.line)
	if rows == 0 {
		return nil
	}
	m.each = min(frameTime, longest/time.Duration(rows))
	return m.tick()
}

func (m *motion) tick() tea.Cmd {
	run := m.run
	return tea.Tick(m.each, func(time.Time) tea.Msg { return frame{run} })
}

// next moves the line one row, unless it was told to finish meanwhile.
func (m *motion) next(f frame) tea.Cmd {
	if f.run != m.run || m.line == m.to {
		return nil
	}
	if m.line < m.to {
		m.line++
	} else {
		m.line--
	}
	if m.line == m.to {
		return nil
	}
	return m.tick()
}

// finish puts the line where it has to go.
func (m *motion) finish() { m.line = m.to }

// ahead reports whether the line has yet to pass the layer that lies on below
// others.
func (m *motion) ahead(below int) bool {
	return below >= min(m.line, m.to) && below < max(m.line, m.to)
}
