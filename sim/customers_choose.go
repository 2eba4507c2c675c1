package sim

import (
	"math"
	"math/bits"

	"entangle/sim/detmath"
	"entangle/sim/market"
)

// drift moves what a segment's customers could use: it grows, and wanders.
func (w *World) drift(s SegmentID) {
	g := &w.segments[s]
	weeks := float64(g.Every)
	root := float64(math.Sqrt(weeks))
	draw := w.stream(streamDemand, w.sc.segments[s-1].key)
	g.Shock += float64(float64(g.Noise*root)*draw.Normal()) - float64(g.Shock*min(weeks/g.Memory, 1))
	g.Potent = w.potential(g)
}

// potential is what a segment's customers could use.
func (w *World) potential(g *Segment) float64 {
	years := float64(w.head.Tick) / weeksAYear
	return float64(float64(g.Potential*detmath.QuickExp(float64(g.Growth*years)+g.Shock)) * w.reached(g))
}

// stock finds what each company has to offer a segment, and what of it is alike. While
// there is no news of it, only what models cost to serve has changed. It lists what is on.
func (w *World) stock(s SegmentID, moved uint64) []stall {
	products, sellers, hosted, outside := w.productsIn(s), w.sellers(s), w.hosted(s), w.outsiders(s)
	for set := moved & w.sc.segments[s-1].sellerSet; set != 0; set &= set - 1 {
		for c := bits.TrailingZeros64(set); c < len(products); c += 64 {
			if p := &products[c]; w.sc.sells(CompanyID(c), s) && w.put(s, CompanyID(c), p) && !p.On && p.Takes|p.Served != 0 {
				w.reask(s, CompanyID(c), p)
			}
		}
	}
	stalls, n := w.room.stalls[:len(sellers)], 0
	for _, c := range sellers {
		p := &products[c]
		if !p.On {
			continue
		}
		if p.Model != 0 {
			p.Cost = w.takes(p.Model)
			if hosted {
				p.Price = min(p.Price, outside.lists(p.Model))
				if countIf(w.models[p.Model].Mode == ReleaseOpen)&countIf(p.Model != outside.model) != 0 {
					w.listOpen(p) // others than the best: nearly nobody
				}
			}
		}
		t := &stalls[n]
		t.quality, t.price, t.on, t.by, t.who = p.Quality, uint64(p.Price), p, &w.companies[c], c
		n++
	}
	if n > 0 {
		w.compare(s, stalls[:n], &outside)
	}
	return stalls[:n]
}

// restock does it between two looks for those alone of whom there is news.
func (w *World) restock(s SegmentID, moved uint64) {
	products := w.productsIn(s)
	for set := moved & w.sc.segments[s-1].sellerSet; set != 0; set &= set - 1 {
		for c := bits.TrailingZeros64(set); c < len(products); c += 64 {
			if w.sc.sells(CompanyID(c), s) && w.put(s, CompanyID(c), &products[c]) {
				w.reask(s, CompanyID(c), &products[c])
			}
		}
	}
}

// reask has customers ask anew of a product that runs on something else.
func (w *World) reask(s SegmentID, c CompanyID, p *Product) {
	if p.Model != 0 && w.hosted(s) { // what it costs has just been found
		w.listOpen(p)
	}
	use := p.Wanted
	if !p.On {
		use = 0
	}
	w.ask(&w.segments[s], c, &w.companies[c], p, use)
}

// affect adds to those who have something else to offer whoever may run their models.
func (w *World) affect(set *lately) {
	all := *set
	for c, lenders := range w.borrows {
		all.fresh |= uint64(countIf(set.fresh&lenders != 0)) << (c & 63)
		all.month |= uint64(countIf(set.month&lenders != 0)) << (c & 63)
		all.both |= uint64(countIf(set.both&lenders != 0)) << (c & 63)
	}
	*set = all
}

// movers is who may have something else to offer a segment: all where any open weights
// do and the best of them changed within some weeks.
func (w *World) movers(s SegmentID, set uint64, weeks int32) uint64 {
	if w.sc.segments[s-1].need == NeedHosting && w.head.Tick-w.head.Shelf.Since < weeks {
		return ^uint64(0)
	}
	return set
}

// offer is what a product runs on.
type offer struct {
	model   ModelID
	licence int32   // 0: its own, or open weights
	quality float64 // as customers see it
	keeps   float64 // of the price, after the fee of the licence
}

// runs tells whether a product runs on just that: all of it is asked at once.
func (o *offer) runs(p *Product) bool {
	model, licence := uint32(o.model^p.Model), uint32(o.licence^p.Licence)
	quality, keeps := math.Float64bits(o.quality)^math.Float64bits(p.Quality), math.Float64bits(o.keeps)^math.Float64bits(p.Keeps)
	return uint64(model|licence)|quality|keeps == 0
}

