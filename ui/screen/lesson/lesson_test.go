package lesson_test

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/markdown"
	"whose/ui/screen"
	"whose/ui/screen/lesson"
	"whose/ui/uitest"
)

const second = model.LessonID("ec2-rds-s3")

func open(tb testing.TB, d *screen.Deps, w, h int, id model.LessonID) *uitest.Driver {
	tb.Helper()
	return uitest.OpenWith(tb, d, w, h, screen.OpenLesson{ID: id})
}

// withText is what screens are given when the second lesson has another text.
func withText(tb testing.TB, text string) *screen.Deps {
	tb.Helper()
	d := uitest.Deps(tb)
	c := d.Course
	spec := model.CourseSpec{
		ID: c.ID(), Title: c.Title(), Version: c.Version(), Tasks: c.Tasks(), Objectives: c.Objectives(), Matrix: c.Matrix(),
		Questions: c.Questions(), Concepts: c.Concepts(), Pairs: c.Pairs(),
	}
	for _, l := range c.Lessons() {
		if l.ID == second {
			l.Markdown = text
		}
		spec.Lessons = append(spec.Lessons, l)
	}
	changed, err := model.NewCourse(spec)
	if err != nil {
		tb.Fatal(err)
	}
	d.Course = changed
	return d
}

func kept(tb testing.TB, d *screen.Deps, id model.LessonID) history.Lesson {
	tb.Helper()
	all, err := d.History.Lessons(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	return all[id]
}

// body is the text in sight: the screen without title, rule and footer.
func body(d *uitest.Driver) []string {
	lines := strings.Split(d.Text(), "\n")
	return lines[2 : len(lines)-1]
}

func TestScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		w, h int
		keys string
	}{
		"80x24":       {80, 24, ""},
		"80x24-link":  {80, 24, "] ] tab"},
		"80x24-end":   {80, 24, "G"},
		"120x36":      {120, 36, "] ] ]"},
		"44x16-table": {44, 16, "] ]"},
		"44x16-end":   {44, 16, "G tab b"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, uitest.Deps(t), tt.w, tt.h, second)
			d.Keys(strings.Fields(tt.keys)...)
			d.Golden(name)
		})
	}
}

func TestEnterReadsTheWholeLessonAndThenAsks(t *testing.T) {
	for _, size := range [][2]int{{44, 16}, {80, 24}, {120, 36}, {200, 60}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			deps := uitest.Deps(t)
			d := open(t, deps, size[0], size[1], second)
			text := ""
			for range 40 {
				text += d.Text()
				if strings.Contains(d.Text(), "›Check yourself") {
					break
				}
				d.Want("enter read on")
				d.Keys("enter")
			}
			d.Want("›Check yourself", "enter check yourself", "Next lesson")
			l, _ := deps.Course.Lesson(second)
			p, err := markdown.Render(l.Markdown, min(72, size[0]-2), deps.Theme)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range p.Plain {
				if !strings.Contains(text, line) {
					t.Errorf("%q was passed over", line)
				}
			}
			if !kept(t, deps, second).Read {
				t.Error("the lesson is not marked as read")
			}
			d.Keys("enter")
			q, _ := deps.Course.Question(l.Checks[0])
			d.WantNot("Next lesson")
			d.Want(strings.Join(strings.Fields(q.Stem())[:4], " "))
		})
	}
}

func TestALessonIsReadOnlyAtItsEnd(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps, 80, 24, second)
	d.Keys("space", "space", "down")
	if kept(t, deps, second).Read {
		t.Error("read half-way")
	}
	d.WantNot("✓ read")
	d.Keys("G")
	d.Want("✓ read", "100 %")
}

func TestComesBackToWhereItWasLeft(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps, 80, 24, second)
	d.Keys("space", "space", "down")
	before := d.Text()
	d.Keys("esc")
	d = open(t, deps, 80, 24, second)
	if d.Text() != before {
		t.Errorf("left\n%s\ncame back to\n%s", before, d.Text())
	}
	t.Run("in another window too", func(t *testing.T) {
		d := open(t, deps, 44, 16, second)
		first := strings.Fields(strings.Join(strings.Split(before, "\n")[2:], " "))[0]
		if !strings.Contains(strings.Join(body(d)[:2], " "), first) {
			t.Errorf("%q is not at the top of\n%s", first, d.Text())
		}
	})
}

