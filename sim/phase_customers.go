package sim

import (
	"entangle/sim/units"
)

// customers lets customers choose, serves them as far as there is room, takes their
// money and moves prices. Compute that some lack and others have to spare changes
// hands between choice and service.
func (w *World) customers() {
	w.lighten()
	news, open := w.head.Shelf.News, w.head.Shelf.Open
	moved, recent := w.head.Shelf.Moved, w.recent()
	if news {
		w.fillShelf()
	}
	w.room.opened = w.head.Shelf.Open != open
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		switch {
		case w.segments[s].Inertia == 0 || w.onTable(s):
			w.drift(s)
			w.room.moved = moved | recent
			w.stock(s, false)
			w.choose(s)
			w.want(s)
		case news:
			if w.room.moved = moved; w.restock(s) {
				w.compare(s)
				w.want(s)
			}
		}
	}
	w.told(moved)
	for c := 1; c < len(w.companies); c++ {
		w.ask(CompanyID(c))
	}
	w.trade()
	w.sell()
}

// onTable tells whether a segment's customers look around this week: those who are
// slow to move do so in one week of four, one segment after the other.
func (w *World) onTable(s SegmentID) bool { return (int(w.head.Tick)+int(s))%billWeeks == 0 }

// want reckons what customers ask of each company.
func (w *World) want(s SegmentID) {
	g, products := &w.segments[s], w.productsIn(s)
	g.Wanted = 0
	for _, c := range w.sellers(s) {
		p := &products[c]
		if p.Wanted = 0; p.On {
			p.Wanted = units.H100e(units.FromFloat(float64(float64(g.Potent*p.Share)*float64(p.Thirst*units.H100eScale)), 0, maxWanted))
			p.Takes = p.compute(p.Wanted)
			g.Wanted += p.Wanted
		}
	}
}

// maxWanted bounds what customers can ask of a company, in thousandths of an
// H100e: ten billion H100e, so that no growth can run out of what money counts.
const maxWanted = 1e13

// ask adds up the compute that a company's customers ask for.
func (w *World) ask(c CompanyID) {
	co := &w.companies[c]
	co.Wanted, co.Offers, co.Served = 0, 0, 0
	for _, s := range w.sold(c) {
		if p := w.product(s, c); p.On {
			co.Offers++
			co.Wanted += p.Takes
		}
	}
}

// sell serves all segments: who lacks room serves the same part of what each of
// them asks. Those turned away try the others of their segment once; who finds
// nobody goes without.
func (w *World) sell() {
	short := uint64(0) // segments with customers turned away, a bit each
	for c := 1; c < len(w.companies); c++ {
		if co := &w.companies[c]; co.Offers > 0 {
			if w.ration(CompanyID(c)); co.Wanted > co.Served {
				short |= w.sc.companies[c].serves
			}
		}
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		if w.segments[s].Served = 0; short&(1<<s) != 0 && on(w.sc.setup.Switches.Overflow) {
			w.overflow(s)
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if w.companies[c].Offers > 0 {
			w.cash(c)
			w.reprice(c)
		}
		w.regard(c)
	}
}

// ration shares out a company's room over the segments it serves.
func (w *World) ration(c CompanyID) {
	co := &w.companies[c]
	room, left := max(co.room(), 0), max(co.room(), 0)
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		if p.Served = 0; !p.On {
			continue
		}
		takes := p.Takes
		if p.Served = p.Wanted; co.Wanted > room {
			p.Served = units.H100e(units.MulDiv(int64(p.Wanted), int64(room), int64(co.Wanted)))
			takes = p.compute(p.Served)
		}
		if takes > left { // by a rounding
			p.Served = min(p.use(left), p.Served)
			takes = p.compute(p.Served)
		}
		left -= takes
		co.Served += takes
	}
}

// overflow lets customers of a segment who were turned away choose again among
// those with room, as they chose before; most of them may prefer to go without.
func (w *World) overflow(s SegmentID) {
	products := w.productsIn(s)
	over, choice := units.H100e(0), 1.0
	for _, c := range w.sellers(s) {
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
	left := over
	for _, c := range w.sellers(s) {
		p, co := &products[c], &w.companies[c]
		spare := co.room() - co.Served
		if !p.On || spare <= 0 {
			continue
		}
		more := units.H100e(units.FromFloat(float64(p.Share*float64(over))/choice, 0, maxExact))
		more = min(more, p.use(spare), left)
		left -= more
		p.Served += more
		co.Served += p.compute(more)
	}
	if left < over && w.segments[s].Inertia > 0 {
		w.stayPut(s)
	}
}

// staysPut is the part of those served elsewhere who do not go back, where customers
// are slow to move: they had to sign with somebody (by choice).
const staysPut = 0.25

// stayPut makes customers of those who found room elsewhere: their share leaves who
// turned them away, each in proportion to how many he did, and none ends below nothing.
func (w *World) stayPut(s SegmentID) {
	products, won, lost := w.productsIn(s), 0.0, 0.0
	for _, c := range w.sellers(s) {
		p := &products[c]
		won += p.wins()
		lost += p.loses()
	}
	moved := min(won, float64(staysPut*lost))
	if moved <= 0 || won <= 0 {
		return
	}
	for _, c := range w.sellers(s) {
		p := &products[c]
		p.Share += float64(moved*p.wins())/won - float64(moved*p.loses())/lost
	}
}

// wins is the share of a segment that found room with a product, as far as it stays;
// loses the share that was turned away.
func (p *Product) wins() float64 {
	if more := p.Served - p.Wanted; p.On && more > 0 && p.Wanted > 0 {
		return float64(staysPut*float64(p.Share*float64(more))) / float64(p.Wanted)
	}
	return 0
}

func (p *Product) loses() float64 {
	if away := p.Wanted - p.Served; p.On && away > 0 && p.Wanted > 0 {
		return float64(p.Share*float64(away)) / float64(p.Wanted)
	}
	return 0
}

// cash takes the money of a company's customers.
func (w *World) cash(c CompanyID) {
	co, sum, turned := &w.companies[c], units.USD(0), units.USD(0)
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		if !p.On {
			continue
		}
		paid := units.WeekRent(p.Price, p.Served)
		w.segments[s].Served += p.Served
		w.segments[s].Revenue += paid
		p.Paid += paid
		sum += paid
		if p.Licence != 0 {
			w.clauses[p.Licence].Delivered += int64(paid)
		}
		if away := p.Wanted - p.Served; away > 0 {
			turned += units.WeekRent(p.Price, away)
		}
	}
	w.pay(Customers, PartyOf(c), FlowServing, sum)
	if away := co.Wanted - co.Served; away > 0 && away*turnedAwayNews > co.Wanted {
		w.emit(Event{Kind: EventTurnedAway, By: c, Qty: int64(away), Amount: int64(turned)})
		if away*outage > co.Wanted {
			co.Trust = max(0, co.Trust-w.anger(outageTrust))
		}
	}
}

// turnedAwayNews is the inverse of the share of customers turned away that makes
// an event.
const turnedAwayNews = 20

// served is the share of customers' wishes met last week, 1 when there were none.
func (c *Company) served() float64 {
	if c.Wanted <= 0 {
		return 1
	}
	return float64(min(c.Served, c.Wanted)) / float64(c.Wanted)
}
