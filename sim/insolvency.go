package sim

import "entangle/sim/units"

// ruins tells whether companies that cannot pay go under. Where they do not, no claim is
// ever lost: lenders have no default to price, and investors and leaderships no end to
// fear (the soft budget constraint, see docs/decisions.md).
func (w *World) ruins() bool { return on(w.sc.setup.Switches.Insolvency) }

// fail hands a company that cannot pay over to administrators. What it rents and has
// on order ends; what it has let runs on until those contracts end; what nobody uses
// is sold by the month, and lenders get what comes in. The people leave.
func (w *World) fail(c CompanyID) {
	co := &w.companies[c]
	co.Bust, w.finances[c].Under = true, w.Date()
	w.listFamilies()
	w.emit(Event{Kind: EventInsolvent, By: c, Amount: int64(w.debt(c) + co.Arrears)})
	w.endContracts(c)
	for p := 1; p < len(w.programs); p++ {
		if w.sc.programs[p].owner == c && w.programs[p].Pace > 0 {
			w.closeProgram(ProgramID(p), SiliconKilled)
		}
	}
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
			f := &w.fleets[at]
			f.Posted, f.Floor, f.From = 0, 0, 0
			w.head.Relist = true
		}
	}
	w.scatter(c)
	w.news(c)
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		p := w.product(s, c)
		if p.On {
			co.offers(false)
		}
		p.On, p.Share = false, 0
		w.countNobody(s)
		co.ask(&w.segments[s], p, 0)
		w.tally(&w.segments[s], c, co, p)
	}
	co.Quality, co.Served = 0, 0
	co.Policy = Policies{Dispatch: co.Policy.Dispatch}
	for a := range co.Plan.Next {
		co.Plan.Next[a] = units.LastDate
	}
	co.Plan.Wake = units.LastDate
	w.administer(c)
}

// scatter has the people of a company leave, with nine tenths of what they know. What
// they were making is given up, and what they made is off the market.
func (w *World) scatter(c CompanyID) {
	co := &w.companies[c]
	w.dropVentures(c)
	w.giveUpModels(c)
	for i := 1; i < len(w.people); i++ {
		if w.people[i].Employer == c {
			w.dismiss(PersonID(i))
		}
	}
	co.bearSelling(0)
	co.Overhead /= 10
	w.moveKnow(c, 0, float64(co.Know*0.9))
	for f := range w.accountsOf(c) {
		t := &w.accountsOf(c)[f]
		t.Crew, t.Until, t.Seen = 0, 0, 0
	}
	if !w.hasTalent() {
		co.Staff, co.Engineers = co.Staff/10, 0
		return
	}
	for t := range TierCount {
		w.disband(c, t)
	}
	w.teams[c].Others /= 10
	w.teams[c].Need /= 10
	w.reckonPay(c)
	w.countStaff(c)
}

// disband sends nine tenths of a crew to employers who do not play.
func (w *World) disband(c CompanyID, t Tier) {
	k, out := w.crew(c, t), w.crew(0, t)
	keep := k.Heads() / 10
	if t == TierEngineers {
		keep = 0
	}
	out.Old += k.Heads() - keep
	*k = Crew{Old: keep, Target: float64(keep), Pay: k.Pay, NewPay: k.NewPay}
}

// giveUpModels ends a company's runs and takes its models off the market.
func (w *World) giveUpModels(c CompanyID) {
	runs := w.labRuns(c)
	for i := range runs {
		if runs[i].Stage != RunNone {
			w.drop(c, &runs[i])
		}
	}
	from, to := modelsOf(c)
	for m := from; m < to && w.labs[c].Makes; m++ {
		w.models[m] = Model{}
	}
	if w.labs[c].Makes {
		w.refresh(c)
		w.news(c) // who hosted one has to look for another
	}
}

// endContracts ends what a bankrupt company rents, has ordered or was to deliver, and
// what it was to let from a later day.
func (w *World) endContracts(c CompanyID) {
	for row := 1; row < len(w.contracts); row++ {
		k := &w.contracts[row]
		if k.ID == 0 || k.Parties[0] != c && k.Parties[1] != c {
			continue
		}
		runs := false // for a tenant
		for at := k.Clauses; at != 0; at = w.clauses[at].Next {
			o := &w.clauses[at]
			runs = runs || o.Kind == ClauseCapacity && o.From == c && !o.Ahead
		}
		if !runs {
			w.end(k, EventContractBroken, k.Signed, 0)
		} else if row := w.bookingOf(k); row != 0 && w.clauses[row].From == c {
			w.strike(row) // what was not handed over will not be
		}
	}
}

// closeAfter is how many weeks administrators wait for what comes in, by choice.
const closeAfter = 26

