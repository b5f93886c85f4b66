package cellinfo

import (
	"context"
	"fmt"
	"maps"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/screen"
)

// Items are what memory is kept of that tells whether a cell is known: its
// questions, and the cell itself, which drills ask.
func Items(c *model.Course, cell model.Cell) []model.Item {
	items := []model.Item{model.CellItem(cell)}
	for _, id := range c.QuestionsOn(cell.Ref()) {
		q, _ := c.Question(id)
		items = append(items, model.QuestionItem(id, q.Revision()))
	}
	return items
}

// Known is what the history knows of cells.
type Known struct {
	Items  map[model.Item]recall.Trace
	Marked map[model.CellRef]bool   // the cells with a bookmark
	Mine   map[model.ServiceID]bool // the services that the learner picked
}

// Load is a command that asks the history about items and for all bookmarked
// cells and services; it sends Known. What cannot be read counts as unknown.
func Load(h screen.History, items []model.Item) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		known := Known{Marked: make(map[model.CellRef]bool), Mine: make(map[model.ServiceID]bool)}
		if found, err := h.Items(ctx, items); err == nil {
			known.Items = found
		}
		marks, _ := h.Bookmarks(ctx)
		for _, b := range marks {
			if ref, err := model.ParseCellRef(b.ID); b.Kind == history.KindCell && err == nil {
				known.Marked[ref] = true
			}
			if b.Kind == history.KindService {
				known.Mine[model.ServiceID(b.ID)] = true
			}
		}
		return known
	}
}

// Bookmarked says that a cell's bookmark was set or taken away.
type Bookmarked struct {
	Ref model.CellRef
	Set bool
}

// Bookmark is a command that sets or takes away the bookmark of a cell. It sends
// Bookmarked when that worked, and how the write went.
func Bookmark(h screen.History, ref model.CellRef) tea.Cmd {
	return toggle(h, history.KindCell, ref.String(), func(set bool) (tea.Msg, string) {
		if set {
			return Bookmarked{ref, set}, "bookmarked"
		}
		return Bookmarked{ref, set}, "bookmark taken away"
	})
}

// Picked says that a service has become one of the learner's own, or is no
// longer.
type Picked struct {
	Service model.ServiceID
	Set     bool
}

// Pick is a command that makes a service one of the learner's own, or takes it
// from them. It sends Picked when that worked, and how the write went.
func Pick(h screen.History, s model.Service) tea.Cmd {
	return toggle(h, history.KindService, string(s.ID), func(set bool) (tea.Msg, string) {
		if set {
			return Picked{s.ID, set}, s.Short + " is one of your services now"
		}
		return Picked{s.ID, set}, s.Short + " is no longer one of your services"
	})
}

// toggle is a command that sets or takes away a bookmark. It sends how the write
// went and, when it worked, what became of it: as a message and in words.
func toggle(h screen.History, kind history.Kind, id string, became func(set bool) (tea.Msg, string)) tea.Cmd {
	return func() tea.Msg {
		set, err := h.Toggle(context.Background(), kind, id)
		if err != nil {
			return screen.SaveResult{Err: err}
		}
		msg, say := became(set)
		return tea.BatchMsg{screen.Send(screen.SaveResult{}), screen.Send(msg), screen.Send(screen.Toast{Text: say})}
	}
}

// Add takes over what another look at the history found. What is known of other
// items stays.
func (k *Known) Add(more Known) {
	if k.Items == nil {
		k.Items = make(map[model.Item]recall.Trace, len(more.Items))
	}
	maps.Copy(k.Items, more.Items)
	k.Marked, k.Mine = more.Marked, more.Mine
}

// Mark takes over what became of a bookmark.
func (k *Known) Mark(b Bookmarked) {
	if k.Marked == nil {
		k.Marked = make(map[model.CellRef]bool)
	}
	k.Marked[b.Ref] = b.Set
}

// Pick takes over what became of a service.
func (k *Known) Pick(p Picked) {
	if k.Mine == nil {
		k.Mine = make(map[model.ServiceID]bool)
	}
	k.Mine[p.Service] = p.Set
}

// Sum adds up what is known of items: how often they were asked, and how often
// the answer was right.
func (k Known) Sum(items []model.Item) (right, seen int) {
	for _, id := range items {
		right += k.Items[id].Right
		seen += k.Items[id].Seen
	}
	return right, seen
}

// Record is a cell's questions and the learner's record on them in a few words:
// "2 questions · 1 of 2 right"; "" when there is nothing to say.
func (k Known) Record(c *model.Course, cell model.Cell) string {
	questions := ""
	switch n := len(c.QuestionsOn(cell.Ref())); n {
	case 0:
	case 1:
		questions = "1 question"
	default:
		questions = fmt.Sprintf("%d questions", n)
	}
	right, seen := k.Sum(Items(c, cell))
	if seen == 0 {
		return questions
	}
	answers := fmt.Sprintf("%d of %d right", right, seen)
	if questions == "" {
		return answers
	}
	return questions + " · " + answers
}
