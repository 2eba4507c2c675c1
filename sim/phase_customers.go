package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/market"
	"entangle/sim/units"
)

// customers lets customers choose, serves them as far as there is room, takes their
// money and moves prices. Compute that some lack and others have to spare changes
// hands between choice and service.
func (w *World) customers() {
	for c := range w.companies {
		w.companies[c].Wanted, w.companies[c].Offers = 0, 0
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		g := &w.segments[s]
		draw := w.stream(streamDemand, w.sc.segments[s-1].key)
		g.Shock += float64(g.Noise*draw.Normal()) - g.Shock/g.Memory
		if g.Inertia == 0 || w.onTable(s) {
			w.choose(s)
		}
		w.want(s)
	}
	w.trade()
	w.sell()
	for c := 1; c < len(w.companies); c++ {
		w.reprice(CompanyID(c))
	}
}

// onTable tells whether a segment's customers look around this week: those who are
// slow to move do so in one week of four, one segment after the other.
func (w *World) onTable(s SegmentID) bool { return (int(w.head.Tick)+int(s))%billWeeks == 0 }

// potential is what a segment's customers could use.
func (w *World) potential(g *Segment) float64 {
	years := float64(w.head.Tick) / weeksAYear
	return float64(g.Potential * detmath.Exp(float64(g.Growth*years)+g.Shock))
}

// choose has a segment's customers pick providers, or none, by what they offered
// last week.
func (w *World) choose(s SegmentID) {
	g, products := &w.segments[s], w.productsIn(s)
	who, utility := w.room.serving[:0], w.room.utility[:0]
	for c := 1; c < len(products); c++ {
		p := &products[c]
		if p.On = p.Price > 0 && w.supplies(s, CompanyID(c), p); p.On {
			who, utility = append(who, int32(c)), append(utility, w.appeal(s, CompanyID(c), nil))
		} else {
			p.Share = 0
		}
	}
	share := w.room.share[:len(who)]
	market.Logit(utility, share)
	move := 1.0
	if g.Inertia > 0 && w.head.Tick > 0 {
		move = min(1, billWeeks/g.Inertia)
	}
	for i, c := range who {
		products[c].Share += float64(move * (share[i] - products[c].Share))
	}
	w.room.serving, w.room.utility = who, utility
}

// supplies tells whether a company has what it takes to serve a segment, and notes
// how much compute its use takes.
func (w *World) supplies(s SegmentID, c CompanyID, p *Product) bool {
	p.Cost = 1
	return !w.companies[c].Bust && (w.sc.segments[s-1].need == NeedCompute || w.companies[c].Quality > 0)
}

// want reckons what customers ask of each company.
func (w *World) want(s SegmentID) {
	g, products := &w.segments[s], w.productsIn(s)
	potential := w.potential(g)
	g.Wanted, g.Served = 0, 0
	for c := 1; c < len(products); c++ {
		p := &products[c]
		if p.Wanted = 0; !p.On {
			continue
		}
		p.Wanted = units.H100e(units.FromFloat(float64(float64(potential*p.Share)*units.H100eScale), 0, maxWanted))
		g.Wanted += p.Wanted
		co := &w.companies[c]
		co.Offers++
		co.Wanted += p.compute(p.Wanted)
	}
}

// maxWanted bounds what customers can ask of a company, in thousandths of an
// H100e: ten billion H100e, so that no growth can run out of what money counts.
const maxWanted = 1e13

// appeal is the utility of buying from a company, over buying from nobody.
func (w *World) appeal(s SegmentID, c CompanyID, t *Terms) float64 {
	g, co, p := &w.segments[s], &w.companies[c], w.product(s, c)
	quality := 0.0
	if w.sc.segments[s-1].need != NeedCompute {
		quality = float64(g.Taste * (co.Quality - g.Standard))
	}
	price := -float64(g.Elasticity * detmath.Log(float64(p.Price)/g.Reference))
	service := float64(g.Patience * (p.served() - 1))
	trust := float64(g.Trust*(co.Trust-calmTrust)) / calmTrust
	stay := -g.Stay
	t.Add(TermQuality, quality)
	t.Add(TermPrice, price)
	t.Add(TermService, service)
	t.Add(TermReach, p.Reach)
	t.Add(TermTrust, trust)
	t.Add(TermStay, stay)
	return quality + price + service + p.Reach + trust + stay
}

// calmTrust is the trust of the public that neither helps nor hurts.
const calmTrust = 50

// sell serves all segments: who lacks room serves the same part of what each of
// them asks. Those turned away try the others of their segment once; who finds
// nobody goes without.
func (w *World) sell() {
	for c := 1; c < len(w.companies); c++ {
		if w.companies[c].Served = 0; w.companies[c].Offers > 0 {
			w.ration(CompanyID(c))
		}
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		if on(w.sc.setup.Switches.Overflow) {
			w.overflow(s)
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if w.companies[c].Offers > 0 {
			w.cash(c)
		}
	}
}

// ration shares out a company's room over the segments it serves.
func (w *World) ration(c CompanyID) {
	co := &w.companies[c]
	room, left := max(co.room(), 0), max(co.room(), 0)
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		p := w.product(s, c)
		if p.Served = 0; !p.On {
			continue
		}
		if p.Served = p.Wanted; co.Wanted > room {
			p.Served = units.H100e(units.MulDiv(int64(p.Wanted), int64(room), int64(co.Wanted)))
		}
		if p.compute(p.Served) > left { // by a rounding
			p.Served = min(p.use(left), p.Served)
		}
		left -= p.compute(p.Served)
		co.Served += p.compute(p.Served)
	}
}

