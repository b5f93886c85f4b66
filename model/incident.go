package model

import (
	"fmt"
	"strings"
)

// IncidentID names a branching story, StepID one of its steps or endings,
// ChoiceID one of a step's choices.
type (
	IncidentID string
	StepID     string
	ChoiceID   string
)

// Choice is one thing to do at a step, and what comes of it.
type Choice struct {
	ID      ChoiceID `json:"id"`
	Text    string   `json:"text"`
	Good    bool     `json:"good"` // exactly one choice of a step is
	Outcome string   `json:"outcome"`
	Next    StepID   `json:"next"` // a step or an ending
}

// Step is a point of the story at which the learner decides.
type Step struct {
	ID      StepID   `json:"id"`
	Text    string   `json:"text"`
	Cell    CellRef  `json:"cell"`   // whose job the decision is about
	Lesson  LessonID `json:"lesson"` // teaches it
	Choices []Choice `json:"choices"`
}

// Ending closes the story.
type Ending struct {
	ID   StepID `json:"id"`
	Text string `json:"text"`
	Good bool   `json:"good"`
}

// IncidentSpec is everything an incident is made of, before NewIncident has
// looked at it.
type IncidentSpec struct {
	ID      IncidentID `json:"id"`
	Title   string     `json:"title"`
	Opening string     `json:"opening"`
	Start   StepID     `json:"start"`
	Steps   []Step     `json:"steps"`
	Endings []Ending   `json:"endings"`
}

// The fewest and most decisions between an incident's opening and an ending.
const (
	MinDecisions = 4
	MaxDecisions = 7
)

// Incident is a branching story that comes to an end whatever the learner
// decides, after 4 to 7 decisions, and well if all of them are good.
type Incident struct {
	spec    IncidentSpec
	steps   map[StepID]int
	endings map[StepID]int
}

// ID names the incident.
func (in Incident) ID() IncidentID { return in.spec.ID }

// Title is the incident's name on screen.
func (in Incident) Title() string { return in.spec.Title }

// Opening tells what has happened before the first step.
func (in Incident) Opening() string { return in.spec.Opening }

// Start is the first step.
func (in Incident) Start() StepID { return in.spec.Start }

// Steps are all steps, in the author's order. The caller must not change them.
func (in Incident) Steps() []Step { return in.spec.Steps }

// Endings are all endings, in the author's order. The caller must not change
// them.
func (in Incident) Endings() []Ending { return in.spec.Endings }

// Spec is what the incident is made of.
func (in Incident) Spec() IncidentSpec { return in.spec }

// Step finds a step by id.
func (in Incident) Step(id StepID) (Step, bool) {
	i, ok := in.steps[id]
	if !ok {
		return Step{}, false
	}
	return in.spec.Steps[i], true
}

// Ending finds an ending by id.
func (in Incident) Ending(id StepID) (Ending, bool) {
	i, ok := in.endings[id]
	if !ok {
		return Ending{}, false
	}
	return in.spec.Endings[i], true
}

// IncidentFault is one thing that is wrong with an incident.
type IncidentFault struct {
	Part    StepID   // the step or ending; empty for the incident as a whole
	Choice  ChoiceID // the step's choice; empty for the step as a whole
	Problem string
}

// IncidentError is all that is wrong with an incident.
type IncidentError struct {
	Incident IncidentID
	Faults   []IncidentFault
}

// Error lists the faults, one a line.
func (e *IncidentError) Error() string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		where := fmt.Sprintf("incident %s", e.Incident)
		if f.Part != "" {
			where += fmt.Sprintf(", %s", f.Part)
		}
		if f.Choice != "" {
			where += fmt.Sprintf(", choice %s", f.Choice)
		}
		lines[i] = where + ": " + f.Problem
	}
	return strings.Join(lines, "\n")
}
