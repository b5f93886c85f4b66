package recall

// curve is a function of log odds, as a table: what is believed to be known, on
// average, when the memory model predicts so much. It saves a sum over the grid
// for each item.
type curve [curveSteps + 1]float64

const (
	curveEnd   = 7.0 // oddsOf stays within it
	curveSteps = 140
)

func newCurve(g grid[trust]) curve {
	var c curve
	for i := range c {
		odds := curveOdds(i)
		c[i], _ = g.moments(func(t trust) float64 { return t.known(odds) })
	}
	return c
}

// curveOdds is where the i-th value of a curve stands.
func curveOdds(i int) float64 { return curveEnd * (2*float64(i)/curveSteps - 1) }

// place is the step that odds fall in, and how far into it.
func place(odds float64) (step int, rest float64) {
	x := (odds + curveEnd) / (2 * curveEnd) * curveSteps
	step = min(max(0, int(x)), curveSteps-1)
	return step, x - float64(step)
}

// at is the value between the two nearest in the table.
func (c *curve) at(odds float64) float64 {
	step, rest := place(odds)
	return c[step]*(1-rest) + c[step+1]*rest
}
