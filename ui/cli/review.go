package cli

import (
	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"whose/ui/screen"
)

// maxMinutes bounds a review: more is a slip of the keyboard.
const maxMinutes = 240

func newReview(sys System, opts *tuiOptions) *cobra.Command {
	var open screen.OpenReview
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Review what you are about to forget",
		Example: `  whose review
  whose review --minutes 20
  whose review --n 5`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			minutes, n := cmd.Flags().Changed("minutes"), cmd.Flags().Changed("n")
			switch {
			case minutes && n:
				return usage("say how long or how many, not both")
			case minutes && (open.Minutes < 1 || open.Minutes > maxMinutes):
				return usage("a review takes 1 to %d minutes, not %d", maxMinutes, open.Minutes)
			case n && (open.Items < 1 || open.Items > maxQuestions):
				return usage("a review has 1 to %d questions, not %d", maxQuestions, open.Items)
			}
			return startTUI(sys, *opts, func(*screen.Deps) ([]tea.Msg, error) { return []tea.Msg{open}, nil })
		},
	}
	cmd.Flags().IntVar(&open.Minutes, "minutes", 0, "about how long it shall take; what today asks, at most ten, if not given")
	cmd.Flags().IntVar(&open.Items, "n", 0, "how many questions, instead")
	return cmd
}
