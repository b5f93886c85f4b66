package content

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// mark is a text and where it stands.
type mark struct {
	text string
	at   Place
}

// record is a group of keys of which the names are known.
type record struct {
	what   string
	ok     bool // it is a group of keys
	at     Place
	file   string
	fields map[string]node
	faults *Faults
}

// entry is one key of a group and its value.
type entry struct {
	key   mark
	value node
}

// entries gives the keys of a group in their order, double ones too.
func (n node) entries() []entry {
	if n.missing() {
		return nil
	}
	var values []*ast.MappingValueNode
	switch t := n.tree.(type) {
	case *ast.MappingNode:
		values = t.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{t}
	default:
		n.wrongType("a group of keys")
		return nil
	}
	var all []entry
	for _, v := range values {
		key, at := v.Key, placeOf(n.file, v.Key.GetToken())
		name, ok := key.(*ast.StringNode)
		if !ok {
			n.faults.Add(at, "type", "a key is a text: put it in quotes")
			continue
		}
		all = append(all, entry{mark{name.Value, at}, node{v.Value, n.file, at, n.faults}})
	}
	return all
}

// record reads a group whose keys must be the required ones and may be the
// optional ones, each once.
func (n node) record(what string, required, optional []string) record {
	r := record{what: what, ok: n.isGroup(), at: n.at(), file: n.file, fields: map[string]node{}, faults: n.faults}
	if n.missing() {
		return r
	}
	for _, e := range n.entries() {
		name := e.key.text
		switch _, double := r.fields[name]; {
		case double:
			n.faults.Add(e.key.at, "duplicate-key", "the %s has %q twice", what, name)
		case !slices.Contains(required, name) && !slices.Contains(optional, name):
			known := strings.Join(slices.Concat(required, optional), ", ")
			n.faults.Add(e.key.at, "unknown-key", "%q is no key of a %s: use %s", name, what, known)
		default:
			r.fields[name] = e.value
		}
	}
	if !r.ok {
		return r
	}
	for _, name := range required {
		if _, ok := r.fields[name]; !ok {
			n.faults.Add(r.at, "missing-key", "the %s has no %q", what, name)
		}
	}
	return r
}

// get is the value of a key, or nothing.
func (r record) get(key string) node {
	if n, ok := r.fields[key]; ok {
		return n
	}
	return node{nil, r.file, r.at, r.faults}
}

// list gives the values of a list.
func (n node) list() []node {
	if n.missing() {
		return nil
	}
	sequence, ok := n.tree.(*ast.SequenceNode)
	if !ok {
		n.wrongType("a list")
		return nil
	}
	values := make([]node, len(sequence.Values))
	for i, v := range sequence.Values {
		values[i] = node{v, n.file, placeOf(n.file, sequence.Start), n.faults}
	}
	return values
}

// str reads a text, which may be blank.
func (n node) str() mark {
	m := mark{at: n.at()}
	switch t := n.tree.(type) {
	case nil:
		return m
	case *ast.StringNode:
		m.text = t.Value
	case *ast.LiteralNode:
		m.text = t.Value.Value
	case *ast.NullNode:
		n.wrongType("a text")
	default:
		n.fault("type", "%s stands where a text belongs: put it in quotes", kind(n.tree))
	}
	if _, r, found := unsafe(m.text); found {
		n.fault("control-character", "%U may not stand in a course: delete it", r)
	}
	m.text = strings.TrimSpace(m.text)
	return m
}

// text reads a text that says something.
func (n node) text() mark {
	m := n.str()
	if m.text == "" && n.isText() {
		n.fault("empty", "this text is blank: write it")
	}
	return m
}

func (n node) isText() bool { return !n.missing() && kind(n.tree) == "a text" }

func (n node) isList() bool { return !n.missing() && kind(n.tree) == "a list" }

func (n node) isFlag() bool { return !n.missing() && kind(n.tree) == "true or false" }

func (n node) isGroup() bool { return !n.missing() && kind(n.tree) == "a group of keys" }

// line reads a text that stands on one line of at most limit columns. A limit
// of 0 is none.
func (n node) line(limit int) string {
	m := n.text()
	if strings.ContainsAny(m.text, "\n\t") {
		n.fault("control-character", "a line break or a tab may not stand in this text")
	}
	if w := columns(m.text); limit > 0 && w > limit {
		n.fault("length", "it is %d columns wide: at most %d fit", w, limit)
	}
	return m.text
}

// id reads a name that other files refer to.
func (n node) id() mark {
	m := n.text()
	if m.text != "" && !idForm.MatchString(m.text) {
		n.fault("id", "%q is no id: use small letters and digits, with a hyphen or a dot between them", m.text)
	}
	return m
}

// refs reads a list of names, each once.
func (n node) refs() []mark {
	var all []mark
	for _, v := range n.list() {
		m := v.text()
		if m.text == "" {
			continue
		}
		if slices.ContainsFunc(all, func(o mark) bool { return o.text == m.text }) {
			v.fault("duplicate-id", "%q stands twice in this list", m.text)
			continue
		}
		all = append(all, m)
	}
	return all
}

// number reads a whole number from low to high.
func (n node) number(low, high int) int {
	if n.missing() {
		return 0
	}
	integer, ok := n.tree.(*ast.IntegerNode)
	if !ok {
		n.wrongType("a whole number")
		return 0
	}
	for i := low; i <= high; i++ {
		if integer.Value == int64(i) || integer.Value == uint64(i) {
			return i
		}
	}
	n.fault("value", "%v is out of range: write a number from %d to %d", integer.Value, low, high)
	return 0
}

// flag reads true or false.
func (n node) flag() bool {
	if n.missing() {
		return false
	}
	b, ok := n.tree.(*ast.BoolNode)
	if !ok {
		n.wrongType("true or false")
		return false
	}
	return b.Value
}

// choice reads a text that parse understands.
func choice[T any](n node, parse func(string) (T, error)) T {
	var none T
	m := n.text()
	if m.text == "" {
		return none
	}
	value, err := parse(m.text)
	if err != nil {
		n.fault("value", "%v", err)
		return none
	}
	return value
}

// lines reads a list of texts of one line.
func (n node) lines() []string {
	values := n.list()
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.line(0)
	}
	return all
}

// texts gives what marks say, without their places.
func texts[S ~string](marks []mark) []S {
	all := make([]S, len(marks))
	for i, m := range marks {
		all[i] = S(m.text)
	}
	return all
}
