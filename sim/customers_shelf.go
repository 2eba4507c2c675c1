package sim

import (
	"math"
	"math/bits"

	"entangle/sim/detmath"
)

// fillShelf finds the models on offer that others may run, and notes what all on offer
// cost; it looks again at the models of a set of makers, modulo 64 a bit each.
func (w *World) fillShelf(set uint64) {
	open := w.head.Shelf.Open
	w.head.Shelf = Shelf{Past: w.head.Shelf.Past, Since: w.head.Shelf.Since}
	shelf, most, worth := &w.head.Shelf, 0.0, [len(w.head.Shelf.Hosted)]int64{math.MinInt64, math.MinInt64, math.MinInt64, math.MinInt64}
	for _, c := range w.sc.owners {
		if set&(1<<(c&63)) != 0 {
			w.lookAt(c)
		}
	}
	for at, word := range w.lent {
		for rows := (setBits{64*at + 1, word}); rows.left != 0; {
			m := ModelID(rows.next())
			if w.models[m].Mode == ReleaseOpen {
				if x := w.bargain(m); shelf.Open == 0 || x > most {
					shelf.Open, most = m, x
				}
				continue
			}
			for i, at, x := 0, m, ranked(w.appealing(m)); i < len(worth); i++ { // to its place, which nobody can guess: no branch
				stays, moves, had := shelf.Hosted[i], at, worth[i]
				if x > had {
					stays, moves = moves, stays
				}
				shelf.Hosted[i], at = stays, moves
				worth[i], x = max(x, had), min(x, had)
			}
		}
	}
	if shelf.Open != open {
		shelf.Since = w.head.Tick
	}
}

// lookAt notes which models a company has on offer and what they cost.
func (w *World) lookAt(c CompanyID) {
	from, to := modelsOf(c)
	shelves, lent := uint8(0), uint64(0)
	for m := from; m < to; m++ {
		if w.offered(m) {
			shelves |= 1 << (m - from)
			lent |= uint64(countIf(w.models[m].Mode != ReleaseClosed)) << (m - from)
			w.dear[m] = detmath.QuickLog(w.models[m].Cost)
		}
	}
	word, at := &w.lent[(from-1)/64], (from-1)%64
	*word = *word&^(notSifted<<at) | lent<<at
	w.shelves[c] = shelves
	w.choices[c] = notSifted
}

// notSifted stands where a company's models have changed since they were sifted: nobody
// has as many to choose from.
const notSifted = 1<<modelsPerCompany - 1

// sift finds those of a company's models on offer that somebody may choose before the one
// that users like best, however much quality or cost weigh: they cost less, and no other
// is liked as well and costs no more.
func (w *World) sift(c CompanyID) uint8 {
	from, _ := modelsOf(c)
	choices, dear := uint8(0), w.dear[w.labs[c].Best]
	for set := w.shelves[c]; set != 0; set &= set - 1 {
		if m := from + ModelID(bits.TrailingZeros8(set)); w.offered(m) {
			cheaper := uint8(math.Float64bits(w.dear[m]-dear) >> 63) // 1 or 0: which of them are nobody can guess
			choices |= cheaper << (m - from)
		}
	}
	if choices&(choices-1) != 0 { // one alone is no worse than another
		for set := choices; set != 0; set &= set - 1 {
			if m := from + ModelID(bits.TrailingZeros8(set)); w.outdone(m, from, choices&^(1<<(m-from))) {
				choices &^= 1 << (m - from)
			}
		}
	}
	return choices
}

// outdone tells whether one of some others of the same maker is liked as well as a model
// and costs no more.
func (w *World) outdone(m, from ModelID, others uint8) bool {
	short := ^uint64(0) // with its first bit while each of the others falls short in one of the two
	for ; others != 0; others &= others - 1 {
		o := from + ModelID(bits.TrailingZeros8(others))
		short &= math.Float64bits(w.appealing(o)-w.appealing(m)) | math.Float64bits(w.dear[m]-w.dear[o])
	}
	return short>>63 == 0
}
