package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// quote is how a landlord's house answers somebody who wants to book capacity: by what
// it can have built by then and does not need itself, by what it thinks the tenant can
// pay, and by what the hour costs to build or would bring otherwise.
type quote struct {
	most   int64 // thousandths of an H100e that it commits to
	trusts int64 // thousandths of an H100e that it believes the tenant can pay for
	asks   units.Price
	family FamilyID // that it buys for it, 0 if it buys none
}

const (
	buildWeeks = 62.0 // from ground to power (economics.md 3)
	chipYears  = 5.0  // over which chips pay for themselves (economics.md 4)
	hallYears  = 15.0 // and halls
	chipReturn = 0.12 // a year, on chips
	hallReturn = 0.09 // and on halls
	upkeep     = 0.04 // of both, a year
	rentsFall  = 0.30 // log a year, of an hour of old chips (economics.md 4)
	ownNeeds   = 0.30 // log a year, that a landlord expects its own customers to grow by. By choice
	afterwards = 0.5  // of a year under contract, that one after it is worth. By choice
	ownWorth   = 0.5  // of a price to customers: they pay twice the rent (economics.md 2)
	customary  = 1.15 // of what an hour costs to build, that is asked for it (economics.md 4)
	reserves   = 1.4  // years over which a tenant spends its cash (economics.md 4)
)

// asker is what an order of book_capacity comes to, whoever is to answer it.
type asker struct {
	by          CompanyID
	day         units.Date
	qty         int64
	years, term float64  // until the day, and for how long
	family      FamilyID // that the tenant would build with itself
	chips       float64  // of their price, what a year of the term takes
	later       float64  // see decay
	early, idle float64  // the part paid ahead, and what interest makes of it
	grows       float64  // by what a landlord's own needs grow until the day
	carries     float64  // dollars a year that the tenant can pay
	takes       int64    // thousandths of an H100e that it pays for already
	comes       comes    // where its customers would turn to

	sized bool // all that goes into a rent alone is filled in: see sizeUp
}

// hears fills in what an order comes to, of a tenant who would build with a family itself, as
// far as it takes to know how much somebody commits to.
func (w *World) hears(o *Order, f FamilyID, a *asker) {
	years := float64(o.When-w.Date()) / daysAYear
	a.by, a.day, a.qty, a.family, a.sized = o.By, o.When, o.Qty, f, false
	a.years, a.term, a.early = years, float64(o.Weeks)/weeksAYear, float64(o.Share)/float64(units.One)
	a.grows = detmath.Exp(float64(ownNeeds * years))
}

// sizeUp fills in the rest, once.
func (w *World) sizeUp(a *asker) {
	if a.sized {
		return
	}
	t, term := &w.companies[a.by], a.term
	held := 1 - detmath.Exp(-float64(term*chipLog))
	a.sized, a.comes.known = true, 0
	a.chips, a.later, a.idle = chipAnnuity(term), decay(a.years, term), 1-held/float64(chipReturn*term)
	a.carries, a.takes = w.carries(a.by, a.years), int64(t.Rented+t.Awaited)
}

// quote answers an order of book_capacity.
func (w *World) quote(o *Order) (q quote) {
	var a asker
	w.hears(o, w.procured(o.By), &a)
	q.family = w.procured(o.Peer)
	q.asks, q.trusts = w.priced(&a, o.Peer, q.family, w.largestSite(o.Peer))
	if w.mayHost(o.Peer, o.By, q.family) {
		q.most = w.headroom(&a, o.Peer, q.family, o.Site)
	}
	return q
}

// mayHost tells whether a landlord may run chips of a family, 0 what it has, for a
// tenant: nobody runs them for those whom their designer does not sell to.
func (w *World) mayHost(landlord, tenant CompanyID, f FamilyID) bool {
	return f == 0 || w.sc.families[f].designer == landlord || w.sc.companies[tenant].orders&(1<<(f-1)) != 0
}

// priced is the rent that a landlord who buys chips of a family for halls like its
// largest site asks, and how much it believes that the tenant can pay for.
func (w *World) priced(a *asker, c CompanyID, f FamilyID, s SiteID) (asks units.Price, trusts int64) {
	w.sizeUp(a)
	l := &w.companies[c]
	least := float64(w.hourCosts(c, s, f, w.chipPart(a, c, f)) * (1 + leaning(l.Temper.Thrift, 0.08, 0.25)))
	instead := float64(w.hourCosts(a.by, s, a.family, a.chips) * customary)
	rent := least + float64(max(instead-least, 0)*leaning(l.Temper.Patience, 0.3, 0.8)) // who can wait gets more of what the tenant saves
	rent = max(rent, float64(w.otherwise(c)*a.later)) + w.rivalry(c, a.by, &a.comes)
	rent -= float64(float64(rent*a.early) * a.idle) // money in hand is worth its interest
	year := float64(rent * (yearOfHours / 1000.0))  // of a thousandth of an H100e
	bound := float64(float64(a.takes) * year)
	heavy := min(max((bound+float64(float64(a.qty)*year))/max(a.carries, 1)-0.5, 0), 1)
	rent += float64(rent * float64(heavy*leaning(l.Temper.Risk, 0.3, 0.05)))
	rent = max(rent, float64(l.Policy.BookFloor)/float64(microUSD))
	bears := leaning(l.Temper.Risk, 0.6, 2.2) + a.early
	return units.Price(units.FromFloat(float64(rent*float64(microUSD)), 1, int64(maxRent))),
		units.Whole((float64(bears*a.carries)-bound)/max(year, 1e-9), maxBooked)
}

