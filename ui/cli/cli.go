// Package cli is the command line: it starts the full-screen program and holds
// the commands that need no screen.
package cli

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// version of the program; the course has one of its own.
const version = "0.1.0"

// System is the outside world as the commands see it.
type System struct {
	Args    []string // without the program's name
	Stdin   *os.File
	Stdout  *os.File
	Stderr  io.Writer
	Environ []string
	Now     func() time.Time
	Random  io.Reader // for ids and seeds
}

// Real is the system that the program was started on.
func Real() System {
	return System{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Environ: os.Environ(), Now: time.Now, Random: rand.Reader,
	}
}

// Exit statuses. A script can tell a broken course (1) from a wrong call or a
// missing terminal (2).
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// failure is an error that decides the exit status. Its text has been printed
// already when it is empty.
type failure struct {
	status int
	err    error
}

func (f failure) Error() string { return f.err.Error() }
func (f failure) Unwrap() error { return f.err }

// errPrinted stands for an error whose text is on the screen already.
var errPrinted = errors.New("see above")

func usage(format string, args ...any) error {
	return failure{exitUsage, fmt.Errorf(format, args...)}
}

// Run runs the command that the arguments name and gives the exit status.
func Run(sys System) int {
	root := newRoot(sys)
	root.SetArgs(sys.Args)
	root.SetOut(sys.Stdout)
	root.SetErr(sys.Stderr)
	err := root.Execute()
	if err == nil {
		return exitOK
	}
	status := exitUsage // what cobra itself refuses is a wrong call
	if f, ok := errors.AsType[failure](err); ok {
		status = f.status
	}
	if !errors.Is(err, errPrinted) {
		fmt.Fprintf(sys.Stderr, "whose: %v\n", err)
	}
	return status
}

func newRoot(sys System) *cobra.Command {
	var opts tuiOptions
	root := &cobra.Command{
		Use:   "whose",
		Short: "On AWS, whose job is it?",
		Long: `whose teaches the AWS Shared Responsibility Model and the security part of the
Cloud Practitioner exam (CLF-C02, Domain 2): lessons, a matrix of who does what,
quizzes, reviews, mock exams. Without a command it opens at home.

Environment:
  WHOSE_DATA    folder of your answers
  WHOSE_CONFIG  folder of config.yaml, which says how the program looks`,
		Version:       version,
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(*cobra.Command, []string) error { return startTUI(sys, opts, nil) },
	}
	root.SetVersionTemplate("whose {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.PersistentFlags().StringVar(&opts.data, "data", "", "folder of your answers (default: WHOSE_DATA, or whose in your system's data folder)")
	root.PersistentFlags().StringVar(&opts.theme, "theme", "", "auto, dark or light")
	root.AddCommand(
		newLesson(sys, &opts), newMatrix(sys, &opts), newQuiz(sys, &opts), newIncident(sys, &opts),
		newExam(sys, &opts), newReview(sys, &opts), newPlan(sys, &opts), newProgress(sys, &opts), newHistory(sys, &opts),
		newJob(sys), newCheck(sys), newExport(sys),
	)
	plainArgs(root)
	return root
}

// getenv is an environment variable of the system; the last setting wins, as in
// a shell.
func (s System) getenv(name string) string {
	value := ""
	for _, kv := range s.Environ {
		if v, ok := strings.CutPrefix(kv, name+"="); ok {
			value = v
		}
	}
	return value
}

// isTerminal reports whether the screen can be drawn on standard output.
func (s System) isTerminal() bool { return term.IsTerminal(s.Stdout.Fd()) }

// newID is a random 128-bit id in hex.
func (s System) newID() string {
	var b [16]byte
	if _, err := io.ReadFull(s.Random, b[:]); err != nil {
		panic("the system has no randomness: " + err.Error())
	}
	return hex.EncodeToString(b[:])
}
