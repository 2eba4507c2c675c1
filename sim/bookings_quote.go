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

// quote answers an order of book_capacity.
func (w *World) quote(o *Order) quote {
	l, t := &w.companies[o.Peer], &w.companies[o.By]
	years, term := float64(o.When-w.Date())/daysAYear, float64(o.Weeks)/weeksAYear
	f := w.procured(o.Peer)
	q := quote{family: f}
	if f == 0 || w.sc.families[f].designer == o.Peer || w.sc.companies[o.By].orders&(1<<(f-1)) != 0 {
		q.most = w.headroom(o, f, years) // nobody runs chips for those whom their designer does not sell to
	}
	least := float64(w.hourCosts(o.Peer, o.Peer, f, term) * (1 + leaning(l.Temper.Thrift, 0.08, 0.25)))
	instead := float64(w.hourCosts(o.By, o.Peer, w.procured(o.By), term) * customary)
	asks := least + float64(max(instead-least, 0)*leaning(l.Temper.Patience, 0.3, 0.8)) // who can wait gets more of what the tenant saves
	asks = max(asks, float64(w.otherwise(o.Peer)*decay(years, term)))
	held := 1 - detmath.Exp(-float64(term*detmath.Log(1+chipReturn)))
	early := float64(o.Share) / float64(units.One)
	asks -= float64(float64(asks*early) * (1 - held/float64(chipReturn*term))) // money in hand is worth its interest
	carries := w.carries(o.By, years)
	year := float64(asks * (yearOfHours / 1000.0)) // of a thousandth of an H100e
	bound := float64(float64(t.Rented+t.Awaited) * year)
	heavy := min(max((bound+float64(float64(o.Qty)*year))/max(carries, 1)-0.5, 0), 1)
	asks += float64(asks * float64(heavy*leaning(l.Temper.Risk, 0.3, 0.05)))
	asks = max(asks, float64(l.Policy.BookFloor)/float64(microUSD))
	q.asks = units.Price(units.FromFloat(float64(asks*float64(microUSD)), 1, int64(maxRent)))
	bears := leaning(l.Temper.Risk, 0.6, 2.2) + early
	q.trusts = units.FromFloat((float64(bears*carries)-bound)/max(year, 1e-9), 0, maxBooked)
	return q
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
// like those of a landlord, in dollars: chips over their service, of which years beyond
// the contract count for less, halls, upkeep and energy.
func (w *World) hourCosts(c, landlord CompanyID, f FamilyID, term float64) float64 {
	s := w.largestSite(landlord)
	if f == 0 || s == 0 {
		return 0
	}
	k, v := &w.families[f], w.View(c)
	h := float64(k.H100e) / 1000
	kW := float64(w.wattsAt(s, f)) / float64(1000*h)
	years := chipYears
	if term < chipYears {
		years = term + float64(afterwards*(chipYears-term))
	}
	chip, hall := float64(v.CostOf(f))/h, float64(kW*hallCost)
	year := float64(chip*annuity(chipReturn, years)) + float64(hall*hallAnnuity) + float64(upkeep*(chip+hall))
	energy := float64(float64(float64(w.regions[w.sc.sites[s].region].Energy)*kW)*float64(w.params.Load)) / (1000 * 1e12) // of micro-dollars per MWh, in millionths of the rating
	return year/yearOfHours + energy
}

// annuity is the part of a sum that is paid a year if it is paid back over some years.
func annuity(rate, years float64) float64 {
	return rate / (1 - detmath.Exp(-float64(years*detmath.Log(1+rate))))
}

// hallAnnuity is a year of halls.
var hallAnnuity = annuity(hallReturn, hallYears)

// largestSite is a company's site with the most power, 0 none.
func (w *World) largestSite(c CompanyID) (best SiteID) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		if row := &w.sites[s]; row.Shell > 0 && (best == 0 || row.Energised > w.sites[best].Energised) {
			best = s
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

// headroom is what a landlord commits to for a day: what it will have by all that is
// announced, and where there is time to build what it dares to begin, less what is let
// or promised and what it needs itself.
func (w *World) headroom(o *Order, f FamilyID, years float64) int64 {
	c := o.Peer
	co := &w.companies[c]
	will, taken, here := w.willHave(c, f, o.When, years), units.H100e(0), int64(maxBooked)
	if will > float64(co.Owned) {
		will = min(will, float64(co.Owned)+w.financeable(c, f))
	}
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		taken += w.letAt(s)
	}
	if o.Site != 0 {
		here = units.FromFloat(w.canRun(o.Site, f, o.When, years), 0, maxBooked) - int64(w.letAt(o.Site)+w.pledgedAt(o.Site))
	}
	needs := float64(float64(co.Wanted+co.Loss+co.Research)*detmath.Exp(float64(ownNeeds*years))) - float64(co.Rented)
	needs = max(needs, float64(will*(float64(co.Policy.Keep)/float64(units.One))), 0)
	free := will - float64(taken+co.Pledged) - needs
	return max(0, min(here, units.FromFloat(float64(free*leaning(co.Temper.Risk, 0.5, 0.9)), 0, maxBooked)))
}

// willHave is the compute that a company will have on a day, in thousandths of an H100e.
func (w *World) willHave(c CompanyID, f FamilyID, day units.Date, years float64) (sum float64) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		sum += w.canRun(s, f, day, years)
	}
	if over := float64(years*weeksAYear) - buildWeeks; over >= 0 { // there is time to break ground
		sum += float64(sum * leaning(w.companies[c].Temper.Risk, 0.1, 0.7))
	}
	return sum
}

// financeable is the new compute that a company can find the money for: its cash, and as
// much of its value as it dares to owe or to sell.
func (w *World) financeable(c CompanyID, f FamilyID) float64 {
	s := w.largestSite(c)
	if f == 0 || s == 0 {
		return 0
	}
	money, k := float64(max(w.companies[c].Cash, 0)), &w.families[f]
	if w.financed() {
		money += float64(float64(w.valuation(c, nil)) * leaning(w.companies[c].Temper.Risk, 0.1, 0.4))
	}
	each := float64(w.View(c).CostOf(f)) + float64(float64(w.wattsAt(s, f))*(hallCost/1000.0))
	return float64(float64(money/each) * float64(k.H100e))
}

// canRun is the compute that a site will have on a day: its chips, and new ones for the
// power that waits for them, where there is time to have them made.
func (w *World) canRun(s SiteID, f FamilyID, day units.Date, years float64) float64 {
	row := &w.sites[s]
	live := row.Energised + w.View(w.sc.sites[s].owner).PowerDue(s, day)
	if live <= 0 {
		return 0
	}
	if row.Standing >= live {
		return float64(float64(row.Owned)*float64(live)) / float64(row.Standing)
	}
	more := live - row.Standing
	if f == 0 || w.families[f].Lead+float64(row.Install) > float64(years*weeksAYear) {
		more = min(more, row.Ordered)
	}
	if f == 0 {
		return float64(row.Owned)
	}
	return float64(row.Owned) + float64(float64(more)*float64(1000*w.families[f].H100e))/float64(max(w.wattsAt(s, f), 1))
}

// letAt is the compute at a site that is let, now or from a later day.
func (w *World) letAt(s SiteID) (sum units.H100e) {
	for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		sum += units.H100e(f.Let+f.Later) * w.families[f.Family].H100e
	}
	return sum
}

// pledgedAt is what is booked of a site by name and not handed over.
func (w *World) pledgedAt(s SiteID) (sum units.H100e) {
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		if c := &w.clauses[row]; c.Site == s {
			sum += units.H100e(max(c.Qty-c.Now, 0))
		}
	}
	return sum
}
