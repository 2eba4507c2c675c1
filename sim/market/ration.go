package market

import "math/bits"

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
// weight and out have one length; out must not overlap the others. room is for
// the sums: 2·len(out) numbers of any value, so that nothing is allocated.
func Ration(need, weight, out []int64, supply int64, room []uint64) (used int64) {
	rest, spare := room[:len(out)], room[len(out):2*len(out)]
	left := rounds(need, weight, out, supply, rest)
	if left > 0 && short(need, weight, out) {
		handOut(rest, spare, out, left)
		left = 0
	}
	return max(supply, 0) - int64(left)
}

// RationDown is Ration without the units that proportions leave over: fewer than
// there are entries, for the next time. It asks for room for len(out) sums.
func RationDown(need, weight, out []int64, supply int64, room []uint64) (used int64) {
	return max(supply, 0) - int64(rounds(need, weight, out, supply, room[:len(out)]))
}

// rounds gives out the supply in rounds, all but what is cut off in the last, and
// returns what is left; rest then holds the fractions cut off.
func rounds(need, weight, out []int64, supply int64, rest []uint64) (left uint64) {
	left = positive(supply)
	if left == 0 {
		clear(out)
	}
	for had := int64(0); left > 0; had = -1 {
		total, all, over := weigh(need, weight, out, rest, had)
		if over == 0 && all <= left {
			fill(need, weight, out)
			return left - all
		}
		given, last := rationRound(need, weight, out, rest, total, left)
		if left -= given; last {
			return left
		}
	}
	return left
}

// short tells whether somebody still lacks something.
func short(need, weight, out []int64) bool {
	for i := range out {
		if open(need, weight, out, i) > 0 {
			return true
		}
	}
	return false
}

// open returns what entry i may still get, zero if its weight is.
func open(need, weight, out []int64, i int) uint64 {
	left := uint64(max(need[i]-out[i], 0))       // out is from zero to a need above it, so this cannot overflow
	return left & uint64(-max(weight[i], 0)>>63) // all its bits, or none: without a branch that nobody can guess
}

// pull is a weight as it counts. The bound keeps 128 bits from overflowing.
func pull(weight int64) uint64 { return min(positive(weight), 1<<40) }

// weigh notes in rest what each entry counts, its weight times what it may still get, and
// sums that up, and what all may still get: over is above zero where 64 bits do not hold it.
// What an entry has got is what out says where had has all bits, and nothing where it is 0.
func weigh(need, weight, out []int64, rest []uint64, had int64) (total wide, all, over uint64) {
	need, weight, rest = need[:len(out)], weight[:len(out)], rest[:len(out)]
	for i := range out {
		pulls, got, carry := pull(weight[i]), out[i]&had, uint64(0)
		out[i] = got
		left := uint64(max(need[i]-got, 0)) & uint64(-int64(pulls)>>63) // see open
		hi, lo := bits.Mul64(pulls, left)
		rest[i] = lo
		total.lo, carry = bits.Add64(total.lo, lo, 0)
		total.hi, _ = bits.Add64(total.hi, hi, carry)
		all, carry = bits.Add64(all, left, 0)
		over += carry
	}
	return total, all, over
}

func fill(need, weight, out []int64) {
	for i := range out {
		if open(need, weight, out, i) > 0 {
			out[i] = need[i]
		}
	}
}

// rationRound gives every open entry its proportion of left, as weigh found it, rounded
// down and capped at its need. If nobody reached the cap the proportions stand: this
// was the last round, and rest holds the fractions cut off.
func rationRound(need, weight, out []int64, rest []uint64, total wide, left uint64) (given uint64, last bool) {
	need, weight, rest = need[:len(out)], weight[:len(out)], rest[:len(out)]
	sum := total.lo
	if shift := total.shift(); shift > 0 {
		sum = 0
		for i := range out {
			rest[i] = scaled(pull(weight[i]), open(need, weight, out, i), shift)
			sum += rest[i]
		}
	}
	last = true
	for i := range out {
		if rest[i] == 0 {
			continue // its proportion is nothing
		}
		want, q := uint64(need[i]-out[i]), uint64(0)
		if q, rest[i] = portion(left, rest[i], sum); q >= want {
			q, last = want, false
		}
		out[i] += int64(q)
		given += q
	}
	return given, last
}

// handOut gives left units, fewer than there are fractions, one each to the
// largest fractions, ties to the lower index. It uses up spare.
func handOut(rest, spare []uint64, out []int64, left uint64) {
	if left == 0 {
		return
	}
	if len(rest) <= few {
		for i := range rest {
			out[i] += int64(less(before(rest, i), left))
		}
		return
	}
	copy(spare, rest)
	least, above := largestFew(spare, int(left))
	ties := int(left) - above
	for i, r := range rest {
		switch {
		case r > least:
			out[i]++
		case r == least && ties > 0:
			out[i]++
			ties--
		}
	}
}

// few is how many fractions are compared each with each: below it that is faster
// than to look for the largest, as no branch has to be guessed.
const few = 12

// before counts the fractions that are served before that of index i: the larger ones,
// and of those as large the ones of a lower index.
func before(rest []uint64, i int) (n uint64) {
	x := rest[i]
	for j, r := range rest {
		_, borrow := bits.Sub64(x, r, less(uint64(j), uint64(i)))
		n += borrow
	}
	return n
}

// less is 1 where a is below b, and 0 elsewhere.
func less(a, b uint64) uint64 {
	_, borrow := bits.Sub64(a, b, 0)
	return borrow
}

// largestFew returns the k-th largest value of list and how many are larger. It
// halves the list around a pivot until the value is found, and reorders it.
func largestFew(list []uint64, k int) (value uint64, above int) {
	for {
		pivot := middle(list[0], list[len(list)/2], list[len(list)-1])
		hi, lo := 0, len(list) // [0,hi) larger than pivot, [lo,n) smaller
		for i := 0; i < lo; {
			switch {
			case list[i] > pivot:
				list[i], list[hi] = list[hi], list[i]
				hi++
				i++
			case list[i] < pivot:
				lo--
				list[i], list[lo] = list[lo], list[i]
			default:
				i++
			}
		}
		switch {
		case k <= hi:
			list = list[:hi]
		case k <= lo:
			return pivot, above + hi
		default:
			above += lo
			k -= lo
			list = list[lo:]
		}
	}
}

// middle is the median of three.
func middle(a, b, c uint64) uint64 { return max(min(a, b), min(max(a, b), c)) }
