package market

import "entangle/sim/units"

// Curve is one party's side of a market with a single price. A seller sells
// nothing at None or below and all at Full or above, with None < Full; a buyer
// wants nothing at None or above and all at Full or below, with Full < None. In
// between the quantity runs in a straight line.
type Curve struct{ Qty, Full, None int64 }

// at is the quantity at a price, rounded down, and by how much it changes with a
// unit of price.
func (c *Curve) at(price int64) (q uint64, slope float64) {
	part, width := price-c.None, c.Full-c.None // the way from nothing
	if width < 0 {
		part, width = -part, -width
	}
	switch {
	case c.Qty <= 0 || part <= 0 || width == 0:
		return 0, 0
	case part >= width:
		return uint64(c.Qty), 0
	}
	q, _ = portion(uint64(c.Qty), uint64(part), uint64(width))
	return q, float64(c.Qty) / float64(width)
}

// amount is the same for a side.
func amount(side []Curve, price int64) (sum uint64, slope float64) {
	for i := range side {
		c := &side[i]
		part, width := price-c.None, c.Full-c.None
		if width < 0 {
			part, width = -part, -width
		}
		if part <= 0 || width == 0 || c.Qty <= 0 {
			continue
		}
		if part >= width {
			sum += uint64(c.Qty)
			continue
		}
		q, _ := portion(uint64(c.Qty), uint64(part), uint64(width))
		sum += q
		slope += float64(c.Qty) / float64(width)
	}
	return sum, slope
}

// Cross finds the price at which buyers want what sellers sell, and writes what
// each buyer gets and each seller sells; both sides add up to the volume. The
// price is the lowest multiple of step up to most at which no more is wanted than
// sold; what is then too much on a side is cut in proportion. Without sellers it
// is where the last buyer gives up, without buyers where the first seller begins
// to sell; ok is false without either. The order of the slices matters for single
// units only. near is any price, best the last one: the search begins there. room is
// as for Ration, for the longer side.
func Cross(buyers, sellers []Curve, got, sold []int64, most, step, near int64, room []uint64) (price, volume int64, ok bool) {
	lo := meet(buyers, sellers, most, step, near) * step
	if len(buyers) == 0 {
		lo = most
		for _, c := range sellers {
			lo = min(lo, c.None)
		}
	}
	want, have := quantities(buyers, lo, got), quantities(sellers, lo, sold)
	trade := min(want, have)
	portionOut(got, want, trade, room)
	portionOut(sold, have, trade, room)
	return lo, int64(trade), len(buyers)+len(sellers) > 0
}

// meet is how many steps the price has: the least at which no more is wanted than
// sold. Between two kinks of the curves the quantities run in straight lines, so a
// line laid through a guess near the price hits it at once; any guess is right in
// the end.
func meet(buyers, sellers []Curve, most, step, near int64) int64 {
	lo, hi, guess := int64(0), highest(buyers, most)/step+1, near/step
	for try := 1; lo < hi; try++ {
		if guess = min(max(guess, lo), hi-1); try%8 == 0 {
			guess = lo + (hi-lo)/2
		}
		want, falls := amount(buyers, guess*step)
		have, rises := amount(sellers, guess*step)
		if want <= have {
			hi = guess
		} else {
			lo = guess + 1
		}
		if slope := float64((falls + rises) * float64(step)); slope > 0 {
			guess += units.FromFloat((float64(want)-float64(have))/slope+0.5, -most, most)
		} else {
			guess = lo + (hi-lo)/2
		}
	}
	return lo
}

// highest is the highest price at which anybody buys, at most most.
func highest(buyers []Curve, most int64) (top int64) {
	for _, c := range buyers {
		top = max(top, c.None)
	}
	return min(top, most)
}

// lowest is the lowest price at which a seller begins, at most most.
func lowest(sellers []Curve, most int64) int64 {
	for _, c := range sellers {
		most = min(most, c.None)
	}
	return max(most, 0)
}

// quantities writes the quantities of a side at a price, and sums them up.
func quantities(side []Curve, price int64, out []int64) (sum uint64) {
	for i := range side {
		q, _ := side[i].at(price)
		out[i] = int64(q)
		sum += q
	}
	return sum
}

// portionOut cuts quantities that sum up to total down to a trade, in proportion.
func portionOut(out []int64, total, trade uint64, room []uint64) {
	if trade == total {
		return
	}
	left, rest, spare := trade, room[:len(out)], room[len(out):2*len(out)]
	for i := range out {
		q, r := portion(trade, uint64(out[i]), total)
		out[i], rest[i] = int64(q), r
		left -= q
	}
	handOut(rest, spare, out, left)
}
