package ui_test

import "testing"

// BenchmarkView draws every screen in a window of 200 by 60. The bar is 1 ms.
//
//	go test ./ui -run '^$' -bench View
func BenchmarkView(b *testing.B) {
	for _, s := range tour {
		b.Run(s.name, func(b *testing.B) {
			d := visit(b, s, 200, 60)
			for b.Loop() {
				d.View()
			}
		})
	}
}
