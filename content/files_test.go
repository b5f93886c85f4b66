package content_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"whose/content"
)

func TestLoadNamesFilesThatAreWrong(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	tests := []struct {
		name string
		edit func(fstest.MapFS)
		want []string
	}{
		{"no course.yaml", func(f fstest.MapFS) { delete(f, "course.yaml") }, []string{"course.yaml:1:1: file"}},
		{"course.yml", func(f fstest.MapFS) {
			f["course.yml"] = f["course.yaml"]
			delete(f, "course.yaml")
		}, []string{"course.yaml:1:1: file", "course.yml:1:1: file"}},
		{"listed service without a file", func(f fstest.MapFS) { delete(f, "matrix/rds.yaml") }, []string{"course.yaml:4:17: file"}},
		{"service that is not listed", func(f fstest.MapFS) { f["matrix/s3.yaml"] = file("{}") }, []string{"matrix/s3.yaml:1:1: file"}},
		{"service.yml", func(f fstest.MapFS) { f["matrix/rds.yml"] = file("{}") }, []string{"matrix/rds.yml:1:1: file"}},
		{"no layers", func(f fstest.MapFS) { delete(f, "matrix/layers.yaml") }, []string{"matrix/layers.yaml:1:1: file"}},
		{"no matrix", func(f fstest.MapFS) {
			for name := range f {
				if strings.HasPrefix(name, "matrix/") {
					delete(f, name)
				}
			}
		}, []string{
			"course.yaml:4:12: file", "course.yaml:4:17: file", "matrix/layers.yaml:1:1: file", "matrix:1:1: file",
		}},
		{"no question", func(f fstest.MapFS) {
			delete(f, "questions/first.yaml")
			delete(f, "questions/second.yaml")
			f["questions/.gitkeep"] = file("")
		}, []string{"questions:1:1: file"}},
		{"lesson without a number", func(f fstest.MapFS) { f["lessons/third.md"] = file("") }, []string{"lessons/third.md:1:1: file"}},
		{"two lessons of one id", func(f fstest.MapFS) { f["lessons/03-first.md"] = f["lessons/01-first.md"] }, []string{"lessons/03-first.md:1:1: duplicate-id"}},
		{"folder in a folder", func(f fstest.MapFS) { f["lessons/more/04-x.md"] = file("") }, []string{"lessons/more:1:1: file"}},
		{"questions.yml", func(f fstest.MapFS) { f["questions/third.yml"] = file("[]") }, []string{"questions/third.yml:1:1: file"}},
		{"misspelt file beside course.yaml", func(f fstest.MapFS) { f["pair.yaml"] = file("") }, []string{"pair.yaml:1:1: file"}},
		{"file too large", func(f fstest.MapFS) { f["pairs.yaml"] = file(strings.Repeat("#", 128<<10+1)) }, []string{"pairs.yaml:1:1: file"}},
		{"neither glossary nor incidents", func(f fstest.MapFS) {
			delete(f, "glossary.yaml")
			delete(f, "incidents/old-engine.yaml")
			replace(t, f, "lessons/01-first.md", "[guest OS](term:guest-os)", "guest OS")
		}, nil},
		{"incident.yml", func(f fstest.MapFS) { f["incidents/x.yml"] = file("{}") }, []string{"incidents/x.yml:1:1: file"}},
		{"hidden files and other folders", func(f fstest.MapFS) {
			f["lessons/.DS_Store"], f[".git/config"], f["check/length.go"] = file("\x00"), file(""), file("")
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fsys := small(t)
			test.edit(fsys)
			_, _, faults := content.Load(fsys)
			got := heads(faults)
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("got:\n%v\nwant:\n%s", faults, strings.Join(test.want, "\n"))
			}
		})
	}
}

// A file that cannot be read hides its own faults, nobody else's, and is blamed
// alone for what is missing because of it.
func TestLoadReadsOnWhenAFileIsBroken(t *testing.T) {
	for name := range small(t) {
		t.Run(name, func(t *testing.T) {
			fsys := small(t)
			fsys[name] = &fstest.MapFile{Data: []byte("---\n[\n---\n")}
			other := "questions/second.yaml"
			if name == other {
				other = "questions/first.yaml"
			}
			fsys[other] = &fstest.MapFile{Data: append(fsys[other].Data, "  colour: red\n"...)}
			_, _, faults := content.Load(fsys)
			if len(faults) < 2 {
				t.Fatalf("not both faults are named:\n%v", faults)
			}
			for _, f := range faults {
				if f.File != name && !(f.File == other && f.Rule == "unknown-key") {
					t.Errorf("a fault that follows from another: %v", f)
				}
			}
		})
	}
}

