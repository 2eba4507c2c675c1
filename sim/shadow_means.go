package sim

import "entangle/sim/units"

// means is what one percent more of cash and of attention brings: both bring rent
// for what is on offer, where the company could sell more than it has.
func (o *outlook) means() (cash, attention float64) {
	if o.gap == 0 || o.worth <= 0 {
		return 0, 0
	}
	offers, price := o.offers()
	gain := max(0, o.worth-float64(price*hoursAYear))
	if gain == 0 || offers == 0 || price == 0 {
		return 0, 0
	}
	wanted := min(o.gap, offers)
	return float64(gain * o.cash(wanted, price)), float64(gain * o.attention(wanted))
}

// cash is the compute that one percent more of it rents, where what is to be had
// is more than the company can pay for.
func (o *outlook) cash(wanted, price float64) float64 {
	co := &o.w.companies[o.c]
	spare := co.Cash - co.Policy.CashFloor - co.ToPay
	ahead := float64(price * float64(rentAhead*hoursAWeek)) // dollars in hand for an H100e
	if float64(spare) >= float64(wanted*ahead) {
		return 0
	}
	return max(0, min(float64(co.Cash)/float64(100*ahead), wanted))
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

// attention is the compute that one percent more of it rents, for the part of it
// that is used up as a rule: so many more orders, each a rental of what is on offer
// that comes a week earlier.
func (o *outlook) attention(wanted float64) float64 {
	co := &o.w.companies[o.c]
	pressed := max(0, co.Pressed-usual) / (1 - usual)
	if pressed == 0 || !on(o.w.sc.setup.Switches.Attention) {
		return 0
	}
	more := float64(float64(o.w.attentionOf(o.c, int64(co.Clauses), nil))*pressed) / 100
	return float64(more * float64(wanted/float64(len(o.w.board))))
}

// usual is the share of its attention that a leadership uses without missing
// any.
const usual = 0.7
