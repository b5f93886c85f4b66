package bookmarks_test

import (
	"context"
	"testing"

	"whose/quiz/history"
	"whose/ui/screen"
	"whose/ui/uitest"
)

// marked is a history with a bookmark of each kind, and one of something that
// the course no longer has.
func marked(t *testing.T) *screen.Deps {
	t.Helper()
	d := uitest.Deps(t)
	for _, b := range []struct {
		kind history.Kind
		id   string
	}{
		{history.KindQuestion, "gone-long-ago"},
		{history.KindLesson, "controls"},
		{history.KindCell, "rds/guest-os-patching"},
		{history.KindQuestion, string(d.Course.Questions()[0].ID())},
	} {
		if _, err := d.History.Toggle(context.Background(), b.kind, b.id); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestEveryKindOfBookmarkOpensWhatItMarks(t *testing.T) {
	for keys, want := range map[string]string{"": "1 of 1", "j": "RDS · Guest OS patching", "jj": "Lesson 3 of 3"} {
		d := uitest.OpenWith(t, marked(t), 80, 24, screen.OpenBookmarks{})
		d.Want("3 kept", "question", "RDS · Guest OS patching · AWS", "lesson")
		for _, k := range keys {
			d.Keys(string(k))
		}
		d.Keys("enter")
		d.Want(want)
		d.Keys("esc")
		d.Want("Bookmarks", "3 kept")
	}
}

func TestABookmarkIsTakenAway(t *testing.T) {
	d := uitest.OpenWith(t, marked(t), 80, 24, screen.OpenBookmarks{})
	d.Keys("j", "b")
	d.Want("2 kept")
	d.WantNot("Guest OS patching")
	d.Keys("b", "b")
	d.Want("Nothing is bookmarked")
	d.Keys("enter", "b", "down")
	d.Want("Nothing is bookmarked")
}

func TestWhatCannotBeTakenAwayStaysAndSaysSo(t *testing.T) {
	deps := marked(t)
	deps.History = &uitest.Broken{History: deps.History, Fails: true}
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenBookmarks{})
	d.Keys("b")
	d.Want("3 kept", "not saved")
}

func TestAClickOpensABookmark(t *testing.T) {
	d := uitest.OpenWith(t, marked(t), 44, 16, screen.OpenBookmarks{})
	d.ClickOn("RDS")
	d.Want("Guest OS patching")
}
