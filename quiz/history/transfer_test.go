package history_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
	"whose/quiz/history"
)

func export(t testing.TB, s *history.Store) string {
	t.Helper()
	var file bytes.Buffer
	must(t, s.Export(t.Context(), &file))
	return file.String()
}

// busy is a history with something of everything.
func busy(t testing.TB, o history.Options) *history.Store {
	t.Helper()
	s := open(t, o)
	done, under := saved("done", 1, true), saved("open", 1, false)
	wrong := answer("a2", false)
	wrong.Confusions = []quiz.Confusion{{Took: "<host>", For: "guest", Times: 1}}
	wrong.Words = 68
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true), wrong, asked("a3", "q:one@1", true, day)}, &done))
	must(t, s.Append(t.Context(), []quiz.Answer{asked("slip", "q:one@1", false, 2*day)}, &under))
	must(t, s.Undo(t.Context(), "slip", nil))
	must(t, s.SaveSession(t.Context(), saved("dropped", 0, false)))
	must(t, s.DropSession(t.Context(), "dropped"))
	must(t, s.SetPosition(t.Context(), "one", 4, 17))
	must(t, s.MarkRead(t.Context(), "one"))
	must(t, s.SetPosition(t.Context(), "two", 1, 2))
	for _, id := range []string{"rds/host", "ec2/host"} {
		_, err := s.Toggle(t.Context(), history.KindCell, id)
		must(t, err)
	}
	must(t, s.SetExam(t.Context(), 20808))
	must(t, s.NoteReadiness(t.Context(), 20779, 0.5, 0.125))
	return s
}

func TestAnExportIsAWholeHistory(t *testing.T) {
	from := busy(t, options(t.TempDir(), "w1"))
	file := export(t, from)
	if !json.Valid([]byte(file)) {
		t.Fatalf("no JSON: %s", file)
	}
	to := open(t, options(t.TempDir(), "w2"))
	done, err := to.Import(t.Context(), strings.NewReader(file))
	must(t, err)
	if want := (history.Imported{Answers: 4, Sessions: 3, Lessons: 2, Bookmarks: 2}); done != want {
		t.Errorf("imported: %+v, want %+v", done, want)
	}
	must(t, from.Release(t.Context(), "open"))
	if got, want := summary(t, to), summary(t, from); !reflect.DeepEqual(got, want) {
		t.Errorf("the summary is\n%+v, want\n%+v", got, want)
	}
	if got, want := progress(t, to), progress(t, from); !reflect.DeepEqual(got, want) {
		t.Errorf("the progress is\n%+v, want\n%+v", got, want)
	}
	for _, id := range []string{"done", "open", "dropped"} {
		want, err := from.Session(t.Context(), id)
		must(t, err)
		if got, err := to.Session(t.Context(), id); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("session %s is %+v, %v", id, got, err)
		}
	}
	if got := export(t, to); got != file {
		t.Errorf("its export is\n%s, want\n%s", got, file)
	}
	done, err = to.Import(t.Context(), strings.NewReader(file))
	if err != nil || done != (history.Imported{}) || export(t, to) != file {
		t.Errorf("importing it again: %+v, %v", done, err)
	}
}

