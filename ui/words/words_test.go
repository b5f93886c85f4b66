package words_test

import (
	"reflect"
	"testing"

	"whose/model"
	"whose/ui/uitest"
	"whose/ui/words"
)

// with is the small course with these lessons' texts in place of its own, and a
// glossary of two words.
func with(t *testing.T, texts ...string) *model.Course {
	t.Helper()
	c := uitest.Bare(t)
	lessons := append([]model.Lesson(nil), c.Lessons()...)
	for i := range lessons {
		lessons[i].Markdown = ""
		if i < len(texts) {
			lessons[i].Markdown = texts[i]
		}
	}
	course, err := model.NewCourse(model.CourseSpec{
		ID: c.ID(), Title: c.Title(), Version: c.Version(), Tasks: c.Tasks(), Objectives: c.Objectives(), Matrix: c.Matrix(),
		Lessons: lessons, Questions: c.Questions(), Concepts: c.Concepts(), Pairs: c.Pairs(),
		Glossary: []model.Term{{ID: "zone", Term: "Zone"}, {ID: "guest-os", Term: "guest operating system", Words: []string{"guest OS"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return course
}

func TestInFindsAWordByAnyOfItsNamesAndSortsThem(t *testing.T) {
	c := with(t)
	var got []model.TermID
	for _, term := range words.In(c, "In a zone, a Guest\nOS runs; no other zone.") {
		got = append(got, term.ID)
	}
	if want := []model.TermID{"guest-os", "zone"}; !reflect.DeepEqual(got, want) {
		t.Errorf("found are %v, want %v", got, want)
	}
	if got := words.In(c, "nothing"); len(got) != 0 {
		t.Errorf("found are %v", got)
	}
}

func TestPlacesBeginWithTheLessonThatHasTheWordMostOften(t *testing.T) {
	c := with(t,
		"A guest OS.\n\n## One\n\nAs often a guest OS.\n",
		"Nothing.\n\n## One\n\nThe guest OS.\n\n## Two\n\nA guest operating\nsystem is a guest OS.\n",
		"See [here](term:guest-os) and [Zone](https://aws.amazon.com/zone/).\n",
	)
	ids := make([]model.LessonID, 3)
	for i, l := range c.Lessons() {
		ids[i] = l.ID
	}
	want := map[model.TermID][]words.Place{
		"guest-os": {{ids[1], "Two", 3}, {ids[0], "", 2}, {ids[2], "", 1}},
		"zone":     {{ids[2], "", 1}},
	}
	if got := words.Places(c); !reflect.DeepEqual(got, want) {
		t.Errorf("the places are %v, want %v", got, want)
	}
}
