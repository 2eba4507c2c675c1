package vm

import (
	"entangle/sim"
	"entangle/sim/units"
)

// noteMore is the note of orders about people, models and money.
func (p *Play) noteMore(o sim.Order) string {
	switch o.Kind {
	case sim.OrderAnswer:
		return p.T("quote.answer", "effects", p.brings(o.Choice))
	case sim.OrderCourtStar:
		return p.noteCourt(o)
	case sim.OrderRetain:
		return p.noteRetain(o)
	case sim.OrderLiftTeam:
		if o.Person != 0 {
			return p.T("quote.lift", "now", p.dollars(float64(p.View().AtOnce(o))))
		}
	case sim.OrderLayOff, sim.OrderOpenOffice:
		if now := p.View().AtOnce(o); now > 0 {
			return p.T("quote.people", "now", p.dollars(float64(now)))
		}
	case sim.OrderGuide:
		return p.T("quote.guide", "trend", p.dollars(float64(p.View().Trend())))
	case sim.OrderBorrow:
		rate := p.View().LoanRate(sim.LoanKind(o.Mode), units.USD(o.Qty))
		share := float64(rate) / float64(units.One)
		return p.T("quote.loan", "rate", p.percent(share), "interest", p.dollars(float64(o.Qty)*share))
	case sim.OrderRaiseEquity:
		if value := p.View().Value(); value > 0 {
			return p.T("quote.round", "share", p.percent(float64(o.Qty)/float64(o.Qty+int64(value))))
		}
	}
	return p.noteModel(o)
}

// noteRun is how long a run would train, and what would be expected of it.
func (p *Play) noteRun(o sim.Order) string {
	pace := p.View().WeekOfTraining()
	if pace <= 0 {
		return ""
	}
	x := p.View().ProspectOf(o.Qty, o.Share, o.Mode == sim.RecipeFresh)
	return p.T("quote.run", "weeks", p.amount(units.KindWeeks, int64(float64(o.Qty)/pace+1)), "likely", p.decimal(x.Mean),
		"low", p.decimal(x.Mean-fourOfFive*x.SD), "high", p.decimal(x.Mean+fourOfFive*x.SD), "fall", p.percent(x.Fall))
}
