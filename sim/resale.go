package sim

import "entangle/sim/units"

const (
	// What a chip loses of its resale value in a week: in a warehouse half a per
	// cent (economics.md 3), at work three fifths of it, for then nobody doubts
	// that it runs. It is reckoned once in eight weeks.
	agesIdle = 0.005
	agesBusy = 0.003
	ageWeeks = 8
	// brokers pay seven tenths of what a chip is worth: they test, store and bear
	// the risk that nobody wants it.
	brokerPays = 0.7
	// A tenth of all chips of a family in their stores, and brokers pay half; it
	// takes them a quarter to clear most of it. By choice: no figures are public.
	brokerDepth = 0.1
	brokerWeeks = 13.0
)

// age lets chips lose resale value, and brokers find buyers for what they took.
func (w *World) age() {
	if !on(w.sc.setup.Switches.Ageing) || w.head.Tick%billWeeks != billWeeks-1 {
		return
	}
	for f := 1; f < len(w.families); f++ {
		w.families[f].Glut -= float64(w.families[f].Glut*billWeeks) / brokerWeeks
	}
	if w.head.Tick%ageWeeks != ageWeeks-1 {
		return
	}
	for i := 1; i < len(w.fleets); i++ {
		f := &w.fleets[i]
		n := float64(f.Ready + f.Coming)
		if n == 0 {
			continue
		}
		idle := float64(f.Ready-f.Running) / n
		f.Worth -= float64(float64(f.Worth*ageWeeks) * (agesBusy + float64((agesIdle-agesBusy)*idle)))
	}
}

// blend mixes n chips of a given worth into a fleet before they are counted there.
func (f *Fleet) blend(n units.Chips, worth float64) {
	have := float64(f.Ready + f.Coming)
	if all := have + float64(n); all > 0 {
		f.Worth = (float64(f.Worth*have) + float64(worth*float64(n))) / all
	}
}

// resale is what brokers pay for n chips of a fleet: a part of the list price,
// less with age and with what they have in store.
func (w *World) resale(f *Fleet, n units.Chips) units.USD {
	row := &w.families[f.Family]
	depth := max(1, float64(float64(row.AtStart+row.Made)*brokerDepth))
	stored := (row.Glut + float64(float64(n)*0.5)) / depth
	each := float64(float64(row.ListFine*f.Worth)*brokerPays) / (1 + stored)
	return usd(units.Whole(float64(each*float64(n))-0.5, maxExact))
}

// sellFleet sells chips to brokers. They leave the world of the scenario.
func sellFleet(w *World, o *Order) {
	f, row := w.fleet(o.Site, o.Family), &w.families[o.Family]
	n := chipCount(o.Qty)
	paid := w.resale(f, n)
	f.Ready -= n
	f.Running = min(f.Running, f.Ready)
	w.recount(f)
	w.shiftSite(f.Site)
	row.Resold += n
	row.Glut += float64(n)
	w.pay(Brokers, PartyOf(o.By), FlowResale, paid)
	w.emit(Event{Kind: EventFleetSold, By: o.By, Family: o.Family, Ref: Ref{OfSite, int32(o.Site)},
		Qty: o.Qty * int64(row.H100e), Amount: int64(paid)})
}

// fleet_value: what brokers would pay for all chips of a company if each were
// sold alone; they take none of its own design.
func readFleetValue(w *World, id int32) (sum float64) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		sum += w.valueAt(s, w.sc.companies[id].designs)
	}
	return sum
}

func whyFleetValue(w *World, id int32, t *Terms) {
	for s := w.sc.companies[id].siteFrom; s < w.sc.companies[id].siteTo; s++ {
		t.AddOf(TermInstalled, Ref{OfSite, int32(s)}, w.valueAt(s, w.sc.companies[id].designs))
	}
}

// valueAt is what brokers would pay for the chips at a site, but for some families, a
// bit each, in billions.
func (w *World) valueAt(s SiteID, but uint64) (sum float64) {
	for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		if but>>(f.Family-1)&1 != 0 {
			continue
		}
		each := float64(float64(w.families[f.Family].ListFine*f.Worth) * brokerPays)
		sum += float64(each*float64(f.Ready+f.Coming)) / billion
	}
	return sum
}
