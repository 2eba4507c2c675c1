package sim

// Counter searches the nearest order that would pass: it mends the term that
// Check names, as often as there are terms, and keeps the rest. It is for people
// and agents; Step never calls it. ok is false when nothing near would pass.
func Counter(w *World, o Order) (near Order, ok bool) {
	if o.Kind == OrderNone || o.Kind >= orderKinds {
		return o, false
	}
	spec := orderSpecs[o.Kind]
	if len(spec.Modes) > 0 && (o.Mode == 0 || int(o.Mode) > len(spec.Modes)) {
		return o, false
	}
	o = o.used(spec.FieldsOf(o.Mode))
	for range 2 * int(reasonKinds) {
		r := Check(w, o)
		if r.Allowed() {
			return o, true
		}
		if next, can := w.mend(o, r); can && next != o {
			o = next
			continue
		}
		break
	}
	return o, false
}

// mend changes the one term that a refusal names.
func (w *World) mend(o Order, r Refusal) (Order, bool) {
	switch r.Reason {
	case ReasonTooSmall, ReasonTooLarge:
		o.SetNumber(r.Field, r.Need)
		return o, true
	case ReasonNoSlots, ReasonOfferTooSmall, ReasonNoSuchChips, ReasonNoPower, ReasonPowerLeft, ReasonNoUnits, ReasonNoHeads:
		o.Qty = r.Have
		return o, r.Have > 0
	case ReasonUnderFloor:
		o.Price = price(r.Need)
		return o, true
	case ReasonCash:
		if orderSpecs[o.Kind].Group == GroupTalent && o.Person != 0 {
			return w.cheaper(o)
		}
		return w.affordable(o)
	case ReasonNoDeputy, ReasonDeputyBusy: // the leadership gives it itself
		told := o.Deputy
		o.Deputy = false
		return o, told
	case ReasonPending:
		o.Escalate = true
		return o, w.Cost(o) <= w.companies[o.By].Attention
	case ReasonNoPlace:
		return w.somewhere(o)
	case ReasonNeedsSite, ReasonTolerance:
		return w.builtIn(o)
	case ReasonNotOwnSite, ReasonSameSite:
		return w.ownSiteInstead(o, r.Field)
	case ReasonNotOffered, ReasonExcluded:
		switch o.Kind {
		case OrderRent:
			return w.otherOffer(o)
		case OrderLicenseModel:
			return w.otherHosted(o)
		}
	case ReasonClosedRegion:
		if o.Kind == OrderRent {
			return w.otherOffer(o)
		}
	}
	if next, ok := w.mendStars(o, r); ok {
		return next, true
	}
	if r.Reason == ReasonNotHosted {
		return w.otherHosted(o)
	}
	return w.mendCompute(o, r)
}

// affordable finds the largest quantity that passes, by bisection: what is asked
// for grows with the quantity.
func (w *World) affordable(o Order) (Order, bool) {
	lo, hi := int64(0), o.Qty // lo passes, or is nothing at all
	for hi-lo > 1 {
		o.Qty = lo + (hi-lo)/2
		if Check(w, o).Reason == ReasonCash {
			hi = o.Qty
		} else {
			lo = o.Qty
		}
	}
	o.Qty = lo
	return o, lo > 0
}

// ownSiteInstead takes the company's site with the most free power.
func (w *World) ownSiteInstead(o Order, f FieldID) (Order, bool) {
	best, most := SiteID(0), int64(-1)
	for s := w.sc.companies[o.By].siteFrom; s < w.sc.companies[o.By].siteTo; s++ {
		free := int64(w.sites[s].Energised - w.sites[s].Used)
		taken := f == FieldDest && s == o.Site || f == FieldSite && s == o.Dest
		if free > most && !taken {
			best, most = s, free
		}
	}
	if f == FieldDest {
		o.Dest = best
	} else {
		o.Site = best
	}
	return o, best != 0
}

// somewhere keeps the site of an order that names a region as well, and takes the
// region with the most headroom for one that names neither.
func (w *World) somewhere(o Order) (Order, bool) {
	if o.Site != 0 {
		o.Region = 0
		return o, true
	}
	for r := RegionID(1); int(r) < len(w.regions); r++ {
		if o.Region == 0 || w.regions[r].Headroom > w.regions[o.Region].Headroom {
			o.Region = r
		}
	}
	return o, w.regions[o.Region].Headroom > 0
}

// builtIn takes a site that the company has in the region of its order.
func (w *World) builtIn(o Order) (Order, bool) {
	for s := w.sc.companies[o.By].siteFrom; s < w.sc.companies[o.By].siteTo && o.Kind != OrderMakePact; s++ {
		if w.sc.sites[s].region == o.Region && w.hasSite(s) {
			o.Region, o.Site = 0, s
			return o, true
		}
	}
	return o, false
}

// otherOffer takes the cheapest listed offer that the company may use.
func (w *World) otherOffer(o Order) (Order, bool) {
	for i := range w.board {
		if l := &w.board[i]; l.Landlord != o.By && !l.Exclude.Has(o.By) {
			o.Peer, o.Family, o.Site = l.Landlord, l.Family, l.Site
			return o, true
		}
	}
	return o, false
}
