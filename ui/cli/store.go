package cli

import (
	"context"
	"errors"
	"fmt"

	"whose/content"
	"whose/model"
	"whose/quiz/history"
)

// withHistory runs a command on the learner's history, and tells what there is
// to tell about its file.
func withHistory(sys System, opts *tuiOptions, run func(context.Context, *history.Store) error) (err error) {
	ctx := context.Background()
	dir, err := dataDir(sys, opts.data)
	if err != nil {
		return failure{exitFailed, err}
	}
	store, err := history.Open(ctx, history.Options{Dir: dir, Course: content.EmbeddedID, Owner: sys.newID(), Now: sys.Now})
	if err != nil {
		return failure{exitFailed, err}
	}
	defer func() {
		if notice := store.Notice(); notice != "" {
			fmt.Fprintf(sys.Stderr, "whose: %s\n", notice)
		}
		if closing := store.Close(); err == nil && closing != nil {
			err = failure{exitFailed, closing}
		}
	}()
	return failed(run(ctx, store))
}

// failed makes an error one of what the command was asked to do, unless it says
// itself what it is one of.
func failed(err error) error {
	if _, ok := errors.AsType[failure](err); ok || err == nil {
		return err
	}
	return failure{exitFailed, err}
}

// withCourse is withHistory for what needs the course, too.
func withCourse(sys System, opts *tuiOptions, run func(context.Context, *history.Store, *model.Course) error) error {
	course, err := builtIn()
	if err != nil {
		return err
	}
	return withHistory(sys, opts, func(ctx context.Context, s *history.Store) error { return run(ctx, s, course) })
}
