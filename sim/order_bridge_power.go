package sim

import (
	"math"

	"entangle/sim/market"
	"entangle/sim/units"
)

// The modes of bridge_power.
const (
	BridgePermitFirst uint8 = iota + 1 // turbines that wait for their permit
	BridgePermitLater                  // turbines that do not
	BridgeBatteries
)

var bridgeFields = []FieldSpec{
	{Field: FieldMode, Name: "means"},
	{Field: FieldSite, Name: "site"},
	{Field: FieldQty, Name: "power", Unit: units.KindKW, Min: leastPower, Max: mostPower},
}

// bridgeSpec: bridge_power brings power before the grid does. Turbines without a
// permit run at once and cost the neighbours' tolerance; batteries stretch what
// the grid gives. Turbines are scarce: all orders of a week share what there is.
var bridgeSpec = OrderSpec{
	Kind: OrderBridgePower, Name: "bridge_power", Group: GroupPower, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "means"}},
	Modes: []ModeSpec{{BridgePermitFirst, "turbines_permit_first", bridgeFields},
		{BridgePermitLater, "turbines_permit_later", bridgeFields}, {BridgeBatteries, "batteries", bridgeFields}},
	check: checkBridge, apply: applyBridge,
}

func checkBridge(w *World, o *Order) Refusal {
	site, r := w.whereOf(o)
	if !r.Allowed() {
		return r
	}
	if n := w.open(o.By, OrderBridgePower, usePlants); n >= slotsPerCompany {
		return tooMany(n)
	}
	return w.tightest(o, site)
}

// tightest refuses what is more than a site bears, suppliers have or the company
// can pay, by the rule that leaves least: what it names would pass.
func (w *World) tightest(o *Order, site SiteID) Refusal {
	region := w.sc.sites[site].region
	paid := w.spend(o.By, usd(o.Qty)*bridgePrice(o.Mode))
	r := Refusal{Reason: ReasonPowerLeft, Field: FieldQty, Amounts: Amounts{int64(w.bridgeRoom(site, o.Mode)), o.Qty}, Ref: Ref{OfSite, int32(site)}}
	if have := int64(w.regions[region].Units); o.Mode != BridgeBatteries && have < r.Have {
		r = Refusal{Reason: ReasonNoUnits, Field: FieldQty, Amounts: Amounts{have, o.Qty}, Ref: Ref{OfRegion, int32(region)}}
	}
	if !paid.Allowed() && paid.Have/int64(bridgePrice(o.Mode)) < r.Have || o.Qty <= r.Have {
		return paid
	}
	if r.Have < leastPower { // less than can be ordered
		r.Have = 0
	}
	return r
}

func bridgePrice(mode uint8) units.USD {
	if mode == BridgeBatteries {
		return batteryPerKW
	}
	return turbinePerKW
}

// bridgeRoom is how much more of turbines or batteries a site may have, counting
// what is on its way.
func (w *World) bridgeRoom(site SiteID, mode uint8) units.KW {
	s, c := &w.sites[site], w.sc.sites[site].owner
	coming := [2]units.KW{}
	for use := w.inUse(c, usePlants); use.left != 0; {
		if p := &w.plants[use.next()]; p.Site == site && !p.Works {
			if p.Battery {
				coming[1] += p.Power
			} else {
				coming[0] += p.Power
			}
		}
	}
	for i := range w.asks {
		if o := &w.asks[i]; o.Kind == OrderBridgePower && o.Site == site {
			if o.Mode == BridgeBatteries {
				coming[1] += units.KW(o.Qty)
			} else {
				coming[0] += units.KW(o.Qty)
			}
		}
	}
	if mode == BridgeBatteries {
		grid := s.Grid + w.queued(c, site)
		return min(batteryMost, units.KW(units.PPM(batteryShare).Of(int64(grid)))) - s.Batteries - coming[1]
	}
	halls := s.Shell + w.underway(site) + w.dueAt[site].sum[ProjectWork]
	return units.KW(units.PPM(turbineShare).Of(int64(halls))) - s.Gen - coming[0]
}

func applyBridge(w *World, o *Order) {
	*another(&w.asks) = *o
	w.putBy(o.By, usd(o.Qty)*bridgePrice(o.Mode))
}

// clearScarce shares out what is scarce among the asks of the week: turbines and
// nuclear power, in each region. Mostly a single one asks.
func (w *World) clearScarce() {
	for last := -1; ; {
		next := math.MaxInt
		for i := range w.asks {
			if at := w.shelfOf(&w.asks[i]); at > last {
				next = min(next, at)
			}
		}
		if next == math.MaxInt {
			return
		}
		w.clearShelf(next)
		last = next
	}
}

// What asks take from, in a region: turbines, nuclear power, and what there is enough of.
const (
	shelfUnits = iota
	shelfNuclear
	shelfAmple
	shelves
)

// shelfOf is what an ask takes from, by region; below 0 for places in line.
func (w *World) shelfOf(o *Order) int {
	at := shelfAmple
	switch source := EnergySource(o.Mode); {
	case o.Kind == OrderJoinQueue:
		return -1
	case o.Kind == OrderBridgePower && o.Mode != BridgeBatteries || o.Kind == OrderSignEnergy && source == SourceGas:
		at = shelfUnits
	case o.Kind == OrderSignEnergy && source == SourceNuclear:
		at = shelfNuclear
	}
	return int(w.sc.sites[o.Site].region)*shelves + at
}

// clearShelf gives the asks that take from a shelf their parts of what there is.
func (w *World) clearShelf(at int) {
	row, ample := &w.regions[at/shelves], units.KW(maxExact)
	switch at % shelves {
	case shelfUnits:
		row.Units -= w.clearOf(at, row.Units)
	case shelfNuclear:
		row.Nuclear -= w.clearOf(at, row.Nuclear)
	default:
		w.clearOf(at, ample)
	}
}

// clearOf gives them their parts of a supply.
func (w *World) clearOf(at int, supply units.KW) (used units.KW) {
	who, need, weight := w.room.who[:0], w.room.need[:0], w.room.weight[:0]
	for i := range w.asks {
		if o := &w.asks[i]; w.shelfOf(o) == at {
			who, need, weight = append(who, int32(i)), append(need, o.Qty), append(weight, int64(units.One))
		}
	}
	got := w.room.grow(len(who))
	market.Ration(need, weight, got, int64(supply), w.room.sums(len(who)))
	for i, at := range who {
		o := w.asks[at]
		if short := o.Qty - got[i]; short > 0 {
			w.emit(Event{Kind: EventUnitsShort, By: o.By, Ref: Ref{OfSite, int32(o.Site)}, Amount: short})
		}
		if o.Qty = got[i]; o.Qty == 0 {
			continue
		}
		used += units.KW(o.Qty)
		if o.Kind == OrderBridgePower {
			w.placePlant(o)
		} else {
			w.signDeal(&o)
		}
	}
	w.room.who, w.room.need, w.room.weight = who, need, weight
	return used
}