// The file's form is a promise to other programs and to later versions.
func TestTheFormOfAnExport(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	a := asked("a1", "q:one@2", false, 0)
	a.Spec = quiz.Spec{Question: "one", Revision: 2, Order: []string{"b", "a"}, Right: []string{"a"}}
	a.Order, a.Chosen = a.Spec.Order, []string{"b"}
	a.Words, a.Thinking, a.Unsure = 68, 30*time.Second, true
	a.Confusions = []quiz.Confusion{{Took: "host", For: "guest", Times: 1}}
	must(t, s.Append(t.Context(), []quiz.Answer{a}, nil))
	must(t, s.Undo(t.Context(), "a1", nil))
	must(t, s.MarkRead(t.Context(), "one"))
	_, err := s.Toggle(t.Context(), history.KindCell, "rds/host")
	must(t, err)
	must(t, s.SetExam(t.Context(), 20808))
	must(t, s.NoteReadiness(t.Context(), 20779, 0.5, 0.125))
	want := `{
"format": "whose-history",
"version": 1,
"course": "clf-c02",
"settings": {"exam":"2026-12-20"},
"readiness": [
{"day":"2026-11-21","share":0.5,"margin":0.125}
],
"lessons": [
{"id":"one","at":"2026-11-21T12:00:00.000+01:00","read_at":"2026-11-21T12:00:00.000+01:00","block":0,"offset":0}
],
"bookmarks": [
{"kind":"cell","id":"rds/host","at":"2026-11-21T12:00:00.000+01:00"}
],
"sessions": [
],
"answers": [
{"id":"a1","session":"s1","at":"2026-11-21T12:00:00.000+01:00","mode":"study","spec":{"question":"one","revision":2,"order":["b","a"],"right":["a"]},"task":"2.1","shown":["b","a"],"chosen":["b"],"thinking_ms":30000,"right":false,"sure":"unsure","words":68,"tempo":1.5,"grades":[{"item":"q:one@2","right":false,"rating":1}],"confused":[{"took":"host","for":"guest","times":1}],"undone":"2026-11-21T12:00:00.000+01:00"}
]
}
`
	if got := export(t, s); got != want {
		t.Errorf("the export is\n%s", got)
	}
}

func TestABrokenFileChangesNothingAndTheErrorSaysWhere(t *testing.T) {
	file := export(t, busy(t, options(t.TempDir(), "w1")))
	replace := func(old, with string) string {
		if !strings.Contains(file, old) {
			t.Fatalf("no %s in\n%s", old, file)
		}
		return strings.Replace(file, old, with, 1)
	}
	lineOf := func(text string) string {
		return fmt.Sprintf("line %d,", 1+strings.Count(file[:strings.Index(file, text)], "\n"))
	}
	s := open(t, options(t.TempDir(), "w2"))
	for name, c := range map[string]struct{ file, want string }{
		"empty":                    {"", "no file that whose exported"},
		"no JSON":                  {"ID,at,right\n", "no file that whose exported"},
		"another program's":        {`{"cards": []}`, "no file that whose exported"},
		"another program's format": {`{"format": "cards", "version": 1, "answers": []}`, "no file that whose exported"},
		"no header":                {`{}`, "no file that whose exported"},
		"a newer version":          {replace(`"version": 1`, `"version": 2`), "line 3, "},
		"a newer version's advice": {replace(`"version": 1`, `"version": 2`), "update whose"},
		"an unknown setting":       {replace(`"settings": {`, `"settings": {"colour":"red",`), `no setting "colour"`},
		"a wrong exam date":        {replace(`"exam":"2026-12-20"`, `"exam":"99999999"`), `"99999999" is no date`},
		"a wrong allowance":        {replace(`"settings": {`, `"settings": {"allowance":"\u001b[31m",`), `"\x1b[31m" is no time allowance`},
		"a wrong placement":        {replace(`"settings": {`, `"settings": {"placed":"yes",`), "setting placed"},
		"a share of too much":      {replace(`"share":0.5`, `"share":1e308`), "between 0 and 1"},
		"a margin below nothing":   {replace(`"margin":0.125`, `"margin":-5`), "between 0 and 1"},
		"another course":           {replace(`"course": "clf-c02"`, `"course": "private"`), `of the course "private"`},
		"cut off":                  {file[:len(file)-200], "ends in the middle"},
		"cut off before its end":   {file[:len(file)-2], "ends in the middle"},
		"something follows":        {file + "{}", "something follows"},
		"an unknown list":          {replace(`"lessons": [`, `"cards": [`), `no "cards"`},
		"no list":                  {replace(`"bookmarks": [`, `"bookmarks": {`), "a list has to stand here"},
		"a wrong byte":             {replace(`"id":"a3",`, `"id":a3,`), lineOf(`"id":"a3"`)},
		"a wrong type":             {replace(`"id":"a3",`, `"id":3,`), lineOf(`"id":"a3"`)},
		"an unknown field":         {replace(`"id":"a3",`, `"id":"a3","mood":1,`), lineOf(`"id":"a3"`)},
		"no id":                    {replace(`"id":"a3",`, ``), lineOf(`"id":"a3"`)},
		"no spec":                  {replace(`"task":"2.1","shown"`, `"task":"2.1","spec":7,"shown"`), lineOf(`"id":"a1"`)},
		"a wrong rating":           {replace(`"rating":3`, `"rating":1`), "rating of 1"},
		"a rating out of range":    {replace(`"rating":3`, `"rating":5`), "rating of 5"},
		"an unknown sureness":      {replace(`"sure":"sure"`, `"sure":"very"`), `sure is "very"`},
		"a negative time":          {replace(`"thinking_ms":1500`, `"thinking_ms":-1`), "cannot be negative"},
		"a wrong time":             {replace(`"at":"2026-11-22`, `"at":"22.11.2026`), lineOf(`"id":"a3"`)},
		"a wrong mode":             {replace(`"mode":"study","spec"`, `"mode":"guess","spec"`), `"guess"`},
		"a wrong state":            {replace(`"state":"done"`, `"state":"over"`), `"over" is no state`},
		"a session of another id":  {replace(`"saved":{"id":"done"`, `"saved":{"id":"other"`), `session "done"`},
		"a wrong date":             {replace(`"day":"2026-11-21"`, `"day":"yesterday"`), "yesterday"},
		"a lesson without an id":   {replace(`"id":"one"`, `"id":""`), "needs an id"},
		"a bookmark without kind":  {replace(`"kind":"cell"`, `"kind":""`), "needs a kind"},
		"times below one":          {replace(`"times":1`, `"times":0`), "at least 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := s.Import(t.Context(), strings.NewReader(c.file))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "nothing was imported: line ") {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if sum := summary(t, s); !sum.First || rawQuery(t, s.Path(), `SELECT count(*) FROM setting`) != "0" {
				t.Errorf("something was kept: %+v", sum)
			}
		})
	}
}

