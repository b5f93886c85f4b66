package content

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"whose/model"
)

// document is a course in JSON, in the order in which it is written.
type document struct {
	Course     head                 `json:"course"`
	Tasks      []model.Task         `json:"tasks"`
	Objectives []model.Objective    `json:"objectives"`
	Layers     []model.Layer        `json:"layers"`
	Services   []model.Service      `json:"services"`
	Cells      []model.Cell         `json:"cells"`
	Lessons    []model.Lesson       `json:"lessons"`
	Questions  []model.QuestionSpec `json:"questions"`
	Concepts   []model.Concept      `json:"concepts"`
	Pairs      []model.Pair         `json:"pairs"`
	Glossary   []model.Term         `json:"glossary"`
	Incidents  []model.IncidentSpec `json:"incidents"`
}

type head struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Version  string `json:"version"`
	Complete bool   `json:"complete"`
}

// Encode writes a course as JSON, one object a line, so that a changed sentence
// is a changed line. The same course gives the same bytes.
func Encode(c *model.Course) ([]byte, error) {
	var e encoder
	e.raw("{\n")
	e.key("course")
	e.value(head{c.ID(), c.Title(), c.Version(), c.Complete()})
	list(&e, "tasks", c.Tasks())
	list(&e, "objectives", c.Objectives())
	list(&e, "layers", each(c.Matrix().Layers(), fullLayer))
	list(&e, "services", each(c.Matrix().Services(), fullService))
	list(&e, "cells", each(c.Matrix().Cells(), fullCell))
	list(&e, "lessons", each(c.Lessons(), fullLesson))
	list(&e, "questions", each(each(c.Questions(), model.Question.Spec), fullQuestion))
	list(&e, "concepts", each(c.Concepts(), fullConcept))
	list(&e, "pairs", c.Pairs())
	list(&e, "glossary", each(c.Glossary(), fullTerm))
	list(&e, "incidents", each(c.Incidents(), model.Incident.Spec))
	e.raw("\n}\n")
	if e.err != nil {
		return nil, fmt.Errorf("writing the course as JSON: %w", e.err)
	}
	return e.buf.Bytes(), nil
}

// Decode reads what Encode writes, and refuses a course that cannot be.
func Decode(data []byte) (*model.Course, error) {
	return decode(string(data))
}

func decode(text string) (*model.Course, error) {
	var d document
	if !scan(text, &d) {
		d = document{}
		if err := json.Unmarshal([]byte(text), &d); err != nil {
			return nil, fmt.Errorf("reading the course: %w", err)
		}
	}
	matrix, err := model.NewMatrix(d.Layers, d.Services, d.Cells)
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	questions, err := newQuestions(d.Questions)
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	incidents, err := newIncidents(d.Incidents)
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	course, err := model.NewCourse(model.CourseSpec{
		ID: d.Course.ID, Title: d.Course.Title, Version: d.Course.Version, Complete: d.Course.Complete,
		Tasks: d.Tasks, Objectives: d.Objectives, Matrix: matrix,
		Lessons: d.Lessons, Questions: questions, Concepts: d.Concepts, Pairs: d.Pairs,
		Glossary: d.Glossary, Incidents: incidents,
	})
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	return course, nil
}

func newQuestions(specs []model.QuestionSpec) ([]model.Question, error) {
	questions := make([]model.Question, len(specs))
	errs := make([]error, len(specs))
	for i, spec := range specs {
		questions[i], errs[i] = model.NewQuestion(spec)
	}
	return questions, errors.Join(errs...)
}

func newIncidents(specs []model.IncidentSpec) ([]model.Incident, error) {
	incidents := make([]model.Incident, len(specs))
	errs := make([]error, len(specs))
	for i, spec := range specs {
		incidents[i], errs[i] = model.NewIncident(spec)
	}
	return incidents, errors.Join(errs...)
}

// encoder writes JSON and keeps the first error.
type encoder struct {
	buf bytes.Buffer
	err error
}

func (e *encoder) raw(s string) { e.buf.WriteString(s) }

func (e *encoder) key(name string) { e.raw(`"` + name + `": `) }

func (e *encoder) value(v any) {
	enc := json.NewEncoder(&e.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil && e.err == nil {
		e.err = err
	}
	// Encode ends each value with a line break, which comes after a comma here.
	e.buf.Truncate(len(bytes.TrimRight(e.buf.Bytes(), "\n")))
}

func list[T any](e *encoder, name string, all []T) {
	e.raw(",\n")
	e.key(name)
	e.raw("[")
	for i, v := range all {
		if i > 0 {
			e.raw(",")
		}
		e.raw("\n")
		e.value(v)
	}
	e.raw("\n]")
}

// each gives what of makes of every element.
func each[T, U any](all []T, of func(T) U) []U {
	made := make([]U, len(all))
	for i, v := range all {
		made[i] = of(v)
	}
	return made
}

// full makes an absent list an empty one: a reader of the JSON expects [], not
// null.
func full[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}

func fullLayer(l model.Layer) model.Layer {
	full(&l.Words)
	return l
}

func fullCell(c model.Cell) model.Cell {
	full(&c.Sources)
	return c
}

func fullConcept(c model.Concept) model.Concept {
	full(&c.Words)
	return c
}

func fullTerm(t model.Term) model.Term {
	full(&t.Words)
	return t
}

func fullService(s model.Service) model.Service {
	full(&s.Words)
	full(&s.From)
	s.Variants = each(s.Variants, fullVariant)
	return s
}

func fullVariant(v model.Variant) model.Variant {
	full(&v.Cells)
	return v
}

func fullLesson(l model.Lesson) model.Lesson {
	full(&l.Requires)
	full(&l.Objectives)
	full(&l.Checks)
	return l
}

func fullQuestion(q model.QuestionSpec) model.QuestionSpec {
	full(&q.Objectives)
	full(&q.Concepts)
	full(&q.Cells)
	full(&q.Options)
	full(&q.Sources)
	return q
}
