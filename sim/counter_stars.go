package sim

import "entangle/sim/units"

// mendStars changes the one term that a refusal of an order about people names.
func (w *World) mendStars(o Order, r Refusal) (Order, bool) {
	switch r.Reason {
	case ReasonLowPay:
		o.Price = units.Price(r.Need)
		return o, true
	case ReasonNoCompute:
		o.Qty = r.Have
		return o, true
	case ReasonNoMandate:
		o.Share = units.PPM(r.Have)
		return o, true
	case ReasonOwnStar, ReasonAbroad, ReasonSettling, ReasonNoTeam, ReasonNoLink:
		return w.otherStar(o)
	}
	return o, false
}

// otherStar takes the person with the most know-how whom the company could court
// like that.
func (w *World) otherStar(o Order) (Order, bool) {
	best := PersonID(0)
	for i := PersonID(1); int(i) < len(w.people); i++ {
		next := o
		next.Person = i
		r := Check(w, next)
		if (r.Allowed() || r.Reason == ReasonLowPay || r.Reason == ReasonNoCompute || r.Reason == ReasonTooLarge) &&
			(best == 0 || w.people[i].Know > w.people[best].Know) {
			best = i
		}
	}
	o.Person = best
	return o, best != 0
}

// cheaper lowers the pay of an order about a person to what the company may spend.
func (w *World) cheaper(o Order) (Order, bool) {
	lo, hi := int64(0), int64(o.Price) // lo passes, or is nothing at all
	for hi-lo > 1 {
		o.Price = units.Price(lo + (hi-lo)/2)
		if Check(w, o).Reason == ReasonCash {
			hi = int64(o.Price)
		} else {
			lo = int64(o.Price)
		}
	}
	o.Price = units.Price(lo)
	return o, lo > 0
}
