package sim

import (
	"math"

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
	// listSteps is how many steps of a week a price moves for each four that it then
	// holds: not all of them, for customers have not answered the first when it makes the last. By
	// choice.
	listSteps = 3
)

// stall is what customers compare of a product.
type stall struct {
	quality float64
	price   uint64 // of units.Price; noPrice while others are compared with it
	on      *Product
	by      *Company
	who     CompanyID
}

// noPrice is above any price, so that the lowest of none is seen as such.
const noPrice = 1<<64 - 1

// asks is the price of a stall whose quality is some or better, else noPrice: who is better
// than whom is hard to guess, so that it is no branch.
func (t *stall) asks(quality float64) uint64 {
	worse := uint64(int64(math.Float64bits(t.quality-quality)) >> 63) // all bits, or no bit
	return t.price | worse
}

// stallsAtOnce is how many stalls are asked between two questions whether there are more,
// whose answer nobody can guess.
const stallsAtOnce = 4

// fillUp adds stalls that ask no price until their number is a multiple of stallsAtOnce.
func fillUp(stalls []stall) []stall {
	for len(stalls)%stallsAtOnce != 0 {
		stalls = append(stalls, stall{price: noPrice})
	}
	return stalls
}

// cheapestOf is the lowest price of some quality or better, at stalls that are filled up, or
// a price.
func cheapestOf(stalls []stall, quality float64, price uint64) uint64 {
	for ; len(stalls) >= stallsAtOnce; stalls = stalls[stallsAtOnce:] {
		a, b := min(stalls[0].asks(quality), stalls[1].asks(quality)), min(stalls[2].asks(quality), stalls[3].asks(quality))
		price = min(price, a, b)
	}
	return price
}

// besides is cheapestOf without one of the stalls.
func (t *stall) besides(stalls []stall, quality float64, price uint64) uint64 {
	own := t.price
	t.price = noPrice
	price = cheapestOf(stalls, quality, price)
	t.price = own
	return price
}

// priceOr0 is a price that was found, 0 none.
func priceOr0(found uint64) units.Price {
	if found == noPrice {
		found = 0
	}
	return units.Price(found)
}

// compare finds for each product of a segment the lowest price at which customers
// could have like quality elsewhere, and moves what customers think right.
func (w *World) compare(s SegmentID, stalls []stall, outside *outsider) {
	g := &w.segments[s]
	all, top := fillUp(stalls), stalls[0].quality
	for i := range stalls {
		own := &all[i]
		top = max(top, own.quality)
		like := own.quality - likeGap
		own.on.Best = priceOr0(own.besides(all, like, outside.asks(like)))
	}
	if turn := w.turn(); g.Anchor > 0 && turn.month&turn.look>>s&1 != 0 {
		like := top - likeGap
		g.settle(float64(priceOr0(cheapestOf(all, like, outside.asks(like)))))
	}
}

// settle moves what customers think right to the price of a month.
func (g *Segment) settle(price float64) {
	pace := g.Anchor
	if g.Every > billWeeks {
		pace = 1 - float64((1-pace)*(1-pace))
	}
	if price > g.Right {
		pace = float64(pace * grudging)
	}
	g.Right += float64(pace * (price - g.Right))
	g.Due = detmath.QuickLog(g.Right / g.Reference)
}

