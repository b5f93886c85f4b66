package model

import "fmt"

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
