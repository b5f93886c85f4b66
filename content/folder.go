package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// maxFile bounds what one file may hold, in bytes. The longest of ours has a
// third of it; the parsers' time grows with the square of what hostile files
// hold.
const maxFile = 128 << 10

// folder reads the files of a course.
type folder struct {
	fsys   fs.FS
	faults *Faults
}

// read gives a file's text with plain line breaks and without unsafe
// characters, which it reports: each is a space in the text. It reports a file
// that it cannot read, and gives false.
func (d folder) read(name string) (string, bool) {
	start := Place{name, 1, 1}
	data, err := d.bytes(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.faults.Add(start, "file", "there is no such file")
		return "", false
	case err != nil:
		d.faults.Add(start, "file", "it cannot be read: %v", err)
		return "", false
	case len(data) > maxFile:
		d.faults.Add(start, "file", "it is larger than %d KiB: split it", maxFile>>10)
		return "", false
	}
	text := strings.ReplaceAll(string(bytes.TrimPrefix(data, []byte("\ufeff"))), "\r\n", "\n")
	if at := strings.IndexRune(text, utf8.RuneError); at >= 0 { // finds what is not UTF-8, too
		d.faults.Add(newRuler(name, 1, text).at(at), "file", "this is no character of UTF-8: save the file as UTF-8")
		return "", false
	}
	return d.clean(name, text), true
}

func (d folder) bytes(name string) ([]byte, error) {
	f, err := d.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// clean puts a space for every unsafe character and reports the first of each
// line.
func (d folder) clean(name, text string) string {
	lines := strings.Split(text, "\n")
	for n, line := range lines {
		if i, r, found := unsafe(line); found {
			d.faults.Add(newRuler(name, n+1, line).at(i), "control-character", "%U may not stand in a course: delete it", r)
			lines[n] = strings.Map(spaceForUnsafe, line)
		}
	}
	return strings.Join(lines, "\n")
}

// has reports whether there is such a file or folder. What cannot be told is
// reported when it is read.
func (d folder) has(name string) bool {
	_, err := fs.Stat(d.fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// list gives the names of the files of a folder that belong in it, in their
// order, and reports the rest, or that there are none. It passes over hidden
// files.
func (d folder) list(name string, belongs func(file string) bool, hint string) []string {
	entries, err := fs.ReadDir(d.fsys, name)
	if err != nil {
		d.faults.Add(Place{name, 1, 1}, "file", "the folder cannot be read: %v", err)
		return nil
	}
	var files []string
	for _, entry := range entries {
		file := entry.Name()
		switch {
		case strings.HasPrefix(file, "."):
		case entry.IsDir() || !belongs(file):
			d.faults.Add(Place{path.Join(name, file), 1, 1}, "file", "%s", hint)
		default:
			files = append(files, file)
		}
	}
	if len(files) == 0 {
		d.faults.Add(Place{name, 1, 1}, "file", "the folder holds no file that belongs in it")
	}
	return files
}
