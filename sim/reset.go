package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// Reset starts a run: it draws the figures that have ranges, each from a stream
// of its own, and fills the rows from them.
func (w *World) Reset(seed uint64) {
	w.head = Head{Seed: seed, Relist: true}
	w.turnPage()
	w.drawFigures(seed)
	w.empty()
	w.loadMarkets()
	w.loadSegments()
	w.rankFamilies()
	w.loadHeld()
	w.loadSites()
	w.loadStages()
	w.loadCompanies()
	w.loadHalls()
	w.loadModels()
	w.loadPlants()
	w.loadChain()
	w.loadPrograms()
	w.loadPeople()
	w.listFamilies()
	w.loadVentures(seed)
	w.loadContracts()
	w.loadTalent()
	w.judgeBuyers()
	w.firstMix()
	w.reckonLeads()
	w.powerUp()
	w.closeBooks()
	w.loadCapital()
	w.loadOrgs()
	w.loadIncidents(seed)
	w.meet()
}

// empty takes everything out of the rows.
func (w *World) empty() {
	clear(w.companies)
	clear(w.regions)
	clear(w.families)
	w.spot = Spot{}
	clear(w.accounts)
	clear(w.segments)
	clear(w.products)
	clear(w.sites)
	clear(w.outside)
	clear(w.total)
	clear(w.opening)
	clear(w.works)
	clear(w.requests)
	clear(w.plants)
	clear(w.deals)
	clear(w.ties)
	clear(w.finances)
	clear(w.loans)
	clear(w.rests)
	clear(w.blocks)
	clear(w.losses)
	clear(w.unripe)
	clear(w.drawing)
	clear(w.suits)
	clear(w.lacks)
	clear(w.lacking)
	clear(w.letAt)
	clear(w.live)
	clear(w.drawers)
	clear(w.stirred)
	clear(w.shifted)
	clear(w.flexible)
	clear(w.relets)
	clear(w.lessees)
	w.leases, w.leased = w.leases[:0], 0
	w.lapsed = false
	for f := range w.bare {
		w.bare[f] = true
	}
	clear(w.moved)
	clear(w.underFee)
	w.paying = CompanySet{}
	clear(w.borrows)
	w.ahead, w.answered = 0, 0
	clear(w.reoffers)
	w.standing = w.standing[:0]
	clear(w.arrivals)
	w.labour = Labour{}
	clear(w.crews)
	clear(w.teams)
	clear(w.offices)
	w.asks = w.asks[:0]
	w.fleets = w.fleets[:1]
	w.sited = w.sited[:0]
	w.contracts = w.contracts[:1]
	clear(w.due)
	w.steps = w.steps[:0]
	w.clauses = w.clauses[:1]
	w.waiting = w.waiting[:0]
	clear(w.inside)
	w.events = w.events[:0]
	w.room.forget()
}

func (w *World) drawFigures(seed uint64) {
	key, quantile := rng.At(seed, -1), 0.0
	copy(w.figures, w.sc.values)
	w.head.Draws += int64(len(w.sc.ranged))
	for i := range w.sc.ranged {
		f := &w.sc.ranged[i]
		if f.first {
			s := key.Stream(streamFigure, f.subject)
			quantile = s.Float64()
		}
		w.figures[f.at] = f.spread.At(quantile)
	}
}

