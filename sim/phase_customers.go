package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// customers lets customers choose, serves them as far as there is room, takes their
// money and moves prices. Compute that some lack and others have to spare changes
// hands between choice and service.
func (w *World) customers() {
	goesOn := false
	if w.head.Tick%marketWeeks == marketWeek || w.head.Tick == 0 || w.eager || w.head.Shelf.Lost {
		w.layOut()
	} else if n, m, ok := w.lasts(); ok {
		goesOn = true
		w.goOn(n, m)
		w.cashAll(w.serveOn())
	}
	if !goesOn {
		w.trade()
		w.cashAll(w.sell())
	}
	w.regard()
	w.forgetOffers()
}

// layOut shows customers what is new, and lets those look around whose turn it is.
func (w *World) layOut() {
	w.lighten()
	recent, lost, moved := w.recent(), w.head.Shelf.Lost, w.head.Shelf.Moved
	if w.head.Shelf.News {
		w.fillShelf(moved)
	}
	recent.month, recent.both = recent.month|moved, recent.both|moved
	if lost {
		recent.fresh = moved
	}
	w.affect(&recent)
	turn := w.turn()
	table := w.opened() & turn.month
	set := turn.look | table
	if lost {
		set = 1<<len(w.segments) - 2
	}
	for ; set != 0; set &= set - 1 {
		s := SegmentID(bits.TrailingZeros64(set))
		switch {
		case turn.look>>s&1 != 0:
			w.drift(s)
			stalls := w.stock(s, w.movers(s, recent.since(&w.segments[s]), w.segments[s].Every+1))
			w.choose(s, stalls, true)
			w.want(s, stalls)
			w.forget(s)
		case table>>s&1 != 0:
			w.restock(s, w.movers(s, recent.month, billWeeks+1))
		default: // somebody lost what he sold
			w.restock(s, w.movers(s, recent.fresh, 1))
		}
	}
	if lost {
		w.told(moved)
	}
}

// opened is the segments that take any model, a bit each, while open weights are news: who
// sells to them has to keep up by the month, whether they look around or not.
func (w *World) opened() (set uint64) {
	if w.head.Shelf.Open == 0 || w.head.Tick-w.head.Shelf.Since >= rareWeeks {
		return 0
	}
	for s := 1; s < len(w.segments); s++ {
		set |= uint64(countIf(w.sc.segments[s-1].need == NeedHosting)) << s
	}
	return set
}

// Customers look around in one week of four, unless somebody lost what he sold. By
// choice: that others' offers are seen weeks later changes little, and between two looks
// of a segment pass four weeks at least. That it is the third of the four is by choice, too.
const (
	marketWeeks = 4
	marketWeek  = 2 // counted like ticks
)

// marketTurn is the segments whose customers look around in a week, and those whose week of
// the month it is, a bit each.
type marketTurn struct{ look, month uint64 }

// marketTurns is the same by week, modulo rareWeeks.
type marketTurns [rareWeeks]marketTurn

// turn is whose turn it is this week.
func (w *World) turn() marketTurn { return w.turns[uint(w.head.Tick)%rareWeeks] }

// takeTurns says for weeks, modulo rareWeeks, whose turn it is: those who are slow to move
// look around in one market week of two, one segment after the other.
func (w *World) takeTurns() (turns marketTurns) {
	for week := range turns {
		for s := 1; s < len(w.segments); s++ {
			at, every := week+marketWeeks*(s+1)-marketWeek, int(w.segments[s].Every) // so that these are market weeks
			turns[week].month |= uint64(countIf(at%billWeeks == 0)) << s
			turns[week].look |= uint64(countIf(every < billWeeks || at%every == 0)) << s
		}
	}
	return turns
}

// Customers who move within two months look around in one week of four, those who
// take longer in one of eight, also those who take any model: what is cheaper elsewhere
// has to be tried before anybody moves to it.
const (
	rareWeeks   = 2 * billWeeks
	rareInertia = 10
)

// every is how many weeks pass between two looks of a segment's customers.
func (g *Segment) every() int32 {
	switch {
	case g.Inertia == 0:
		return 1
	case g.Inertia < rareInertia:
		return billWeeks
	}
	return rareWeeks
}

// want reckons what customers ask of each company that has something on offer.
func (w *World) want(s SegmentID, stalls []stall) {
	g := &w.segments[s]
	for i := range stalls {
		c, co, p := stalls[i].who, stalls[i].by, stalls[i].on
		all := float64(float64(g.Potent*p.Share) * float64(p.Thirst*units.H100eScale))
		w.ask(g, c, co, p, units.H100e(units.Whole(all, maxWanted)))
	}
}

