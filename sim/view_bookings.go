package sim

import (
	"slices"

	"entangle/sim/units"
)

// Books tells whether capacity that is still to be built can be booked.
func (v View) Books() bool { return v.w.books() }

// BookedBy is the compute that landlords have promised the company up to a day, steps
// included, and not handed over yet.
func (v View) BookedBy(day units.Date) (sum units.H100e) {
	left := v.w.companies[v.who].Awaited // of all bookings, so that nobody looks on when it has found all
	for row := v.w.head.Bookings; left > 0 && row != 0; row = v.w.clauses[row].Mate {
		if c := &v.w.clauses[row]; c.To == v.who {
			sum += max(v.w.promisedOn(c, day)-units.H100e(c.Now), 0)
			left -= units.H100e(c.Qty - c.Now)
		}
	}
	return sum
}

// AwaitedRent is what a year of all that landlords have promised the company and not handed
// over yet will cost, in dollars.
func (v View) AwaitedRent() (sum float64) {
	left := v.w.companies[v.who].Awaited
	for row := v.w.head.Bookings; left > 0 && row != 0; row = v.w.clauses[row].Mate {
		if c := &v.w.clauses[row]; c.To == v.who && c.Qty > c.Now {
			left -= units.H100e(c.Qty - c.Now)
			sum += float64(units.Rent(v.w.rentOf(&v.w.contracts[c.Contract.row()]).Price, units.H100e(c.Qty-c.Now), hoursAWeek*weeksAYearWhole))
		}
	}
	return sum
}

// PledgedBy is the compute that the company has promised tenants up to a day and not
// handed over yet, and what an hour of it brings.
func (v View) PledgedBy(day units.Date) (sum units.H100e, rent units.Price) {
	left := v.w.companies[v.who].Pledged
	for row := v.w.head.Bookings; left > 0 && row != 0; row = v.w.clauses[row].Mate {
		if c := &v.w.clauses[row]; c.From == v.who {
			left -= units.H100e(c.Qty - c.Now)
			more := max(v.w.promisedOn(c, day)-units.H100e(c.Now), 0)
			if sum += more; more > 0 {
				rent = max(rent, v.w.rentOf(&v.w.contracts[c.Contract.row()]).Price)
			}
		}
	}
	return sum, rent
}

// PledgedSites appends the company's sites of which tenants have booked something by name
// that they were not handed yet, in the order of the sites.
func (v View) PledgedSites(list []SiteID) []SiteID {
	for row := v.w.head.Bookings; row != 0; row = v.w.clauses[row].Mate {
		if c := &v.w.clauses[row]; c.From == v.who && c.Site != 0 && c.Qty > c.Now && !slices.Contains(list, c.Site) {
			list = append(list, c.Site)
		}
	}
	slices.Sort(list)
	return list
}

// LateOf is the landlord who is longest late with what the company booked of him, for
// how many weeks, and whether leaving is free; 0 if none is.
func (v View) LateOf() (landlord CompanyID, weeks int32, free bool) {
	for row := v.w.head.Bookings; row != 0; row = v.w.clauses[row].Mate {
		if c := &v.w.clauses[row]; c.To == v.who && int32(c.Late) > weeks {
			landlord, weeks, free = c.From, int32(c.Late), c.Exit > 0 && c.Late >= c.Exit
		}
	}
	return landlord, weeks, free
}

// Companies is the number of companies; ids run from 1.
func (v View) Companies() int { return v.w.sc.Companies() }

// Growth is that of the company's income, log a year.
func (v View) Growth() float64 {
	if !v.w.financed() {
		return 0
	}
	return v.w.finances[v.who].growth()
}

// BookingRent is what a booking that an order asks for would come to in all, if it is handed
// over in time.
func (v View) BookingRent(o *Order) units.USD { return v.w.wholeRent(o) }
