package content

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"whose/model"
)

const (
	matrixFolder = "matrix"
	layersFile   = "layers.yaml"
)

// The widest texts that fit the screens, in columns.
const (
	maxLayerShort   = 24
	maxServiceShort = 8
	maxPart         = 72 // what one party does
	maxWhy          = 150
	maxWhat         = 90  // what a service is
	maxMoves        = 150 // how a variant moves the line
	maxTrap         = 200
)

// cellDraft is a cell with the places of its parts.
type cellDraft struct {
	model.Cell
	at     Place
	lesson mark
	known  bool // whether it is graded could be read
}

// serviceDraft is a service with the places of its parts.
type serviceDraft struct {
	model.Service
	at       Place
	variants []mark // the layers that its variants name
	from     []mark
}

func (l *loader) readLayers() {
	n, ok := l.open(path.Join(matrixFolder, layersFile))
	if !ok {
		l.layerIDs.partial = true
		return
	}
	r := n.record("list of layers", []string{"layers"}, nil)
	for _, v := range l.layerIDs.items(r.get("layers")) {
		row := v.record("layer", []string{"id", "name", "short", "task", "words"}, nil)
		id := row.get("id").id()
		l.layerIDs.add(id, &l.faults)
		l.layers = append(l.layers, model.Layer{
			ID: model.LayerID(id.text), Name: row.get("name").line(0), Short: row.get("short").line(maxLayerShort),
			Task: row.get("task").line(0), Words: row.get("words").lines(),
		})
	}
}

// readServices reads the file of each service, in the order of course.yaml. If
// that could not be read, it reads whatever files there are.
func (l *loader) readServices() {
	isService := func(file string) bool {
		id, yaml := strings.CutSuffix(file, ".yaml")
		return yaml && (l.serviceIDs.partial || l.serviceIDs.known[id] || file == layersFile)
	}
	files := l.list(matrixFolder, isService, "it is no service of course.yaml: list it there, or delete the file")
	marks := l.serviceMarks
	for _, file := range files {
		id := strings.TrimSuffix(file, ".yaml")
		if file != layersFile && !l.serviceIDs.known[id] {
			marks = append(marks, mark{id, Place{path.Join(matrixFolder, file), 1, 1}})
		}
	}
	for _, m := range marks {
		file := m.text + ".yaml"
		switch {
		case m.text == "":
		case !slices.Contains(files, file):
			l.faults.Add(m.at, "file", "there is no file matrix/%s", file)
		default:
			l.readService(m.text, path.Join(matrixFolder, file))
		}
	}
}

func (l *loader) readService(id, file string) {
	n, ok := l.open(file)
	if !ok {
		return
	}
	r := n.record("service", []string{"id", "name", "short", "category", "words", "what", "variants", "trap", "cells"}, []string{"from"})
	if got := r.get("id").id(); got.text != "" && got.text != id {
		l.faults.Add(got.at, "file", "the id is %q and the file's name says %q: they must agree", got.text, id)
	}
	d := serviceDraft{at: n.at()}
	d.Service = model.Service{
		ID: model.ServiceID(id), Name: r.get("name").line(0), Short: r.get("short").line(maxServiceShort),
		Category: choice(r.get("category"), parseCategory), Words: r.get("words").lines(),
		What: r.get("what").line(maxWhat), Trap: r.get("trap").line(maxTrap),
	}
	d.from = r.get("from").refs()
	d.From = texts[model.ServiceID](d.from)
	for _, v := range r.get("variants").list() {
		l.readVariant(&d, v)
	}
	l.services = append(l.services, d)
	l.readCells(model.ServiceID(id), r.get("cells"))
}

func (l *loader) readVariant(d *serviceDraft, n node) {
	r := n.record("variant", []string{"name", "moves", "cells", "source"}, nil)
	layers, source := r.get("cells").refs(), r.get("source")
	d.variants = append(d.variants, layers...)
	d.Variants = append(d.Variants, model.Variant{
		Name: r.get("name").line(0), Moves: r.get("moves").line(maxMoves),
		Cells: texts[model.LayerID](layers), Source: l.page(source),
	})
}

