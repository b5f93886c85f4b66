package cli_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"whose/ui/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(cleaningUp{m}, map[string]func(){
		"whose": func() { os.Exit(cli.Run(cli.Real())) },
	})
}

// cleaningUp removes the built binaries when all tests have run.
type cleaningUp struct{ *testing.M }

func (c cleaningUp) Run() int {
	defer removeBinaries()
	return c.M.Run()
}

// TestCommands runs the commands as a shell would; each script in
// testdata/script is one story.
func TestCommands(t *testing.T) {
	course, err := filepath.Abs("../../content/check/testdata/course")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("WHOSE_DATA", e.WorkDir+"/data")
			e.Setenv("WHOSE_CONFIG", e.WorkDir+"/config")
			now := time.Now()
			e.Setenv("FAR", now.AddDate(0, 0, 90).Format(time.DateOnly))
			e.Setenv("NEAR", now.AddDate(0, 0, 5).Format(time.DateOnly))
			e.Setenv("LAST_WEEK", now.AddDate(0, 0, -7).Format(time.DateOnly))
			e.Setenv("COURSE", course)
			return nil
		},
	})
}
