package sim

import "entangle/sim/units"

func mw(x units.KW) float64 { return float64(x) / mega }

func readEnergised(w *World, id int32) float64 {
	sum := units.KW(0)
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.sites[s].Energised
	}
	return mw(sum)
}

func whyEnergised(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		w.powerTerms(s, t)
	}
}

// power_ai: energised on own sites, and drawn by rented chips elsewhere. Like
// compute_running it counts what is let for both sides.
func readPower(w *World, id int32) float64 {
	return readEnergised(w, id) + mw(w.rentedPower(CompanyID(id)))
}

func whyPower(w *World, id int32, t *Terms) {
	whyEnergised(w, id, t)
	t.Add(TermRented, mw(w.rentedPower(CompanyID(id))))
}

func (w *World) rentedPower(c CompanyID) (sum units.KW) {
	for i := 1; i < len(w.clauses); i++ {
		if k := &w.clauses[i]; k.Kind == ClauseCapacity && k.To == c {
			sum += w.fleets[k.Fleet].draw(units.Chips(k.Now))
		}
	}
	return sum
}

func allPower(w *World, out []float64) {
	for c := range out {
		out[c] = readEnergised(w, int32(c+1))
	}
	for i := 1; i < len(w.clauses); i++ {
		if k := &w.clauses[i]; k.Kind == ClauseCapacity {
			out[k.To-1] += mw(w.fleets[k.Fleet].draw(units.Chips(k.Now)))
		}
	}
}

func readPowerUsed(w *World, id int32) float64 {
	sum := units.KW(0)
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.sites[s].Used
	}
	return mw(sum)
}

func whyPowerUsed(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		t.AddOf(TermUsed, Ref{OfSite, int32(s)}, mw(w.sites[s].Used))
	}
}

func readSitePower(w *World, id int32) float64 { return mw(w.sites[id].Energised) }

func whySitePower(w *World, id int32, t *Terms) {
	w.powerTerms(SiteID(id), t)
}

// powerTerms explains a site's power: what the grid gives, what came with the
// start and since, turbines and batteries, less what finds no halls.
func (w *World) powerTerms(id SiteID, t *Terms) {
	s, ref := &w.sites[id], Ref{OfSite, int32(id)}
	if w.sc.sites[id].plot && s.Shell == 0 && s.Grid == 0 {
		return
	}
	t.AddOf(TermStart, ref, mw(s.AtStart))
	t.AddOf(TermStage, ref, mw(s.Grid-s.AtStart-s.Wired))
	for _, more := range [...]struct {
		kind TermKind
		of   units.KW
	}{{TermGrid, s.Wired}, {TermTurbines, w.putToWork(id)}, {TermBatteries, w.stored(id, s.Grid)},
		{TermHalls, min(0, s.Shell-s.Grid-w.putToWork(id)-w.stored(id, s.Grid))}} {
		if more.of != 0 {
			t.AddOf(more.kind, ref, mw(more.of))
		}
	}
}

func readSiteIdle(w *World, id int32) float64 {
	_, idle := w.readyAt(SiteID(id))
	return kH(idle)
}

func whySiteIdle(w *World, id int32, t *Terms) {
	for at := w.sites[id].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		t.AddOf(TermInstalled, Ref{OfFamily, int32(f.Family)}, kH(units.H100e(f.Ready)*w.families[f.Family].H100e))
		t.AddOf(TermUsed, Ref{OfFamily, int32(f.Family)}, -kH(units.H100e(f.Running)*w.families[f.Family].H100e))
	}
}