func parseCategory(s string) (model.Category, error) {
	if c := model.Category(s); c.Valid() {
		return c, nil
	}
	return "", fmt.Errorf("%q is no category: use infrastructure, container or abstracted", s)
}

func (l *loader) readCells(service model.ServiceID, cells node) {
	seen := make(map[string]bool)
	for _, e := range cells.entries() {
		if seen[e.key.text] {
			l.faults.Add(e.key.at, "double-cell", "%s has the cell %q twice", service, e.key.text)
			continue
		}
		seen[e.key.text] = true
		l.layerIDs.check(e.key, &l.faults)
		l.cells = append(l.cells, l.readCell(model.CellRef{Service: service, Layer: model.LayerID(e.key.text)}, e))
	}
	for _, layer := range l.layers {
		if id := string(layer.ID); id != "" && !seen[id] && cells.isGroup() {
			cells.fault("missing-cell", "%s has no cell %q", service, id)
		}
	}
}

func (l *loader) readCell(ref model.CellRef, e entry) cellDraft {
	r := e.value.record("cell",
		[]string{"party", "aws", "you", "why", "basis", "graded", "lesson"}, []string{"exam", "cues", "sources"})
	d := cellDraft{at: e.key.at, lesson: r.get("lesson").text()}
	d.Cell = model.Cell{
		Service: ref.Service, Layer: ref.Layer,
		Party: choice(r.get("party"), model.ParseParty),
		AWS:   r.get("aws").line(maxPart), You: r.get("you").line(maxPart), Why: r.get("why").line(maxWhy),
		Sources: l.sources(r), Basis: choice(r.get("basis"), model.ParseBasis), Graded: r.get("graded").flag(),
		Lesson: model.LessonID(d.lesson.text),
	}
	d.known = r.get("graded").isFlag()
	l.readExam(&d.Cell, r)
	return d
}

// readExam reads how the exam takes a shared cell, which no other cell has.
func (l *loader) readExam(cell *model.Cell, r record) {
	exam, cues := r.get("exam"), r.get("cues")
	cell.Exam = choice(exam, parseSide)
	for _, v := range cues.list() {
		c := v.record("cue", []string{"side", "words", "ask"}, nil)
		cell.Cues = append(cell.Cues, model.Cue{
			Side: choice(c.get("side"), parseSide), Words: c.get("words").line(0), Ask: c.get("ask").line(0),
		})
	}
	party := r.get("party")
	for key, n := range map[string]node{"exam": exam, "cues": cues} {
		switch absent := n.missing() || n.isList() && len(n.list()) == 0; {
		case cell.Party == model.Shared && absent:
			party.fault("contradiction", "the cell is shared and has no %s", key)
		case cell.Party.Valid() && cell.Party != model.Shared && !n.missing():
			n.fault("contradiction", "only a shared cell has %s, and this one is not", key)
		}
	}
}

func parseSide(s string) (model.Party, error) {
	p, err := model.ParseParty(s)
	if err != nil || !p.OneSided() {
		return 0, fmt.Errorf("%q is no side: use aws or customer", s)
	}
	return p, nil
}

// sources reads the addresses of AWS's pages, of which there must be one.
func (l *loader) sources(r record) []string {
	n := r.get("sources")
	if r.ok && n.missing() || n.isList() && len(n.list()) == 0 {
		n.fault("missing-source", "the %s names no page of AWS", r.what)
	}
	values := n.list()
	pages := make([]string, len(values))
	for i, v := range values {
		pages[i] = l.page(v)
	}
	return pages
}

// page reads the address of a page of AWS's.
func (l *loader) page(n node) string {
	address := n.line(0)
	if hint := badLink(address, l.hosts); address != "" && hint != "" {
		n.fault("link", "%q: %s", address, hint)
	}
	return address
}
