package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Imported counts what an import added or replaced.
type Imported struct{ Answers, Sessions, Lessons, Bookmarks int }

// Import takes over what Export wrote, of this or another computer, and doubles
// nothing. Of a session that both have, the finished one is kept, else the one
// saved later; a lesson is read if it is in one of them, and its position is the
// later one; settings and readiness are taken over where there are none. Then
// everything that follows from the answers is made anew. A file that cannot be
// used changes nothing; the error says where it is broken.
func (s *Store) Import(ctx context.Context, r io.Reader) (done Imported, err error) {
	lines := &lineReader{r: r}
	err = s.write(ctx, func(tx *sql.Tx) error {
		if lines.read > 0 {
			return errors.New("the history was damaged and is new now: import again")
		}
		im := importer{ledger: s.ledger(tx), dec: json.NewDecoder(lines)}
		im.dec.DisallowUnknownFields()
		if err := im.all(ctx); err != nil {
			return lines.locate(im.dec, err)
		}
		done = im.done
		if !im.answersChanged {
			return nil
		}
		return im.derive(ctx)
	})
	if err != nil {
		return Imported{}, fmt.Errorf("nothing was imported: %w", err)
	}
	return done, nil
}

type importer struct {
	ledger
	dec            *json.Decoder
	header         exportHeader
	done           Imported
	answersChanged bool // one was added or taken back
}

type exportHeader struct {
	format  string
	version int
	course  string
}

// errNoExport says that the file is something else.
var errNoExport = errors.New("this is no file that whose exported: choose one that `whose history export` wrote")

func (im *importer) all(ctx context.Context) error {
	if start, err := im.dec.Token(); err != nil || start != json.Delim('{') {
		return errors.Join(errNoExport, err)
	}
	for im.dec.More() {
		key, err := im.dec.Token()
		if err != nil {
			return err
		}
		if err := im.part(ctx, key.(string)); err != nil { // the keys of an object are strings
			return err
		}
	}
	if _, err := im.dec.Token(); err != nil {
		return err
	}
	if err := im.checkHeader(); err != nil {
		return err
	}
	if _, err := im.dec.Token(); !errors.Is(err, io.EOF) {
		return errors.Join(errors.New("something follows the end of the export: export again"), err)
	}
	return nil
}

// part takes over what stands under one key. The header comes before the rest.
func (im *importer) part(ctx context.Context, key string) error {
	switch key {
	case "format":
		return im.dec.Decode(&im.header.format)
	case "version":
		if err := im.dec.Decode(&im.header.version); err != nil {
			return err
		}
		return im.checkVersion() // at once: here the line is known
	case "course":
		return im.dec.Decode(&im.header.course)
	}
	if err := im.checkHeader(); err != nil {
		return err
	}
	switch key {
	case "settings":
		return im.settings(ctx)
	case "readiness":
		return elements(im.dec, func(d exportedReady) error { return im.ready(ctx, d) })
	case "lessons":
		return elements(im.dec, func(l exportedLesson) error { return im.lesson(ctx, l) })
	case "bookmarks":
		return elements(im.dec, func(b exportedBookmark) error { return im.bookmark(ctx, b) })
	case "sessions":
		return elements(im.dec, func(s exportedSession) error { return im.session(ctx, s) })
	case "answers":
		return elements(im.dec, func(f fact) error { return im.answer(ctx, f) })
	}
	return fmt.Errorf("an export has no %q: %w", key, errNoExport)
}

func (im *importer) checkHeader() error {
	switch h := im.header; {
	case h.format != exportFormat:
		return errNoExport
	case h.version < 1:
		return errNoExport
	case h.course != im.course:
		return fmt.Errorf("this export is of the course %q, not of %q", h.course, im.course)
	}
	return im.checkVersion()
}

func (im *importer) checkVersion() error {
	if h := im.header; h.format == exportFormat && h.version > exportVersion {
		return fmt.Errorf("a newer whose wrote this export (version %d; this one reads %d): update whose", h.version, exportVersion)
	}
	return nil
}

// elements takes the elements of an array one by one.
func elements[T any](dec *json.Decoder, take func(T) error) error {
	if start, err := dec.Token(); err != nil || start != json.Delim('[') {
		return errors.Join(errors.New("a list has to stand here"), err)
	}
	for dec.More() {
		var element T
		if err := dec.Decode(&element); err != nil {
			return err
		}
		if err := take(element); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}
