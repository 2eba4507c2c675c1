package sim

import "entangle/sim/units"

// cash is what one percent more of it brings: rent for what is on offer, where
// the company could sell more than it can pay for.
func (o *outlook) cash() float64 {
	co := &o.w.companies[o.c]
	spare := co.Cash - co.Policy.CashFloor - co.ToPay
	offers, price := o.offers()
	if price == 0 || o.gap == 0 || o.worth == 0 {
		return 0
	}
	ahead := float64(price * float64(rentAhead*hoursAWeek)) // dollars in hand for an H100e
	wanted := min(o.gap, offers)
	if float64(spare) >= float64(wanted*ahead) {
		return 0
	}
	more := float64(co.Cash) / float64(100*ahead)
	return float64(max(0, float64(o.worth-float64(price*hoursAYear))) * min(more, wanted))
}

// offers is the compute on the public board that the company may rent, and what
// an hour of it costs at the cheapest.
func (o *outlook) offers() (h100e, price float64) {
	for i := range o.w.board {
		l := &o.w.board[i]
		if l.Landlord == o.c || l.Exclude.Has(o.c) || float64(l.Floor) > float64(bearable*float64(o.w.companies[o.c].Price)) {
			continue
		}
		if price == 0 {
			price = float64(l.Floor) / micro
		}
		h100e += float64(units.H100e(l.Chips)*o.w.families[l.Family].H100e) / units.H100eScale
	}
	return h100e, price
}

// bearable is the share of what customers pay up to which compute is worth
// renting: the rest is what the model and its makers cost.
const bearable = 0.7

// attention is what one percent more of it brings, for the part of it that is
// used up as a rule: so many more orders, each a rental of what is on offer that
// comes a week earlier.
func (o *outlook) attention() float64 {
	co := &o.w.companies[o.c]
	offers, price := o.offers()
	if offers == 0 || !on(o.w.sc.setup.Switches.Attention) {
		return 0
	}
	full := o.w.attentionOf(o.c, int64(co.Clauses), nil)
	pressed := max(0, co.Pressed-usual) / (1 - usual)
	each := float64(min(o.gap, offers) / float64(len(o.w.board)))
	more := float64(float64(full)*pressed) / 100
	return float64(max(0, o.worth-float64(price*hoursAYear)) * float64(more*each))
}

// usual is the share of its attention that a leadership uses without missing
// any.
const usual = 0.7
