package sim

// The modes of make_pact: money alone, or a promise with it.
const (
	PactMoney uint8 = iota + 1
	PactAir         // no turbines without a permit
	PactWater       // dry cooling: energy costs more
	PactBills       // households pay nothing for the company's load: energy costs more
)

var pactFields = []FieldSpec{
	{Field: FieldMode, Name: "promise"},
	{Field: FieldRegion, Name: "region"},
	{Field: FieldQty, Name: "money", Unit: money, Min: 1_000_000, Max: 1_000_000_000},
}

// pactSpec: make_pact gives the neighbours of a region money and promises them
// something. Their tolerance rises; the promise binds for good.
var pactSpec = OrderSpec{
	Kind: OrderMakePact, Name: "make_pact", Group: GroupPower, Attention: 1, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "promise"}},
	Modes:  []ModeSpec{{PactMoney, "none", pactFields}, {PactAir, "air", pactFields}, {PactWater, "water", pactFields}, {PactBills, "bills", pactFields}},
	check:  checkPact, apply: applyPact,
}

func checkPact(w *World, o *Order) Refusal {
	ref := Ref{OfRegion, int32(o.Region)}
	if !w.sc.regions[o.Region].grows {
		return Refusal{Reason: ReasonNoGrowth, Field: FieldRegion, Ref: ref}
	}
	if !w.known(o.By, o.Region) {
		return Refusal{Reason: ReasonNeedsSite, Field: FieldRegion, Ref: ref}
	}
	if t := w.tie(o.By, o.Region); t.Suit != suitNone {
		return Refusal{Reason: ReasonSuitOpen, Ref: ref}
	}
	return w.spend(o.By, usd(o.Qty))
}

// known tells whether a company has something in a region: a site, a work, a
// place in line.
func (w *World) known(c CompanyID, r RegionID) bool {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		if w.sc.sites[s].region == r && (w.hasSite(s) || w.queued(c, s) > 0) {
			return true
		}
	}
	return false
}

func applyPact(w *World, o *Order) {
	row, t := &w.regions[o.Region], w.tie(o.By, o.Region)
	gain := float64(float64(giftPer100M*float64(o.Qty)) / 100e6)
	if o.Mode != PactMoney && t.Promises&(1<<o.Mode) == 0 {
		gain += promiseGain
		t.Promises |= 1 << o.Mode
		w.rebill(o.By)
	}
	row.Tolerance = min(row.Tolerance+gain, 1)
	row.Calm = min(row.Calm+gain, 1)
	t.Gifts += usd(o.Qty)
	w.pay(PartyOf(o.By), Neighbours, FlowPact, usd(o.Qty))
	w.emit(Event{Kind: EventPactMade, By: o.By, Ref: Ref{OfRegion, int32(o.Region)}, Qty: toPPM(gain), Amount: o.Qty})
}
