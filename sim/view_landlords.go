package sim

import (
	"slices"

	"entangle/sim/units"
)

// Landlords is what a company sees of those who might let it capacity that is still to
// be built, and what their houses answer. Who asks many of them gathers what goes for
// all questions of a turn once.
type Landlords struct {
	v      View
	booked *Bookings
	has    []units.H100e // by company: what the company has of it or will have
	ask    asker
}

// house is what goes for all who ask a landlord between two weeks: it is reckoned once.
type house struct {
	lets    bool // has posted an offer, as far as there was a visit
	asked   bool
	counted CompanyID   // for whom taken was counted last, and those like him: 0 nobody
	family  FamilyID    // that it buys, if it was asked
	taken   units.H100e // if it was counted
	finds   float64     // new compute that it finds the money for, if it was asked
	ahead   [4]struct { // see willHave
		day    units.Date
		tenant CompanyID // and those like him
		will   float64
	}
}

// visit finds out who lets and has power, once between two weeks.
func (w *World) visit() {
	if w.room.visited {
		return
	}
	w.room.visited, w.room.heard = true, true
	for i := range w.board {
		w.room.houses[w.board[i].Landlord].lets = true
	}
	list := w.room.landlords[:0]
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co := &w.companies[c]
		if lets := w.room.houses[c].lets || co.Let+co.Pledged > 0; lets && !co.Bust && w.live[c] > 0 {
			list = append(list, c)
		}
	}
	w.room.landlords = list
}

// house is a company's, which may have nothing to let.
func (w *World) house(c CompanyID) *house {
	w.room.heard = true
	return &w.room.houses[c]
}

// buys is the family that a company buys, 0 none.
func (w *World) buys(c CompanyID, h *house) FamilyID {
	if !h.asked {
		h.asked, h.family = true, w.procured(c)
	}
	return h.family
}

// will is what a landlord will have on a day for a tenant: most ask for the same few.
func (h *house) will(w *World, c, tenant CompanyID, day units.Date) float64 {
	years := float64(day-w.Date()) / daysAYear
	tenant = w.sc.companies[tenant].alike
	for i := range h.ahead {
		x := &h.ahead[i]
		if x.day == 0 {
			x.day, x.tenant, x.will = day, tenant, w.willHave(c, tenant, w.buys(c, h), day, years)
		}
		if x.day == day && x.tenant == tenant {
			return x.will
		}
	}
	return w.willHave(c, tenant, w.buys(c, h), day, years)
}

// Gather begins a turn of a company that has booked something already.
func (l *Landlords) Gather(v View, booked *Bookings) { l.v, l.booked = v, booked }

// holdings gathers what the company has of each or will have.
func (l *Landlords) holdings() {
	w := l.v.w
	l.has = slices.Grow(l.has[:0], len(w.companies))[:len(w.companies)]
	clear(l.has)
	for at := w.companies[l.v.who].Rentals; at != 0; at = w.clauses[at].Mate {
		c := &w.clauses[at]
		l.has[c.From] += w.h100eOf(c)
	}
	for _, at := range l.booked.rows {
		if c := &w.clauses[at]; c.To == l.v.who {
			l.has[c.From] += units.H100e(max(c.Qty-c.Now, 0))
		}
	}
}

// Own is the compute that the company will have on its own sites on a day, as far as it is
// announced or there is time to begin.
func (l *Landlords) Own(day units.Date) units.H100e {
	w, c := l.v.w, l.v.who
	return units.H100e(units.Whole(w.house(c).will(w, c, c, day), maxBooked))
}

// All is those who are known to let and have power, which anybody can see from outside:
// they have tenants, or have posted an offer. Read only, until the next week. Ask for them
// before any is Seen.
func (l *Landlords) All() []CompanyID {
	l.v.w.visit()
	l.holdings()
	return l.v.w.room.landlords
}

// Seen is the power of the halls of one of them, and the compute that the company has of
// it or will have; nothing of itself. Whether it may rent of it at all MayCommit tells.
func (l *Landlords) Seen(c CompanyID) (live units.KW, has units.H100e) {
	if c == l.v.who {
		return 0, 0
	}
	return l.v.w.live[c], l.has[c]
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
	w := l.v.w
	w.hears(o, w.buys(o.By, w.house(o.By)), &l.ask)
}

// Answer has a landlord with power answer what was asked.
func (l *Landlords) Answer(c CompanyID) Answer {
	w := l.v.w
	h := w.house(c)
	rent, trusts := w.priced(&l.ask, c, w.buys(c, h), w.largestSite(c))
	return Answer{rent, units.H100e(trusts), h.family}
}

// MostForLive is how many thousandths of an H100e a landlord is thought to have in a site's
// time, at most, for a kW that is live now: twice the power, and half a kW an H100e. By choice.
const MostForLive = 4_000

// thought is what a landlord with so much power live is thought to have in some years, at most:
// twice as much takes a site's time to build, and half of that what runs already.
func thought(live units.KW, years float64) float64 {
	part := 0.5 + float64(years*(0.5*weeksAYear/buildWeeks))
	if part > 1 {
		part = 1
	}
	return float64(float64(MostForLive*live) * part)
}

// MayCommit tells whether a landlord can commit to as much as that where the company may rent,
// however much is announced of him: it is asked before what takes longer to answer.
func (l *Landlords) MayCommit(c CompanyID, least units.H100e) bool {
	w, a := l.v.w, &l.ask
	if !w.housesFor(c, a.by) {
		return false
	}
	h := w.house(c)
	if tenant := w.sc.companies[a.by].alike; h.counted != tenant {
		h.counted, h.taken = tenant, w.taken(c, tenant)
	}
	return w.freeOf(a, c, thought(w.live[c], a.years), h.taken) >= int64(least) && w.mayHost(c, a.by, w.buys(c, h))
}

// Commits is how much a landlord who may commit to the least commits to; some number below it
// if that is less.
func (l *Landlords) Commits(c CompanyID, least units.H100e) units.H100e {
	w, a := l.v.w, &l.ask
	h := w.house(c)
	return units.H100e(max(0, w.commits(a, c, h.family, h.will(w, c, a.by, a.day), h.taken, int64(least), &h.finds)))
}
