package cli

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"whose/content"
	"whose/content/check"
	"whose/model"
)

func newCheck(sys System) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check the built-in course, or the one in a folder",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			found, err := findFaults(args)
			if err != nil {
				return err
			}
			if asJSON {
				return found.printJSON(sys)
			}
			return found.print(sys)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print counts and faults for a program")
	return command
}

// findings is what a check has come to.
type findings struct {
	course *model.Course // nil if the folder holds none
	faults content.Faults
}

// findFaults checks the folder that the arguments name, or else the course that
// the program carries. The structure of that one was checked when it was
// compiled, and its files are not here: what is found now stands in the compiled
// course.
func findFaults(args []string) (findings, error) {
	var (
		found  findings
		places content.Places
		err    error
	)
	if len(args) == 0 {
		found.course, err = builtIn()
	} else {
		found.course, places, found.faults, err = loadFolder(args[0])
	}
	if err != nil || found.course == nil {
		return found, err
	}
	unfit, err := sectionsFit(found.course, places)
	if err != nil {
		return found, failure{exitFailed, err}
	}
	found.faults = append(check.Run(found.course, places), unfit...)
	found.faults.Sort()
	return found, nil
}

func loadFolder(dir string) (*model.Course, content.Places, content.Faults, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, content.Places{}, nil, failure{exitUsage, err}
	}
	if !info.IsDir() {
		return nil, content.Places{}, nil, usage("%s is no folder: name the folder that course.yaml is in", dir)
	}
	course, places, faults := content.Load(os.DirFS(dir))
	return course, places, faults, nil
}

// print prints every fault and what the course holds.
func (f findings) print(sys System) error {
	for _, fault := range f.faults {
		fmt.Fprintln(sys.Stdout, fault)
	}
	if f.course != nil {
		printCounts(sys, content.Count(f.course))
	}
	return f.verdict()
}

func (f findings) verdict() error {
	if len(f.faults) > 0 {
		return failure{exitFailed, fmt.Errorf("the course has %s", plural(len(f.faults), "fault"))}
	}
	return nil
}

// printJSON prints the same for a program. Without a course there are no counts.
func (f findings) printJSON(sys System) error {
	type fault struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Rule    string `json:"rule"`
		Message string `json:"message"`
	}
	report := struct {
		Counts *content.Counts `json:"counts"`
		Faults []fault         `json:"faults"`
	}{Faults: []fault{}}
	if f.course != nil {
		counts := content.Count(f.course)
		report.Counts = &counts
	}
	for _, one := range f.faults {
		at := one.Known()
		report.Faults = append(report.Faults, fault{at.File, at.Line, at.Column, one.Rule, one.Message})
	}
	text, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return failure{exitFailed, fmt.Errorf("writing the faults as JSON: %w", err)}
	}
	if _, err := fmt.Fprintf(sys.Stdout, "%s\n", text); err != nil {
		return failure{exitFailed, fmt.Errorf("writing the faults: %w", err)}
	}
	return f.verdict()
}

func printCounts(sys System, n content.Counts) {
	fmt.Fprintf(sys.Stdout, "%s, %d minutes of reading\n", plural(n.Lessons, "lesson"), n.Minutes)
	fmt.Fprintf(sys.Stdout, "%s: %s of %s; %d shared, %d inferred, %d never graded\n",
		plural(n.Cells, "cell"), plural(n.Services, "service"), plural(n.Layers, "layer"), n.Shared, n.Inferred, n.Cells-n.Graded)
	fmt.Fprintf(sys.Stdout, "%s on %s; %d with several right answers; difficulty %d/%d/%d\n",
		plural(n.Questions, "question"), plural(n.Objectives, "objective"), n.Multiple, n.Difficulty[0], n.Difficulty[1], n.Difficulty[2])
	fmt.Fprintf(sys.Stdout, "%s and %s that are mixed up\n", plural(n.Concepts, "concept"), plural(n.Pairs, "pair"))
	fmt.Fprintf(sys.Stdout, "%s in the glossary, %s\n", plural(n.Terms, "term"), plural(n.Incidents, "incident"))
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
