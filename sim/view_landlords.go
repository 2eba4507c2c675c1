package sim

import "entangle/sim/units"

// Landlords is what a company sees of those who might let it capacity that is still to
// be built, and what their houses answer. Who asks many of them gathers what goes for
// all questions of a turn once.
type Landlords struct {
	v    View
	list []landlord // by company
	ask  asker
}

// landlord is what is known of one.
type landlord struct {
	site   SiteID      // its largest, 0 none
	live   units.KW    // power of its halls, which anybody can see from outside
	has    units.H100e // that the company has of it or will have
	family FamilyID    // that it buys, once it was asked
	asked  bool
}

// Gather begins a turn of a company.
func (l *Landlords) Gather(v View) {
	w := v.w
	l.v, l.list = v, l.list[:0]
	for c := range w.companies {
		l.list = append(l.list, landlord{})
		if c == 0 || CompanyID(c) == v.who || w.companies[c].Bust {
			continue
		}
		row := &l.list[c]
		for s := w.firstHeld(CompanyID(c)); s != 0; s = w.nextHeld(s) {
			site := &w.sites[s]
			row.live += site.Energised
			if site.Shell > 0 && (row.site == 0 || site.Energised > w.sites[row.site].Energised) {
				row.site = s
			}
		}
	}
	for at := w.companies[v.who].Rentals; at != 0; at = w.clauses[at].Mate {
		c := &w.clauses[at]
		l.list[c.From].has += w.h100eOf(c)
	}
	for at := w.head.Bookings; at != 0; at = w.clauses[at].Mate {
		if c := &w.clauses[at]; c.To == v.who {
			l.list[c.From].has += units.H100e(max(c.Qty-c.Now, 0))
		}
	}
}

// Answer is what a landlord's house says to somebody who asks to book.
type Answer struct {
	Rent   units.Price // that it asks
	Trusts units.H100e // that it believes the company can pay for
	Family FamilyID    // that it buys for it, 0 if it has the chips
}

// Ask puts an order of book_capacity, whoever is to answer it.
func (l *Landlords) Ask(o *Order) {
	o.By = l.v.who
	l.v.w.hears(o, &l.ask)
}

// Seen is the power of a landlord's halls, and the compute that the company has of it or
// will have; nothing of those who have no halls.
func (l *Landlords) Seen(c CompanyID) (live units.KW, has units.H100e) {
	if row := &l.list[c]; row.site != 0 {
		return row.live, row.has
	}
	return 0, 0
}

// Answer has a landlord with halls answer what was asked.
func (l *Landlords) Answer(c CompanyID) Answer {
	row, w := &l.list[c], l.v.w
	if !row.asked {
		row.asked, row.family = true, w.procured(c)
	}
	rent, trusts := w.priced(&l.ask, c, row.family, row.site)
	return Answer{rent, units.H100e(trusts), row.family}
}

// Commits is how much a landlord that has answered commits to; some number below least
// if that is less.
func (l *Landlords) Commits(c CompanyID, least units.H100e) units.H100e {
	f, w := l.list[c].family, l.v.w
	if !w.mayHost(c, l.v.who, f) {
		return 0
	}
	return units.H100e(w.headroom(&l.ask, c, f, 0, int64(least)))
}
