package sim

import (
	"slices"

	"entangle/sim/units"
)

// Bookings is what a company has booked or promised and was not handed over yet. Who asks
// about it more than once gathers it once a turn.
type Bookings struct {
	v    View
	rows []int32 // of clauses
}

// Gather finds a company's among all. It does not branch for any, for nobody could guess
// whose they are.
func (b *Bookings) Gather(v View) {
	b.v = v
	w, who, list, n := v.w, v.who, b.rows[:cap(b.rows)], 0
	row := w.head.Bookings
	if w.companies[who].Awaited|w.companies[who].Pledged == 0 {
		row = 0
	}
	for row != 0 {
		c, mine := &w.clauses[row], 0
		if n == len(list) {
			list = append(list, 0)
		}
		if c.To == who {
			mine = 1
		}
		if c.From == who {
			mine = 1
		}
		list[n] = row // and the next over it
		n += mine
		row = c.Mate
	}
	b.rows = list[:n]
}

// AwaitedBy is the compute that landlords have promised the company up to a day, steps
// included, and not handed over yet.
func (b *Bookings) AwaitedBy(day units.Date) (sum units.H100e) {
	for _, row := range b.rows {
		if c := &b.v.w.clauses[row]; c.To == b.v.who {
			sum += max(b.v.w.promisedOn(c, day)-units.H100e(c.Now), 0)
		}
	}
	return sum
}

// AwaitedRent is what a year of all that landlords have promised the company and not handed
// over yet will cost, in dollars.
func (b *Bookings) AwaitedRent() (sum float64) {
	for _, row := range b.rows {
		if c := &b.v.w.clauses[row]; c.To == b.v.who && c.Qty > c.Now {
			sum += float64(units.Rent(b.v.w.rentOf(&b.v.w.contracts[c.Contract.row()]).Price, units.H100e(c.Qty-c.Now), hoursAWeek*weeksAYearWhole))
		}
	}
	return sum
}

// PledgedBy is the compute that the company has promised tenants up to a day and not
// handed over yet, and what an hour of it brings.
func (b *Bookings) PledgedBy(day units.Date) (sum units.H100e, rent units.Price) {
	for _, row := range b.rows {
		c := &b.v.w.clauses[row]
		if c.From != b.v.who {
			continue
		}
		if more := b.v.w.promisedOn(c, day) - units.H100e(c.Now); more > 0 {
			sum += more
			rent = max(rent, b.v.w.rentOf(&b.v.w.contracts[c.Contract.row()]).Price)
		}
	}
	return sum, rent
}

// PledgedSites appends the company's sites of which tenants have booked something by name
// that they were not handed yet, in the order of the sites.
func (b *Bookings) PledgedSites(list []SiteID) []SiteID {
	for _, row := range b.rows {
		if c := &b.v.w.clauses[row]; c.From == b.v.who && c.Site != 0 && c.Qty > c.Now && !slices.Contains(list, c.Site) {
			list = append(list, c.Site)
		}
	}
	slices.Sort(list)
	return list
}

// LateOf is the landlord who is longest late with what the company booked of him, for
// how many weeks, and whether leaving is free; 0 if none is.
func (b *Bookings) LateOf() (landlord CompanyID, weeks int32, free bool) {
	for _, row := range b.rows {
		if c := &b.v.w.clauses[row]; c.To == b.v.who && int32(c.Late) > weeks {
			landlord, weeks, free = c.From, int32(c.Late), c.Exit > 0 && c.Late >= c.Exit
		}
	}
	return landlord, weeks, free
}
