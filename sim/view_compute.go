package sim

import "entangle/sim/units"

// Designs tells whether the company designs a family.
func (v View) Designs(f FamilyID) bool { return v.w.sc.families[f].designer == v.who }

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
func (v View) Loyalty(f FamilyID) float64 { return v.w.loyalty(v.who, f) }
