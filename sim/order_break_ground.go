package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// groundSpec: break_ground begins halls: on open land in a region, beside the
// company's own halls or in bare ones. Land, halls, transformers and fit-out
// follow each other as money, contractors and neighbours allow; what the grid
// does not yet give is asked of it at the same time.
var groundSpec = OrderSpec{
	Kind: OrderBreakGround, Name: "break_ground", Group: GroupPower, Attention: 2, Line: true,
	Fields: []FieldSpec{
		{Field: FieldRegion, Name: "region", Optional: true},
		{Field: FieldSite, Name: "site", Optional: true},
		{Field: FieldQty, Name: "power", Unit: units.KindKW, Min: leastPower, Max: mostPower},
	},
	check: checkGround, apply: applyGround,
}

// Bounds of the power in an order: a small hall, and more than any campus has.
const (
	leastPower = 1_000     // kW
	mostPower  = 5_000_000 // kW
)

// whereOf is the site that an order of the power group is about: the one it
// names, or the company's plot in the region it names.
func (w *World) whereOf(o *Order) (SiteID, Refusal) {
	if (o.Site != 0) == (o.Region != 0) {
		return 0, Refusal{Reason: ReasonNoPlace, Field: FieldRegion}
	}
	site, region, field := o.Site, o.Region, FieldRegion
	if site != 0 {
		if r := w.ownSite(o.By, site, FieldSite); !r.Allowed() {
			return site, r
		}
		region, field = w.sc.sites[site].region, FieldSite
	} else {
		site = w.sc.plot(o.By, region)
	}
	if !w.sc.growsFor(o.By, region) {
		r := Refusal{Reason: ReasonClosedRegion, Field: field, Ref: Ref{OfRegion, int32(region)}}
		if !w.sc.regions[region].grows {
			r.Reason = ReasonNoGrowth
		}
		return site, r
	}
	return site, Refusal{}
}

// plot is the site that a company's works in a region fill.
func (s *Scenario) plot(c CompanyID, r RegionID) SiteID { return s.plots[s.plotAt(c, r)] }

// plotAt is where plots has it.
func (s *Scenario) plotAt(c CompanyID, r RegionID) int {
	return int(c)*(len(s.setup.Regions)+1) + int(r)
}

func checkGround(w *World, o *Order) Refusal {
	site, r := w.whereOf(o)
	if !r.Allowed() {
		return r
	}
	if n := w.open(o.By, OrderBreakGround, useWorks); n >= slotsPerCompany {
		return tooMany(n)
	}
	row := &w.regions[w.sc.sites[site].region]
	if w.kindOfWork(site, units.KW(o.Qty)) == workGreenfield && on(w.sc.setup.Switches.Tolerance) && row.Tolerance < landTolerance {
		return Refusal{Reason: ReasonTolerance, Amounts: Amounts{toPPM(row.Tolerance), toPPM(landTolerance)}, Ref: Ref{OfRegion, int32(w.sc.sites[site].region)}}
	}
	return w.spend(o.By, w.firstCost(site, o))
}

// firstCost is the land, and the deposit for what will be asked of the grid.
func (w *World) firstCost(site SiteID, o *Order) units.USD {
	return usd(o.Qty)*taskSpecs[taskLand].perKW + usd(int64(w.missingGrid(site, o)))*gridDeposit
}

// missingGrid is the power that a site's halls will lack with those of an order.
func (w *World) missingGrid(site SiteID, o *Order) units.KW {
	s := &w.sites[site]
	if w.freeRequest(o.By) == nil {
		return 0
	}
	asked := units.KW(0)
	for i := range w.asks {
		if a := &w.asks[i]; a.Kind == OrderJoinQueue && a.Site == site {
			asked += units.KW(a.Qty)
		}
	}
	return max(0, s.Shell+w.underway(site)+w.dueAt[site].sum[ProjectWork]+units.KW(o.Qty)-s.Grid-asked-w.queued(o.By, site)-w.dueAt[site].sum[ProjectFirm])
}

// open counts a company's live rows and what it has asked of their kind this week.
func (w *World) open(c CompanyID, kind OrderKind, rows int) (n int64) {
	n = int64(bits.OnesCount8(w.companies[c].InUse[rows]))
	for i := range w.asks {
		if w.asks[i].By == c && w.asks[i].Kind == kind {
			n++
		}
	}
	return n
}

func tooMany(n int64) Refusal {
	return Refusal{Reason: ReasonProjects, Amounts: Amounts{n, slotsPerCompany}}
}

func toPPM(x float64) int64 {
	return units.Whole(float64(x*float64(units.One)), int64(units.One))
}

// kindOfWork is what a work at a site would start from.
func (w *World) kindOfWork(site SiteID, power units.KW) workKind {
	switch s := &w.sites[site]; {
	case s.Halls >= power:
		return workHall
	case s.Shell > 0 || w.underway(site) > 0:
		return workExtension
	}
	return workGreenfield
}

func applyGround(w *World, o *Order) {
	site, _ := w.whereOf(o)
	power, kind, missing := units.KW(o.Qty), w.kindOfWork(site, units.KW(o.Qty)), w.missingGrid(site, o)
	k, co := w.freeWork(o.By), &w.companies[o.By]
	*k = Work{Site: site, Kind: kind, Power: power, Begun: w.Date()}
	if kind == workHall {
		w.sites[site].Halls -= power
	}
	draw := w.stream(streamWorks, w.serial(o.By))
	for t := taskID(0); t < taskCount; t++ {
		k.Weeks[t] = t.of(kind).at(draw.Normal())
	}
	lacking := &w.lacking[w.sc.sites[site].region]
	k.Before = *lacking
	lacking.Builders += power
	lacking.Iron += power
	weeks := w.expects(k)
	k.Expected = w.Date().AddWeeks(int(weeks))
	co.Broken += power
	co.Committed += usd(o.Qty) * workPerKW
	w.opens(o.By, site, useWorks)
	k.Event = w.emit(Event{Kind: EventGroundBroken, By: o.By, Ref: Ref{OfSite, int32(site)}, Qty: int64(weeks), Amount: o.Qty})
	if missing > 0 {
		w.asks = append(w.asks, Order{Kind: OrderJoinQueue, Mode: QueueFirm, By: o.By, Site: site, Qty: int64(missing)})
		w.putBy(o.By, usd(int64(missing))*gridDeposit)
	}
}

// freeWork is a row of a company's works that is free.
func (w *World) freeWork(c CompanyID) *Work {
	if at := w.freeSlot(c, useWorks); at != 0 {
		return &w.works[at]
	}
	return nil
}
