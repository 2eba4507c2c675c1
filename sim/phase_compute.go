package sim

import (
	"math"

	"entangle/sim/detmath"
	"entangle/sim/market"
	"entangle/sim/units"
)

// serve hands running chips to tenants, then what is left and what is rented to
// customers.
func (w *World) serve() {
	w.supplyTenants()
	w.software()
	for _, c := range w.sc.labs {
		w.useResearch(c)
	}
	for s := 1; s < len(w.segments); s++ {
		w.serveSegment(SegmentID(s))
	}
	for c := 1; c < len(w.companies); c++ {
		w.reprice(CompanyID(c))
	}
}

// usedBy is what a company has for itself, by family.
func (w *World) usedBy(c CompanyID) []units.H100e {
	n := len(w.families)
	return w.room.use[int(c)*n:][:n]
}

// supplyTenants gives tenants what their landlords run for them.
func (w *World) supplyTenants() {
	for to := CompanyID(1); int(to) < len(w.companies); to++ {
		co := &w.companies[to]
		if co.Rentals == 0 {
			continue
		}
		use := w.usedBy(to)
		for at := co.Rentals; at != 0; {
			c := &w.clauses[at]
			if at = c.Mate; c.Ahead {
				continue
			}
			w.grant(c, co, use)
			if c.Delivered += c.Now; c.Now < c.Qty {
				w.emit(Event{Kind: EventCapacityShort, Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From,
					Family: c.Family, Ref: Ref{OfSite, int32(c.Site)}, Qty: (c.Qty - c.Now) * int64(w.families[c.Family].H100e)})
			}
		}
	}
}

// grant sets what runs for the tenant of a capacity clause and books it. When less
// runs than was promised, all tenants of the block are short in proportion.
func (w *World) grant(c *Clause, tenant *Company, use []units.H100e) {
	f, h := &w.fleets[c.Fleet], w.families[c.Family].H100e
	c.Now = c.Qty
	if f.Running < f.Let {
		c.Now = units.MulDiv(c.Qty, int64(f.Running), int64(f.Let))
	}
	got := units.H100e(c.Now) * h
	w.companies[c.From].Let += got
	tenant.Rented += got
	tenant.Owed += units.H100e(c.Qty) * h
	use[c.Family] += got
}

// disposal is the running compute that a company has for itself.
func (c *Company) disposal() units.H100e { return c.Own - c.Let + c.Rented }

// room is the compute a company can serve customers with: what it has for
// itself, less what immature software wastes of it and what research takes, and what
// it bought or sold for the week.
func (c *Company) room() units.H100e {
	return c.disposal() - c.Loss - c.Research + c.SpotIn - c.SpotOut
}

// serveSegment lets a segment's customers choose a provider and serves them as
// far as there is room. Those turned away try the others once; who finds nobody
// goes without.
func (w *World) serveSegment(id SegmentID) {
	g := &w.segments[id]
	draw := w.stream(streamDemand, w.sc.segments[id-1])
	g.Shock += float64(g.Noise*draw.Normal()) - g.Shock/g.Memory
	w.choose(id)
	w.trade()
	w.sell(g)
}

// choose has each customer pick a provider, or none, by what they offered last
// week.
func (w *World) choose(id SegmentID) {
	g := &w.segments[id]
	years := float64(w.head.Tick) / weeksAYear
	potential := float64(g.Potential * detmath.Exp(float64(g.Growth*years)+g.Shock))
	who, utility := w.room.serving[:0], w.room.utility[:0]
	for c := 1; c < len(w.companies); c++ {
		if w.companies[c].Quality > 0 {
			who, utility = append(who, int32(c)), append(utility, w.appeal(id, CompanyID(c), nil))
		}
	}
	share := w.room.share[:len(who)]
	market.Logit(utility, share)
	g.Wanted = 0
	for i, c := range who {
		want := units.H100e(units.FromFloat(float64(float64(potential*share[i])*units.H100eScale), 0, maxWanted))
		w.companies[c].Wanted = want
		g.Wanted += want
	}
	w.room.serving, w.room.utility = who, utility
}

// maxWanted bounds what customers can ask of a company, in thousandths of an
// H100e: ten billion H100e, so that no growth can run out of what money counts.
const maxWanted = 1e13

