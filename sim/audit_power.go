package sim

import (
	"fmt"
	"math"

	"entangle/sim/units"
)

// lawDrawn: what a region's grid gives is what companies draw from it.
func lawDrawn(w *World) error {
	for r := RegionID(1); int(r) < len(w.regions) && len(w.ties) > 1; r++ {
		sum := units.KW(0)
		for c := CompanyID(1); int(c) < len(w.companies); c++ {
			sum += w.tie(c, r).Drawn
		}
		if row := &w.regions[r]; row.Drawn != sum {
			return fmt.Errorf("%s: %d kW are noted as drawn, and companies draw %d", w.sc.Name(Ref{OfRegion, int32(r)}), row.Drawn, sum)
		}
	}
	return nil
}

// lawEnergised: a site has the halls and the grid power it started with and what
// came since, and of these and its turbines it has live what fits together.
func lawEnergised(w *World) error {
	all := make([]units.KW, len(w.companies))
	for s := SiteID(1); int(s) < len(w.sites); s++ {
		row, info := &w.sites[s], &w.sc.sites[s]
		shell, grid := row.AtStart+row.Inherited+row.Built, row.AtStart+row.Wired
		halls, wires := w.dueAt[s].sum[ProjectWork], w.dueAt[s].sum[ProjectFirm]
		for at := info.stages[0]; at < info.stages[1]; at++ {
			g := &w.stages[at]
			if at < int(w.staged[s]) && !(g.Done && g.Halls) {
				return fmt.Errorf("%s: a stage is passed by that is not there", w.sc.Name(Ref{OfSite, int32(s)}))
			}
			if g.Done != (g.Actual < w.Date()) {
				return fmt.Errorf("%s: a stage due on %s is done: %t", w.sc.Name(Ref{OfSite, int32(s)}), g.Actual, g.Done)
			}
			if g.Done {
				grid += g.Add
			} else {
				wires -= g.Add
			}
			if g.Halls {
				shell += g.Add
			} else {
				halls -= g.Add
			}
		}
		if halls != 0 || wires != 0 {
			return fmt.Errorf("%s: noted as announced are %d kW of halls and %d of grid power too many", w.sc.Name(Ref{OfSite, int32(s)}), halls, wires)
		}
		if shell != row.Shell || grid != row.Grid {
			return fmt.Errorf("%s: halls for %d kW and %d kW of the grid, start and what came make %d and %d",
				w.sc.Name(Ref{OfSite, int32(s)}), row.Shell, row.Grid, shell, grid)
		}
		if live := w.feed(s, row.Grid, w.putToWork(s)); live != row.Energised {
			return fmt.Errorf("%s: %d kW energised, halls, grid and turbines make %d", w.sc.Name(Ref{OfSite, int32(s)}), row.Energised, live)
		}
		all[info.owner] += row.Energised
	}
	for c, sum := range all {
		if sum != w.live[c] {
			return fmt.Errorf("%s: %d kW are live, %d are noted", w.sc.Name(Ref{OfCompany, int32(c)}), sum, w.live[c])
		}
	}
	return nil
}

// lawWorks: what a company has broken ground for is being built or finished.
func lawWorks(w *World) error {
	for c := CompanyID(1); len(w.works) > 1 && int(c) < len(w.companies); c++ {
		co, going, built, due := &w.companies[c], units.KW(0), units.KW(0), w.owedForHalls(c)
		for at := firstSlot(c); at < firstSlot(c)+slotsPerCompany; at++ {
			if k := &w.works[at]; k.Site != 0 {
				going += k.Power
				for t := taskID(0); t < taskCount; t++ {
					due += usd(int64(k.Power))*taskSpecs[t].perKW - k.paidBy(t, k.Done[t])
				}
			}
		}
		for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
			built += w.sites[s].Built
		}
		if going+co.Finished != co.Broken || built != co.Finished || due != co.Committed {
			return fmt.Errorf("%s: ground broken for %d kW, %d under way, %d finished, %d at its sites; %d dollars to pay, %d committed",
				w.sc.Name(Ref{OfCompany, int32(c)}), co.Broken, going, co.Finished, built, due, co.Committed)
		}
	}
	return nil
}

