package vm

import (
	"math"

	"entangle/sim"
	"entangle/sim/units"
)

// noteModel is the note of orders about models and what is built on them.
func (p *Play) noteModel(o sim.Order) string {
	switch o.Kind {
	case sim.OrderStartRun:
		return p.noteRun(o)
	case sim.OrderRelease:
		return p.noteRelease(o)
	case sim.OrderLicenseModel:
		return p.noteLicence(o)
	case sim.OrderGateSilicon:
		return p.noteSilicon(o)
	case sim.OrderGateProgramme:
		return p.noteVenture(o)
	}
	return ""
}

// noteRelease compares a model to be released with the one that customers have now.
func (p *Play) noteRelease(o sim.Order) string {
	v := p.View()
	best := v.OwnBest()
	if o.Model == 0 || best == 0 || best == o.Model || v.UseCost(best) <= 0 {
		return ""
	}
	return p.T("quote.release", "shown", p.decimal(v.Shown(o.Model)), "was", p.decimal(v.Shown(best)),
		"share", p.percent(v.UseCost(o.Model)/v.UseCost(best)))
}

// noteLicence is what the maker of a licensed model takes, and what one's own people make
// of it if it comes in place of theirs.
func (p *Play) noteLicence(o sim.Order) string {
	if o.Model == 0 {
		return ""
	}
	v := p.View()
	text := p.T("quote.licence", "fee", p.amount(units.KindShare, int64(v.Model(o.Model).Fee)), "maker", p.Company(p.SC.ModelOwner(o.Model)))
	if sim.LicenceUse(o.Mode) == sim.LicenceCore && v.OwnBest() != 0 && v.HasTalent() {
		text = p.and(text, p.T("quote.exodus"))
	}
	return text
}

// noteVenture is what a programme still costs until customers have it, when that may be,
// and whether it may work.
func (p *Play) noteVenture(o sim.Order) string {
	x, own := p.View().Venture(o.Program)
	if !own || x.Stage >= sim.VentureLive || o.Mode != sim.DecideFund && o.Mode != sim.DecideShip {
		return ""
	}
	return p.T("quote.venture", "left", p.dollars(float64(x.Left)), "date", x.Expected.String(), "odds", p.percent(x.Odds),
		"engineers", p.count(x.Engineers))
}

// noteSilicon is what a chip of one's own still costs, when it may be built, and the
// engineers that it ties up.
func (p *Play) noteSilicon(o sim.Order) string {
	x, own := p.View().Program(o.Program)
	if !own || o.Mode == sim.GateKill || x.Stage >= sim.SiliconDone {
		return ""
	}
	due := x.Expected
	if x.Stage == sim.SiliconIdle {
		weeks := 0.0
		for _, n := range x.Weeks {
			weeks += n
		}
		due = p.Date().AddWeeks(int(math.Ceil(weeks)))
	}
	return p.T("quote.silicon", "left", p.dollars(float64(max(x.Cost-x.Spent, 0))), "engineers", p.count(int64(x.Crew)), "date", due.String())
}
