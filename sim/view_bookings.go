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
	for _, row := range v.awaited() {
		c := &v.w.clauses[row]
		sum += max(v.w.promisedOn(c, day)-units.H100e(c.Now), 0)
	}
	return sum
}

// awaited is the rows of those bookings, and pledged of those that the company has promised
// tenants and not handed over yet; good until others are asked for.
func (v View) awaited() []int32 {
	if v.w.companies[v.who].Awaited == 0 {
		return nil
	}
	return v.w.openBookings(v.who, 0)
}

func (v View) pledged() []int32 {
	if v.w.companies[v.who].Pledged == 0 {
		return nil
	}
	return v.w.openBookings(v.who, -1)
}

// openBookings is the rows of the bookings of a tenant, or with all bits of lets of a landlord,
// of which something is missing. Each is written down, and the next one over it if it is none
// of them: nobody could guess whose comes next.
func (w *World) openBookings(of, lets CompanyID) []int32 {
	list, n := w.room.bookings[:cap(w.room.bookings)], 0
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		c, open := &w.clauses[row], 0
		if c.Qty > c.Now {
			open = 1
		}
		if (c.From^of)&lets|(c.To^of)&^lets != 0 {
			open = 0
		}
		if n == len(list) {
			list = append(list, 0)
		}
		list[n] = row
		n += open
	}
	w.room.bookings = list
	return list[:n]
}

// AwaitedRent is what a year of all that landlords have promised the company and not handed
// over yet will cost, in dollars.
func (v View) AwaitedRent() (sum float64) {
	for _, row := range v.awaited() {
		c := &v.w.clauses[row]
		sum += float64(units.Rent(v.w.rentOf(&v.w.contracts[c.Contract.row()]).Price, units.H100e(c.Qty-c.Now), hoursAWeek*weeksAYearWhole))
	}
	return sum
}

// PledgedBy is the compute that the company has promised tenants up to a day and not
// handed over yet, and what an hour of it brings.
func (v View) PledgedBy(day units.Date) (sum units.H100e, rent units.Price) {
	for _, row := range v.pledged() {
		c := &v.w.clauses[row]
		more := max(v.w.promisedOn(c, day)-units.H100e(c.Now), 0)
		if sum += more; more > 0 {
			rent = max(rent, v.w.rentOf(&v.w.contracts[c.Contract.row()]).Price)
		}
	}
	return sum, rent
}

// PledgedSites appends the company's sites of which tenants have booked something by name
// that they were not handed yet, in the order of the sites.
func (v View) PledgedSites(list []SiteID) []SiteID {
	for _, row := range v.pledged() {
		if c := &v.w.clauses[row]; c.Site != 0 && !slices.Contains(list, c.Site) {
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
