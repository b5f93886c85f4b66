package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Item is what memory is kept of: a question at a revision, or a cell at a
// party. When the right answer changes the item does too, and the memory of the
// old one is left behind.
type Item string

// QuestionItem is "q:<question>@<revision>".
func QuestionItem(id QuestionID, revision int) Item {
	return Item(fmt.Sprintf("q:%s@%d", id, revision))
}

// CellItem is "c:<service>/<layer>@<party>".
func CellItem(c Cell) Item {
	return Item(fmt.Sprintf("c:%s@%s", c.Ref(), c.Party))
}

// Subject is what an item names: a question at a revision, or, where Question is
// empty, a cell at a party.
type Subject struct {
	Question QuestionID
	Revision int
	Cell     CellRef
	Party    Party
}

// ParseItem takes an item apart. Whether a course holds what it names is left
// open. The error says what an item looks like.
func ParseItem(item Item) (Subject, error) {
	bad := fmt.Errorf("%q is no item: it is q:question@revision or c:service/layer@party", item)
	kind, name, _ := strings.Cut(string(item), ":")
	at := strings.LastIndexByte(name, '@')
	if at < 1 {
		return Subject{}, bad
	}
	name, version := name[:at], name[at+1:]
	switch kind {
	case "q":
		revision, err := strconv.Atoi(version)
		if err != nil || revision < 1 {
			return Subject{}, bad
		}
		return Subject{Question: QuestionID(name), Revision: revision}, nil
	case "c":
		ref, err1 := ParseCellRef(name)
		party, err2 := ParseParty(version)
		if err1 != nil || err2 != nil {
			return Subject{}, bad
		}
		return Subject{Cell: ref, Party: party}, nil
	}
	return Subject{}, bad
}

// Holds reports whether the course still has what an item names: the question
// at this revision, or the cell with this party.
func (c *Course) Holds(s Subject) bool {
	if s.Question != "" {
		q, ok := c.Question(s.Question)
		return ok && q.Revision() == s.Revision
	}
	cell, ok := c.Matrix().Cell(s.Cell)
	return ok && cell.Party == s.Party
}
