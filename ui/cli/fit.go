package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"whose/content"
	"whose/model"
	"whose/ui/markdown"
	"whose/ui/theme"
	"whose/ui/widget"
)

// fitRule is the one rule of docs/rules.md that needs to know how a screen
// looks.
const fitRule = "section-fits"

// fitLines is how many lines of text are in sight on a screen of 80x24, next to
// its title and its keys.
const fitLines = 19

// sectionsFit reports the sections of lessons that are longer than a screen of
// 80x24, so that a teacher would have to scroll.
func sectionsFit(c *model.Course, places content.Places) (content.Faults, error) {
	var faults content.Faults
	for _, l := range c.Lessons() {
		page, err := markdown.Render(l.Markdown, widget.ProseWidth, theme.New(true, colorprofile.NoTTY))
		if err != nil {
			return nil, fmt.Errorf("lesson %s: %w", l.ID, err)
		}
		starts := sectionStarts(l.Markdown)
		for i, s := range sectionsOf(page) {
			if s.lines > fitLines {
				faults.Add(lineOf(places.Lessons[l.ID], l.Markdown, starts[i]), fitRule,
					"the section %q has %d lines on a screen of 80x24: shorten it to %d, or divide it", s.name, s.lines, fitLines)
			}
		}
	}
	return faults, nil
}

// section is what stands from one heading to the next.
type section struct {
	name  string
	lines int
}

// sectionsOf divides a page. The first section has no heading.
func sectionsOf(page *markdown.Page) []section {
	var all []section
	first, name := 0, "of the beginning"
	end := func(next int) {
		text := strings.TrimRight(strings.Join(page.Plain[first:next], "\n"), "\n")
		all = append(all, section{name, strings.Count(text, "\n") + 1})
	}
	for _, b := range page.Blocks {
		if b.Heading != "" {
			end(b.First)
			first, name = b.First, b.Heading
		}
	}
	end(len(page.Plain))
	return all
}

// sectionStarts gives the offsets in a lesson's Markdown at which its sections
// begin.
func sectionStarts(md string) []int {
	starts := []int{0}
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	for n := parser.Parse(text.NewReader([]byte(md))).FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Lines().Len() > 0 {
			starts = append(starts, h.Lines().At(0).Start)
		}
	}
	return starts
}

// lineOf is the beginning of the line of an offset in a lesson's Markdown, or
// nowhere if the lesson's file is not at hand.
func lineOf(lesson content.Place, md string, offset int) content.Place {
	if lesson == (content.Place{}) {
		return lesson
	}
	return content.Place{File: lesson.File, Line: lesson.Line + strings.Count(md[:offset], "\n"), Column: 1}
}
