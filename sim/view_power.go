package sim

import "entangle/sim/units"

// Grid is what is public of a region and of the company's standing there.
type Grid struct {
	Grows       bool // something can be built here
	NeedsSite   bool
	Headroom    units.KW // a year
	Energy      units.Price
	Base        units.Price // of energy, before load moved it
	Firm        float64     // median weeks of a new firm request
	Flexible    float64
	Tolerance   float64
	Turbines    units.KW // that suppliers have now
	Nuclear     units.KW // on offer
	Plot        SiteID   // where the company's works would stand
	Suit        bool     // the neighbours sue the company
	Promises    uint8    // a bit per mode of make_pact
	Unpermitted units.KW // own turbines at work without a permit
}

// Regions is the number of regions; ids run from 1.
func (v View) Regions() int { return v.w.sc.Regions() }

// Grows tells whether the company can build anything in a region.
func (v View) Grows(r RegionID) bool { return v.w.sc.growsFor(v.who, r) }

// GrowsAnywhere tells whether the company can build anything somewhere.
func (v View) GrowsAnywhere() bool {
	for r := 1; r < len(v.w.sc.regions); r++ {
		if v.w.sc.growsFor(v.who, RegionID(r)) {
			return true
		}
	}
	return false
}

// Tolerance is that of the neighbours in a region, 0 to 1, as everybody sees it.
func (v View) Tolerance(r RegionID) float64 { return v.w.regions[r].Tolerance }

// EnergyIn is the price of energy in a region, what it was before load moved it, and the
// nuclear power on offer.
func (v View) EnergyIn(r RegionID) (price, base units.Price, nuclear units.KW) {
	row := &v.w.regions[r]
	return row.Energy, row.Base, row.Nuclear
}

// RegionOf is where a site is.
func (v View) RegionOf(s SiteID) RegionID { return v.w.sc.sites[s].region }

// IsPlot tells whether a site is land without anything on it.
func (v View) IsPlot(s SiteID) bool {
	row := &v.w.sites[s]
	return v.w.sc.sites[s].plot && row.Shell == 0 && row.Grid == 0
}

// Building tells whether anything is under way at an own site, or halls there
// stand without grid power.
func (v View) Building(s SiteID) bool {
	row := &v.w.sites[s]
	return v.w.sc.sites[s].owner == v.who && max(units.KW(row.Projects), row.Shell-row.Grid) > 0
}

// Grounds is the own sites where something can be built; read only.
func (v View) Grounds() []SiteID { return v.w.sc.companies[v.who].grounds }

// GroundIn is the grid power that a region can add in a year, the turbines that suppliers have
// there now, the price of its energy and the tolerance of its neighbours.
func (v View) GroundIn(r RegionID) (headroom, turbines units.KW, energy units.Price, tolerance float64) {
	row := &v.w.regions[r]
	return row.Headroom, row.Units, row.Energy, row.Tolerance
}

// BareHalls is the halls at an own site that could be fitted out.
func (v View) BareHalls(s SiteID) units.KW {
	if v.w.sc.sites[s].owner != v.who || v.w.isBare(s) {
		return 0
	}
	return v.w.sites[s].Halls
}

// HallsBegun is the halls that the company has begun itself at its own sites.
func (v View) HallsBegun() (halls units.KW) {
	for use := v.w.inUse(v.who, useWorks); use.left != 0; {
		halls += v.w.works[use.next()].Power
	}
	return halls
}

// Unpowered is by how much the halls of an own site that are announced until a date go
// beyond its grid power and all its turbines, and these.
func (v View) Unpowered(s SiteID, by units.Date) (power, turbines units.KW) {
	row, w := &v.w.sites[s], v.w
	if w.sc.sites[s].owner != v.who {
		return 0, 0
	}
	late := w.dueAt[s].sum[ProjectFirm] - w.dueAt[s].sum[ProjectWork] // a stage has halls and grid power for the same day
	power, turbines = row.Shell-row.Grid-late, row.Gen
	if row.Projects > 0 {
		for use := w.inUse(v.who, useWorks); use.left != 0; {
			k := &w.works[use.next()]
			power += here(k.Site, s, until(k.Expected, by, k.Power))
		}
		for use := w.inUse(v.who, useRequests); use.left != 0; {
			q := &w.requests[use.next()]
			power -= here(q.Site, s, until(q.Expected, by, q.Power-q.Granted))
		}
		for use := w.inUse(v.who, usePlants); use.left != 0; {
			if k := &w.plants[use.next()]; !k.Works && !k.Battery {
				turbines += here(k.Site, s, k.Power)
			}
		}
	}
	return power - turbines, turbines
}

// Dark is the halls at an own site that stand without grid power, and the power that chips
// installed there lack.
func (v View) Dark(s SiteID) (halls, chips units.KW) {
	if v.w.sc.sites[s].owner != v.who {
		return 0, 0
	}
	row := &v.w.sites[s]
	return row.Shell - row.Grid, row.Needed - row.Energised
}

// Grid returns what is known of a region.
func (v View) Grid(r RegionID) (g Grid) {
	if v.LookAt(r, &g); g.Grows {
		g.Firm, g.Flexible = v.QueueWeeks(r, false), v.QueueWeeks(r, true)
	}
	return g
}

// SuedAnywhere tells whether those of any region do.
func (v View) SuedAnywhere() bool { return v.w.suits[v.who] > 0 }