// maxWanted bounds what customers can ask of a company, in thousandths of an
// H100e: ten billion H100e, so that no growth can run out of what money counts.
const maxWanted = 1e13

// ask notes what customers ask of a company, and what they pay at today's price. Who served
// all that was asked goes on to.
func (w *World) ask(g *Segment, c CompanyID, co *Company, p *Product, asked units.H100e) {
	takes, use := p.compute(asked), p.Served
	co.Wanted += takes - p.Takes
	g.Wanted += asked - p.Wanted
	worth := units.ShortHourly(p.Price, asked)
	if !units.HourFits(p.Price, asked) {
		worth = units.Hourly(p.Price, asked)
	}
	co.Worth += worth - p.Worth
	full := countIf(co.Shares == sharesFull)
	use += (asked - use) & -units.H100e(full|countIf(!p.On)) // all of it, or nothing of it: no branch
	p.Wanted, p.Takes = asked, takes
	p.Worth, co.Shares = worth, uint8(-full)
	takings := units.ShortWeekRent(p.Price, use)
	if !units.WeekFits(p.Price, use) {
		takings = units.WeekRent(p.Price, use)
	}
	w.note(g, co, p, use, takings)
	if co.Wanted >= units.H100eScale {
		co.Price = meanPrice(float64(co.Worth), float64(co.Wanted)/units.H100eScale)
	} else {
		w.meanList(c, co)
	}
}

// serve has a company serve so much to a segment.
func (w *World) serve(g *Segment, co *Company, p *Product, use units.H100e) {
	takings := units.ShortWeekRent(p.Price, use)
	if !units.WeekFits(p.Price, use) {
		takings = units.WeekRent(p.Price, use)
	}
	w.note(g, co, p, use, takings)
}

// note notes what a company serves a segment, and what that pays from this week on.
func (w *World) note(g *Segment, co *Company, p *Product, use units.H100e, takings units.USD) {
	more := takings - p.Takings
	p.Paid, p.Since = w.paidFor(p), w.head.Tick // also where nothing changes: nobody can guess where
	p.Takings = takings
	co.Takings += more
	g.Takings += more
	g.Served += use - p.Served
	p.Served = use
}

// paidFor is what customers have paid for a product since the start.
func (w *World) paidFor(p *Product) units.USD {
	return p.Paid + p.Takings*units.USD(w.head.Tick-p.Since)
}

// sell serves all segments: who lacks room serves the same part of what each of
// them asks. Those turned away try the others of their segment once; who finds
// nobody goes without.
func (w *World) sell() (full []CompanyID) {
	short := uint64(0) // segments with customers turned away, a bit each
	companies := w.companies
	spares, free, n, m := w.room.spare[:len(companies)], w.room.free, uint(0), uint(0)
	for _, c := range w.sc.shops {
		co := &companies[c]
		co.Walked = 0
		room := co.room()
		room &^= room >> 63 // nothing where it is less than that
		free[n%MaxCompanies] = c
		if co.Wanted > room {
			if !co.shared(room) {
				w.ration(c, room)
			}
			spares[c] = -1
			w.room.full[m%MaxCompanies] = c
			m++
			short |= w.sc.companies[c].serves
			continue
		}
		n++
		offers := units.H100e(-co.Offers >> 15) // all bits, or none: who offers nothing has none to spare
		if uint16(co.Shares^sharesFull)&uint16(offers) != 0 {
			w.serveAll(c)
		}
		co.Served, spares[c] = co.Wanted, (room-co.Wanted)&offers
		co.AwayLevel &^= uint8(offers) // forgotten only by who offers something
	}
	for ; short != 0 && on(w.sc.setup.Switches.Overflow); short &= short - 1 {
		w.overflow(SegmentID(bits.TrailingZeros64(short)), free[:n])
	}
	return w.room.full[:m]
}

// cashAll takes the money of a week's customers, and tells of those whom companies that
// lack room have turned away.
func (w *World) cashAll(full []CompanyID) {
	for s := 1; s < len(w.segments); s++ {
		w.segments[s].Revenue += w.segments[s].Takings
	}
	companies, total, customers := w.companies, w.total[:len(w.companies)], till{}
	for _, c := range w.sc.shops { // of who offers nothing, nothing is asked: see the audit
		customers.gives(&companies[c], &total[c], FlowServing, companies[c].Takings)
	}
	w.book(Customers, &customers)
	for i, word := range w.paying {
		for rows := (setBits{64*i + 1, word}); rows.left != 0; {
			w.noteFees(CompanyID(rows.next()))
		}
	}
	for _, c := range full {
		co := &companies[c]
		if away := co.Wanted - co.Served; away*turnedAwayNews > co.Wanted {
			w.turnAway(c, away)
		} else if away*(2*turnedAwayNews) <= co.Wanted {
			co.AwayLevel = 0
		}
	}
	for _, c := range w.sc.selling {
		companies[c].bearSelling(companies[c].Takings)
	}
}

