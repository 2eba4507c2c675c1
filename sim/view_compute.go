package sim

import "entangle/sim/units"

// Designs tells whether the company designs a family.
func (v View) Designs(f FamilyID) bool { return v.w.sc.families[f].designer == v.who }

// OwnDesigns is the families that the company designs, a bit each.
func (v View) OwnDesigns() uint64 { return v.w.sc.companies[v.who].designs }

// Immature is the families whose software is not ripe everywhere, a bit each.
func (v View) Immature() uint64 { return v.w.sc.immatureSet }

// Sells tells whether the company designs a family that others may order.
func (v View) Sells(f FamilyID) bool {
	info := &v.w.sc.families[f]
	return info.designer == v.who && info.merchant && !v.w.families[f].Shut
}

// Ration is how a designer shares out a family.
type Ration struct {
	Weights  [3]units.PPM
	HoldBack units.PPM
	Weeks    int32 // since the list price was last set by order; many when never
	Cost     units.USD
}

// Rationing returns how an own design is shared out; zero for another's.
func (v View) Rationing(f FamilyID) Ration {
	if !v.Designs(f) {
		return Ration{}
	}
	row := &v.w.families[f]
	return Ration{row.Weigh, row.HoldBack, int32(v.Date()-row.Listed) / 7, row.UnitCost}
}

// Loyalty is how much the designer of a family likes the company as a buyer,
// from -0.5 to 1.
func (v View) Loyalty(f FamilyID) float64 { return v.w.dealer(v.who, f).Liked }

// Penalty is what immature software costs the company on a family, in shares of
// the compute that is left.
func (v View) Penalty(f FamilyID) float64 { return v.w.penalty(v.who, f) }

// Engineers is how many of the company's engineers are free.
func (v View) Engineers() int64 { return v.w.engineersFree(v.who) }

// Porting is how many of them work on the software for a family.
func (v View) Porting(f FamilyID) int64 { return int64(v.w.account(v.who, f).Crew) }

// TestChips is how many chips of a family the company runs for itself.
func (v View) TestChips(f FamilyID) int64 { return v.w.testChips(v.who, f) }

// Awaits tells whether chips of a family are on order for the company.
func (v View) Awaits(f FamilyID) bool {
	for at := v.w.companies[v.who].Orders; at != 0; at = v.w.clauses[at].Mate {
		if c := &v.w.clauses[at]; c.Family == f {
			return true
		}
	}
	return false
}

// OnOffer tells whether any chips of the company were on offer when the board was written.
func (v View) OnOffer() bool { return v.w.offering.Has(v.who) }

// HasSpot tells whether there is a spot market.
func (v View) HasSpot() bool { return v.w.hasSpot() }

// Spot is what the last week of the spot market shows to everybody; read only.
func (v View) Spot() *Spot { return &v.w.spot }

// SpotMean is the mean price of it.
func (v View) SpotMean() float64 { return v.w.spot.Mean }

// LettableOn is how many chips of a family at an own site could be promised from
// a day on.
func (v View) LettableOn(s SiteID, f FamilyID, day units.Date) units.Chips {
	if v.w.sc.sites[s].owner != v.who {
		return 0
	}
	return units.Chips(v.w.lettableOn(v.who, s, f, day))
}

// Booked is the compute that the company has rented from a later day.
func (v View) Booked() units.H100e { return v.w.companies[v.who].Booked }

// Programs is the number of own-chip programmes; ids run from 1.
func (v View) Programs() int { return len(v.w.sc.programs) - 1 }

// Program returns a programme of the company's own; another's is the zero
// Program.
func (v View) Program(p ProgramID) (row Program, own bool) {
	if v.w.sc.programs[p].owner != v.who {
		return Program{}, false
	}
	return v.w.programs[p], true
}

// OwnProgram is Program where it stands; read only. Another's is nil.
func (v View) OwnProgram(p ProgramID) *Program {
	if v.w.sc.programs[p].owner != v.who {
		return nil
	}
	return &v.w.programs[p]
}

// AgesIdle is the share of its resale value that a chip loses in a week without power.
func (v View) AgesIdle() float64 {
	if !on(v.w.sc.setup.Switches.Ageing) {
		return 0
	}
	return agesIdle
}

// Resale is what brokers would pay for n chips of a family at an own site: nothing
// for those of an own design.
func (v View) Resale(s SiteID, f FamilyID, n units.Chips) units.USD {
	b := v.w.fleet(s, f)
	if b == nil || v.w.sc.sites[s].owner != v.who || v.Designs(f) {
		return 0
	}
	return v.w.resale(b, n)
}

// RentPaid is the dearest rent that the company is bound to pay for an
// H100e-hour, 0 when it rents nothing.
func (v View) RentPaid() (dearest units.Price) {
	for at := v.w.companies[v.who].Rentals; at != 0; at = v.w.clauses[at].Mate {
		for i := v.w.contracts[v.w.clauses[at].Contract.row()].Clauses; i != 0; i = v.w.clauses[i].Next {
			p := &v.w.clauses[i]
			rent := p.Price // or 0, without a branch: which of the clauses it is nobody could guess
			if int32(p.Kind^ClausePay)|int32(p.Base^PayRent)|int32(p.From^v.who) != 0 {
				rent = 0
			}
			dearest = max(dearest, rent)
		}
	}
	return dearest
}

// ComputeIn is the compute that the company has in a region: its own chips that are
// installed there, with power or without, and what it is promised for rent.
func (v View) ComputeIn(r RegionID) (sum units.H100e) {
	from, to := v.Sites()
	for s := from; s < to; s++ {
		if v.w.sc.sites[s].region != r {
			continue
		}
		for at := v.w.sites[s].Fleets; at != 0; at = v.w.fleets[at].Next {
			f := &v.w.fleets[at]
			sum += units.H100e(f.Ready) * v.w.families[f.Family].H100e
		}
	}
	for at := v.w.companies[v.who].Rentals; at != 0; at = v.w.clauses[at].Mate {
		if k := &v.w.clauses[at]; v.w.sc.sites[k.Site].region == r {
			sum += v.w.h100eOf(k)
		}
	}
	return sum
}
