package sim

import "entangle/sim/units"

// cash is what one percent more of it brings: rent for what is on offer, where
// the company could sell more than it can pay for.
func (o *outlook) cash() float64 {
	co := &o.w.companies[o.c]
	spare := co.Cash - co.Policy.CashFloor - co.ToPay
	offers, price := o.offers()
	if price == 0 || o.gap == 0 {
		return 0
	}
	ahead := float64(price * rentAhead * hoursAWeek) // dollars in hand for an H100e
	wanted := min(o.gap, offers)
	if float64(spare) >= float64(wanted*ahead) {
		return 0
	}
	more := float64(co.Cash) / float64(100*ahead)
	return max(0, float64(o.worth-float64(price*hoursAYear))) * min(more, wanted)
}

// offers is the compute on the public board that the company may rent, and what
// an hour of it costs at the cheapest.
func (o *outlook) offers() (h100e, price float64) {
	for i := range o.w.board {
		l := &o.w.board[i]
		if l.Landlord == o.c || l.Exclude.Has(o.c) {
			continue
		}
		if price == 0 {
			price = float64(l.Floor) / micro
		}
		h100e += float64(units.H100e(l.Chips)*o.w.families[l.Family].H100e) / units.H100eScale
	}
	return h100e, price
}

// attention is what one percent more of it brings, where last week's was used up:
// so many more orders in the quarter, each of them a rental of what is on offer.
func (o *outlook) attention() float64 {
	co := &o.w.companies[o.c]
	o.w.countClauses()
	full := o.w.attentionOf(o.c, int64(o.w.room.clauses[o.c]), nil)
	offers, price := o.offers()
	if co.Attention > full || offers == 0 || !on(o.w.sc.setup.Switches.Attention) {
		return 0
	}
	orders := float64(full*quarterWeeks) / 100
	each := min(o.gap, offers) / float64(max(1, len(o.w.board)))
	return max(0, float64(o.worth-float64(price*hoursAYear))) * float64(orders*each) / 2
}