func TestWhoFinishedALessonBeginsItAgain(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps, 80, 24, second)
	top := body(d)[0]
	d.Keys("G", "esc")
	d = open(t, deps, 80, 24, second)
	if body(d)[0] != top {
		t.Errorf("it opens at\n%s", d.Text())
	}
}

func TestAResizeKeepsTheParagraph(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24, second)
	for range 12 {
		d.Keys("down", "down", "down")
		top := body(d)[0]
		d.Resize(44, 16)
		if words := strings.Fields(top); len(words) > 0 && !strings.Contains(strings.Join(body(d)[:2], " "), words[0]) {
			t.Errorf("%q is not at the top of\n%s", top, d.Text())
		}
		d.Resize(300, 100)
		d.Resize(80, 24)
		if body(d)[0] != top {
			t.Errorf("after two resizes %q is at the top, not %q", body(d)[0], top)
		}
	}
}

func TestOpensAtAHeading(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenLesson{ID: second, Heading: "rds has two honest answers"})
	if top := strings.TrimSpace(body(d)[0]); top != "RDS has two honest answers" {
		t.Errorf("it opens at %q", top)
	}
	before := d.Text()
	d.Keys("esc")
	t.Run("or where it was left if there is none of that name", func(t *testing.T) {
		d := uitest.OpenWith(t, deps, 80, 24, screen.OpenLesson{ID: second, Heading: "no such heading"})
		if d.Text() != before {
			t.Errorf("it opens at\n%s", d.Text())
		}
	})
}

const links = `A [cell](cell:rds/firewall) here, [a lesson](lesson:controls) there,
[a page](https://docs.aws.amazon.com/x) too. But [no cell](cell:rds/nothing), [half a cell](cell:rds),
[no lesson](lesson:nowhere), [mail](mailto:a@b.c), [nothing]().

## In short

Done.
`

func TestLinksLead(t *testing.T) {
	for name, tt := range map[string]struct{ tabs, hint, want string }{
		"to a cell":                  {"tab", "enter open the cell", "RDS"},
		"to a lesson":                {"tab tab", "enter open the lesson", "Inherited, shared and your own controls"},
		"to a page":                  {"tab tab tab", "enter open AWS's page", "opened https://docs.aws.amazon.com/x"},
		"not to an unknown cell":     {"tab tab tab tab", "enter open", "leads nowhere: cell:rds/nothing"},
		"not to half a cell":         {"tab tab tab tab tab", "enter open", "leads nowhere: cell:rds"},
		"not to an unknown lesson":   {"tab tab tab tab tab tab", "enter open", "leads nowhere: lesson:nowhere"},
		"not to anything else":       {"tab tab tab tab tab tab tab", "enter open", "leads nowhere: mailto:a@b.c"},
		"and not without an address": {"tab tab tab tab tab tab tab tab", "enter open", "leads nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, withText(t, links+strings.Repeat("\nMore.\n", 30)), 80, 24, second)
			d.Keys(strings.Fields(tt.tabs)...)
			d.Want(tt.hint)
			d.Keys("enter")
			d.Want(tt.want)
		})
	}
}

func TestBackFromALinkIsWhereItWasFollowed(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24, second)
	d.Keys("space", "tab", "tab")
	before := d.Text()
	d.Keys("enter")
	d.WantNot("Lesson 2 of 3")
	d.Keys("esc")
	if d.Text() != before {
		t.Errorf("left\n%s\ncame back to\n%s", before, d.Text())
	}
}

