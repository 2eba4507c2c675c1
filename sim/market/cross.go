package market

import "entangle/sim/units"

// Curve is one party's side of a market with a single price. A seller sells
// nothing at None or below and all at Full or above, with None < Full; a buyer
// wants nothing at None or above and all at Full or below, with Full < None. In
// between the quantity runs in a straight line.
type Curve struct{ Qty, Full, None int64 }

// amount is what a side wants or sells at a price, each rounded down, and by how much
// it changes with a unit of price. It writes each to out if there is one.
func amount(side []Curve, price int64, out []int64) (sum uint64, slope float64) {
	for i := range side {
		c := &side[i]
		part, width := price-c.None, c.Full-c.None // the way from nothing
		if width < 0 {
			part, width = -part, -width
		}
		q := uint64(0)
		switch {
		case part <= 0 || width == 0 || c.Qty <= 0:
		case part >= width:
			q = uint64(c.Qty)
		default:
			q, _ = portion(uint64(c.Qty), uint64(part), uint64(width))
			slope += float64(c.Qty) / float64(width)
		}
		if sum += q; i < len(out) {
			out[i] = int64(q)
		}
	}
	return sum, slope
}

// roughly is amount without any rounding, at a price between two.
func roughly(side []Curve, price float64) (sum, slope float64) {
	for i := range side {
		c := &side[i]
		part, width := price-float64(c.None), float64(c.Full-c.None)
		if width < 0 {
			part, width = -part, -width
		}
		switch q := float64(c.Qty); {
		case part <= 0:
		case part >= width:
			sum += q
		default:
			per := q / width
			sum += float64(part * per)
			slope += per
		}
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
	lo, want, have := meet(buyers, sellers, got, sold, most, step, near)
	if lo *= step; len(buyers) == 0 {
		lo = most
		for _, c := range sellers {
			lo = min(lo, c.None)
		}
		have, _ = amount(sellers, lo, sold)
	}
	trade := min(want, have)
	portionOut(got, want, trade, room)
	portionOut(sold, have, trade, room)
	return lo, int64(trade), len(buyers)+len(sellers) > 0
}

// meet is how many steps the price has: the least at which no more is wanted than
// sold; and what is wanted and sold there, which it writes to got and sold. Between two
// kinks of the curves the quantities run in straight lines, so a line laid through a
// guess near the price hits it at once; any guess is right in the end.
func meet(buyers, sellers []Curve, got, sold []int64, most, step, near int64) (lo int64, want, have uint64) {
	hi := highest(buyers, most)/step + 1
	guess, sure := rough(buyers, sellers, float64(near), hi, step)
	if sure {
		lo = guess
	}
	top, noted := hi, int64(-1)
	for try := 1; lo < hi; try++ {
		if guess = min(max(guess, lo), hi-1); try%8 == 0 {
			guess = lo + (hi-lo)/2
		}
		w, h, slope := uint64(0), uint64(0), 0.0
		if hi == noted { // what is there now is right most often
			w, h, slope = both(buyers, sellers, nil, nil, guess*step)
		} else if w, h, slope = both(buyers, sellers, got, sold, guess*step); w <= h {
			noted, want, have = guess, w, h
		}
		if w <= h {
			hi = guess
		} else {
			lo = guess + 1
		}
		if slope = float64(slope * float64(step)); slope > 0 {
			guess += units.FromFloat((float64(w)-float64(h))/slope+0.5, -top, top)
		} else {
			guess = lo + (hi-lo)/2
		}
	}
	if noted != lo {
		want, have, _ = both(buyers, sellers, got, sold, lo*step)
	}
	return lo, want, have
}

// both is what is wanted and sold at a price, and how fast they come together.
func both(buyers, sellers []Curve, got, sold []int64, price int64) (want, have uint64, slope float64) {
	want, falls := amount(buyers, price, got)
	have, rises := amount(sellers, price, sold)
	return want, have, falls + rises
}

// rough is the steps of the price but for rounding, and whether it is certain that more
// is wanted than sold one step below: rounding takes less than one from each buyer.
func rough(buyers, sellers []Curve, at float64, most, step int64) (steps int64, sure bool) {
	for range 6 {
		want, falls := roughly(buyers, at)
		have, rises := roughly(sellers, at)
		slope := falls + rises
		if !(slope > 0) {
			break
		}
		steps = units.FromFloat((at+(want-have)/slope)/float64(step)+0.5, 1, max(most, 1))
		below := float64((steps - 1) * step)
		if at == below && want-have > float64(len(buyers)+1) {
			return steps, steps <= most
		}
		at = below
	}
	return units.FromFloat(at/float64(step)+1, 0, most), false
}

// highest is the highest price at which anybody buys, at most most.
func highest(buyers []Curve, most int64) (top int64) {
	for _, c := range buyers {
		top = max(top, c.None)
	}
	return min(top, most)
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
