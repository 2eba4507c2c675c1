package experiment

import "math"

// counts are counters of neighbouring bins, as many as were needed so far. A
// counter is 32 bits wide, which bounds an experiment to MaxRuns; its upper half
// is kept apart, and only where a counter needs it: an experiment has tens of
// thousands of histograms, and few of their bins see 65,536 runs.
type counts struct {
	from  int // bin of the first counter
	low   []uint16
	upper []uint16 // as long as low, or empty
}

// slack is how many counters more than needed a growing row gets on the side
// on which it grows.
const slack = 16

// bins is how many counters there are.
func (c *counts) bins() int { return len(c.low) }

// at is the counter of index i.
func (c *counts) at(i int) uint64 {
	k := uint64(c.low[i])
	if len(c.upper) > 0 {
		k |= uint64(c.upper[i]) << 16
	}
	return k
}

// raise counts one more in a bin, if it has a counter that does not overflow.
func (c *counts) raise(bin int) bool {
	i := bin - c.from
	if uint(i) >= uint(len(c.low)) || c.low[i] == math.MaxUint16 {
		return false
	}
	c.low[i]++
	return true
}

func (c *counts) add(bin int, k uint64) {
	if bin < c.from || bin >= c.from+len(c.low) {
		c.reach(bin)
	}
	i := bin - c.from
	k += uint64(c.low[i])
	c.low[i] = uint16(k)
	if k >>= 16; k == 0 {
		return
	}
	if len(c.upper) == 0 {
		c.upper = make([]uint16, len(c.low))
	}
	c.upper[i] += uint16(k)
}

func (c *counts) merge(o *counts) {
	for i := range o.low {
		if k := o.at(i); k > 0 {
			c.add(o.from+i, k)
		}
	}
}

// reach makes room for a bin.
func (c *counts) reach(bin int) {
	from, to := c.from, c.from+len(c.low)
	switch {
	case len(c.low) == 0:
		from, to = bin, bin+1
	case bin < from:
		from = max(1, bin-slack)
	default:
		to = min(bin+slack, lastBin) + 1
	}
	c.low = moved(c.low, c.from-from, to-from)
	if len(c.upper) > 0 {
		c.upper = moved(c.upper, c.from-from, to-from)
	}
	c.from = from
}

// moved is a longer row, in which what was in the old one begins at an index.
func moved(row []uint16, at, length int) []uint16 {
	grown := make([]uint16, length)
	copy(grown[max(at, 0):], row)
	return grown
}