// administer sells what nobody uses and pays lenders out of what is there. When
// nothing is left to sell and nobody rents any more, or half a year has passed, the
// rest is lost to them.
func (w *World) administer(c CompanyID) {
	left := w.sellOff(c)
	co, keep := &w.companies[c], units.USD(0)
	if left {
		keep = 2 * billWeeks * (co.Overhead + co.PowerBill)
	}
	w.payLenders(c, max(0, co.Cash-keep))
	if f := &w.finances[c]; w.debt(c) > 0 && (!left || f.Under.AddWeeks(closeAfter) <= w.Date()) {
		lost := w.debt(c)
		f.Written += lost
		*w.loansOf(c) = [loansPerCompany]Loan{}
		w.emit(Event{Kind: EventDebtLost, By: c, Amount: int64(lost)})
	}
	f := &w.finances[c]
	f.Guided, f.Next, f.Hype = 0, 0, 0
}

// payLenders pays money on all loans in proportion to what is owed.
func (w *World) payLenders(c CompanyID, cash units.USD) {
	debt, loans := w.debt(c), w.loansOf(c)
	cash = min(cash, debt)
	for i := range loans {
		if l := &loans[i]; l.Owed > 0 && debt > 0 {
			part := units.USD(units.MulDiv(int64(cash), int64(l.Owed), int64(debt)))
			debt -= l.Owed
			cash -= part
			l.Owed -= part
			w.pay(PartyOf(c), Lenders, FlowLoan, part)
		}
	}
}

// auctionPrice is what chips bring at an auction, of what they are worth
// (economics.md 8).
const auctionPrice = 550_000

// sellOff sells the chips of a bankrupt company that are not let, and tells whether
// any are left: those let, or on their way.
func (w *World) sellOff(c CompanyID) (left bool) {
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		for at := w.sites[s].Fleets; at != 0; at = w.fleets[at].Next {
			w.auctionFleet(c, at)
			left = left || w.fleets[at].Ready+w.fleets[at].Coming > 0
		}
	}
	return left
}

// auctionFleet offers the free chips of a fleet to all who have power and money for
// them, in an order that is drawn; brokers take the rest.
func (w *World) auctionFleet(c CompanyID, at int32) {
	f := &w.fleets[at]
	free := max(0, f.Ready-f.Let-f.Later)
	if free == 0 {
		return
	}
	each := units.USD(units.PPM(auctionPrice).Of(units.FromFloat(float64(w.families[f.Family].ListFine*f.Worth), 1, maxExact)))
	draw := w.stream(streamAuction, uint64(at))
	n := len(w.companies) - 1
	for i, first := 0, int(draw.IntN(int64(n))); i < n && free > 0; i++ {
		by := CompanyID(1 + (first+i)%n)
		if got := w.wants(by, c, f.Family, free, each); got > 0 {
			w.buyUsed(by, c, at, got, each)
			f = &w.fleets[at]
			free -= got
		}
	}
	if free > 0 {
		sellFleet(w, &Order{By: c, Site: f.Site, Family: f.Family, Qty: int64(free)})
	}
}

// wants is how many used chips of a family a company has power and money for.
func (w *World) wants(by, from CompanyID, family FamilyID, free units.Chips, each units.USD) units.Chips {
	co := &w.companies[by]
	spare := co.Cash - co.Policy.CashFloor - co.ToPay - co.Committed
	if by == from || co.Bust || spare < each || !w.sc.families[family].buyers.Has(by) {
		return 0
	}
	site := w.emptiest(by)
	if site == 0 {
		return 0
	}
	fit := fitOf(max(0, w.sites[site].Energised-w.claimed(site)-w.sites[site].Ordered), w.wattsAt(site, family))
	return min(free, fit, units.Chips(spare/max(each, 1)))
}

// emptiest is the site of a company with the most free power, 0 if it has none.
func (w *World) emptiest(c CompanyID) (best SiteID) {
	most := units.KW(0)
	for s := w.sc.companies[c].siteFrom; s < w.sc.companies[c].siteTo; s++ {
		if free := w.sites[s].Energised - w.claimed(s) - w.sites[s].Ordered; free > most {
			best, most = s, free
		}
	}
	return best
}

// buyUsed moves chips from a bankrupt company to who bought them.
func (w *World) buyUsed(by, from CompanyID, at int32, n units.Chips, each units.USD) {
	site, family, worth := w.emptiest(by), w.fleets[at].Family, w.fleets[at].Worth
	paid := each * units.USD(n)
	w.pay(PartyOf(by), PartyOf(from), FlowAuction, paid)
	w.startInstall(w.fleetOf(site, family), n, worth, w.params.MoveWeeks)
	f := &w.fleets[at] // the rows may have moved
	f.Ready -= n
	f.Running = min(f.Running, f.Ready)
	w.recount(f)
	w.shiftSite(f.Site)
	w.emit(Event{Kind: EventChipsAuctioned, By: by, Peer: from, Family: family, Ref: Ref{OfSite, int32(site)},
		Qty: int64(n) * int64(w.families[family].H100e), Amount: int64(paid)})
}
