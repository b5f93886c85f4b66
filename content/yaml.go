package content

import (
	"errors"
	"fmt"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxDepth is how deep collections may lie in one another. The formats need
// five; the parser's time grows with the square of it.
const maxDepth = 32

// syntaxError is what the parser's errors tell. The package of their own
// interface brings half a megabyte of marshalling along.
type syntaxError interface {
	error
	GetMessage() string
	GetToken() *token.Token
}

// parse reads one YAML document. What is not plain YAML, syntax errors and
// aliases among it, is reported and gives false.
func parse(file, text string, faults *Faults) (n node, ok bool) {
	defer func() {
		// The parser panics on a few kinds of nonsense. A course is somebody
		// else's file: that must not end the program.
		if r := recover(); r != nil {
			faults.Add(Place{file, 1, 1}, "yaml", "the YAML parser gives up: %v", r)
			ok = false
		}
	}()
	tokens := lexer.Tokenize(text)
	if !plain(file, tokens, faults) {
		return node{}, false
	}
	tree, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at, message := Place{file, 1, 1}, err.Error()
		var syntax syntaxError
		if errors.As(err, &syntax) {
			at, message = placeOf(file, syntax.GetToken()), syntax.GetMessage()
		}
		faults.Add(at, "yaml", "%s", message)
		return node{}, false
	}
	return onlyDocument(file, tree, faults)
}

func onlyDocument(file string, tree *ast.File, faults *Faults) (node, bool) {
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		faults.Add(Place{file, 1, 1}, "yaml", "there is nothing in it")
		return node{}, false
	}
	if len(tree.Docs) > 1 {
		faults.Add(placeOf(file, tree.Docs[1].Start), "yaml", "a second document begins: one file is one document")
		return node{}, false
	}
	return node{tree.Docs[0].Body, file, Place{}, faults}, true
}

// fancy are the parts of YAML that make a file mean something else than it
// seems to.
func fancy(t token.Type) string {
	switch t {
	case token.AnchorType:
		return "an anchor"
	case token.AliasType:
		return "an alias"
	case token.TagType:
		return "a tag"
	case token.MergeKeyType:
		return "a merge key"
	case token.MappingKeyType:
		return "a key with a question mark"
	case token.DirectiveType:
		return "a directive"
	}
	return ""
}

// plain reports every fancy part and the first that lies too deep. Both keep
// the parser from files that it would take very long for.
func plain(file string, tokens token.Tokens, faults *Faults) bool {
	ok := true
	flow, entries, line := 0, 0, 0
	for _, t := range tokens {
		if what := fancy(t.Type); what != "" {
			faults.Add(placeOf(file, t), "yaml", "%s may not stand in a course: write the value itself", what)
			ok = false
		}
		if t.Position.Line != line {
			entries, line = 0, t.Position.Line
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			flow++
		case token.SequenceEndType, token.MappingEndType:
			flow--
		case token.SequenceEntryType:
			entries++
		}
		block := t.Type == token.SequenceEntryType || t.Type == token.MappingValueType
		if flow > maxDepth || entries > maxDepth || block && t.Position.IndentNum > 4*maxDepth {
			faults.Add(placeOf(file, t), "yaml", "collections lie more than %d deep in one another", maxDepth)
			return false
		}
	}
	return ok
}

func placeOf(file string, t *token.Token) Place {
	if t == nil || t.Position == nil {
		return Place{file, 1, 1}
	}
	return Place{file, max(t.Position.Line, 1), max(t.Position.Column, 1)}
}

// node is a YAML value, or nothing where one is missing: reading nothing gives
// zero values without a report, for what is missing was reported before.
type node struct {
	tree   ast.Node
	file   string
	parent Place // where the value would stand, for one that is missing
	faults *Faults
}

func (n node) missing() bool { return n.tree == nil }

// at is where the value stands. A block begins at its first key or entry.
func (n node) at() Place {
	switch t := n.tree.(type) {
	case nil:
		return n.parent
	case *ast.MappingNode:
		if !t.IsFlowStyle && len(t.Values) > 0 {
			return placeOf(n.file, t.Values[0].Key.GetToken())
		}
	case *ast.MappingValueNode:
		return placeOf(n.file, t.Key.GetToken())
	}
	return placeOf(n.file, n.tree.GetToken())
}

func (n node) fault(rule, format string, args ...any) {
	n.faults.Add(n.at(), rule, format, args...)
}

func (n node) wrongType(want string) {
	n.fault("type", "%s stands where %s belongs", kind(n.tree), want)
}

func kind(tree ast.Node) string {
	switch tree.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a group of keys"
	case *ast.SequenceNode:
		return "a list"
	case *ast.StringNode, *ast.LiteralNode:
		return "a text"
	case *ast.NullNode:
		return "nothing"
	case *ast.BoolNode:
		return "true or false"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return "a number"
	}
	return fmt.Sprintf("a YAML %s", tree.Type())
}