func (w *World) loadMarkets() {
	s := &w.sc.setup
	k := &s.Constants
	w.params = Params{Load: units.PPM(w.whole(&k.Load)), MinPrepaid: units.PPM(w.whole(&k.MinPrepaid)),
		MoveWeeks: int32(w.whole(&k.MoveWeeks)), GraceWeeks: int32(w.whole(&k.GraceWeeks)), MaxTerm: int32(w.whole(&k.MaxTerm)),
		Loyalty: w.figure(&k.Loyalty), SpotWeeks: w.figure(&k.SpotWeeks), DepositLead: w.figure(&k.DepositLead), DepositShare: units.PPM(w.whole(&k.DepositShare)),
		Take: units.PPM(w.whole(&s.Bookings.Take)), LateCredit: units.PPM(w.whole(&s.Bookings.Credit)), LateExit: int32(w.whole(&s.Bookings.Exit)),
		Intake: units.KW(w.whole(&k.Intake)), FitOut: units.KW(w.whole(&k.FitOut)), OrderCap: w.whole(&k.OrderCap), TargetLead: w.figure(&k.TargetLead), ListPriceSpeed: w.figure(&k.ListPriceSpeed)}
	for i := range s.Regions {
		w.loadRegion(&w.regions[i+1], &s.Regions[i])
	}
	for i := range s.Families {
		f := &s.Families[i]
		w.families[i+1] = Family{H100e: units.H100e(w.whole(&f.H100e)), Watts: w.whole(&f.Draw),
			List: usd(w.whole(&f.ListPrice)), ListFine: w.figure(&f.ListPrice),
			UnitCost: usd(w.whole(&f.UnitCost)), Supply: w.figure(&f.Supply),
			Growth: w.figure(&f.Growth), Noise: w.figure(&f.Noise), Memory: w.figure(&f.Memory)}
		w.families[i+1].Capacity = units.Chips(w.whole(&f.Supply))
	}
}

func (w *World) loadSites() {
	s, families := &w.sc.setup, w.sc.installed
	w.loadWatts(0)
	for i := range s.Sites {
		st, id := &s.Sites[i], SiteID(i+1)
		row := &w.sites[id]
		if w.sc.sites[id].plot {
			continue // nothing is there: see loadPlots
		}
		row.PUE, row.Install = units.PPM(w.whole(&st.PUE)), int16(w.whole(&st.InstallWeeks))
		row.Energised, row.Halls = units.KW(w.whole(&st.Energised)), units.KW(w.whole(&st.Halls))
		row.Shell = row.Energised
		w.live[w.sc.sites[id].owner] += row.Energised
		row.Inherited = min(units.KW(w.whole(&st.Turbines)), row.Energised)
		row.Gen = row.Inherited
		row.AtStart = row.Energised - row.Inherited
		row.Grid = row.AtStart
		if !on(s.Switches.Installation) {
			row.Install = 0
		}
		w.loadWatts(id)
		for j := range st.Chips {
			ch, family := &st.Chips[j], families[0]
			families = families[1:]
			f := &w.fleets[w.fleetOf(id, family)]
			f.Ready = units.Chips(w.whole(&ch.Count))
			f.Worth = detmath.Exp(-float64(agesBusy * w.figure(&ch.Age)))
			w.families[family].AtStart += f.Ready
		}
	}
	w.loadPlots()
}

func (w *World) loadStages() {
	for s := range w.sc.sites {
		w.staged[s] = int32(w.sc.sites[s].stages[0])
	}
	for i := range w.sc.stages {
		info := &w.sc.stages[i]
		slip := 0
		if on(w.sc.setup.Switches.Slips) {
			slip = int(w.whole(&info.slip))
		}
		w.stages[i] = Stage{Add: units.KW(w.whole(&info.add)), Actual: info.planned.AddWeeks(slip)}
	}
	for s := range w.sc.sites {
		w.announce(SiteID(s))
	}
}

func (w *World) loadCompanies() {
	s := &w.sc.setup
	for i := range s.Companies {
		row, co := &w.companies[i+1], &s.Companies[i]
		cash := usd(w.whole(&co.Cash))
		row.Cash, row.StartCash, row.Overhead = cash, cash, usd(w.whole(&co.Overhead))
		row.Selling = units.PPM(w.whole(&co.Selling))
		row.Staff, row.Bureaucracy = w.whole(&co.Staff), w.figure(&co.Bureaucracy)
		row.Price, row.Quality, row.Trust = units.Price(w.whole(&co.Price)), w.figure(&co.Quality), calmTrust
		row.Temper = Temper{w.figure(&co.Temperament.Risk), w.figure(&co.Temperament.Patience),
			w.figure(&co.Temperament.Hedge), w.figure(&co.Temperament.Thrift), usualTemper}
		p := &row.Policy
		p.CashFloor, p.PriceStep = usd(w.whole(&co.Policies.CashFloor)), units.PPM(w.whole(&co.Policies.PriceStep))
		p.Renew, p.Dispatch, p.Keep = units.PPM(w.whole(&co.Policies.Renew)), units.One, units.PPM(w.whole(&co.Policies.Keep))
		if co.Models.KnowHow.Given {
			row.Know = w.figure(&co.Models.KnowHow)
			w.teams[i+1].Start = row.Know
		}
		if co.Trust.Given {
			row.Trust = w.figure(&co.Trust)
		}
		if co.Policies.Dispatch.Given {
			p.Dispatch = units.PPM(w.whole(&co.Policies.Dispatch))
		}
		if co.Temperament.Pay.Given {
			row.Temper.Pay = w.figure(&co.Temperament.Pay)
		}
		w.head.Money += cash
	}
}

