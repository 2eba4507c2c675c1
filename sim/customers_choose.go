package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/market"
)

// drift moves what a segment's customers could use: it grows, and wanders.
func (w *World) drift(s SegmentID) {
	g := &w.segments[s]
	weeks, root := 1.0, 1.0
	if g.Inertia > 0 {
		weeks, root = billWeeks, 2
	}
	draw := w.stream(streamDemand, w.sc.segments[s-1].key)
	g.Shock += float64(float64(g.Noise*root)*draw.Normal()) - float64(g.Shock*min(weeks/g.Memory, 1))
	g.Potent = w.potential(g)
}

// potential is what a segment's customers could use.
func (w *World) potential(g *Segment) float64 {
	years := float64(w.head.Tick) / weeksAYear
	return float64(g.Potential * detmath.Exp(float64(g.Growth*years)+g.Shock))
}

// stock finds what each company has to offer a segment, and what of it is alike. While
// the quality of none has changed, and there is no news of it, only what models cost to
// serve has.
func (w *World) stock(s SegmentID, all bool) {
	products := w.productsIn(s)
	for _, c := range w.sellers(s) {
		if p := &products[c]; all || w.moved(s, c) {
			w.put(s, c, p)
		} else if p.Model != 0 {
			w.keep(s, p)
		}
	}
	w.compare(s)
}

// restock does it for those alone of whom there is news, and tells whether there are any.
func (w *World) restock(s SegmentID) (any bool) {
	products := w.productsIn(s)
	for _, c := range w.sellers(s) {
		if w.moved(s, c) {
			w.put(s, c, &products[c])
			any = true
		}
	}
	return any
}

// moved tells whether there is news of what a company can offer a segment: of its own
// models, of its licences or of open weights.
func (w *World) moved(s SegmentID, c CompanyID) bool {
	set := w.room.moved
	switch {
	case set == 0:
		return false
	case set&(1<<(c&63)) != 0, w.sc.segments[s-1].need == NeedHosting && (w.room.opened || set&(1<<(w.sc.ModelOwner(w.head.Shelf.Open)&63)) != 0):
		return true
	}
	for at := w.companies[c].Licences; at != 0; at = w.clauses[at].Mate {
		if set&(1<<(w.clauses[at].From&63)) != 0 {
			return true
		}
	}
	return false
}

// put finds what a company has to offer a segment.
func (w *World) put(s SegmentID, c CompanyID, p *Product) {
	before := p.Model
	if p.On = p.Price > 0 && !w.companies[c].Bust && w.supplies(s, c, p); !p.On {
		p.Share, p.Best, p.Quality, p.Model, p.Licence = 0, 0, 0, 0, 0
	} else if before != 0 && before != p.Model { // nobody lists a model for less than its use costs
		p.Price = max(p.Price, w.bearable(s, w.floorOf(p)))
	}
}

// keep notes what the use of a product costs today.
func (w *World) keep(s SegmentID, p *Product) {
	p.Cost = w.takes(p.Model)
	if w.sc.segments[s-1].need == NeedHosting && w.models[p.Model].Mode == ReleaseOpen {
		p.Price = w.going(p.Price, p.Model)
	}
}

// supplies tells whether a company has what it takes to serve a segment, and notes
// what the product runs on and how much compute its use takes.
func (w *World) supplies(s SegmentID, c CompanyID, p *Product) bool {
	g := &w.segments[s]
	p.Model, p.Licence, p.Quality, p.Cost, p.Keeps = 0, 0, 0, 1, 1
	switch need := w.sc.segments[s-1].need; {
	case need == NeedCompute:
		return true
	case need == NeedHosting && on(w.sc.setup.Switches.Hosting):
		w.host(g, c, p)
	default:
		w.serveOwn(g, c, p)
	}
	if p.Model == 0 {
		return false
	}
	p.Quality += w.appealing(p.Model)
	w.keep(s, p)
	return true
}

// serveOwn puts a product on the company's own model that suits the customers best, or
// on a better one that it has licensed for its core.
func (w *World) serveOwn(g *Segment, c CompanyID, p *Product) {
	best := 0.0
	p.Model, best = w.fittest(g, c)
	for at := w.companies[c].Licences; at != 0; at = w.clauses[at].Mate {
		k := &w.clauses[at]
		m := w.licensed(k)
		if k.Use != LicenceCore || m == 0 {
			continue
		}
		if v := w.value(g, m, w.keeps(k)) - float64(g.Taste*adapted); p.Model == 0 || v > best {
			p.Model, p.Licence, p.Keeps, p.Quality, best = m, at, w.keeps(k), -adapted, v
		}
	}
}

