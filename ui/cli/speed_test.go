package cli_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"whose/content"
	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
)

// BenchmarkSpeed drives the stripped binary in a pseudo-terminal at 80x24 beside
// a bare Bubble Tea program, both built in this run, and prints how many times
// as long whose takes. The bars are in docs/speed.md.
//
//	go test ./ui/cli -run '^$' -bench Speed -benchtime 1x -timeout 20m
func BenchmarkSpeed(b *testing.B) {
	whose, bare := build(b, "whose"), build(b, "./testdata/bare")
	data := answered(b, 100)
	b.Run("start", func(b *testing.B) { benchStart(b, whose, bare, data) })
	b.Run("home", func(b *testing.B) { benchHome(b, whose) })
	b.Run("key", func(b *testing.B) { benchKeys(b, whose, bare, data) })
	b.Run("lesson", func(b *testing.B) { benchLesson(b, whose, data) })
	b.Run("move", func(b *testing.B) { benchMove(b, whose, data) })
	b.Run("idle", func(b *testing.B) { benchIdle(b, whose, bare, data) })
	b.Run("size", func(b *testing.B) { benchSize(b, whose, data) })
}

// answered is a data folder with n answers in it, the last one yesterday: to all
// questions in turn, three of four right.
func answered(tb testing.TB, n int) string {
	tb.Helper()
	course, err := content.Embedded()
	if err != nil {
		tb.Fatal(err)
	}
	dir, ctx := tb.TempDir(), context.Background()
	store, err := history.Open(ctx, history.Options{Dir: dir, Course: course.ID(), Owner: "bench", Now: time.Now})
	if err != nil {
		tb.Fatal(err)
	}
	at := time.Now().AddDate(0, 0, -1).Add(-time.Duration(n) * 30 * time.Second)
	var answers []quiz.Answer
	for i := range n {
		q := course.Questions()[i%len(course.Questions())]
		objective, _ := course.Objective(q.Objectives()[0])
		right := i%4 != 0
		at = at.Add(30 * time.Second)
		answers = append(answers, quiz.Answer{
			ID: fmt.Sprintf("%032d", i), Session: "s", At: at, Mode: quiz.Study, Task: objective.Task,
			Thinking: 20 * time.Second, Words: 60, Right: right,
			Grades: []quiz.Grade{{Item: model.QuestionItem(q.ID(), q.Revision()), Right: right}},
		})
		if len(answers) == 5000 || i == n-1 {
			if err := store.Append(ctx, answers, nil); err != nil {
				tb.Fatal(err)
			}
			answers = nil
		}
	}
	if err := store.Close(); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// home is what is on screen when home is there with all its numbers.
var home = []string{"Readiness", "±", "quit"}

// median of what f gives in n runs.
func median(n int, f func() time.Duration) time.Duration {
	all := make([]time.Duration, n)
	for i := range all {
		all[i] = f()
	}
	slices.Sort(all)
	return all[n/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// benchStart compares the first complete home screen, its numbers included,
// with the first frame of the bare program. The two take turns, so that what
// else the machine does meets both.
func benchStart(b *testing.B, whose, bare, data string) {
	const runs = 31
	var ours, floor []time.Duration
	for range runs {
		p := run(b, 80, 24, bare)
		floor = append(floor, p.wait("ready").Sub(p.start))
		p.kill()
		p = run(b, 80, 24, whose, "--data", data)
		ours = append(ours, p.wait(home...).Sub(p.start))
		p.kill()
	}
	slices.Sort(ours)
	slices.Sort(floor)
	b.ReportMetric(ms(ours[runs/2]), "home-ms")
	b.ReportMetric(ms(floor[runs/2]), "bare-ms")
	b.ReportMetric(float64(ours[runs/2])/float64(floor[runs/2]), "ratio")
	b.ReportMetric(0, "ns/op")
}

// benchHome compares the first complete home screen of someone with 200,000
// answers with that of someone with none.
func benchHome(b *testing.B, whose string) {
	const runs = 31
	many, none := answered(b, 200_000), answered(b, 0)
	var full, empty []time.Duration
	for range runs {
		p := run(b, 80, 24, whose, "--data", none)
		empty = append(empty, p.wait("whose job is it?", "Settings", "quit").Sub(p.start))
		p.kill()
		p = run(b, 80, 24, whose, "--data", many)
		full = append(full, p.wait(home...).Sub(p.start))
		p.kill()
	}
	slices.Sort(full)
	slices.Sort(empty)
	b.ReportMetric(ms(full[runs/2]), "home-ms")
	b.ReportMetric(ms(empty[runs/2]), "none-ms")
	b.ReportMetric(float64(full[runs/2])/float64(empty[runs/2]), "ratio")
	b.ReportMetric(0, "ns/op")
}

// screens are how to come to each screen, what it then shows, and two keys that
// change it there and back.
var screens = []struct {
	name       string
	args       []string
	keys, wait string
	a, b       string
}{
	{"home", nil, "", "quit", "j", "k"},
	{"lessons", []string{"lesson"}, "", "back", "j", "k"},
	{"lesson", []string{"lesson", "ec2-rds-s3"}, "", "back", "j", "k"},
	{"matrix", []string{"matrix"}, "", "back", "j", "k"},
	{"cell", []string{"matrix", "rds"}, "\r", "back", "l", "h"},
	{"compare", []string{"matrix"}, "c", "back", "j", "k"},
	{"stack", []string{"matrix"}, "s", "back", "l", "h"},
	{"test-me", []string{"matrix"}, "t", "back", "j", "k"},
	{"quiz", []string{"quiz", "--seed", "3"}, "", "1 of 10", "1", "2"},
	{"chooser", nil, ":quiz\r", "back", "j", "k"},
	{"settings", nil, "G\r", "back", "j", "k"},
	{"palette", nil, ":", "close", "a", "\x7f"},
	{"keys", nil, "?", "close", "?", "?"},
}

// benchKeys compares how long a key takes to change the screen.
func benchKeys(b *testing.B, whose, bare, data string) {
	const presses = 41
	p := run(b, 80, 24, bare)
	p.wait("ready")
	p.settle()
	floor := median(presses, func() time.Duration { defer p.settle(); return p.answer("j") })
	p.kill()
	worst := 0.0
	for _, s := range screens {
		p := run(b, 80, 24, whose, append([]string{"--data", data}, s.args...)...)
		p.wait("? keys")
		p.settle()
		if s.keys != "" {
			p.press(s.keys)
		}
		p.wait(s.wait)
		p.settle()
		next := s.a
		got := median(presses, func() time.Duration {
			defer p.settle()
			key := next
			if next = s.a; key == s.a {
				next = s.b
			}
			return p.answer(key)
		})
		p.kill()
		ratio := float64(got) / float64(floor)
		worst = max(worst, ratio)
		b.Logf("%-8s %6.2f ms, %.2f times the bare program's %.2f ms", s.name, ms(got), ratio, ms(floor))
	}
	b.ReportMetric(worst, "worst-ratio")
	b.ReportMetric(0, "ns/op")
}

// benchLesson times the longest lesson's text after the key, cold.
func benchLesson(b *testing.B, whose, data string) {
	course, err := content.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	longest := 0
	for i, l := range course.Lessons() {
		if len(l.Markdown) > len(course.Lessons()[longest].Markdown) {
			longest = i
		}
	}
	first := strings.Join(strings.Fields(course.Lessons()[longest].Markdown)[:3], " ")
	got := median(15, func() time.Duration {
		p := run(b, 80, 24, whose, "--data", data, "lesson")
		defer p.kill()
		p.wait("back")
		p.settle()
		p.press("g" + strings.Repeat("j", longest))
		p.settle()
		from := time.Now()
		p.press("\r")
		return p.wait(first).Sub(from)
	})
	b.ReportMetric(ms(got), "ms")
	b.ReportMetric(0, "ns/op")
}

// benchMove counts the bytes that a cursor move in the matrix writes.
func benchMove(b *testing.B, whose, data string) {
	p := run(b, 80, 24, whose, "--data", data, "matrix")
	defer p.kill()
	p.wait("back")
	before := p.settle()
	most := 0
	for _, key := range strings.Split(strings.Repeat("jljlkhjjlkjhlkkhkh", 4), "") {
		p.answer(key)
		now := p.settle()
		most = max(most, now-before)
		before = now
	}
	b.ReportMetric(float64(most), "most-bytes")
	b.ReportMetric(0, "ns/op")
}

// benchIdle compares the processor time that the programs take while nothing
// happens.
func benchIdle(b *testing.B, whose, bare, data string) {
	const seconds = 10
	ours, floor := run(b, 80, 24, whose, "--data", data), run(b, 80, 24, bare)
	ours.wait(home...)
	floor.wait("ready")
	ours.settle()
	floor.settle()
	from, fromFloor := cpu(b, ours), cpu(b, floor)
	time.Sleep(seconds * time.Second)
	b.ReportMetric(float64(cpu(b, ours)-from)/seconds, "ms/s")
	b.ReportMetric(float64(cpu(b, floor)-fromFloor)/seconds, "bare-ms/s")
	b.ReportMetric(0, "ns/op")
}

// benchSize tells the resident memory after every screen was open, and the size
// of the binary.
func benchSize(b *testing.B, whose, data string) {
	p := run(b, 80, 24, whose, "--data", data)
	defer p.kill()
	p.wait(home...)
	for _, keys := range []string{":", "\x1b", "?", "\x1b", "\r"} {
		p.press(keys)
		p.settle()
	}
	b.ReportMetric(float64(resident(b, p))/1024, "MB-resident")
	info, err := os.Stat(whose)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/(1<<20), "MB-binary")
	b.ReportMetric(0, "ns/op")
}

// cpu is the processor time of a process so far, in milliseconds.
func cpu(tb testing.TB, p *program) int {
	fields := strings.Fields(proc(tb, p, "stat"))
	user, err := strconv.Atoi(fields[13])
	if err != nil {
		tb.Fatal(err)
	}
	system, err := strconv.Atoi(fields[14])
	if err != nil {
		tb.Fatal(err)
	}
	return (user + system) * 10 // the kernel counts in hundredths of a second
}

// resident is the memory of a process, in KiB.
func resident(tb testing.TB, p *program) int {
	for line := range strings.Lines(proc(tb, p, "status")) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				tb.Fatal(err)
			}
			return kib
		}
	}
	tb.Fatal("no VmRSS")
	return 0
}

func proc(tb testing.TB, p *program, file string) string {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(p.cmd.Process.Pid), file))
	if err != nil {
		tb.Skip("only Linux tells this: ", err)
	}
	return string(text)
}
