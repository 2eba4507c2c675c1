package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// deliver brings chips into the world: those that were being installed become
// ready, and each designer closes the month of a family in its turn: calls for deposits,
// builds what its capacity and its backlog allow, and shares it out.
func (w *World) deliver() {
	w.install()
	w.beginRentals()
	if w.head.Tick%billWeeks == 0 {
		for _, f := range w.sc.ownSupply {
			w.supplyItself(f)
		}
	}
	for f := firstInTurn(w.head.Tick); int(f) < len(w.families); f += billWeeks {
		if row := &w.families[f]; !row.Shut {
			w.callDeposits(row, f)
			w.build(row, f)
			w.share(row, f)
		}
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
	slot := int(uint(w.head.Tick) % installSlots)
	arriving := w.arriving(slot)[:w.fleetWords()]
	for i, word := range arriving {
		arriving[i] = 0
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			at := rows.next()
			f := &w.fleets[at]
			n := f.Installing[slot]
			f.Ready += n
			f.Coming -= n
			f.Installing[slot] = 0
			w.switchOn(int32(at), n)
		}
	}
	if w.head.Opens != 0 && w.head.Opens <= w.Date() {
		w.beginOffers()
	}
}

// arriving is the fleets for which chips become ready in a week (modulo installSlots),
// a bit each.
func (w *World) arriving(slot int) []uint64 {
	n := int(uint(len(w.arrivals)) / installSlots)
	return w.arrivals[slot*n:][:n]
}

// beginOffers lets the offers whose first day has come begin, and notes when the next does.
func (w *World) beginOffers() {
	w.head.Opens = 0
	for i := 1; i < len(w.fleets); i++ {
		if f := &w.fleets[i]; f.From != 0 && f.From <= w.Date() {
			f.From = 0
			f.Posted = f.postable()
			w.reoffer(int32(i))
		} else if f.From != 0 {
			w.noteOffer(f.From)
		}
	}
}

// noteOffer notes that an offer begins on a later day.
func (w *World) noteOffer(day units.Date) {
	if w.head.Opens == 0 || day < w.head.Opens {
		w.head.Opens = day
	}
}

// build has a designer make a family for a month: as many as are asked for, can be built
// and can be paid. Makers of supplies get their part of what foundries take for them.
func (w *World) build(f *Family, id FamilyID) {
	weeks := min(billWeeks, w.head.Tick+1)
	rate := f.Carry + float64(float64(weeks)*(f.Rate+f.Own))
	most := units.Chips(units.Whole(rate-0.5, maxExact))
	f.Carry = min(rate-float64(most), 1)
	f.Capacity = (most + units.Chips(weeks) - 1) / units.Chips(weeks)
	co := &w.companies[w.sc.families[id].designer]
	f.Built = min(most, f.toBuild())
	if cash := max(co.Cash, 0); f.UnitCost*units.USD(f.Built) > cash {
		f.Built = units.Chips(cash / f.UnitCost)
	}
	f.Made += f.Built
	f.Stock += f.Built
	w.pay(PartyOf(w.sc.families[id].designer), Foundries, FlowBuilding, f.UnitCost*units.USD(f.Built))
	if w.chain.Made && f.PerWafer > 0 && f.Built > 0 {
		w.payMakers(f, id)
	}
}

// supplyItself notes how many chips of a family that needs no wafers of the world's can be
// made in a week of the coming month, with the shocks to it: such lines are planned by the
// month as all others, see supply.
func (w *World) supplyItself(id FamilyID) {
	f := &w.families[id]
	if f.Shut {
		return
	}
	draw := w.stream(streamSupply, w.sc.families[id].key)
	f.Shock += float64(float64(planNoise*f.Noise)*draw.Normal()) - float64(f.Shock*min(billWeeks/f.Memory, 1))
	years := float64(w.head.Tick) / weeksAYear
	f.Own = float64(f.Supply * detmath.Exp(float64(f.Growth*years)+f.Shock))
}

// toBuild is how many chips of a family are ordered, wanted soon and not built.
func (f *Family) toBuild() units.Chips { return max(0, f.Backlog-f.Held-f.Stock) }