// fittest is the own model on offer of a company that is worth most to the customers of
// a segment, 0 none, and what it is worth.
func (w *World) fittest(g *Segment, c CompanyID) (best ModelID, most float64) {
	from, to := modelsOf(c)
	for m := from; m < to && w.labs[c].Best != 0; m++ {
		if !w.offered(m) {
			continue
		}
		if v := w.value(g, m, 1); best == 0 || v > most {
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
func (w *World) host(g *Segment, c CompanyID, p *Product) {
	most := 0.0
	p.Model, most = w.fittest(g, c)
	least := 0.0
	if p.Model != 0 && most > -faraway {
		least, most = w.appealing(p.Model)+likeGap, -faraway
	}
	if m := w.head.Shelf.Open; m != 0 && w.appealing(m) > least {
		if v := w.value(g, m, 1); p.Model == 0 || v > most {
			p.Model, most = m, v
		}
	}
	for at := w.companies[c].Licences; at != 0; at = w.clauses[at].Mate {
		k := &w.clauses[at]
		m := w.licensed(k)
		if k.Use != LicenceHost || m == 0 || m == w.head.Shelf.Open || w.appealing(m) <= least {
			continue
		}
		if v := w.value(g, m, w.keeps(k)); p.Model == 0 || v > most {
			p.Model, p.Licence, p.Keeps, most = m, at, w.keeps(k), v
		}
	}
}

const faraway = 1e9 // below the value of any model

// takes is the compute that the use of a model takes. Most of what software saves goes
// into longer answers (economics.md 5: reasoning spends four to ten times the tokens).
func (w *World) takes(m ModelID) float64 {
	return float64(w.models[m].Cost * w.room.lean)
}

// lighten reckons what the week's software leaves of the compute that use takes.
func (w *World) lighten() {
	w.room.lean = detmath.Exp(float64((1 - longer) * detmath.Log(w.servingSoftware())))
}

const longer = 0.7 // part of what software saves that longer answers take

// value is what a model is worth to a segment's customers, where half of what its use
// costs shows in the price. Of models whose use costs more than customers put up with a
// company sells, if it must, the one that is cheapest to serve: nobody moves a product
// on to a large model at the price of a small one.
func (w *World) value(g *Segment, m ModelID, keeps float64) float64 {
	if cost := float64(min(w.spot.Mean, float64(computePart*g.Reference)) * w.takes(m)); g.Anchor > 0 && g.Right > 0 && cost > float64(float64((1+bearablePart)*g.Right)*keeps) {
		return -float64(faraway * (1 + cost))
	}
	return float64(g.Taste*w.appealing(m)) - float64(float64(passedOn*g.Elasticity)*(w.dear[m]-logOf(keeps)))
}

const passedOn = 0.5

// logOf is the logarithm of a share, most often of the whole.
func logOf(x float64) float64 {
	if x == 1 {
		return 0
	}
	return nearLog(x)
}

// fillShelf finds the models on offer that others may run, and notes what all on offer
// cost.
func (w *World) fillShelf() {
	w.head.Shelf = Shelf{Past: w.head.Shelf.Past}
	shelf, most, worth := &w.head.Shelf, 0.0, [len(w.head.Shelf.Hosted)]float64{}
	for m := ModelID(1); int(m) < len(w.models); m++ {
		if !w.offered(m) {
			continue
		}
		w.dear[m] = detmath.Log(w.models[m].Cost)
		switch w.models[m].Mode {
		case ReleaseOpen:
			if x := w.bargain(m); shelf.Open == 0 || x > most {
				shelf.Open, most = m, x
			}
		case ReleaseHosted:
			for i, at, x := 0, m, w.appealing(m); i < len(worth) && at != 0; i++ {
				if shelf.Hosted[i] == 0 || x > worth[i] {
					shelf.Hosted[i], worth[i], at, x = at, x, shelf.Hosted[i], worth[i]
				}
			}
		}
	}
}

// bargain is the quality of a model less what its cost is worth in points.
func (w *World) bargain(m ModelID) float64 {
	return w.appealing(m) - float64(pointsOfCost*w.dear[m])
}

// pointsOfCost is how many points of quality users give up for a model that costs a
// log unit less (economics.md 6: 0.4 of the log of price to 0.05 a point).
const pointsOfCost = 8

// choose has a segment's customers pick providers, or none, by what they offered
// last week.
func (w *World) choose(s SegmentID) {
	g, products := &w.segments[s], w.productsIn(s)
	who, utility := w.room.serving[:0], w.room.utility[:0]
	for _, c := range w.sellers(s) {
		if products[c].On {
			products[c].Dear = detmath.Log(float64(products[c].Price) / g.Reference)
			who, utility = append(who, int32(c)), append(utility, w.appeal(s, c, nil))
		}
	}
	share := w.room.share[:len(who)]
	market.Logit(utility, share)
	move := 1.0
	if g.Inertia > 0 && w.head.Tick > 0 {
		move = min(1, billWeeks/g.Inertia)
	}
	for i, c := range who {
		p := &products[c]
		p.Share += float64(move * (share[i] - p.Share))
		if g.Depth > 0 {
			p.Thirst += float64(move * (detmath.Exp(-float64(g.Depth*p.Dear)) - p.Thirst))
		}
		w.tellCut(s, CompanyID(c), p)
	}
	w.room.serving, w.room.utility = who, utility
}

// appeal is the utility of buying from a company, over buying from nobody.
func (w *World) appeal(s SegmentID, c CompanyID, t *Terms) float64 {
	g, co, p := &w.segments[s], &w.companies[c], w.product(s, c)
	quality := 0.0
	if p.Model != 0 {
		quality = float64(g.Taste * (p.Quality - g.Standard))
	}
	price := -float64(g.Elasticity * p.Dear)
	if g.Anchor > 0 && p.Dear > g.Due {
		price -= float64(float64(unfair*g.Elasticity) * (p.Dear - g.Due))
	}
	service := float64(g.Patience * (p.served() - 1))
	trust := 0.0
	if on(w.sc.setup.Switches.Trust) {
		trust = float64(g.Trust*(co.Trust-calmTrust)) / calmTrust
	}
	stay := -g.Stay
	t.Add(TermQuality, quality)
	t.Add(TermPrice, price)
	t.Add(TermService, service)
	t.Add(TermReach, p.Reach)
	t.Add(TermTrust, trust)
	t.Add(TermStay, stay)
	return quality + price + service + p.Reach + trust + stay
}

// unfair is how much more a price repels that is above what customers think right, in
// shares of their elasticity. Invented.
const unfair = 0.5
