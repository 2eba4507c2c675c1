package market

// Ration shares a scarce supply. Each participant gets at most its need; what
// there is goes out in proportion to weight times need still open, in rounds:
// what the favoured cannot use flows on to the others. It ends when the supply
// or the needs are exhausted, so either every need is met or the supply is
// used to the last unit. An entry of weight zero or less gets nothing.
//
// With equal needs a larger weight never gets less. The units that proportions
// leave over go one each to the largest fractions, ties to the lower index.
// weight is in any unit, for instance parts per million, and counts up to 2^40.
// Every round but the last meets at least one more need in full, so n+1 rounds
// bound the cost; weights within a factor of seven took one to three. need,
// weight and out have one length; out must not overlap the others.
func Ration(need, weight, out []int64, supply int64) (used int64) {
	clear(out)
	left := positive(supply)
	var room [maxParties]uint64
	rest := room[:]
	if len(out) > len(rest) {
		rest = make([]uint64, len(out))
	}
	rest = rest[:len(out)]

	for left > 0 {
		if all, met := openNeed(need, weight, out, left); met {
			fill(need, weight, out)
			left -= all
			break
		}
		given, last := rationRound(need, weight, out, rest, left)
		left -= given
		if last {
			handOut(rest, out, left)
			left = 0
		}
	}
	return max(supply, 0) - int64(left)
}

// open returns what entry i may still get, zero if its weight is.
func open(need, weight, out []int64, i int) uint64 {
	if weight[i] <= 0 || need[i] <= out[i] {
		return 0
	}
	return uint64(need[i] - out[i]) // out is never negative, so this cannot overflow
}

// pull is a weight as it counts. The bound keeps 128 bits from overflowing.
func pull(weight int64) uint64 { return min(positive(weight), 1<<40) }

// openNeed sums the open needs and tells whether limit meets them all. It stops
// counting beyond the limit.
func openNeed(need, weight, out []int64, limit uint64) (sum uint64, met bool) {
	for i := range out {
		sum += open(need, weight, out, i)
		if sum > limit {
			return sum, false
		}
	}
	return sum, true
}

func fill(need, weight, out []int64) {
	for i := range out {
		if open(need, weight, out, i) > 0 {
			out[i] = need[i]
		}
	}
}

// rationRound gives every open entry its proportion of left, rounded down and
// capped at its need. If nobody reached the cap the proportions stand: this
// was the last round, and rest holds the fractions cut off.
func rationRound(need, weight, out []int64, rest []uint64, left uint64) (given uint64, last bool) {
	var total wide
	for i := range out {
		total.add(pull(weight[i]), open(need, weight, out, i))
	}
	shift := total.shift()
	var sum uint64
	for i := range out {
		rest[i] = scaled(pull(weight[i]), open(need, weight, out, i), shift)
		sum += rest[i]
	}
	last = true
	for i := range out {
		want := open(need, weight, out, i)
		if want == 0 {
			continue
		}
		var q uint64
		q, rest[i] = portion(left, rest[i], sum)
		if q >= want {
			q, last = want, false
		}
		out[i] += int64(q)
		given += q
	}
	return given, last
}

// handOut gives left units, one each, to the largest fractions.
func handOut(rest []uint64, out []int64, left uint64) {
	for ; left > 0; left-- {
		best := 0
		for i := 1; i < len(rest); i++ {
			if rest[i] > rest[best] {
				best = i
			}
		}
		rest[best] = 0
		out[best]++
	}
}