const yearOfHours = hoursAWeek * weeksAYear

// leaning maps a temperament of 0 to 10 onto lo to hi.
func leaning(x, lo, hi float64) float64 { return lo + float64((hi-lo)*x)/10 }

// decay is what an hour brings on average over a term that begins in some years, over
// what it brings today.
func decay(years, term float64) float64 {
	return float64(detmath.Exp(-float64(rentsFall*years))*(1-detmath.Exp(-float64(rentsFall*term)))) / float64(rentsFall*term)
}

// carries is what a house thinks that a company can pay for compute in a year, some
// years from now, in dollars: all that it will take in if it grows as it did, and a part
// of its cash.
func (w *World) carries(c CompanyID, years float64) float64 {
	now, growth := float64(w.companies[c].yearOfSales()), 0.0
	if w.financed() {
		run, _ := w.finances[c].run()
		now, growth = max(run, 0), w.finances[c].growth()
	}
	return float64(now*detmath.Exp(float64(growth*years))) + float64(max(w.companies[c].Cash, 0))/reserves
}

// yearOfSales is the income of four weeks as a year's.
func (c *Company) yearOfSales() units.USD {
	return (c.Sales[0] + c.Sales[1] + c.Sales[2] + c.Sales[3]) * weeksAYearWhole / 4
}

// hourCosts is what an H100e-hour costs a company that buys chips of a family for halls
// like a site, in dollars: of the price of chips the part that a year takes, halls,
// upkeep and energy.
func (w *World) hourCosts(c CompanyID, s SiteID, f FamilyID, part float64) float64 {
	if f == 0 || s == 0 {
		return 0
	}
	k := &w.families[f]
	h := float64(k.H100e) / 1000
	kW := float64(w.wattsAt(s, f)) / float64(1000*h)
	chip, hall := float64(w.View(c).CostOf(f))/h, float64(kW*hallCost)
	year := float64(chip*part) + float64(hall*hallAnnuity) + float64(upkeep*(chip+hall))
	energy := float64(float64(float64(w.regions[w.sc.sites[s].region].Energy)*kW)*float64(w.params.Load)) / (1000 * 1e12) // of micro-dollars per MWh, in millionths of the rating
	return year/yearOfHours + energy
}

// chipPart is the part of the price of chips that a year of a term takes a landlord: who has
// to borrow for them, and is asked more than they are to return, passes it on. Lenders count
// the rent that is being signed for.
func (w *World) chipPart(a *asker, c CompanyID, f FamilyID) float64 {
	if f == 0 || !w.ruins() {
		return a.chips
	}
	l := &w.companies[c]
	takes := usd(units.Whole(float64(float64(a.qty)*float64(w.View(c).CostOf(f)))/float64(w.families[f].H100e), maxExact))
	if takes <= l.Cash-l.Policy.CashFloor-l.ToPay-l.Committed {
		return a.chips
	}
	signed := float64(bookedCounts * float64(float64(takes)*a.chips))
	rate := float64(w.rateAt(LoanChips, float64(w.debt(c)+takes)/max(w.backed(c, LoanChips)+signed, 1))) / float64(units.One)
	if rate <= chipReturn {
		return a.chips
	}
	return repaid(rate, float64(chipSpan(a.term)*detmath.Log(1+rate)))
}

// chipAnnuity is that part of who need not.
func chipAnnuity(term float64) float64 { return repaid(chipReturn, float64(chipSpan(term)*chipLog)) }

// chipSpan is the years over which chips are paid back: of those beyond a term a part counts.
func chipSpan(term float64) float64 {
	if term < chipYears {
		return term + float64(afterwards*(chipYears-term))
	}
	return chipYears
}

// annuity is the part of a sum that is paid a year if it is paid back over some years.
func annuity(rate, years float64) float64 {
	return repaid(rate, float64(years*detmath.Log(1+rate)))
}

// repaid is that part, by the log of what the sum would grow to.
func repaid(rate, log float64) float64 { return rate / (1 - detmath.Exp(-log)) }

// chipLog is the log of a year's return on chips, and hallAnnuity a year of halls.
var chipLog, hallAnnuity = detmath.Log(1 + chipReturn), annuity(hallReturn, hallYears)

// largestSite is a company's site with the most power, 0 none.
func (w *World) largestSite(c CompanyID) (best SiteID) {
	most := units.KW(-1)
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		row := &w.sites[s]
		power := row.Energised | ^(-row.Shell >> 63) // below nothing where there is no hall
		if power > most {
			most, best = power, s
		}
	}
	return best
}

// otherwise is what an hour brings a landlord today without the deal, in dollars: the
// cheapest offer on the board, else the market of the week; more where it turns own
// customers away.
func (w *World) otherwise(c CompanyID) float64 {
	brings := w.spot.Mean
	if len(w.board) > 0 {
		brings = float64(w.board[0].Floor)
	}
	if co := &w.companies[c]; co.Quality > 0 && co.Wanted > co.room() {
		brings = max(brings, float64(ownWorth*float64(co.Price)))
	}
	return brings / float64(microUSD)
}
