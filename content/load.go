package content

import (
	"io/fs"

	"whose/model"
)

// Load reads a course folder and reports everything that is wrong with its
// structure at once. With a fault there is no course. What only follows from a
// file that cannot be read, such as a reference into it, is no fault.
func Load(fsys fs.FS) (*model.Course, Places, Faults) {
	l := newLoader(fsys)
	l.checkNames()
	l.readCourse()
	l.readObjectives()
	l.readPairs()
	l.readGlossary()
	l.readLayers()
	l.readServices()
	l.readLessons()
	l.readQuestions()
	l.readIncidents()
	l.checkReferences()
	if len(l.faults) > 0 {
		l.faults.Sort()
		return nil, Places{}, l.faults
	}
	course, err := l.build()
	if err != nil {
		// The rules above cover those of the model. Should one be missing, the
		// model still refuses the course, only without a place.
		return nil, Places{}, Faults{{Place{courseFile, 1, 1}, "course", printable(err.Error())}}
	}
	return course, l.places(), nil
}

// loader holds what has been read so far.
type loader struct {
	folder
	faults Faults
	hosts  []string // nil if they are not known

	head                                         model.CourseSpec
	layers                                       []model.Layer
	services                                     []serviceDraft
	cells                                        []cellDraft
	lessons                                      []lessonDraft
	questions                                    []questionDraft
	objectives                                   []objectiveDraft
	pairs                                        []pairDraft
	terms                                        []termDraft
	incidents                                    []incidentDraft
	serviceMarks                                 []mark
	taskIDs, objectiveIDs, conceptIDs, pairIDs   names
	layerIDs, serviceIDs, lessonIDs, questionIDs names
	termIDs, incidentIDs                         names
}

func newLoader(fsys fs.FS) *loader {
	l := &loader{
		taskIDs: newNames("task"), objectiveIDs: newNames("objective"),
		conceptIDs: newNames("concept"), pairIDs: newNames("pair"),
		layerIDs: newNames("layer"), serviceIDs: newNames("service"),
		lessonIDs: newNames("lesson"), questionIDs: newNames("question"),
		termIDs: newNames("term"), incidentIDs: newNames("incident"),
	}
	l.folder = folder{fsys, &l.faults}
	return l
}

// open reads a YAML file.
func (l *loader) open(file string) (node, bool) {
	text, ok := l.read(file)
	if !ok {
		return node{}, false
	}
	return parse(file, text, &l.faults)
}

func (l *loader) build() (*model.Course, error) {
	spec := l.head
	cells := make([]model.Cell, len(l.cells))
	for i, d := range l.cells {
		cells[i] = d.Cell
	}
	for _, d := range l.objectives {
		spec.Objectives = append(spec.Objectives, d.Objective)
	}
	for _, d := range l.pairs {
		spec.Pairs = append(spec.Pairs, d.Pair)
	}
	for _, d := range l.lessons {
		spec.Lessons = append(spec.Lessons, d.Lesson)
	}
	for _, d := range l.terms {
		spec.Glossary = append(spec.Glossary, d.Term)
	}
	for _, d := range l.incidents {
		spec.Incidents = append(spec.Incidents, d.Incident)
	}
	services := make([]model.Service, len(l.services))
	for i, d := range l.services {
		services[i] = d.Service
	}
	drafts := make([]model.QuestionSpec, len(l.questions))
	for i, d := range l.questions {
		drafts[i] = d.QuestionSpec
	}
	var err error
	if spec.Matrix, err = model.NewMatrix(l.layers, services, cells); err != nil {
		return nil, err
	}
	if spec.Questions, err = newQuestions(drafts); err != nil {
		return nil, err
	}
	return model.NewCourse(spec)
}

// names are the ids of one kind.
type names struct {
	what    string
	known   map[string]bool
	partial bool // some could not be read, so an unknown one may be right
}

func newNames(what string) names { return names{what: what, known: map[string]bool{}} }

// add takes a new id and reports one that stands twice.
func (n *names) add(id mark, faults *Faults) {
	switch {
	case id.text == "":
		n.partial = true
	case n.known[id.text]:
		faults.Add(id.at, "duplicate-id", "there is another %s %q", n.what, id.text)
	}
	n.known[id.text] = true
}

// items gives the values of a list that hold ids of this kind.
func (n *names) items(list node) []node {
	n.partial = n.partial || !list.isList()
	return list.list()
}

// check reports an id that nothing has.
func (n *names) check(id mark, faults *Faults) {
	if id.text != "" && !n.partial && !n.known[id.text] {
		faults.Add(id.at, "unknown-reference", "there is no %s %q", n.what, id.text)
	}
}