func TestAnImportMergesWithWhatIsThere(t *testing.T) {
	o := options(t.TempDir(), "w1")
	now := noon
	o.Now = func() time.Time { now = now.Add(time.Minute); return now }
	there, here := open(t, o), busyElsewhere(t, o)
	read := summary(t, here).Lessons["one"].ReadAt
	must(t, there.MarkRead(t.Context(), "one"))
	must(t, there.SetPosition(t.Context(), "one", 3, 0))
	must(t, there.SaveSession(t.Context(), saved("s1", 0, true)))
	must(t, there.SaveSession(t.Context(), saved("s2", 0, false)))
	must(t, there.SetAllowance(t.Context(), quiz.NoLimit))
	must(t, there.SetExam(t.Context(), 20900))
	must(t, there.NoteReadiness(t.Context(), 20779, 0.9, 0.1))
	must(t, there.NoteReadiness(t.Context(), 20780, 0.8, 0.1))
	must(t, there.Append(t.Context(), []quiz.Answer{asked("earlier", "q:one@1", false, -day), asked("slip", "q:one@1", true, 0)}, nil))
	must(t, there.Undo(t.Context(), "slip", nil))

	_, err := here.Import(t.Context(), strings.NewReader(export(t, there)))
	must(t, err)
	sum := summary(t, here)
	if l := sum.Lessons["one"]; !l.Read || l.Block != 3 || !l.ReadAt.Equal(read) {
		t.Errorf("lesson one is %+v, want it read first here, at %v, and left there", l, read)
	}
	if len(sum.Unfinished) != 1 || sum.Unfinished[0].ID != "s2" || sum.Unfinished[0].At != 0 || sum.Unfinished[0].TakenBy != 0 {
		t.Errorf("unfinished: %+v; s1 was finished there, s2 saved later there", sum.Unfinished)
	}
	settings, err := here.Settings(t.Context())
	must(t, err)
	if settings.Exam != 20808 || settings.Allowance != quiz.NoLimit {
		t.Errorf("settings: %+v", settings)
	}
	if r := progress(t, here).Readiness; len(r) != 2 || r[0].Share != 0.5 || r[1].Share != 0.8 {
		t.Errorf("readiness: %+v", r)
	}
	trace := sum.Learner.Traces["q:one@1"]
	if sum.Answered != 2 || trace.Seen != 2 || trace.FirstRight || !trace.First.Equal(noon.Add(-day)) {
		t.Errorf("answered %d, the item %+v; what was taken back there does not count here", sum.Answered, trace)
	}
}

