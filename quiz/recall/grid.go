package recall

import "math"

// grid is what is believed of some parameters: points, each with its
// probability. It is a posterior distribution computed by plain enumeration.
type grid[P any] struct {
	points []P
	p      []float64 // logarithms until settled
}

func (g *grid[P]) add(point P, logPrior float64) {
	g.points, g.p = append(g.points, point), append(g.p, logPrior)
}

// learn takes in some answers, each right with the chance that a point gives.
func (g *grid[P]) learn(n Tally, chance func(P) float64) {
	right, wrong := float64(n.Right), float64(n.Answered-n.Right)
	for i, point := range g.points {
		p := chance(point)
		g.p[i] += right*math.Log(p) + wrong*math.Log(1-p)
	}
}

// settle turns the logarithms into probabilities, and drops the points that
// have next to none.
func (g *grid[P]) settle() {
	top, sum := math.Inf(-1), 0.0
	for _, p := range g.p {
		top = max(top, p)
	}
	kept := grid[P]{}
	for i, p := range g.p {
		if p = math.Exp(p - top); p > 1e-6 {
			kept.add(g.points[i], p)
			sum += p
		}
	}
	for i := range kept.p {
		kept.p[i] /= sum
	}
	*g = kept
}

// moments are the mean and the variance of something that follows from the
// parameters.
func (g *grid[P]) moments(value func(P) float64) (mean, variance float64) {
	square := 0.0
	for i, point := range g.points {
		v := value(point)
		mean += g.p[i] * v
		square += g.p[i] * v * v
	}
	return mean, max(0, square-mean*mean)
}

// bell is the logarithm of a normal density, but for a constant.
func bell(x, mean, deviation float64) float64 {
	z := (x - mean) / deviation
	return -z * z / 2
}

// steps are n values from the first to the last, equally far apart.
func steps(first, last float64, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = first + (last-first)*float64(i)/float64(n-1)
	}
	return all
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
