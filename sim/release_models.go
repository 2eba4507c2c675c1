package sim

import (
	"math/bits"

	"entangle/sim/detmath"
	"entangle/sim/units"
)

// What a release brings: play.md 6 (events 1, 20, 22), economics.md 5; where they
// are silent, invented.
const (
	scandal      = 0.15 // chance on release without a test,
	scandalFades = 0.8  // and its log fall with each week of tests
	scandalTrust = 6.0  // points
	scandalWeeks = 3    // until it is on offer again
	openTrust    = 3.0  // points
	openTells    = 0.15 // of what others do not know, that they learn from open weights of a company
	quietWeeks   = 4    // that a model in a drawer stays unheard of,
	leaks        = 0.06 // and the chance in a week after them that it does not
	leakTells    = openTells / 2
	shockCost    = 0.5 // serving cost over that of the cheapest model near the frontier until then,
	shockGap     = 4.5 // and points behind the frontier, of an open model that moves markets: R1 was 3.1 behind, as well as an index knows
	nearGap      = 4.0 // points behind the frontier, of models near it
	tunedBoost   = 1.5 // points
	gamedBoost   = 3.0
	exposedOpen  = 0.10 // chance in a week that a special build is found out
	exposedShut  = 0.02
	exposedTuned = 0.5  // of it, where it is only tuned
	exposedTrust = 8.0  // points
	doubtOf      = 2.0  // times what was shown too much, customers take off what boards say of the company
	doubtFades   = 52.0 // weeks
)

// distrust takes points off what the public thinks of a company; less than none adds.
func (co *Company) distrust(points float64) { co.Trust = min(max(co.Trust-points, 0), 100) }

// refresh reckons what follows from the rows of a company's models: what customers
// find there, and what is still to be watched.
func (w *World) refresh(c CompanyID) {
	before := w.companies[c].Quality
	w.reckonModels(c)
	switch q := w.companies[c].Quality; {
	case q >= w.head.Frontier:
		w.head.Frontier = q
	case before == w.head.Frontier:
		w.findFrontier()
	}
}

// reckonModels is refresh without the frontier.
func (w *World) reckonModels(c CompanyID) {
	lab := &w.labs[c]
	lab.Gamed, lab.Shelf, lab.Testing, lab.Best = 0, 0, 0, 0
	from, _ := modelsOf(c)
	w.drawers[c], w.choices[c] = 0, notSifted
	rows, boards := (*[8]Model)(w.models[from:]), on(w.sc.setup.Switches.Gaming)
	for set := finished(rows); set != 0; set &= set - 1 {
		m := from + ModelID(bits.TrailingZeros8(set))
		row := &rows[m-from]
		felt := row.shown(lab.Doubt, boards) - row.Warmth
		if countIf(m == w.head.Shelf.Open)&countIf(felt != row.Felt) != 0 {
			w.head.Shelf.Since = w.head.Tick
		}
		row.Felt = felt
		switch {
		case row.State == ModelOffered:
			if row.Boost > 0 {
				lab.Gamed++
			}
			if lab.Best == 0 || row.beats(&w.models[lab.Best]) {
				lab.Best = m
			}
		case row.State == ModelDrawer:
			w.drawers[c] |= 1 << (m - from)
			if !row.Leaked {
				lab.Shelf++
			}
		case lab.Testing == 0 || row.Test < lab.Testing:
			lab.Testing = row.Test
		}
	}
	co := &w.companies[c]
	before := co.Quality
	co.Quality = 0
	if lab.Best != 0 {
		co.Quality = w.appealing(lab.Best)
		if co.Price == 0 {
			w.firstPrice(c)
		}
	}
	if co.Quality != before {
		w.changed(c)
	}
}

// finished has a bit for each place of a company with a model that is finished: which they
// are nobody could guess. It does not compile if a company has other than eight places.
func finished(rows *[modelsPerCompany]Model) (set uint8) {
	set = rows[0].finished() | rows[1].finished()<<1 | rows[2].finished()<<2 | rows[3].finished()<<3
	return set | rows[4].finished()<<4 | rows[5].finished()<<5 | rows[6].finished()<<6 | rows[7].finished()<<7
}