// appeal is the utility of buying from a company, over buying from nobody.
func (w *World) appeal(id SegmentID, c CompanyID, t *Terms) float64 {
	g, co := &w.segments[id], &w.companies[c]
	quality := float64(g.Taste * (co.Quality - g.Standard))
	price := -float64(g.Elasticity * detmath.Log(float64(co.Price)/g.Reference))
	service := float64(g.Patience * (co.served() - 1))
	stay := -g.Stay
	t.Add(TermQuality, quality)
	t.Add(TermPrice, price)
	t.Add(TermService, service)
	t.Add(TermStay, stay)
	return quality + price + service + stay
}

// served is the share of customers' wishes met last week, 1 when there were none.
func (c *Company) served() float64 {
	if c.Wanted <= 0 {
		return 1
	}
	return float64(min(c.Served, c.Wanted)) / float64(c.Wanted)
}

// sell serves a segment and takes the money.
func (w *World) sell(g *Segment) {
	who := w.room.serving
	g.Served = 0
	spare, over := units.H100e(0), units.H100e(0)
	for _, c := range who {
		co := &w.companies[c]
		co.Served = min(co.Wanted, co.room())
		spare += co.room() - co.Served
		over += co.Wanted - co.Served
	}
	if on(w.sc.setup.Switches.Overflow) && over > 0 && spare > 0 {
		w.overflow(who, over)
	}
	for _, c := range who {
		co := &w.companies[c]
		g.Served += co.Served
		w.pay(Customers, Party(c), FlowServing, units.Rent(co.Price, co.Served, hoursAWeek))
		if turned := co.Wanted - co.Served; turned > 0 && turned*turnedAwayNews > co.Wanted {
			w.emit(Event{Kind: EventTurnedAway, By: CompanyID(c), Qty: int64(turned),
				Amount: int64(units.Rent(co.Price, turned, hoursAWeek))})
		}
	}
}

// overflow lets n of customers who were turned away choose again among those
// with room, by the same appeal; most of them may still prefer to go without.
func (w *World) overflow(who []int32, n units.H100e) {
	utility, share := w.room.utility, w.room.share[:len(who)]
	for i, c := range who {
		if co := &w.companies[c]; co.room() <= co.Served {
			utility[i] = math.Inf(-1)
		}
	}
	market.Logit(utility, share)
	for i, c := range who {
		co := &w.companies[c]
		more := units.H100e(units.FromFloat(float64(share[i]*float64(n)), 0, maxExact))
		co.Served += min(more, max(co.room()-co.Served, 0))
	}
}

// turnedAwayNews is the inverse of the share of customers turned away that makes
// an event.
const turnedAwayNews = 20

// reprice applies the standing price rule: up when more is asked for than there
// is room, down when room stays empty, by at most the step the company allows.
func (w *World) reprice(c CompanyID) {
	co := &w.companies[c]
	if co.Quality == 0 || co.Policy.PriceStep == 0 || co.room() == 0 && co.Wanted == 0 {
		return
	}
	own := co.room() - co.SpotIn + co.SpotOut // what it can count on
	use := float64(co.Wanted) / float64(max(own, 1))
	push := min(max((use-targetUse)/useBand, -1), 1)
	if push > 0 && co.Wanted <= co.room() && (co.SpotIn > 0 || w.cheapSpot(co) > 0) {
		push = -float64(driftDown * w.cheapSpot(co)) // the spot market fills the gap for less than customers pay
	}
	step := float64(float64(co.Policy.PriceStep) * push)
	move := units.MulDiv(int64(co.Price), units.FromFloat(step, -int64(units.One), int64(units.One)), int64(units.One))
	co.Price = min(max(co.Price+units.Price(move), minPrice), maxRent)
}

// cheapSpot is from 0 to 1 how far the spot price is below the part of a company's
// price that compute should cost, while more is on offer there than is sold: lower
// prices would then find room, and what they add costs little.
func (w *World) cheapSpot(co *Company) float64 {
	if w.spot.Asked <= w.spot.Volume || w.spot.Price >= co.Policy.SpotCeiling {
		return 0
	}
	return max(0, 1-float64(w.spot.Price)/float64(computePart*float64(co.Price)))
}

const (
	driftDown   = 0.35 // of the step, lest price and spot chase each other
	computePart = 0.5  // of a price: customers pay twice the rent (economics 2)
)

// The price rule aims at a tenth of room kept free, as landlords keep 8 to 15
// percent uncontracted (economics.md 4), and reacts fully a fifth away from it.
const (
	targetUse = 0.9
	useBand   = 0.2
	minPrice  = microUSD / 100
)