// noteFee notes whether a company serves a segment under a licence.
func (w *World) noteFee(s SegmentID, c CompanyID, licensed bool) {
	set := &w.underFee[c]
	*set = *set&^(1<<s) | uint64(countIf(licensed))<<s
	at := uint(c) - 1
	w.paying[at>>6&1] = w.paying[at>>6&1]&^(1<<(at&63)) | uint64(countIf(*set != 0))<<(at&63)
}

// noteFees notes what a company sold under licences, in some segments.
func (w *World) noteFees(c CompanyID) {
	for set := w.underFee[c]; set != 0; set &= set - 1 {
		p := w.product(SegmentID(bits.TrailingZeros64(set)), c)
		w.clauses[p.Licence].Delivered += int64(p.Takings)
	}
}

// bearSelling has overheads follow what is sold in a week: of those in Scenario.selling.
func (co *Company) bearSelling(takings units.USD) {
	cost := units.USD(co.Selling.Of(int64(takings)))
	co.Overhead += cost - co.SoldFor
	co.SoldFor = cost
}

// serveAll serves all that is asked of a company.
func (w *World) serveAll(c CompanyID) {
	co := &w.companies[c]
	for _, s := range w.sold(c) {
		if p := w.product(s, c); p.Served != p.Wanted {
			w.serve(&w.segments[s], co, p, p.Wanted)
		}
	}
	co.Shares = sharesFull
}

// How the segments that a company serves share what there is: each of them gets just what
// it asks, or they have shared out a room, of which the number less one is left over, and
// nothing was asked or priced anew since; or anything else.
const (
	sharesAnew = 0
	sharesFull = 255
)

// shared tells whether just so much room is shared out, and stands.
func (co *Company) shared(room units.H100e) bool {
	left := co.Shares - 1
	return left < sharesFull-1 && co.Served+units.H100e(left) == room
}

// ration shares out a company's room over the segments it serves.
func (w *World) ration(c CompanyID, room units.H100e) {
	co, left := &w.companies[c], room
	part := float64(room) / float64(co.Wanted)
	co.Shares, co.Served = sharesAnew, 0
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		if !p.On {
			continue
		}
		use := units.H100e(units.Whole(float64(float64(p.Wanted)*part)-0.5, maxExact)) // less than is wanted
		takes := p.compute(use)
		if takes > left { // by a rounding
			use, takes = p.fitting(left, use)
		}
		left -= takes
		co.Served += takes
		takings := units.ShortWeekRent(p.Price, use)
		if !units.WeekFits(p.Price, use) {
			takings = units.WeekRent(p.Price, use)
		}
		w.note(&w.segments[s], co, p, use, takings)
	}
	if uint64(left) < sharesFull-1 {
		co.Shares = uint8(left) + 1
	}
}

// turnedAwayNews is the inverse of the share of customers turned away that makes
// an event.
const turnedAwayNews = 20

// turnAway tells of customers turned away, once while that lasts, and again when it has
// become an outage or has hit half of them. Who stands for many has no name that the public
// could hold it against: where some of them are full, others are not.
func (w *World) turnAway(c CompanyID, away units.H100e) {
	if !w.sc.Ranked(c) {
		return
	}
	co := &w.companies[c]
	out := countIf(away*outage > co.Wanted)
	co.Trust = atLeast(co.Trust-float64(w.anger(outageTrust)*float64(out)), 0)
	level := uint8(1 + out + countIf(away*2 > co.Wanted))
	if level > co.AwayLevel {
		co.AwayLevel = level
		w.emit(Event{Kind: EventTurnedAway, By: c, Qty: int64(away), Amount: int64(units.WeekRent(co.Worth, units.H100eScale) - co.Takings)})
	}
}

// served is the share of customers' wishes met last week, 1 when there were none.
func (c *Company) served() float64 {
	if c.Wanted <= 0 {
		return 1
	}
	return float64(min(c.Served, c.Wanted)) / float64(c.Wanted)
}
