package cli

import (
	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"whose/quiz"
	"whose/ui/screen"
)

func newExam(sys System, opts *tuiOptions) *cobra.Command {
	var n int
	var time string
	cmd := &cobra.Command{
		Use:   "exam",
		Short: "Sit a mock exam at the pace of the real one",
		Example: `  whose exam
  whose exam --n 65 --time half`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			exam := screen.OpenExam{}
			if cmd.Flags().Changed("n") {
				if n < 1 || n > maxQuestions {
					return usage("an exam has 1 to %d questions, not %d", maxQuestions, n)
				}
				exam.Questions = n
			}
			if cmd.Flags().Changed("time") {
				allowance, err := quiz.ParseAllowance(time)
				if err != nil {
					return usage("%w", err)
				}
				exam.Time = allowance
			}
			return startTUI(sys, *opts, func(*screen.Deps) ([]tea.Msg, error) { return []tea.Msg{exam}, nil })
		},
	}
	f := cmd.Flags()
	f.IntVar(&n, "n", quiz.UsualExam, "how many questions; the real exam has 65")
	f.StringVar(&time, "time", "", "as-is, half (as much again) or none; your usual one if not given")
	return cmd
}
