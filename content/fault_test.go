package content_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"whose/content"
)

// Each case breaks one place of a good course. The faults named are all that
// may be reported.
func TestLoadNamesAFaultAndItsPlace(t *testing.T) {
	const (
		ec2, rds      = "matrix/ec2.yaml", "matrix/rds.yaml"
		first, second = "lessons/01-first.md", "lessons/02-second.md"
		asks, asks2   = "questions/first.yaml", "questions/second.yaml"
		words, story  = "glossary.yaml", "incidents/old-engine.yaml"
	)
	tests := []struct{ name, file, old, now, want string }{
		{"syntax", "course.yaml", "[ec2, rds]", "[ec2, rds", "course.yaml:5:1: yaml"},
		{"nothing in the file", "pairs.yaml", all, "# later\n", "pairs.yaml:1:1: yaml"},
		{"second document", asks2, "- id: rds-engine", "---\n- id: rds-engine", "questions/second.yaml:15:1: yaml"},
		{"alias", rds, "name: Amazon RDS", "name: &n Amazon RDS\nshort: *n\nx:", "matrix/rds.yaml:2:7: yaml, matrix/rds.yaml:3:8: yaml"},
		{"tag", rds, "short: RDS", "short: !!str RDS", "matrix/rds.yaml:3:8: yaml"},
		{"merge key", rds, "short: RDS", "<<: {short: RDS}", "matrix/rds.yaml:3:1: yaml"},
		{"too deep in brackets", "course.yaml", "[ec2, rds]", strings.Repeat("[", 40), "course.yaml:4:43: yaml"},
		{"too deep in entries", "course.yaml", "[ec2, rds]", "\n" + strings.Repeat("- ", 40) + "x", "course.yaml:5:65: yaml"},
		{"too deep in blocks", "pairs.yaml", all, stairs(140), "pairs.yaml:130:131: yaml"},
		{"question mark", "course.yaml", "id: small", "? id\n: small", "course.yaml:1:1: yaml"},

		{"unknown key", ec2, "short: EC2", "short: EC2\ncolour: red", "matrix/ec2.yaml:4:1: unknown-key"},
		{"missing key", ec2, "short: EC2\n", "", "matrix/ec2.yaml:1:1: missing-key"},
		{"missing key of an option", asks, "id: app, ", "", "questions/first.yaml:28:7: missing-key"},
		{"duplicate key", ec2, "short: EC2", "short: EC2\nshort: EC", "matrix/ec2.yaml:4:1: duplicate-key"},
		{"number for a text", "course.yaml", "version: 1.0.0", "version: 1.0", "course.yaml:3:10: type"},
		{"nothing for a text", "course.yaml", "title: A small course", "title:", "course.yaml:2:7: type"},
		{"text for a list", ec2, "words: [instance, server]", "words: instance", "matrix/ec2.yaml:5:8: type"},
		{"list for a group", asks, "{id: app, text: The software, correct: true, reason: You installed it.}", "[app]", "questions/first.yaml:28:7: type"},
		{"text for a number", first, "minutes: 5", "minutes: five", "lessons/01-first.md:6:10: type"},
		{"text for a flag", asks, "text: The software, correct: true", "text: The software, correct: 'yes'", "questions/first.yaml:28:46: type"},
		{"text for a flag of a cell", rds, "graded: true\n    lesson: second\n  p", "graded: 'yes'\n    lesson: second\n  p", "matrix/rds.yaml:18:13: type"},
		{"text for a cell", rds, rdsOS, "  guest-os-patching: nobody\n", "matrix/rds.yaml:11:22: type"},
		{"text for all cells", ec2, all, "id: ec2\nname: EC2\nshort: EC2\ncategory: container\nwords: []\nwhat: x\nvariants: []\ntrap: x\ncells: none\n", "matrix/ec2.yaml:9:8: type"},
		{"text for a list of ids", "course.yaml", "services: [ec2, rds]", "services: ec2", "course.yaml:4:11: type"},
		{"missing id", asks, "- id: ec2-two\n  rev", "- rev", "questions/first.yaml:18:3: missing-key"},
		{"number for a key", ec2, "short: EC2", "short: EC2\n7: x", "matrix/ec2.yaml:4:1: type"},

		{"bad party", rds, "party: aws", "party: amazon", "matrix/rds.yaml:12:12: value"},
		{"bad party of a shared cell", rds, "party: shared", "party: both", "matrix/rds.yaml:21:12: value"},
		{"bad basis", ec2, "basis: inferred", "basis: guessed", "matrix/ec2.yaml:25:12: value"},
		{"bad category", ec2, "category: infrastructure", "category: iaas", "matrix/ec2.yaml:4:11: value"},
		{"bad exam side", rds, "exam: aws", "exam: shared", "matrix/rds.yaml:22:11: value"},
		{"difficulty out of range", asks, "difficulty: 3", "difficulty: 4", "questions/first.yaml:24:15: value"},
		{"revision out of range", asks2, "revision: 2", "revision: 0", "questions/second.yaml:2:13: value"},
		{"bad id", asks, "- id: ec2-two", "- id: EC2 two", "questions/first.yaml:18:7: id, lessons/01-first.md:7:18: unknown-reference"},

		{"duplicate question", asks2, "- id: rds-engine", "- id: ec2-os", "questions/second.yaml:15:7: duplicate-id, lessons/02-second.md:7:18: unknown-reference"},
		{"duplicate layer", "matrix/layers.yaml", "  - id: platform-patching", "  - {id: guest-os-patching, name: x, short: x, task: x, words: []}\n  - id: platform-patching", "matrix/layers.yaml:7:10: duplicate-id"},
		{"duplicate reference", asks2, "objectives: [2.1.s5]\n  concepts: []\n  cells: [rds/g", "objectives: [2.1.s5, 2.1.s5]\n  concepts: []\n  cells: [rds/g", "questions/second.yaml:4:24: duplicate-id"},

		{"question to lesson", asks2, "lesson: second\n  objectives: [2.1.s5]\n  concepts: []\n  cells: [rds/g", "lesson: third\n  objectives: [2.1.s5]\n  concepts: []\n  cells: [rds/g", "lessons/02-second.md:7:10: check-count, questions/second.yaml:3:11: unknown-reference"},
		{"question to objective", asks, "objectives: [2.1.k1]\n  concepts: [g", "objectives: [2.1.k9]\n  concepts: [g", "questions/first.yaml:4:16: unknown-reference"},
		{"question to concept", asks, "concepts: [guest-os]", "concepts: [guest]", "questions/first.yaml:5:14: unknown-reference"},
		{"option to concept", asks, "hardware.}\n  sources: [https://docs.aws.amazon.com/ec2/]\n- id", "hardware., concept: disk}\n  sources: [https://docs.aws.amazon.com/ec2/]\n- id", "questions/first.yaml:16:92: unknown-reference"},
		{"question to pair", asks, "pair: guest-os/host-os", "pair: guest-os/os", "questions/first.yaml:7:9: unknown-reference"},
		{"question to cell", asks, "[ec2/guest-os-patching]", "[ec2/guest]", "questions/first.yaml:6:11: unknown-reference"},
		{"question to no cell's name", asks, "[ec2/guest-os-patching]", "[ec2]", "questions/first.yaml:6:11: unknown-reference"},
		{"lesson to lesson", second, "requires: [first]", "requires: [zero]", "lessons/02-second.md:4:12: unknown-reference"},
		{"lesson to objective", second, "objectives: [2.1.s5]", "objectives: [2.1.s6]", "lessons/02-second.md:5:14: unknown-reference"},
		{"lesson to check", second, "rds-engine]", "rds-motor]", "lessons/02-second.md:7:18: unknown-reference"},
		{"cell to lesson", rds, "lesson: second\n  platform", "lesson: third\n  platform", "matrix/rds.yaml:19:13: unknown-reference"},
		{"cell to layer", rds, "  platform-patching:", "  platform:", "matrix/rds.yaml:11:3: missing-cell, matrix/rds.yaml:20:3: unknown-reference"},
		{"objective to task", "objectives.yaml", "  - {id: 2.1.s5", "  - {id: 2.2.s5, text: x}\n  - {id: 2.1.s5", "objectives.yaml:5:10: unknown-reference"},
		{"pair to concept", "pairs.yaml", "pairs:\n", "pairs:\n  - {id: guest-os/vm, first: guest-os, second: vm}\n", "pairs.yaml:5:48: unknown-reference"},

		{"no trap", rds, "trap: There is an operating system; you cannot see it.\n", "", "matrix/rds.yaml:1:1: missing-key"},
		{"long sentence on a service", ec2, "what: Virtual servers that you rent.", "what: " + strings.Repeat("x", 91), "matrix/ec2.yaml:6:7: length"},
		{"long trap", ec2, "trap: The guest OS is yours, the host OS is not.", "trap: " + strings.Repeat("x", 201), "matrix/ec2.yaml:8:7: length"},
		{"long move", rds, "moves: The operating system is open to you.", "moves: " + strings.Repeat("x", 151), "matrix/rds.yaml:8:31: length"},
		{"variant to layer", rds, "cells: [guest-os-patching], source", "cells: [guest], source", "matrix/rds.yaml:8:77: unknown-reference"},
		{"source of a variant of another host", rds, "source: https://docs.aws.amazon.com/rds/}", "source: https://example.com/}", "matrix/rds.yaml:8:105: link"},
		{"text for the claim to be complete", "course.yaml", "version: 1.0.0", "version: 1.0.0\ncomplete: 'yes'", "course.yaml:4:11: type"},

		{"duplicate term", words, "id: patch", "id: guest-os", "glossary.yaml:3:10: duplicate-id"},
		{"term without a text", words, ", text: A change that fixes a flaw.", "", "glossary.yaml:3:5: missing-key"},
		{"link to no term", second, "cell:rds/guest-os-patching", "term:hypervisor", "lessons/02-second.md:9:35: dead-link"},
		{"text for a concept's words", "pairs.yaml", "name: host OS}", "name: host OS, words: host}", "pairs.yaml:3:41: type"},

		{"incident unlike the file's name", story, "id: old-engine", "id: engine", "incidents/old-engine.yaml:1:5: file"},
		{"step to cell", story, "cell: rds/guest-os-patching", "cell: rds/guest", "incidents/old-engine.yaml:29:11: unknown-reference"},
		{"step to no cell's name", story, "cell: rds/guest-os-patching", "cell: rds", "incidents/old-engine.yaml:29:11: unknown-reference"},
		{"step to lesson", story, "lesson: first", "lesson: zero", "incidents/old-engine.yaml:30:13: unknown-reference"},
		{"choice without an outcome", story, ", outcome: You have a date.", "", "incidents/old-engine.yaml:11:9: missing-key"},
		{"choice that does not say whether it is good", story, "text: Read it, good: true", "text: Read it", "incidents/old-engine.yaml:11:9: missing-key"},
		{"dead next of a choice", story, "A second mail comes., next: plan", "A second mail comes., next: play", "incidents/old-engine.yaml:12:9: story"},
		{"two good choices", story, "text: AWS does, good: false", "text: AWS does, good: true", "incidents/old-engine.yaml:13:5: story"},
		{"a way too short", story, "A second mail comes., next: plan", "A second mail comes., next: try", "incidents/old-engine.yaml:1:5: story"},
		{"an ending out of reach", story, "outcome: There is no login., next: late", "outcome: There is no login., next: well", "incidents/old-engine.yaml:36:5: story"},

		{"requires a later lesson", first, "requires: []", "requires: [second]", "lessons/01-first.md:4:12: requires-order"},
		{"requires itself", second, "requires: [first]", "requires: [second]", "lessons/02-second.md:4:12: requires-order"},
		{"check of another lesson", second, "[rds-os, rds-engine]", "[rds-os, ec2-os]", "lessons/02-second.md:7:18: check-count"},
		{"one check", second, "[rds-os, rds-engine]", "[rds-os]", "lessons/02-second.md:7:9: check-count"},

		{"missing cell", rds, rdsOS, "", "matrix/rds.yaml:11:3: missing-cell"},
		{"double cell", rds, "  platform-patching:", "  guest-os-patching: {}\n  platform-patching:", "matrix/rds.yaml:20:3: double-cell"},
		{"exam of a cell that is not shared", ec2, "party: customer", "party: customer\n    exam: customer", "matrix/ec2.yaml:12:11: contradiction"},
		{"cues of a cell that is not shared", rds, "party: shared\n    exam: aws", "party: aws", "matrix/rds.yaml:23:7: contradiction"},
		{"shared without exam", rds, "    exam: aws\n", "", "matrix/rds.yaml:21:12: contradiction"},
		{"shared without cues", rds, "cues:\n      - {side: customer, words: major version, ask: choosing the major version}", "cues: []", "matrix/rds.yaml:21:12: contradiction"},
		{"ungraded cell", asks, "[ec2/guest-os-patching]", "[ec2/platform-patching]", "questions/first.yaml:6:11: ungraded-cell"},

		{"no right option", asks2, "text: AWS, correct: true", "text: AWS, correct: false", "questions/second.yaml:10:5: options"},
		{"five options of one right", asks, "text: The software, correct: true", "text: The software, correct: false", "questions/first.yaml:25:9: select, questions/first.yaml:27:5: options"},
		{"two right of four", asks, "text: The host OS, correct: false, reason: AWS patches the host., c", "text: The host OS, correct: true, reason: AWS patches the host., c", "questions/first.yaml:9:9: select, questions/first.yaml:13:5: options, questions/first.yaml:7:9: pair"},
		{"duplicate option", asks, "id: app", "id: guest", "questions/first.yaml:28:12: duplicate-id"},
		{"options that say the same", asks, "text: The software", "text: The disks", "questions/first.yaml:31:24: options"},
		{"stem without its ending", asks, " (Select TWO.)", "", "questions/first.yaml:25:9: select"},
		{"stem with a wrong ending", asks2, "Who chooses the major version of an RDS database?", "Who? (Select TWO.)", "questions/second.yaml:22:9: select"},
		{"pair not told apart", asks, ", concept: host-os", "", "questions/first.yaml:7:9: pair"},
		{"pair's id", "pairs.yaml", "pairs:\n", "pairs:\n  - {id: host-os/guest, first: host-os, second: guest-os}\n", "pairs.yaml:5:10: pair"},
		{"no reason", asks, ", reason: You installed it.", "", "questions/first.yaml:28:7: missing-reason"},
		{"blank reason", asks, "You installed it.", "' '", "questions/first.yaml:28:60: missing-reason"},
		{"no source", asks2, "  sources: [https://docs.aws.amazon.com/rds/]\n- id", "- id", "questions/second.yaml:1:3: missing-source"},
		{"empty sources", ec2, "[https://docs.aws.amazon.com/ec2/]\n    basis: stated", "[]\n    basis: stated", "matrix/ec2.yaml:15:14: missing-source"},
		{"source of another host", ec2, "https://docs.aws.amazon.com/ec2/]\n    basis: stated", "https://example.com/ec2/]\n    basis: stated", "matrix/ec2.yaml:15:15: link"},
		{"source not https", ec2, "https://docs.aws.amazon.com/ec2/]\n    basis: stated", "http://docs.aws.amazon.com/ec2/]\n    basis: stated", "matrix/ec2.yaml:15:15: link"},

		{"source with a user", ec2, "https://docs.aws.amazon.com/ec2/]\n    basis: stated", "https://a@docs.aws.amazon.com/ec2/]\n    basis: stated", "matrix/ec2.yaml:15:15: link"},
		{"long short name of a task", "objectives.yaml", "short: Shared model", "short: The shared model.", "objectives.yaml:2:53: length"},
		{"a task of no weight", "objectives.yaml", "short: Shared model", "short: Shared model, weight: 0", "objectives.yaml:2:75: value"},
		{"a task of too much weight", "objectives.yaml", "short: Shared model", "short: Shared model, weight: 101", "objectives.yaml:2:75: value"},
		{"long part", rds, "aws: patches the guest OS.", "aws: " + strings.Repeat("x", 73), "matrix/rds.yaml:13:10: length"},
		{"long why", rds, "why: You have no login.", "why: " + strings.Repeat("x", 151), "matrix/rds.yaml:15:10: length"},
		{"wide characters", ec2, "short: EC2", "short: 弾性計算機", "matrix/ec2.yaml:3:8: length"},
		{"long short name of a layer", "matrix/layers.yaml", "short: Engine, runtime patching", "short: Engine and runtime patches", "matrix/layers.yaml:9:12: length"},
		{"blank text", rds, "why: You have no login.", "why: ''", "matrix/rds.yaml:15:10: empty"},
		{"no objective", asks2, "objectives: [2.1.s5]\n  concepts: []\n  cells: [rds/g", "objectives: []\n  concepts: []\n  cells: [rds/g", "questions/second.yaml:4:15: empty"},

		{"escape sequence in YAML", rds, "why: You have no login.", `why: "no \x1b[31m login"`, "matrix/rds.yaml:15:10: control-character"},
		{"raw escape in YAML", rds, "why: You have no login.", "why: You have \x1b[31mno login.", "matrix/rds.yaml:15:19: control-character"},
		{"escape in a comment", "course.yaml", "id: small", "id: small # \x1b]0;", "course.yaml:1:13: control-character"},
		{"bidi control", asks, "You installed it.", "You \u202e it.", "questions/first.yaml:28:64: control-character"},
		{"paragraph separator", asks, "You installed it.", "You\u2029 it.", "questions/first.yaml:28:63: control-character"},
		{"zero width", second, "The line moves.", "The \u200bline moves.", "lessons/02-second.md:19:7: control-character"},
		{"raw escape in Markdown", second, "The line moves.", "The line\x1b[2J", "lessons/02-second.md:19:11: control-character"},
		{"escape by number in Markdown", second, "The line moves.", "The line&#x1b;[2J", "lessons/02-second.md:19:11: control-character"},
		{"line break in a short text", asks2, "text: AWS, correct: true", `text: "A\nB", correct: true`, "questions/second.yaml:10:23: control-character"},

		{"link to no cell", second, "cell:rds/platform-patching", "cell:rds/platform", "lessons/02-second.md:15:12: dead-link"},
		{"link to no cell's name", second, "cell:rds/guest-os-patching", "cell:rds", "lessons/02-second.md:9:35: dead-link"},
		{"link to no lesson, over a line's end", first, "lesson:second", "lesson:third", "lessons/01-first.md:11:9: dead-link"},
		{"link behind the same words as code", second, "AWS patches [the guest OS](cell:rds/guest-os-patching)", "`cell:x/y` is [code](cell:x/y)", "lessons/02-second.md:9:29: dead-link"},
		{"link to another host", first, "https://docs.aws.amazon.com", "https://example.com", "lessons/01-first.md:11:41: link"},
		{"links without words", second, "The line moves.", "[](cell:x/y)[](cell:x/y)", "lessons/02-second.md:19:6: dead-link, lessons/02-second.md:19:18: dead-link"},
		{"link below blank lines", second, "---\nOn RDS AWS patches [the", "---\n\n\nOn RDS AWS patches [x](cell:rds/x) and [the", "lessons/02-second.md:11:24: dead-link"},
		{"bare address", second, "The line moves.", "See http://example.com/x now.", "lessons/02-second.md:19:7: link"},
		{"link with a script", second, "cell:rds/guest-os-patching", "javascript:alert(1)", "lessons/02-second.md:9:35: link"},

		{"no front matter", second, "---\nid", "id", "lessons/02-second.md:1:1: front-matter"},
		{"open front matter", second, "rds-engine]\n---", "rds-engine]", "lessons/02-second.md:1:1: front-matter"},
		{"broken front matter", second, "[first]", "[first", "lessons/02-second.md:5:1: yaml"},
		{"level-1 heading", second, "## What", "# What", "lessons/02-second.md:11:1: heading"},
		{"underlined heading", second, "## What the exam asks", "What the exam asks\n===", "lessons/02-second.md:11:1: heading"},
		{"other last section", second, "The line moves.", "It moves.\n\n## Afterword", "lessons/02-second.md:21:1: heading"},
		{"untagged fence", first, "```text", "```", "lessons/01-first.md:13:1: code-fence"},
		{"indented code", second, "- The line moves.", "Text.\n\n    code", "lessons/02-second.md:21:1: code-fence"},
		{"HTML", second, "The line moves.", "The <b>line</b> moves.", "lessons/02-second.md:19:1: markup"},
		{"image", second, "The line moves.", "![picture](https://docs.aws.amazon.com/x.png)", "lessons/02-second.md:19:1: markup"},
		{"no text", second, secondText, "\n", "lessons/02-second.md:9:1: empty"},
		{"id unlike the file's name", second, "id: second", "id: third", "lessons/02-second.md:2:5: file"},
		{"service unlike the file's name", ec2, "id: ec2", "id: ec3", "matrix/ec2.yaml:1:5: file"},
		{"two fences without a language", second, "- The line moves.", "```\nx\n```\n\n```\n```\n\n```\n```", "lessons/02-second.md:19:1: code-fence, lessons/02-second.md:23:1: code-fence, lessons/02-second.md:26:1: code-fence"},
		{"quoted fence without a language", second, "- The line moves.", "> ```\n> x\n> ```", "lessons/02-second.md:19:1: code-fence"},
		{"not UTF-8", second, "The line moves.", "The line \xff moves.", "lessons/02-second.md:19:12: file"},
		{"lost character", asks, "You installed it.", "You \ufffd it.", "questions/first.yaml:28:64: file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fsys := small(t)
			if test.old == all {
				fsys[test.file] = &fstest.MapFile{Data: []byte(test.now)}
			} else {
				replace(t, fsys, test.file, test.old, test.now)
			}
			course, _, faults := content.Load(fsys)
			got := heads(faults)
			want := strings.Split(test.want, ", ")
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got:\n%v\nwant:\n%s", faults, strings.Join(want, "\n"))
			}
			if course != nil {
				t.Error("a broken course was loaded")
			}
		})
	}
}

// stairs is a group in a group, and so on.
func stairs(steps int) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// all stands for the whole of a file.
const all = ""

const secondText = `On RDS AWS patches [the guest OS](cell:rds/guest-os-patching).

## What the exam asks

| layer | EC2 | RDS |
|---|---|---|
| [engine](cell:rds/platform-patching) | You | Both |

## In short

- The line moves.
`

const rdsOS = `  guest-os-patching:
    party: aws
    aws: patches the guest OS.
    you: choose the hour.
    why: You have no login.
    sources: [https://docs.aws.amazon.com/rds/]
    basis: stated
    graded: true
    lesson: second
`
