package lesson

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"whose/model"
	"whose/quiz/history"
	"whose/ui/markdown"
	"whose/ui/screen"
	"whose/ui/widget"
)

// pageSet is a page that a command has set in lines.
type pageSet struct {
	setting setting
	page    *markdown.Page
	err     error
}

// set has the text set for the width and the theme of now, unless it is.
func (s *Lesson) set() tea.Cmd {
	want := setting{s.lesson.ID, s.textWidth(), s.deps.Theme}
	if !s.known || s.w == 0 || s.setting == want {
		return nil
	}
	s.setting = want
	text := s.lesson.Markdown
	return func() tea.Msg {
		p, err := markdown.Render(text, want.width, want.theme)
		return pageSet{want, p, err}
	}
}

// textWidth is how wide the text is set in a window.
func (s *Lesson) textWidth() int { return min(widget.ProseWidth, s.w-2*widget.Margin) }

// takePage shows a page, unless another was asked for meanwhile, at the place in
// the text where the learner is.
func (s *Lesson) takePage(msg pageSet) {
	if msg.setting != s.setting {
		return
	}
	s.page, s.err = msg.page, msg.err
	if s.page == nil {
		return
	}
	if s.heading != "" {
		s.findHeading()
	}
	s.find.search(s.page)
	s.show(s.place)
}

// findHeading makes the heading that the lesson is opened at the learner's
// place, or if there is none of that name the place where it was left.
func (s *Lesson) findHeading() {
	name := s.heading
	s.heading, s.place, s.placed = "", s.record.place, s.record.lesson != ""
	for i, b := range s.page.Blocks {
		if b.Heading != "" && strings.EqualFold(b.Heading, name) {
			s.place, s.placed = place{i, 0}, true
			return
		}
	}
}

// record is what the history says about a lesson.
type record struct {
	lesson     model.LessonID
	read       bool
	bookmarked bool
	place      place
	checks     tally
}

// tally is how the checks were answered the last time.
type tally struct{ right, seen int }

// look reads the record. What cannot be read is not known.
func (s *Lesson) look() tea.Cmd {
	if !s.known {
		return nil
	}
	hist, id, checks := s.deps.History, s.lesson.ID, s.checkItems()
	return func() tea.Msg {
		ctx := context.Background()
		r := record{lesson: id}
		if lessons, err := hist.Lessons(ctx); err == nil {
			l := lessons[id]
			r.read, r.place = l.Read, place{l.Block, l.Offset}
		}
		if bookmarks, err := hist.Bookmarks(ctx); err == nil {
			for _, b := range bookmarks {
				r.bookmarked = r.bookmarked || b.Kind == history.KindLesson && b.ID == string(id)
			}
		}
		if items, err := hist.Items(ctx, checks); err == nil {
			for _, i := range items {
				r.checks.seen++
				if i.LastRight {
					r.checks.right++
				}
			}
		}
		return r
	}
}

func (s *Lesson) checkItems() (items []model.Item) {
	for _, id := range s.lesson.Checks {
		if q, ok := s.deps.Course.Question(id); ok {
			items = append(items, model.QuestionItem(id, q.Revision()))
		}
	}
	return items
}

func (s *Lesson) takeRecord(r record) {
	if r.lesson != s.lesson.ID {
		return
	}
	r.read = r.read || s.record.read
	s.record = r
	if !s.placed && s.heading == "" {
		s.placed = true
		s.show(r.place)
	}
}

// Leave keeps where the learner is. Who leaves a lesson at its end has finished
// it, and begins at its beginning the next time.
func (s *Lesson) Leave() tea.Cmd {
	if s.page == nil {
		return nil
	}
	at := s.place
	if s.atEnd() && s.record.read {
		at = place{}
	}
	hist, id := s.deps.History, s.lesson.ID
	return func() tea.Msg {
		return screen.SaveResult{Err: hist.SetPosition(context.Background(), id, at.block, at.offset)}
	}
}

// markRead keeps that the lesson was read to its end.
func (s *Lesson) markRead() tea.Cmd {
	if s.page == nil || s.record.read || !s.atEnd() {
		return nil
	}
	s.record.read = true
	hist, id := s.deps.History, s.lesson.ID
	return func() tea.Msg {
		return screen.SaveResult{Err: hist.MarkRead(context.Background(), id)}
	}
}

// bookmarkSet is how setting or taking away the bookmark went.
type bookmarkSet struct {
	lesson model.LessonID
	set    bool
	err    error
}

func (s *Lesson) bookmark() tea.Cmd {
	hist, id := s.deps.History, s.lesson.ID
	return func() tea.Msg {
		set, err := hist.Toggle(context.Background(), history.KindLesson, string(id))
		return bookmarkSet{id, set, err}
	}
}

func (s *Lesson) takeBookmark(msg bookmarkSet) tea.Cmd {
	saved := screen.Send(screen.SaveResult{Err: msg.err})
	if msg.err != nil {
		return saved
	}
	if msg.lesson == s.lesson.ID {
		s.record.bookmarked = msg.set
	}
	text := "bookmark taken away"
	if msg.set {
		text = "bookmarked"
	}
	return tea.Batch(saved, screen.Send(screen.Toast{Text: text}))
}
