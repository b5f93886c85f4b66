package content

import "whose/model"

// termDraft is a term with the place of its id.
type termDraft struct {
	model.Term
	at Place
}

// readGlossary reads the words that the course explains. A course need not have
// any.
func (l *loader) readGlossary() {
	if !l.has(glossaryFile) {
		return
	}
	n, ok := l.open(glossaryFile)
	if !ok {
		l.termIDs.partial = true
		return
	}
	r := n.record("glossary", []string{"terms"}, nil)
	for _, v := range l.termIDs.items(r.get("terms")) {
		t := v.record("term", []string{"id", "term", "text"}, []string{"words"})
		id := t.get("id").id()
		l.termIDs.add(id, &l.faults)
		l.terms = append(l.terms, termDraft{model.Term{
			ID: model.TermID(id.text), Term: t.get("term").line(0), Text: t.get("text").line(0),
			Words: t.get("words").lines(),
		}, id.at})
	}
}
