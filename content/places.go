package content

import "whose/model"

// Places says where the parts of a course stand in its folder.
type Places struct {
	Lessons   map[model.LessonID]Place // where the Markdown begins
	Cells     map[model.CellRef]Place
	Questions map[model.QuestionID]Place
	Options   map[OptionRef]Place

	Objectives map[model.ObjectiveID]Place
	Pairs      map[model.PairID]Place
	Terms      map[model.TermID]Place
	Services   map[model.ServiceID]Place // where the service's file begins
	Incidents  map[model.IncidentID]Place
	Steps      map[StepRef]Place // endings, too
}

// OptionRef names an option of a question.
type OptionRef struct {
	Question model.QuestionID
	Option   string
}

// StepRef names a step or an ending of an incident.
type StepRef struct {
	Incident model.IncidentID
	Step     model.StepID
}

func (l *loader) places() Places {
	p := Places{
		Lessons:   make(map[model.LessonID]Place, len(l.lessons)),
		Cells:     make(map[model.CellRef]Place, len(l.cells)),
		Questions: make(map[model.QuestionID]Place, len(l.questions)),
		Options:   make(map[OptionRef]Place),

		Objectives: make(map[model.ObjectiveID]Place, len(l.objectives)),
		Pairs:      make(map[model.PairID]Place, len(l.pairs)),
		Terms:      make(map[model.TermID]Place, len(l.terms)),
		Services:   make(map[model.ServiceID]Place, len(l.services)),
		Incidents:  make(map[model.IncidentID]Place, len(l.incidents)),
		Steps:      make(map[StepRef]Place),
	}
	for _, d := range l.objectives {
		p.Objectives[d.ID] = d.at
	}
	for _, d := range l.pairs {
		p.Pairs[d.ID] = d.id.at
	}
	for _, d := range l.terms {
		p.Terms[d.ID] = d.at
	}
	for _, d := range l.services {
		p.Services[d.ID] = d.at
	}
	for _, d := range l.incidents {
		p.Incidents[d.ID()] = d.at
		for id, at := range d.parts {
			p.Steps[StepRef{d.ID(), id}] = at
		}
	}
	for _, d := range l.lessons {
		p.Lessons[d.ID] = d.body
	}
	for _, d := range l.cells {
		p.Cells[d.Ref()] = d.at
	}
	for _, d := range l.questions {
		p.Questions[d.ID] = d.at
		for i, o := range d.Options {
			p.Options[OptionRef{d.ID, o.ID}] = d.options[i].at
		}
	}
	return p
}
