package content

import (
	"path"
	"regexp"
	"strings"

	"whose/model"
)

const lessonFolder = "lessons"

// lessonName is the name of a lesson's file: its number and its id.
var lessonName = regexp.MustCompile(`^[0-9]{2}-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$`)

// lessonDraft is a lesson with the places of its parts.
type lessonDraft struct {
	model.Lesson
	at                           Place
	body                         Place // where the Markdown begins
	requires, objectives, checks []mark
	checkList                    node
	links                        []mark // what its links lead to, as written
	broken                       bool   // its front matter cannot be read
}

func (l *loader) readLessons() {
	isLesson := func(file string) bool { return lessonName.MatchString(file) }
	files := l.list(lessonFolder, isLesson, "lessons stand in files named <two digits>-<id>.md")
	l.lessonIDs.partial = len(files) == 0
	for _, file := range files {
		name := path.Join(lessonFolder, file)
		id := mark{lessonName.FindStringSubmatch(file)[1], Place{name, 1, 1}}
		l.lessonIDs.add(id, &l.faults)
		d := lessonDraft{Lesson: model.Lesson{ID: model.LessonID(id.text)}, at: id.at, broken: true}
		if text, ok := l.read(name); ok {
			l.readLesson(&d, text)
		}
		l.lessons = append(l.lessons, d)
	}
}

func (l *loader) readLesson(d *lessonDraft, text string) {
	header, body, ok := cutFrontMatter(text)
	if !ok {
		l.faults.Add(d.at, "front-matter", "the file begins with the lesson's data between two lines of ---")
		return
	}
	d.body = Place{d.at.File, strings.Count(header, "\n") + 3, 1}
	if strings.TrimSpace(body) == "" {
		l.faults.Add(d.body, "empty", "the lesson has no text")
	} else {
		trimmed := strings.TrimLeft(body, "\n")
		d.body.Line += len(body) - len(trimmed)
		d.Markdown = strings.TrimRight(trimmed, " \t\n") + "\n"
		l.readMarkdown(d)
	}
	if n, ok := parse(d.at.File, header, &l.faults); ok {
		d.broken = false
		l.readFrontMatter(d, n)
	}
}

// cutFrontMatter splits a lesson's file. The header keeps an empty first line
// for the opening dashes, so that its lines count as in the file.
func cutFrontMatter(text string) (header, body string, ok bool) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return "", "", false
	}
	header, body, ok = strings.Cut("\n"+rest, "\n---\n")
	return header, body, ok
}

func (l *loader) readFrontMatter(d *lessonDraft, n node) {
	r := n.record("lesson", []string{"id", "title", "requires", "objectives", "minutes", "checks"}, nil)
	if id := r.get("id").id(); id.text != "" && id.text != string(d.ID) {
		l.faults.Add(id.at, "file", "the id is %q and the file's name says %q: they must agree", id.text, d.ID)
	}
	d.Title = r.get("title").line(0)
	d.Minutes = r.get("minutes").number(1, 60)
	d.requires, d.objectives, d.checks = r.get("requires").refs(), r.get("objectives").refs(), r.get("checks").refs()
	d.checkList = r.get("checks")
	d.Requires = texts[model.LessonID](d.requires)
	d.Objectives = texts[model.ObjectiveID](d.objectives)
	d.Checks = texts[model.QuestionID](d.checks)
}
