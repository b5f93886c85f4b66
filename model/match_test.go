package model_test

import (
	"slices"
	"strings"
	"testing"

	"whose/model"
)

// searched is a matrix of two services and five layers with the names that the
// course gives them.
func searched(t *testing.T) *model.Matrix {
	t.Helper()
	layers := []model.Layer{
		{ID: "physical", Name: "Physical facilities", Short: "Facilities", Words: []string{"data centre", "server", "data"}},
		{ID: "guest-os-patching", Name: "Guest OS patching", Short: "Guest OS patching", Words: []string{"os", "patching", "os patching"}},
		{ID: "platform-patching", Name: "Engine, runtime and platform patching", Short: "Engine, runtime patching", Words: []string{"engine", "patching", "database patching"}},
		{ID: "logging", Name: "Logging and monitoring your own use", Short: "Logging"},
		{ID: "data", Name: "Content of the data and its classification", Short: "Data", Words: []string{"content"}},
	}
	services := []model.Service{
		{ID: "rds", Name: "Amazon RDS", Short: "RDS", Words: []string{"relational database", "database", "server"}},
		{ID: "lambda", Name: "AWS Lambda", Short: "Lambda", Words: []string{"function"}},
	}
	var cells []model.Cell
	for _, l := range layers {
		for _, s := range services {
			cells = append(cells, model.Cell{Service: s.ID, Layer: l.ID, Party: model.AWS, Basis: model.Stated})
		}
	}
	m, err := model.NewMatrix(layers, services, cells)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestFind(t *testing.T) {
	const everyRDS = "rds/physical rds/guest-os-patching rds/platform-patching rds/logging rds/data"
	tests := []struct{ words, cells, unknown, suggestions string }{
		{"rds guest-os-patching", "rds/guest-os-patching", "", ""},
		{"guest-os-patching rds", "rds/guest-os-patching", "", ""},
		{"RDS Guest OS Patching", "rds/guest-os-patching", "", ""},
		{"rds/guest-os-patching", "rds/guest-os-patching", "", ""},
		{"Who patches the OS on Amazon RDS?", "rds/guest-os-patching", "", ""},
		{"whose job is it to patch the operating rds os", "rds/guest-os-patching", "operating", ""},
		{"rds patching", "rds/guest-os-patching rds/platform-patching", "", ""},
		{"patches, rds", "rds/guest-os-patching rds/platform-patching", "", ""},
		{"engine patching rds", "rds/platform-patching", "", ""},
		{"relational database data", "rds/data", "", ""},
		{"database patching", "rds/platform-patching", "", ""},
		{"rds data centre", "rds/physical", "", ""},
		{"function logs", "lambda/logging", "", ""},
		{"logging lambda", "lambda/logging", "", ""},
		{"data", "rds/data lambda/data", "", ""},
		{"rds", everyRDS, "", ""},
		{"lamda logs", "rds/logging lambda/logging", "lamda", "lambda logs"},
		{"rds patchin", everyRDS, "patchin", "rds patching"},
		{"lamda patchin", "", "lamda patchin", "lambda patching"},
		{"rsd patching", "rds/guest-os-patching lambda/guest-os-patching rds/platform-patching lambda/platform-patching", "rsd", "rds patching"},
		{"kms rotation", "", "kms rotation", ""},
		{"rds rotatoin", everyRDS, "rotatoin", ""},
		{"server os", "rds/guest-os-patching", "", ""},
		{"rds facility", "rds/physical", "", ""},
		{"rds ox", everyRDS, "ox", ""},
		{"", "", "", ""},
		{"who on the", "", "", ""},
		{"\x1b[31m rds data", "rds/data", "31m", ""},
	}
	m := searched(t)
	for _, test := range tests {
		t.Run(test.words, func(t *testing.T) {
			match := m.Find(test.words)
			var cells []string
			for _, ref := range match.Cells {
				cells = append(cells, ref.String())
			}
			if got := strings.Join(cells, " "); got != test.cells {
				t.Errorf("cells: got %q, want %q", got, test.cells)
			}
			if got := strings.Join(match.Unknown, " "); got != test.unknown {
				t.Errorf("unknown: got %q, want %q", got, test.unknown)
			}
			if got := strings.Join(match.Suggestions, ", "); got != test.suggestions {
				t.Errorf("suggestions: got %q, want %q", got, test.suggestions)
			}
		})
	}
}

// What Find suggests it must understand.
func TestFindKnowsWhatItSuggests(t *testing.T) {
	m := searched(t)
	for _, words := range []string{"lamda patchin", "rsd loging", "functoin enigne", "databse contents"} {
		match := m.Find(words)
		if len(match.Suggestions) == 0 {
			t.Errorf("no suggestion for %q", words)
		}
		for _, s := range match.Suggestions {
			if again := m.Find(s); len(again.Cells) == 0 || len(again.Unknown) > 0 {
				t.Errorf("%q is suggested for %q and not understood: %+v", s, words, again)
			}
		}
	}
}

func TestFindReturnsEveryCellForItsIDs(t *testing.T) {
	m := searched(t)
	for _, c := range m.Cells() {
		for _, words := range []string{c.Ref().String(), string(c.Layer) + " " + string(c.Service)} {
			if got := m.Find(words).Cells; !slices.Equal(got, []model.CellRef{c.Ref()}) {
				t.Errorf("%q finds %v", words, got)
			}
		}
	}
}