// waited is how many chips of a family are waited for beyond those in stock.
func (f *Family) waited() units.Chips { return max(0, f.Backlog-f.Stock-f.Withheld) }

// turn is the week of four in which a family is shared out, see turnOf.
func (f *Family) turn(id FamilyID) uint8 { return turnOf(int32(id)) }

// whoWaits notes the orders that wait for a family and of how many chips, and counts
// the chips that are not wanted before it is shared out again. It returns how many are
// waited for.
func (w *World) whoWaits(f *Family) (all int64) {
	who, need := w.room.who[:0], w.room.need[:0]
	today, held, withheld := w.Date(), int64(0), int64(0)
	clauses, contracts, burdened, soon := w.clauses, w.contracts, len(w.burdens) > 0, today.AddWeeks(billWeeks)
	for at := f.Book; at != 0; {
		c := &clauses[at]
		k, open := &contracts[c.Contract.row()], c.Qty-c.Delivered
		if burdened {
			kept := w.account(c.To, c.Family).barred().Of(open)
			open, held, withheld = open-kept, held+kept, withheld+kept
		}
		if c.Now != 0 {
			c.Now = 0
			if p := w.priceOf(c); p != nil && p.Owed == 0 { // else it is billed each week
				p.Now = 0
			}
		}
		switch {
		case k.Start >= soon:
			held += open
		case k.Start <= today && open > 0 && k.Missed == 0: // nobody ships to who owes money
			if most := w.takesIn(c); most > 0 && open > most {
				held += max(0, open-2*most) // as much again a month later
				open = most
			}
			who, need = append(who, at), append(need, open)
			all += open
		}
		at = c.Behind
	}
	f.Held, f.Withheld = units.Chips(held), units.Chips(withheld)
	w.room.who, w.room.need = who, need
	return all
}

// takesIn is how many chips of an order its site can take in at a time, 0 any: racks are
// brought in, wired and filled by crews.
func (w *World) takesIn(c *Clause) int64 {
	if w.params.Intake == 0 {
		return 0
	}
	return max(int64(fitOf(billWeeks*w.params.Intake, w.wattsAt(c.Site, c.Family))), 1)
}

// share shares out what is built of a family among the orders that wait for it: all
// get what they wait for, or it is rationed. A few chips may stay in stock.
func (w *World) share(f *Family, id FamilyID) {
	if stock := int64(f.Stock); w.whoWaits(f) > stock {
		w.shareShort(id, stock)
	}
	for i, at := range w.room.who {
		if n := w.room.need[i]; n > 0 {
			w.handOver(&w.clauses[at], n)
		}
	}
}

// handOver delivers n chips under an order and starts their installation. The buyer
// pays at once, if he can.
func (w *World) handOver(c *Clause, n int64) {
	fam := &w.families[c.Family]
	p := w.priceOf(c)
	w.expectLess(c, p, n)
	w.earnAdvance(c, n)
	c.Now = n
	c.Delivered += n
	fam.Stock -= units.Chips(n)
	fam.Backlog -= units.Chips(n)
	w.startInstall(c.Fleet, units.Chips(n), 1, int32(w.sites[c.Site].Install))
	w.noteDeal(c.To, c.Family, 0)
	if len(w.burdens) > 0 {
		w.payDuties(c, w.account(c.To, c.Family), n)
	}
	w.emit(Event{Kind: EventChipsDelivered, Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From,
		Family: c.Family, Ref: Ref{OfSite, int32(c.Site)}, Qty: n * int64(fam.H100e)})
	w.settleOrder(c, p, n)
}

// startInstall puts chips of a worth into the installation of a fleet; they are ready in
// the given number of weeks, at once for none.
func (w *World) startInstall(fleet int32, n units.Chips, worth float64, weeks int32) {
	f := &w.fleets[fleet]
	f.blend(n, worth)
	if weeks <= 0 {
		f.Ready += n
		w.shiftSite(f.Site)
		return
	}
	slot := int(uint(w.head.Tick+weeks) % installSlots)
	f.Installing[slot] += n
	w.comeIn(f, n)
	w.arriving(slot)[uint(fleet)/64] |= 1 << (uint(fleet) % 64)
}

// weeksAYear is the mean number of weeks in a year.
const weeksAYear = 52.1786
