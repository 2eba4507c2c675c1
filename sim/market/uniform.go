package market

import "math"

// Bid is a sealed offer to buy.
type Bid struct {
	Qty     int64  // most the bidder wants; none if not positive
	Ceiling int64  // most it pays for one unit
	Key     uint64 // orders equal claims; unique among the bids of a sale
}

// Uniform sells up to supply units of one good at one price and writes what
// each bid gets to out. Bids below floor get nothing. If the others together
// want no more than the supply, all are filled at the floor. Otherwise the
// price is the highest ceiling that is not wholly filled: bids above it are
// filled, and bids at it share the rest in proportion to their quantities, the
// last units going to the largest fractions, ties to the lower Key.
//
// A bidder therefore never pays more than its ceiling, and the order of the
// slice does not matter. Levels of price are visited from the top without
// sorting: the cost is n times the number of levels down to the price.
func Uniform(bids []Bid, supply, floor int64, out []int64) (price int64) {
	if len(bids) == 1 { // as most sales have
		out[0], price = bids[0].alone(supply, floor)
		return price
	}
	clear(out)
	left := positive(supply)
	level, ok := nextLevel(bids, math.MaxInt64, floor, true)
	for ok {
		if !fits(bids, level, left) {
			shareLevel(bids, level, left, out)
			return level
		}
		for i, b := range bids {
			if b.Ceiling == level && b.Qty > 0 {
				out[i] = b.Qty
				left -= uint64(b.Qty)
			}
		}
		level, ok = nextLevel(bids, level, floor, false)
	}
	return floor
}

// alone is what the only bid of a sale gets, and at which price.
func (b *Bid) alone(supply, floor int64) (got, price int64) {
	if b.Qty <= 0 || b.Ceiling < floor {
		return 0, floor
	}
	if supply = max(supply, 0); b.Qty > supply {
		return supply, b.Ceiling
	}
	return b.Qty, floor
}

// nextLevel returns the highest ceiling at or above floor that is below top,
// or also at top if it is included.
func nextLevel(bids []Bid, top, floor int64, included bool) (level int64, ok bool) {
	for _, b := range bids {
		below := b.Ceiling < top || included && b.Ceiling == top
		if b.Qty > 0 && below && b.Ceiling >= floor && (!ok || b.Ceiling > level) {
			level, ok = b.Ceiling, true
		}
	}
	return level, ok
}

// fits tells whether left serves all bids at a level.
func fits(bids []Bid, level int64, left uint64) bool {
	for _, b := range bids {
		if b.Ceiling != level || b.Qty <= 0 {
			continue
		}
		if uint64(b.Qty) > left {
			return false
		}
		left -= uint64(b.Qty)
	}
	return true
}

// shareLevel divides left, which is too little, among the bids at a level.
func shareLevel(bids []Bid, level int64, left uint64, out []int64) {
	var room [maxParties]uint64
	rest := room[:]
	if len(bids) > len(rest) {
		rest = make([]uint64, len(bids))
	}
	rest = rest[:len(bids)]

	var total wide
	for _, b := range bids {
		if b.Ceiling == level {
			total.add(positive(b.Qty), 1)
		}
	}
	shift := total.shift()
	var sum uint64
	for i, b := range bids {
		if b.Ceiling == level {
			rest[i] = scaled(positive(b.Qty), 1, shift)
			sum += rest[i]
		}
	}
	whole := left
	for i, b := range bids {
		if b.Ceiling == level {
			var q uint64
			q, rest[i] = portion(whole, rest[i], sum)
			out[i] = int64(q)
			left -= q
		}
	}
	for ; left > 0; left-- {
		i := firstClaim(bids, rest)
		rest[i] = 0
		out[i]++
	}
}

// firstClaim returns the bid with the largest fraction, the lower Key among
// equals.
func firstClaim(bids []Bid, rest []uint64) int {
	best := 0
	for i := 1; i < len(bids); i++ {
		if rest[i] > rest[best] || rest[i] == rest[best] && bids[i].Key < bids[best].Key {
			best = i
		}
	}
	return best
}
