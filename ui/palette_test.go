package ui_test

import (
	"testing"

	"whose/ui/screen"
	"whose/ui/uitest"
)

func TestThePaletteFindsWordsAndIncidents(t *testing.T) {
	d := uitest.Open(t, 80, 24)
	for _, tt := range []struct{ query, found, opens string }{
		{"guest os", "term    guest operating system", "Where it is taught"},
		{"incident bucket", "story   The bucket that anybody could read", "enter begin"},
		{"go glossary", "go      Glossary", "6 words"},
		{"go incidents", "go      Incidents", "whose job was it?"},
	} {
		d.Keys(":")
		d.Type(tt.query)
		d.Want(tt.found)
		d.Keys("enter")
		d.Want(tt.opens)
		d.Keys("esc")
	}
}

func TestAServiceOfMineIsAmongTheBookmarks(t *testing.T) {
	deps := uitest.Deps(t)
	d := uitest.OpenWith(t, deps, 80, 24, screen.OpenMatrix{Focus: rdsPatching})
	d.Keys("a")
	d = uitest.OpenWith(t, deps, 80, 24, screen.OpenBookmarks{})
	d.Want("1 kept", "service   Amazon RDS")
	d.Keys("enter")
	d.Want("── RDS · Facilities")
	d.Keys("esc", "b")
	d.Want("Nothing is bookmarked.")
}
