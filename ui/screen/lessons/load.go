package lessons

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz/history"
	"whose/ui/markdown"
	"whose/ui/screen"
)

// records are what the history says about each lesson.
type records map[model.LessonID]record

type record struct {
	read       bool
	last       bool // it was opened last
	percent    int  // how far the learner is, while it is not read
	bookmarked bool
	answers    tally
}

// tally is how the answers to a lesson's questions were.
type tally struct{ right, seen int }

// look reads the records. What cannot be read is not known.
func (s *Lessons) look() tea.Cmd {
	hist, course := s.deps.History, s.deps.Course
	return func() tea.Msg {
		ctx := context.Background()
		all := make(records)
		if sum, err := hist.Summary(ctx); err == nil {
			all.addPlaces(course, sum)
		}
		items, lessonOf := questionItems(course)
		if answered, err := hist.Items(ctx, items); err == nil {
			for item, i := range answered {
				r := all[lessonOf[item]]
				r.answers.right += i.Right
				r.answers.seen += i.Seen
				all[lessonOf[item]] = r
			}
		}
		return all
	}
}

// addPlaces adds what was opened, how far, and what is bookmarked.
func (all records) addPlaces(c *model.Course, sum history.Summary) {
	for id, l := range sum.Lessons {
		r := record{read: l.Read, last: id == sum.LastLesson}
		if lesson, ok := c.Lesson(id); ok && l.Block > 0 {
			r.percent = min(99, 100*l.Block/max(1, markdown.Count(lesson.Markdown)))
		}
		all[id] = r
	}
	for _, b := range sum.Bookmarks {
		if b.Kind == history.KindLesson {
			r := all[model.LessonID(b.ID)]
			r.bookmarked = true
			all[model.LessonID(b.ID)] = r
		}
	}
}

// questionItems are the items of all questions, and the lesson of each.
func questionItems(c *model.Course) (items []model.Item, lessonOf map[model.Item]model.LessonID) {
	lessonOf = make(map[model.Item]model.LessonID)
	for _, q := range c.Questions() {
		item := model.QuestionItem(q.ID(), q.Revision())
		items = append(items, item)
		lessonOf[item] = q.Lesson()
	}
	return items, lessonOf
}

// take shows the records. At first the focus goes to the lesson to go on with:
// the one that was left half-way, or else the first that is not read.
func (s *Lessons) take(all records) {
	s.records = all
	if s.moved {
		return
	}
	s.moved = true
	first := -1
	for i, l := range s.all {
		r := all[l.ID]
		if r.last && !r.read {
			first = i
			break
		}
		if first < 0 && !r.read {
			first = i
		}
	}
	s.at.Set(first, len(s.all))
}

// bookmarkSet is how setting or taking away a bookmark went.
type bookmarkSet struct {
	lesson model.LessonID
	set    bool
	err    error
}

func (s *Lessons) bookmark() tea.Cmd {
	hist, id := s.deps.History, s.focused().ID
	return func() tea.Msg {
		set, err := hist.Toggle(context.Background(), history.KindLesson, string(id))
		return bookmarkSet{id, set, err}
	}
}

func (s *Lessons) takeBookmark(msg bookmarkSet) tea.Cmd {
	if msg.err == nil && s.records != nil {
		r := s.records[msg.lesson]
		r.bookmarked = msg.set
		s.records[msg.lesson] = r
	}
	return screen.Send(screen.SaveResult{Err: msg.err})
}
