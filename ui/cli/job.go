package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"whose/model"
	"whose/ui/theme"
	"whose/ui/widget"
)

// mostWhole is how many cells are printed whole when the words fit several;
// of more, only the list helps.
const mostWhole = 3

func newJob(sys System) *cobra.Command {
	return &cobra.Command{
		Use:   "job SERVICE LAYER",
		Short: "Say whose job it is, and why: whose job rds patching",
		Example: `  whose job rds guest-os-patching
  whose job s3 encryption
  whose job who patches the os on ec2`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			course, err := builtIn()
			if err != nil {
				return err
			}
			var unknown error
			err = say(sys, func(w io.Writer) { unknown = printJob(w, course, strings.Join(args, " ")) })
			return cmp.Or(unknown, err)
		},
	}
}

func printJob(w io.Writer, c *model.Course, words string) error {
	m := c.Matrix()
	found := m.Find(words)
	clear := len(found.Cells) > 0 && len(found.Cells) <= mostWhole
	switch {
	case len(found.Suggestions) > 0 && !clear:
		return usage("%q names no service or layer. Did you mean:\n%s", strings.Join(found.Unknown, " "), calls(found.Suggestions))
	case len(found.Cells) == 0:
		return usage("%q names no service and no layer. There are the services %s\nand layers such as %s", words, serviceIDs(m), strings.Join(layerIDs(m)[:4], ", "))
	case clear:
		for i, ref := range found.Cells {
			if i > 0 {
				fmt.Fprintln(w)
			}
			printCell(w, c, ref)
		}
		return nil
	}
	for _, ref := range found.Cells {
		cell, _ := m.Cell(ref)
		fmt.Fprintf(w, "%-4s  %s\n", theme.Name(cell.Party), ref)
	}
	fmt.Fprintf(w, "\nFor the whole of one: whose job %s %s\n", found.Cells[0].Service, found.Cells[0].Layer)
	return nil
}

// calls are the commands that suggested words make.
func calls(suggestions []string) string {
	lines := make([]string, len(suggestions))
	for i, s := range suggestions {
		lines[i] = "  whose job " + s
	}
	return strings.Join(lines, "\n")
}

func serviceIDs(m *model.Matrix) string {
	var ids []string
	for _, s := range m.Services() {
		ids = append(ids, string(s.ID))
	}
	return strings.Join(ids, ", ")
}

func layerIDs(m *model.Matrix) (ids []string) {
	for _, l := range m.Layers() {
		ids = append(ids, string(l.ID))
	}
	return ids
}

// printCell prints a cell for somebody with a question at work.
func printCell(w io.Writer, c *model.Course, ref model.CellRef) {
	m := c.Matrix()
	cell, _ := m.Cell(ref)
	service, _ := m.Service(ref.Service)
	layer, _ := m.Layer(ref.Layer)
	fmt.Fprintf(w, "%s, %s: %s\n", service.Name, layer.Name, verdict(cell))
	printPart(w, "AWS", cell.AWS)
	printPart(w, "You", cell.You)
	printPart(w, "Why", cell.Why)
	if cell.Party == model.Shared {
		printPart(w, "Exam", "a plain question means "+side(cell.Exam)+".")
		for _, cue := range cell.Cues {
			printPart(w, "", fmt.Sprintf("%s: %s", side(cue.Side), cue.Words))
		}
	}
	known := "AWS says so on its page."
	if cell.Basis == model.Inferred {
		known = "AWS states the rule; we apply it to this layer."
	}
	printPart(w, "Known", known)
	for _, url := range cell.Sources {
		fmt.Fprintf(w, "  %-5s %s\n", "Page", url) // never wrapped: it is there to be clicked
	}
	fmt.Fprintf(w, "  %-5s whose lesson %s\n", "Read", cell.Lesson)
}

// verdict is the answer in a few words.
func verdict(c model.Cell) string {
	switch c.Party {
	case model.AWS:
		return "AWS does it."
	case model.Customer:
		return "you do it."
	case model.Shared:
		return "both, each its own part."
	}
	return "the service has no such layer."
}

// side is a party in a sentence.
func side(p model.Party) string {
	if p == model.AWS {
		return "AWS"
	}
	return "you"
}

// printPart prints a label and its text, wrapped and indented.
func printPart(w io.Writer, label, text string) {
	for i, line := range widget.Wrap(text, widget.ProseWidth) {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(w, "  %-5s %s\n", label, line)
	}
}