// LateStages is the power of an own site that was announced at the start and is so
// many weeks late.
func (v View) LateStages(s SiteID, weeks int) (late units.KW) {
	day := v.Date().AddWeeks(-weeks)
	for at, to := v.w.coming(s); at < to && v.w.sc.sites[s].owner == v.who; at++ {
		if k := &v.w.stages[at]; !k.Done && v.w.sc.stages[at].planned <= day {
			late += k.Add
		}
	}
	return late
}

// QueueWeeks is the median of the weeks that a new request waits in a region.
func (v View) QueueWeeks(r RegionID, flexible bool) float64 { return v.w.queueWeeks(r, flexible) }

// BuildersWeeks is in how many weeks a region's contractors and transformers would do for
// halls of a power, after all that have broken ground there.
func (v View) BuildersWeeks(r RegionID, power units.KW) float64 {
	if !on(v.w.sc.setup.Switches.Builders) {
		return 0
	}
	row, before := &v.w.regions[r], &v.w.lacking[r]
	wait := func(before, stock, yearly units.KW) float64 {
		if yearly == 0 {
			return 0
		}
		return float64(weeksInYear*float64(max(before+power-stock, 0))) / float64(yearly)
	}
	return max(wait(before.Builders, row.Builders, row.Contractors), wait(before.Iron, row.Iron, row.Transformers))
}

// LookAt writes Grid to g, without the weeks of new requests.
func (v View) LookAt(r RegionID, g *Grid) {
	row := &v.w.regions[r]
	*g = Grid{Grows: v.Grows(r), Headroom: row.Headroom, Energy: row.Energy, Base: row.Base}
	if !g.Grows {
		return
	}
	t := v.w.tie(v.who, r)
	g.NeedsSite = on(v.w.sc.setup.Regions[r-1].NeedsSite)
	g.Tolerance, g.Turbines, g.Nuclear = row.Tolerance, row.Units, row.Nuclear
	g.Plot, g.Suit, g.Promises = v.w.sc.plot(v.who, r), t.Suit != suitNone, t.Promises
	for use := v.w.inUse(v.who, usePlants); use.left != 0; {
		if p := &v.w.plants[use.next()]; p.Works && !p.Battery && v.w.sc.sites[p.Site].region == r {
			g.Unpermitted += p.Power // with a permit it would need no row
		}
	}
}

// SitePlan is a site's power: what stands, and what is announced until a date.
type SitePlan struct {
	Halls    units.KW // fitted out, with all that is on its way
	Grid     units.KW // connected, with all that is asked for
	HallsBy  units.KW // announced to be fitted out by the date
	GridBy   units.KW // announced to be connected by the date
	Turbines units.KW // at work or on their way
	Bare     units.KW // halls that could be fitted out
	Live     units.KW // energised by the date, as announced

	gen, stored units.KW // turbines and batteries at work by the date
}

// isBare tells whether a site is land with nothing on it or under way.
func (w *World) isBare(s SiteID) bool {
	row := &w.sites[s]
	return row.Projects == 0 && row.Shell+row.Grid == 0 && w.sc.sites[s].plot
}

// live is the power live with halls, grid power, turbines and batteries.
func (v View) live(halls, grid, gen, stored units.KW) units.KW {
	if gen|stored != 0 { // few sites have any
		grid += v.aid(grid, gen, stored)
	}
	return min(halls, grid)
}

// aid is what turbines and batteries add to a grid power.
func (v View) aid(grid, gen, stored units.KW) units.KW {
	return min(stored, units.KW(units.PPM(batteryShare).Of(int64(grid)))) + units.KW(v.w.companies[v.who].Policy.Dispatch.Of(int64(gen)))
}

// until is a power that is expected by a date, else nothing.
func until(expected, by units.Date, power units.KW) units.KW {
	if expected > by {
		power = 0
	}
	return power
}

// PowerDue is the power that is announced to come at an own site up to a date.
// Announced dates are all one knows: slips show when they happen.
func (v View) PowerDue(s SiteID, by units.Date) units.KW {
	if v.w.sc.sites[s].owner != v.who {
		return 0
	}
	return v.w.liveBy(s, by) - v.w.sites[s].Energised
}

// CanBridge tells whether the company may have one more row of turbines or batteries.
func (v View) CanBridge() bool { return v.w.open(v.who, OrderBridgePower, usePlants) < slotsPerCompany }

// BridgeRoom is how much more of turbines or batteries an own site may have.
func (v View) BridgeRoom(s SiteID, mode uint8) units.KW {
	if v.w.sc.sites[s].owner != v.who || !v.Grows(v.w.sc.sites[s].region) {
		return 0
	}
	return v.w.bridgeRoom(s, mode)
}

// WiresTo is the power that plants of the company's own energy contracts are still to bring
// to a region.
func (v View) WiresTo(r RegionID) (sum units.KW) {
	for use := v.w.inUse(v.who, useRequests); use.left != 0; {
		if q := &v.w.requests[use.next()]; q.Private && q.Region == r {
			sum += q.Power - q.Granted
		}
	}
	return sum
}

// Contracted is the power of the company's energy contracts in a region.
func (v View) Contracted(r RegionID) (sum units.KW) {
	for use := v.w.inUse(v.who, useDeals); use.left != 0; {
		if d := &v.w.deals[use.next()]; v.w.sc.sites[d.Site].region == r {
			sum += d.Power
		}
	}
	return sum
}

// here is a power if it is for a site, else nothing.
func here(of, s SiteID, power units.KW) units.KW {
	if of != s {
		power = 0
	}
	return power
}
