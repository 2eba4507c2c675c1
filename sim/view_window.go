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
	Quality float64     // index points; 0 where customers need no model
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
	out := Stall{On: true, Price: p.Price, Share: p.Share}
	if v.w.sc.segments[s-1].need != NeedCompute {
		out.Quality = v.w.companies[c].Quality
	}
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
	all := units.FromFloat(v.w.potential(g), 0, maxWanted/1000) * 1000
	return Custom{units.H100e(all), g.Served, g.Growth, v.w.sc.segments[s-1].need}
}
