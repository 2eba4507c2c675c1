package sim

import "entangle/sim/units"

// EnergySource is where energy under a long contract comes from; it is the mode
// of sign_energy.
type EnergySource uint8

// The sources.
const (
	SourceBlock   EnergySource = iota + 1 // a block of the grid's energy at a fixed price
	SourceGas                             // engines beside the site
	SourceNuclear                         // a plant's power by its own wire
)

var energyFields = []FieldSpec{
	{Field: FieldMode, Name: "source"},
	{Field: FieldSite, Name: "site"},
	{Field: FieldQty, Name: "power", Unit: units.KindKW, Min: leastPower, Max: mostPower},
	{Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: 52, Max: 1040},
	{Field: FieldWhen, Name: "not_before", Optional: true},
}

// energySpec: sign_energy binds a company for years to take energy at a fixed
// price, used or not. A block shields from prices; gas engines and nuclear plants
// also bring power past the line, in their time.
var energySpec = OrderSpec{
	Kind: OrderSignEnergy, Name: "sign_energy", Group: GroupPower, Attention: 2,
	Fields: []FieldSpec{{Field: FieldMode, Name: "source"}},
	Modes: []ModeSpec{{uint8(SourceBlock), "block", energyFields}, {uint8(SourceGas), "gas", energyFields},
		{uint8(SourceNuclear), "nuclear", energyFields}},
	check: checkEnergy, apply: applyEnergy,
}

func checkEnergy(w *World, o *Order) Refusal {
	site, r := w.whereOf(o)
	if !r.Allowed() {
		return r
	}
	if n := w.open(o.By, OrderSignEnergy, useDeals); n >= slotsPerCompany {
		return tooMany(n)
	}
	if EnergySource(o.Mode) != SourceBlock {
		if n := w.open(o.By, OrderJoinQueue, useRequests); n >= slotsPerCompany {
			return tooMany(n)
		}
	}
	region := w.sc.sites[site].region
	if have := int64(w.onOffer(region, EnergySource(o.Mode))); o.Qty > have {
		return Refusal{Reason: ReasonNoUnits, Field: FieldQty, Amounts: Amounts{have, o.Qty}, Ref: Ref{OfRegion, int32(region)}}
	}
	return w.spend(o.By, w.cover(o))
}

// onOffer is what a source still has in a region: engines come from those who make
// turbines.
func (w *World) onOffer(r RegionID, source EnergySource) units.KW {
	switch source {
	case SourceGas:
		return w.regions[r].Units
	case SourceNuclear:
		return w.regions[r].Nuclear
	}
	return maxExact
}

// cover is the cash that a seller of energy wants to see: a quarter's payments.
func (w *World) cover(o *Order) units.USD {
	return units.Energy(w.energyOffer(o.Site, EnergySource(o.Mode)), units.KW(o.Qty), hoursAWeek*dealCover, w.params.Load)
}

// energyOffer is the price at which a source sells at a site.
func (w *World) energyOffer(site SiteID, source EnergySource) units.Price {
	switch source {
	case SourceGas:
		return gasPrice
	case SourceNuclear:
		return nuclearPrice
	}
	price := w.regions[w.sc.sites[site].region].Energy
	return price + units.Price(units.PPM(blockPremium).Of(int64(price)))
}

func applyEnergy(w *World, o *Order) {
	*another(&w.asks) = *o
	w.putBy(o.By, w.cover(o))
}

// signDeal signs an energy contract; what brings power of its own gets a wire.
func (w *World) signDeal(o *Order) {
	d, source := w.freeDeal(o.By), EnergySource(o.Mode)
	if d == nil {
		return
	}
	start, usual := w.Date().AddWeeks(blockStart), w.Date().AddWeeks(blockStart)
	if source != SourceBlock {
		s := gasSpan
		if source == SourceNuclear {
			s = nuclearSpan
		}
		start, usual = w.Date().AddWeeks(int(w.wait(streamPlants, w.serial(o.By), s))), w.Date().AddWeeks(int(units.Whole(s.median, maxQueue)))
	}
	start, usual = max(start, o.When), max(usual, o.When)
	*d = Deal{Site: o.Site, Source: source, Power: units.KW(o.Qty), Price: w.energyOffer(o.Site, source), Start: start,
		End: start.AddWeeks(int(o.Weeks))}
	w.opens(o.By, o.Site, useDeals)
	e := w.emit(Event{Kind: EventEnergySigned, By: o.By, Ref: Ref{OfSite, int32(o.Site)}, Qty: int64(usual-w.Date()) / 7, Amount: o.Qty})
	if source != SourceBlock {
		w.ownWire(o, start, usual, e)
	}
}

// blockStart is how many weeks after signing a block begins: the month after next.
const blockStart = 6

// ownWire brings a plant's power to a site past the line.
func (w *World) ownWire(o *Order, due, usual units.Date, e EventID) {
	q, region := w.freeRequest(o.By), w.sc.sites[o.Site].region
	if q == nil {
		return
	}
	*q = Request{By: o.By, Region: region, Site: o.Site, Private: true, Power: units.KW(o.Qty), Filed: w.Date(), Due: due, Expected: usual, Event: e}
	w.regions[region].Filed += q.Power
	w.opens(o.By, o.Site, useRequests)
}
