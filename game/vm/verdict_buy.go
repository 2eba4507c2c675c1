package vm

import (
	"math"

	"entangle/sim"
	"entangle/sim/units"
)

// hoursAWeek is for how many hours a week compute is rented.
const hoursAWeek = 7 * 24

// noteChips is what an order for chips comes to, when they may come, and for how many
// of them there is power today. It warns of a rest that is more than the company has,
// and of a site without any power: chips that stand idle are what ruins a fleet.
func (p *Play) noteChips(o sim.Order) (text string, warns bool) {
	if o.Family == 0 || o.Site == 0 {
		return "", false
	}
	v := p.View()
	m := v.Family(o.Family)
	premium, key := float64(m.List)*float64(o.Price)/float64(units.One), "quote.chips"
	down := (float64(m.List) + premium) * float64(o.Share) / float64(units.One)
	switch {
	case m.Designer == p.Me:
		premium, down, key = 0, 0, "quote.chips_own"
	case o.Share == units.One:
		key = "quote.chips_paid"
	}
	n := float64(o.Qty)
	text = p.T(key, "total", p.dollars((float64(m.Cost)+premium)*n), "now", p.dollars(down*n))
	if weeks := int64(math.Round(m.Lead)); weeks > 0 {
		text = p.and(text, p.T("quote.backlog", "weeks", p.amount(units.KindWeeks, weeks)))
	}
	free := max(0, v.ChipsFor(o.Site, o.Family, max(0, v.Energised(o.Site)-v.OwnSite(o.Site).Standing)))
	if v.Energised(o.Site) == 0 {
		text, warns = p.and(text, p.T("quote.dark")), true
	} else if free == 0 {
		text = p.and(text, p.T("quote.full"))
	} else if int64(free) < o.Qty {
		text = p.and(text, p.T("quote.power", "n", p.count(int64(free))))
	}
	if rest, owed := p.owed(o); owed {
		text, warns = p.and(text, rest), true
	}
	return text, warns
}

// and is one sentence after another.
func (p *Play) and(first, then string) string { return p.T("sentences", "first", first, "then", then) }

// noteRent is what a bid for capacity comes to at most.
func (p *Play) noteRent(o sim.Order) string {
	if o.Family == 0 {
		return ""
	}
	h := p.View().H100eOf(o.Family) * units.H100e(o.Qty)
	return p.T("quote.rent", "total", p.amount(units.KindUSD, int64(units.Rent(o.Price, h, hoursAWeek*int64(o.Weeks)))),
		"week", p.amount(units.KindUSD, int64(units.Rent(o.Price, h, hoursAWeek))), "compute", p.amount(units.KindH100e, int64(h)))
}

// noteBook is what a booking comes to, if all of it is handed over in time.
func (p *Play) noteBook(o sim.Order) string {
	if o.Mode == sim.BookLeave {
		return ""
	}
	total := p.View().BookingRent(&o)
	return p.T("quote.book", "total", p.amount(units.KindUSD, int64(total)), "now", p.amount(units.KindUSD, o.Share.Of(int64(total))),
		"week", p.amount(units.KindUSD, int64(units.Rent(o.Price, units.H100e(o.Qty), hoursAWeek))))
}

// noteOffer is what chips on offer bring at least, if all are taken.
func (p *Play) noteOffer(o sim.Order) string {
	if o.Family == 0 || o.Qty == 0 {
		return ""
	}
	h := p.View().H100eOf(o.Family) * units.H100e(o.Qty)
	return p.T("quote.offer", "week", p.amount(units.KindUSD, int64(units.Rent(o.Price, h, hoursAWeek))), "compute", p.amount(units.KindH100e, int64(h)))
}

// noteSale is what brokers pay for chips that go to no other site.
func (p *Play) noteSale(o sim.Order) string {
	if o.Site == 0 || o.Family == 0 || o.Dest != 0 {
		return ""
	}
	if sum := p.View().Resale(o.Site, o.Family, units.Chips(o.Qty)); sum > 0 {
		return p.T("quote.sale", "sum", p.dollars(float64(sum)))
	}
	return ""
}
