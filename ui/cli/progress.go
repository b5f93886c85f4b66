package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/study"
	"whose/ui/widget"
)

func newProgress(sys System, opts *tuiOptions) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "progress",
		Short: "Say how ready you are, and what is due",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return withCourse(sys, opts, func(ctx context.Context, s *history.Store, c *model.Course) error {
				st, err := standingOf(ctx, s, c, sys.Now())
				if err != nil {
					return err
				}
				if !asJSON {
					return say(sys, st.print)
				}
				text, err := json.MarshalIndent(st.report(), "", "  ")
				if err != nil {
					return fmt.Errorf("writing the progress as JSON: %w", err)
				}
				_, err = fmt.Fprintf(sys.Stdout, "%s\n", text)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it for a program: docs/progress.md says what is in it")
	return cmd
}

// standing is how a learner stands at a moment.
type standing struct {
	course   *model.Course
	today    recall.Day
	learner  recall.Learner
	ready    recall.Readiness
	plan     recall.Plan
	progress history.Progress
}

func standingOf(ctx context.Context, s *history.Store, c *model.Course, now time.Time) (standing, error) {
	l, err := s.Learner(ctx)
	if err != nil {
		return standing{}, err
	}
	p, err := s.Progress(ctx)
	if err != nil {
		return standing{}, err
	}
	ready, plan := recall.Assess(c, l, now)
	return standing{c, recall.DayOf(now), l, ready, plan, p}, nil
}

// print prints it for a person, at most 80 columns wide.
func (st standing) print(w io.Writer) {
	fmt.Fprintf(w, "Readiness  %s", readinessText(st.ready))
	if exam := st.learner.Exam; exam != 0 {
		fmt.Fprintf(w, ", exam %s", study.Away(exam, st.today))
	}
	fmt.Fprintf(w, "\nToday      %s\n", load(st.plan.Today))
	if st.plan.Backlog > 0 {
		fmt.Fprintf(w, "Can wait   %d more that are due\n", st.plan.Backlog)
	}
	fmt.Fprintf(w, "\n%-49s%9s %14s %5s\n", "", "right now", "asked", "due")
	for _, t := range st.ready.Tasks {
		task, _ := st.course.Task(t.ID)
		printStanding(w, st.ready, string(t.ID)+" "+task.Name, t.Share, t.Seen, t.Total, t.Due)
		for _, o := range st.ready.Objectives {
			if objective, _ := st.course.Objective(o.ID); objective.Task == t.ID {
				printStanding(w, st.ready, "  "+string(o.ID)+" "+objective.Text, o.Share, o.Seen, o.Total, o.Due)
			}
		}
	}
	fmt.Fprintln(w, "(due counts matrix cells too)")
	st.printWork(w)
	st.printConfusions(w)
}

func printStanding(w io.Writer, r recall.Readiness, name string, share float64, seen, total, due int) {
	percent := "?"
	if r.Missing == 0 {
		percent = study.Percent(share)
	}
	fmt.Fprintf(w, "%s %8s %14s %5d\n", widget.PadRight(name, 49), percent, fmt.Sprintf("%d of %d", seen, total), due)
}

// printWork prints how much was done, and how sure the learner was.
func (st standing) printWork(w io.Writer) {
	var all recall.Tally
	for _, d := range st.progress.Days {
		all.Right, all.Answered = all.Right+d.Right, all.Answered+d.Answered
	}
	if all.Answered == 0 {
		return
	}
	fmt.Fprintf(w, "\nWork       %s on %s, %d right\n", plural(all.Answered, "answer"), plural(len(st.progress.Days), "day"), all.Right)
	sure := st.progress.Sure
	for _, level := range []struct {
		name string
		recall.Tally
	}{{"Unsure", sure.Unsure}, {"Sure", sure.Sure}, {"Fast", sure.Fast}} {
		if level.Answered > 0 {
			fmt.Fprintf(w, "%-10s %d of %d right\n", level.name, level.Right, level.Answered)
		}
	}
}

// shownConfusions is how many are printed for a person.
const shownConfusions = 5

func (st standing) printConfusions(w io.Writer) {
	shown := 0
	for _, c := range st.progress.Confusions {
		took, known := st.course.Concept(c.Took)
		meant, knownToo := st.course.Concept(c.For)
		if !known || !knownToo { // an older version of the course had it
			continue
		}
		if shown == 0 {
			fmt.Fprintln(w, "\nConfused")
		}
		fmt.Fprintf(w, "  took %s for %s, %s\n", took.Name, meant.Name, plural(c.Times, "time"))
		if shown++; shown == shownConfusions {
			return
		}
	}
}