// finished is 1 for a model that is, else 0: beyond ModelMaking the difference has the top bit.
func (m *Model) finished() uint8 { return uint8(ModelMaking-m.State) >> 7 }

// findFrontier notes the best model that anybody offers.
func (w *World) findFrontier() { w.head.Frontier = w.bestQuality() }

// bestQuality looks for the best quality that a company has on offer.
func (w *World) bestQuality() (best float64) {
	for _, c := range w.sc.owners {
		best = max(best, w.companies[c].Quality)
	}
	return best
}

// firstPrice has a company that begins to serve offer its model in the segments that
// it can sell to, at the price at which each is at ease.
func (w *World) firstPrice(c CompanyID) {
	for _, s := range w.sold(c) {
		p := w.product(s, c)
		if w.sc.segments[s-1].need != NeedModel || p.Price > 0 {
			continue
		}
		p.Price, p.Cost = price(units.FromFloat(w.segments[s].Reference, int64(minPrice), int64(maxRent))), 1
		w.companies[c].Price = p.Price
	}
}

// endTests puts models on offer whose tests are over.
func (w *World) endTests(c CompanyID) {
	from, to := modelsOf(c)
	for m := from; m < to; m++ {
		if row := &w.models[m]; row.State == ModelTesting && row.Test <= w.Date()+7 {
			w.launch(c, m)
		}
	}
	w.refresh(c)
}

// launch puts a model on offer, unless it says something that its maker must take
// back: the less it was tested, the likelier.
func (w *World) launch(c CompanyID, m ModelID) {
	row, before := &w.models[m], w.head.Frontier
	row.State, row.Released = ModelOffered, w.Date()+7
	w.listed(c)
	w.calls(c, AreaRelease) // boards
	w.labs[c].Released++
	if w.scandalous(c, m) {
		row.State, row.Rolled, row.Test = ModelTesting, true, w.Date()+7*(scandalWeeks+1)
		w.labs[c].Released--
		w.companies[c].distrust(scandalTrust)
		w.emit(Event{Kind: EventScandal, By: c, Ref: Ref{OfModel, int32(m)}, Qty: scandalWeeks})
		return
	}
	q := w.appealing(m)
	e := w.emit(Event{Kind: EventModelReleased, By: c, Order: OrderRelease, Ref: Ref{OfModel, int32(m)}, Qty: points(w.shown(m)), Amount: int64(row.Mode)})
	if row.Mode == ReleaseOpen {
		w.openUp(c, m, e)
	}
	if q > before {
		w.emit(Event{Kind: EventFrontierMoved, Cause: e, By: c, Ref: Ref{OfModel, int32(m)}, Qty: points(q), Amount: points(before)})
	}
}

// scandalous draws whether a release goes wrong.
func (w *World) scandalous(c CompanyID, m ModelID) bool {
	row := &w.models[m]
	if row.Rolled {
		return false
	}
	draw := w.stream(streamTest, w.runKey(c, row.Serial))
	return draw.Float64() < float64(scandal*detmath.Exp(-float64(scandalFades*float64(row.Tested))))
}

// openUp is what open weights bring: developers, and what others learn from them.
func (w *World) openUp(c CompanyID, m ModelID, cause EventID) {
	w.companies[c].distrust(-openTrust)
	w.tell(c, openTells)
	if w.appealing(m) <= w.head.Frontier-shockGap {
		return
	}
	if usual := w.costBefore(m); usual > 0 && w.models[m].Cost < float64(shockCost*usual) {
		part := w.models[m].Cost / usual
		w.emit(Event{Kind: EventEfficiencyShock, Cause: cause, By: c, Ref: Ref{OfModel, int32(m)},
			Qty:    units.Whole(float64(part*float64(units.One)), maxExact),
			Amount: units.Whole(float64(w.shakeSellers(part)*float64(units.One)), int64(units.One))})
		w.famed(c)
	}
}

