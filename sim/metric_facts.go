package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// The metrics of this file are there because facts have them.

// cloud_sales: income of a cloud: rent, compute sold by the week, and what
// customers pay who need no model of its own.
func readCloudSales(w *World, id int32) float64 {
	c := CompanyID(id)
	sum := w.flow(c, FlowRent, in) + w.flow(c, FlowSpot, in)
	for _, s := range w.sold(c) {
		if w.sc.segments[s-1].need != NeedModel {
			sum += w.paidFor(w.product(s, c))
		}
	}
	return bn(sum)
}

func whyCloudSales(w *World, id int32, t *Terms) {
	c := CompanyID(id)
	t.AddFlow(TermFlowIn, FlowRent, bn(w.flow(c, FlowRent, in)))
	t.AddFlow(TermFlowIn, FlowSpot, bn(w.flow(c, FlowSpot, in)))
	for _, s := range w.sold(c) {
		if w.sc.segments[s-1].need != NeedModel {
			t.AddOf(TermRevenue, Ref{OfSegment, int32(s)}, bn(w.paidFor(w.product(s, c))))
		}
	}
}

// chips_received: chips that came, at the price agreed, paid or not.
func readChipsHad(w *World, id int32) float64 { return bn(w.companies[id].ChipsHad) }

func whyChipsHad(w *World, id int32, t *Terms) {
	paid := bn(w.flow(CompanyID(id), FlowChips, out))
	t.AddFlow(TermFlowOut, FlowChips, paid)
	t.Add(TermDeferred, readChipsHad(w, id)-paid)
}

// capex_own_chips: what a company paid to have chips built that nobody else may
// order. What a merchant pays for that is cost of sales.
func readOwnChips(w *World, id int32) float64 {
	for f := 1; f < len(w.sc.families); f++ {
		if k := &w.sc.families[f]; k.designer == CompanyID(id) && k.merchant {
			return 0
		}
	}
	return bn(w.flow(CompanyID(id), FlowBuilding, out))
}

func whyOwnChips(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowBuilding, readOwnChips(w, id))
}

// compute_lab_used: what a company has for itself, less what it sells as bare
// compute: what its models and its research have. Where tokens are counted, use that
// makes none, such as the ranking of advertisements, is no laboratory's either.
func readLabUsed(w *World, id int32) float64 {
	sum := w.companies[id].disposal()
	for _, s := range w.sold(CompanyID(id)) {
		sum -= w.besideLab(s, w.product(s, CompanyID(id)))
	}
	return kH(sum)
}

// besideLab is the compute behind a product that is not its maker's laboratory's.
func (w *World) besideLab(s SegmentID, p *Product) units.H100e {
	switch need := w.sc.segments[s-1].need; {
	case need == NeedCompute:
		return p.Served
	case w.segments[s].Tokens == 0 && w.sc.Counts("tokens_served"):
		return p.compute(p.Served)
	}
	return 0
}

func whyLabUsed(w *World, id int32, t *Terms) {
	whyUsed(w, id, t)
	for _, s := range w.sold(CompanyID(id)) {
		if beside := w.besideLab(s, w.product(s, CompanyID(id))); beside != 0 {
			t.AddOf(TermServed, Ref{OfSegment, int32(s)}, -kH(beside))
		}
	}
}

// own_silicon_installed: chips of a company's own design on its sites, those
// being installed included.
func readOwnSilicon(w *World, id int32) float64 { return w.ownSilicon(CompanyID(id), nil) }

func whyOwnSilicon(w *World, id int32, t *Terms) { w.ownSilicon(CompanyID(id), t) }

func (w *World) ownSilicon(c CompanyID, t *Terms) (all float64) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		ready, coming := units.H100e(0), units.H100e(0)
		for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
			f := &w.fleets[at]
			if w.sc.families[f.Family].designer == c {
				ready += units.H100e(f.Ready) * w.families[f.Family].H100e
				coming += units.H100e(f.Coming) * w.families[f.Family].H100e
			}
		}
		t.AddOf(TermInstalled, Ref{OfSite, int32(s)}, kH(ready))
		t.AddOf(TermInstalling, Ref{OfSite, int32(s)}, kH(coming))
		all += kH(ready + coming)
	}
	return all
}

// packaging_capacity: wafers that can be packaged now, which become chips a lag
// later.
func readPackers(w *World, _ int32) float64 {
	k := &w.chain
	if k.Wafers == 0 {
		return 0
	}
	years := float64(w.head.Tick) / weeksAYear
	weekly := float64(k.Wafers * detmath.Exp(float64(k.Growth*years)+k.Shock))
	if k.Made {
		weekly = w.capacityNow(SupplyPackaging)
	}
	return wafersAMonth(weekly)
}

// wafersAMonth makes thousands of wafers a month of wafers a week.
func wafersAMonth(weekly float64) float64 {
	const months = 12
	return float64(weekly*weeksAYear) / (months * 1000)
}

func whyPackers(w *World, id int32, t *Terms) {
	m := w.maker(SupplyPackaging)
	if !w.chain.Made || m.Of == 0 {
		t.Add(TermWafers, readPackers(w, id))
		return
	}
	w.whySupply(SupplyPackaging, t, wafersAMonth)
}
