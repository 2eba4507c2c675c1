package sim

import "entangle/sim/units"

// Quote is what an order would cost and bring, as far as anybody can tell when it
// is given; what does not apply is 0.
type Quote struct {
	Total    units.USD   // in all; for energy a year's payments
	Now      units.USD   // of it, at once
	Weeks    int32       // over which it is paid
	When     units.Date  // from then on there is power
	Price    units.Price // of energy, per MWh
	From, To float64     // the neighbours' tolerance, now and then
}

// Quote reckons an order for power, for neighbours, for software or for people. Orders whose
// price stands in the order itself, and those about nothing, have none.
func (v View) Quote(o Order) Quote {
	o.By = v.who
	switch o.Kind {
	case OrderBreakGround, OrderJoinQueue, OrderBridgePower, OrderSignEnergy:
		site, r := v.w.whereOf(&o)
		if !r.Allowed() || site == 0 {
			return Quote{}
		}
		return v.quoteAt(site, &o)
	case OrderMakePact:
		if o.Region == 0 {
			return Quote{}
		}
		now := v.w.regions[o.Region].Tolerance
		return Quote{Total: usd(o.Qty), Now: usd(o.Qty), From: now, To: min(1, now+v.w.goodwill(&o))}
	case OrderLayOff:
		if o.Mode == 0 {
			return Quote{}
		}
		return Quote{Total: v.w.severance(&o), Now: v.w.severance(&o)}
	case OrderOpenOffice:
		return Quote{Total: officeCost(&o), Now: officeCost(&o)}
	case OrderPortStack:
		return Quote{Total: engineerWeek * units.USD(o.Qty) * units.USD(o.Weeks), Weeks: o.Weeks}
	}
	return Quote{}
}

// goodwill is by how much a pact would raise the tolerance.
func (w *World) goodwill(o *Order) float64 {
	gain := float64(float64(giftPer100M*float64(o.Qty)) / 100e6)
	if o.Mode != PactMoney && w.tie(o.By, o.Region).Promises&(1<<o.Mode) == 0 {
		gain += promiseGain
	}
	return gain
}

// quoteAt reckons an order about power at a site.
func (v View) quoteAt(site SiteID, o *Order) Quote {
	w, region := v.w, v.w.sc.sites[site].region
	switch o.Kind {
	case OrderBreakGround:
		return v.quoteGround(site, o)
	case OrderJoinQueue:
		if o.Mode == QueueWithdraw {
			return Quote{}
		}
		return Quote{Total: usd(o.Qty) * gridPerKW, Now: usd(o.Qty) * gridDeposit,
			When: v.inWeeks(w.queueWeeks(region, o.Mode == QueueFlexible))}
	case OrderBridgePower:
		cost, weeks := usd(o.Qty)*bridgePrice(o.Mode), turbineSpan.median
		if o.Mode == BridgeBatteries {
			weeks = batterySpan.median
		} else if o.Mode == BridgePermitFirst {
			weeks = max(weeks, permitSpan.median)
		}
		return Quote{Total: cost, Now: cost, When: v.inWeeks(weeks)}
	}
	return v.quoteEnergy(o)
}

// quoteGround adds the halls and what will be asked of the grid for them.
func (v View) quoteGround(site SiteID, o *Order) Quote {
	k := Work{Site: site, Kind: v.w.kindOfWork(site, units.KW(o.Qty)), Power: units.KW(o.Qty)}
	for t := taskID(0); t < taskCount; t++ {
		k.Weeks[t] = paces[k.Kind][t].usual
	}
	k.Before = v.w.lacking[v.w.sc.sites[site].region]
	missing := usd(int64(v.w.missingGrid(site, o)))
	q := Quote{Total: usd(o.Qty)*workPerKW + missing*gridPerKW, Now: missing * gridDeposit, Weeks: v.w.expects(&k)}
	q.When = v.Date().AddWeeks(int(q.Weeks))
	if missing > 0 {
		q.When = max(q.When, v.inWeeks(v.w.queueWeeks(v.w.sc.sites[site].region, false)))
	}
	return q
}

// quoteEnergy is a contract's payments in a year, and when they begin.
func (v View) quoteEnergy(o *Order) Quote {
	source := EnergySource(o.Mode)
	weeks := float64(blockStart)
	switch source {
	case SourceGas:
		weeks = gasSpan.median
	case SourceNuclear:
		weeks = nuclearSpan.median
	}
	price := v.w.energyOffer(o.Site, source)
	return Quote{Total: units.Energy(price, units.KW(o.Qty), hoursAWeek*weeksInYear, v.w.params.Load), Weeks: o.Weeks,
		When: max(v.inWeeks(weeks), o.When), Price: price}
}

// inWeeks is a day so many weeks from now.
func (v View) inWeeks(weeks float64) units.Date {
	return v.Date().AddWeeks(int(units.Whole(weeks, maxQueue)))
}
