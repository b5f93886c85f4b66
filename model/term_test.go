package model_test

import (
	"slices"
	"testing"

	"whose/model"
)

func TestTermFinder(t *testing.T) {
	finder := model.NewTermFinder([]model.Term{
		{ID: "policy", Term: "policy", Words: []string{"policies"}},
		{ID: "key-policy", Term: "key policy"},
		{ID: "multi-az", Term: "Multi-AZ"},
		{ID: "guest", Term: "guest operating system", Words: []string{"guest OS"}},
		{ID: "visitor", Term: "guest"},
		{ID: "blank", Term: "", Words: []string{" - "}},
	})
	tests := []struct {
		name, text string
		want       []string
	}{
		{"whole words", "A policy for policyholders.", []string{"policy: policy"}},
		{"another word for it", "Two policies.", []string{"policy: policies"}},
		{"the longer of two", "The key policy and the policy.", []string{"key-policy: key policy", "policy: policy"}},
		{"the shorter, where the longer breaks off", "A key. Policy!", []string{"policy: Policy"}},
		{"any case", "GUEST OS", []string{"guest: GUEST OS"}},
		{"over the end of a line", "a guest\n  operating system", []string{"guest: guest\n  operating system"}},
		{"with its hyphen", "Multi-AZ, multi az", []string{"multi-az: Multi-AZ"}},
		{"beside marks", "**policy**'s [key policy](term:x)", []string{"policy: policy", "key-policy: key policy"}},
		{"beside wide characters", "é 鍵 policy", []string{"policy: policy"}},
		{"at the very end", "a guest", []string{"visitor: guest"}},
		{"nothing", "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, use := range finder.Find(test.text) {
				got = append(got, string(use.Term)+": "+test.text[use.Start:use.End])
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
