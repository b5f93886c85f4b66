package recall

// Values are what asking each thing is worth, questions first.
func (ch *Chooser) Values() []float64 {
	var all []float64
	for _, v := range ch.left {
		all = append(all, v.value)
	}
	return all
}