// overflow lets customers of a segment who were turned away choose again among
// those with room, as they chose before; most of them may prefer to go without.
func (w *World) overflow(s SegmentID) {
	products := w.productsIn(s)
	over, choice := units.H100e(0), 1.0
	for c := 1; c < len(products); c++ {
		p := &products[c]
		if !p.On {
			continue
		}
		over += p.Wanted - p.Served
		if co := &w.companies[c]; co.room() <= co.Served {
			choice -= p.Share
		}
	}
	if over <= 0 || choice <= 0 {
		return
	}
	for c := 1; c < len(products); c++ {
		p, co := &products[c], &w.companies[c]
		spare := co.room() - co.Served
		if !p.On || spare <= 0 {
			continue
		}
		more := units.H100e(units.FromFloat(float64(p.Share*float64(over))/choice, 0, maxExact))
		more = min(more, p.use(spare))
		p.Served += more
		co.Served += p.compute(more)
	}
}

// cash takes the money of a company's customers.
func (w *World) cash(c CompanyID) {
	co, sum, turned := &w.companies[c], units.USD(0), units.USD(0)
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		p := w.product(s, c)
		if !p.On {
			continue
		}
		paid := units.Rent(p.Price, p.Served, hoursAWeek)
		w.segments[s].Served += p.Served
		w.segments[s].Revenue += paid
		sum += paid
		if away := p.Wanted - p.Served; away > 0 {
			turned += units.Rent(p.Price, away, hoursAWeek)
		}
	}
	w.pay(Customers, PartyOf(c), FlowServing, sum)
	if away := co.Wanted - co.Served; away > 0 && away*turnedAwayNews > co.Wanted {
		w.emit(Event{Kind: EventTurnedAway, By: c, Qty: int64(away), Amount: int64(turned)})
	}
}

// turnedAwayNews is the inverse of the share of customers turned away that makes
// an event.
const turnedAwayNews = 20

// reprice applies the standing price rule: up when more is asked for than there
// is room, down when room stays empty, by at most the step the company allows.
func (w *World) reprice(c CompanyID) {
	co := &w.companies[c]
	if co.Offers == 0 {
		return
	}
	step := 0.0
	if co.Policy.PriceStep > 0 && (co.room() != 0 || co.Wanted != 0) {
		step = float64(float64(co.Policy.PriceStep) * w.push(co))
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		if p := w.product(s, c); p.On {
			move := units.MulDiv(int64(p.Price), units.FromFloat(step, -int64(units.One), int64(units.One)), int64(units.One))
			p.Price = min(max(p.Price+units.Price(move), minPrice), maxRent)
		}
	}
	w.meanPrice(c)
}

// meanPrice reckons what a company asks for an hour of compute, the mean over what
// customers want of it.
func (w *World) meanPrice(c CompanyID) {
	worth, compute := 0.0, 0.0
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		if p := w.product(s, c); p.On {
			use := float64(p.Wanted + 1) // a trace of all of it, so that there is a mean while nobody asks
			worth += float64(use * float64(p.Price))
			compute += float64(use * p.Cost)
		}
	}
	w.companies[c].Price = min(max(units.Price(units.FromFloat(worth/compute, 0, maxExact)), minPrice), maxRent)
}

// push is from -1 to 1 how far the price rule goes in a week.
func (w *World) push(co *Company) float64 {
	own := co.room() - co.SpotIn + co.SpotOut // what it can count on
	use := float64(co.Wanted) / float64(max(own, 1))
	push := min(max((use-targetUse)/useBand, -1), 1)
	if push > 0 && co.Wanted <= co.room() && (co.SpotIn > 0 || w.cheapSpot(co) > 0) {
		return -float64(driftDown * w.cheapSpot(co)) // the spot market fills the gap for less than customers pay
	}
	return push
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

// setPrice moves the prices of a company so that it earns so much for an hour of
// compute; in one segment only if one is named.
func (w *World) setPrice(c CompanyID, only SegmentID, price units.Price) {
	co := &w.companies[c]
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		switch p := w.product(s, c); {
		case p.Price == 0:
		case s == only:
			p.Price = price
		case only == 0:
			p.Price = min(max(units.Price(units.MulDiv(int64(p.Price), int64(price), int64(max(co.Price, 1)))), minPrice), maxRent)
		}
	}
	if only == 0 {
		co.Price = price
	}
}

// served is the share of customers' wishes met last week, 1 when there were none.
func (c *Company) served() float64 {
	if c.Wanted <= 0 {
		return 1
	}
	return float64(min(c.Served, c.Wanted)) / float64(c.Wanted)
}
