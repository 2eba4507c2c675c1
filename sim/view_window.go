package sim

import "entangle/sim/units"

// Exact tells whether the company knows a metric of others as it is: it is posted
// for everybody to see, or it is nobody's book.
func (v View) Exact(metric int) bool {
	m := metrics[metric]
	return isPublic(m.Name) || m.Of != OfCompany && m.Of != OfSite && m.Of != OfProgram
}

// Held lists the company's orders that wait in its organisation, the oldest
// first, appended to list.
func (v View) Held(list []Waiting) []Waiting {
	for i := range v.w.waiting {
		if v.w.waiting[i].Order.By == v.who {
			list = append(list, v.w.waiting[i])
		}
	}
	return list
}

// Stall is what a company offers the customers of a segment. Prices and shares of
// the market are known to all; what is asked of a company and whom it turns away
// only to itself.
type Stall struct {
	On      bool
	Price   units.Price // per H100e-hour of use
	Model   ModelID     // that it runs on, 0 none
	Quality float64     // of the model, as customers see it, index points
	Share   float64     // of the segment's potential
	Cost    float64     // H100e for an H100e of use; own only
	Wanted  units.H100e // of use; own only
	Served  units.H100e // own only
	Why     Terms       // why customers choose it, in log units over buying from nobody
}

// Stall returns the offer of a company to the customers of a segment. With why it
// says what makes it appeal to them.
func (v View) Stall(s SegmentID, c CompanyID, why bool) Stall {
	p := v.w.product(s, c)
	if !p.On {
		return Stall{}
	}
	out := Stall{On: true, Price: p.Price, Quality: p.Quality, Model: p.Model, Share: p.Share}
	if c == v.who {
		out.Cost, out.Wanted, out.Served = p.Cost, p.Wanted, p.Served
	}
	if why {
		v.w.appeal(s, c, &out.Why)
	}
	return out
}

// Custom is what is public of a segment as a whole.
type Custom struct {
	Potential units.H100e // use that all customers could make of it
	Served    units.H100e // use last week
	Growth    float64     // of the potential, log a year
	Needs     Need
}

// Segment returns what is public of a segment.
func (v View) Segment(s SegmentID) Custom {
	g := &v.w.segments[s]
	all := units.Whole(v.w.potential(g), maxWanted/1000) * 1000
	return Custom{units.H100e(all), g.Served, g.Growth, v.w.sc.segments[s-1].need}
}

// Covenant is a limit that lenders hold a company to.
type Covenant struct {
	Kind        CovenantKind
	Have, Limit float64
}

// CovenantKind says what a covenant limits.
type CovenantKind uint8

// The covenants.
const (
	CovenantDebt  CovenantKind = iota // debt, in years of what is left of income; boundless without any
	CovenantChips                     // loans on chips, as a share of what the chips are worth
)

// boundless stands for debts that no income carries.
const boundless = 1e6

// Covenants lists what the company's lenders hold it to.
func (v View) Covenants() [2]Covenant {
	w, c := v.w, v.who
	list := [2]Covenant{{CovenantDebt, 0, mostCover}, {CovenantChips, 0, chipTest}}
	if debt := float64(w.debt(c)); debt > 0 {
		list[0].Have = boundless
		if left := w.backed(c, LoanChips); left > 0 {
			list[0].Have = min(debt/left, boundless)
		}
	}
	if owed := float64(w.owed(c, LoanChips)); owed > 0 {
		list[1].Have = min(owed/float64(max(w.chipWorth(c), 1)), boundless)
	}
	return list
}

// AtOnce is what an order about people costs when it is carried out, or when the
// person agrees, as far as the company can tell.
func (v View) AtOnce(o Order) units.USD {
	o.By = v.who
	switch o.Kind {
	case OrderCourtStar, OrderLiftTeam:
		if o.Person == 0 {
			return 0
		}
		s := suitOf(&o)
		if o.Kind == OrderLiftTeam {
			s = v.w.liftOf(&o)
		}
		sum := usd(signingShare.Of(int64(s.Pay))) + s.Package + v.w.stake(o.Person)
		if s.Buyout {
			_, forfeits := v.StarTerms(o.Person)
			sum += forfeits
		}
		return sum
	case OrderRetain:
		return usd(retainBonus.Of(int64(o.Price)))
	case OrderLayOff:
		return v.w.severance(&o)
	case OrderOpenOffice:
		return officeCost(&o)
	}
	return 0
}
