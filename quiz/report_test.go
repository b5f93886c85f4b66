package quiz_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
)

func TestTheReportOfAnExam(t *testing.T) {
	s := exam(t) // two, on 2.1.s2 and of the lesson halves, and os
	choose(t, s, "A", "B")
	if err := s.Next(minutes(4)); err != nil {
		t.Fatal(err)
	}
	if err := s.Flag(minutes(5)); err != nil {
		t.Fatal(err)
	}
	if r := s.Report(); r.Graded != 0 || r.Right != 0 || len(r.ByTask) != 0 || len(r.Study) != 0 {
		t.Errorf("before hand-in: %+v", r)
	}
	s.Hide(minutes(6))
	s.Show(minutes(8))
	if err := s.Pause(minutes(9)); err != nil {
		t.Fatal(err)
	}
	s.Resume(minutes(19))
	if _, err := s.HandIn(minutes(20), ids()); err != nil {
		t.Fatal(err)
	}
	s, _ = stored(t, course(t), s, minutes(70)) // as it is opened a day later
	r := s.Report()
	if r.Right != 1 || r.Total != 2 || !slices.Equal(r.Wrong, []int{1}) {
		t.Errorf("the score is %+v", r.Score)
	}
	want := []quiz.Outcome{{Right: true, Time: 4 * time.Minute}, {Blank: true, Flagged: true, Time: 4 * time.Minute}}
	if !reflect.DeepEqual(r.Prompts, want) {
		t.Errorf("the prompts went %+v, want %+v", r.Prompts, want)
	}
	if r.Limit != 30*time.Minute || r.Used != 10*time.Minute || r.Away != 2*time.Minute || r.Paused != 10*time.Minute {
		t.Errorf("limit %v, used %v, away %v, paused %v", r.Limit, r.Used, r.Away, r.Paused)
	}
	if len(r.ByTask) != 1 || r.ByTask[0].Task.ID != "2.1" || r.ByTask[0].Right != 1 || r.ByTask[0].Total != 2 {
		t.Errorf("by task %+v", r.ByTask)
	}
}

func TestTheReportWithoutALimitCountsThinkingTime(t *testing.T) {
	c := course(t)
	s := begin(t, c, quiz.Test, checks(c))
	s.Show(noon)
	if _, err := s.HandIn(minutes(7), ids()); err != nil {
		t.Fatal(err)
	}
	if r := s.Report(); r.Limit != 0 || r.Used != 7*time.Minute || r.Away != 0 || r.Paused != 0 {
		t.Errorf("%+v", r)
	}
}

func TestTheReportByTaskStandsInTheCoursesOrder(t *testing.T) {
	c := banked(t, []bank{{1, 0, 1}, {2, 0, 1}, {0, 0, 1}, {1, 0, 1}}, nil)
	questions := c.Questions()
	var paper []quiz.Prompt
	for _, i := range []int{3, 1, 0, 2} { // of 2.4, 2.2, 2.1, 2.2
		p, err := quiz.Ask(c, questions[i].ID(), seeded(1))
		if err != nil {
			t.Fatal(err)
		}
		paper = append(paper, p)
	}
	s := begin(t, c, quiz.Study, paper)
	for i, option := range []string{"A", "b", "A", "A"} {
		if err := s.Go(i, noon); err != nil {
			t.Fatal(err)
		}
		answer(t, s, option)
	}
	var got []string
	for _, by := range s.Report().ByTask {
		got = append(got, fmt.Sprintf("%s %d/%d", by.Task.ID, by.Right, by.Total))
	}
	if !slices.Equal(got, []string{"2.1 1/1", "2.2 1/2", "2.4 1/1"}) {
		t.Errorf("by task %v", got)
	}
}

func TestWhatToStudyIsWhereMostWasWrong(t *testing.T) {
	lessons := []model.LessonID{"halves", "moving", "third", "fourth"}
	c := build(t, grid, func(s *model.CourseSpec, _ []model.Cell, asked []model.QuestionSpec) {
		s.Lessons = append(s.Lessons, model.Lesson{ID: "third"}, model.Lesson{ID: "fourth"})
		for i, lesson := range []int{1, 2, 0, 2, 3} { // os, disks, files, two, model
			asked[i].Lesson = lessons[lesson]
		}
	})
	var paper []quiz.Prompt
	for _, q := range c.Questions() {
		p, err := quiz.Ask(c, q.ID(), seeded(1))
		if err != nil {
			t.Fatal(err)
		}
		paper = append(paper, p)
	}
	s := begin(t, c, quiz.Study, paper)
	for i, options := range [][]string{{"q"}, {"b"}, {"b"}, {"c", "d"}, {"A"}} { // only the last is right
		if err := s.Go(i, noon); err != nil {
			t.Fatal(err)
		}
		answer(t, s, options...)
	}
	if got := s.Report().Study; !slices.Equal(got, []model.LessonID{"third", "halves", "moving"}) {
		t.Errorf("study %v, want the one with two wrong and then in learning order", got)
	}
}
