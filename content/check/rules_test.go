package check_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"whose/content"
	"whose/content/check"
)

// needsScreen is the rule that ui/cli adds, since it has to know how a screen
// looks.
const needsScreen = "section-fits"

// section is what docs/rules.md says about a rule.
type section struct {
	rule, text string
	changes    []change
	reports    []string // "file:line:column: rule"
}

// change is a part of an example: lines of a file that become others.
type change struct{ file, old, now string }

func readPage(t *testing.T) []section {
	t.Helper()
	data, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	reported := regexp.MustCompile("`([^`]+:[0-9]+:[0-9]+: [a-z-]+)`")
	var all []section
	for _, text := range strings.Split(string(data), "\n### ")[1:] {
		rule, text, _ := strings.Cut(text, "\n")
		s := section{rule: rule, text: text}
		_, example, _ := strings.Cut(text, "```diff\n")
		example, below, _ := strings.Cut(example, "```")
		for _, part := range strings.Split("\n"+example, "\n--- ")[1:] {
			file, lines, _ := strings.Cut(part, "\n")
			s.changes = append(s.changes, readChange(file, strings.TrimSuffix(lines, "\n")))
		}
		for _, m := range reported.FindAllStringSubmatch(below, -1) {
			s.reports = append(s.reports, m[1])
		}
		all = append(all, s)
	}
	return all
}

func readChange(file, lines string) change {
	c := change{file: file}
	for line := range strings.SplitSeq(lines, "\n") {
		if line[0] != '+' {
			c.old += line[1:] + "\n"
		}
		if line[0] != '-' {
			c.now += line[1:] + "\n"
		}
	}
	return c
}

// good is a copy in memory of a small course that keeps every rule.
func good(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/course"), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join("testdata/course", name))
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// apply makes a change at the one place where its old lines stand.
func apply(t *testing.T, files fstest.MapFS, c change) {
	t.Helper()
	text := string(files[c.file].Data)
	if n := strings.Count("\n"+text, "\n"+c.old); n != 1 {
		t.Fatalf("%s has these lines %d times, not once:\n%s", c.file, n, c.old)
	}
	text = strings.Replace("\n"+text, "\n"+c.old, "\n"+c.now, 1)
	files[c.file] = &fstest.MapFile{Data: []byte(text[1:])}
}

// find loads a course and runs the rules. Faults are without their messages.
func find(t *testing.T, files fs.FS) []string {
	t.Helper()
	c, places, faults := content.Load(files)
	if c != nil {
		faults = check.Run(c, places)
	}
	heads := make([]string, len(faults))
	for i, f := range faults {
		heads[i] = f.Place.String() + ": " + f.Rule
	}
	return heads
}

func TestAGoodCourseKeepsTheRules(t *testing.T) {
	if got := find(t, good(t)); len(got) > 0 {
		t.Errorf("faults in a good course: %q", got)
	}
}

func TestEachRuleStandsInThePageWithItsFormula(t *testing.T) {
	page := make(map[string]string)
	for _, s := range readPage(t) {
		page[s.rule] = strings.Join(strings.Fields(s.text), " ")
		if len(s.changes) == 0 && (!strings.Contains(s.text, "\n- Passes: ") || !strings.Contains(s.text, "\n- Fails: ")) {
			t.Errorf("%s has no example that passes and one that fails", s.rule)
		}
	}
	want := []string{needsScreen}
	for _, r := range check.Rules() {
		want = append(want, r.Name)
		if !strings.Contains(page[r.Name], r.Formula) {
			t.Errorf("%s: the page does not say %q", r.Name, r.Formula)
		}
	}
	for _, name := range append(want, structureRules(t)...) {
		if _, ok := page[name]; !ok {
			t.Errorf("the page says nothing about %s", name)
		}
		delete(page, name)
	}
	for name := range page {
		if !slices.Contains(structureRules(t), name) {
			t.Errorf("the page has a rule %s that nothing checks", name)
		}
	}
}

// structureRules gives the names of the rules that content.Load reports, from
// its source.
func structureRules(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob("../*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				names = append(names, ruleOf(call)...)
			}
			return true
		})
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// ruleOf gives the name of the rule in a call of Faults.Add or of a method
// fault.
func ruleOf(call *ast.CallExpr) []string {
	method, ok := call.Fun.(*ast.SelectorExpr)
	at := map[string]int{"Add": 1, "fault": 0}
	if !ok || len(call.Args) < 2 {
		return nil
	}
	place, ok := at[method.Sel.Name]
	if !ok {
		return nil
	}
	literal, ok := call.Args[place].(*ast.BasicLit)
	if !ok {
		return nil
	}
	name, err := strconv.Unquote(literal.Value)
	if err != nil {
		return nil
	}
	return []string{name}
}

// The examples of the page are true: what passes and what fails, and where that
// is reported.
func TestTheExamplesOfThePage(t *testing.T) {
	for _, s := range readPage(t) {
		if len(s.changes) == 0 {
			continue
		}
		t.Run(s.rule, func(t *testing.T) {
			if len(s.reports) == 0 || !strings.HasSuffix(s.reports[0], ": "+s.rule) {
				t.Errorf("the example is reported as %q", s.reports)
			}
			files := good(t)
			for _, c := range s.changes {
				apply(t, files, c)
			}
			want := s.reports
			if s.rule == needsScreen {
				want = nil
			}
			if got := find(t, files); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
