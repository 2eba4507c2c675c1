package sim

import "entangle/sim/units"

// power_under_construction: announced stages still to come, and works.
func readUnderway(w *World, id int32) float64 {
	sum := units.KW(0)
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.dueAt[s].sum[ProjectFirm] + w.worksAt(s)
	}
	return mw(sum)
}

func whyUnderway(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		w.addKW(t, TermWorks, s, w.dueAt[s].sum[ProjectFirm])
		w.addKW(t, TermWorks, s, w.worksAt(s))
	}
}

// addKW notes a power at a site, if there is any.
func (w *World) addKW(t *Terms, kind TermKind, s SiteID, power units.KW) {
	if power != 0 {
		t.AddOf(kind, Ref{OfSite, int32(s)}, mw(power))
	}
}

// worksAt is underway, also where nothing can be built.
func (w *World) worksAt(s SiteID) units.KW {
	if len(w.works) == 1 {
		return 0
	}
	return w.underway(s)
}

func (w *World) queuedAt(s SiteID) units.KW {
	if len(w.works) == 1 {
		return 0
	}
	return w.queued(w.sc.sites[s].owner, s)
}

// power_queued: what open requests ask of the grids.
func readQueued(w *World, id int32) float64 {
	sum := units.KW(0)
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.queuedAt(s)
	}
	return mw(sum)
}

func whyQueued(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		w.addKW(t, TermQueue, s, w.queuedAt(s))
	}
}

func readTurbines(w *World, id int32) float64 {
	sum := units.KW(0)
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.sites[s].Gen
	}
	return mw(sum)
}

func whyTurbines(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		w.addKW(t, TermTurbines, s, w.sites[s].Gen)
	}
}

// power_unpermitted: turbines at work without a permit.
func readDirty(w *World, id int32) float64 {
	sum := units.KW(0)
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.dirty(s)
	}
	return mw(sum)
}

func whyDirty(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		w.addKW(t, TermTurbines, s, w.dirty(s))
	}
}

// power_cost: what was paid for energy.
func readPowerCost(w *World, id int32) float64 { return bn(w.flow(CompanyID(id), FlowEnergy, out)) }

func whyPowerCost(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowEnergy, readPowerCost(w, id))
}

// power_bill: the last week's energy, as a year's.
func readPowerBill(w *World, id int32) float64 {
	return float64(bn(w.companies[id].PowerBill) * weeksAYear)
}

func whyPowerBill(w *World, id int32, t *Terms) {
	co := &w.companies[id]
	t.Add(TermMeter, float64(bn(co.PowerBill-co.OwnBill-co.DealBill)*weeksAYear))
	if co.OwnBill != 0 {
		t.Add(TermTurbines, float64(bn(co.OwnBill)*weeksAYear))
	}
	if co.DealBill != 0 {
		t.Add(TermContract, float64(bn(co.DealBill)*weeksAYear))
	}
}

// capex_sites: what was paid for halls, turbines, batteries and the grid.
func readSiteCapex(w *World, id int32) float64 {
	return bn(w.flow(CompanyID(id), FlowSites, out)) + bn(w.flow(CompanyID(id), FlowGrid, out))
}

func whySiteCapex(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowSites, bn(w.flow(CompanyID(id), FlowSites, out)))
	t.AddFlow(TermFlowOut, FlowGrid, bn(w.flow(CompanyID(id), FlowGrid, out)))
}

// injunctions: how often courts have stopped the company's turbines.
func readInjunctions(w *World, id int32) (n float64) {
	for r := RegionID(1); len(w.ties) > 1 && int(r) < len(w.regions); r++ {
		n += float64(w.tie(CompanyID(id), r).Injunctions)
	}
	return n
}

func whyInjunctions(w *World, id int32, t *Terms) {
	for r := RegionID(1); len(w.ties) > 1 && int(r) < len(w.regions); r++ {
		if n := w.tie(CompanyID(id), r).Injunctions; n > 0 {
			t.AddOf(TermTurbines, Ref{OfRegion, int32(r)}, float64(n))
		}
	}
}