func TestTabGoesThroughWhatCanBeOpened(t *testing.T) {
	d := open(t, withText(t, links), 80, 24, second)
	for range 8 {
		d.Keys("shift+tab")
	}
	d.Want("enter open the cell")
	d.Keys("shift+tab")
	d.Want("enter open the cell")
	for range 8 {
		d.Keys("tab")
	}
	d.Want("›Check yourself", "enter check yourself")
	d.Keys("tab")
	d.Want("›Next lesson", "enter next lesson")
	d.Keys("tab", "enter")
	d.Want("Lesson 3 of 3")
}

func TestTheFocusIsAlwaysInSight(t *testing.T) {
	d := open(t, uitest.Deps(t), 44, 16, second)
	for range 40 {
		d.Keys("tab")
		d.Want("›")
	}
	d.Keys("g")
	d.WantNot("›")
	d.Want("enter read on")
}

func TestNextAndPreviousLessonTakeItsPlace(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps, 80, 24, second)
	d.Keys("space", "space")
	before := d.Text()
	d.Keys("right")
	d.Want("Lesson 3 of 3", "0 %")
	d.Keys("right")
	d.Want("Lesson 3 of 3")
	d.Keys("<")
	if d.Text() != before {
		t.Errorf("left\n%s\ncame back to\n%s", before, d.Text())
	}
	d.Keys("h")
	d.Want("Lesson 1 of 3")
	d.Keys("left")
	d.Want("Lesson 1 of 3")
	d.Keys("esc")
	d.WantNot("Lesson 1 of 3")
}

func TestTheLastLessonLeadsToAQuiz(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24, "controls")
	d.Keys("G", "tab")
	d.Want("›Quiz", "this was the last lesson")
	d.Keys("enter")
	d.WantNot("this was the last lesson")
}

func TestAnsweredChecksGiveWayToTheNextLesson(t *testing.T) {
	deps := uitest.Deps(t)
	l, _ := deps.Course.Lesson(second)
	deps.History = answered{deps.History, len(l.Checks)}
	d := open(t, deps, 80, 24, second)
	d.Keys("G")
	d.Want("4 questions · 2 right the last time", "›Next lesson", "enter next lesson")
}

// answered is a history with every other answer right.
type answered struct {
	screen.History
	n int
}

func (a answered) Items(_ context.Context, items []model.Item) (map[model.Item]recall.Trace, error) {
	all := make(map[model.Item]recall.Trace)
	for i, id := range items[:a.n] {
		all[id] = recall.Trace{Seen: 1, LastRight: i%2 == 0}
	}
	return all, nil
}

func TestFindMarksAndScrolls(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24, second)
	d.Keys("/")
	d.Type("boiler")
	d.Want("1 of 4", "You bring the boiler")
	d.Keys("enter", "n", "n", "n")
	d.Want("4 of 4", "The boiler is the operating system")
	d.Keys("n")
	d.Want("1 of 4")
	d.Keys("N", "N")
	d.Want("3 of 4")
	d.Golden("find")
	d.Resize(44, 16)
	d.Keys("n")
	d.Want("The boiler is the operating system")
	d.Keys("esc", "/")
	d.Type("no such word")
	d.Want("no match")
}

func TestFindBeginsWhereTheLearnerIs(t *testing.T) {
	d := uitest.OpenWith(t, uitest.Deps(t), 80, 24, screen.OpenLesson{ID: second, Heading: "RDS has two honest answers"})
	d.Keys("/")
	d.Type("backups")
	d.Want("3 of 3", "Backups work alike")
	d.Keys("esc", "g", "/")
	d.Type("backups")
	d.Want("1 of 3")
}

func TestBookmark(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps, 80, 24, second)
	d.Keys("b")
	d.Want("★", "bookmarked")
	d.Keys("esc")
	d = open(t, deps, 80, 24, second)
	d.Want("★")
	d.Keys("b")
	d.WantNot("★")
}

func TestWhatCannotBeSavedIsSaid(t *testing.T) {
	for _, keys := range []string{"b", "G", "right", "esc"} {
		t.Run(keys, func(t *testing.T) {
			deps := uitest.Deps(t)
			deps.History = &uitest.Broken{History: deps.History, Fails: true}
			d := open(t, deps, 80, 24, second)
			d.Keys(keys)
			d.Want("not saved")
			d.WantNot("★")
		})
	}
}

