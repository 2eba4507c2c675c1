package vm

import "entangle/sim"

// concerns tells whether the company has what a kind of order is about: a family
// of its own to share out, a programme to decide on, models, customers, people on a
// market, lenders.
func (f *Form) concerns(k sim.OrderKind) bool {
	v := f.p.View()
	switch k {
	case sim.OrderRation:
		return f.designs()
	case sim.OrderExpandSupply:
		return v.MakesSupply()
	case sim.OrderGateSilicon, sim.OrderGateProgramme:
		return f.hasProgramme(k)
	case sim.OrderCourtStar, sim.OrderLiftTeam, sim.OrderRetain:
		return v.People() > 0
	case sim.OrderLayOff, sim.OrderOpenOffice:
		return v.HasTalent()
	case sim.OrderStartRun, sim.OrderSteerRun, sim.OrderRelease, sim.OrderEnterBenchmark:
		return v.Lab().Makes
	case sim.OrderLicenseModel:
		return len(v.Sold()) > 0 && f.p.SC.Count(sim.OfModel) > 0
	case sim.OrderRaiseEquity, sim.OrderBorrow, sim.OrderGuide:
		return v.Funding().Open
	case sim.OrderBook:
		return v.Books()
	case sim.OrderReorganise, sim.OrderDelegate, sim.OrderWarRoom, sim.OrderInvestigate:
		return v.Organises()
	case sim.OrderAnswer:
		return v.Incidents() > 0
	}
	return true
}

// designs tells whether the company has a chip family to share out.
func (f *Form) designs() bool {
	for id := sim.FamilyID(1); int(id) <= f.p.SC.Families(); id++ {
		if f.p.View().Designs(id) {
			return true
		}
	}
	return false
}

// hasProgramme tells whether the company has a programme that a kind of order
// decides on: a chip's or a business's.
func (f *Form) hasProgramme(k sim.OrderKind) bool {
	for id := sim.ProgramID(1); int(id) <= f.p.SC.Count(sim.OfProgram); id++ {
		if f.gates(k, id) {
			return true
		}
	}
	return false
}

// decides tells whether the form's order can be about a programme.
func (f *Form) decides(id sim.ProgramID) bool { return f.gates(f.spec().Kind, id) }

func (f *Form) gates(k sim.OrderKind, id sim.ProgramID) bool {
	if k == sim.OrderGateProgramme {
		_, own := f.p.View().Venture(id)
		return own
	}
	_, own := f.p.View().Program(id)
	return own && f.p.View().ProgramKind(id) == sim.ChipProgram
}

// about tells whether the form's order can be about a person: who works here can be
// retained, others can be courted, and who leads a team elsewhere can be lifted with it.
func (f *Form) about(id sim.PersonID) bool {
	at := f.p.View().Employer(id)
	switch f.spec().Kind {
	case sim.OrderRetain:
		return at == f.p.Me
	case sim.OrderCourtStar:
		return at != f.p.Me
	case sim.OrderLiftTeam:
		return at != f.p.Me && at != 0
	}
	return true
}

// runsOn tells whether the form's order can be about a model: an own one, or one of
// others that can be had.
func (f *Form) runsOn(m sim.ModelID) bool {
	v := f.p.View()
	x, own := v.Model(m), f.p.SC.ModelOwner(m) == f.p.Me
	switch f.spec().Kind {
	case sim.OrderLicenseModel:
		return !own && x.State == sim.ModelOffered && x.Mode == sim.ReleaseHosted
	case sim.OrderSteerRun:
		if f.order.Mode == sim.SteerDistil && x.State == sim.ModelOffered && x.Mode == sim.ReleaseOpen {
			return true
		}
	}
	return own && v.ModelState(m) != sim.ModelNone
}
