package experiment

// counts are counters of neighbouring bins, as many as were needed so far. A
// counter is 32 bits wide, which bounds an experiment to MaxRuns.
type counts struct {
	from int // bin of the first counter
	n    []uint32
}

// slack is how many counters more than needed a growing row gets on the side
// on which it grows.
const slack = 16

func (c *counts) add(bin int, k uint32) {
	if bin < c.from || bin >= c.from+len(c.n) {
		c.reach(bin)
	}
	c.n[bin-c.from] += k
}

func (c *counts) merge(o *counts) {
	for i, k := range o.n {
		if k > 0 {
			c.add(o.from+i, k)
		}
	}
}

// reach makes room for a bin.
func (c *counts) reach(bin int) {
	from, to := c.from, c.from+len(c.n)
	switch {
	case len(c.n) == 0:
		from, to = bin, bin+1
	case bin < from:
		from = max(1, bin-slack)
	default:
		to = min(bin+slack, lastBin) + 1
	}
	grown := make([]uint32, to-from)
	copy(grown[max(c.from-from, 0):], c.n)
	c.from, c.n = from, grown
}
