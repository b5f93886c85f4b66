package progress

import (
	"fmt"

	"whose/quiz/recall"
	"whose/ui/page"
	"whose/ui/study"
	"whose/ui/theme"
	"whose/ui/widget"
)

// enough is from how many answers on a share is spoken about.
const enough = 20

// setSureness is the page of how sure the learner was against how right, and of
// how well the memory model knows the learner.
func (p *Progress) setSureness(s *page.Setter) {
	sure := p.facts.progress.Sure
	s.Heading("How sure you were, how right you were", "")
	for _, l := range []struct {
		name string
		n    recall.Tally
	}{{"unsure", sure.Unsure}, {"sure", sure.Sure}, {"sure and fast", sure.Fast}} {
		p.setTally(s, l.name, l.n, l.n.Answered > 0)
	}
	s.Blank()
	for _, text := range sureWords(sure.Unsure, sure.Sure, sure.Fast) {
		s.Put(theme.Plain, "", text, page.Mark, s.Prose(page.Mark))
	}
	s.Heading("What the program expected, what came", "questions asked again")
	bands := merge(p.facts.learner.Fit)
	for _, b := range bands {
		p.setTally(s, b.name, b.n, b.n.Answered > 0)
	}
	s.Blank()
	s.Put(theme.Plain, "", fitWords(bands), page.Mark, s.Prose(page.Mark))
}

const levelWidth = 17 // of a name, and two blanks

// setTally is how many of some answers were right, as a bar and in numbers.
func (p *Progress) setTally(s *page.Setter, name string, n recall.Tally, known bool) {
	t := p.deps.Theme
	if !known {
		s.Line("   " + widget.PadRight(name, levelWidth) + t.Paint(theme.Dim, "no answer yet"))
		return
	}
	right := widget.PadLeft(study.Percent(part(n)), 7) + t.Paint(theme.Dim, widget.PadLeft(fmt.Sprintf("of %d", n.Answered), 11))
	bar := min(30, s.Width()-page.Mark-levelWidth-18-widget.Margin)
	if bar < 5 {
		s.Line("   " + widget.PadRight(name, levelWidth) + right)
		return
	}
	s.Line("   " + widget.PadRight(name, levelWidth) + widget.Bar(t, bar, part(n)) + right)
}

// part is the share of right answers.
func part(n recall.Tally) float64 { return float64(n.Right) / float64(max(1, n.Answered)) }

// sureWords are what the numbers mean, in plain sentences.
func sureWords(unsure, sure, fast recall.Tally) (words []string) {
	all := recall.Tally{Right: sure.Right + fast.Right, Answered: sure.Answered + fast.Answered}
	switch {
	case all.Answered < enough:
		return []string{fmt.Sprintf("Too little to tell yet: answer %s more, with u where you are not sure.", count(enough-all.Answered, "question", "questions"))}
	case whole(part(all)) < 70:
		words = append(words, fmt.Sprintf("You are surer than you are right: of what you are sure of, %s is wrong.", study.Percent(1-part(all))))
	case whole(part(all)) < 85:
		words = append(words, fmt.Sprintf("What you are sure of is right %s of the time: read to the end before you choose.", study.Percent(part(all))))
	default:
		words = append(words, fmt.Sprintf("What you are sure of is right %s of the time: you can rely on it.", study.Percent(part(all))))
	}
	if fast.Answered >= enough && sure.Answered >= enough && whole(part(sure))-whole(part(fast)) >= 10 {
		words = append(words, "When you are fast you are wrong more often: take your time.")
	}
	switch {
	case unsure.Answered == 0:
		words = append(words, "No answer is marked unsure: u in place of enter says so, and the answer comes back sooner.")
	case unsure.Answered < enough/2:
	case whole(part(unsure)) >= 65:
		words = append(words, fmt.Sprintf("Your “unsure” is right %s of the time: trust yourself more.", study.Percent(part(unsure))))
	default:
		words = append(words, fmt.Sprintf("Your “unsure” is right %s of the time: you know what you do not know.", study.Percent(part(unsure))))
	}
	return words
}

// band is what became of predictions between two shares.
type band struct {
	name string
	n    recall.Tally
	said float64 // the middle of what was predicted
}

// merge sums the model's narrow bands up to a few.
func merge(fit recall.Fit) []band {
	bands := []band{{name: "95 to 100 %"}, {name: "90 to 95 %"}, {name: "80 to 90 %"}, {name: "70 to 80 %"}, {name: "less than 70 %"}}
	weights := make([]float64, len(bands))
	for i, n := range fit {
		predicted := recall.BandMiddle(i)
		at := 4
		for j, from := range []float64{0.95, 0.9, 0.8, 0.7} {
			if predicted >= from {
				at = j
				break
			}
		}
		bands[at].n.Right += n.Right
		bands[at].n.Answered += n.Answered
		weights[at] += predicted * float64(n.Answered)
	}
	for i := range bands {
		bands[i].said = weights[i] / float64(max(1, bands[i].n.Answered))
	}
	return bands
}

// fitWords says how well predictions and answers agree.
func fitWords(bands []band) string {
	answered, said, right := 0, 0.0, 0
	for _, b := range bands {
		answered += b.n.Answered
		said += b.said * float64(b.n.Answered)
		right += b.n.Right
	}
	if answered < enough {
		return fmt.Sprintf("Too little to tell yet: it takes %s asked again.", count(enough-answered, "more question", "more questions"))
	}
	expected, came := said/float64(answered), part(recall.Tally{Right: right, Answered: answered})
	sum := fmt.Sprintf("It expected %s and %s was right", study.Percent(expected), study.Percent(came))
	switch {
	case whole(came) < whole(expected)-5:
		return sum + ": you forget faster than it thinks, and your readiness allows for that."
	case whole(came) > whole(expected)+5:
		return sum + ": you keep more than it thinks, and your readiness allows for that."
	}
	return sum + ": it knows you well."
}
