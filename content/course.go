package content

import (
	"io/fs"
	"path"
	"strings"

	"whose/model"
)

// The files of a course folder that are not in a folder of their own.
const (
	courseFile     = "course.yaml"
	objectivesFile = "objectives.yaml"
	pairsFile      = "pairs.yaml"
	glossaryFile   = "glossary.yaml" // may be absent
)

// objectiveDraft is an objective with the place of its id.
type objectiveDraft struct {
	model.Objective
	at Place
}

// pairDraft is a pair with the places of its parts.
type pairDraft struct {
	model.Pair
	id, first, second mark
}

// checkNames reports YAML files beside course.yaml that nothing reads, most
// likely because their name is misspelt.
func (l *loader) checkNames() {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return // reading the files reports it
	}
	for _, entry := range entries {
		name := entry.Name()
		read := name == courseFile || name == objectivesFile || name == pairsFile || name == glossaryFile
		if ext := path.Ext(name); !read && !strings.HasPrefix(name, ".") && (ext == ".yaml" || ext == ".yml") {
			l.faults.Add(Place{name, 1, 1}, "file", "nothing reads this file: use %s, %s, %s or %s",
				courseFile, objectivesFile, pairsFile, glossaryFile)
		}
	}
}

func (l *loader) readCourse() {
	n, ok := l.open(courseFile)
	if !ok {
		l.serviceIDs.partial = true
		return
	}
	r := n.record("course", []string{"id", "title", "version", "services", "hosts"}, []string{"complete"})
	l.head.ID = r.get("id").id().text
	l.head.Title = r.get("title").line(0)
	l.head.Version = r.get("version").line(0)
	l.head.Complete = r.get("complete").flag()
	for _, v := range l.serviceIDs.items(r.get("services")) {
		id := v.id()
		l.serviceIDs.add(id, &l.faults)
		l.serviceMarks = append(l.serviceMarks, id)
	}
	if hosts := r.get("hosts"); hosts.isList() {
		l.hosts = hosts.lines()
	}
}

func (l *loader) readObjectives() {
	n, ok := l.open(objectivesFile)
	if !ok {
		l.taskIDs.partial, l.objectiveIDs.partial = true, true
		return
	}
	r := n.record("list of objectives", []string{"tasks", "objectives"}, nil)
	for _, v := range l.taskIDs.items(r.get("tasks")) {
		t := v.record("task", []string{"id", "name", "short"}, []string{"weight"})
		id := t.get("id").id()
		l.taskIDs.add(id, &l.faults)
		l.head.Tasks = append(l.head.Tasks, model.Task{
			ID: model.TaskID(id.text), Name: t.get("name").line(0), Short: t.get("short").line(16),
			Weight: t.get("weight").number(1, model.MostWeight),
		})
	}
	for _, v := range l.objectiveIDs.items(r.get("objectives")) {
		o := v.record("objective", []string{"id", "text"}, nil)
		id := o.get("id").id()
		l.objectiveIDs.add(id, &l.faults)
		l.objectives = append(l.objectives, objectiveDraft{
			model.Objective{ID: model.ObjectiveID(id.text), Task: taskOf(id.text), Text: o.get("text").line(0)}, id.at,
		})
	}
}

// taskOf is the task that an objective's id begins with: 2.1 of 2.1.k3.
func taskOf(objective string) model.TaskID {
	i := strings.LastIndex(objective, ".")
	return model.TaskID(objective[:max(i, 0)])
}

func (l *loader) readPairs() {
	n, ok := l.open(pairsFile)
	if !ok {
		l.conceptIDs.partial, l.pairIDs.partial = true, true
		return
	}
	r := n.record("list of pairs", []string{"concepts", "pairs"}, nil)
	for _, v := range l.conceptIDs.items(r.get("concepts")) {
		c := v.record("concept", []string{"id", "name"}, []string{"words"})
		id := c.get("id").id()
		l.conceptIDs.add(id, &l.faults)
		l.head.Concepts = append(l.head.Concepts, model.Concept{
			ID: model.ConceptID(id.text), Name: c.get("name").line(0), Words: c.get("words").lines(),
		})
	}
	for _, v := range l.pairIDs.items(r.get("pairs")) {
		p := v.record("pair", []string{"id", "first", "second"}, nil)
		d := pairDraft{id: p.get("id").text(), first: p.get("first").id(), second: p.get("second").id()}
		d.Pair = model.Pair{
			ID: model.PairID(d.id.text), First: model.ConceptID(d.first.text), Second: model.ConceptID(d.second.text),
		}
		l.pairIDs.add(d.id, &l.faults)
		l.pairs = append(l.pairs, d)
	}
}
