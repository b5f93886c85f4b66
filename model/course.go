package model

import (
	"errors"
	"fmt"
	"slices"
)

// TaskID names a task statement of the exam guide ("2.1"), ObjectiveID one of
// its bullets ("2.1.k3"), LessonID a lesson.
type (
	TaskID      string
	ObjectiveID string
	LessonID    string
)

// Task is one task statement of the exam guide.
type Task struct {
	ID     TaskID `json:"id"`
	Name   string `json:"name"`
	Short  string `json:"short"`  // at most 16 columns
	Weight int    `json:"weight"` // from 1 to MostWeight: its share of a mock exam's questions, beside the other tasks' weights
}

// MostWeight is the greatest weight that a task may have.
const MostWeight = 100

// Objective is one bullet of the exam guide.
type Objective struct {
	ID   ObjectiveID `json:"id"`
	Task TaskID      `json:"task"`
	Text string      `json:"text"`
}

// Lesson is one Markdown text with the questions that close it.
type Lesson struct {
	ID         LessonID      `json:"id"`
	Title      string        `json:"title"`
	Requires   []LessonID    `json:"requires"` // lessons to read before
	Objectives []ObjectiveID `json:"objectives"`
	Minutes    int           `json:"minutes"`
	Checks     []QuestionID  `json:"checks"`
	Markdown   string        `json:"markdown"`
}

// CourseSpec is everything a course is made of, before NewCourse has looked at
// it.
type CourseSpec struct {
	ID         string
	Title      string
	Version    string
	Complete   bool
	Tasks      []Task
	Objectives []Objective
	Matrix     *Matrix
	Lessons    []Lesson // in learning order
	Questions  []Question
	Concepts   []Concept
	Pairs      []Pair
	Glossary   []Term     // may be empty
	Incidents  []Incident // may be empty
}

// Course is a whole course in which every reference leads somewhere.
type Course struct {
	spec       CourseSpec
	lessons    map[LessonID]int
	questions  map[QuestionID]int
	objectives map[ObjectiveID]int
	concepts   map[ConceptID]int
	pairs      map[PairID]int
	terms      map[TermID]int
	incidents  map[IncidentID]int
	byCell     map[CellRef][]QuestionID
}

// NewCourse refuses double ids, references that lead nowhere and weights out of
// range, and names them all. A task without a weight gets the weight 1.
func NewCourse(spec CourseSpec) (*Course, error) {
	c := &Course{
		spec:       spec,
		lessons:    make(map[LessonID]int, len(spec.Lessons)),
		questions:  make(map[QuestionID]int, len(spec.Questions)),
		objectives: make(map[ObjectiveID]int, len(spec.Objectives)),
		concepts:   make(map[ConceptID]int, len(spec.Concepts)),
		pairs:      make(map[PairID]int, len(spec.Pairs)),
		terms:      make(map[TermID]int, len(spec.Glossary)),
		incidents:  make(map[IncidentID]int, len(spec.Incidents)),
		byCell:     make(map[CellRef][]QuestionID),
	}
	if spec.Matrix == nil {
		return nil, errors.New("the course has no matrix")
	}
	errs := c.weigh()
	errs = append(errs, c.indexAll()...)
	errs = append(errs, c.checkReferences()...)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return c, nil
}

// weigh gives every task its weight.
func (c *Course) weigh() (errs []error) {
	c.spec.Tasks = slices.Clone(c.spec.Tasks)
	for i := range c.spec.Tasks {
		t := &c.spec.Tasks[i]
		if t.Weight == 0 {
			t.Weight = 1
		}
		if t.Weight < 1 || t.Weight > MostWeight {
			errs = append(errs, fmt.Errorf("task %s: its weight is %d: use 1 to %d", t.ID, t.Weight, MostWeight))
		}
	}
	return errs
}

func (c *Course) indexAll() []error {
	errs := index(c.lessons, "lesson", c.spec.Lessons, func(l Lesson) LessonID { return l.ID })
	errs = append(errs, index(c.questions, "question", c.spec.Questions, Question.ID)...)
	errs = append(errs, index(c.objectives, "objective", c.spec.Objectives, func(o Objective) ObjectiveID { return o.ID })...)
	errs = append(errs, index(c.concepts, "concept", c.spec.Concepts, func(k Concept) ConceptID { return k.ID })...)
	errs = append(errs, index(c.pairs, "pair", c.spec.Pairs, func(p Pair) PairID { return p.ID })...)
	errs = append(errs, index(c.terms, "term", c.spec.Glossary, func(t Term) TermID { return t.ID })...)
	errs = append(errs, index(c.incidents, "incident", c.spec.Incidents, Incident.ID)...)
	for _, q := range c.spec.Questions {
		for _, ref := range q.Cells() {
			c.byCell[ref] = append(c.byCell[ref], q.ID())
		}
	}
	return errs
}

