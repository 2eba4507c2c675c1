package sim

import "entangle/sim/units"

// placeFleetSpec: place_fleet moves chips that are neither let nor offered to
// another site of the company, or sells them to brokers where it names none. They
// are out of use while they move. What a designer uses of his own design has no
// second-hand market: brokers take from nobody what he sells new or not at all.
var placeFleetSpec = OrderSpec{
	Kind: OrderPlaceFleet, Name: "place_fleet", Group: GroupCompute, Attention: 1, Line: true,
	Fields: []FieldSpec{
		{Field: FieldFamily, Name: "family"},
		{Field: FieldQty, Name: "chips", Unit: chips, Min: 1, Max: maxChips},
		{Field: FieldSite, Name: "from"},
		{Field: FieldDest, Name: "to", Optional: true},
	},
	check: checkPlaceFleet, apply: applyPlaceFleet,
}

func checkPlaceFleet(w *World, o *Order) Refusal {
	if r := w.ownSite(o.By, o.Site, FieldSite); !r.Allowed() {
		return r
	}
	if o.Dest != 0 {
		if r := w.ownSite(o.By, o.Dest, FieldDest); !r.Allowed() {
			return r
		}
	}
	if o.Site == o.Dest {
		return Refusal{Reason: ReasonSameSite, Field: FieldDest, Ref: Ref{OfSite, int32(o.Dest)}}
	}
	if o.Dest == 0 && w.sc.families[o.Family].designer == o.By {
		return Refusal{Reason: ReasonNoResale, Field: FieldFamily, Ref: Ref{OfFamily, int32(o.Family)}}
	}
	free := int64(0)
	if f := w.fleet(o.Site, o.Family); f != nil {
		free = max(0, int64(f.Ready-f.Let-f.Later-f.Posted))
	}
	if o.Dest != 0 { // the tighter of the two is named, so that what it says would pass
		if fit := w.powered(o); o.Qty > fit && fit < free {
			return Refusal{Reason: ReasonNoPower, Field: FieldQty, Amounts: Amounts{fit, o.Qty}, Ref: Ref{OfSite, int32(o.Dest)}}
		}
	}
	if o.Qty > free {
		return Refusal{Reason: ReasonNoSuchChips, Field: FieldQty, Amounts: Amounts{free, o.Qty}, Ref: Ref{OfSite, int32(o.Site)}}
	}
	return Refusal{}
}

// powered is how many chips of an order's family the free power of its
// destination runs.
func (w *World) powered(o *Order) int64 {
	if !on(w.sc.setup.Switches.PowerLimit) {
		return maxExact
	}
	return int64(fitOf(w.sites[o.Dest].Energised-w.claimed(o.Dest), w.wattsAt(o.Dest, o.Family)))
}

// claimed is the power that all chips at a site will need once installed.
func (w *World) claimed(s SiteID) (sum units.KW) {
	if w.shifted[uint(s)/64]>>(uint(s)%64)&1 == 0 {
		return w.sites[s].Standing // nothing has moved since it was summed up
	}
	for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		sum += f.draw(f.Ready + f.Coming)
	}
	return sum
}

func applyPlaceFleet(w *World, o *Order) {
	if o.Dest == 0 {
		sellFleet(w, o)
		return
	}
	f := w.fleet(o.Site, o.Family)
	n := chipCount(o.Qty)
	f.Ready -= n
	f.Running = min(f.Running, f.Ready)
	w.recount(f)
	w.shiftSite(f.Site)
	w.startInstall(w.fleetOf(o.Dest, o.Family), n, w.fleet(o.Site, o.Family).Worth, w.params.MoveWeeks)
	w.emit(Event{Kind: EventFleetMoved, By: o.By, Family: o.Family, Ref: Ref{OfSite, int32(o.Dest)}, Qty: o.Qty * int64(w.families[o.Family].H100e)})
}

func chipCount(n int64) units.Chips { return units.Chips(n) }
