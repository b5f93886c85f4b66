package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"whose/content"
	"whose/content/check"
	"whose/model"
)

func newCheck(sys System) *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check the built-in course, or the one in a folder",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return checkBuiltIn(sys)
			}
			info, err := os.Stat(args[0])
			if err != nil {
				return failure{exitUsage, err}
			}
			if !info.IsDir() {
				return usage("%s is no folder: name the folder that course.yaml is in", args[0])
			}
			course, places, faults := content.Load(os.DirFS(args[0]))
			return report(sys, course, places, faults)
		},
	}
}

// checkBuiltIn checks the course that the program carries. Its structure was
// checked when it was compiled, and its files are not here: what is found now
// stands in the compiled course.
func checkBuiltIn(sys System) error {
	course, err := builtIn()
	if err != nil {
		return err
	}
	return report(sys, course, content.Places{}, nil)
}

// report prints every fault and what the course holds.
func report(sys System, course *model.Course, places content.Places, faults content.Faults) error {
	if course != nil {
		faults = append(faults, check.Run(course, places)...)
		faults.Sort()
	}
	for _, f := range faults {
		fmt.Fprintln(sys.Stdout, f)
	}
	if course != nil {
		printCounts(sys, content.Count(course))
	}
	if len(faults) > 0 {
		return failure{exitFailed, fmt.Errorf("the course has %s", plural(len(faults), "fault"))}
	}
	return nil
}

func printCounts(sys System, n content.Counts) {
	fmt.Fprintf(sys.Stdout, "%s, %d minutes of reading\n", plural(n.Lessons, "lesson"), n.Minutes)
	fmt.Fprintf(sys.Stdout, "%s: %s of %s; %d shared, %d inferred, %d never graded\n",
		plural(n.Cells, "cell"), plural(n.Services, "service"), plural(n.Layers, "layer"), n.Shared, n.Inferred, n.Cells-n.Graded)
	fmt.Fprintf(sys.Stdout, "%s on %s; %d with several right answers; difficulty %d/%d/%d\n",
		plural(n.Questions, "question"), plural(n.Objectives, "objective"), n.Multiple, n.Difficulty[0], n.Difficulty[1], n.Difficulty[2])
	fmt.Fprintf(sys.Stdout, "%s and %s that are mixed up\n", plural(n.Concepts, "concept"), plural(n.Pairs, "pair"))
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