// put finds what a company has to offer a segment, and tells whether it is new.
func (w *World) put(s SegmentID, c CompanyID, p *Product) bool {
	found, on := offer{keeps: 1}, p.Price > 0 && !w.companies[c].Bust
	if on {
		found, on = w.supplies(s, c)
	}
	if on == p.On && (!on || found.runs(p)) {
		return false
	}
	if found.model != p.Model && on && p.On && w.outgrows(s, c, p, found) {
		if found = (offer{model: p.Model, quality: w.appealing(p.Model), keeps: 1}); found.runs(p) {
			return false
		}
	}
	before := p.Model
	if p.On != on {
		w.companies[c].offers(on)
	}
	w.runOn(p, found)
	w.noteFee(s, c, p.Licence != 0)
	p.On = on
	if !on {
		p.Share, p.Best = 0, 0
		w.countNobody(s)
	} else if before != 0 && before != p.Model { // nobody lists a model for less than its use costs
		p.Price = max(p.Price, w.segments[s].bearable(w.floorOf(p)))
	}
	return true
}

// runOn puts a product on what was found for it.
func (w *World) runOn(p *Product, o offer) {
	p.Model, p.Licence, p.Quality, p.Keeps, p.Cost = o.model, o.licence, o.quality, o.keeps, 1
	if p.Model != 0 {
		p.Cost = w.takes(p.Model)
	}
}

// offers counts a segment that a company begins to serve, or no longer serves.
func (co *Company) offers(on bool) {
	if on {
		co.Offers++
	} else {
		co.Offers--
	}
}

// listOpen has a product that runs on open weights listed at what those are sold for.
func (w *World) listOpen(p *Product) {
	if w.models[p.Model].Mode == ReleaseOpen {
		p.Price = w.going(p.Price, p.Model)
	}
}

// hosted tells whether the customers of a segment take any model that is hosted.
func (w *World) hosted(s SegmentID) bool { return w.sc.segments[s-1].need == NeedHosting }

// supplies tells whether a company has what it takes to serve a segment, and what the
// product runs on.
func (w *World) supplies(s SegmentID, c CompanyID) (o offer, ok bool) {
	switch need := w.sc.segments[s-1].need; {
	case need == NeedCompute:
		return offer{keeps: 1}, true
	case need == NeedHosting && on(w.sc.setup.Switches.Hosting):
		o = w.host(&w.segments[s], c)
	default:
		o = w.serveOwn(&w.segments[s], c)
	}
	if o.model == 0 {
		return o, false
	}
	o.quality += w.appealing(o.model)
	return o, true
}

// serveOwn puts a product on the company's own model that suits the customers best, or
// on a better one that it has licensed for its core.
func (w *World) serveOwn(g *Segment, c CompanyID) offer {
	licences := w.companies[c].Licences
	own, best := w.fittest(g, c, licences != 0)
	o := offer{model: own, keeps: 1}
	for at := licences; at != 0; at = w.clauses[at].Mate {
		k := &w.clauses[at]
		if k.Use != LicenceCore {
			continue
		}
		m := w.licensed(k)
		if m == 0 {
			continue
		}
		keeps := w.keeps(k)
		if v := w.value(g, m, keeps, nearLog(keeps)) - float64(g.Taste*adapted); o.model == 0 || v > best {
			o, best = offer{m, at, -adapted, keeps}, v
		}
	}
	return o
}

// fittest is the own model on offer of a company that is worth most to the customers of
// a segment, 0 none, and what it is worth, if somebody asks or others have a chance. Against
// the one that users like best only cheaper ones have.
func (w *World) fittest(g *Segment, c CompanyID, asked bool) (best ModelID, most float64) {
	best = w.labs[c].Best
	if best == 0 || !w.offered(best) {
		return 0, 0
	}
	choices := w.choices[c]
	if choices == notSifted {
		choices = w.sift(c)
		w.choices[c] = choices
	}
	if choices != 0 || asked {
		most = w.value(g, best, 1, 0)
	}
	from, _ := modelsOf(c)
	for ; choices != 0; choices &= choices - 1 {
		m := from + ModelID(bits.TrailingZeros8(choices))
		if v := w.value(g, m, 1, 0); v > most {
			best, most = m, v
		}
	}
	return best, most
}

// adapted is what a licensed model is worth less, in points, in a product that was
// not made with it. Invented.
const adapted = 0.5

// host puts a product on the model that serves a segment's customers best at what it
// costs: open weights or a licensed one; who makes models sells his own as long as they
// are alike or better.
func (w *World) host(g *Segment, c CompanyID) offer {
	own, most := w.fittest(g, c, true)
	o, least := offer{model: own, keeps: 1}, 0.0
	if own != 0 && most > -faraway {
		least, most = w.appealing(own)+likeGap, -faraway
	}
	open := w.head.Shelf.Open
	if open != 0 && w.appealing(open) > least {
		if v := w.value(g, open, 1, 0); own == 0 || v > most {
			o.model, most = open, v
		}
	}
	for at := w.companies[c].Licences; at != 0; at = w.clauses[at].Mate {
		k := &w.clauses[at]
		if k.Use != LicenceHost {
			continue
		}
		m := w.licensed(k)
		if m == 0 || m == open || w.appealing(m) <= least {
			continue
		}
		keeps := w.keeps(k)
		if v := w.value(g, m, keeps, nearLog(keeps)); o.model == 0 || v > most {
			o, most = offer{m, at, 0, keeps}, v
		}
	}
	return o
}

