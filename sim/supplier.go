package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// A supply that all designers share, packaging or memory, may have a company that
// makes it, or a part of it. Designers pay it when chips are built; it decides how
// much more it builds, long before anybody needs it. What was under construction at
// the start comes by itself; what others make grows by itself.

// Supply is what designers share.
type Supply uint8

// The supplies; they are the modes of expand_supply.
const (
	SupplyPackaging Supply = iota + 1
	SupplyMemory
	supplies = 2
)

// makerWorks is how many expansions a company may have under way for a supply.
const makerWorks = 16

// Maker is the company that makes a supply. Nobody: the supply grows by itself.
type Maker struct {
	Of     CompanyID
	Part   float64   // of the supply at the start, that it makes
	Paid   float64   // of what designers pay for a chip, at the start, for this supply
	Costs  float64   // of what it is paid, that making it costs
	Begun  float64   // weeks of growth that were under construction at the start
	Cost   units.USD // of capacity for one unit a week more
	Weeks  float64   // from the decision to the first week at work, as planned
	Speed  float64   // of the price, log a year
	Price  float64   // over that of the start
	Booked float64   // units that chips waited for take, as of the last week

	Grown   float64 // units a week that its orders have brought, and that make chips
	Ordered float64 // units a week, since the start
	Spent   units.USD
	Got     units.USD // paid by designers
	Works   [makerWorks]Expansion
}

// Expansion is capacity that is being built.
type Expansion struct {
	Add  float64 // units a week; 0: the row is free
	Due  int32   // week in which it is at work
	Plan int32   // the same, as planned
	Live bool    // it is at work; what it makes becomes chips a lag later
}

// maker is who makes a supply.
func (w *World) maker(s Supply) *Maker { return &w.chain.Makers[(s-1)%supplies] }

// capacityAt is how much of a supply can be made so many weeks after the start, without
// shocks: what others make grows on, what the company makes as far as it was under
// construction, and by its orders.
func (m *Maker) capacityAt(start, growth, weeks float64) float64 {
	others := float64(float64(start*(1-m.Part)) * detmath.Exp(float64(growth*weeks)/weeksAYear))
	return others + m.ownAt(start, growth, weeks)
}

// ownAt is the company's part of it.
func (m *Maker) ownAt(start, growth, weeks float64) float64 {
	own := float64(float64(start*m.Part)*detmath.Exp(float64(growth*min(weeks, m.Begun))/weeksAYear)) + m.Grown
	for i := range m.Works {
		if x := &m.Works[i]; x.Add > 0 && float64(x.Due) <= weeks {
			own += x.Add
		}
	}
	return own
}

// coming is what its orders will still bring.
func (m *Maker) coming() (sum float64) {
	for i := range m.Works {
		if x := &m.Works[i]; !x.Live {
			sum += x.Add
		}
	}
	return sum
}

// extend has expansions whose week has come go to work, and counts those as grown whose
// first output can be a chip.
func (w *World) extend(s Supply, lag float64) {
	m := w.maker(s)
	for i := range m.Works {
		x := &m.Works[i]
		if x.Add > 0 && !x.Live && x.Due <= w.head.Tick {
			x.Live = true
			w.emit(Event{Kind: EventSupplyGrew, Mode: uint8(s), By: m.Of, Qty: share(x.Add, w.capacityNow(s))})
		}
		if x.Live && float64(x.Due)+lag <= float64(w.head.Tick) {
			m.Grown += x.Add
			*x = Expansion{}
		}
	}
}

// share is a part of a whole in millionths, at most ten wholes.
func share(part, whole float64) int64 {
	if whole <= 0 {
		return 0
	}
	return units.Whole(float64(part/whole*float64(units.One)), 10*int64(units.One))
}

// capacityNow is what can be made of a supply in a week now, shocks included.
func (w *World) capacityNow(s Supply) float64 {
	k, weeks := &w.chain, float64(w.head.Tick)
	if s == SupplyPackaging {
		return float64(w.maker(s).capacityAt(k.Wafers, k.Growth, weeks) * detmath.Exp(k.Shock))
	}
	return w.maker(s).capacityAt(k.GB, k.GBGrowth, weeks)
}

// usualBooked is how many weeks of work makers like to have booked, a quarter, and the
// bounds of a price over that of the start. (By choice.)
const (
	usualBooked = 13.0
	leastSupply = 0.5
	mostSupply  = 3.0
)

// priceSupply moves the price of a supply by a quarter: it gets dearer with a long queue,
// and cheaper with a short one unless all that can be made is sold.
func (w *World) priceSupply(s Supply, capacity float64, full bool) {
	m := w.maker(s)
	if m.Speed == 0 {
		return
	}
	push := min(max(detmath.Log(max(m.Booked/max(capacity, 1), 1)/usualBooked), -0.5), 0.7)
	if full {
		push = max(push, 0)
	}
	m.Price = min(max(float64(m.Price*detmath.Exp(float64(float64(m.Speed*push)*(pricedWeeks/weeksAYear)))), leastSupply), mostSupply)
}

// chargeSupplies sets what chips of wafers cost to build at the prices of supplies.
func (w *World) chargeSupplies() {
	pack, stack := w.maker(SupplyPackaging), w.maker(SupplyMemory)
	for f := 1; f < len(w.families); f++ {
		row := &w.families[f]
		if row.PerWafer == 0 {
			continue
		}
		dearer := float64(pack.Paid * (pack.Price - 1))
		if row.GB > 0 {
			dearer += float64(stack.Paid * (stack.Price - 1))
		}
		row.UnitCost = usd(units.Whole(float64(w.figure(&w.sc.setup.Families[f-1].UnitCost)*(1+dearer)), maxExact))
		if row.List < row.UnitCost { // nobody sells below cost
			row.List, row.ListFine = row.UnitCost, float64(row.UnitCost)
		}
	}
}

// payMakers has foundries pay, of what they took for the chips of a family in a month, the
// makers of supplies their part.
func (w *World) payMakers(row *Family, f FamilyID) {
	built := row.Built
	left := row.UnitCost * units.USD(built)
	cost := w.figure(&w.sc.setup.Families[f-1].UnitCost)
	for s := SupplyPackaging; s <= SupplyMemory; s++ {
		m := w.maker(s)
		if m.Of == 0 || s == SupplyMemory && row.GB == 0 {
			continue
		}
		part := min(left, usd(units.Whole(float64(float64(float64(float64(cost*m.Paid)*m.Price)*m.Part)*float64(built)), maxExact)))
		w.pay(Foundries, PartyOf(m.Of), FlowBuilding, part)
		m.Got += part
		left -= part
		w.payUpTo(m.Of, Foundries, FlowBuilding, usd(units.Whole(float64(m.Costs*float64(part)), maxExact)))
	}
}