// busyElsewhere is a history that has the answer "slip" of another one, which
// took it back since.
func busyElsewhere(t *testing.T, o history.Options) *history.Store {
	t.Helper()
	o.Dir, o.Owner = t.TempDir(), "w2"
	s := open(t, o)
	must(t, s.SetPosition(t.Context(), "one", 9, 0))
	must(t, s.MarkRead(t.Context(), "one"))
	must(t, s.SaveSession(t.Context(), saved("s1", 1, false)))
	must(t, s.SaveSession(t.Context(), saved("s2", 1, false)))
	must(t, s.SetExam(t.Context(), 20808))
	must(t, s.NoteReadiness(t.Context(), 20779, 0.5, 0.125))
	must(t, s.Append(t.Context(), []quiz.Answer{asked("mine", "q:one@1", true, day), asked("slip", "q:one@1", true, 0)}, nil))
	return s
}

func TestAnotherLearnersAnswersAreNotTakenOver(t *testing.T) {
	o := options(t.TempDir(), "w1")
	file := export(t, busy(t, o))
	o.Learner, o.Owner = "ana", "w2"
	s := open(t, o)
	if _, err := s.Import(t.Context(), strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), "another learner") {
		t.Errorf("got %v", err)
	}
	if sum := summary(t, s); !sum.First {
		t.Errorf("something was kept: %+v", sum)
	}
}

// noRoom takes some bytes and then fails.
type noRoom struct{ left int }

var errNoRoom = errors.New("no space left on device")

func (w *noRoom) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errNoRoom
	}
	return len(p), nil
}

func TestAnExportThatCannotBeWrittenFails(t *testing.T) {
	s := open(t, options(t.TempDir(), "w1"))
	must(t, s.Append(t.Context(), answers("a", 100), nil))
	for _, room := range []int{0, 9000} {
		if err := s.Export(t.Context(), &noRoom{room}); !errors.Is(err, errNoRoom) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}

func TestResetCopiesThenDeletesWhatIsTheLearners(t *testing.T) {
	dir := t.TempDir()
	o := options(dir, "w1")
	s := busy(t, o)
	before := export(t, s)
	o.Learner, o.Owner = "ana", "w2"
	ana := open(t, o)
	must(t, ana.Append(t.Context(), []quiz.Answer{asked("hers", "q:one@1", true, 0), asked("slip2", "q:one@1", true, 1)}, nil))
	must(t, ana.Undo(t.Context(), "slip2", nil))
	hers := export(t, ana)

	backup, err := s.Reset(t.Context())
	must(t, err)
	if want := filepath.Join(dir, "history-before-reset-20261121-110000.db"); backup != want {
		t.Errorf("the backup is %s, want %s", backup, want)
	}
	if sum := summary(t, s); !sum.First || len(sum.Learner.Traces) > 0 || len(progress(t, s).Days) > 0 {
		t.Errorf("left: %+v", sum)
	}
	if got, _ := s.Settings(t.Context()); got.Exam != 0 {
		t.Errorf("left: %+v", got)
	}
	if export(t, ana) != hers {
		t.Error("another learner lost something")
	}
	for _, table := range []string{"answer", "grade", "item", "correction", "confused", "session", "lesson", "bookmark", "day", "fit"} {
		query := `SELECT count(*) FROM ` + table + ` WHERE learner = ''`
		if table == "correction" {
			query = `SELECT count(*) - 1 FROM correction` // hers
		}
		if n := rawQuery(t, s.Path(), query); n != "0" {
			t.Errorf("%s rows of %s are left", n, table)
		}
	}
	restored := t.TempDir()
	must(t, os.Rename(backup, filepath.Join(restored, "history.db")))
	if got := export(t, open(t, options(restored, "w3"))); got != before {
		t.Errorf("the backup has\n%s, want\n%s", got, before)
	}
}

func TestAnsweringGoesOnAfterAReset(t *testing.T) {
	s := busy(t, options(t.TempDir(), "w1"))
	_, err := s.Reset(t.Context())
	must(t, err)
	must(t, s.Append(t.Context(), []quiz.Answer{answer("a1", true)}, nil))
	items, err := s.Items(t.Context(), []model.Item{"c:rds/host@aws"})
	if err != nil || items["c:rds/host@aws"].Seen != 1 {
		t.Errorf("items: %+v, %v", items, err)
	}
}
