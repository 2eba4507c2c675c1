package sim

import "entangle/sim/units"

// Segment is a market of customers.
type Segment struct {
	Wanted  units.H100e // of use
	Served  units.H100e
	Takings units.USD // a week of what is served
	Revenue units.USD // since the start

	Potential  float64 // H100e of use at the start
	Growth     float64 // of the potential, log a year
	Noise      float64 // of the potential, standard deviation of the log a week
	Memory     float64 // weeks over which a shock fades
	Reference  float64 // price that neither attracts nor repels, micro-dollars
	Elasticity float64 // weight of the log of price
	Depth      float64 // how what a customer uses answers the price, in logs
	Standard   float64 // quality that neither attracts nor repels
	Taste      float64 // weight of a point of quality
	Patience   float64 // weight of last week's served share
	Stay       float64 // appeal of buying from nobody
	Inertia    float64 // weeks over which customers move; 0: at once, every week
	Trust      float64 // weight of 50 points of the public's trust
	Anchor     float64 // how far in four weeks Right moves to the lowest price of like quality; 0: nobody compares
	Right      float64 // price that customers think right, micro-dollars
	Due        float64 // log of Right over Reference
	People     float64 // who may come to use it at all; 0: nobody counts people
	Spread     float64 // growth of their number while they are few, log a year
	Reached    float64 // part of them that was reached at the start
	PerShare   float64 // people at the start for all of the potential, by those who counted theirs
	Tokens     float64 // of an hour of use at the start, 0 none
	Shock      float64 // log deviation
	Potent     float64 // H100e of use, as they last looked around
	Every      int32   // weeks between two looks around
}

// Product is what a company offers the customers of a segment: a row for each
// segment and company. Use is counted in hours of an H100e that runs a model as dear
// to run as the best of the start.
type Product struct {
	// What each week takes stands together: see Company.
	On      bool        // it is offered
	Match   bool        // its price follows the lowest of like quality
	Model   ModelID     // that it runs on, 0 none
	Since   int32       // when its takings were reckoned last
	Price   units.Price // per H100e-hour of use
	Share   float64     // of the segment's potential that chose it
	Cost    float64     // H100e of compute for an H100e of use
	Wanted  units.H100e // of use, last week
	Served  units.H100e
	Takings units.USD // a week of what is served
	Paid    units.USD // by its customers, from the start to the week Since

	// Then what a look round takes.
	Takes   units.H100e // of compute, for what is wanted
	Worth   units.Price // an hour of what is wanted
	Quality float64     // of its model, as customers see it; 0 it needs none
	Dear    float64     // log of its price over the reference, as customers last looked
	Thirst  float64     // what its customers use over what they would at the reference price
	Before  units.Price // its own price when they last looked around
	Best    units.Price // lowest at which customers could have like quality elsewhere, as they last looked; 0 nowhere
	Reach   float64     // appeal of the company's own channels, log units
	Strain  float64     // of events from outside on its appeal, log units
	Fame    float64     // of what everybody talks of, log units
	Keeps   float64     // of the price, after the fee of a licence
	Licence int32       // the clause under which it runs on that, 0 none
	Premium units.PPM   // over Best, where it follows
	Bent    units.PPM   // Strain as a share
	Crowd   float64     // people at the start for all of the potential, 0: as many as others
	_       uint64      // so that each row begins where a piece does
}

// Shelf is what of all models on offer others than their owners can run.
type Shelf struct {
	News   bool       // something on it changed
	Lost   bool       // somebody may no longer have what he sells: all look for something else at once
	Moved  uint64     // whose offers changed, modulo 64 a bit each
	Past   [9]uint64  // by week, modulo 9: whose offers or quality changed, seen when customers look around next
	Open   ModelID    // the open weights that are worth most at what they cost, 0 none
	Since  int32      // when they became so, or what users make of them changed
	Hosted [4]ModelID // the best that can be had for a fee, 0 none
}

// news has customers compare what a company offers anew, at once.
func (w *World) news(c CompanyID) {
	w.head.Shelf.Lost = true
	w.listed(c)
}

// listed notes that a company offers something new, which its customers see when they
// look around next.
func (w *World) listed(c CompanyID) {
	w.head.Shelf.News = true
	w.head.Shelf.Moved |= 1 << (c & 63)
	w.changed(c)
}

// changed has customers compare what a company offers when they look around next.
func (w *World) changed(c CompanyID) {
	past := &w.head.Shelf.Past
	past[int(w.head.Tick)%len(past)] |= 1 << (c & 63)
}

// told notes that all customers know of what some companies changed this week.
func (w *World) told(set uint64) {
	past := &w.head.Shelf.Past
	past[int(w.head.Tick)%len(past)] &^= set
}

// lately is whose offers changed in a month, and in two: since customers looked around last;
// and of whom they hear at once.
type lately struct{ fresh, month, both uint64 }

// recent is whose offers changed since then.
func (w *World) recent() (set lately) {
	past := &w.head.Shelf.Past
	for _, x := range past {
		set.both |= x
	}
	for age := range billWeeks + 1 {
		set.month |= past[uint(int(w.head.Tick)+len(past)-age)%uint(len(past))]
	}
	return set
}

// forgetOffers forgets what changed before then.
func (w *World) forgetOffers() {
	past := &w.head.Shelf.Past
	past[uint(w.head.Tick+1)%uint(len(past))] = 0
}

// since is those whose offers changed since the customers of a segment looked around last.
func (l *lately) since(g *Segment) uint64 {
	if g.Every > billWeeks {
		return l.both
	}
	return l.month
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

// sellers is who offers something to a segment, on or not.
func (w *World) sellers(s SegmentID) []CompanyID { return w.sc.segments[s-1].sellers }

// sold is the segments to which a company offers something, on or not.
func (w *World) sold(c CompanyID) []SegmentID { return w.sc.companies[c].sold }

// served is the share of customers' wishes met last week, 1 when there were none.
func (p *Product) served() float64 {
	if p.Wanted <= 0 {
		return 1
	}
	return float64(min(p.Served, p.Wanted)) / float64(p.Wanted)
}

// compute is what an amount of use takes.
func (p *Product) compute(use units.H100e) units.H100e {
	return units.H100e(units.Whole(float64(float64(use)*p.Cost), maxWanted)) // also where nothing changes: nobody can guess where
}

// fitting is the use that an amount of compute makes possible, at most some, and what it
// takes.
func (p *Product) fitting(compute, most units.H100e) (use, takes units.H100e) {
	use = min(p.use(compute), most)
	return use, p.compute(use)
}

// use is what an amount of compute makes possible.
func (p *Product) use(compute units.H100e) units.H100e {
	if p.Cost == 1 {
		return compute
	}
	return units.H100e(units.Whole(float64(compute)/p.Cost-0.5, maxWanted))
}
