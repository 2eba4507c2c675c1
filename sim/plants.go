package sim

import "entangle/sim/units"

// freePlant is a row of a company's plants that is free, or nil.
func (w *World) freePlant(c CompanyID) *Plant {
	if at := w.freeSlot(c, usePlants); at != 0 {
		return &w.plants[at]
	}
	return nil
}

// placePlant orders turbines or batteries that are paid for. Who applies for the
// permit first waits for both; who starts without gets round to it late.
func (w *World) placePlant(o Order) {
	p := w.freePlant(o.By)
	if p == nil {
		return
	}
	power, today, subject := units.KW(o.Qty), w.Date(), w.serial(o.By)
	*p = Plant{Site: o.Site, Battery: o.Mode == BridgeBatteries, First: o.Mode == BridgePermitFirst, Power: power}
	arrive, usual, price := turbineSpan, turbineSpan.median, usd(turbinePerKW)
	if p.Battery {
		arrive, usual, price = batterySpan, batterySpan.median, batteryPerKW
	}
	p.Due = today.AddWeeks(int(w.wait(streamPlants, subject, arrive)))
	if p.First {
		p.Permit = today.AddWeeks(int(w.wait(streamPlants, subject+1, permitSpan)))
		usual = max(usual, permitSpan.median)
	}
	p.Expected = today.AddWeeks(int(units.Whole(usual, maxQueue)))
	w.opens(o.By, o.Site, usePlants)
	w.pay(PartyOf(o.By), Builders, FlowSites, price*usd(o.Qty))
	p.Event = w.emit(Event{Kind: EventBridgeOrdered, By: o.By, Ref: Ref{OfSite, int32(o.Site)},
		Qty: int64(p.Expected-today) / 7, Amount: o.Qty})
}

// commission starts what has arrived and notes permits that come. Batteries and
// permitted turbines need no row once they work.
func (w *World) commission(p *Plant) {
	today, site := w.Date(), p.Site
	owner := w.sc.sites[site].owner
	if !p.Permitted && p.Permit != 0 && p.Permit <= today {
		w.permit(p, owner)
	}
	if !p.Works && !p.Enjoined && p.Due <= today && (p.Permitted || !p.First) {
		w.start(p, owner)
	}
	if p.Expected <= today && !p.Works {
		p.Expected = today.AddWeeks(noticed)
	}
	if p.Works && (p.Battery || p.Permitted) {
		w.sites[site].Clean += p.clean()
		w.shiftSite(site)
		*p = Plant{}
		w.closes(owner, site)
	}
}

// clean is the power of turbines with a permit.
func (p *Plant) clean() units.KW {
	if p.Battery {
		return 0
	}
	return p.Power
}

func (w *World) permit(p *Plant, owner CompanyID) {
	p.Permitted = true
	e := w.emit(Event{Kind: EventPermit, Cause: p.Event, By: owner, Ref: Ref{OfSite, int32(p.Site)}, Amount: int64(p.Power)})
	if p.Enjoined {
		p.Enjoined, p.Works = false, true
		w.sites[p.Site].Gen += p.Power
		w.relight(p.Site, e)
	}
}

func (w *World) start(p *Plant, owner CompanyID) {
	p.Works = true
	s := &w.sites[p.Site]
	if p.Battery {
		s.Batteries += p.Power
	} else {
		s.Gen += p.Power
	}
	if !p.First && !p.Battery && !p.Permitted {
		p.Permit = w.Date().AddWeeks(int(w.wait(streamPlants, w.serial(owner), latePermit)))
	}
	w.relight(p.Site, p.Event)
}

// enjoin stops all turbines of a company in a region that have no permit, until
// they get one, which a court hurries.
func (w *World) enjoin(c CompanyID, r RegionID, cause EventID) {
	w.stirDays(c)
	for use := w.inUse(c, usePlants); use.left != 0; {
		p := &w.plants[use.next()]
		if p.Battery || !p.Works || p.Permitted || w.sc.sites[p.Site].region != r {
			continue
		}
		p.Works, p.Enjoined = false, true
		weeks := w.wait(streamPlants, w.serial(c), courtPermit)
		p.Permit = min(p.Permit, w.Date().AddWeeks(int(weeks)))
		w.sites[p.Site].Gen -= p.Power
		w.relight(p.Site, cause)
	}
}

// dirty is the power of a site's turbines that work without a permit.
func (w *World) dirty(s SiteID) units.KW { return w.sites[s].Gen - w.sites[s].Clean }
