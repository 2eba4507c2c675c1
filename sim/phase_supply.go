package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// supply says how many chips of each packaged family can be built in a week of the coming
// month: lines are planned by the month.
// Designers share the world's packaging by what they have booked; who needs less
// leaves the rest to the others. A designer splits its wafers over its families
// as its backlog asks, as slowly as systems follow wafers. Memory caps the sum.
// Families without wafers have a supply of their own (build).
func (w *World) supply() {
	if w.chain.Wafers == 0 || w.head.Tick%billWeeks != 0 {
		return
	}
	w.growChain()
	w.shareWafers()
	w.splitWafers()
	w.fitMemory()
	w.tellCap()
}

// growChain moves the world's packaging and memory to this week. What is
// delivered now was packaged a lag ago.
func (w *World) growChain() {
	k := &w.chain
	if k.Noise > 0 {
		draw := w.stream(streamPackaging, 0)
		k.Shock += float64(float64(planNoise*k.Noise)*draw.Normal()) - float64(k.Shock*min(billWeeks/k.Fade, 1))
	}
	if k.Made {
		w.growMade()
		return
	}
	years := float64(w.head.Tick) / weeksAYear
	k.Packable = float64(k.Wafers * detmath.Exp(float64(k.Growth*(years-k.Lag/weeksAYear))+k.Shock))
	k.CanStack = float64(k.GB * detmath.Exp(float64(k.GBGrowth*years)))
}

// growMade is the same where companies make packaging or memory: what they ordered
// comes, and by the quarter prices follow what is booked.
func (w *World) growMade() {
	k := &w.chain
	w.extend(SupplyPackaging, k.Lag)
	w.extend(SupplyMemory, 0)
	if w.head.Tick%pricedWeeks == 0 {
		w.priceSupply(SupplyPackaging, k.Packable, k.Packed >= float64(k.CanPack*(1-capSlack)))
		w.priceSupply(SupplyMemory, k.CanStack, k.Stacked >= float64(k.CanStack*(1-capSlack)))
		w.chargeSupplies()
	}
	weeks := float64(w.head.Tick)
	k.Packable = float64(w.maker(SupplyPackaging).capacityAt(k.Wafers, k.Growth, weeks-k.Lag) * detmath.Exp(k.Shock))
	k.CanStack = w.maker(SupplyMemory).capacityAt(k.GB, k.GBGrowth, weeks)
}

// pricedWeeks is how often prices of supplies are agreed on: by the quarter, as those of
// memory are (from memory: contract prices, TrendForce).
const pricedWeeks = 12

// planNoise is what the shocks of four weeks add up to, over one of them: the square
// root of their number.
const planNoise = 2

// asked is how many chips of a family would be built now, if that could be.
func (f *Family) asked() float64 {
	sold := units.Chips(1) // a factor, for which families are sold nobody can guess
	if f.Shut {
		sold = 0
	}
	return float64(f.toBuild() * sold)
}

// shareWafers gives each designer the wafers it has booked, and what others do
// not need to those who need more, in proportion to their bookings, but only as fast
// as lines can be fitted to their packages.
func (w *World) shareWafers() {
	k, need := &w.chain, w.room.wafers
	clear(need)
	for f := 1; f < len(w.families); f++ {
		if row := &w.families[f]; row.PerWafer > 0 {
			need[w.sc.families[f].designer] += row.asked() / row.PerWafer
		}
	}
	left, claims, booked, fits := 0.0, 0.0, 0.0, k.Shift
	if w.head.Tick > 0 {
		fits = 1 + float64(billWeeks*(k.Shift-1))
	}
	for _, c := range w.sc.packers {
		co := &w.companies[c]
		w.room.fitted[c] = float64(co.Wafers * fits)
		co.Wafers = float64(co.WaferShare * k.Packable)
		booked += co.Wafers
		left += max(0, co.Wafers-need[c])
		if need[c] > co.Wafers {
			claims += co.WaferShare
		}
	}
	if k.Made {
		w.maker(SupplyPackaging).Booked = sum(need)
	}
	k.Packed, k.CanPack = 0, booked
	for _, c := range w.sc.packers {
		co := &w.companies[c]
		if more := need[c] - co.Wafers; more > 0 && co.WaferShare > 0 {
			more = min(more, float64(left*co.WaferShare)/claims)
			co.Wafers = max(co.Wafers, min(co.Wafers+more, w.room.fitted[c]))
		}
		if !on(w.sc.setup.Switches.Packaging) {
			co.Wafers = float64(co.WaferShare * unlimited)
		}
		k.Packed += min(need[c], co.Wafers)
	}
}

// unlimited is how many wafers there are a week where packaging caps nothing.
const unlimited = 1e7

// splitWafers moves each designer's mix of families towards its backlog.
func (w *World) splitWafers() {
	pace := min(billWeeks/max(1, w.chain.Lag), 1)
	for f := 1; f < len(w.families); f++ {
		row := &w.families[f]
		if row.PerWafer == 0 {
			continue
		}
		designer := w.sc.families[f].designer
		wafers, all := w.companies[designer].Wafers, w.room.wafers[designer]
		if all > 0 {
			row.Mix += float64(pace * (row.asked()/float64(row.PerWafer*all) - row.Mix))
		}
		row.Possible = float64(wafers * row.PerWafer)
		row.Rate = float64(row.Possible * row.Mix)
	}
}

// fitMemory shortens all families that need memory alike when it is short.
func (w *World) fitMemory() {
	k, need, booked := &w.chain, 0.0, 0.0
	for f := 1; f < len(w.families); f++ {
		row := &w.families[f]
		now := row.asked()
		booked += float64(row.GB * now)
		if row.Rate < now {
			now = row.Rate
		}
		need += float64(row.GB * now)
	}
	if k.Made {
		w.maker(SupplyMemory).Booked = booked
	}
	k.Stacked = need
	if k.GB == 0 || need <= k.CanStack || !on(w.sc.setup.Switches.Packaging) {
		return
	}
	k.Stacked = k.CanStack
	for f := 1; f < len(w.families); f++ {
		if row := &w.families[f]; row.GB > 0 {
			row.Rate = float64(row.Rate*k.CanStack) / need
			row.Possible = float64(row.Possible*k.CanStack) / need
		}
	}
}

// A cap binds when less than this share of it is left over; a change of the one
// that binds is told once it has held for a while.
const (
	capSlack = 0.01
	capHolds = 4 // weeks
)

// tellCap reports when something else than before limits what is built.
func (w *World) tellCap() {
	k := &w.chain
	k.Binds = CapOrders
	switch {
	case k.GB > 0 && k.Stacked >= float64(k.CanStack*(1-capSlack)):
		k.Binds = CapMemory
	case k.Packed >= float64(k.CanPack*(1-capSlack)):
		k.Binds = CapPackaging
	}
	if k.Binds == k.Told {
		k.ToldWeeks = 0
		return
	}
	if k.ToldWeeks += billWeeks; k.ToldWeeks > capHolds { // it bound a month ago too
		k.Told, k.ToldWeeks = k.Binds, 0
		w.emit(Event{Kind: capEvents[k.Binds]})
	}
}

// capEvents tells which event reports a cap.
var capEvents = [...]EventKind{CapOrders: EventSupplyEased, CapPackaging: EventPackagingShort, CapMemory: EventMemoryShort}

func sum(list []float64) (all float64) {
	for _, x := range list {
		all += x
	}
	return all
}
