package testme

import (
	"whose/ui/cellinfo"
	"whose/ui/theme"
	"whose/ui/widget"
)

// told is the prompt whose reason is shown: the one with the focus if it is
// answered, else the one that was answered last. nothing if there is none.
func (t *TestMe) told() int {
	if t.shown(t.row) {
		return t.row
	}
	if t.shown(t.last) {
		return t.last
	}
	return nothing
}

// section heads the reason of the layer that is told about.
func (t *TestMe) section(w int) string {
	if i := t.told(); i != nothing {
		return widget.Clip(widget.Section(t.deps.Theme, t.judged(i, w), w), w)
	}
	return widget.Section(t.deps.Theme, "Whose job is it?", w)
}

// judged names a layer with the verdict on it, for w columns.
func (t *TestMe) judged(i, w int) string {
	th := t.deps.Theme
	cell := t.cell(i)
	l, _ := t.matrix().Layer(cell.Layer)
	mark, between := th.Paint(theme.Right, "✓ "), " · "
	if !t.session().Entry(i).Right {
		mark, between = th.Paint(theme.Wrong, "✗ "), " · it is "
	}
	if w < wordsMin {
		between = " · "
	}
	return mark + l.Short + th.Paint(theme.Dim, between) + cellinfo.Party(th, cell.Party)
}

// below is the reason in h lines, or what is asked while nothing is answered.
func (t *TestMe) below(w, h int) []string {
	i := t.told()
	if i == nothing {
		return t.asked(w, h)
	}
	lines := t.whole(i, w)
	if len(lines) > h {
		lines = append(t.objection(i, w), cellinfo.Hang(t.deps.Theme, " ", t.cell(i).Why, "", w-1)...)
	}
	if len(lines) > h {
		lines[h-1] = widget.Clip(lines[h-1]+" …", w-1)
	}
	return lines[:min(len(lines), h)]
}

// asked is the focused prompt in words.
func (t *TestMe) asked(w, h int) []string {
	lines := cellinfo.Hang(t.deps.Theme, " ", t.session().Prompt(t.row).Stem, "", w-1)
	return lines[:min(len(lines), h)]
}

// objection is what speaks against the answer given, if it was wrong.
func (t *TestMe) objection(i, w int) []string {
	s := t.session()
	if e := s.Entry(i); !e.Right && len(e.Chosen) == 1 {
		if o, ok := s.Prompt(i).Option(e.Chosen[0]); ok {
			return cellinfo.Hang(t.deps.Theme, " ", o.Reason, "", w-1)
		}
	}
	return nil
}

// whole is all there is to say of an answered layer.
func (t *TestMe) whole(i, w int) []string {
	lines := t.objection(i, w)
	if lines != nil {
		lines = append(lines, "")
	}
	return append(lines, cellinfo.Parts(t.deps.Theme, t.cell(i), "", w-1)...)
}

// pane is what is asked and, below it, all about the last answer or about the
// layer with the focus.
func (t *TestMe) pane(w int) (lines []string) {
	if !t.shown(t.row) {
		lines = append(t.asked(w, 4), "")
	}
	if i := t.told(); i != nothing {
		lines = append(append(lines, " "+t.judged(i, w), ""), t.whole(i, w)...)
	}
	return lines
}
