package market

import "math/bits"

// Curve is one party's side of a market with a single price. A seller sells
// nothing at None or below and all at Full or above, with None < Full; a buyer
// wants nothing at None or above and all at Full or below, with Full < None. In
// between the quantity runs in a straight line.
type Curve struct{ Qty, Full, None int64 }

// at is the quantity at a price, rounded down.
func (c Curve) at(price int64) uint64 {
	lo, hi, rising := c.None, c.Full, true
	if lo > hi {
		lo, hi, rising = hi, lo, false
	}
	switch {
	case c.Qty <= 0 || lo == hi:
		return 0
	case price <= lo:
		price = lo
	case price >= hi:
		price = hi
	}
	part := uint64(price - lo)
	if !rising {
		part = uint64(hi - price)
	}
	h, l := bits.Mul64(uint64(c.Qty), part)
	if h == 0 {
		return l / uint64(hi-lo)
	}
	q, _ := bits.Div64(h, l, uint64(hi-lo)) // part <= hi-lo, so q fits
	return q
}

func amount(side []Curve, price int64) (sum uint64) {
	for _, c := range side {
		sum += c.at(price)
	}
	return sum
}

// Cross finds the price at which buyers want what sellers sell, and writes what
// each buyer gets and each seller sells; both sides add up to the volume. The
// price is the lowest multiple of step up to most at which no more is wanted than
// sold; what is then too much on a side is cut in proportion. Without sellers it
// is where the last buyer gives up, without buyers where the first seller begins
// to sell; ok is false without either. The order of the slices matters for single
// units only. room is as for Ration, for the longer side.
func Cross(buyers, sellers []Curve, got, sold []int64, most, step int64, room []uint64) (price, volume int64, ok bool) {
	lo := meet(buyers, sellers, most, step) * step
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

// meet is how many steps the price has: no less than where the first seller begins
// if anybody buys there, no more than where the last buyer gives up. Any guess
// between is right in the end; between two kinks of the curves the straight line
// hits at once.
func meet(buyers, sellers []Curve, most, step int64) int64 {
	lo, hi, over := int64(0), highest(buyers, most)/step+1, uint64(0)
	if start := lowest(sellers, most) / step; start < hi {
		if over = amount(buyers, start*step); over == 0 {
			hi = start
		} else {
			lo = start + 1
		}
	}
	under := amount(sellers, hi*step)
	for try := 0; lo < hi; try++ {
		guess := lo + (hi-lo)/2
		if all := over + under; try%4 < 3 && all > over {
			part, _ := portion(uint64(hi-lo), over, all)
			guess = min(lo+int64(part), hi-1)
		}
		if want, have := amount(buyers, guess*step), amount(sellers, guess*step); want <= have {
			hi, under = guess, have-want
		} else {
			lo, over = guess+1, want-have
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
	for i, c := range side {
		q := c.at(price)
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
