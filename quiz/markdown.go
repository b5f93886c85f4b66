package quiz

import (
	"fmt"
	"io"
	"strings"

	"whose/model"
)

// WriteMarkdown writes a paper for a class: the prompts, numbered, with lettered
// options, and after them the key with every option's reason and the sources.
// The same arguments give the same bytes. The error is w's.
func WriteMarkdown(w io.Writer, c *model.Course, title string, seed uint64, prompts []Prompt) error {
	var paper strings.Builder
	count := fmt.Sprintf("%d questions", len(prompts))
	if len(prompts) == 1 {
		count = "1 question"
	}
	fmt.Fprintf(&paper, "# %s\n\n%s · version %s · seed %d · %s\n",
		plain(title), plain(c.Title()), plain(c.Version()), seed, count)
	for i, p := range prompts {
		writeItem(&paper, i+1, plain(p.Stem), p.lettered(func(o Option) string { return o.Text }))
	}
	paper.WriteString("\n## Key\n")
	for i, p := range prompts {
		reasons := p.lettered(func(o Option) string { return o.Reason })
		for _, source := range p.Sources {
			reasons = append(reasons, "<"+source+">")
		}
		writeItem(&paper, i+1, "**"+strings.Join(p.rightLetters(), ", ")+"**", reasons)
	}
	if _, err := io.WriteString(w, paper.String()); err != nil {
		return fmt.Errorf("the paper is not written: %w", err)
	}
	return nil
}

// writeItem writes a numbered paragraph with a list below it, indented as far as
// Markdown wants it to belong to the number.
func writeItem(paper *strings.Builder, number int, text string, list []string) {
	label := fmt.Sprintf("%d. ", number)
	fmt.Fprintf(paper, "\n%s%s\n\n", label, text)
	for _, line := range list {
		fmt.Fprintf(paper, "%*s- %s\n", len(label), "", line)
	}
}

// lettered are the options as a paper names them, "A. …".
func (p Prompt) lettered(text func(Option) string) []string {
	lines := make([]string, 0, len(p.Options))
	for i, o := range p.Options {
		lines = append(lines, letter(i)+". "+plain(text(o)))
	}
	return lines
}

func (p Prompt) rightLetters() (letters []string) {
	for i, o := range p.Options {
		if o.Correct {
			letters = append(letters, letter(i))
		}
	}
	return letters
}

func letter(i int) string { return string(rune('A' + i)) }

// plain makes text that Markdown shows as it stands, on one line.
func plain(s string) string {
	escape := strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "]", `\]`)
	return escape.Replace(strings.Join(strings.Fields(s), " "))
}
