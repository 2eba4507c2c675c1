package experiment_test

import (
	"maps"
	"slices"
	"testing"

	"entangle/sim"
)

// absurd counts runs in which something happens that nobody who knows 2025 would
// believe.
type absurd struct {
	sc    *sim.Scenario
	sold  map[string]bool // families that others than their designer buy
	rich  []bool          // by company: with more than $15B at the start
	worth []float64       // by company, in the first week that has a value
	still map[string]int  // weeks a price has stood at its bound
	found map[string]bool
	runs  int
	kinds map[string]int // in how many runs
}

func newAbsurd(sc *sim.Scenario, setup *sim.Setup) *absurd {
	a := &absurd{sc: sc, sold: map[string]bool{}, kinds: map[string]int{}}
	for i := range setup.Families {
		f := &setup.Families[i]
		a.sold[f.ID] = len(f.SoldTo) != 1
	}
	return a
}

func (a *absurd) begin() {
	a.rich, a.worth = nil, make([]float64, a.sc.Companies()+1)
	a.still, a.found = map[string]int{}, map[string]bool{}
}

func (a *absurd) end() {
	if len(a.found) > 0 {
		a.runs++
	}
	for what := range a.found {
		a.kinds[what]++
	}
}

// Bounds of what one would believe. By choice, each far from what happened.
const (
	richCash    = 15.0     // $B: who has so much does not go under in 18 months
	mostChips   = 0.45     // of all chips, of one company
	mostWorth   = 12_000.0 // $B; the dearest company of 2025 came to 5,000
	worthFalls  = 0.1      // of the first value, of a company with money
	bestModel   = 172.0    // ECI at the end of 2025; 152 happened
	labRunRate  = 60.0     // $B a year at the end of 2025; 20 happened
	payRises    = 8.0      // times, for researchers on the market
	leastChips  = 12_000.0 // kH100e, of all at the end of 2025; 18,500 happened
	allChips    = 28_000.0
	quarter     = 13 // weeks
	yearEnd     = 52
	leastPrice  = 0.02 // $ an H100e-hour
	mostPrice   = 90.0
	leastEnergy = 1.0 // $ a MWh
	mostEnergy  = 2_000.0
)

var (
	cashOf, ownedOf, valueOf  = metric("cash"), metric("compute_owned"), metric("valuation")
	modelOf, runRateOf        = metric("best_model_eci"), metric("revenue_run_rate")
	spotOf, wageOf, energyOf  = metric("spot_price"), metric("wage_researchers"), metric("energy_price")
	segmentPriceOf, listPrice = metric("segment_price"), metric("list_price")
)

func (a *absurd) week(w *sim.World, n int) {
	all := 0.0
	for id := int32(1); int(id) <= a.sc.Companies(); id++ {
		all += ownedOf(w, id)
	}
	if n == 1 {
		a.rich = append(a.rich, false)
		for id := int32(1); int(id) <= a.sc.Companies(); id++ {
			a.rich = append(a.rich, cashOf(w, id) > richCash)
		}
	}
	for id := int32(1); int(id) <= a.sc.Companies(); id++ {
		a.company(w, id, n, all)
	}
	if n == yearEnd && (all < leastChips || all > allChips) {
		a.found["chips of all"] = true
	}
	for _, e := range w.Events() {
		if e.Kind == sim.EventInsolvent && a.rich[e.By] {
			a.found["a rich company goes under"] = true
		}
	}
	a.prices(w)
}

func (a *absurd) company(w *sim.World, id int32, n int, all float64) {
	name := a.sc.Name(sim.Ref{Of: sim.OfCompany, ID: id})
	if ownedOf(w, id) > mostChips*all {
		a.found[name+" owns half of all chips"] = true
	}
	value := valueOf(w, id)
	if a.worth[id] == 0 {
		a.worth[id] = value
	}
	if value > mostWorth {
		a.found[name+" is worth more than any company"] = true
	}
	if a.rich[id] && value < worthFalls*a.worth[id] {
		a.found[name+" loses its value"] = true
	}
	if cashOf(w, id) < 0 {
		a.found[name+" has less than no money"] = true
	}
	if n <= yearEnd && modelOf(w, id) > bestModel {
		a.found[name+" has a model of later years"] = true
	}
	if n == yearEnd && !a.rich[id] && modelOf(w, id) > 0 && runRateOf(w, id) > labRunRate {
		a.found[name+" earns like a hyperscaler"] = true
	}
}

// prices looks for those that stand at a bound for a quarter.
func (a *absurd) prices(w *sim.World) {
	a.at("the spot price", spotOf(w, 0), leastPrice, mostPrice)
	for id := int32(1); int(id) <= a.sc.Segments(); id++ {
		if p := segmentPriceOf(w, id); p > 0 {
			a.at(a.sc.Name(sim.Ref{Of: sim.OfSegment, ID: id}), p, leastPrice, mostPrice)
		}
	}
	for id := int32(1); int(id) <= a.sc.Regions(); id++ {
		a.at(a.sc.Name(sim.Ref{Of: sim.OfRegion, ID: id}), energyOf(w, id), leastEnergy, mostEnergy)
	}
	for id := int32(1); int(id) <= a.sc.Families(); id++ {
		name := a.sc.Name(sim.Ref{Of: sim.OfFamily, ID: id})
		if f := w.Family(sim.FamilyID(id)); !f.Shut && a.sold[name] {
			a.at(name, listPrice(w, id), float64(f.UnitCost)*1.001, 1e6)
		}
	}
	a.at("pay of researchers", wageOf(w, 0), 0.01, payRises)
}

func (a *absurd) at(what string, price, low, high float64) {
	if price > low && price < high {
		a.still[what] = 0
		return
	}
	if a.still[what]++; a.still[what] == quarter {
		a.found[what+" stands at its bound"] = true
	}
}

// TestYearIsNotAbsurd: at most 2 % of runs have anything that nobody would believe.
func TestYearIsNotAbsurd(t *testing.T) {
	if long(t) {
		return
	}
	sc, runs, bad := theYear(t), yearRuns, 0
	setup := yearPack(t).Setup
	kinds := map[string]int{}
	for _, a := range playYears(sc, runs, func() *absurd { return newAbsurd(sc, &setup) }) {
		bad += a.runs
		for what, n := range a.kinds {
			kinds[what] += n
		}
	}
	for _, what := range slices.Sorted(maps.Keys(kinds)) {
		t.Logf("%d times: %s", kinds[what], what)
	}
	t.Logf("absurd in %d of %d runs", bad, runs)
	if bad*50 > runs {
		t.Error("more than 2 %")
	}
}
