package recall

// Rate derives how an answer went: the learner is never asked. Wrong is Again;
// right but marked unsure is Hard; right is Good; right, sure and clearly
// faster than this learner's usual is Easy. Tempo is the answer's thinking time
// as a multiple of what reading takes, usual the learner's median of it, 0 as
// long as it is not known.
func Rate(right, unsure bool, tempo, usual float64) Rating {
	switch {
	case !right:
		return Again
	case unsure:
		return Hard
	case tempo > 0 && tempo < clearlyFaster*usual:
		return Easy
	}
	return Good
}

// clearlyFaster is the part of the usual tempo below which an answer was easy.
const clearlyFaster = 0.5