// costBefore is the serving cost of the cheapest other model near the frontier, 0 if there
// is none. Who is known for none near it has none; of the model's own maker that is not noted
// yet.
func (w *World) costBefore(m ModelID) (least float64) {
	near, maker := w.head.Frontier-nearGap, w.sc.ModelOwner(m)
	for _, c := range w.sc.owners {
		if w.companies[c].Quality < near && c != maker {
			continue
		}
		from, to := modelsOf(c)
		for o := from; o < to; o++ {
			if cost := w.models[o].Cost; o != m && w.offered(o) && w.appealing(o) >= near && (least == 0 || cost < least) {
				least = cost
			}
		}
	}
	return least
}

// watchDrawer lets out how models were made that lie finished in a drawer for long:
// others learn from it as from open weights, and half as much.
func (w *World) watchDrawer(c CompanyID) {
	from, _ := modelsOf(c)
	for set := w.drawers[c]; set != 0; set &= set - 1 {
		m := from + ModelID(bits.TrailingZeros8(set))
		row := &w.models[m]
		if row.Leaked || w.Date() < row.Finished+7*quietWeeks {
			continue
		}
		if draw := w.stream(streamLeak, w.runKey(c, int32(m))); draw.Float64() < inMonth(leaks) {
			row.Leaked = true
			w.emit(Event{Kind: EventModelLeaked, By: c, Ref: Ref{OfModel, int32(m)}, Qty: points(row.Quality)})
			w.tell(c, leakTells)
			w.reckonModels(c)
		}
	}
}

// tell has other makers of models learn a part of what a company knows and they do
// not.
func (w *World) tell(c CompanyID, part float64) {
	know := w.companies[c].Know
	for _, other := range w.sc.labs {
		if co := &w.companies[other]; other != c && co.Know+co.Absorb < know {
			co.Absorb += float64(part * (know - co.Know - co.Absorb))
		}
	}
}

// watchBoards lets builds for boards be found out.
func (w *World) watchBoards(c CompanyID) {
	from, to := modelsOf(c)
	for m := from; m < to; m++ {
		row := &w.models[m]
		if row.Boost == 0 || row.State != ModelOffered {
			continue
		}
		if draw := w.stream(streamBoard, w.runKey(c, int32(m))); draw.Float64() < inMonth(exposure(row.Entered, row.Mode == ReleaseOpen)) {
			w.expose(c, m)
		}
	}
}

// boostOf is what boards show too much for a way to enter them.
func boostOf(e Entry) float64 {
	switch e {
	case EntryTuned:
		return tunedBoost
	case EntrySpecial:
		return gamedBoost
	}
	return 0
}

// exposure is the chance in a week that it is found out: anybody can try open weights.
func exposure(e Entry, open bool) float64 {
	chance := exposedShut
	if open {
		chance = exposedOpen
	}
	if e == EntryTuned {
		return float64(chance * exposedTuned)
	}
	return chance
}

// expose tells everybody that boards showed a model better than it is: customers
// doubt whatever boards say of its maker for a while.
func (w *World) expose(c CompanyID, m ModelID) {
	row := &w.models[m]
	w.emit(Event{Kind: EventExposed, By: c, Ref: Ref{OfModel, int32(m)}, Qty: points(row.Boost), Amount: points(row.Quality)})
	w.companies[c].distrust(exposedTrust)
	w.labs[c].Doubt += float64(doubtOf * row.Boost)
	row.Boost = 0
	w.refresh(c)
}

// forgive lets a month's doubt fade.
func (w *World) forgive(c CompanyID) {
	lab := &w.labs[c]
	if lab.Doubt -= float64(lab.Doubt*billWeeks) / doubtFades; lab.Doubt < 0.05 {
		lab.Doubt = 0
	}
	w.refresh(c)
}