// cheaper is the lower of two prices, of which 0 is none.
func cheaper(a, b units.Price) units.Price {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// outsider is a stall at which somebody whom the model does not play hosts the best open
// weights for a segment that takes any model: of nothing, where nobody does.
type outsider struct {
	stall
	model ModelID
	list  units.Price // what they are listed at, above any price if at none
}

// outsiders finds it for a segment.
func (w *World) outsiders(s SegmentID) (o outsider) {
	o.price, o.list = noPrice, math.MaxInt64
	if m := w.head.Shelf.Open; m != 0 && w.hosted(s) && on(w.sc.setup.Switches.Hosting) {
		o.model, o.quality = m, w.appealing(m)
		if list := w.going(0, m); list > 0 {
			o.price, o.list = uint64(list), list
		}
	}
	return o
}

// lists is the price at which a model is listed there, and above any price for another.
func (o *outsider) lists(m ModelID) units.Price {
	list := units.Price(math.MaxInt64)
	if m == o.model {
		list = o.list
	}
	return list
}

// going is the price at which open weights are listed: a margin over what their use
// costs, and nobody lists what is dearer than what he asked before.
func (w *World) going(now units.Price, m ModelID) units.Price {
	cost := float64(w.spot.Mean * w.takes(m))
	if cost == 0 || !on(w.sc.setup.Switches.PriceMatch) {
		return now
	}
	list := min(max(price(units.Whole(float64(goingMargin*cost), maxExact)), minPrice), maxRent)
	return cheaper(now, list)
}

// floorOf is what the use of a product costs: compute by the week, and the fee.
func (w *World) floorOf(p *Product) units.Price {
	return units.Price(units.Whole(float64(w.spot.Mean*p.Cost)/p.Keeps, int64(maxRent)))
}

// reprice applies the standing price rules for the weeks until the customers of a
// segment look around again: up when more is asked for than there is room, down when
// room stays empty, by at most the step the company allows; and down with the lowest
// price of like quality where the company follows that.
func (w *World) reprice(g *Segment, co *Company, p *Product) {
	room, step, weeks, steps := co.room(), int64(0), int64(1), int64(1)
	if every := int64(g.Every); every > 1 {
		weeks, steps = billWeeks, listSteps*every/billWeeks
	}
	if co.Policy.PriceStep > 0 && room|co.Wanted != 0 {
		step = steps * units.Nearest(float64(float64(co.Policy.PriceStep)*w.push(co, room))) // push is at most one
	}
	follows := p.Match && p.Best > 0 && on(w.sc.setup.Switches.PriceMatch)
	if step == 0 && !follows {
		return
	}
	move, most := price(units.PPM(max(step, -step)).Of(int64(p.Price))), units.PPM(weeks)*matchStep
	short := step > 0 && co.Wanted > room
	if least := units.Price(0); step < 0 || short || follows {
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
		move = max(0, g.bearable(p.Price+move)-p.Price)
	}
	p.Price = min(max(p.Price+move, minPrice), maxRent)
}

// bearable is a price, or the most that the customers of a segment put up with if that
// is less. Who has too little room then lets people wait, as sellers of models did in
// 2025, rather than ask more.
func (g *Segment) bearable(list units.Price) units.Price {
	most := price(units.Whole(float64((1+bearablePart)*g.Right), maxExact))
	any := uint64(countIf(g.Anchor == 0) | countIf(g.Right <= 0)) // which customers compare is hard to guess: no branch
	return min(list, most|units.Price(-any>>1))
}

const (
	// bearablePart is how far above what customers think right a price can be raised.
	// Invented.
	bearablePart = 0.2
	// grudging is how fast customers get used to dearer prices, of how fast they do to
	// cheaper ones. Invented: people take a loss twice as hard and more.
	grudging = 0.2
)

// meanPrice is what a company asks for an hour of compute, the mean over what customers
// want of it; while they want less than an H100e, of all that it offers: see meanList.
func meanPrice(worth, hours float64) units.Price {
	return min(max(units.Price(units.Whole(worth/hours, maxExact)), minPrice), maxRent)
}

// meanList takes the mean price of all that a company offers, if it offers anything.
func (w *World) meanList(c CompanyID, co *Company) {
	worth, hours := 0.0, 0.0
	for _, s := range w.sold(c) {
		if p := w.product(s, c); p.On {
			worth, hours = worth+float64(p.Price), hours+p.Cost
		}
	}
	if hours > 0 {
		co.Price = meanPrice(worth, hours)
	}
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
	w.emit(Event{Kind: EventPriceCut, By: c, Ref: Ref{OfSegment, int32(s)},
		Qty: units.MulDiv(int64(p.Before-p.Price), int64(units.One), int64(p.Before)), Amount: int64(p.Price)})
}

// push is from -1 to 1 how far the price rule goes in a week.
func (w *World) push(co *Company, room units.H100e) float64 {
	own := room - co.SpotIn + co.SpotOut // what it can count on
	own = (own-1)&^((own-1)>>63) + 1     // one at least
	use := float64(co.Wanted) / float64(own)
	push := clip(float64((use - targetUse) * (1 / useBand)))
	busy := int64(co.Wanted-room-1) & -int64(math.Float64bits(push)) // below 0: push is above, and there is room
	if busy < 0 && (co.SpotIn > 0 || w.cheapSpot(co) > 0) {
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
	mean := max(co.Price, 1)
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		switch {
		case p.Price == 0 || only != 0 && s != only:
			continue
		case s == only:
			p.Price = price
		default:
			p.Price = min(max(units.Price(units.MulDiv(int64(p.Price), int64(price), int64(mean))), minPrice), maxRent)
		}
		w.ask(&w.segments[s], c, co, p, p.Wanted)
	}
	if only == 0 {
		co.Price = price
	}
}

// bargain is the quality of a model less what its cost is worth in points.
func (w *World) bargain(m ModelID) float64 {
	return w.appealing(m) - float64(pointsOfCost*w.dear[m])
}

// pointsOfCost is how many points of quality users give up for a model that costs a
// log unit less (economics.md 6: 0.4 of the log of price to 0.05 a point).
const pointsOfCost = 8
