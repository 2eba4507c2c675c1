package sim

import "entangle/sim/units"

func kH(x units.H100e) float64 { return float64(x) / kilo }

// compute_running: powered compute owned or contracted. What is let counts for
// landlord and tenant alike; compute_used counts it once.
func readRunning(w *World, id int32) float64 {
	co := &w.companies[id]
	return kH(co.Own + co.Rented)
}

func whyRunning(w *World, id int32, t *Terms) {
	w.ownTerms(CompanyID(id), t)
	w.capacityTerms(CompanyID(id), true, t)
}

// ownTerms explains what runs on a company's own sites, site by site.
func (w *World) ownTerms(c CompanyID, t *Terms) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		ref := Ref{OfSite, int32(s)}
		ready, idle := w.readyAt(s)
		t.AddOf(TermInstalled, ref, kH(ready))
		t.AddOf(TermUnpowered, ref, -kH(idle))
	}
}

func (w *World) readyAt(s SiteID) (ready, idle units.H100e) {
	for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		h := w.families[f.Family].H100e
		ready += units.H100e(f.Ready) * h
		idle += units.H100e(f.Ready-f.Running) * h
	}
	return ready, idle
}

// compute_used: what a company has for itself: own and rented less let.
func readUsed(w *World, id int32) float64 { return kH(w.companies[id].disposal()) }

func whyUsed(w *World, id int32, t *Terms) {
	whyRunning(w, id, t)
	t.Add(TermLet, -kH(w.companies[id].Let))
}

// compute_effective: what serves customers: compute_used once immature software has
// taken its part, and the spot market has brought or taken some.
func readEffective(w *World, id int32) float64 { return kH(w.companies[id].room()) }

// whyEffective puts what is lost as one part beside those of compute_used: it was
// lost on the families of last week, which the running week has not yet changed.
func whyEffective(w *World, id int32, t *Terms) {
	whyUsed(w, id, t)
	t.Add(TermSoftware, -kH(w.companies[id].Loss))
	t.Add(TermResearch, -kH(w.companies[id].Research))
	t.Add(TermSpot, kH(w.companies[id].SpotIn-w.companies[id].SpotOut))
}

func readOwned(w *World, id int32) float64 {
	return kH(w.companies[id].Owned)
}

func whyOwned(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		ref := Ref{OfSite, int32(s)}
		coming := units.H100e(0)
		for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
			coming += units.H100e(w.fleets[at].Coming) * w.families[w.fleets[at].Family].H100e
		}
		ready, _ := w.readyAt(s)
		t.AddOf(TermInstalled, ref, kH(ready))
		t.AddOf(TermInstalling, ref, kH(coming))
	}
}

func readRented(w *World, id int32) float64 { return kH(w.companies[id].Rented) }

func whyRented(w *World, id int32, t *Terms) { w.capacityTerms(CompanyID(id), true, t) }

func readLet(w *World, id int32) float64 { return kH(w.companies[id].Let) }

func whyLet(w *World, id int32, t *Terms) { w.capacityTerms(CompanyID(id), false, t) }

// capacityTerms lists the rentals of a company, as tenant by site, as landlord by
// tenant, and what was promised but did not run.
func (w *World) capacityTerms(c CompanyID, tenant bool, t *Terms) {
	rest := w.companies[c].Rented
	if !tenant {
		rest = w.companies[c].Let
	}
	for i := 1; i < len(w.clauses); i++ {
		k := &w.clauses[i]
		if k.Kind != ClauseCapacity || tenant && k.To != c || !tenant && k.From != c || w.contracts[k.Contract.row()].Start >= w.Date() {
			continue // not its own, or begins with the coming week
		}
		ref := Ref{OfSite, int32(k.Site)}
		if !tenant {
			ref = Ref{OfCompany, int32(k.To)}
		}
		h := w.families[k.Family].H100e
		rest -= units.H100e(k.Now) * h
		t.AddOf(TermContract, ref, kH(units.H100e(k.Qty)*h))
		if k.Now < k.Qty {
			t.AddOf(TermShort, ref, -kH(units.H100e(k.Qty-k.Now)*h))
		}
	}
	if rest != 0 {
		t.Add(TermEnded, kH(rest))
	}
}

func readOnOrder(w *World, id int32) float64 { return kH(w.companies[id].OnOrder) }

func whyOnOrder(w *World, id int32, t *Terms) {
	for i := 1; i < len(w.clauses); i++ {
		if k := &w.clauses[i]; k.Kind == ClauseDeliver && k.To == CompanyID(id) {
			t.AddOf(TermContract, Ref{OfFamily, int32(k.Family)}, kH(units.H100e(k.Qty-k.Delivered)*w.families[k.Family].H100e))
		}
	}
}

// compute_sold_total: all chips of a designer's families, those of the start
// included.
func readSold(w *World, id int32) float64 {
	sum := 0.0
	for f := 1; f < len(w.families); f++ {
		if w.sc.families[f].designer == CompanyID(id) {
			sum += kH(units.H100e(w.families[f].AtStart+w.families[f].Made) * w.families[f].H100e)
		}
	}
	return sum
}

func whySold(w *World, id int32, t *Terms) {
	for f := 1; f < len(w.families); f++ {
		if row := &w.families[f]; w.sc.families[f].designer == CompanyID(id) {
			t.AddOf(TermStart, Ref{OfFamily, int32(f)}, kH(units.H100e(row.AtStart)*row.H100e))
			t.AddOf(TermUnits, Ref{OfFamily, int32(f)}, kH(units.H100e(row.Made)*row.H100e))
		}
	}
}

// idle_share: installed chips without power over all chips owned.
func readIdle(w *World, id int32) float64 {
	co := &w.companies[id]
	return float64(co.Idle) / float64(max(co.Owned, 1))
}

func whyIdle(w *World, id int32, t *Terms) {
	owned := w.companies[id].Owned
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		_, idle := w.readyAt(s)
		t.AddOf(TermUnpowered, Ref{OfSite, int32(s)}, float64(idle)/float64(max(owned, 1)))
	}
}

func readServed(w *World, id int32) float64 { return w.companies[id].served() }

func whyServed(w *World, id int32, t *Terms) {
	co := &w.companies[id]
	t.Add(TermWanted, kH(co.Wanted))
	t.Add(TermServed, kH(co.Served))
}

func readPrice(w *World, id int32) float64 { return float64(w.companies[id].Price) / micro }

func whyPrice(w *World, id int32, t *Terms) {
	co := &w.companies[id]
	t.Add(TermWanted, kH(co.Wanted))
	t.Add(TermCapacity, kH(co.room()))
}

func readWorldRunning(w *World, _ int32) float64 {
	sum := units.H100e(0)
	for c := 1; c < len(w.companies); c++ {
		sum += w.companies[c].Own
	}
	return kH(sum)
}

func whyWorldRunning(w *World, _ int32, t *Terms) {
	for c := 1; c < len(w.companies); c++ {
		t.AddOf(TermInstalled, Ref{OfCompany, int32(c)}, kH(w.companies[c].Own))
	}
}