// unreadable is a history that cannot be read.
type unreadable struct{ screen.History }

var errGone = errors.New("the history is out of reach")

func (unreadable) Lessons(context.Context) (map[model.LessonID]history.Lesson, error) {
	return nil, errGone
}

func (unreadable) Bookmarks(context.Context) ([]history.Bookmark, error) { return nil, errGone }

func (unreadable) Items(context.Context, []model.Item) (map[model.Item]recall.Trace, error) {
	return nil, errGone
}

func TestALessonCanBeReadWithoutAHistory(t *testing.T) {
	deps := uitest.Deps(t)
	deps.History = unreadable{deps.History}
	d := open(t, deps, 80, 24, second)
	d.Want("A web shop runs its pages")
	d.Keys("G")
	d.Want("4 questions on this lesson")
}

func TestAnUnknownLessonIsSaid(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24, "nowhere")
	d.Want("no such lesson")
	d.Keys("enter", "tab", "G", "p", "b", "o", "y", "x", "right", "left", "space")
	d.Click(10, 5)
	d.Want("no such lesson")
}

func TestCopies(t *testing.T) {
	for name, tt := range map[string]struct{ keys, want string }{
		"the section": {"] y", "RDS has two honest answers\nWho patches RDS?"},
		"the page that has the focus": {
			"tab y",
			"https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/shared-responsibility.html",
		},
		"what a report needs": {"] x", `lesson ec2-rds-s3, section "Cues in the wording", course fixture 1.`},
	} {
		t.Run(name, func(t *testing.T) {
			heading := map[bool]string{true: "S3: AWS runs the platform", false: "RDS has two honest answers"}[strings.HasPrefix(tt.want, "RDS")]
			d := uitest.OpenWith(t, uitest.Deps(t), 80, 24, screen.OpenLesson{ID: second, Heading: heading})
			d.Keys(strings.Fields(tt.keys)...)
			d.Want("copied")
			if got := fmt.Sprint(d.Left[len(d.Left)-1]); !strings.HasPrefix(got, tt.want) {
				t.Errorf("copied %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOpensTheSourceInSight(t *testing.T) {
	deps := uitest.Deps(t)
	var opened []string
	deps.Env.OpenURL = func(url string) error { opened = append(opened, url); return nil }
	d := open(t, deps, 80, 24, second)
	d.Keys("o", "G", "o")
	l, _ := deps.Course.Lesson(second)
	first := l.Markdown[strings.Index(l.Markdown, "https:"):]
	first = first[:strings.Index(first, ")")]
	if len(opened) != 2 || opened[0] != first || opened[1] != first {
		t.Errorf("opened %q, want the first of the lesson twice", opened)
	}
	d = uitest.OpenWith(t, deps, 80, 24, screen.OpenLesson{ID: second, Heading: "RDS has two honest answers"})
	d.Keys("o")
	if got := opened[2]; !strings.HasSuffix(got, "shared-responsibility.html") {
		t.Errorf("opened %q, which is not in sight", got)
	}
}

func TestMouse(t *testing.T) {
	t.Run("a link is focused, then opened", func(t *testing.T) {
		d := open(t, uitest.Deps(t), 80, 24, second)
		d.Keys("]", "]", "]", "]")
		d.ClickOn("the host")
		d.Want("›AWS keeps the host", "enter open the cell")
		d.ClickOn("the host")
		d.WantNot("AWS keeps the host")
	})
	t.Run("the pane leads to its sections", func(t *testing.T) {
		d := open(t, uitest.Deps(t), 120, 36, second)
		d.ClickOn("RDS: AWS runs the database")
		d.Want("▸ RDS: AWS runs the database")
		if !strings.Contains(body(d)[0], "RDS: AWS runs the database") {
			t.Errorf("the section is not at the top:\n%s", d.Text())
		}
	})
	t.Run("the next step is one click", func(t *testing.T) {
		d := open(t, uitest.Deps(t), 80, 24, second)
		d.Keys("G", "tab")
		d.ClickOn("Next lesson")
		d.Want("Lesson 3 of 3")
	})
	t.Run("the wheel scrolls", func(t *testing.T) {
		d := open(t, uitest.Deps(t), 80, 24, second)
		fourth := body(d)[3]
		d.Send(tea.MouseWheelMsg{X: 9, Y: 9, Button: tea.MouseWheelDown})
		if body(d)[0] != fourth {
			t.Errorf("%q is at the top, not %q", body(d)[0], fourth)
		}
	})
}

func TestALightTerminalGetsItsColours(t *testing.T) {
	deps := uitest.Deps(t)
	d := open(t, deps, 80, 24, second)
	d.Keys("]", "]")
	d.Send(tea.BackgroundColorMsg{Color: color.White})
	if deps.Theme.Dark {
		t.Fatal("the theme is still dark")
	}
	if sign := deps.Theme.Sign(model.AWS); !strings.Contains(d.View().Content, sign) {
		t.Errorf("no %q on the screen", sign)
	}
}

// These two bring a command's result at another moment than the driver does.

func TestALateHistoryDoesNotMoveTheLearner(t *testing.T) {
	deps := uitest.Deps(t)
	if err := deps.History.SetPosition(context.Background(), second, 20, 0); err != nil {
		t.Fatal(err)
	}
	s := lesson.New(deps, second, "")
	late := s.Init()
	run(s, s.Update(screen.Resized{W: 80, H: 23}))
	run(s, s.Update(uitest.Key("space")))
	before := s.View(80, 23)
	run(s, late)
	if s.View(80, 23) != before {
		t.Errorf("it shows\n%s", s.View(80, 23))
	}
}

func TestAPageOfAnotherWidthIsNotShown(t *testing.T) {
	s := lesson.New(uitest.Deps(t), second, "")
	late := s.Update(screen.Resized{W: 80, H: 23})
	run(s, s.Update(screen.Resized{W: 44, H: 15}))
	before := s.View(44, 15)
	run(s, late)
	if s.View(44, 15) != before {
		t.Errorf("it shows\n%s", s.View(44, 15))
	}
}

func TestPractiseIsOnTheLesson(t *testing.T) {
	d := open(t, uitest.Deps(t), 80, 24, second)
	d.Keys("p")
	d.Want("EC2, RDS, S3: the line moves")
	d.WantNot("Lesson 2 of 3")
}

// TestNoLineIsWiderThanTheWindow looks at the screen itself: the root would cut
// its lines.
func TestNoLineIsWiderThanTheWindow(t *testing.T) {
	deps := withText(t, links+`
| Task | Who may do it | Whose |
|---|---|---|
| A long one that wraps in any window | Who is in charge of it | AWS |

- **A list** of [some things](cell:ec2/host) that goes over the end of a line
> and a quotation of them, of which the same is true`+strings.Repeat("\n\n## Again\n\nMore.", 9))
	all := []string{"up", "down", "space", "ctrl+d", "ctrl+u", "g", "G", "]", "[", "tab", "shift+tab", "b"}
	rapid.Check(t, func(rt *rapid.T) {
		s := lesson.New(deps, second, "")
		run(s, s.Init())
		for range rapid.IntRange(1, 9).Draw(rt, "steps") {
			w, h := rapid.IntRange(screen.MinWidth, 160).Draw(rt, "w"), rapid.IntRange(screen.MinHeight-1, 60).Draw(rt, "h")
			run(s, s.Update(screen.Resized{W: w, H: h}))
			run(s, s.Update(uitest.Key(rapid.SampledFrom(all).Draw(rt, "key"))))
			s.Find(rapid.SampledFrom([]string{"", "a", "the", "patch"}).Draw(rt, "query"), rapid.IntRange(-1, 1).Draw(rt, "step"))
			lines := strings.Split(s.View(w, h), "\n")
			if len(lines) > h {
				rt.Fatalf("%d lines in %d", len(lines), h)
			}
			for _, l := range lines {
				if width(l) > w {
					rt.Fatalf("%q is wider than %d", l, w)
				}
			}
		}
	})
}
