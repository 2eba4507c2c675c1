package experiment

import "math"

// Bin is a narrow interval of numbers; 0 holds zero and what is as good as
// zero, -b mirrors b. An octave is cut into 128 equal parts, so that a bin is
// between 0.4 and 0.8 percent of its values wide, and its middle within 0.4
// percent of each of them. The cut is made in the bits of the number: no
// logarithm, no rounding, the same on every machine.
type Bin int16

const (
	octaveBits = 7                           // 2^7 bins an octave
	binShift   = 52 - octaveBits             // from the bits of a float64 to its bin
	smallest   = uint64(1023-40) << 52       // 2^-40, about 1e-12: below it is zero
	largest    = uint64(1023+64)<<52 - 1     // just under 2^64: above it is this
	signBit    = uint64(1) << 63             //
	half       = uint64(1) << (binShift - 1) // from the low end of a bin to its middle
	lastBin    = int((largest-smallest)>>binShift) + 1
)

// BinOf returns the bin that holds v. What is nearer to zero than 2^-40 falls
// into bin 0, what is further than 2^64 into the last bin of its sign. A NaN
// has no place; Run refuses it before.
func BinOf(v float64) Bin {
	bits := math.Float64bits(v)
	size := min(bits&^signBit, largest)
	switch {
	case size < smallest:
		return 0
	case bits&signBit != 0:
		return -Bin((size-smallest)>>binShift) - 1
	}
	return Bin((size-smallest)>>binShift) + 1
}

// Mid is the middle of the bin.
func (b Bin) Mid() float64 {
	switch {
	case b == 0:
		return 0
	case b < 0:
		return -(-b).Mid()
	}
	return math.Float64frombits(smallest + uint64(b-1)<<binShift + half)
}

// Histogram counts numbers by bin, and keeps the least and the greatest
// exactly. Its state depends on which numbers it got, not on their order or on
// how they were split among histograms that were merged. The zero Histogram is
// empty. It grows with the range of the numbers, not with how many there are.
type Histogram struct {
	n        uint64
	low, top float64
	zero     uint64
	neg, pos counts // by the size of the bin
}

// Add counts numbers.
func (h *Histogram) Add(values ...float64) {
	for _, v := range values {
		if v == 0 {
			v = 0 // not minus zero
		}
		if h.n == 0 {
			h.low, h.top = v, v
		} else if v < h.low {
			h.low = v
		} else if v > h.top {
			h.top = v
		}
		h.n++
		b := int(BinOf(v))
		if b > 0 && h.pos.raise(b) {
			continue
		}
		switch {
		case b > 0:
			h.pos.add(b, 1)
		case b < 0:
			h.neg.add(-b, 1)
		default:
			h.zero++
		}
	}
}

// Merge adds all that o counted.
func (h *Histogram) Merge(o *Histogram) {
	if o.n == 0 {
		return
	}
	if h.n == 0 {
		h.low, h.top = o.low, o.top
	}
	h.low, h.top = min(h.low, o.low), max(h.top, o.top)
	h.n += o.n
	h.zero += o.zero
	h.pos.merge(&o.pos)
	h.neg.merge(&o.neg)
}

// N is how many numbers were counted.
func (h *Histogram) N() uint64 { return h.n }

// Range returns the least and the greatest number, exactly; zeros when empty.
func (h *Histogram) Range() (low, top float64) { return h.low, h.top }

// Quantile returns the middle of the smallest bin up to which at least
// permille/1000 of the numbers lie, kept within Range; 0 when empty. It is
// within 0.4 percent of the number of that rank, and exact when all are equal.
func (h *Histogram) Quantile(permille int) float64 {
	if h.n == 0 {
		return 0
	}
	rank := max(1, (h.n*uint64(permille)+999)/1000)
	return min(max(h.at(rank).Mid(), h.low), h.top)
}

// at is the bin of the number of a rank, counted from 1.
func (h *Histogram) at(rank uint64) Bin {
	for i := h.neg.bins() - 1; i >= 0; i-- {
		if k := h.neg.at(i); k >= rank {
			return -Bin(h.neg.from + i)
		} else {
			rank -= k
		}
	}
	if h.zero >= rank {
		return 0
	}
	rank -= h.zero
	for i := range h.pos.bins() {
		k := h.pos.at(i)
		if k >= rank {
			return Bin(h.pos.from + i)
		}
		rank -= k
	}
	return Bin(lastBin) // not reached while rank is at most n
}
