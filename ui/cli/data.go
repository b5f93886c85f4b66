package cli

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// dataDir is the folder of the learner's answers: the flag, WHOSE_DATA, or the
// system's data folder.
func dataDir(sys System, flag string) (string, error) {
	switch {
	case flag != "":
		return filepath.Abs(flag)
	case sys.getenv("WHOSE_DATA") != "":
		return filepath.Abs(sys.getenv("WHOSE_DATA"))
	}
	return filepath.Join(xdg.DataHome, "whose"), nil
}

// configDir is the folder of the file with the program's look: WHOSE_CONFIG, or
// the system's configuration folder.
func configDir(sys System) (string, error) {
	if dir := sys.getenv("WHOSE_CONFIG"); dir != "" {
		return filepath.Abs(dir)
	}
	return filepath.Join(xdg.ConfigHome, "whose"), nil
}
