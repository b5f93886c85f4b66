package heat

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz"
	"whose/quiz/recall"
	"whose/ui/cellinfo"
	"whose/ui/screen"
)

// known is what the history says of a cell: of the cell itself and of the
// questions about it.
type known struct {
	recall      float64 // now, the mean of what was asked
	seen, right int
	due         recall.Day // the first
}

// facts are what is known of the cells that were asked, at one moment.
type facts struct {
	cells map[model.CellRef]known
	today recall.Day
	err   error
}

func (f *facts) of(ref model.CellRef) known { return f.cells[ref] }

// load is a command that reads what is known of all cells.
func load(d *screen.Deps) tea.Cmd {
	return func() tea.Msg {
		now := d.Now()
		f := facts{cells: make(map[model.CellRef]known), today: recall.DayOf(now)}
		learner, err := d.History.Learner(context.Background())
		if err != nil {
			f.err = err
			return f
		}
		for _, cell := range d.Course.Matrix().Cells() {
			if k := sum(cellinfo.Items(d.Course, cell), learner, now); k.seen > 0 {
				f.cells[cell.Ref()] = k
			}
		}
		return f
	}
}

// sum puts together what is known of a cell's items.
func sum(items []model.Item, learner recall.Learner, now time.Time) (k known) {
	asked := 0
	for _, id := range items {
		trace := learner.Traces[id]
		if trace.Seen == 0 {
			continue
		}
		asked++
		k.recall += trace.Recall(now)
		k.seen += trace.Seen
		k.right += trace.Right
		if due := trace.Due(); k.due == 0 || due < k.due {
			k.due = due
		}
	}
	k.recall /= float64(max(1, asked))
	return k
}

// mistake is one wrong answer on a cell, in words.
type mistake struct {
	stem, chose string
	on          recall.Day
}

// mistakes are those on a cell, newest first.
type mistakes struct {
	ref  model.CellRef
	list []mistake
}

const mostMistakes = 10

// loadMistakes is a command that reads what went wrong in a cell. What the
// course does not ask any more is left out; what cannot be read is not shown.
func loadMistakes(d *screen.Deps, cell model.Cell) tea.Cmd {
	return func() tea.Msg {
		found := mistakes{ref: cell.Ref()}
		list, err := d.History.Mistakes(context.Background(), cellinfo.Items(d.Course, cell), mostMistakes)
		if err != nil {
			return screen.SaveResult{Err: err}
		}
		for _, m := range list {
			p, err := quiz.Make(d.Course, m.Spec)
			if err != nil {
				continue
			}
			var chose []string
			for _, id := range m.Chosen {
				if o, ok := p.Option(id); ok {
					chose = append(chose, o.Text)
				}
			}
			found.list = append(found.list, mistake{oneLine(p.Stem), oneLine(strings.Join(chose, "; ")), recall.DayOf(m.At)})
		}
		return found
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
