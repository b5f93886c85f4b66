package content

import (
	"errors"
	"path"
	"strings"

	"whose/model"
)

const incidentFolder = "incidents"

// incidentDraft is an incident with the places of its parts.
type incidentDraft struct {
	model.Incident
	at      Place
	parts   map[model.StepID]Place
	choices map[choiceRef]Place
	cells   []mark
	lessons []mark
}

// choiceRef names a choice of an incident's step.
type choiceRef struct {
	step   model.StepID
	choice model.ChoiceID
}

// readIncidents reads the branching stories. A course need not have any.
func (l *loader) readIncidents() {
	if !l.has(incidentFolder) {
		return
	}
	isYAML := func(file string) bool { return strings.HasSuffix(file, ".yaml") }
	for _, file := range l.list(incidentFolder, isYAML, "incidents stand in files named <id>.yaml") {
		if n, ok := l.open(path.Join(incidentFolder, file)); ok {
			l.readIncident(n, strings.TrimSuffix(file, ".yaml"))
		}
	}
}

func (l *loader) readIncident(n node, name string) {
	before := len(l.faults)
	r := n.record("incident", []string{"id", "title", "opening", "start", "steps", "endings"}, nil)
	id := r.get("id").id()
	if id.text != "" && id.text != name {
		l.faults.Add(id.at, "file", "the id is %q and the file's name says %q: they must agree", id.text, name)
	}
	l.incidentIDs.add(id, &l.faults)
	d := incidentDraft{at: id.at, parts: map[model.StepID]Place{}, choices: map[choiceRef]Place{}}
	spec := model.IncidentSpec{
		ID: model.IncidentID(id.text), Title: r.get("title").line(0), Opening: r.get("opening").text().text,
		Start: model.StepID(r.get("start").text().text),
	}
	for _, v := range r.get("steps").list() {
		spec.Steps = append(spec.Steps, l.readStep(&d, v))
	}
	for _, v := range r.get("endings").list() {
		e := v.record("ending", []string{"id", "text", "good"}, nil)
		id := e.get("id").id()
		d.parts[model.StepID(id.text)] = v.at()
		spec.Endings = append(spec.Endings, model.Ending{
			ID: model.StepID(id.text), Text: e.get("text").text().text, Good: e.get("good").flag(),
		})
	}
	if len(l.faults) == before {
		l.tell(&d, spec)
	}
	l.incidents = append(l.incidents, d)
}

func (l *loader) readStep(d *incidentDraft, n node) model.Step {
	r := n.record("step", []string{"id", "text", "cell", "lesson", "choices"}, nil)
	id, cell, lesson := r.get("id").id(), r.get("cell").text(), r.get("lesson").text()
	d.cells, d.lessons = append(d.cells, cell), append(d.lessons, lesson)
	s := model.Step{ID: model.StepID(id.text), Text: r.get("text").text().text, Lesson: model.LessonID(lesson.text)}
	d.parts[s.ID] = n.at()
	if cell.text != "" {
		if refs := l.cellRefs([]mark{cell}); len(refs) > 0 {
			s.Cell = refs[0]
		}
	}
	for _, v := range r.get("choices").list() {
		c := v.record("choice", []string{"id", "text", "good", "outcome", "next"}, nil)
		id := c.get("id").id()
		d.choices[choiceRef{s.ID, model.ChoiceID(id.text)}] = v.at()
		s.Choices = append(s.Choices, model.Choice{
			ID: model.ChoiceID(id.text), Text: c.get("text").line(0), Good: c.get("good").flag(),
			Outcome: c.get("outcome").text().text, Next: model.StepID(c.get("next").text().text),
		})
	}
	return s
}

// tell follows the story of an incident all of whose parts could be read.
func (l *loader) tell(d *incidentDraft, spec model.IncidentSpec) {
	incident, err := model.NewIncident(spec)
	d.Incident = incident
	wrong, ok := errors.AsType[*model.IncidentError](err)
	if !ok {
		return
	}
	for _, f := range wrong.Faults {
		at, known := d.choices[choiceRef{f.Part, f.Choice}]
		if !known {
			at, known = d.parts[f.Part]
		}
		if !known {
			at = d.at
		}
		l.faults.Add(at, "story", "%s", f.Problem)
	}
}

// checkIncident reports cells and lessons that are not there.
func (l *loader) checkIncident(d incidentDraft) {
	for _, id := range d.lessons {
		l.lessonIDs.check(id, &l.faults)
	}
	for _, id := range d.cells {
		if _, err := model.ParseCellRef(id.text); err == nil && !l.cellExists(id.text) {
			l.faults.Add(id.at, "unknown-reference", "there is no cell %q", id.text)
		}
	}
}
