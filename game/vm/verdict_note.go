package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// note says in a line what an order costs and brings that its sentence does not
// say, and whether that is a warning.
func (p *Play) note(o sim.Order) (text string, warns bool) {
	q := p.View().Quote(o)
	args := []string{"total", p.amount(units.KindUSD, int64(q.Total)), "now", p.amount(units.KindUSD, int64(q.Now)),
		"weeks", p.amount(units.KindWeeks, int64(q.Weeks)), "date", q.When.String()}
	switch o.Kind {
	case sim.OrderChips:
		return p.noteChips(o)
	case sim.OrderRent:
		return p.noteRent(o), false
	case sim.OrderOpenFleet:
		return p.noteOffer(o), false
	case sim.OrderPlaceFleet:
		return p.noteSale(o), false
	case sim.OrderBook:
		return p.noteBook(o), false
	case sim.OrderMakePact:
		return p.T("quote.pact", "from", p.share(q.From), "to", p.share(q.To)), false
	case sim.OrderPortStack:
		return p.T("quote.port", append(args, "loss", p.share(p.View().Penalty(o.Family)))...), false
	}
	if q.When == 0 {
		return p.noteMore(o), false
	}
	switch o.Kind {
	case sim.OrderBreakGround:
		return p.T("quote.ground", args...), false
	case sim.OrderJoinQueue:
		return p.T("quote.queue", args...), false
	case sim.OrderBridgePower:
		return p.T("quote.bridge", args...), false
	}
	return p.T("quote.energy", append(args, "price", p.amount(units.KindUSDPerMWh, int64(q.Price)))...), false
}

// owed warns of an order for chips whose rest, with that of earlier ones, is more
// than the company has: the designer asks for it when he delivers.
func (p *Play) owed(o sim.Order) (text string, warns bool) {
	m, own := p.View().Family(o.Family), p.View().Own()
	if m.Designer == p.Me {
		return "", false
	}
	price := float64(m.List) * (1 + float64(o.Price)/float64(units.One))
	all, down := price*float64(o.Qty), float64(o.Share)/float64(units.One)
	rest := all*(1-down) + float64(own.ToPay)
	if rest <= max(0, float64(own.Cash)-all*down) {
		return "", false
	}
	return p.T("quote.owed", "more", p.amount(units.KindUSD, int64(rest)), "cash", p.amount(units.KindUSD, int64(own.Cash))), true
}

func (p *Play) amount(k units.Kind, v int64) string { return chronicle.Number(p.Lex, k, v) }

// share writes a share for people, in tenths of a percent.
func (p *Play) share(x float64) string {
	return chronicle.Number(p.Lex, units.KindShare, int64(x*1000+0.5)*1000)
}
