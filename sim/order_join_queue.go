package sim

import "entangle/sim/units"

// The modes of join_queue.
const (
	QueueFirm     uint8 = iota + 1
	QueueFlexible       // earlier, and cut when the grid is short
	QueueWithdraw       // leave the line
)

var queueFields = []FieldSpec{
	{Field: FieldMode, Name: "terms"},
	{Field: FieldRegion, Name: "region", Optional: true},
	{Field: FieldSite, Name: "site", Optional: true},
	{Field: FieldQty, Name: "power", Unit: units.KindKW, Min: leastPower, Max: mostPower},
}

// queueSpec: join_queue asks the grid of a region for power, before or apart
// from any building. All requests of a week are placed together.
var queueSpec = OrderSpec{
	Kind: OrderJoinQueue, Name: "join_queue", Group: GroupPower, Attention: 1, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "terms"}},
	Modes:  []ModeSpec{{QueueFirm, "firm", queueFields}, {QueueFlexible, "flexible", queueFields}, {QueueWithdraw, "withdraw", queueFields}},
	check:  checkQueue, apply: applyQueue,
}

func checkQueue(w *World, o *Order) Refusal {
	site, r := w.whereOf(o)
	if !r.Allowed() {
		return r
	}
	region := w.sc.sites[site].region
	if o.Mode == QueueWithdraw {
		if have := int64(w.inLine(o.By, site)); o.Qty > have {
			return Refusal{Reason: ReasonPowerLeft, Field: FieldQty, Amounts: Amounts{have, o.Qty}, Ref: w.named(o, site)}
		}
		return Refusal{}
	}
	if n := w.open(o.By, OrderJoinQueue, useRequests); n >= slotsPerCompany {
		return tooMany(n)
	}
	if on(w.sc.setup.Regions[region-1].NeedsSite) && !w.hasSite(site) {
		return Refusal{Reason: ReasonNeedsSite, Ref: Ref{OfRegion, int32(region)}}
	}
	return w.spend(o.By, usd(o.Qty)*gridDeposit)
}

// named is the place that an order names: a region, or a site.
func (w *World) named(o *Order, site SiteID) Ref {
	if o.Region != 0 {
		return Ref{OfRegion, int32(o.Region)}
	}
	return Ref{OfSite, int32(site)}
}

// inLine is the power that a company could still withdraw at a site.
func (w *World) inLine(c CompanyID, s SiteID) (sum units.KW) {
	for use := w.inUse(c, useRequests); use.left != 0; {
		if q := &w.requests[use.next()]; q.Site == s && !q.Private {
			sum += q.Power - q.Granted
		}
	}
	return sum
}

// hasSite tells whether there is more at a site than a plot.
func (w *World) hasSite(s SiteID) bool {
	return !w.sc.sites[s].plot || w.sites[s].Shell > 0 || w.underway(s) > 0
}

func applyQueue(w *World, o *Order) {
	ask := *o
	ask.Site, _ = w.whereOf(o)
	ask.Region = 0
	if o.Mode == QueueWithdraw {
		w.leaveQueue(&ask)
		return
	}
	*another(&w.asks) = ask
	w.putBy(o.By, usd(o.Qty)*gridDeposit)
}

// leaveQueue takes power out of the line, the latest request first.
func (w *World) leaveQueue(o *Order) {
	for left := units.KW(o.Qty); left > 0; {
		last := (*Request)(nil)
		for use := w.inUse(o.By, useRequests); use.left != 0; {
			if q := &w.requests[use.next()]; q.Site == o.Site && !q.Private && (last == nil || q.Place > last.Place) {
				last = q
			}
		}
		if last == nil {
			return
		}
		part := min(left, last.Power-last.Granted)
		left -= part
		w.withdraw(last, part, depositBack)
	}
}

// clearAsks places the week's requests, turbines and energy contracts, who comes
// first by lot.
func (w *World) clearAsks() {
	if len(w.asks) == 0 {
		return
	}
	for i := range w.asks {
		if o := &w.asks[i]; o.Kind == OrderJoinQueue {
			row := &w.regions[w.sc.sites[o.Site].region]
			row.Asked += float64(o.Qty)
			w.lookAtLine(row)
		}
	}
	w.shuffleAsks()
	for i := range w.asks {
		if w.asks[i].Kind == OrderJoinQueue {
			w.file(w.asks[i], 0)
		}
	}
	w.clearScarce()
	w.asks = w.asks[:0]
}

// shuffleAsks puts the asks of the week into an order drawn for it.
func (w *World) shuffleAsks() {
	keys := w.room.keys[:0]
	for i := range w.asks {
		s := w.stream(streamPlaces, w.sc.companies[w.asks[i].By].key+uint64(w.asks[i].Kind)<<32+uint64(w.asks[i].Site)<<40)
		keys = append(keys, s.Uint64())
		for j := i; j > 0 && keys[j] < keys[j-1]; j-- {
			keys[j], keys[j-1] = keys[j-1], keys[j]
			w.asks[j], w.asks[j-1] = w.asks[j-1], w.asks[j]
		}
	}
	w.room.keys = keys
}
