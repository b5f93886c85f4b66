package content_test

import (
	"testing"

	"whose/content"
)

// Reading the course is part of every start of the program.
func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := content.Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}
