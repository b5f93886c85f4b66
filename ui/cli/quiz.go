package cli

import (
	"fmt"
	"math/rand/v2"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"whose/model"
	"whose/quiz"
	"whose/ui/screen"
)

// quizOptions are the flags of a quiz.
type quizOptions struct {
	topic string
	n     int
	seed  uint64
	mode  string
	print bool
}

// maxQuestions bounds a paper: more is a slip of the keyboard.
const maxQuestions = 500

func newQuiz(sys System, opts *tuiOptions) *cobra.Command {
	var q quizOptions
	cmd := &cobra.Command{
		Use:   "quiz",
		Short: "Take a quiz, or print one for a class",
		Example: `  whose quiz --topic rds --n 5
  whose quiz --topic 2.1 --mode test
  whose quiz --n 20 --seed 7 --print > paper.md`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if q.n < 1 || q.n > maxQuestions {
				return usage("a quiz has 1 to %d questions, not %d", maxQuestions, q.n)
			}
			seeded := cmd.Flags().Changed("seed")
			if q.print {
				return printQuiz(sys, q, seeded)
			}
			o := *opts
			if seeded {
				o.seed = &q.seed
			}
			return startTUI(sys, o, q.open)
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.topic, "topic", "", "a task (2.1), an objective (2.1.s5), a lesson, a service, a pair (guardduty/inspector) or a cell (rds/guest-os-patching); all of them if not given")
	f.IntVar(&q.n, "n", 10, "how many questions")
	f.Uint64Var(&q.seed, "seed", 0, "the same number draws the same paper again")
	f.StringVar(&q.mode, "mode", string(quiz.Study), "study: graded at once; test: graded at the end")
	f.BoolVar(&q.print, "print", false, "write the paper and its key as Markdown")
	return cmd
}

// open starts the quiz on the screen.
func (q quizOptions) open(d *screen.Deps) ([]tea.Msg, error) {
	mode, err := quiz.ParseMode(q.mode)
	if err != nil {
		return nil, usage("%w", err)
	}
	topic, prompts, err := q.draw(d.Course, d.Rand)
	if err != nil {
		return nil, err
	}
	s, err := quiz.NewSession(d.Course, quiz.Setup{
		ID: d.NewID(), Kind: quiz.KindQuiz, Mode: mode, Topic: topic.String(), Title: topic.Title(d.Course),
	}, prompts, d.Now())
	if err != nil {
		return nil, failure{exitFailed, err}
	}
	return []tea.Msg{screen.OpenQuiz{Session: s}}, nil
}

func (q quizOptions) draw(c *model.Course, rng *rand.Rand) (quiz.Topic, []quiz.Prompt, error) {
	topic, err := quiz.ParseTopic(c, q.topic)
	if err != nil {
		return quiz.Topic{}, nil, usage("%w", err)
	}
	prompts, err := quiz.Draw(c, topic, q.n, rng)
	if err != nil {
		return quiz.Topic{}, nil, usage("%w", err)
	}
	return topic, prompts, nil
}

// printQuiz writes the paper for a class. Its title names the seed, so that the
// teacher can draw it again.
func printQuiz(sys System, q quizOptions, seeded bool) error {
	course, err := builtIn()
	if err != nil {
		return err
	}
	seed := q.seed
	if !seeded {
		seed = randomSeed(sys) % 1_000_000 // short enough to be copied by hand
	}
	topic, prompts, err := q.draw(course, rand.New(rand.NewPCG(seed, 0)))
	if err != nil {
		return err
	}
	if err := quiz.WriteMarkdown(sys.Stdout, course, topic.Title(course), seed, prompts); err != nil {
		return failure{exitFailed, fmt.Errorf("writing the paper: %w", err)}
	}
	return nil
}
