package sim

import (
	"math"

	"entangle/sim/detmath"
)

// Exponentials and logarithms to a hundredth, for what people feel: a market for
// people asks for twenty of them a company and month, and no figure behind them is
// known to a tenth; and for how much more a place in a queue is worth. What must be exact
// uses detmath.

// nearExp is e to the power of x within -6 and 6, and flat beyond.
func nearExp(x float64) float64 {
	if x > 6 { // min and max of floats cost as much as the rest
		x = 6
	} else if x < -6 {
		x = -6
	}
	y := float64(x / 8)
	even, odd := 1+float64(float64(y*y)/12), float64(y/2)
	r := float64((even + odd) / (even - odd))
	r = float64(r * r)
	r = float64(r * r)
	return float64(r * r)
}

// within is x between a lower and a higher bound: min and max of floats cost more than
// what is most often within them.
func within(x, low, high float64) float64 {
	if x < low {
		return low
	}
	if x > high {
		return high
	}
	return x
}

// atLeast is x, or a bound that it may not be below; atMost is x, or one that it may not be
// above: for the same reason.
func atLeast(x, low float64) float64 {
	if x < low {
		return low
	}
	return x
}

func atMost(x, high float64) float64 {
	if x > high {
		return high
	}
	return x
}

// The bits of 1 and of -1. Of numbers of one sign, the one that is farther from nothing
// has the larger bits.
const (
	oneBits      = 0x3ff << 52
	minusOneBits = 0xbff << 52
)

// atLeastOne is x, or 1 if that is more, without a branch that nobody could guess.
func atLeastOne(x float64) float64 {
	b := int64(math.Float64bits(x))
	if b < oneBits {
		b = oneBits
	}
	return math.Float64frombits(uint64(b))
}

// clip is x between -1 and 1, without a branch that nobody could guess.
func clip(x float64) float64 {
	b := int64(math.Float64bits(x))
	if b > oneBits {
		b = oneBits
	}
	u := uint64(b)
	if u > minusOneBits {
		u = minusOneBits
	}
	return math.Float64frombits(u)
}

// positive is x, or 0 if that is more, for the same reason.
func positive(x float64) float64 {
	b := math.Float64bits(x)
	return math.Float64frombits(b &^ uint64(int64(b)>>63))
}

// higher is the higher of two numbers that are not below 0, for the same reason; where only
// the second is not, it is that one.
func higher(x, y float64) float64 {
	a, b := int64(math.Float64bits(x)), int64(math.Float64bits(y))
	if a > b {
		b = a
	}
	return math.Float64frombits(uint64(b))
}

// ranked is a whole number that is larger where x is, and unranked is the x that it is of.
func ranked(x float64) int64 {
	b := int64(math.Float64bits(x))
	return b ^ b>>63&math.MaxInt64
}

func unranked(n int64) float64 { return math.Float64frombits(uint64(n ^ n>>63&math.MaxInt64)) }

// nearLog is the logarithm of x between a hundredth and a hundred, and flat beyond.
func nearLog(x float64) float64 {
	if !(x > 0.01) {
		x = 0.01
	} else if x > 100 {
		x = 100
	}
	return detmath.RoughLog(x)
}