func index[K comparable, V any](into map[K]int, what string, all []V, id func(V) K) (errs []error) {
	for i, v := range all {
		if _, double := into[id(v)]; double {
			errs = append(errs, fmt.Errorf("%s %v stands twice", what, id(v)))
		}
		into[id(v)] = i
	}
	return errs
}

// ID, Title and Version say which course this is.
func (c *Course) ID() string { return c.spec.ID }

// Title is the course's name on screen.
func (c *Course) Title() string { return c.spec.Title }

// Version rises with every change of the course.
func (c *Course) Version() string { return c.spec.Version }

// Complete reports whether the course claims to teach every objective and tell
// every pair apart, so that it can be held to it.
func (c *Course) Complete() bool { return c.spec.Complete }

// Matrix is who does what.
func (c *Course) Matrix() *Matrix { return c.spec.Matrix }

// Tasks are the exam guide's task statements that the course teaches.
func (c *Course) Tasks() []Task { return c.spec.Tasks }

// Objectives are the exam guide's bullets, in its order.
func (c *Course) Objectives() []Objective { return c.spec.Objectives }

// Lessons are all lessons in learning order.
func (c *Course) Lessons() []Lesson { return c.spec.Lessons }

// Questions are all questions, in the order of their files.
func (c *Course) Questions() []Question { return c.spec.Questions }

// Concepts are the things that can be confused with one another.
func (c *Course) Concepts() []Concept { return c.spec.Concepts }

// Pairs are the concepts that are mixed up.
func (c *Course) Pairs() []Pair { return c.spec.Pairs }

// Task finds a task by id.
func (c *Course) Task(id TaskID) (Task, bool) {
	i := slices.IndexFunc(c.spec.Tasks, func(t Task) bool { return t.ID == id })
	if i < 0 {
		return Task{}, false
	}
	return c.spec.Tasks[i], true
}

// Objective finds an objective by id.
func (c *Course) Objective(id ObjectiveID) (Objective, bool) {
	i, ok := c.objectives[id]
	if !ok {
		return Objective{}, false
	}
	return c.spec.Objectives[i], true
}

// Lesson finds a lesson by id.
func (c *Course) Lesson(id LessonID) (Lesson, bool) {
	i, ok := c.lessons[id]
	if !ok {
		return Lesson{}, false
	}
	return c.spec.Lessons[i], true
}

// LessonNumber is the lesson's place in the learning order, from 1; 0 if there
// is no such lesson.
func (c *Course) LessonNumber(id LessonID) int {
	i, ok := c.lessons[id]
	if !ok {
		return 0
	}
	return i + 1
}

// Question finds a question by id.
func (c *Course) Question(id QuestionID) (Question, bool) {
	i, ok := c.questions[id]
	if !ok {
		return Question{}, false
	}
	return c.spec.Questions[i], true
}

// QuestionsOn are the questions about a cell.
func (c *Course) QuestionsOn(ref CellRef) []QuestionID { return c.byCell[ref] }

// Concept finds a concept by id.
func (c *Course) Concept(id ConceptID) (Concept, bool) {
	i, ok := c.concepts[id]
	if !ok {
		return Concept{}, false
	}
	return c.spec.Concepts[i], true
}

// Pair finds a pair by id.
func (c *Course) Pair(id PairID) (Pair, bool) {
	i, ok := c.pairs[id]
	if !ok {
		return Pair{}, false
	}
	return c.spec.Pairs[i], true
}

// Glossary is the words that the course explains, in the order of its file. It
// may be empty.
func (c *Course) Glossary() []Term { return c.spec.Glossary }

// Term finds a term by id.
func (c *Course) Term(id TermID) (Term, bool) {
	i, ok := c.terms[id]
	if !ok {
		return Term{}, false
	}
	return c.spec.Glossary[i], true
}

// Incidents are the branching stories, in the order of their files. There may
// be none.
func (c *Course) Incidents() []Incident { return c.spec.Incidents }

// Incident finds an incident by id.
func (c *Course) Incident(id IncidentID) (Incident, bool) {
	i, ok := c.incidents[id]
	if !ok {
		return Incident{}, false
	}
	return c.spec.Incidents[i], true
}
