package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"whose/ui/screen"
)

// File is the name of the file in its folder.
const File = "config.yaml"

// ErrNoFolder says that a file stands where the folder of the settings has to be.
var ErrNoFolder = errors.New("this is a file, and has to be a folder")

// Load reads the file of a folder. Without a file there are the defaults, and no
// error; with a broken one there is both: see Parse.
func Load(dir string) (screen.Preferences, error) {
	path := filepath.Join(dir, File)
	text, err := os.ReadFile(path)
	switch {
	case isFile(dir):
		return Default(), fmt.Errorf("the settings could not be read: %s: %w", dir, ErrNoFolder)
	case errors.Is(err, fs.ErrNotExist):
		return Default(), nil
	case err != nil:
		return Default(), fmt.Errorf("the settings could not be read: %w", err)
	}
	return Parse(path, string(text))
}

// Save writes preferences into the file of a folder, and makes both if they are
// missing. A file that has a fault is copied first: kept is then the path of the
// copy, else it is empty.
func Save(dir string, prefs screen.Preferences) (kept string, err error) {
	if isFile(dir) {
		return "", fmt.Errorf("the settings are not saved: %s: %w", dir, ErrNoFolder)
	}
	path := filepath.Join(dir, File)
	// The file may be a link into a folder of somebody's own: what it leads to is
	// written, the link stays.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("the settings are not saved: %w", err)
	}
	if _, fault := Parse(path, string(text)); fault != nil {
		kept = path + ".bak"
		if err := os.WriteFile(kept, text, 0o600); err != nil {
			return "", fmt.Errorf("the settings are not saved, as the broken file could not be copied: %w", err)
		}
		text = nil
	}
	if err := replace(path, Edit(string(text), prefs)); err != nil {
		return kept, fmt.Errorf("the settings are not saved: %w", err)
	}
	return kept, nil
}

func isFile(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && !info.IsDir()
}

// replace writes a file so that it is never half there.
func replace(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if old, err := os.Stat(path); err == nil {
		mode = old.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), File+".*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
