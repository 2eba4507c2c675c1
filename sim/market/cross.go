package market

import (
	"math"

	"entangle/sim/units"
)

// Curve is one party's side of a market with a single price: none at one price, all of
// qty at another, and in between in a straight line. What is wanted grows as the price
// falls, so prices of buyers count downwards: see at.
type Curve struct {
	qty, from, width int64   // beginning with none, over so much of price to all
	per              float64 // of qty, for a unit of price in between
}

// Wants is what a buyer wants: nothing at none or above, all at full or below.
func Wants(qty, full, none int64) Curve {
	return Curve{qty, -none, none - full, float64(qty) / float64(none-full)}
}

// Sells is what a seller sells: nothing at none or below, all at full or above.
func Sells(qty, none, full int64) Curve {
	return Curve{qty, none, full - none, float64(qty) / float64(full-none)}
}

// Qty is all that a party wants or sells at any price.
func (c *Curve) Qty() int64 { return c.qty }

// amount is what sellers sell at a price, or buyers want at one below zero by as much,
// each rounded down, which it writes to out.
func amount(side []Curve, price int64, out []int64) (sum uint64) {
	for i := range side {
		c := &side[i]
		q, _ := portion(uint64(c.qty), uint64(min(max(price-c.from, 0), c.width)), uint64(c.width))
		sum += q
		out[i] = int64(q)
	}
	return sum
}

// roughly is amount without any rounding, and by how much it changes with a unit of
// price: nothing where a side is flat, which is masked out rather than guessed.
func roughly(side []Curve, price int64) (sum, slope float64) {
	for i := range side {
		c := &side[i]
		way := min(max(price-c.from, 0), c.width)
		sum += float64(float64(way) * c.per)
		between := -less(uint64(way-1), uint64(c.width-1)) // all bits, or no bit
		slope += math.Float64frombits(math.Float64bits(c.per) & between)
	}
	return sum, slope
}

// Cross finds the price at which buyers want what sellers sell, and writes what
// each buyer gets and each seller sells; both sides add up to the volume. The
// price is the lowest multiple of step up to most at which no more is wanted than
// sold; what is then too much on a side is cut in proportion. Without sellers it
// is where the last buyer gives up, without buyers where the first seller begins
// to sell; ok is false without either. The order of the slices matters for single
// units only. near is any price, best the last one: the search begins there.
func Cross(buyers, sellers []Curve, got, sold []int64, most, step, near int64) (price, volume int64, ok bool) {
	lo, want, have := meet(buyers, sellers, got, sold, most, step, near)
	if lo *= step; len(buyers) == 0 {
		lo = most
		for _, c := range sellers {
			lo = min(lo, c.from)
		}
		have = amount(sellers, lo, sold)
	}
	trade := min(want, have)
	cut(got, want, trade)
	cut(sold, have, trade)
	return lo, int64(trade), len(buyers)+len(sellers) > 0
}

// meet is how many steps the price has: the least at which no more is wanted than
// sold; and what is wanted and sold there, which it writes to got and sold. near finds
// it most often; where it does not, halving does.
func meet(buyers, sellers []Curve, got, sold []int64, most, step, near int64) (lo int64, want, have uint64) {
	lo, hi := around(buyers, sellers, near, highest(buyers, most)/step+1, step)
	noted := int64(-1)
	for guess, try := lo, 0; lo < hi; try++ {
		if noted = guess; try > 1 {
			noted = lo + (hi-lo)/2
		}
		want, have = amount(buyers, -noted*step, got), amount(sellers, noted*step, sold)
		if want <= have {
			hi = noted
		} else {
			lo, guess = noted+1, noted+1
		}
	}
	if noted != lo {
		want, have = amount(buyers, -lo*step, got), amount(sellers, lo*step, sold)
	}
	return lo, want, have
}

// around is between which steps the price lies, at most hi, and the lower of them is
// where it should be. It reckons without rounding, which takes less than one from each
// party. Between two kinks of the curves the quantities run in straight lines, so a
// line laid through a guess near the price hits it at once.
func around(buyers, sellers []Curve, near, hi, step int64) (int64, int64) {
	lo, at := int64(0), min(max(near/step, 0), hi-1)
	for try := 1; try <= 12 && lo < hi; try++ {
		want, falls := roughly(buyers, -at*step)
		have, rises := roughly(sellers, at*step)
		over, slope := want-have, float64((falls+rises)*float64(step))
		switch {
		case over > float64(len(buyers)+1):
			lo = at + 1
		case over < -float64(len(sellers)+1):
			hi = at
		default:
			return lo, hi
		}
		meets := lo - 1 // where the line leads: nowhere
		if slope > 0 {
			meets = at + units.FromFloat(over/slope+0.5, -hi, hi)
		}
		if over > 0 && meets == lo {
			break // one step above what is too low
		}
		if at = meets - 1; uint64(at-lo) >= uint64(hi-lo) { // beyond a kink, and from there back to where it came from
			at = lo + (hi-lo)/2
		}
	}
	return lo, hi
}

// highest is the highest price at which anybody buys, at most most.
func highest(buyers []Curve, most int64) (top int64) {
	for _, c := range buyers {
		top = max(top, -c.from)
	}
	return min(top, most)
}

// cut cuts quantities that sum up to total down to a trade, in proportion; what rounding
// leaves to be cut comes off the largest, and off those after it if that is too small.
func cut(out []int64, total, trade uint64) {
	if trade == total {
		return
	}
	left, largest, most := total-trade, 0, int64(-1)
	for i := range out {
		q, _ := portion(total-trade, uint64(out[i]), total)
		left -= q
		rest := out[i] - int64(q)
		if out[i] = rest; rest > most {
			largest = i
		}
		most = max(most, rest)
	}
	for i := largest; left > 0; i = (i + 1) % len(out) {
		more := min(left, uint64(out[i]))
		out[i], left = out[i]-int64(more), left-more
	}
}
