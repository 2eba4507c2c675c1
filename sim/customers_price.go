package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

const (
	likeGap = 4.0 // points of quality below which models are alike (economics.md 5)
	// matchStep bounds by how much a price that follows others falls in a week: so
	// that one that was twice as high is level in six. By choice.
	matchStep = units.PPM(120_000)
	// goingMargin is the price of open weights over what their use costs: that of a
	// model without any lead (economics.md 5).
	goingMargin = 2.0
	// cutNews is how much a price must fall in four weeks to make an event.
	cutNews = units.PPM(200_000)
)

// compare finds for each product of a segment the lowest price at which customers
// could have like quality elsewhere, for the best on offer at all the same, and
// moves what customers think right.
func (w *World) compare(s SegmentID) {
	g, products, ranked := &w.segments[s], w.productsIn(s), w.room.ranked[:0]
	for _, c := range w.sellers(s) {
		if p := &products[c]; p.On {
			at := len(ranked)
			ranked = append(ranked, c)
			for ; at > 0 && products[ranked[at-1]].Quality < p.Quality; at-- {
				ranked[at], ranked[at-1] = ranked[at-1], c
			}
		}
	}
	w.room.ranked = ranked
	open, going := w.outsiders(s)
	low, next, lowest := units.Price(0), units.Price(0), CompanyID(0)
	g.Cheapest = 0
	for i, j := 0, 0; i < len(ranked); i++ {
		p := &products[ranked[i]]
		for ; j < len(ranked) && products[ranked[j]].Quality >= p.Quality-likeGap; j++ {
			if q := &products[ranked[j]]; low == 0 || q.Price < low {
				low, next, lowest = q.Price, low, ranked[j]
			} else if next == 0 || q.Price < next {
				next = q.Price
			}
		}
		if p.Best = low; lowest == ranked[i] {
			p.Best = next
		}
		if open >= p.Quality-likeGap {
			p.Best = cheaper(p.Best, going)
		}
		if i == 0 && g.Anchor > 0 && w.onTable(s) {
			right := low
			if open >= p.Quality-likeGap {
				right = cheaper(low, going)
			}
			pace := g.Anchor
			if float64(right) > g.Right {
				pace = float64(pace * grudging)
			}
			g.Right += float64(pace * (float64(right) - g.Right))
			g.Due = detmath.Log(g.Right / g.Reference)
		}
		if p.Quality >= w.head.Frontier-likeGap {
			g.Cheapest = cheaper(g.Cheapest, p.Price)
		}
	}
}

