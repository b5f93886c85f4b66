package recall_test

import (
	"cmp"
	"flag"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"

	"whose/quiz/recall"
)

// The simulator's command is in docs/readiness.md. Its flags are the parameters
// of the truth.
var (
	simLearners = flag.Int("learners", 60, "simulated learners")
	simSeed     = flag.Uint64("seed", 1, "seed of the simulation")
	simMost     = flag.Int("most", 4000, "answers after which a simulated learner gives up")
	simTruth    = truthFlags()
)

func truthFlags() *truth {
	t := usualTruth()
	for name, field := range map[string]*float64{
		"ability": &t.ability, "hardness": &t.hardness, "authors": &t.authors, "psi-low": &t.psiLow, "psi-high": &t.psiHigh,
		"tau": &t.tau, "tau-spread": &t.tauSpread, "growth": &t.growth, "lift": &t.lift, "lift-tau": &t.liftTau, "slip": &t.slip,
	} {
		flag.Float64Var(field, name, *field, "see truth in quiz/recall/world_test.go")
	}
	return &t
}

// policy says what to ask in a sitting of n answers.
type policy struct {
	name string
	asks func(m *mind, n int) []int
}

func policies() []policy {
	return []policy{{"shuffled quiz", shuffled}, {"plain FSRS", plainFSRS}, {"review", review}, {"what next", whatNext}}
}

// shuffled draws each quiz anew from everything.
func shuffled(m *mind, n int) []int { return m.rng.Perm(len(m.world.items))[:n] }

// plainFSRS asks what is due, the longest due first, then new questions in the
// order of the course.
func plainFSRS(m *mind, n int) []int {
	var due, fresh []int
	for i, it := range m.world.items {
		switch t := m.learner.Traces[it.id]; {
		case t.Seen == 0:
			fresh = append(fresh, i)
		case t.Due() <= recall.DayOf(m.now):
			due = append(due, i)
		}
	}
	slices.SortStableFunc(due, func(a, b int) int {
		return cmp.Compare(m.learner.Traces[m.world.items[a].id].Due(), m.learner.Traces[m.world.items[b].id].Due())
	})
	all := append(due, fresh...)
	return all[:min(n, len(all))]
}

func review(m *mind, n int) (asked []int) {
	for _, p := range recall.Review(m.world.course, m.learner, m.now, n) {
		asked = append(asked, m.world.byID[p.Item])
	}
	return asked
}

func whatNext(m *mind, n int) (asked []int) {
	ch := recall.NewChooser(m.world.course, m.learner, m.now)
	for range n {
		p, ok := ch.Next()
		if !ok {
			break
		}
		asked = append(asked, m.world.byID[p.Item])
	}
	return asked
}

// goal is the true readiness that learners study for, and checkpoints the
// numbers of answers at which the estimate is compared with the truth, at the
// beginning of the next sitting.
const goal = 0.85

func checkpoints() []int { return []int{50, 100, 150, 250, 400, 700} }

// sample is one estimate and the truth.
type sample struct {
	answers   int
	estimate  recall.Readiness
	readiness float64
}

func (s sample) covered() bool {
	return s.readiness >= s.estimate.Share-s.estimate.Margin && s.readiness <= s.estimate.Share+s.estimate.Margin
}

// life is how one learner fared with one policy.
type life struct {
	answers int // needed to reach the goal; 0 when it was reached before the first
	gaveUp  bool
	samples []sample
}

func live(w *world, t truth, seed, learner uint64, p policy) life {
	rng := rand.New(rand.NewPCG(seed, learner))
	m := newMind(w, t, rng)
	h := someHabit(rng)
	due := checkpoints()
	l := life{answers: -1}
	for l.answers < 0 || len(due) > 0 {
		m.nextSitting(h)
		if len(due) > 0 && m.answers >= due[0] {
			l.samples = append(l.samples, sample{due[0], recall.Ready(w.course, m.learner, m.now), m.readiness()})
			due = due[1:]
		}
		if m.answers == 0 && m.readiness() >= goal {
			l.answers = 0
		}
		if rng.Float64() < h.lessons {
			m.readLesson()
		}
		for n, i := range p.asks(m, h.answers) {
			m.answer(i)
			if n%5 == 4 && l.answers < 0 && m.readiness() >= goal {
				l.answers = m.answers
			}
		}
		if l.answers < 0 && m.answers >= *simMost {
			l.answers, l.gaveUp = m.answers, true
		}
	}
	return l
}

