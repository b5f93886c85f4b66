package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// calm is the least time between two turns of the wheel that the program looks
// at: a trackpad sends hundreds a second, and each would draw a frame.
const calm = 16 * time.Millisecond

// CalmMouse drops what a mouse sends faster than the screen can follow, and all
// of its motion, which no screen uses.
func CalmMouse(now func() time.Time) func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg.(type) {
		case tea.MouseMotionMsg:
			return nil
		case tea.MouseWheelMsg:
			if t := now(); t.Sub(last) < calm && t.After(last) {
				return nil
			} else {
				last = t
			}
		}
		return msg
	}
}
