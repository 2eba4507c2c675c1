package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/market"
	"entangle/sim/units"
)

// deliver brings chips into the world: those that were being installed become
// ready, and each designer builds what its capacity and its backlog allow and
// shares it out.
func (w *World) deliver() {
	w.install()
	w.callDeposits()
	w.beginRentals()
	for f := 1; f < len(w.families); f++ {
		w.build(FamilyID(f))
	}
}

// couldRun is the compute of the idle chips at a site that more power starts.
func (w *World) couldRun(site SiteID, add units.KW) (sum units.H100e) {
	for at := w.sites[site].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		n := min(f.Ready-f.Running, f.fit(add))
		sum += units.H100e(n) * w.families[f.Family].H100e
		add -= f.draw(n)
	}
	return sum
}

// install makes ready what has been installed for long enough.
func (w *World) install() {
	slot := int(w.head.Tick) % installSlots
	for i := 1; i < len(w.fleets); i++ {
		f := &w.fleets[i]
		if f.Coming > 0 {
			f.Ready += f.Installing[slot]
			f.Coming -= f.Installing[slot]
			f.Installing[slot] = 0
		}
		if f.From != 0 && f.From <= w.Date() {
			f.From = 0
			f.Posted = f.postable()
		}
	}
}

// build has a designer make a family for a week and hands it to those waiting.
func (w *World) build(id FamilyID) {
	f := &w.families[id]
	if f.Shut {
		return
	}
	rate := f.Carry + f.Rate
	if f.PerWafer == 0 {
		draw := w.stream(streamSupply, w.sc.families[id].key)
		f.Shock += float64(f.Noise*draw.Normal()) - f.Shock/f.Memory
		years := float64(w.head.Tick) / weeksAYear
		rate += float64(f.Supply * detmath.Exp(float64(f.Growth*years)+f.Shock))
	}
	f.Capacity = units.Chips(units.FromFloat(rate-0.5, 0, maxExact))
	f.Carry = min(rate-float64(f.Capacity), 1)
	f.Built = 0
	w.whoWaits(f, id)
	w.share(min(f.Capacity, f.Backlog-f.Held))
}

// whoWaits notes the orders that wait for a family, and counts the chips that are
// not wanted before a later day.
func (w *World) whoWaits(f *Family, id FamilyID) {
	who, need, weight := w.room.who[:0], w.room.need[:0], w.room.weight[:0]
	f.Held = 0
	look, haste := w.head.Tick%lookEvery == 1, w.haste(id)
	for at := f.Book; at != 0; at = w.clauses[at].Behind {
		c := &w.clauses[at]
		k, open := &w.contracts[c.Contract.row()], c.unbuilt()
		c.Now = 0
		switch {
		case k.Start > w.Date():
			f.Held += units.Chips(open)
		case open > 0 && k.Missed == 0: // nobody builds for who owes money
			if c.Rank == 0 || look {
				c.Rank = w.rank(k, c, haste)
			}
			rank := c.Rank
			if open*begunPart <= c.Qty {
				rank *= begunWeight
			}
			who, need, weight = append(who, at), append(need, open), append(weight, rank)
		}
	}
	w.room.who, w.room.need, w.room.weight = who, need, weight
}

// unbuilt is what an order for chips still waits to have built.
func (c *Clause) unbuilt() int64 { return c.Qty - c.Delivered - c.Built }

// Designers close what they have begun: once half of an order has come, the rest
// weighs as much more as lets it pass all others. By choice; without it each order
// would trickle for a year or more.
const (
	begunPart   = 2 // its inverse
	begunWeight = 100
)

// share rations n new chips of a family among the clauses that wait for them.
func (w *World) share(n units.Chips) {
	who, need := w.room.who, w.room.need
	got := w.room.got[:len(need)]
	market.Ration(need, w.room.weight, got, int64(n), w.room.sums(len(who)))
	by, due := CompanyID(0), units.USD(0)
	for i, at := range who {
		if got[i] == 0 {
			continue
		}
		c := &w.clauses[at]
		if c.From != by {
			w.pay(PartyOf(by), Foundries, FlowBuilding, due)
			by, due = c.From, 0
		}
		due += w.buildFor(c, units.Chips(got[i]), due)
		if c.Built*lots >= c.Qty || c.unbuilt() == 0 && c.Built > 0 {
			w.handOver(c)
		}
	}
	w.pay(PartyOf(by), Foundries, FlowBuilding, due)
}

// lots is in how many an order is shipped, about. By choice: few want a lorry each week.
const lots = 4

// rank is a waiting buyer's weight when chips are short: those who prepaid come
// before those who did not. Designers look at it every few weeks.
func (w *World) rank(k *Contract, c *Clause, haste float64) int64 {
	prepaid := units.PPM(0)
	if p := w.priceOf(k, c); p != nil {
		prepaid = p.Share
	}
	return w.pull(c.To, c.Family, prepaid, c.Share, haste)
}

// buildFor builds chips for an order and returns what that costs the designer, who
// owes due for others.
func (w *World) buildFor(c *Clause, n units.Chips, due units.USD) units.USD {
	fam := &w.families[c.Family]
	if cash := w.companies[c.From].Cash - due; fam.UnitCost*units.USD(n) > cash {
		n = units.Chips(cash / fam.UnitCost) // a designer without cash builds less
	}
	fam.Made += n
	fam.Built += n
	fam.Backlog -= n
	c.Built += int64(n)
	return fam.UnitCost * units.USD(n)
}

// handOver delivers what is built for an order and starts its installation. The buyer
// pays when the contract settles.
func (w *World) handOver(c *Clause) {
	n := c.Built
	w.expect(c, -1)
	c.Built, c.Now = 0, n
	c.Delivered += n
	w.expect(c, +1)
	if k := &w.contracts[c.Contract.row()]; k.Turn != 0 {
		k.Turn = turnOf(w.head.Tick)
	}
	w.startInstall(c.Fleet, units.Chips(n), 1, w.sites[c.Site].Install)
	if t := w.dealer(c.To, c.Family); w.Date() >= t.Last.AddWeeks(lookEvery) {
		w.deal(c.To, c.Family, 0) // more often would move nothing
	}
	w.emit(Event{Kind: EventChipsDelivered, Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From,
		Family: c.Family, Ref: Ref{OfSite, int32(c.Site)}, Qty: n * int64(w.families[c.Family].H100e)})
}

// startInstall puts chips of a worth into the installation of a fleet; they are ready in
// the given number of weeks, at once for none.
func (w *World) startInstall(fleet int32, n units.Chips, worth float64, weeks int32) {
	f := &w.fleets[fleet]
	f.blend(n, worth)
	if weeks <= 0 {
		f.Ready += n
		return
	}
	slot := int(w.head.Tick+weeks) % installSlots
	f.Installing[slot] += n
	f.Coming += n
}

// weeksAYear is the mean number of weeks in a year.
const weeksAYear = 52.1786