// cheaper is the lower of two prices, of which 0 is none.
func cheaper(a, b units.Price) units.Price {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// outsiders is the quality of the best open weights, and the price at which somebody
// whom the model does not play hosts them for a segment that takes any model.
func (w *World) outsiders(s SegmentID) (quality float64, going units.Price) {
	m := w.head.Shelf.Open
	if m == 0 || w.sc.segments[s-1].need != NeedHosting || !on(w.sc.setup.Switches.Hosting) {
		return -likeGap, 0
	}
	return w.appealing(m), w.going(0, m)
}

// going is the price at which open weights are listed: a margin over what their use
// costs, and nobody lists what is dearer than what he asked before.
func (w *World) going(now units.Price, m ModelID) units.Price {
	cost := float64(w.spot.Mean * w.takes(m))
	if cost == 0 || !on(w.sc.setup.Switches.PriceMatch) {
		return now
	}
	list := min(max(price(units.FromFloat(float64(goingMargin*cost), 0, maxExact)), minPrice), maxRent)
	return cheaper(now, list)
}

// floorOf is what the use of a product costs: compute by the week, and the fee.
func (w *World) floorOf(p *Product) units.Price {
	cost := float64(w.spot.Mean * p.Cost)
	if p.Keeps != 1 {
		cost /= p.Keeps
	}
	return price(units.FromFloat(cost, 0, int64(maxRent)))
}

// reprice applies the standing price rules: up when more is asked for than there
// is room, down when room stays empty, by at most the step the company allows; and
// down with the lowest price of like quality where the company follows that.
func (w *World) reprice(c CompanyID) {
	co, step, weeks := &w.companies[c], int64(0), int64(1)
	if !w.sc.companies[c].hurried {
		if weeks = 2; (int(w.head.Tick)+int(c))%2 == 0 {
			return // his customers do not look every week either
		}
	}
	if co.Policy.PriceStep > 0 && (co.room() != 0 || co.Wanted != 0) {
		step = weeks * units.FromFloat(float64(float64(co.Policy.PriceStep)*w.push(co)), -int64(units.One), int64(units.One))
	}
	rate, short := units.PPM(max(step, -step)), step > 0 && co.Wanted > co.room()
	most, matching := units.PPM(weeks)*matchStep, on(w.sc.setup.Switches.PriceMatch)
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		if !p.On {
			continue
		}
		move, follows := price(rate.Of(int64(p.Price))), matching && p.Match && p.Best > 0
		least := units.Price(0)
		if step < 0 || short || follows {
			least = w.floorOf(p)
			switch {
			case step < 0: // the week's market pays more
				move = -min(move, max(0, p.Price-least))
			case short && p.Price < least: // the same
				move = max(move, price(most.Of(int64(p.Price))))
			}
			if follows {
				move = p.follow(move, least, most)
			}
		}
		if move > 0 {
			move = max(0, w.bearable(s, p.Price+move)-p.Price)
		}
		p.Price = min(max(p.Price+move, minPrice), maxRent)
	}
	w.meanPrice(c)
}

// bearable is a price, or the most that the customers of a segment put up with if that
// is less. Who has too little room then lets people wait, as sellers of models did in
// 2025, rather than ask more.
func (w *World) bearable(s SegmentID, list units.Price) units.Price {
	g := &w.segments[s]
	if g.Anchor == 0 || g.Right <= 0 {
		return list
	}
	return min(list, price(units.FromFloat(float64((1+bearablePart)*g.Right), 0, maxExact)))
}

const (
	// bearablePart is how far above what customers think right a price can be raised.
	// Invented.
	bearablePart = 0.2
	// grudging is how fast customers get used to dearer prices, of how fast they do to
	// cheaper ones. Invented: people take a loss twice as hard and more.
	grudging = 0.2
)

// meanPrice reckons what a company asks for an hour of compute, the mean over what
// customers want of it.
func (w *World) meanPrice(c CompanyID) {
	worth, compute := 0.0, 0.0
	for _, s := range w.sold(c) {
		if p := w.product(s, c); p.On {
			use := float64(p.Wanted + 1) // a trace of all of it, so that there is a mean while nobody asks
			worth += float64(use * float64(p.Price))
			compute += float64(use * p.Cost)
		}
	}
	w.companies[c].Price = min(max(price(units.FromFloat(worth/compute, 0, maxExact)), minPrice), maxRent)
}

// follow is the move of a price that keeps to a premium over the lowest of like
// quality, where without it the price would move by a step; at most by a part and not
// below what the use costs.
func (p *Product) follow(step, least units.Price, part units.PPM) units.Price {
	top := p.Best + price(p.Premium.Of(int64(p.Best)))
	if p.Price+step <= top {
		return step
	}
	return min(max(top, p.Price-price(part.Of(int64(p.Price))), least)-p.Price, step)
}

// tellCut reports a price that follows others and fell by a fifth and more since
// customers last looked around.
func (w *World) tellCut(s SegmentID, c CompanyID, p *Product) {
	if p.Match && p.Before > 0 && p.Price < p.Before-price(cutNews.Of(int64(p.Before))) {
		w.emit(Event{Kind: EventPriceCut, By: c, Ref: Ref{OfSegment, int32(s)},
			Qty: units.MulDiv(int64(p.Before-p.Price), int64(units.One), int64(p.Before)), Amount: int64(p.Price)})
	}
	p.Before = p.Price
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
	for _, s := range w.sold(c) {
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
