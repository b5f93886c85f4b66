package quiz

// apportion shares n things out in proportion to weights, by the largest
// remainder, the earlier of equal ones first. Nobody gets more than its cap: what
// is cut off is shared out among the others, as long as there is room.
func apportion(n int, weights, caps []int) []int {
	shares := make([]int, len(weights))
	full := make([]bool, len(weights))
	for {
		rest, sum := n, 0
		for i, w := range weights {
			if full[i] {
				rest -= shares[i]
			} else {
				sum += w
			}
		}
		if sum == 0 {
			return shares
		}
		largestRemainder(rest, sum, weights, full, shares)
		capped := false
		for i := range shares {
			if !full[i] && shares[i] > caps[i] {
				shares[i], full[i], capped = caps[i], true, true
			}
		}
		if !capped {
			return shares
		}
	}
}

// largestRemainder shares n out among those that are not full, whose weights
// make sum.
func largestRemainder(n, sum int, weights []int, full []bool, shares []int) {
	left := n
	remainders := make([]int, len(weights))
	for i, w := range weights {
		if full[i] {
			remainders[i] = -1
			continue
		}
		shares[i], remainders[i] = n*w/sum, n*w%sum
		left -= shares[i]
	}
	for range left {
		largest := 0
		for i, r := range remainders {
			if r > remainders[largest] {
				largest = i
			}
		}
		shares[largest]++
		remainders[largest] = -1
	}
}