// usualTemper is a temperament where the scenario is silent.
const usualTemper = 5

// loadContracts signs what the scenario says was signed before.
func (w *World) loadContracts() {
	s := &w.sc.setup
	for i := range s.Contracts {
		k, info := &s.Contracts[i], &w.sc.contracts[i]
		if info.ahead() && !w.books() {
			continue // switched off
		}
		start := w.begins(k)
		id := w.sign(info.parties[0], info.parties[1], start, k.End, 0, 0)
		for j := range k.Clauses {
			ci := &info.clauses[j]
			w.add(id, &Clause{Kind: ci.kind, From: ci.from, To: ci.to, Family: ci.family, Site: ci.site, Use: ci.use})
			row := &w.clauses[len(w.clauses)-1]
			clauseSpecs[ci.kind].load(w, &k.Clauses[j], row)
		}
		for at := w.contracts[id.row()].Clauses; at != 0; at = w.clauses[at].Next {
			if c := &w.clauses[at]; c.Kind == ClauseDeliver {
				w.expect(c, +1)
				w.prepaidBefore(c)
			}
		}
		row := &w.contracts[id.row()]
		w.tieBooking(row)
		turn := uint8(0)
		if _, _, plain := w.rentalOf(row); plain || w.isLicence(row) || w.isOrder(row) || w.bookingOf(row) != 0 {
			turn = w.turnFrom(start)
		}
		w.billIn(id, turn)
	}
}

// rankFamilies ranks the families by compute per watt, so that power goes to the
// chips that make most of it; ties go by id.
func (w *World) rankFamilies() {
	for f := 1; f < len(w.families); f++ {
		w.families[f].Rank = 1
		for g := 1; g < len(w.families); g++ {
			if w.denser(FamilyID(g), FamilyID(f)) || g < f && !w.denser(FamilyID(f), FamilyID(g)) {
				w.families[f].Rank++
			}
		}
	}
}

// denser tells whether family a makes more compute of a watt than b.
func (w *World) denser(a, b FamilyID) bool {
	x, y := &w.families[a], &w.families[b]
	return int64(x.H100e)*y.Watts > int64(y.H100e)*x.Watts
}

// powerUp runs what power allows at the start, so that the first week finds the
// world in its usual state. Nobody pays for it.
func (w *World) powerUp() {
	for id := 1; id < len(w.sites); id++ {
		s, info := &w.sites[id], &w.sc.sites[id]
		if s.Fleets == 0 {
			continue
		}
		w.countSite(s, info.owner)
		s.Used = w.fillSite(s, info.owner, w.limit(s))
		if len(w.ties) > 1 {
			w.tie(info.owner, info.region).Drawn += s.Used
			w.regions[info.region].Drawn += s.Used
			w.regions[info.region].Most += s.Used
			w.drawing[info.owner] |= 1 << (info.region & 63)
		}
	}
	for i := 1; i < len(w.clauses); i++ {
		if c := &w.clauses[i]; c.Kind == ClauseCapacity {
			w.grant(c)
		}
	}
	w.reckonLosses()
	for r := range w.regions {
		w.charge(&w.regions[r])
	}
	w.stirAll()
	for _, c := range w.sc.labs {
		w.useResearch(c)
	}
	w.seePlaces()
	w.firstCustomers()
	w.listOffers()
}
