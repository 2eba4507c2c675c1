package sim

import (
	"slices"

	"entangle/sim/units"
)

// Landlords is what a company sees of those who might let it capacity that is still to
// be built, and what their houses answer. Who asks many of them gathers what goes for
// all questions of a turn once.
type Landlords struct {
	v   View
	has []units.H100e // by company: what the company has of it or will have
	ask asker
}

// house is what goes for all who ask a landlord between two weeks: it is reckoned once.
type house struct {
	known, asked bool
	lets         bool     // it has tenants, or has posted an offer
	site         SiteID   // its largest, 0 none
	live         units.KW // power of its halls
	family       FamilyID // that it buys
	taken        units.H100e
	finds        float64     // new compute that it finds the money for, if it was asked
	ahead        [2]struct { // see willHave
		day  units.Date
		will float64
	}
}

// house is a landlord's; its power is known.
func (w *World) house(c CompanyID) *house {
	h := &w.room.houses[c]
	if h.known {
		return h
	}
	w.room.visited, h.known = true, true
	if h.lets = w.lets(c); !h.lets {
		return h // nobody asks it
	}
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		row := &w.sites[s]
		h.live += row.Energised
		if row.Shell > 0 && (h.site == 0 || row.Energised > w.sites[h.site].Energised) {
			h.site = s
		}
	}
	return h
}

// lets tells whether a company is known to let: it has tenants, or has posted an offer.
func (w *World) lets(c CompanyID) bool {
	if w.companies[c].Let+w.companies[c].Pledged > 0 {
		return true
	}
	for i := range w.board {
		if w.board[i].Landlord == c {
			return true
		}
	}
	return false
}

// ready is a landlord's house, ready to answer.
func (w *World) ready(c CompanyID) *house {
	h := w.house(c)
	if !h.asked {
		h.asked, h.family, h.taken = true, w.procured(c), w.taken(c)
	}
	return h
}

// will is what a landlord will have on a day: most ask for the same few.
func (h *house) will(w *World, c CompanyID, day units.Date) float64 {
	years := float64(day-w.Date()) / daysAYear
	for i := range h.ahead {
		x := &h.ahead[i]
		if x.day == 0 {
			x.day, x.will = day, w.willHave(c, h.family, day, years)
		}
		if x.day == day {
			return x.will
		}
	}
	return w.willHave(c, h.family, day, years)
}

// Gather begins a turn of a company.
func (l *Landlords) Gather(v View) {
	w := v.w
	l.v, l.has = v, slices.Grow(l.has[:0], len(w.companies))[:len(w.companies)]
	clear(l.has)
	for at := w.companies[v.who].Rentals; at != 0; at = w.clauses[at].Mate {
		c := &w.clauses[at]
		l.has[c.From] += w.h100eOf(c)
	}
	for at := w.head.Bookings; at != 0; at = w.clauses[at].Mate {
		if c := &w.clauses[at]; c.To == v.who {
			l.has[c.From] += units.H100e(max(c.Qty-c.Now, 0))
		}
	}
}

// Own is the compute that the company will have on its own sites on a day, as far as it is
// announced or there is time to begin.
func (l *Landlords) Own(day units.Date) units.H100e {
	w, c := l.v.w, l.v.who
	return units.H100e(units.Whole(w.ready(c).will(w, c, day), maxBooked))
}

// Seen is the power of a landlord's halls, which anybody can see from outside, and the
// compute that the company has of it or will have; nothing of those who cannot let.
func (l *Landlords) Seen(c CompanyID) (live units.KW, has units.H100e) {
	if c == l.v.who || l.v.w.companies[c].Bust {
		return 0, 0
	}
	if h := l.v.w.house(c); h.lets && l.v.w.housesFor(c, l.v.who) {
		return h.live, l.has[c]
	}
	return 0, 0
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
	w.hears(o, w.ready(l.v.who).family, &l.ask)
}

// Answer has a landlord with power answer what was asked.
func (l *Landlords) Answer(c CompanyID) Answer {
	w := l.v.w
	h := w.ready(c)
	rent, trusts := w.priced(&l.ask, c, h.family, h.site)
	return Answer{rent, units.H100e(trusts), h.family}
}

// MostForLive is how many thousandths of an H100e a landlord is thought to have in a site's
// time, at most, for a kW that is live now: twice the power, and half a kW an H100e. By choice.
const MostForLive = 4_000

// Commits is how much a landlord commits to; some number below least if that is less.
func (l *Landlords) Commits(c CompanyID, least units.H100e) units.H100e {
	w, a := l.v.w, &l.ask
	h := w.ready(c)
	if !w.mayHost(c, a.by, h.family) {
		return 0
	}
	if most := w.freeOf(a, c, float64(MostForLive*h.live), h.taken); most < int64(least) {
		return units.H100e(most) // however much is announced
	}
	return units.H100e(max(0, w.commits(a, c, h.family, h.will(w, c, a.day), h.taken, int64(least), &h.finds)))
}
