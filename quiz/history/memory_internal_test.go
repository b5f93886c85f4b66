package history

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"whose/model"
	"whose/quiz"
)

// The packed traces are a copy: whatever is wrong with it, the rows of item
// stand, and the next answer mends it.
func TestDamagedPackingIsMended(t *testing.T) {
	for name, damage := range map[string]string{
		"cut off":         `UPDATE memory SET traces = substr(traces, 1, length(traces) - 3)`,
		"one byte":        `UPDATE memory SET traces = x'ff'`,
		"a wrong length":  `UPDATE memory SET traces = x'7f41'`,
		"no numbers":      `UPDATE memory SET traces = x'0141ffffffffffffffffffff'`,
		"numbers cut off": `UPDATE memory SET traces = x'01410202020202'`,
	} {
		t.Run(name, func(t *testing.T) {
			s := openAs(t, t.TempDir(), "")
			defer closed(t, s)
			var items []model.Item
			for n := range 100 {
				items = append(items, model.Item(fmt.Sprintf("q:%d@1", n)))
			}
			give := func(from, to int) {
				var list []quiz.Answer
				for n := from; n < to; n++ {
					grades := []quiz.Grade{{Item: items[n%100], Right: n%3 > 0}}
					list = append(list, quiz.Answer{ID: fmt.Sprint(n), At: time.Unix(int64(n), 0), Grades: grades})
				}
				if err := s.Append(t.Context(), list, nil); err != nil {
					t.Fatal(err)
				}
			}
			same := func(when string) {
				t.Helper()
				l, err1 := s.Learner(t.Context())
				rows, err2 := s.Items(t.Context(), items)
				if err1 != nil || err2 != nil || len(rows) != 100 || !reflect.DeepEqual(l.Traces, rows) {
					t.Fatalf("%s: packed %d, rows %d, %v, %v", when, len(l.Traces), len(rows), err1, err2)
				}
			}
			give(0, 130)
			same("before")
			if _, err := s.db.Exec(damage); err != nil {
				t.Fatal(err)
			}
			same("damaged")
			give(130, 131)
			same("mended")
			packed := 0
			if err := s.db.QueryRow(`SELECT count(*) FROM memory WHERE length(traces) > 20`).Scan(&packed); err != nil || packed < shards/2 {
				t.Errorf("%d rows are mended, %v", packed, err)
			}
			want := slices.Sorted(slices.Values(items))
			l, err := s.Learner(t.Context())
			if err != nil || !slices.Equal(slices.Sorted(maps.Keys(l.Traces)), want) {
				t.Errorf("the learner's items: %v", err)
			}
		})
	}
}