// lawQueue: what was asked of a region's grid was granted, withdrawn or waits,
// and what was granted is connected somewhere.
func lawQueue(w *World) error {
	for r := RegionID(1); len(w.works) > 1 && int(r) < len(w.regions); r++ {
		row, open, wired := &w.regions[r], units.KW(0), units.KW(0)
		for i := range w.requests {
			q := &w.requests[i]
			if q.By == 0 || q.Region != r {
				continue
			}
			open += q.Power - q.Granted
			for j := range w.requests[:i] {
				if o := &w.requests[j]; o.By != 0 && o.Region == r && o.Place == q.Place && !q.Private && !o.Private {
					return fmt.Errorf("%s: two requests have place %d", w.sc.Name(Ref{OfRegion, int32(r)}), q.Place)
				}
			}
		}
		for s := range w.sites {
			if s > 0 && w.sc.sites[s].region == r {
				wired += w.sites[s].Wired
			}
		}
		if open+row.Granted+row.Left != row.Filed || wired != row.Granted {
			return fmt.Errorf("%s: %d kW asked of the grid, %d wait, %d granted, %d withdrawn, %d connected",
				w.sc.Name(Ref{OfRegion, int32(r)}), row.Filed, open, row.Granted, row.Left, wired)
		}
	}
	return nil
}

// lawPlants: a site's turbines are those with a permit and those that work
// without, and companies count their projects.
func lawPlants(w *World) error {
	for c := CompanyID(1); len(w.works) > 1 && int(c) < len(w.companies); c++ {
		live, here := int16(0), int16(0)
		for at := firstSlot(c); at < firstSlot(c)+slotsPerCompany; at++ {
			for _, used := range [...]bool{w.works[at].Site != 0, w.requests[at].By != 0, w.plants[at].Site != 0, w.deals[at].Site != 0} {
				if used {
					live++
				}
			}
		}
		held := w.firstHeld(c)
		for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
			here += w.sites[s].Projects
			if s == held {
				held = w.nextHeld(s)
			} else if !w.isBare(s) || w.sites[s].Fleets != 0 {
				return fmt.Errorf("%s has something on it and is not among those held", w.sc.Name(Ref{OfSite, int32(s)}))
			}
		}
		if live != w.companies[c].Projects || here != live || w.rowsInUse(c) != w.companies[c].InUse {
			return fmt.Errorf("%s has %d projects and counts %d, its sites %d", w.sc.Name(Ref{OfCompany, int32(c)}), live, w.companies[c].Projects, here)
		}
		for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
			if got, want := w.sites[s].Gen, w.turbinesAt(s); got != want {
				return fmt.Errorf("%s: %d kW of turbines work, permits and plants make %d", w.sc.Name(Ref{OfSite, int32(s)}), got, want)
			}
		}
	}
	return nil
}

// lawDue: what is noted of each company, so that nobody looks through its rows, is
// what they say.
func lawDue(w *World) error {
	lacking := make([]queued, len(w.lacking))
	for c := CompanyID(1); len(w.works) > 1 && int(c) < len(w.companies); c++ {
		name, suits, lacks := w.sc.Name(Ref{OfCompany, int32(c)}), int16(0), uint8(0)
		for r := RegionID(1); int(r) < len(w.regions); r++ {
			if w.tie(c, r).Suit != suitNone {
				suits++
			}
		}
		if suits != w.suits[c] {
			return fmt.Errorf("%s: %d suits, %d are noted", name, suits, w.suits[c])
		}
		for i := range slotsPerCompany {
			if k := &w.works[firstSlot(c)+i]; k.Site != 0 && k.lacks() {
				lacks |= 1 << i
				all := &lacking[w.sc.sites[k.Site].region]
				all.Builders += k.Power - k.Builders
				all.Iron += k.Power - k.Iron
			}
		}
		if noted := uint8(w.lacks[firstSlot(c)/64] >> (firstSlot(c) % 64)); noted != lacks {
			return fmt.Errorf("%s: works %b lack something, %b are noted", name, lacks, noted)
		}
		if due := w.wakes(c); due.works < w.rests[c].works || due.days < w.rests[c].days {
			return fmt.Errorf("%s: works are due in week %d, others in week %d, they rest until weeks %d and %d", name, due.works, due.days, w.rests[c].works, w.rests[c].days)
		}
	}
	for r, all := range lacking {
		if all != w.lacking[r] {
			return fmt.Errorf("%s: works lack %+v, %+v is noted", w.sc.Name(Ref{OfRegion, int32(r)}), all, w.lacking[r])
		}
	}
	return nil
}

