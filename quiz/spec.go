package quiz

import (
	"errors"
	"fmt"

	"whose/model"
)

// ErrGone says that a prompt cannot be made again as it was: its question or
// cell vanished or was revised, or its right answer is another one now.
var ErrGone = errors.New("the course no longer has it as it was asked")

// Spec says how to make one prompt again, option for option. It is what a saved
// paper and a stored answer hold. Either Question or Drill is set.
type Spec struct {
	Question model.QuestionID `json:"question,omitempty"`
	Revision int              `json:"revision,omitempty"` // of the question
	Drill    *DrillSpec       `json:"drill,omitempty"`
	Order    []string         `json:"order"` // option ids as shown
	Right    []string         `json:"right"` // ids of the right options, in the order shown
}

// DrillKind is one of the three forms a drill can take.
type DrillKind string

// The drills: whose job is it on one service, on which services is it one
// side's job, and what does a move from one service to another change.
const (
	Who   DrillKind = "who"
	Where DrillKind = "where"
	Move  DrillKind = "move"
)

// DrillSpec says what a drill asks. Its options stand in the spec's order: the
// parties for who, services for where, layers for move.
type DrillSpec struct {
	Kind    DrillKind       `json:"kind"`
	Service model.ServiceID `json:"service,omitempty"` // who: the service asked about; move: where from
	To      model.ServiceID `json:"to,omitempty"`      // move
	Layer   model.LayerID   `json:"layer,omitempty"`   // who and where
	Side    model.Party     `json:"side,omitempty"`    // where: whose job; move: customer for what stays, aws for what is handed over
	Cue     string          `json:"cue,omitempty"`     // who on a shared cell: the cue's own task, which is one side's
}

// ref is the cell that a who drill asks about.
func (d DrillSpec) ref() model.CellRef {
	return model.CellRef{Service: d.Service, Layer: d.Layer}
}

// gone reports what cannot be asked again.
func gone(format string, args ...any) error {
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), ErrGone)
}