const faraway = 1e9 // below the value of any model

// takes is the compute that the use of a model takes. Most of what software saves goes
// into longer answers (economics.md 5: reasoning spends four to ten times the tokens).
func (w *World) takes(m ModelID) float64 {
	return float64(w.models[m].Cost * w.room.lean)
}

// lighten reckons what the week's software leaves of the compute that use takes.
func (w *World) lighten() {
	w.room.lean = detmath.QuickExp(float64((1 - longer) * detmath.QuickLog(w.servingSoftware())))
}

const longer = 0.7 // part of what software saves that longer answers take

// value is what a model is worth to a segment's customers, where half of what its use
// costs shows in the price. Of models whose use costs more than customers put up with a
// company sells, if it must, the one that is cheapest to serve: nobody moves a product
// on to a large model at the price of a small one. What a seller keeps of the price comes
// with its logarithm, as nearLog has it.
func (w *World) value(g *Segment, m ModelID, keeps, log float64) float64 {
	row := &w.models[m]
	hour := math.Float64frombits(min(math.Float64bits(float64(computePart*g.Reference)), math.Float64bits(w.spot.Mean))) // none is below 0
	cost := float64(hour * float64(row.Cost*w.room.lean))
	left := float64(float64((1+bearablePart)*g.Right)*keeps) - cost
	// All three below 0 at once: customers put up with less, and there is what they think right.
	if int64(math.Float64bits(left))&-int64(math.Float64bits(g.Anchor))&-int64(math.Float64bits(g.Right)) < 0 {
		return -float64(faraway * (1 + cost))
	}
	return float64(g.Taste*row.Felt) - float64(float64(passedOn*g.Elasticity)*(w.dear[m]-log))
}

const passedOn = 0.5

// choose has a segment's customers pick providers, or none, of what is on by what they
// offered last week and what they ask, which they may list anew.
func (w *World) choose(s SegmentID, stalls []stall, list bool) {
	g := &w.segments[s]
	utility, weight := w.room.utility[:len(stalls)], w.room.share[:len(stalls)]
	top := int64(0) // the bits of it, which stand in its order as long as it is not below 0
	for i := range stalls {
		co, p := stalls[i].by, stalls[i].on
		if list {
			w.reprice(g, co, p)
		}
		p.Dear = detmath.QuickLog(float64(p.Price) / g.Reference)
		likes := w.liking(g, co, p, nil)
		utility[i], top = likes, max(top, int64(math.Float64bits(likes)))
	}
	part, _ := market.Logit(utility, weight, math.Float64frombits(uint64(top)))
	move := 1.0
	if g.Inertia > 0 && w.head.Tick > 0 {
		if move = min(1, float64(g.Every)/g.Inertia); on(w.sc.setup.Switches.Overflow) {
			desert(stalls, w.nobody[s], move)
		}
	}
	nobody := 1.0 // who is not on has no share: see nobodyIn
	for i := range stalls {
		p := stalls[i].on
		p.Share += float64(move * (float64(weight[i]*part) - p.Share))
		nobody -= p.Share
		if g.Depth > 0 {
			p.Thirst += float64(move * (detmath.QuickExp(-float64(g.Depth*p.Dear)) - p.Thirst))
		}
		if p.Price < p.Before-price(cutNews.Of(int64(p.Before))) && p.Match {
			w.tellCut(s, stalls[i].who, p)
		}
		p.Before = p.Price
	}
	w.nobody[s] = nobody
}

// appeal is the utility of buying from a company, over buying from nobody.
func (w *World) appeal(s SegmentID, c CompanyID, t *Terms) float64 {
	return w.liking(&w.segments[s], &w.companies[c], w.product(s, c), t)
}

// liking is the same where the rows are at hand.
func (w *World) liking(g *Segment, co *Company, p *Product, t *Terms) float64 {
	quality := 0.0
	if p.Model != 0 {
		quality = float64(g.Taste * (p.Quality - g.Standard))
	}
	price := -float64(g.Elasticity * p.Dear)
	if g.Anchor > 0 {
		price -= float64(float64(unfair*g.Elasticity) * positive(p.Dear-g.Due))
	}
	service := 0.0
	if p.Served != p.Wanted {
		service = float64(g.Patience * (p.served() - 1))
	}
	trust := 0.0
	if on(w.sc.setup.Switches.Trust) {
		trust = float64(float64(g.Trust*(co.Trust-calmTrust)) * (1 / calmTrust))
	}
	stay := -g.Stay
	if t != nil {
		t.Add(TermQuality, quality)
		t.Add(TermPrice, price)
		t.Add(TermService, service)
		t.Add(TermReach, p.Reach)
		t.addOutside(p.Strain)
		t.addFame(p.Fame)
		t.Add(TermTrust, trust)
		t.Add(TermStay, stay)
	}
	return quality + price + service + (p.Reach + p.Strain + p.Fame) + trust + stay
}

// unfair is how much more a price repels that is above what customers think right, in
// shares of their elasticity. Invented.
const unfair = 0.5
