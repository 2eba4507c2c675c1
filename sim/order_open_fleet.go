package sim

// openFleetSpec: open_fleet offers running chips of a site for rent at a floor
// price, or changes or withdraws (0 chips) the offer that stands. What is let
// already stays let, and may be let again to who has it: at the floor, which holds
// for him also without chips for others; without a floor to nobody. With a later day it offers what will be there then: chips
// ordered or being installed, on power that is announced.
var openFleetSpec = OrderSpec{
	Kind: OrderOpenFleet, Name: "open_fleet", Group: GroupCompute, Attention: 1,
	Fields: []FieldSpec{
		{Field: FieldSite, Name: "site"},
		{Field: FieldFamily, Name: "family"},
		{Field: FieldQty, Name: "chips", Unit: chips, Min: 0, Max: maxChips},
		{Field: FieldPrice, Name: "floor", Unit: rent, Min: 0, Max: int64(maxRent)},
		{Field: FieldSet, Name: "exclude", Optional: true},
		{Field: FieldWhen, Name: "available", Optional: true},
	},
	check: checkOpenFleet, apply: applyOpenFleet,
}

func checkOpenFleet(w *World, o *Order) Refusal {
	if r := w.ownSite(o.By, o.Site, FieldSite); !r.Allowed() {
		return r
	}
	if o.Qty > 0 && o.Price == 0 {
		return Refusal{Reason: ReasonTooSmall, Field: FieldPrice, Amounts: Amounts{0, 1}}
	}
	free := w.lettable(o.Site, o.Family)
	if o.When > w.Date() {
		free = w.lettableOn(o.By, o.Site, o.Family, o.When)
	}
	if o.Qty > free {
		return Refusal{Reason: ReasonNoSuchChips, Field: FieldQty, Amounts: Amounts{free, o.Qty}, Ref: Ref{OfSite, int32(o.Site)}}
	}
	return Refusal{}
}

func applyOpenFleet(w *World, o *Order) {
	at := w.fleetOf(o.Site, o.Family)
	f := &w.fleets[at]
	w.reoffer(at)
	f.PostedBy = w.emit(Event{Kind: EventCapacityPosted, By: o.By, Family: o.Family,
		Ref: Ref{OfSite, int32(o.Site)}, Qty: o.Qty, Amount: int64(o.Price)})
	f.Posted, f.Floor, f.Exclude, f.From = chipCount(o.Qty), o.Price, o.Set, 0
	if o.When > w.Date() {
		f.From = o.When
		w.noteOffer(o.When)
	}
}
