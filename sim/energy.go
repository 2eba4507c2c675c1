package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// closeMeters reckons what companies pay for power each week, where what they draw, a
// price or a contract has changed. Meters are read by the month, a company's in its turn:
// a week's bill stands until then.
func (w *World) closeMeters() {
	read := metersRead(w.head.Tick)
	for i, word := range w.unbilled {
		w.unbilled[i] = word &^ read
		for rows := (setBits{64 * i, word & read}); rows.left != 0; {
			w.closeMeter(CompanyID(rows.next()))
		}
	}
}

// metersRead is the companies of a word whose turn it is in a week, a bit each; in the first
// all.
func metersRead(tick int32) uint64 {
	const inTurn = ^uint64(0) / (1<<billWeeks - 1) // every fourth bit
	if tick == 0 {
		return ^uint64(0)
	}
	return inTurn << (uint32(tick) % billWeeks)
}

// closeMeter does it for a company: turbines burn gas, contracts cost what they cost,
// and the grid has a meter in each region. Where nothing can be built it is paid site
// by site.
func (w *World) closeMeter(c CompanyID) {
	co := &w.companies[c]
	co.PowerBill = 0
	switch {
	case w.cutOff(c):
		co.DealBill = 0
		w.forgetBought(c)
		return
	case len(w.ties) == 1:
		for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
			co.PowerBill += w.regions[w.sc.sites[s].region].week(w.sites[s].Used)
		}
		return
	case co.DealBill == 0 && co.InUse[useDeals] != 0: // else it stands until a contract begins or ends
		co.DealBill = w.dealBill(c)
	}
	co.PowerBill = co.OwnBill + co.DealBill
	ties := w.ties[int(c)*len(w.regions):][:len(w.regions)]
	for set := w.drawing[c]; set != 0; set &= set - 1 {
		for r := bits.TrailingZeros64(set); ; {
			co.PowerBill += w.gridBill(RegionID(r), &ties[r]) // nothing where nothing is drawn any more
			if r += 64; r >= len(ties) {
				break
			}
		}
	}
}

// charge sets the price that a region's grid takes from now on.
func (w *World) charge(r *Region) {
	r.Charged, r.Week = r.Energy, w.weekOf(r.Energy)
}

// gridBill is what a company pays the grid of a region for what its contracts do
// not cover, and what it promised the neighbours on all of it.
func (w *World) gridBill(r RegionID, t *Tie) units.USD {
	row := &w.regions[r]
	open := row.week(max(0, t.Drawn-t.Bought))
	if more := max(t.surcharge(), -units.One); more != 0 {
		open += usd(more.Of(int64(row.week(t.Drawn))))
	}
	return open
}

// week is what a power drawn from the grid of the region costs for the week, by the
// price of a kilowatt for it: that is rounded once, to a millionth of a dollar.
func (r *Region) week(power units.KW) units.USD {
	return units.USD((int64(power)*r.Week + int64(microUSD)/2) / int64(microUSD))
}

// weekOf is the price in micro-dollars of a kilowatt for a week at the mean load.
func (w *World) weekOf(energy units.Price) int64 {
	const megawattHours = 1000 * int64(units.One)
	return (int64(energy)*hoursAWeek*int64(w.params.Load) + megawattHours/2) / megawattHours
}

// surcharge is what promises add to the cost of energy, as a share of it.
func (t *Tie) surcharge() (sum units.PPM) {
	if t.Promises&(1<<PactWater) != 0 {
		sum += bonusShare
	}
	if t.Promises&(1<<PactBills) != 0 {
		sum += billsShare
	}
	return sum + t.Extra
}

// dealBill is what a company's energy contracts cost for the week, used or not.
func (w *World) dealBill(c CompanyID) (sum units.USD) {
	w.forgetBought(c)
	for use := w.inUse(c, useDeals); use.left != 0; {
		if d := &w.deals[use.next()]; d.Live {
			w.tie(c, w.sc.sites[d.Site].region).Bought += d.Power
			sum += units.Energy(d.Price, d.Power, hoursAWeek, w.params.Load)
		}
	}
	return sum
}

// forgetBought begins a week of what a company's contracts cover.
func (w *World) forgetBought(c CompanyID) {
	for use := w.inUse(c, useDeals); use.left != 0; {
		w.tie(c, w.sc.sites[w.deals[use.next()].Site].region).Bought = 0
	}
}

// expire starts an energy contract on its day and ends it on its last.
func (w *World) expire(d *Deal) {
	owner := w.sc.sites[d.Site].owner
	d.Live = d.Live || d.Start <= w.Date()
	w.companies[owner].DealBill = 0 // so that it is reckoned anew
	w.rebill(owner)
	if d.End > w.Date() {
		return
	}
	site := d.Site
	w.emit(Event{Kind: EventEnergyEnded, By: owner, Ref: Ref{OfSite, int32(site)}, Amount: int64(d.Power)})
	w.tie(owner, w.sc.sites[site].region).Bought = 0
	*d = Deal{}
	w.closes(owner, site)
}

// freeDeal is a row of a company's energy contracts that is free, or nil.
func (w *World) freeDeal(c CompanyID) *Deal {
	if at := w.freeSlot(c, useDeals); at != 0 {
		return &w.deals[at]
	}
	return nil
}
