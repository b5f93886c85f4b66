package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"whose/quiz/history"
)

func newHistory(sys System, opts *tuiOptions) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "history",
		Short: "Take your answers elsewhere, bring them in, or begin anew",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usage("what about the history? There are: whose history export, import and reset")
		},
	}
	cmd.AddCommand(newHistoryExport(sys, opts), newHistoryImport(sys, opts), newHistoryReset(sys, opts))
	return cmd
}

func newHistoryExport(sys System, opts *tuiOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write all of it as one JSON file, or to standard output",
		Example: `  whose history export answers.json
  whose history export | gzip > answers.json.gz`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return withHistory(sys, opts, func(ctx context.Context, s *history.Store) error {
				if s.Notice() != "" { // it tells where the damaged one is; this one is new
					return history.ErrDamaged
				}
				if len(args) == 0 || args[0] == "-" {
					return s.Export(ctx, sys.Stdout)
				}
				return exportTo(ctx, s, args[0])
			})
		},
	}
}

// exportTo writes a new file. One that is there already is somebody's, and stays.
func exportTo(ctx context.Context, s *history.Store, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return usage("%s is no file to write an export to: name a new one", path)
		}
		return usage("%s is there already: name another file, or remove it", path)
	case err != nil:
		return fmt.Errorf("the history is not exported: %w", err)
	}
	if err = errors.Join(s.Export(ctx, f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path)) // half an export is none
	}
	return nil
}

func newHistoryImport(sys System, opts *tuiOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Add what another computer exported; nothing is doubled",
		Example: `  whose history import answers.json
  gunzip < answers.json.gz | whose history import -`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			var in io.Reader = sys.Stdin
			name := "standard input"
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return usage("%w", err)
				}
				defer f.Close()
				in, name = f, args[0]
			}
			return withHistory(sys, opts, func(ctx context.Context, s *history.Store) error {
				in, done := tellReading(sys, in)
				got, err := s.Import(ctx, in)
				done()
				if err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				return say(sys, func(w io.Writer) {
					fmt.Fprintf(w, "added: %s, %s, %s, %s\n", plural(got.Answers, "answer"), plural(got.Sessions, "session"),
						plural(got.Lessons, "lesson"), plural(got.Bookmarks, "bookmark"))
				})
			})
		},
	}
}

func newHistoryReset(sys System, opts *tuiOptions) *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "reset",
		Short: "Forget all answers, after asking and with a copy",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !yes && !term.IsTerminal(sys.Stdin.Fd()) {
				return usage("nobody is here to ask: to forget all answers say whose history reset --yes")
			}
			return withHistory(sys, opts, func(ctx context.Context, s *history.Store) error {
				if !yes {
					sum, err := s.Summary(ctx)
					if err != nil {
						return err
					}
					fmt.Fprintf(sys.Stdout, "Forget %s and all the rest? A copy is kept. [y/N] ", plural(sum.Answered, "answer"))
					if !agreed(sys.Stdin) {
						fmt.Fprintln(sys.Stdout, "nothing is changed")
						return nil
					}
				}
				backup, err := s.Reset(ctx)
				if err != nil {
					return err
				}
				fmt.Fprintf(sys.Stdout, "all is forgotten; a copy is in %s\n", backup)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// agreed reads a line that says yes. Anything else is a no.
func agreed(in io.Reader) bool {
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil {
		return false
	}
	answer := strings.ToLower(strings.TrimSpace(line))
	return answer == "y" || answer == "yes"
}