func TestLoadNamesEveryFaultAtOnceInOrder(t *testing.T) {
	fsys := small(t)
	replace(t, fsys, "course.yaml", "version: 1.0.0", "version: 1.0")
	replace(t, fsys, "matrix/rds.yaml", "party: aws", "party: amazon")
	replace(t, fsys, "matrix/rds.yaml", "exam: aws\n", "\n")
	replace(t, fsys, "lessons/02-second.md", "cell:rds/platform-patching", "cell:rds/x")
	replace(t, fsys, "questions/first.yaml", "lesson: first\n  objectives: [2.1.k1]\n  concepts: []", "lesson: zero\n  objectives: []\n  concepts: []")
	_, _, faults := content.Load(fsys)
	want := []string{
		"course.yaml:3:10: type",
		"lessons/01-first.md:7:18: check-count",
		"lessons/02-second.md:15:12: dead-link",
		"matrix/rds.yaml:12:12: value",
		"matrix/rds.yaml:21:12: contradiction",
		"questions/first.yaml:20:11: unknown-reference",
		"questions/first.yaml:21:15: empty",
	}
	if got := heads(faults); !slices.Equal(got, want) {
		t.Errorf("got:\n%v\nwant:\n%s", faults, strings.Join(want, "\n"))
	}
}

func TestFaultIsOneLineThatATerminalOnlyShows(t *testing.T) {
	fsys := small(t)
	replace(t, fsys, "matrix/ec2.yaml", "category: infrastructure", `category: "a\x1b[31m\nb"`)
	replace(t, fsys, "matrix/ec2.yaml", "words: [instance", `"w\u202e": 1`+"\nwords: [instance")
	fsys["questions/\x1b]0;x.txt"] = &fstest.MapFile{}
	_, _, faults := content.Load(fsys)
	if len(faults) != 4 {
		t.Errorf("%d faults, want 4:\n%v", len(faults), faults)
	}
	for _, f := range faults {
		if strings.ContainsAny(f.String(), "\x1b\n\u202e") {
			t.Errorf("a fault holds a control character: %q", f)
		}
	}
	if lines := strings.Count(faults.Error(), "\n") + 1; lines != len(faults) {
		t.Errorf("%d faults stand on %d lines", len(faults), lines)
	}
	if got := faults[0].String(); !strings.HasPrefix(got, "matrix/ec2.yaml:4:11: control-character: U+001B ") {
		t.Errorf("the fault reads %q", got)
	}
}

// Whatever is in a file, Load comes back and says where the trouble is.
func FuzzLoad(f *testing.F) {
	good := small(f)
	files := []string{
		"course.yaml", "objectives.yaml", "pairs.yaml", "matrix/layers.yaml", "matrix/rds.yaml",
		"lessons/02-second.md", "questions/first.yaml", "glossary.yaml", "incidents/old-engine.yaml",
	}
	for i, name := range files {
		f.Add(uint8(i), good[name].Data)
	}
	for _, hostile := range []string{
		"", "---", "[", "{a: &a [*a]}", "? ", "- - - -", "a: !!binary x", "%YAML", "a: >\n\tx", "&", "*", "|", ">", "...", "---\n---\n# \n```",
		"---\n---\n[a](<b\n[c]: d\n|-|\n~~~\n", "\x00", "a: '", `"\u"`, "a:\n  - b\n c", "- !",
	} {
		for i := range files {
			f.Add(uint8(i), []byte(hostile))
		}
	}
	f.Fuzz(func(t *testing.T, file uint8, data []byte) {
		fsys := small(t)
		fsys[files[int(file)%len(files)]] = &fstest.MapFile{Data: data}
		course, _, faults := content.Load(fsys)
		if (course == nil) == (len(faults) == 0) {
			t.Errorf("the course is %v with %d faults", course, len(faults))
		}
		for _, fault := range faults {
			if fault.File == "" || fault.Line < 1 || fault.Column < 1 || fault.Rule == "" || fault.Message == "" {
				t.Errorf("a fault without a place: %q", fault)
			}
			if fault.Rule == "course" {
				t.Errorf("only the model refused it: %v", fault)
			}
		}
	})
}
