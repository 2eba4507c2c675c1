package sim

// mendCompute changes the one term that a refusal of a compute order names.
func (w *World) mendCompute(o Order, r Refusal) (Order, bool) {
	switch r.Reason {
	case ReasonStake, ReasonCollateral, ReasonCover, ReasonTooHigh, ReasonNoTools:
		o.Qty = r.Have
		return o, r.Have > 0
	case ReasonTooSoon:
		o.Qty = 0 // the list price, not the rest
		return o, o.Kind == OrderRation
	case ReasonNoEngineers:
		if o.Kind == OrderGateSilicon {
			o.Mode = GateShrink
			return o, true
		}
		if o.Kind == OrderGateProgramme {
			return o, false
		}
		o.Qty = r.Have
		return o, r.Have > 0
	case ReasonNotSoldTo, ReasonOwnFamily, ReasonNotOut, ReasonInsolvent:
		return w.otherFamily(o)
	case ReasonNotDesigner:
		return w.ownDesign(o)
	case ReasonNotOwnProgram, ReasonOtherProgram:
		return w.ownProgram(o)
	case ReasonNotMaker:
		o.Mode = uint8(SupplyPackaging + SupplyMemory - Supply(o.Mode)) // the other supply
		return o, w.maker(Supply(o.Mode)).Of == o.By
	case ReasonStageMissing:
		o.Mode = DecideFund // what is not begun is funded first
		return o, true
	}
	if o.Kind == OrderBook {
		return w.mendBooking(o, r)
	}
	return w.mendModels(o, r)
}

// mendBooking takes what the landlord's house answers: less, another day, its ask. Who
// leaves a landlord of whom nothing is to come is told of one of whom something is.
func (w *World) mendBooking(o Order, r Refusal) (Order, bool) {
	switch r.Reason {
	case ReasonOtherSite:
		o.Site = 0
	case ReasonBookingDay:
		o.When = w.Date().AddWeeks(int(r.Need))
	case ReasonNoHeadroom, ReasonCredit:
		o.Qty = r.Have
		return o, r.Have >= minBooked
	case ReasonUnderAsk:
		o.Price = price(r.Need)
	case ReasonNotBooked:
		for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
			if c := &w.clauses[row]; c.To == o.By && c.Now < c.Qty {
				o.Peer = c.From
				return o, true
			}
		}
		return o, false
	default:
		return w.mendModels(o, r)
	}
	return o, true
}

// otherFamily takes the family for sale to the company with the cheapest compute.
func (w *World) otherFamily(o Order) (Order, bool) {
	v, best, least := w.View(o.By), FamilyID(0), 0.0
	for f := FamilyID(1); int(f) < len(w.families); f++ {
		k := v.Family(f)
		if cost := float64(k.Cost) / float64(k.H100e); k.ForSale && (best == 0 || cost < least) {
			best, least = f, cost
		}
	}
	o.Family = best
	return o, best != 0
}

// ownDesign takes the first family that the company designs.
func (w *World) ownDesign(o Order) (Order, bool) {
	for f := FamilyID(1); int(f) < len(w.families); f++ {
		if w.sc.families[f].designer == o.By {
			o.Family = f
			return o, true
		}
	}
	return o, false
}

// ownProgram takes the first programme of the company that the order is for and
// that is not over.
func (w *World) ownProgram(o Order) (Order, bool) {
	for p := ProgramID(1); int(p) < len(w.programs); p++ {
		business := w.sc.programs[p].kind != ChipProgram
		if w.sc.programs[p].owner == o.By && business == (o.Kind == OrderGateProgramme) &&
			w.programs[p].Stage < SiliconDone && w.ventures[p].Stage < VentureLive {
			o.Program = p
			return o, true
		}
	}
	return o, false
}
