package market

import (
	"math"

	"entangle/sim/detmath"
)

// Logit writes to out what options of the given utilities weigh with customers, in
// proportion to the exponential of utility, and returns by which part each is to be
// multiplied so that it is a share: with the share that takes none of them, an outside
// option of utility zero, shares sum to one up to rounding. top is the largest of the
// utilities, and zero at least: it is subtracted first, so that any utility is safe.
// An infinitely bad or undefined one has no share.
//
// The sum runs in the order of the slice, so another order may change the last
// bit of a share. utility and out may be the same slice.
func Logit(utility, out []float64, top float64) (part, none float64) {
	top = min(top, math.MaxFloat64)
	none = appeal(0, top)
	sum := none
	for i, u := range utility {
		if u > math.MaxFloat64 { // min of floats costs as much as the rest
			u = math.MaxFloat64
		}
		x := appeal(u, top)
		out[i] = x
		sum += x
	}
	part = 1 / sum
	return part, float64(none * part)
}

// appeal returns exp(u−top), which is at most one, to a hundred-thousandth.
func appeal(u, top float64) float64 {
	const faint = -745 // below this the exponential is zero
	if d := u - top; d >= faint {
		return detmath.QuickExp(d)
	}
	return 0 // also for not-a-number
}