// turbinesAt reckons the turbines that work at a site from permits and plants.
func (w *World) turbinesAt(s SiteID) units.KW {
	sum, c := w.sites[s].Clean, w.sc.sites[s].owner
	for at := firstSlot(c); at < firstSlot(c)+slotsPerCompany; at++ {
		if p := &w.plants[at]; p.Site == s && p.Works && !p.Battery {
			sum += p.Power
		}
	}
	return sum
}

// lawPowerBill: a company has paid or owes what its sites drew when its meters were last
// read: gas for its turbines, its contracts, and the grid for the rest. What has changed since
// waits for its turn. The bill is reckoned anew here, in floats, at the prices of the week,
// which stand until its end.
func lawPowerBill(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co, due, waits := &w.companies[c], 0.0, w.unbilled[c/64]>>(c%64)&1 != 0
		if waits && !w.cutOff(c) && w.head.Tick > 0 && metersRead(w.head.Tick-1)>>(c%64)&1 != 0 {
			return fmt.Errorf("the meters of %s were not read in its turn", w.sc.Name(Ref{OfCompany, int32(c)}))
		}
		for r := RegionID(1); int(r) < len(w.regions); r++ {
			due += w.dueFor(c, r)
		}
		due += float64(co.DealBill)
		if w.head.Tick > 0 && !waits && math.Abs(float64(co.PowerBill)-due) > 1000 || co.Arrears < 0 || co.Arrears > 0 && co.Cash > co.Arrears {
			return fmt.Errorf("%s drew power for %.0f dollars, its bill is %d, it owes %d and has %d",
				w.sc.Name(Ref{OfCompany, int32(c)}), due, co.PowerBill, co.Arrears, co.Cash)
		}
		if cost := w.dealsOf(c); co.DealBill != cost && !waits {
			return fmt.Errorf("%s pays %d under energy contracts that cost %d", w.sc.Name(Ref{OfCompany, int32(c)}), co.DealBill, cost)
		}
	}
	return nil
}

// dealsOf is what the energy contracts of a company cost in a week, nothing while it is cut
// off.
func (w *World) dealsOf(c CompanyID) (sum units.USD) {
	for use := w.inUse(c, useDeals); use.left != 0 && !w.cutOff(c); {
		if d := &w.deals[use.next()]; d.Live {
			sum += units.Energy(d.Price, d.Power, hoursAWeek, w.params.Load)
		}
	}
	return sum
}

// dueFor is what a company owes for a week's energy in a region, without what its
// contracts cost.
func (w *World) dueFor(c CompanyID, r RegionID) float64 {
	drawn, burnt := units.KW(0), units.KW(0)
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		if w.sc.sites[s].region == r {
			drawn += w.sites[s].Used - w.sites[s].Burnt
			burnt += w.sites[s].Burnt
		}
	}
	open, more := drawn, 0.0
	if len(w.ties) > 1 {
		t := w.tie(c, r)
		open = max(0, drawn-t.Bought)
		more = float64(float64(drawn)*float64(t.surcharge())) / float64(units.One)
	}
	price := float64(w.regions[r].Charged)
	sum := float64((float64(open)+more)*price) + float64(float64(burnt)*float64(turbinePrice))
	return float64(sum*float64(w.params.Load*hoursAWeek)) / 1e15
}