// simulate lets all learners live with a policy.
func simulate(w *world, t truth, seed uint64, learners int, p policy) []life {
	lives := make([]life, learners)
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				lives[i] = live(w, t, seed, uint64(i), p)
			}
		})
	}
	for i := range lives {
		next <- i
	}
	close(next)
	wait.Wait()
	return lives
}

func TestSimulation(t *testing.T) {
	w := newWorld(t, simTruth.authors, rand.New(rand.NewPCG(*simSeed, 0)))
	t.Logf("%d learners, seed %d, %+v", *simLearners, *simSeed, *simTruth)
	answers := make(map[string][]int)
	var samples []sample
	for _, p := range policies() {
		gaveUp := 0
		for _, l := range simulate(w, *simTruth, *simSeed, *simLearners, p) {
			answers[p.name] = append(answers[p.name], l.answers)
			if p.name != "plain FSRS" { // which the program does not offer
				samples = append(samples, l.samples...)
			}
			if l.gaveUp {
				gaveUp++
			}
		}
		t.Logf("%-14s %5d answers at the median to %.0f %% readiness, %3d of %d gave up", p.name, median(answers[p.name]), 100*goal, gaveUp, *simLearners)
	}
	calibration(t, samples)
	efficiency(t, answers)
}

func calibration(t *testing.T, samples []sample) {
	for _, at := range checkpoints() {
		part := slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return s.answers != at })
		var half []float64
		for _, s := range part {
			half = append(half, s.estimate.Margin)
		}
		cover, bias := covered(part)
		t.Logf("after %3d answers: 90 %% interval covers %.1f %%, bias %+.1f points, half-width %.1f points at the median", at, cover, bias, 100*median(half))
		if at == 150 && median(half) > 0.08 {
			t.Errorf("the interval is too wide after %d answers", at)
		}
	}
	slices.SortFunc(samples, func(a, b sample) int { return cmp.Compare(a.estimate.Share, b.estimate.Share) })
	check := func(what string, part []sample) {
		cover, bias := covered(part)
		t.Logf("%s: 90 %% interval covers %.1f %%, bias %+.1f points", what, cover, bias)
		if cover < 85 || cover > 95 {
			t.Errorf("%s: the interval covers %.1f %% in place of 85 to 95", what, cover)
		}
	}
	check("all", samples)
	for fifth := range 5 {
		part := samples[fifth*len(samples)/5 : (fifth+1)*len(samples)/5]
		check(string(rune('1'+fifth))+". fifth", part)
	}
}

// covered is the percentage of intervals that hold the truth, and by how many
// points the estimates are too high.
func covered(part []sample) (percent, bias float64) {
	in := 0
	for _, s := range part {
		if s.covered() {
			in++
		}
		bias += s.estimate.Share - s.readiness
	}
	n := float64(len(part))
	return 100 * float64(in) / n, 100 * bias / n
}

func efficiency(t *testing.T, answers map[string][]int) {
	base := answers["shuffled quiz"]
	for _, p := range policies() {
		var each []float64
		sum, whole := 0, 0
		for i, n := range answers[p.name] {
			if base[i] > 0 {
				each = append(each, float64(n)/float64(base[i]))
				sum, whole = sum+n, whole+base[i]
			}
		}
		t.Logf("%-14s %.2f of the shuffled quiz's answers at the median, %.2f in all", p.name, median(each), float64(sum)/float64(whole))
		if p.name == "what next" && max(median(each), float64(sum)/float64(whole)) > 0.6 {
			t.Errorf("%s needs more than 60 %% of the shuffled quiz's answers", p.name)
		}
	}
}

func median[T cmp.Ordered](all []T) T {
	s := slices.Sorted(slices.Values(all))
	return s[len(s)/2]
}
