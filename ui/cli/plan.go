package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"whose/model"
	"whose/quiz/history"
	"whose/quiz/recall"
	"whose/ui/study"
	"whose/ui/widget"
)

func newPlan(sys System, opts *tuiOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "plan [DATE|none]",
		Short: "Say what to study until the exam, and set its date",
		Example: `  whose plan
  whose plan 2026-12-20
  whose plan none`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return withCourse(sys, opts, func(ctx context.Context, s *history.Store, c *model.Course) error {
				now := sys.Now()
				if len(args) == 1 {
					day, err := examDate(args[0], recall.DayOf(now))
					if err != nil {
						return err
					}
					if err := s.SetExam(ctx, day); err != nil {
						return err
					}
				}
				l, err := s.Learner(ctx)
				if err != nil {
					return err
				}
				ready, plan := recall.Assess(c, l, now)
				return say(sys, func(w io.Writer) { printPlan(w, plan, ready, l.Exam, now) })
			})
		},
	}
}

// examDate reads the date of an exam. Nothing at all, as an empty variable of a
// script makes it, is not taken for "none".
func examDate(text string, today recall.Day) (recall.Day, error) {
	if strings.TrimSpace(text) == "" {
		return 0, usage("there is no date: write it as 2026-12-20; whose plan none takes the date away")
	}
	day, err := study.ParseExam(text, today)
	if err != nil {
		return 0, usage("%w; whose plan none takes the date away", err)
	}
	return day, nil
}

// plannedDays is how many days are told one by one.
const plannedDays = 14

func printPlan(w io.Writer, p recall.Plan, r recall.Readiness, exam recall.Day, now time.Time) {
	today := recall.DayOf(now)
	field := func(name, format string, args ...any) {
		fmt.Fprintf(w, "%-14s %s\n", name, fmt.Sprintf(format, args...))
	}
	switch {
	case exam == 0:
		field("Exam", "no date; set one with: whose plan %s", (today + 30).String())
	default:
		field("Exam", "%s, %s", longDate(exam), study.Away(exam, today))
	}
	field("Readiness", "%s", readinessText(r))
	field("Today", "%s", load(p.Today))
	if p.Backlog > 0 {
		field("Can wait", "%d more that are due", p.Backlog)
	}
	field("Never asked", "%s", plural(p.Unseen, "question"))
	if n := len(p.Unmet); n > 0 {
		field("Not yet met", "%s", plural(n, "objective"))
	}
	if exam >= today && exam != 0 {
		field("All of it fits", "%s", yesNo(p.Fits))
	}
	if p.Says != "" {
		fmt.Fprintln(w)
		for _, line := range widget.Wrap(p.Says, widget.ProseWidth) {
			fmt.Fprintln(w, line)
		}
	}
	printDays(w, p.Days, today)
}

// printDays prints the load of the days to come.
func printDays(w io.Writer, days []recall.Load, today recall.Day) {
	if len(days) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%-16s %5s %5s %8s\n", "Day", "due", "new", "minutes")
	for i, d := range days[:min(plannedDays, len(days))] {
		fmt.Fprintf(w, "%-16s %5d %5d %8d\n", (today + recall.Day(i)).Date().Format("Mon 2 Jan 2006"), d.Due, d.New, wholeMinutes(d.Time))
	}
	rest := days[min(plannedDays, len(days)):]
	if len(rest) == 0 {
		return
	}
	var sum recall.Load
	for _, d := range rest {
		sum.Due, sum.New, sum.Time = sum.Due+d.Due, sum.New+d.New, sum.Time+d.Time
	}
	fmt.Fprintf(w, "then %s, on each about %d to answer, %d minutes\n",
		plural(len(rest), "day"), (sum.Items()+len(rest)/2)/len(rest), wholeMinutes(sum.Time/time.Duration(len(rest))))
}

func wholeMinutes(d time.Duration) int { return int((d + time.Minute/2) / time.Minute) }

// load says the work of a day.
func load(l recall.Load) string {
	switch {
	case l.Items() == 0:
		return "nothing is due"
	case l.Due == 0:
		return fmt.Sprintf("%d new, %s", l.New, study.Minutes(l.Time))
	case l.New == 0:
		return fmt.Sprintf("%d due, %s", l.Due, study.Minutes(l.Time))
	}
	return fmt.Sprintf("%d due and %d new, %s", l.Due, l.New, study.Minutes(l.Time))
}

func readinessText(r recall.Readiness) string {
	if r.Missing > 0 {
		return study.Missing(r)
	}
	return study.Readiness(r)
}

func longDate(d recall.Day) string { return d.Date().Format("Monday 2 January 2006") }

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
