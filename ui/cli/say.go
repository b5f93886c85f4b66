package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"whose/ui/theme"
)

// say prints a text on standard output, in ASCII where the locale knows nothing
// else, and reports that it could not be written.
func say(sys System, print func(io.Writer)) error {
	var text bytes.Buffer
	print(&text)
	out := text.String()
	if !isUTF8(sys) {
		out = theme.ASCII(out)
	}
	if _, err := io.WriteString(sys.Stdout, out); err != nil {
		return failure{exitFailed, fmt.Errorf("the text could not be written: %w", err)}
	}
	return nil
}

// plainArgs makes every command under cmd tell how it is called when the number
// of its arguments is wrong.
func plainArgs(cmd *cobra.Command) {
	for _, c := range cmd.Commands() {
		plainArgs(c)
		check := c.Args
		if check == nil || c.HasSubCommands() {
			continue
		}
		c.Args = func(c *cobra.Command, args []string) error {
			if check(c, args) == nil {
				return nil
			}
			problem := "something is missing"
			if len(args) > 0 {
				problem = fmt.Sprintf("%q is too much", args[len(args)-1])
			}
			return usage("%s: call it as: %s", problem, strings.TrimSuffix(c.UseLine(), " [flags]"))
		}
	}
}
