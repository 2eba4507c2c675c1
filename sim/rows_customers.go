package sim

import "entangle/sim/units"

// Segment is a market of customers.
type Segment struct {
	Potential  float64     // H100e of use at the start
	Growth     float64     // of the potential, log a year
	Noise      float64     // of the potential, standard deviation of the log a week
	Memory     float64     // weeks over which a shock fades
	Reference  float64     // price that neither attracts nor repels, micro-dollars
	Elasticity float64     // weight of the log of price
	Standard   float64     // quality that neither attracts nor repels
	Taste      float64     // weight of a point of quality
	Patience   float64     // weight of last week's served share
	Stay       float64     // appeal of buying from nobody
	Inertia    float64     // weeks over which customers move; 0: at once, every week
	Trust      float64     // weight of 50 points of the public's trust
	Anchor     float64     // how far in four weeks the price that customers think right moves to the lowest of like quality
	Shock      float64     // log deviation
	Wanted     units.H100e // of use
	Served     units.H100e
	Revenue    units.USD // since the start
}

// Product is what a company offers the customers of a segment: a row for each
// segment and company. Use is counted in hours of an H100e that runs a model as dear
// to run as the best of the start.
type Product struct {
	On     bool        // it is offered
	Price  units.Price // per H100e-hour of use
	Reach  float64     // appeal of the company's own channels, log units
	Share  float64     // of the segment's potential that chose it
	Cost   float64     // H100e of compute for an H100e of use
	Wanted units.H100e // of use, last week
	Served units.H100e
}

// product is the row of a segment and a company.
func (w *World) product(s SegmentID, c CompanyID) *Product {
	return &w.products[int(s)*len(w.companies)+int(c)]
}

// productsIn is the rows of a segment, by company.
func (w *World) productsIn(s SegmentID) []Product {
	n := len(w.companies)
	return w.products[int(s)*n:][:n]
}

// served is the share of customers' wishes met last week, 1 when there were none.
func (p *Product) served() float64 {
	if p.Wanted <= 0 {
		return 1
	}
	return float64(min(p.Served, p.Wanted)) / float64(p.Wanted)
}

// compute is what an amount of use takes.
func (p *Product) compute(use units.H100e) units.H100e {
	if p.Cost == 1 {
		return use
	}
	return units.H100e(units.FromFloat(float64(float64(use)*p.Cost), 0, maxWanted))
}

// use is what an amount of compute makes possible.
func (p *Product) use(compute units.H100e) units.H100e {
	if p.Cost == 1 {
		return compute
	}
	return units.H100e(units.FromFloat(float64(compute)/p.Cost-0.5, 0, maxWanted))
}
